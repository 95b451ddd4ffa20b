// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "testclass.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

namespace tst_commands {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Commands : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void helpGoesToStdout_data();
    void helpGoesToStdout();
    void listsAllPages();
    void listsWhatIsAskedFor();
    void listTakesAlternativesAndSaysHowItTookWords();
    void listIsAlsoCsvAndTable();
    void workspacesAreListed();
    void createPrintsTheId();
    void extraInfoStaysAsItWas_data();
    void extraInfoStaysAsItWas();
    void extraInfoComesFromStdin();
    void dryRunSendsNothing();
    void updateSendsOnlyWhatChanged();
    void updateToTheSameSendsNothing();
    void labelsAreChangedRemovedAndAdded();
    void aTimeGuardsAnUpdate();
    void sameNameNeedsAWord();
    void modelsOfAProviderAreNotChanged();
    void deleteTellsOfEach();
    void errorsAreJsonWhenAskedFor();
    void localRegistryIsPrivateAndKept();
    void workspaceComesFromOptionOrEnvironment();
    void serveEndsWellWhenItIsTerminated();
    void serveFillsAnEmptyDatabaseOnly();
    void serveMakesUpAKeyWithoutOne();
    void theSecretIsNeverTold();

private:
    CliWorld m_world;
};

void tst_Commands::initTestCase() { QVERIFY(m_world.serve(120)); }

void tst_Commands::helpGoesToStdout_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("all") << QStringList{u"--help"_s} << QByteArray("workspaces");
    QTest::newRow("version") << QStringList{u"--version"_s} << QByteArray("modelscribe-cli 0.");
    for (const QString &command :
         {u"list"_s, u"get"_s, u"create"_s, u"update"_s, u"delete"_s, u"drafts"_s, u"history"_s,
          u"workspaces"_s, u"stats"_s, u"sync"_s, u"serve"_s})
        QTest::newRow(qPrintable(command))
            << QStringList{command, u"--help"_s} << QByteArray("Usage:");
}

void tst_Commands::helpGoesToStdout()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const Told told = m_world.run(arguments);
    QCOMPARE(told.code, 0);
    QVERIFY2(told.out.contains(said), told.out.constData());
    QVERIFY(said.startsWith("modelscribe") || told.out.contains("Times are UTC"));
    QCOMPARE(told.err, QByteArray());
}

