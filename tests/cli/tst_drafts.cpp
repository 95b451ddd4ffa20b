// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "store/draftstore.h"
#include "store/storetesting.h"
#include "testclass.h"

#include <QDir>
#include <QJsonArray>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QTimeZone>

namespace tst_drafts {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Drafts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void withoutDraftsTheListIsEmpty();
    void listsWhatIsKept();
    void listsTheChosenRegistry_data();
    void listsTheChosenRegistry();
    void showsFieldByField();
    void showsWhatIsNoValueYet();
    void extraInfoIsShownToTheLetter_data();
    void extraInfoIsShownToTheLetter();
    void discardingNeedsAWord();
    void discardsAndAWindowHearsOfIt();
    void anIdOfSeveralRegistriesNeedsOne();
    void whatIsNotThereIsNotFound();
    void nothingMovesTheCursor();
    void aBadFileIsToldAndLeft_data();
    void aBadFileIsToldAndLeft();
    void whatADamagedFileStillHasIsListed();

private:
    QString fileName() const
    {
        return m_world->environment.value(u"XDG_DATA_HOME"_s) + u"/modelscribe/drafts.db"_s;
    }
    //! Keeps a draft as a window does.
    void keep(const QString &registry, const QString &id, const ModelMetadata &base,
              const ModelMetadata &edited)
    {
        DraftStore store(fileName());
        Draft draft{
            .registryKey = registry,
            .modelId = id,
            .workspaceId = u"7"_s,
            .base = {.id = id, .metadata = base},
            .edited = edited,
            .changed = QDateTime(QDate(2024, 5, 17), QTime(10, 0, m_kept++), QTimeZone::utc())};
        if (draft.isNew())
            draft.base = {};
        QVERIFY(storetesting::wait(store.put(draft)));
    }
    void keepSome()
    {
        keep(u"https://a.example"_s, u"model-1"_s, {.name = u"bert"_s, .task = u"old"_s},
             {.name = u"bert"_s, .task = u"new"_s, .labels = {{u"team"_s, u"nlp"_s}}});
        keep(u"https://b.example"_s, u"new-1"_s, {}, {.name = u"young"_s});
        keep(u"https://b.example"_s, u"model-1"_s, {.name = u"x"_s}, {.name = u"y"_s});
    }
    QStringList listed(const QStringList &more = {})
    {
        QStringList names;
        for (const auto &draft :
             m_world->run(QStringList{u"drafts"_s} + more).json()["Drafts"_L1].toArray())
            names.append(draft["Name"_L1].toString());
        return names;
    }

    std::unique_ptr<CliWorld> m_world;
    int m_kept = 0;
};

void tst_Drafts::init()
{
    m_kept = 0;
    m_world = std::make_unique<CliWorld>();
    // No key and no registry are needed.
    m_world->environment.remove(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s);
    m_world->environment.insert(u"MODELSCRIBE_ENDPOINT"_s, u"http://127.0.0.1:1"_s);
}

void tst_Drafts::withoutDraftsTheListIsEmpty()
{
    const Told told = m_world->run({u"drafts"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.out, QByteArray("{\"Drafts\":[]}\n"));
    QCOMPARE(told.err, QByteArray());
}

void tst_Drafts::listsWhatIsKept()
{
    keepSome();
    const Told told = m_world->run({u"drafts"_s, u"list"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.err, QByteArray());
    QCOMPARE(
        told.out,
        QByteArray("{\"Drafts\":["
                   "{\"Registry\":\"https://b.example\",\"ModelId\":\"model-1\",\"Name\":\"y\","
                   "\"Changes\":1,\"Changed\":\"2024-05-17T10:00:02.000Z\",\"New\":false},\n"
                   "{\"Registry\":\"https://b.example\",\"ModelId\":\"new-1\",\"Name\":\"young\","
                   "\"Changes\":1,\"Changed\":\"2024-05-17T10:00:01.000Z\",\"New\":true},\n"
                   "{\"Registry\":\"https://a.example\",\"ModelId\":\"model-1\",\"Name\":\"bert\","
                   "\"Changes\":2,\"Changed\":\"2024-05-17T10:00:00.000Z\",\"New\":false}]}\n"));
    QCOMPARE(m_world->run({u"drafts"_s}).out, told.out);
    const Told csv = m_world->run({u"drafts"_s, u"--output"_s, u"csv"_s});
    QVERIFY(csv.out.startsWith("Registry,ModelId,Name,Changes,Changed,New\r\n"
                               "https://b.example,model-1,y,1,2024-05-17T10:00:02.000Z,false\r\n"));
    const Told table = m_world->run({u"drafts"_s, u"list"_s, u"--output"_s, u"table"_s});
    QCOMPARE(table.out.count('\n'), 4);
    QVERIFY(table.out.startsWith("Registry "));
}

void tst_Drafts::listsTheChosenRegistry_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const QString &line, const QStringList &names) {
        QTest::newRow(qPrintable(line)) << line.split(u' ') << names;
    };
    row(u"--registry https://b.example"_s, {u"y"_s, u"young"_s});
    row(u"list --registry https://a.example"_s, {u"bert"_s});
    row(u"--registry https://c.example"_s, {});
    row(u"--endpoint https://b.example"_s, {u"y"_s, u"young"_s});
    row(u"--endpoint https://b.example --workspace 8"_s, {});
    row(u"--workspace 7"_s, {u"local"_s, u"y"_s, u"young"_s, u"bert"_s});
    row(u"--local HOME/mine.db"_s, {u"local"_s});
    row(u"--local HOME/other.db"_s, {});
    row(u"--profile kept"_s, {u"bert"_s});
}

