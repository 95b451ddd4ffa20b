// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "registry/registryproxy.h"
#include "store/journal.h"
#include "testclass.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

namespace tst_history {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using modelscribe::testing::RegistryProxy;
using Do = RegistryProxy::Do;

class tst_History : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyWriteIsNotedDown();
    void whatWritesNothingIsNotNotedDown();
    void anEntrySaysWhatCameOfIt_data();
    void anEntrySaysWhatCameOfIt();
    void aDeletionKeepsWhatWasDeleted();
    void aLostDeletionIsLookedFor_data();
    void aLostDeletionIsLookedFor();
    void aColleagueIsNotOverwritten_data();
    void aColleagueIsNotOverwritten();
    void deletesOnlyWhatIsNotNewer();
    void aJournalThatCannotBeWrittenStopsNothing_data();
    void aJournalThatCannotBeWrittenStopsNothing();
    void listsWhatIsAskedFor();
    void exportsWholeEntries();
    void aBadFileIsTold();
    void takesAnUpdateBack();
    void takingBackShowsItsPlanFirst();
    void whatOthersChangedSinceIsNotTakenBack();
    void someEntriesCannotBeTakenBack();
    void nothingMovesTheCursor();
    void noSecretGetsIn();

private:
    Told run(const QStringList &arguments)
    {
        auto process = m_world->start(arguments);
        process->closeWriteChannel();
        if (!QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, 60'000))
            process->kill();
        return m_world->take(*process);
    }
    QString create(const QString &name, const QStringList &more = {})
    {
        return QString::fromLatin1(
                   run(QStringList{u"create"_s, u"--set"_s, u"ModelName="_s + name} + more).out)
            .trimmed();
    }
    QJsonArray entries(const QStringList &more = {})
    {
        return run(QStringList{u"history"_s} + more).json()["Entries"_L1].toArray();
    }
    //! The newest, whole.
    QJsonObject newest()
    {
        return QJsonDocument::fromJson(run({u"history"_s, u"--export"_s, u"--limit"_s, u"1"_s}).out)
            .array()
            .first()
            .toObject();
    }
    QString fileName() const
    {
        return m_world->environment.value(u"XDG_DATA_HOME"_s) + u"/modelscribe/journal.db"_s;
    }
    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<CliWorld> m_world;
};

void tst_History::init()
{
    m_world = std::make_unique<CliWorld>();
    m_registry = std::make_unique<RegistryProxy>();
    QProcessEnvironment &environment = m_world->environment;
    environment.insert(u"MODELSCRIBE_ENDPOINT"_s, m_registry->endpoint().toString());
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s,
                       QString::fromLatin1(RegistryProxy::key().id));
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s,
                       QString::fromLatin1(RegistryProxy::key().secret));
}

void tst_History::everyWriteIsNotedDown()
{
    QCOMPARE(run({u"history"_s}).out, QByteArray("{\"Entries\":[]}\n"));
    const QString id = create(u"bert"_s, {u"--label"_s, u"a=1"_s});
    QVERIFY(!id.isEmpty());
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"Task=x"_s, u"--set"_s, u"Domain=nlp"_s}).code, 0);
    QCOMPARE(run({u"update"_s, id, u"--label"_s, u"a=2"_s}).code, 0);
    QCOMPARE(run({u"delete"_s, id, u"--yes"_s}).code, 0);
    const QJsonArray all = entries();
    QCOMPARE(all.size(), 4);
    const QStringList what{u"delete"_s, u"labels"_s, u"update"_s, u"create"_s};
    const QList<int> changes{0, 1, 2, 2};
    for (int i = 0; i < 4; ++i) {
        const QJsonObject entry = all[i].toObject();
        QCOMPARE(entry["What"_L1].toString(), what[i]);
        QCOMPARE(entry["Outcome"_L1].toString(), u"saved"_s);
        QCOMPARE(entry["ModelId"_L1].toString(), id);
        QCOMPARE(entry["ModelName"_L1].toString(), u"bert"_s);
        QCOMPARE(entry["Changes"_L1].toInt(), changes[i]);
        QCOMPARE(entry["Registry"_L1].toString(), m_registry->endpoint().toString());
        QCOMPARE(entry["Profile"_L1].toString(), m_registry->endpoint().toString());
        QVERIFY(QDateTime::fromString(entry["Began"_L1].toString(), Qt::ISODateWithMs)
                <= QDateTime::fromString(entry["Finished"_L1].toString(), Qt::ISODateWithMs));
    }
    for (const auto &request : newest()["Requests"_L1].toArray()) {
        QCOMPARE(request.toObject()["State"_L1].toString(), u"done"_s);
        QVERIFY(!request.toObject()["RequestId"_L1].toString().isEmpty());
    }
}