void tst_Commands::listsAllPages()
{
    const Told told = m_world.run({u"list"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.err, QByteArray());
    const QJsonArray models = told.json()["Models"_L1].toArray();
    QCOMPARE(models.size(), 120);
    QCOMPARE(told.json()["TotalCount"_L1].toInt(), 120);
    QSet<QString> ids;
    for (const auto &model : models)
        ids.insert(model.toObject()["ModelId"_L1].toString());
    QCOMPARE(ids.size(), 120);
}

void tst_Commands::listsWhatIsAskedFor()
{
    const Told told = m_world.run({u"list"_s, u"--query"_s, u"-size: domain:nlp"_s, u"--sort"_s,
                                   u"ParameterSize"_s, u"--desc"_s, u"--limit"_s, u"5"_s});
    QCOMPARE(told.code, 0);
    const QJsonArray models = told.json()["Models"_L1].toArray();
    QCOMPARE(models.size(), 5);
    QVERIFY(told.json()["TotalCount"_L1].toInt() > 5);
    double last = 1e18;
    for (const auto &model : models) {
        QCOMPARE(model.toObject()["Domain"_L1].toString(), u"nlp"_s);
        const double size = model.toObject()["ParameterSize"_L1].toDouble();
        QVERIFY(size <= last);
        last = size;
    }
    QCOMPARE(m_world.run({u"list"_s, u"--query"_s, u"nothing-has-this"_s}).out,
             QByteArray("{\"Models\":[],\"TotalCount\":0}\n"));
    QCOMPARE(m_world.run({u"list"_s, u"--limit"_s, u"0"_s}).json()["TotalCount"_L1].toInt(), 120);
}

void tst_Commands::listTakesAlternativesAndSaysHowItTookWords()
{
    const auto count = [&](const QString &query) {
        return m_world.run({u"list"_s, u"--query"_s, query}).json()["TotalCount"_L1].toInt();
    };
    const int nlp = count(u"domain:nlp"_s);
    const int other = count(u"-domain:nlp"_s);
    QVERIFY(nlp > 0 && other > 0);
    QCOMPARE(nlp + other, 120);
    QCOMPARE(count(u"domain:nlp OR -domain:nlp"_s), 120);
    QCOMPARE(count(u"domain：（nlp） params:>=0"_s), count(u"domain:nlp -size:"_s));
    QCOMPARE(count(u"modified:<30d"_s) + count(u"modified:>=30d"_s), 120);
    QCOMPARE(count(u"is:unknown-task OR -is:unknown-task"_s), 120);
    QCOMPARE(count(u"is:same-name"_s), 0);
    const Told told = m_world.run({u"list"_s, u"--query"_s, u"oss://nowhere"_s});
    QCOMPARE(told.code, 0);
    QVERIFY2(told.err.contains("“oss:” is not a field; searched as text"), told.err.constData());
}

void tst_Commands::listIsAlsoCsvAndTable()
{
    const Told csv = m_world.run({u"list"_s, u"--output"_s, u"csv"_s, u"--limit"_s, u"3"_s});
    QVERIFY(csv.out.startsWith("ModelId,ModelName,"));
    const Told table = m_world.run({u"--output"_s, u"table"_s, u"list"_s, u"--limit"_s, u"3"_s});
    QCOMPARE(table.out.count('\n'), 4);
    QVERIFY(table.out.startsWith("ModelId  "));
}

void tst_Commands::workspacesAreListed()
{
    const Told told = m_world.run({u"workspaces"_s});
    QCOMPARE(told.code, 0);
    const QJsonArray workspaces = told.json()["Workspaces"_L1].toArray();
    QCOMPARE(workspaces.size(), 2);
    QCOMPARE(workspaces[0].toObject()["WorkspaceId"_L1].toString(), u"1"_s);
    for (const QString &format : {u"csv"_s, u"table"_s})
        QVERIFY(m_world.run({u"workspaces"_s, u"--output"_s, format}).out.contains("vision_team"));
}

void tst_Commands::createPrintsTheId()
{
    const Told json = m_world.run({u"create"_s, u"--output"_s, u"json"_s, u"--set"_s,
                                   u"ModelName=c1"_s, u"ParameterSize=7B"_s, u"--label"_s, u"a=1"_s,
                                   u"b=2"_s});
    QCOMPARE(json.code, 0);
    const QString id = json.json()["ModelId"_L1].toString();
    const QJsonObject model = m_world.run({u"get"_s, id}).json();
    QCOMPARE(model["ModelName"_L1].toString(), u"c1"_s);
    QCOMPARE(model["ParameterSize"_L1].toInt(), 7000);
    QCOMPARE(model["Labels"_L1].toArray().size(), 2);

    const Told plain = m_world.run({u"create"_s, u"--set"_s, u"ModelName=c2"_s});
    QCOMPARE(plain.code, 0);
    QVERIFY(QRegularExpression(u"^model-[a-z0-9]+\n$"_s)
                .match(QString::fromLatin1(plain.out))
                .hasMatch());
    const Told table = m_world.run(
        {u"create"_s, u"--set"_s, u"ModelName=c2b"_s, u"--output"_s, u"table"_s});
    QVERIFY2(table.err.contains("c2b"), "the plan is shown");
    const Told csv = m_world.run(
        {u"create"_s, u"--set"_s, u"ModelName=c3"_s, u"--output"_s, u"csv"_s});
    QVERIFY(csv.out.startsWith("ModelId\r\nmodel-"));
}

void tst_Commands::extraInfoStaysAsItWas_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("held");
    const QByteArray text =
        "{\"b\":1.0,\"a\":12345678901234567890,\"b\" : [ 1E+2 ],\"é\":\"\\u00e9\"}";
    QTest::newRow("as it is") << text << text;
    QTest::newRow("line break at the end") << text + "\n" << text;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + text + "\r\n" << text;
    QTest::newRow("empty object") << QByteArray("{}") << QByteArray("{}");
}

void tst_Commands::extraInfoStaysAsItWas()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, held);
    const QString id = m_world.create(QString::fromLatin1(QTest::currentDataTag()),
                                      {u"--extra-info"_s, m_world.file(u"extra.json"_s, file)});
    QVERIFY(!id.isEmpty());
    const Told told = m_world.run({u"get"_s, id});
    QVERIFY2(told.out.contains("\"ExtraInfo\":" + held + ','), told.out.constData());
}

