// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "model/batchedit.h"
#include "model/modeldiff.h"
#include "registry/registryproxy.h"
#include "store/storetesting.h"
#include "testclass.h"

#include <QDir>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <sys/types.h>

namespace tst_edit {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using testing::ReceivedRequest;
using testing::RegistryProxy;
using Do = RegistryProxy::Do;

class tst_Edit : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void changesAllThatMatch();
    void changesThoseInAFile();
    void whatIsSoAlreadyIsNotSent();
    void aDryRunSendsNothing();
    void sendsNothingUnasked();
    void addingALabelLeavesOtherValuesAlone();
    void readOnlyModelsAreSkipped();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void oneThatIsRefusedStopsNoOther();
    void tellsWhatItLookedAtWhenItIsInterrupted();
    void goesOnAfterAnInterruption();
    void goesOnlyOnWithWhatItKnows();
    void saysThatRunsCannotBeKept();
    void killedAndGoneOnItIsWhatItWasToBe();

private:
    QString create(const ModelMetadata &metadata)
    {
        m_ids.append(m_registry->create(metadata));
        return m_ids.last();
    }
    Told edit(const QStringList &arguments, const QByteArray &input = {});
    Told finished(QProcess &process);
    static QMap<QString, QString> outcomes(const Told &told);
    static QString runOf(const Told &told);
    Told killAt(int last, QRandomGenerator &random, const QStringList &arguments);

    std::unique_ptr<CliWorld> m_world;
    std::unique_ptr<RegistryProxy> m_registry;
    QStringList m_ids;
    QMap<QByteArray, int> m_done; //!< Writes that the registry carried out.
};

void tst_Edit::init()
{
    m_world = std::make_unique<CliWorld>();
    m_registry = std::make_unique<RegistryProxy>();
    m_world->environment.insert(u"MODELSCRIBE_ENDPOINT"_s, m_registry->endpoint().url().toString());
    m_world->environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s,
                                QString::fromLatin1(RegistryProxy::key().id));
    m_world->environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s,
                                QString::fromLatin1(RegistryProxy::key().secret));
    m_ids.clear();
    m_done.clear();
}

void tst_Edit::cleanup()
{
    m_registry.reset();
    m_world.reset();
}

Told tst_Edit::finished(QProcess &process)
{
    process.closeWriteChannel();
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 900'000))
        process.kill();
    process.waitForFinished();
    return m_world->take(process);
}

Told tst_Edit::edit(const QStringList &arguments, const QByteArray &input)
{
    const auto process = m_world->start(QStringList{u"edit"_s, u"--output"_s, u"json"_s}
                                        + arguments);
    process->write(input);
    return finished(*process);
}

//! By model; of the last line what was summed up.
QMap<QString, QString> tst_Edit::outcomes(const Told &told)
{
    QMap<QString, QString> result;
    for (const QByteArray &line : told.out.split('\n')) {
        const QJsonObject one = QJsonDocument::fromJson(line).object();
        if (one.contains(u"ModelId"))
            result.insert(one[u"ModelId"].toString(), one[u"Outcome"].toString());
    }
    return result;
}

QString tst_Edit::runOf(const Told &told)
{
    for (const QByteArray &line : told.err.split('\n')) {
        if (line.startsWith("run "))
            return QString::fromLatin1(line.mid(4).trimmed());
    }
    return {};
}