void tst_History::whatWritesNothingIsNotNotedDown()
{
    const QString id = create(u"bert"_s);
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"Task=x"_s, u"--dry-run"_s}).code, 0);
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"ModelName=bert"_s}).code, 0);
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"OrderNumber=x"_s}).code, 2);
    QCOMPARE(run({u"create"_s, u"--set"_s, u"ModelName=bert"_s}).code, 7);
    QCOMPARE(run({u"delete"_s, u"model-nope"_s, u"--yes"_s}).code, 6);
    QCOMPARE(run({u"delete"_s, id}).code, 2);
    QCOMPARE(entries().size(), 1);
}

void tst_History::anEntrySaysWhatCameOfIt_data()
{
    QTest::addColumn<QStringList>("change");
    QTest::addColumn<QByteArray>("verb"); // of the request that is disturbed
    QTest::addColumn<Do>("fault");
    QTest::addColumn<bool>("blind"); // reading fails from then on
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("outcome");
    const QStringList both{u"--set"_s, u"Task=x"_s, u"--label"_s, u"new=1"_s};
    const QStringList field{u"--set"_s, u"Task=x"_s};
    QTest::newRow("refused") << both << QByteArray("PUT") << Do::Refuse << false << 3
                             << u"failed"_s;
    QTest::newRow("partly") << both << QByteArray("POST") << Do::Refuse << false << 8
                            << u"partly"_s;
    QTest::newRow("lost and found")
        << field << QByteArray("PUT") << Do::LoseAnswer << false << 0 << u"saved"_s;
    QTest::newRow("unknown") << field << QByteArray("PUT") << Do::LoseAnswer << true << 4
                             << u"unknown"_s;
    QTest::newRow("partly, then unknown")
        << both << QByteArray("POST") << Do::LoseAnswer << true << 8 << u"unknown"_s;
    QTest::newRow("not verified") << field << QByteArray("PUT") << Do::Pass << true << 8
                                  << u"unverified"_s;
}

void tst_History::anEntrySaysWhatCameOfIt()
{
    QFETCH(QStringList, change);
    QFETCH(QByteArray, verb);
    QFETCH(Do, fault);
    QFETCH(bool, blind);
    QFETCH(int, code);
    QFETCH(QString, outcome);
    const QString id = create(u"bert"_s);
    bool met = false;
    m_registry->decide = [&](const auto &request) {
        if (request.verb == verb) {
            met = true;
            return fault;
        }
        return met && blind && request.verb == "GET" ? Do::Refuse : Do::Pass;
    };
    const Told told = run(QStringList{u"update"_s, id} + change);
    QVERIFY2(told.code == code, told.err.constData());
    m_registry->decide = {};
    const QJsonObject entry = newest();
    QCOMPARE(entry["Outcome"_L1].toString(), outcome);
    QCOMPARE(entry["ModelId"_L1].toString(), id);
    QCOMPARE(entry["Error"_L1].toObject().isEmpty(), code == 0);
    QVERIFY(!entry["Finished"_L1].toString().isEmpty());
}

void tst_History::aDeletionKeepsWhatWasDeleted()
{
    m_world->file(u"extra.json"_s, "{\"b\":1.0, \"a\":[]}");
    const QString a = create(u"bert"_s, {u"--extra-info"_s, m_world->home.filePath(u"extra.json"_s),
                                         u"--label"_s, u"team=nlp"_s});
    const QString b = create(u"other"_s);
    m_registry->decide = [&](const auto &request) {
        return request.verb == "DELETE" && request.target.contains(b.toLatin1()) ? Do::Refuse
                                                                                 : Do::Pass;
    };
    QCOMPARE(run({u"delete"_s, a, b, u"--yes"_s}).code, 8);
    QCOMPARE(newest()["Outcome"_L1].toString(), u"failed"_s);
    QCOMPARE(newest()["ModelId"_L1].toString(), b);
    const Told told = run({u"history"_s, a, u"--export"_s, u"--limit"_s, u"1"_s});
    QVERIFY2(told.out.contains("\"What\":\"delete\",\"Outcome\":\"saved\"")
                 && told.out.contains("\"ExtraInfo\":{\"b\":1.0, \"a\":[]},\"Labels\":"
                                      "[{\"Key\":\"team\",\"Value\":\"nlp\"}]"),
             told.out.constData());
}