void tst_Commands::extraInfoComesFromStdin()
{
    const QString id = m_world.create(u"from stdin"_s);
    const Told told = m_world.run({u"update"_s, id, u"--extra-info"_s, u"-"_s}, "{\"x\": 1.50}\n");
    QCOMPARE(told.code, 0);
    QVERIFY(m_world.run({u"get"_s, id}).out.contains("\"ExtraInfo\":{\"x\": 1.50}"));
}

void tst_Commands::dryRunSendsNothing()
{
    const QString id = m_world.create(u"dry"_s, {u"--label"_s, u"a=1"_s});
    const QByteArray before = m_world.run({u"get"_s, id}).out;
    const QStringList update{u"update"_s,  id,       u"--set"_s,    u"Task=x"_s,
                             u"--label"_s, u"a=2"_s, u"--dry-run"_s};
    const Told told = m_world.run(update);
    QCOMPARE(told.code, 0);
    QCOMPARE(told.json()["Result"_L1].toString(), u"DryRun"_s);
    QCOMPARE(told.json()["Changes"_L1].toArray().size(), 2);
    QStringList methods;
    for (const auto &request : told.json()["Requests"_L1].toArray())
        methods.append(request.toObject()["Method"_L1].toString());
    QCOMPARE(methods, (QStringList{u"GET"_s, u"PUT"_s, u"POST"_s, u"GET"_s}));
    const Told table = m_world.run(update + QStringList{u"--output"_s, u"table"_s});
    QVERIFY(table.out.contains(QByteArray("PUT /api/v1/models/") + id.toLatin1()
                               + " {\"Task\":\"x\"}"));
    QVERIFY(m_world.run(update + QStringList{u"--output"_s, u"csv"_s}).out.contains("Task,,x"));
    QCOMPARE(m_world.run({u"get"_s, id}).out, before);

    const Told create = m_world.run({u"create"_s, u"--set"_s, u"ModelName=dry2"_s, u"--dry-run"_s});
    QCOMPARE(create.code, 0);
    QVERIFY(!create.json().contains("ModelId"_L1));
    QCOMPARE(m_world.run({u"list"_s, u"--query"_s, u"name:dry2"_s}).json()["TotalCount"_L1].toInt(),
             0);
}

void tst_Commands::updateSendsOnlyWhatChanged()
{
    const QString id = m_world.create(u"upd"_s,
                                      {u"--set"_s, u"Domain=nlp"_s, u"ModelDescription=d"_s});
    const Told told = m_world.run({u"update"_s, id, u"--set"_s, u"Domain=nlp"_s, u"Task=x"_s,
                                   u"--clear"_s, u"ModelDescription"_s});
    QCOMPARE(told.code, 0);
    QVERIFY2(told.out.contains("\"Body\":{\"ModelDescription\":\"\",\"Task\":\"x\"}"),
             told.out.constData());
    const QJsonObject model = m_world.run({u"get"_s, id}).json();
    QCOMPARE(model["Task"_L1].toString(), u"x"_s);
    QCOMPARE(model["ModelDescription"_L1].toString(), u""_s);
    QCOMPARE(m_world.run({u"update"_s, id, u"--set"_s, u"Task=y"_s, u"--output"_s, u"table"_s}).out,
             "Saved " + id.toLatin1() + '\n');
}