void tst_Edit::changesAllThatMatch()
{
    const QString first = create({.name = u"bert-1"_s, .labels = {{u"old"_s, u"x"_s}}});
    const QString second = create({.name = u"BERT-2"_s, .extraInfo = JsonText(R"({ "a": 1.0 })")});
    const QString other = create({.name = u"gpt"_s});
    const Told told = edit({u"--query"_s, u"bert"_s, u"--set"_s, u"Task=t"_s, u"--add-label"_s,
                            u"team=nlp"_s, u"--rename-label"_s, u"old=new"_s, u"--set-extra"_s,
                            u"Rating=4.50"_s, u"--yes"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(outcomes(told), (QMap<QString, QString>{{first, u"saved"_s}, {second, u"saved"_s}}));
    QVERIFY(!runOf(told).isEmpty());
    const ModelMetadata now = m_registry->model(first).metadata;
    QCOMPARE(now.task, u"t"_s);
    QCOMPARE(now.labels, (QList<Label>{{u"new"_s, u"x"_s}, {u"team"_s, u"nlp"_s}}));
    QCOMPARE(m_registry->model(second).metadata.extraInfo.utf8(),
             QByteArray(R"({ "a": 1.0, "Rating": 4.50 })"));
    QCOMPARE(m_registry->model(other).metadata.task, QString());

    const Told history = m_world->run({u"history"_s, u"--output"_s, u"json"_s});
    QCOMPARE(history.json()["Entries"_L1].toArray().size(), 2);
    const Told ofRun = m_world->run({u"history"_s, runOf(told), u"--output"_s, u"json"_s});
    QCOMPARE(ofRun.json()["Entries"_L1].toArray().size(), 2);
    const Told ofNone = m_world->run({u"history"_s,
                                      QUuid::createUuid().toString(QUuid::WithoutBraces),
                                      u"--output"_s, u"json"_s});
    QCOMPARE(ofNone.json()["Entries"_L1].toArray().size(), 0);
}

void tst_Edit::changesThoseInAFile()
{
    const QString first = create({.name = u"a"_s});
    const QString second = create({.name = u"b"_s});
    const QString third = create({.name = u"c"_s});
    const QByteArray ids = "\xEF\xBB\xBF" + first.toUtf8() + "\r\n\n  " + third.toUtf8() + "\n"
                           + first.toUtf8() + "\nmodel-missing";
    const Told told = edit({u"--ids"_s, u"-"_s, u"--set"_s, u"Domain=nlp"_s, u"--yes"_s}, ids);
    QCOMPARE(told.code, 8); // one of them is not there
    QCOMPARE(outcomes(told),
             (QMap<QString, QString>{
                 {first, u"saved"_s}, {third, u"saved"_s}, {u"model-missing"_s, u"skipped"_s}}));
    QCOMPARE(m_registry->model(second).metadata.domain, QString());
    const QString foreign = m_world->file(u"foreign.txt"_s, "model-a\nmodel-\xFF\n");
    const Told refused = edit({u"--ids"_s, foreign, u"--set"_s, u"Domain=nlp"_s, u"--yes"_s});
    QCOMPARE(refused.code, 2);
    QVERIFY(refused.err.contains("line 2"));
    const QString file = m_world->file(u"ids.txt"_s, "model-missing\n");
    QCOMPARE(edit({u"--ids"_s, file, u"--set"_s, u"Domain=nlp"_s, u"--yes"_s}).code, 6);
}

void tst_Edit::whatIsSoAlreadyIsNotSent()
{
    const QString id = create({.name = u"a"_s, .task = u"t"_s});
    const Told told = edit({u"--query"_s, u"name:a"_s, u"--set"_s, u"Task=t"_s, u"--yes"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(outcomes(told).value(id), u"unchanged"_s);
    QCOMPARE(m_registry->count("PUT"), 0);
    const Told none = edit({u"--query"_s, u"nothing"_s, u"--set"_s, u"Task=t"_s, u"--yes"_s});
    QCOMPARE(none.code, 0);
    QVERIFY(outcomes(none).isEmpty());
}

void tst_Edit::aDryRunSendsNothing()
{
    const QString id = create({.name = u"a"_s});
    const Told told = edit({u"--query"_s, u"name:a"_s, u"--set"_s, u"Task=t"_s, u"--dry-run"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(outcomes(told).value(id), u"tosave"_s);
    QCOMPARE(m_registry->count("PUT"), 0);
    QVERIFY(told.out.contains(R"("After":"t")"));
}

void tst_Edit::sendsNothingUnasked()
{
    create({.name = u"a"_s});
    const Told told = edit({u"--query"_s, u"name:a"_s, u"--set"_s, u"Task=t"_s});
    QCOMPARE(told.code, 2);
    QVERIFY(told.err.contains("--yes"));
    QCOMPARE(m_registry->count("GET"), 0);
}

void tst_Edit::addingALabelLeavesOtherValuesAlone()
{
    const QString other = create({.name = u"a"_s, .labels = {{u"team"_s, u"cv"_s}}});
    const QString none = create({.name = u"a"_s, .labels = {{u"lang"_s, u"zh"_s}}});
    QCOMPARE(edit({u"--query"_s, u"name:a"_s, u"--add-label"_s, u"team=nlp"_s, u"--yes"_s}).code,
             0);
    QCOMPARE(m_registry->model(other).metadata.labels, (QList<Label>{{u"team"_s, u"cv"_s}}));
    QCOMPARE(m_registry->model(none).metadata.labels,
             (QList<Label>{{u"lang"_s, u"zh"_s}, {u"team"_s, u"nlp"_s}}));
    QCOMPARE(edit({u"--query"_s, u"name:a"_s, u"--put-label"_s, u"team=nlp"_s, u"--remove-label"_s,
                   u"lang=en"_s, u"--yes"_s})
                 .code,
             0);
    QCOMPARE(m_registry->model(other).metadata.labels, (QList<Label>{{u"team"_s, u"nlp"_s}}));
    QCOMPARE(m_registry->model(none).metadata.labels.size(), 2);
}

void tst_Edit::readOnlyModelsAreSkipped()
{
    const QString id = create({.name = u"ours"_s});
    const QString theirs = create({.name = u"theirs"_s});
    m_registry->rewrite = [&](const ReceivedRequest &, const QByteArray &body) {
        QByteArray told = body;
        const qsizetype model = told.indexOf("\"ModelId\":\"" + theirs.toUtf8() + '"');
        const qsizetype begin = told.indexOf("\"Provider\":", model);
        if (model >= 0 && begin >= 0)
            told.replace(begin, told.indexOf(',', begin) - begin, R"("Provider":"pai")");
        return told;
    };
    const QStringList arguments{u"--query"_s, u"ours OR theirs"_s, u"--set"_s, u"Task=t"_s,
                                u"--yes"_s};
    const Told told = edit(arguments);
    QCOMPARE(told.code, 0);
    QCOMPARE(outcomes(told), (QMap<QString, QString>{{id, u"saved"_s}, {theirs, u"skipped"_s}}));
    QCOMPARE(m_registry->count("PUT"), 1);
    QCOMPARE(edit(arguments + QStringList{u"--strict"_s}).code, 8);
}

void tst_Edit::refusesWhatCannotBe_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("told");
    const QStringList query{u"--query"_s, u"a"_s};
    const auto row = [&](const char *name, const QStringList &arguments, const char *told) {
        QTest::newRow(name) << arguments << QByteArray(told);
    };
    row("no models", {u"--set"_s, u"Task=t"_s}, "--query");
    row("no changes", query, "nothing to change");
    row("two choices", query + QStringList{u"--ids"_s, u"x"_s, u"--set"_s, u"Task=t"_s},
        "excludes");
    row("no field", query + QStringList{u"--set"_s, u"Nope=t"_s}, "Nope");
    row("ExtraInfo whole", query + QStringList{u"--set"_s, u"ExtraInfo={}"_s}, "ExtraInfo");
    row("twice", query + QStringList{u"--set"_s, u"Task=a"_s, u"--clear"_s, u"Task"_s}, "twice");
    row("no number", query + QStringList{u"--set"_s, u"OrderNumber=x"_s}, "OrderNumber");
    row("a name taken away", query + QStringList{u"--clear"_s, u"ModelName"_s}, "ModelName");
    row("no value", query + QStringList{u"--set"_s, u"Task"_s}, "FIELD=VALUE");
    row("no key", query + QStringList{u"--add-label"_s, u"=x"_s}, "KEY=VALUE");
    row("no new key", query + QStringList{u"--rename-label"_s, u"a="_s}, "new key");
    row("no JSON", query + QStringList{u"--set-extra"_s, u"a=text"_s}, "quotation marks");
    row("no place", query + QStringList{u"--remove-extra"_s, u"$"_s}, "not a path");
    row("no path", query + QStringList{u"--remove-extra"_s, u"$.a["_s}, "not a path");
    row("a query that is none", {u"--query"_s, u"task:("_s, u"--set"_s, u"Task=t"_s}, "--query");
    row("a file that is not there", {u"--ids"_s, u"/nowhere"_s, u"--set"_s, u"Task=t"_s},
        "/nowhere");
    row("no run", {u"--continue"_s, u"xyz"_s}, "--continue");
    row("more for a run",
        {u"--continue"_s, u"8b4e1da0-0d93-49b0-944d-169b349cf94f"_s, u"--set"_s, u"Task=t"_s},
        "agreed to");
}

void tst_Edit::refusesWhatCannotBe()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, told);
    const Told refused = edit(arguments + QStringList{u"--yes"_s});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains(told), refused.err.constData());
    QCOMPARE(m_registry->count("GET") + m_registry->count("PUT"), 0);
}

void tst_Edit::oneThatIsRefusedStopsNoOther()
{
    for (int i = 0; i < 6; ++i)
        create({.name = u"model %1"_s.arg(i)});
    m_registry->decide = [&](const ReceivedRequest &request) {
        const bool isThird = request.target.contains(m_ids[2].toUtf8());
        return request.verb == "PUT" && isThird ? Do::Refuse : Do::Pass;
    };
    const Told told = edit({u"--query"_s, u"model"_s, u"--set"_s, u"Task=t"_s, u"--yes"_s});
    QCOMPARE(told.code, 8);
    QMap<QString, QString> wanted;
    for (const QString &id : std::as_const(m_ids))
        wanted.insert(id, id == m_ids[2] ? u"refused"_s : u"saved"_s);
    QCOMPARE(outcomes(told), wanted);
    QVERIFY(told.out.contains(R"("Refused":1)"));
    QVERIFY(told.out.contains(R"("RequestId")"));
}

void tst_Edit::tellsWhatItLookedAtWhenItIsInterrupted()
{
    for (int i = 0; i < 20; ++i)
        create({.name = u"model %1"_s.arg(i)});
    const QString file = m_world->file(u"ids.txt"_s, m_ids.join(u'\n').toUtf8());
    const auto process = m_world->start({u"edit"_s, u"--output"_s, u"json"_s, u"--ids"_s, file,
                                         u"--set"_s, u"Task=t"_s, u"--yes"_s});
    int reads = 0;
    m_registry->decide = [&](const ReceivedRequest &) {
        if (++reads == 5)
            kill(pid_t(process->processId()), SIGINT);
        return reads < 5 ? Do::Pass : Do::Hold;
    };
    const Told told = finished(*process);
    QCOMPARE(told.code, 130);
    QCOMPARE(outcomes(told).values().count(u"notsent"_s), 20);
    QVERIFY(told.out.contains(R"("NotSent":20)"));
    QCOMPARE(m_registry->count("PUT"), 0);
}

void tst_Edit::goesOnAfterAnInterruption()
{
    for (int i = 0; i < 20; ++i)
        create({.name = u"model %1"_s.arg(i)});
    const auto process = m_world->start({u"edit"_s, u"--output"_s, u"json"_s, u"--query"_s,
                                         u"model"_s, u"--set"_s, u"Task=t"_s, u"--yes"_s});
    int puts = 0;
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb == "PUT" && ++puts == 5)
            kill(pid_t(process->processId()), SIGINT);
        return Do::Pass;
    };
    const Told told = finished(*process);
    QCOMPARE(told.code, 130);
    const QString run = runOf(told);
    QVERIFY(told.err.contains("--continue " + run.toUtf8()));
    const auto first = outcomes(told);
    QCOMPARE(first.size(), 20);
    const auto notSent = first.values().count(u"notsent"_s);
    QVERIFY(notSent > 0 && notSent < 20);

    const Told rest = edit({u"--continue"_s, run, u"--yes"_s});
    QVERIFY2(rest.code == 0, rest.err.constData());
    QCOMPARE(outcomes(rest).values().count(u"saved"_s), 20);
    QCOMPARE(puts, 20);
    for (const QString &id : std::as_const(m_ids))
        QCOMPARE(m_registry->model(id).metadata.task, u"t"_s);
    // It came to its end.
    QCOMPARE(edit({u"--continue"_s, run, u"--yes"_s}).code, 6);
}