void tst_History::aLostDeletionIsLookedFor_data()
{
    QTest::addColumn<Do>("fault");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("done") << Do::LoseAnswer << 0 << u"Deleted"_s << u"saved"_s;
    QTest::newRow("still there") << Do::LoseRequest << 4 << u"Failed"_s << u"failed"_s;
    QTest::newRow("throttled once") << Do::Throttle << 0 << u"Deleted"_s << u"saved"_s;
}

void tst_History::aLostDeletionIsLookedFor()
{
    QFETCH(Do, fault);
    QFETCH(int, code);
    QFETCH(QString, result);
    QFETCH(QString, outcome);
    const QString id = create(u"bert"_s);
    int deletions = 0;
    m_registry->decide = [&](const auto &request) {
        const bool isFirst = request.verb == "DELETE" && ++deletions == 1;
        return isFirst ? fault : Do::Pass;
    };
    const Told told = run({u"delete"_s, id, u"--yes"_s});
    QCOMPARE(deletions, fault == Do::Throttle ? 2 : 1);
    QVERIFY2(told.code == code, told.err.constData());
    QCOMPARE(told.json()["Models"_L1].toArray()[0].toObject()["Result"_L1].toString(), result);
    QCOMPARE(newest()["Outcome"_L1].toString(), outcome);
}

void tst_History::aColleagueIsNotOverwritten_data()
{
    QTest::addColumn<Do>("fault");
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("code");
    const QStringList update{u"update"_s, QString(), u"--set"_s, u"Task=mine"_s};
    QTest::newRow("reset after it was done") << Do::LoseAnswer << update << 4;
    QTest::newRow("504 after it was done") << Do::DoThenLate << update << 3;
    QTest::newRow("503 after it was done") << Do::DoThenBusy << update << 3;
    QTest::newRow("429") << Do::Throttle << update << 7;
    const QStringList remove{u"delete"_s, QString(), u"--yes"_s};
    QTest::newRow("429 for a deletion") << Do::Throttle << remove << 7;
    QTest::newRow("reset before a deletion") << Do::LoseRequest << remove << 4;
}

void tst_History::aColleagueIsNotOverwritten()
{
    QFETCH(Do, fault);
    QFETCH(QStringList, command);
    QFETCH(int, code);
    const QString id = create(u"bert"_s, {u"--set"_s, u"Task=old"_s});
    int writes = 0;
    m_registry->decide = [&](const auto &request) {
        return request.verb != "GET" && ++writes == 1 ? fault : Do::Pass;
    };
    m_registry->meanwhile = [&](const auto &) {
        m_registry->meanwhile = {};
        const RegisteredModel now = m_registry->model(id);
        ModelMetadata theirs = now.metadata;
        theirs.task = u"theirs"_s;
        m_registry->update(now, theirs);
    };
    command[1] = id;
    const Told told = run(command);
    QVERIFY2(told.code == code, told.err.constData());
    QCOMPARE(writes, 1);
    QCOMPARE(m_registry->model(id).metadata.task, u"theirs"_s);
}

void tst_History::deletesOnlyWhatIsNotNewer()
{
    const QString id = create(u"bert"_s);
    const auto remove = [&](const QString &since) {
        return run({u"delete"_s, id, u"--if-unmodified-since"_s, since, u"--yes"_s});
    };
    QCOMPARE(remove(u"yesterday"_s).code, 2);
    const Told newer = remove(u"2026-01-01T00:00:00Z"_s);
    QVERIFY2(newer.code == 7, newer.err.constData());
    QCOMPARE(newer.json()["Models"_L1].toArray()[0].toObject()["Result"_L1].toString(),
             u"Conflict"_s);
    QCOMPARE(m_registry->count("DELETE"), 0);
    QCOMPARE(remove(u"2126-01-01T00:00:00Z"_s).code, 0);
}