void tst_Commands::updateToTheSameSendsNothing()
{
    const QString id = m_world.create(u"same"_s, {u"--set"_s, u"ParameterSize=7000"_s});
    const QByteArray before = m_world.run({u"get"_s, id}).out;
    const Told told = m_world.run({u"update"_s, id, u"--set"_s, u"ParameterSize=7B"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.json()["Result"_L1].toString(), u"Unchanged"_s);
    QCOMPARE(m_world.run({u"get"_s, id}).out, before);
}

void tst_Commands::labelsAreChangedRemovedAndAdded()
{
    const QString id = m_world.create(u"lab"_s, {u"--label"_s, u"a=1"_s, u"--label"_s, u"b=2"_s});
    QCOMPARE(m_world
                 .run({u"update"_s, id, u"--label"_s, u"a=9"_s, u"--label"_s, u"c=3"_s,
                       u"--remove-label"_s, u"b"_s, u"--remove-label"_s, u"none"_s})
                 .code,
             0);
    QCOMPARE(m_world.run({u"list"_s, u"--query"_s, u"name:lab label:a=9 label:c=3 -label:b"_s})
                 .json()["TotalCount"_L1]
                 .toInt(),
             1);
}

void tst_Commands::aTimeGuardsAnUpdate()
{
    const QString id = m_world.create(u"guard"_s);
    const QString time = m_world.run({u"get"_s, id}).json()["GmtModifiedTime"_L1].toString();
    const QStringList update{u"update"_s, id, u"--if-unmodified-since"_s, time, u"--set"_s};
    QCOMPARE(m_world.run(update + QStringList{u"Task=mine"_s}).code, 0);
    const Told told = m_world.run(update + QStringList{u"Task=late"_s});
    QCOMPARE(told.code, 7);
    QVERIFY(told.err.contains("nothing was written"));
    QCOMPARE(m_world.run({u"get"_s, id}).json()["Task"_L1].toString(), u"mine"_s);
    QCOMPARE(m_world
                 .run({u"update"_s, id, u"--if-unmodified-since"_s, u"2999-01-01T00:00:00+08:00"_s,
                       u"--set"_s, u"Task=later"_s})
                 .code,
             0);
    QCOMPARE(m_world
                 .run({u"update"_s, id, u"--if-unmodified-since"_s, u"2020-01-01T00:00:00Z"_s,
                       u"--set"_s, u"Task=never"_s, u"--dry-run"_s})
                 .code,
             7);
}

void tst_Commands::sameNameNeedsAWord()
{
    const QString id = m_world.create(u"twin"_s);
    const Told refused = m_world.run({u"create"_s, u"--set"_s, u"ModelName=twin"_s});
    QCOMPARE(refused.code, 7);
    QVERIFY(refused.err.contains(id.toLatin1()));
    const QString other = m_world.create(u"twin"_s, {u"--allow-same-name"_s});
    QVERIFY(!other.isEmpty());
    QVERIFY(other != id);
}

void tst_Commands::modelsOfAProviderAreNotChanged()
{
    const QJsonArray models = m_world
                                  .run({u"list"_s, u"--provider"_s, u"pai"_s, u"--query"_s,
                                        u"task:text-generation"_s, u"--limit"_s, u"1"_s})
                                  .json()["Models"_L1]
                                  .toArray();
    QCOMPARE(models.size(), 1);
    const QString id = models[0].toObject()["ModelId"_L1].toString();
    QCOMPARE(models[0].toObject()["Provider"_L1].toString(), u"pai"_s);
    const QJsonArray own = m_world.run({u"list"_s}).json()["Models"_L1].toArray();
    QVERIFY(std::ranges::all_of(own, [](const auto &model) {
        return model.toObject()["Provider"_L1].toString().isEmpty();
    }));
    QCOMPARE(m_world.run({u"list"_s, u"--provider"_s, QString()}).code, 2);
    const Told refused = m_world.run({u"update"_s, id, u"--set"_s, u"Task=x"_s});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("belongs to pai and cannot be edited"), refused.err.constData());
    const Told told = m_world.run({u"delete"_s, id, u"--yes"_s});
    QCOMPARE(told.code, 2);
    QVERIFY2(told.err.contains("belongs to pai and cannot be deleted"), told.err.constData());
    QVERIFY(!m_world.run({u"get"_s, id}).out.isEmpty());
}

void tst_Commands::deleteTellsOfEach()
{
    const QString a = m_world.create(u"del a"_s);
    const QString b = m_world.create(u"del b"_s);
    const Told told = m_world.run({u"delete"_s, a, u"model-nope"_s, b, a, u"--yes"_s});
    QCOMPARE(told.code, 8);
    QStringList results;
    for (const auto &model : told.json()["Models"_L1].toArray())
        results.append(model.toObject()["Result"_L1].toString());
    QCOMPARE(results, (QStringList{u"Deleted"_s, u"NotFound"_s, u"Deleted"_s}));
    QCOMPARE(m_world.run({u"get"_s, a}).code, 6);
    const QString c = m_world.create(u"del c"_s);
    QCOMPARE(m_world.run({u"delete"_s, c, u"--yes"_s, u"--output"_s, u"csv"_s}).out,
             "ModelId,Result\r\n" + c.toLatin1() + ",Deleted\r\n");
}