void tst_Edit::goesOnlyOnWithWhatItKnows()
{
    const Told told = edit(
        {u"--continue"_s, u"8b4e1da0-0d93-49b0-944d-169b349cf94f"_s, u"--yes"_s});
    QCOMPARE(told.code, 6);
    QCOMPARE(m_registry->count("GET"), 0);
}

void tst_Edit::saysThatRunsCannotBeKept()
{
    create({.name = u"a"_s});
    const QStringList arguments{u"--query"_s, u"name:a"_s, u"--set"_s, u"Task=t"_s, u"--yes"_s};
    const QString file = m_world->environment.value(u"XDG_DATA_HOME"_s)
                         + u"/modelscribe/batches.db"_s;
    QVERIFY(QDir().mkpath(file)); // a folder in its place
    const Told refused = edit(arguments);
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("nothing was sent: "), refused.err.constData());
    QCOMPARE(m_registry->count("PUT"), 0);

    QVERIFY(QDir().rmdir(file));
    QVERIFY(storetesting::writeAll(file, QByteArray(20'000, 'x'))); // one of somebody else
    const Told told = edit(arguments);
    QCOMPARE(told.code, 0);
    QVERIFY2(told.err.contains("damaged"), told.err.constData());
    QCOMPARE(m_registry->count("PUT"), 1);
}

//! Killed at the \p last write that is carried out; every seventh request fails in some way.
Told tst_Edit::killAt(int last, QRandomGenerator &random, const QStringList &arguments)
{
    static const QList<Do> faults{Do::LoseRequest, Do::LoseAnswer, Do::CutAnswer, Do::SpoilAnswer,
                                  Do::Refuse,      Do::BadRequest, Do::Throttle,  Do::Break,
                                  Do::DoThenBusy,  Do::DoThenLate};
    static const QSet<Do> carriedOut{Do::Pass,        Do::LoseAnswer, Do::CutAnswer,
                                     Do::SpoilAnswer, Do::DoThenBusy, Do::DoThenLate};
    const auto process = m_world->start(arguments);
    int requests = 0;
    int written = 0;
    m_registry->decide = [&](const ReceivedRequest &request) {
        const Do what = ++requests % 7 == 0 ? faults[random.bounded(faults.size())] : Do::Pass;
        if (request.verb != "GET" && carriedOut.contains(what)) {
            ++m_done[request.verb + ' ' + request.target + ' ' + request.body];
            if (++written == last)
                process->kill();
        }
        return what;
    };
    const Told told = finished(*process);
    m_registry->decide = {};
    return told;
}

void tst_Edit::killedAndGoneOnItIsWhatItWasToBe()
{
    const bool isCampaign = storetesting::isCampaign();
    const int count = isCampaign ? 1000 : 24;
    const int kills = isCampaign ? 30 : 3;
    QRandomGenerator random(storetesting::seed());
    QMap<QString, RegisteredModel> before;
    for (int i = 0; i < count; ++i) {
        ModelMetadata metadata{.name = u"model %1"_s.arg(i), .labels = {{u"keep"_s, u"1"_s}}};
        if (random.bounded(2))
            metadata.labels.append({u"old"_s, u"x"_s});
        if (random.bounded(3) == 0)
            metadata.labels.append({u"team"_s, u"cv"_s});
        if (random.bounded(2))
            metadata.extraInfo = JsonText(R"({"Rating": 1.0, "n": 12345678901234567890})");
        const QString id = create(metadata);
        before.insert(id, m_registry->model(id));
    }
    const QString file = m_world->file(u"ids.txt"_s, m_ids.join(u'\n').toUtf8());
    const QStringList whole{
        u"edit"_s,    u"--output"_s,    u"json"_s,          u"--ids"_s,    file,
        u"--set"_s,   u"Task=t"_s,      u"--add-label"_s,   u"team=nlp"_s, u"--rename-label"_s,
        u"old=new"_s, u"--set-extra"_s, u"$.Rating=4.50"_s, u"--yes"_s};
    int killed = 0;
    QString run;
    for (int attempt = 0; attempt < 2 * kills && killed < kills; ++attempt) {
        const QStringList arguments = run.isEmpty()
                                          ? whole
                                          : QStringList{u"edit"_s,       u"--output"_s, u"json"_s,
                                                        u"--continue"_s, run,           u"--yes"_s};
        const int last = int(random.bounded(1, 3 * count / kills));
        const Told told = killAt(last, random, arguments);
        killed += told.code < 0;
        if (const QString name = runOf(told); !name.isEmpty())
            run = name;
        if (told.code >= 0 && !told.err.contains("--continue"))
            run.clear(); // it came to its end
    }
    QVERIFY(killed >= kills / 2); // at times all was done before
    for (int attempt = 0; !run.isEmpty() && attempt < 3; ++attempt) {
        const Told rest = edit({u"--continue"_s, run, u"--yes"_s});
        if (!rest.err.contains("--continue"))
            run.clear();
    }
    QCOMPARE(run, QString());
    const Told last = edit(whole.mid(3)); // should the first review have been cut short
    QVERIFY2(last.code == 0, last.err.constData());

    const BatchEdit reference{
        .fields = {{u"Task"_s, {.text = u"t"_s}}},
        .labels = {{.kind = LabelVerb::Kind::RenameKey, .key = u"old"_s, .newText = u"new"_s},
                   {.kind = LabelVerb::Kind::Add, .key = u"team"_s, .value = u"nlp"_s}},
        .extraInfo = {{.path = *jsonPathFromText(u"$.Rating"), .value = JsonText("4.50")}}};
    for (auto model = before.cbegin(); model != before.cend(); ++model) {
        const auto wanted = reference.applied(model->metadata);
        const ModelMetadata held = m_registry->model(model.key()).metadata;
        QVERIFY2(sameContent(*wanted, held), qPrintable(model.key()));
        QCOMPARE(held.extraInfo.utf8(), wanted->extraInfo.utf8());
    }
    for (auto write = m_done.cbegin(); write != m_done.cend(); ++write)
        QVERIFY2(*write == 1, write.key().constData());
}

MODELSCRIBE_TEST(tst_Edit)

} // namespace tst_edit

#include "tst_edit.moc"