void tst_History::aJournalThatCannotBeWrittenStopsNothing_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("a folder") << u"folder"_s;
    QTest::newRow("locked") << u"locked"_s;
}

void tst_History::aJournalThatCannotBeWrittenStopsNothing()
{
    QFETCH(QString, what);
    const QString id = create(u"bert"_s);
    std::optional<QSqlDatabase> holder;
    if (what == "folder"_L1) {
        QVERIFY(QFile::remove(fileName()) && QDir().mkdir(fileName()));
    } else {
        holder = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
        holder->setDatabaseName(fileName());
        QVERIFY(holder->open());
        QVERIFY(QSqlQuery(*holder).exec(u"BEGIN EXCLUSIVE"_s));
    }
    QElapsedTimer timer;
    timer.start();
    const Told update = run({u"update"_s, id, u"--set"_s, u"Task=x"_s});
    QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()).constData());
    const Told remove = run({u"delete"_s, id, u"--yes"_s});
    holder.reset();
    QSqlDatabase::removeDatabase(u"holder"_s);
    for (const Told &told : {update, remove}) {
        QCOMPARE(told.code, 0);
        QVERIFY2(told.err.startsWith("modelscribe-cli: The journal could not be written: "),
                 told.err.constData());
        QCOMPARE(told.err.count('\n'), 1);
    }
    QCOMPARE(run({u"get"_s, id}).code, 6);
}

void tst_History::listsWhatIsAskedFor()
{
    const QString a = create(u"bert"_s);
    const QString b = create(u"gpt"_s);
    QCOMPARE(run({u"update"_s, a, u"--set"_s, u"Task=needle"_s}).code, 0);
    const auto names = [this](const QStringList &more) {
        QStringList result;
        for (const auto &entry : entries(more))
            result.append(entry.toObject()["ModelName"_L1].toString());
        return result;
    };
    const QStringList all{u"bert"_s, u"gpt"_s, u"bert"_s};
    QCOMPARE(names({}), all);
    QCOMPARE(names({a}), (QStringList{u"bert"_s, u"bert"_s}));
    QCOMPARE(names({u"--query"_s, u"NEEDLE"_s}), QStringList{u"bert"_s});
    QCOMPARE(names({u"--limit"_s, u"2"_s}), all.first(2));
    QCOMPARE(names({u"--limit"_s, u"0"_s}), QStringList());
    QCOMPARE(names({u"--since"_s, u"2999-01-01T00:00:00Z"_s}), QStringList());
    QCOMPARE(names({u"--since"_s, u"2020-01-01"_s}), all);
    QCOMPARE(names({u"--until"_s, u"2020-01-01T00:00:00+08:00"_s}), QStringList());
    QCOMPARE(names({u"--endpoint"_s, m_registry->endpoint().toString()}), all);
    QCOMPARE(names({u"--endpoint"_s, u"https://example.com"_s}), QStringList());
    const Told csv = run({u"history"_s, b, u"--output"_s, u"csv"_s});
    QVERIFY2(csv.out.startsWith("Id,Began,Finished,Profile,Registry,ModelId,ModelName,What,"
                                "Outcome,Changes,Reverts\r\n")
                 && csv.out.endsWith("," + b.toLatin1() + ",gpt,create,saved,1,\r\n"),
             csv.out.constData());
    const Told table = run({u"history"_s, u"--output"_s, u"table"_s});
    QCOMPARE(table.out.count('\n'), 4);
    QVERIFY(table.out.startsWith("Began "));
}

void tst_History::exportsWholeEntries()
{
    const QString id = create(u"bert"_s);
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"Task=x"_s}).code, 0);
    const Told told = run({u"history"_s, u"--export"_s, u"--output"_s, u"table"_s});
    QCOMPARE(told.code, 0);
    const QJsonArray all = QJsonDocument::fromJson(told.out).array();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0]["After"_L1]["Task"_L1].toString(), u"x"_s);
    QCOMPARE(all[0]["Held"_L1]["Task"_L1].toString(), u"x"_s);
    QVERIFY(!all[1].toObject().contains("Before"_L1));
    Journal journal(fileName());
    const auto exported = modelscribe::testing::wait(journal.exportJson({.limit = -1}));
    QVERIFY(exported);
    QCOMPARE(told.out, *exported);
}