void tst_Commands::errorsAreJsonWhenAskedFor()
{
    const Told told = m_world.run({u"get"_s, u"model-nope"_s, u"--output"_s, u"json"_s});
    QCOMPARE(told.code, 6);
    const auto lines = told.err.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject error = QJsonDocument::fromJson(lines[1]).object()["Error"_L1].toObject();
    QCOMPARE(error["Code"_L1].toString(), u"201900002"_s);
    QCOMPARE(error["HttpStatus"_L1].toInt(), 404);
    QVERIFY(lines[0].endsWith(
        "[Code=201900002 RequestId=" + error["RequestId"_L1].toString().toLatin1() + " HTTP=404]"));
}

void tst_Commands::localRegistryIsPrivateAndKept()
{
    CliWorld world;
    world.environment.remove(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s);
    const QString id = world.create(u"kept"_s);
    QVERIFY(!id.isEmpty());
    QCOMPARE(world.run({u"get"_s, id}).json()["ModelName"_L1].toString(), u"kept"_s);
    const QFileInfo file(world.environment.value(u"XDG_DATA_HOME"_s) + u"/modelscribe/local.db"_s);
    QVERIFY(file.exists());
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther
                        | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(!(file.permissions() & others));
    QVERIFY(!(QFileInfo(file.path()).permissions() & others));

    const QString elsewhere = world.home.filePath(u"other.db"_s);
    QCOMPARE(world.run({u"list"_s, u"--local"_s, elsewhere}).json()["TotalCount"_L1].toInt(), 60);
    QCOMPARE(world.run({u"--local"_s, u"list"_s}).json()["TotalCount"_L1].toInt(), 61);
    QCOMPARE(QDir(world.home.path())
                 .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)
                 .filter(QRegularExpression(u"^(?!other|xdg_)"_s)),
             QStringList());
}

void tst_Commands::workspaceComesFromOptionOrEnvironment()
{
    const auto count = [this](const QStringList &more) {
        return m_world.run(QStringList{u"list"_s} + more).json()["TotalCount"_L1].toInt();
    };
    const int all = count({});
    const int first = count({u"--workspace"_s, u"1"_s});
    m_world.environment.insert(u"PAI_WORKSPACE_ID"_s, u"2"_s);
    const int second = count({});
    QCOMPARE(count({u"--workspace"_s, u"1"_s}), first);
    m_world.environment.remove(u"PAI_WORKSPACE_ID"_s);
    QVERIFY(first > 0 && second > 0);
    QCOMPARE(first + second, all);
}

void tst_Commands::serveEndsWellWhenItIsTerminated()
{
    CliWorld world;
    QVERIFY(world.serve(3));
    world.stopServing();
    QCOMPARE(world.server->exitStatus(), QProcess::NormalExit);
    QCOMPARE(world.server->exitCode(), 0);
    QCOMPARE(world.server->readAllStandardError(), QByteArray());
    QCOMPARE(world.run({u"list"_s}).code, 4);
}

void tst_Commands::serveFillsAnEmptyDatabaseOnly()
{
    CliWorld world;
    QVERIFY(world.serve(3));
    world.stopServing();
    QVERIFY(world.serve(7));
    QCOMPARE(world.run({u"list"_s}).json()["TotalCount"_L1].toInt(), 3);
}

void tst_Commands::serveMakesUpAKeyWithoutOne()
{
    CliWorld world;
    world.environment.remove(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s);
    world.environment.remove(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s);
    QVERIFY(world.serve(3));
    for (const QByteArray &line : world.server->readAllStandardError().trimmed().split('\n'))
        world.environment.insert(QString::fromLatin1(line.split('=')[0]),
                                 QString::fromLatin1(line.split('=')[1]));
    QCOMPARE(world.run({u"list"_s}).json()["TotalCount"_L1].toInt(), 3);
}

void tst_Commands::theSecretIsNeverTold()
{
    QVERIFY(m_world.everything.size() > 10'000);
    QVERIFY(!m_world.everything.contains(CliWorld::secret()));
}

MODELSCRIBE_TEST(tst_Commands)

} // namespace tst_commands

#include "tst_commands.moc"