void tst_Drafts::listsTheChosenRegistry()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, names);
    keepSome();
    keep(u"local:"_s + m_world->home.filePath(u"mine.db"_s), u"model-1"_s, {.name = u"x"_s},
         {.name = u"local"_s});
    const QString config = m_world->environment.value(u"XDG_CONFIG_HOME"_s) + u"/modelscribe"_s;
    QVERIFY(QDir().mkpath(config));
    const QByteArray profiles = R"({"profiles":[{"name":"kept","endpoint":"https://a.example"}]})";
    QVERIFY(storetesting::writeAll(config + u"/profiles.json"_s, profiles));
    arguments.replaceInStrings(u"HOME"_s, m_world->home.path());
    QCOMPARE(listed(arguments), names);
}

void tst_Drafts::showsFieldByField()
{
    keepSome();
    const QStringList show{u"drafts"_s, u"show"_s, u"model-1"_s, u"--registry"_s,
                           u"https://a.example"_s};
    const Told told = m_world->run(show);
    QCOMPARE(told.code, 0);
    QCOMPARE(told.json()["Name"_L1].toString(), u"bert"_s);
    QCOMPARE(told.json()["WorkspaceId"_L1].toString(), u"7"_s);
    QVERIFY2(told.out.contains("\"Fields\":["
                               "{\"Field\":\"Task\",\"Before\":\"old\",\"After\":\"new\"},"
                               "{\"Field\":\"Label team\",\"Before\":null,\"After\":\"nlp\"}]"),
             told.out.constData());
    const Told csv = m_world->run(show + QStringList{u"--output"_s, u"csv"_s});
    QCOMPARE(csv.out, QByteArray("Field,Before,After\r\nTask,old,new\r\nLabel team,,nlp\r\n"));
    const Told table = m_world->run(show + QStringList{u"--output"_s, u"table"_s});
    QCOMPARE(table.out, QByteArray("Field       Before  After\n"
                                   "Task        old     new\n"
                                   "Label team          nlp\n"));
    QCOMPARE(m_world->run({u"drafts"_s, u"show"_s, u"new-1"_s}).json()["New"_L1].toBool(), true);
}

void tst_Drafts::showsWhatIsNoValueYet()
{
    {
        DraftStore store(fileName());
        QVERIFY(storetesting::wait(store.put({.registryKey = u"https://a.example"_s,
                                              .modelId = u"model-1"_s,
                                              .base = {.id = u"model-1"_s},
                                              .unfinished = {{u"value $.n"_s, u"12,"_s}}})));
    }
    const QStringList show{u"drafts"_s, u"show"_s, u"model-1"_s};
    QCOMPARE(m_world->run(show).json()["Unfinished"_L1]["value $.n"_L1].toString(), u"12,"_s);
    const Told table = m_world->run(show + QStringList{u"--output"_s, u"table"_s});
    QVERIFY2(table.err.contains("12,"), table.err.constData());
}