void tst_History::aBadFileIsTold()
{
    create(u"bert"_s);
    QFile file(fileName());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(63) && file.putChar(99));
    file.close();
    for (const QStringList &arguments :
         {QStringList{}, QStringList{u"--export"_s},
          QStringList{u"--revert"_s, u"6f1b9a52-93f4-4a7e-8f0c-0d5d3f7f2a11"_s}}) {
        const Told told = run(QStringList{u"history"_s} + arguments);
        QCOMPARE(told.code, 2);
        QCOMPARE(told.out, QByteArray());
        QVERIFY2(told.err.contains("written by a newer version of this program"),
                 told.err.constData());
    }
}

void tst_History::takesAnUpdateBack()
{
    const QString id = create(u"bert"_s, {u"--set"_s, u"Task=old"_s, u"--label"_s, u"a=1"_s});
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"Task=new"_s, u"--label"_s, u"a=2"_s, u"--label"_s,
                  u"b=3"_s})
                 .code,
             0);
    const QString entry = entries()[0].toObject()["Id"_L1].toString();
    // What others did elsewhere stays.
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"Domain=nlp"_s}).code, 0);
    const Told told = run({u"history"_s, u"--revert"_s, entry});
    QVERIFY2(told.code == 0, told.err.constData());
    QCOMPARE(told.json()["Result"_L1].toString(), u"Saved"_s);
    QCOMPARE(told.json()["Changes"_L1].toArray().size(), 3);
    const QJsonObject model = run({u"get"_s, id}).json();
    QCOMPARE(model["Task"_L1].toString(), u"old"_s);
    QCOMPARE(model["Domain"_L1].toString(), u"nlp"_s);
    QCOMPARE(model["Labels"_L1].toArray().size(), 1);
    QCOMPARE(model["Labels"_L1][0]["Value"_L1].toString(), u"1"_s);
    const QJsonObject last = entries()[0].toObject();
    QCOMPARE(last["Reverts"_L1].toString(), entry);
    // It can be taken back itself; twice the same changes nothing.
    const Told again = run({u"history"_s, u"--revert"_s, entry});
    QCOMPARE(again.code, 0);
    QCOMPARE(again.json()["Result"_L1].toString(), u"Unchanged"_s);
    QCOMPARE(run({u"history"_s, u"--revert"_s, last["Id"_L1].toString()}).code, 0);
    QCOMPARE(run({u"get"_s, id}).json()["Task"_L1].toString(), u"new"_s);
}

void tst_History::takingBackShowsItsPlanFirst()
{
    const QString id = create(u"bert"_s, {u"--set"_s, u"Task=old"_s});
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"Task=new"_s}).code, 0);
    const QString entry = entries()[0].toObject()["Id"_L1].toString();
    const Told dry = run({u"history"_s, u"--revert"_s, entry, u"--dry-run"_s});
    QCOMPARE(dry.code, 0);
    QCOMPARE(dry.json()["Result"_L1].toString(), u"DryRun"_s);
    QVERIFY(dry.out.contains("{\"Field\":\"Task\",\"Before\":\"new\",\"After\":\"old\"}"));
    QCOMPARE(run({u"get"_s, id}).json()["Task"_L1].toString(), u"new"_s);
    QCOMPARE(entries().size(), 2);
    const Told told = run(
        {u"history"_s, u"--revert"_s, u"{"_s + entry + u"}"_s, u"--output"_s, u"table"_s});
    QCOMPARE(told.code, 0);
    QVERIFY2(told.err.contains("Task   new     old"), told.err.constData());
    QCOMPARE(told.out, "Saved " + id.toLatin1() + '\n');
}

void tst_History::whatOthersChangedSinceIsNotTakenBack()
{
    const QString id = create(u"bert"_s, {u"--set"_s, u"Task=old"_s, u"--label"_s, u"a=1"_s});
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"Task=new"_s, u"--set"_s, u"Domain=nlp"_s,
                  u"--label"_s, u"a=2"_s})
                 .code,
             0);
    const QString entry = entries()[0].toObject()["Id"_L1].toString();
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"Task=theirs"_s, u"--label"_s, u"a=9"_s}).code, 0);
    const QByteArray before = run({u"get"_s, id}).out;
    const Told told = run({u"history"_s, u"--revert"_s, entry, u"--output"_s, u"json"_s});
    QCOMPARE(told.code, 7);
    QVERIFY2(told.err.contains("changed since at Task, Labels/a; nothing was written"),
             told.err.constData());
    QVERIFY(told.err.contains("\"Kind\":\"Conflict\""));
    QCOMPARE(run({u"get"_s, id}).out, before);
    QCOMPARE(entries().size(), 3);
}

void tst_History::someEntriesCannotBeTakenBack()
{
    const QString id = create(u"bert"_s);
    const QString created = entries()[0].toObject()["Id"_L1].toString();
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"Task=x"_s}).code, 0);
    const QString updated = entries()[0].toObject()["Id"_L1].toString();
    const Told create = run({u"history"_s, u"--revert"_s, created});
    QCOMPARE(create.code, 2);
    QVERIFY2(create.err.contains("the entry created the model"), create.err.constData());
    const Told elsewhere = run({u"history"_s, u"--revert"_s, updated, u"--local"_s,
                                m_world->home.filePath(u"elsewhere.db"_s)});
    QCOMPARE(elsewhere.code, 2);
    QVERIFY2(elsewhere.err.contains("of another registry, http://127.0.0.1:"),
             elsewhere.err.constData());
    QCOMPARE(run({u"delete"_s, id, u"--yes"_s}).code, 0);
    const Told deleted = run(
        {u"history"_s, u"--revert"_s, entries()[0].toObject()["Id"_L1].toString()});
    QCOMPARE(deleted.code, 2);
    QVERIFY2(deleted.err.contains("the window can create it again"), deleted.err.constData());
    QCOMPARE(run({u"history"_s, u"--revert"_s, updated}).code, 6); // it is gone
}

void tst_History::nothingMovesTheCursor()
{
    const QString id = create(u"a\x1b[2Jb"_s);
    QVERIFY(!id.isEmpty());
    const Told told = run({u"history"_s, u"--output"_s, u"table"_s});
    QVERIFY(told.out.contains("⟦U+001B⟧"));
    QVERIFY(!told.out.contains('\x1b'));
}

void tst_History::noSecretGetsIn()
{
    const AccessKey key{.id = "LTAICanaryId4Tq7",
                        .secret = "CanarySecret9Wm3Kd5",
                        .securityToken = "CanaryToken5Hq8Zr2"};
    LocalRegistry registry(
        {.database = m_world->home.filePath(u"tokens.db"_s), .keys = {key}, .samples = 0});
    const auto port = modelscribe::testing::wait(registry.start());
    QVERIFY(port);
    QProcessEnvironment &environment = m_world->environment;
    environment.insert(u"MODELSCRIBE_ENDPOINT"_s, u"http://127.0.0.1:%1"_s.arg(*port));
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, QString::fromLatin1(key.id));
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, QString::fromLatin1(key.secret));
    environment.insert(u"ALIBABA_CLOUD_SECURITY_TOKEN"_s, QString::fromLatin1(key.securityToken));
    const QString id = create(u"bert"_s);
    QVERIFY(!id.isEmpty());
    QCOMPARE(run({u"update"_s, id, u"--set"_s, u"Task=x"_s, u"--label"_s, u"a=1"_s}).code, 0);
    // A window that has it open keeps what the last ones wrote in the -wal.
    Journal window(fileName());
    QVERIFY(modelscribe::testing::wait(window.report()));
    QCOMPARE(run({u"delete"_s, id, u"--yes"_s}).code, 0);
    QCOMPARE(entries().size(), 3);
    QVERIFY(QFile::exists(fileName() + u"-wal"_s));

    QByteArray all;
    const QDir folder(QFileInfo(fileName()).path());
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        all += file.readAll();
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup
                            | QFile::WriteOther;
        QVERIFY(!(file.permissions() & others));
    }
    QVERIFY(all.contains("bert"));
    all += m_world->everything;
    for (const QByteArray &secret : {key.id, key.secret, key.securityToken}) {
        QVERIFY(!all.contains(secret));
        QVERIFY(!all.contains(secret.toHex()));
        QVERIFY(!all.contains(secret.toBase64()));
    }
}

MODELSCRIBE_TEST(tst_History)

} // namespace tst_history

#include "tst_history.moc"