void tst_Drafts::extraInfoIsShownToTheLetter_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("JSON") << QByteArray("{ \"b\":1.0,\"a\":12345678901234567890, \"b\":1E+2}")
                          << QByteArray("{ \"b\":1.0,\"a\":12345678901234567890, \"b\":1E+2}");
    QTest::newRow("half typed") << QByteArray("{\"b\":") << QByteArray("\"{\\\"b\\\":\"");
}

void tst_Drafts::extraInfoIsShownToTheLetter()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, shown);
    keep(u"https://a.example"_s, u"model-1"_s,
         {.name = u"a"_s, .extraInfo = JsonText(QByteArray("{\"z\":1.50}"))},
         {.name = u"a"_s, .extraInfo = JsonText(typed)});
    const Told told = m_world->run({u"drafts"_s, u"show"_s, u"model-1"_s});
    QVERIFY2(told.out.contains("\"Before\":{\"z\":1.50},\"After\":" + shown + '}'),
             told.out.constData());
}

void tst_Drafts::discardingNeedsAWord()
{
    keepSome();
    const Told told = m_world->run({u"drafts"_s, u"discard"_s, u"new-1"_s});
    QCOMPARE(told.code, 2);
    QCOMPARE(told.out, QByteArray());
    QVERIFY2(told.err.contains("nothing was discarded, add --yes to discard young (new-1, 1 "),
             told.err.constData());
    QCOMPARE(listed().size(), 3);
}

void tst_Drafts::discardsAndAWindowHearsOfIt()
{
    keepSome();
    DraftStore window(fileName(), QUuid::createUuid(), {.pollInterval = 50});
    QVERIFY(storetesting::wait(window.report()));
    const QSignalSpy heard(&window, &DraftStore::changedElsewhere);
    const Told told = m_world->run({u"drafts"_s, u"discard"_s, u"model-1"_s, u"new-1"_s, u"--yes"_s,
                                    u"--registry"_s, u"https://b.example"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.out, QByteArray("{\"Drafts\":[{\"Registry\":\"https://b.example\",\"ModelId\":"
                                  "\"model-1\",\"Result\":\"Discarded\"},\n"
                                  "{\"Registry\":\"https://b.example\",\"ModelId\":\"new-1\","
                                  "\"Result\":\"Discarded\"}]}\n"));
    QTRY_COMPARE(heard.size(), 2);
    QCOMPARE(listed(), QStringList{u"bert"_s});
    const auto left = storetesting::wait(window.all());
    QVERIFY(left);
    QCOMPARE(left->drafts.size(), 1);
    QCOMPARE(
        m_world->run({u"drafts"_s, u"discard"_s, u"model-1"_s, u"--yes"_s, u"--output"_s, u"csv"_s})
            .out,
        QByteArray("Registry,ModelId,Result\r\nhttps://a.example,model-1,Discarded\r\n"));
}

void tst_Drafts::anIdOfSeveralRegistriesNeedsOne()
{
    keepSome();
    for (const QStringList &arguments : {QStringList{u"show"_s, u"model-1"_s},
                                         QStringList{u"discard"_s, u"model-1"_s, u"--yes"_s}}) {
        const Told told = m_world->run(QStringList{u"drafts"_s} + arguments);
        QCOMPARE(told.code, 2);
        QVERIFY2(told.err.contains("--registry: https://b.example, https://a.example"),
                 told.err.constData());
    }
    QCOMPARE(listed().size(), 3);
}

void tst_Drafts::whatIsNotThereIsNotFound()
{
    keepSome();
    QCOMPARE(m_world->run({u"drafts"_s, u"show"_s, u"model-9"_s}).code, 6);
    const Told told = m_world->run({u"drafts"_s, u"discard"_s, u"new-1"_s, u"model-9"_s, u"--yes"_s,
                                    u"--output"_s, u"json"_s});
    QCOMPARE(told.code, 6);
    QVERIFY2(told.err.contains("There is no draft of “model-9”; nothing was discarded"),
             told.err.constData());
    QVERIFY(told.err.contains("{\"Error\":{\"Kind\":\"NotFound\""));
    QCOMPARE(listed().size(), 3);
}

void tst_Drafts::nothingMovesTheCursor()
{
    const QString evil = u"a\x1b[2J\u202Eb\r\nc"_s;
    keep(u"https://a.example"_s, u"model-1"_s, {.name = u"a"_s}, {.name = evil, .task = evil});
    for (const QStringList &arguments :
         {QStringList{u"list"_s}, QStringList{u"show"_s, u"model-1"_s},
          QStringList{u"discard"_s, u"model-1"_s}}) {
        const Told told = m_world->run(QStringList{u"drafts"_s, u"--output"_s, u"table"_s}
                                       + arguments);
        const QByteArray all = told.out + told.err;
        QVERIFY(all.contains("⟦U+001B⟧"));
        QVERIFY(!all.contains('\x1b') && !all.contains('\r') && !all.contains("\u202E"));
    }
}

void tst_Drafts::aBadFileIsToldAndLeft_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("newer") << u"newer"_s << QByteArray("a newer version of this program");
    QTest::newRow("locked") << u"locked"_s << QByteArray("locked by another program");
    QTest::newRow("a folder") << u"folder"_s << QByteArray("cannot be read: ");
    QTest::newRow("a link") << u"link"_s << QByteArray("cannot be read: ");
}

void tst_Drafts::aBadFileIsToldAndLeft()
{
    QFETCH(QString, what);
    QFETCH(QByteArray, said);
    keepSome();
    const QString name = fileName();
    if (what == "newer"_L1) {
        QByteArray bytes = storetesting::readAll(name);
        bytes[63] = 99; // the version, in the file's head
        QVERIFY(storetesting::writeAll(name, bytes));
    } else if (what == "folder"_L1) {
        QVERIFY(QFile::remove(name) && QDir().mkdir(name));
    } else if (what == "link"_L1) {
        QVERIFY(QFile::rename(name, name + u".far"_s) && QFile::link(name + u".far"_s, name));
    }
    const QByteArray before = storetesting::readAll(name);
    // Reading the file in between would end the lock: it is one of the process.
    std::optional<QSqlDatabase> holder;
    if (what == "locked"_L1) {
        holder = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
        holder->setDatabaseName(name);
        QVERIFY(holder->open());
        QVERIFY(QSqlQuery(*holder).exec(u"BEGIN EXCLUSIVE"_s));
    }
    for (const QStringList &arguments : {QStringList{}, QStringList{u"show"_s, u"new-1"_s},
                                         QStringList{u"discard"_s, u"new-1"_s, u"--yes"_s}}) {
        const Told told = m_world->run(QStringList{u"drafts"_s} + arguments);
        QCOMPARE(told.code, 2);
        QCOMPARE(told.out, QByteArray());
        QVERIFY2(told.err.startsWith("modelscribe-cli: ") && told.err.contains(said),
                 told.err.constData());
        QVERIFY(told.err.contains("[Code="));
        QCOMPARE(told.err.count('\n'), 1);
    }
    holder.reset();
    QSqlDatabase::removeDatabase(u"holder"_s);
    QCOMPARE(storetesting::readAll(name), before);
    QCOMPARE(QDir(QFileInfo(name).path()).entryList({u"*damaged*"_s}).size(), 0);
}

void tst_Drafts::whatADamagedFileStillHasIsListed()
{
    keepSome();
    QByteArray bytes = storetesting::readAll(fileName());
    bytes.replace(0, 16, QByteArray(16, 'x'));
    QVERIFY(storetesting::writeAll(fileName(), bytes));

    const Told told = m_world->run({u"drafts"_s, u"discard"_s, u"new-1"_s, u"--yes"_s});
    QCOMPARE(told.code, 2);
    QVERIFY2(told.err.contains("damaged") && told.err.contains("; nothing was discarded"),
             told.err.constData());
    QVERIFY(storetesting::writeAll(fileName(), bytes));
    const Told list = m_world->run({u"drafts"_s});
    QCOMPARE(list.code, 2);
    QCOMPARE(list.json()["Drafts"_L1].toArray().size(), 3);
    QVERIFY2(list.err.contains("was damaged: it is kept as "), list.err.constData());

    const QDir folder(QFileInfo(fileName()).path());
    for (const QString &aside : folder.entryList({u"*damaged*"_s}))
        QCOMPARE(storetesting::readAll(folder.filePath(aside)), bytes);
    QVERIFY(!folder.entryList({u"*damaged*"_s}).isEmpty());
    QCOMPARE(m_world->run({u"drafts"_s}).code, 0);
    QCOMPARE(listed().size(), 3);
}

MODELSCRIBE_TEST(tst_Drafts)

} // namespace tst_drafts

#include "tst_drafts.moc"
