// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whendone.h"
#include "registry/leftovers.h"
#include "registry/outcomewording.h"
#include "registry/registryproxy.h"
#include "registry/writer.h"
#include "store/journal.h"
#include "store/storetesting.h"
#include "testclass.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace tst_writer {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using Do = RegistryProxy::Do;

const QString registryKey = u"the registry"_s;

class tst_Writer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tellsInOrder();
    void theDraftIsOnTheDiskBeforeTheJournalKnows();
    void oneRunAnObject();
    void goesOnWhenAnotherConnectionIsChosen();
    void noJournalStopsNothing();
    void aSilentJournalIsNotWaitedForTooLong();
    void leftoversDoNotWaitForASilentDisk();
    void oneVerdictForADeletion_data();
    void oneVerdictForADeletion();
    void theTableOfVerdicts();

private:
    RegisteredModel make(const QString &name)
    {
        return m_registry->model(m_registry->create({.name = name}));
    }
    static ObjectRef refOf(const RegisteredModel &model)
    {
        return {.registryKey = registryKey, .workspaceId = model.workspaceId, .modelId = model.id};
    }
    static SavePlan planOf(const RegisteredModel &model, const QString &task = u"x"_s)
    {
        ModelMetadata edited = model.metadata;
        edited.task = task;
        return *SavePlan::make(model, edited, model.workspaceId);
    }
    QList<JournalHead> heads()
    {
        return storetesting::wait(m_journal->list({.limit = -1})).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Writer> m_writer;
};

void tst_Writer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<RegistryProxy>();
    m_connection = std::make_unique<Connection>(
        ConnectionSettings{.target = {.title = u"test"_s,
                                      .endpoint = m_registry->endpoint(),
                                      .registryKey = registryKey},
                           .credentials = RegistryProxy::credentials()},
        quickOptions());
    m_journal = std::make_unique<Journal>(m_folder->filePath(u"journal.db"_s));
    m_writer = std::make_unique<Writer>(m_journal.get());
    SaveRunOptions runs;
    runs.lookPauses = {std::chrono::milliseconds(1), std::chrono::milliseconds(5)};
    m_writer->setOptions({.runs = runs});
}

void tst_Writer::cleanup()
{
    m_writer.reset();
    m_journal.reset();
    m_connection.reset();
}

//! Everything is said once, and in the order that Writer promises.
void tst_Writer::tellsInOrder()
{
    const RegisteredModel model = make(u"a"_s);
    QStringList said;
    m_registry->decide = [&](const ReceivedRequest &request) {
        if (request.verb == "PUT") {
            const auto begun = heads();
            said.append(begun.size() == 1 && begun[0].outcome == JournalHead::Outcome::Begun
                            ? u"sent, noted before"_s
                            : u"sent"_s);
        }
        return Do::Pass;
    };
    WriteWish wish;
    wish.take = [&](const WriteOutcome &) { said.append(u"take"_s); };
    wish.takeNoted = [&](const WriteOutcome &) {
        const auto ended = heads();
        said.append(ended[0].outcome == JournalHead::Outcome::Saved ? u"noted"_s : u"not noted"_s);
    };
    connect(m_writer.get(), &Writer::ended, this, [&] { said.append(u"ended"_s); });
    SaveRun *run = m_writer->save(*m_connection, refOf(model), planOf(model), wish);
    connect(run, &SaveRun::finished, this, [&] { said.append(u"finished"_s); });
    QVERIFY(m_writer->isWriting());
    QTRY_VERIFY(!m_writer->isWriting());
    const QStringList order{u"sent, noted before"_s, u"take"_s, u"ended"_s, u"finished"_s,
                            u"noted"_s};
    QCOMPARE(said, order);
}

void tst_Writer::theDraftIsOnTheDiskBeforeTheJournalKnows()
{
    const RegisteredModel model = make(u"a"_s);
    QPromise<Result<std::monostate>> kept;
    kept.start();
    WriterOptions options = m_writer->options();
    options.keepFirst = [&] { return kept.future(); };
    m_writer->setOptions(options);
    const QSignalSpy ended(m_writer.get(), &Writer::ended);
    m_writer->save(*m_connection, refOf(model), planOf(model));
    QTRY_COMPARE(ended.size(), 1);
    QTest::qWait(20);
    QCOMPARE(heads()[0].outcome, JournalHead::Outcome::Begun);
    QVERIFY(m_writer->isWriting());
    kept.addResult(failure(Error::Kind::Storage)); // well or not
    kept.finish();
    QTRY_VERIFY(!m_writer->isWriting());
    QCOMPARE(heads()[0].outcome, JournalHead::Outcome::Saved);
}

void tst_Writer::oneRunAnObject()
{
    const RegisteredModel model = make(u"a"_s);
    const RegisteredModel other = make(u"b"_s);
    QVERIFY(m_writer->save(*m_connection, refOf(model), planOf(model)));
    QVERIFY(!m_writer->save(*m_connection, refOf(model), planOf(model, u"y"_s)));
    QVERIFY(!m_writer->remove(*m_connection, refOf(model)));
    QVERIFY(!m_writer->inquire(*m_connection, refOf(model), planOf(model), {}, {}));
    QVERIFY(m_writer->save(*m_connection, refOf(other), planOf(other)));
    QTRY_VERIFY(!m_writer->isRunning());
    QVERIFY(m_writer->remove(*m_connection, refOf(model)));
    QTRY_VERIFY(!m_writer->isRunning());
    QVERIFY(m_registry->modelsNamed(u"a"_s).isEmpty());
}

void tst_Writer::goesOnWhenAnotherConnectionIsChosen()
{
    const RegisteredModel model = make(u"a"_s);
    const QSignalSpy ended(m_writer.get(), &Writer::ended);
    m_writer->save(*m_connection, refOf(model), planOf(model));
    QSignalSpy gone(m_connection.get(), &QObject::destroyed);
    m_writer->keepUntilEnded(std::move(m_connection));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<WriteOutcome>().verdict, Verdict::Done);
    QTRY_COMPARE(gone.size(), 1);
}

void tst_Writer::noJournalStopsNothing()
{
    const RegisteredModel model = make(u"a"_s);
    Writer writer;
    const QSignalSpy ended(&writer, &Writer::ended);
    bool noted = false;
    writer.save(*m_connection, refOf(model), planOf(model),
                {.takeNoted = [&](const WriteOutcome &) { noted = true; }});
    QTRY_VERIFY(noted);
    QCOMPARE(ended[0][0].value<WriteOutcome>().verdict, Verdict::Done);
    QVERIFY(ended[0][0].value<WriteOutcome>().entry.isNull());
}

void tst_Writer::aSilentJournalIsNotWaitedForTooLong()
{
    const RegisteredModel model = make(u"a"_s);
    QFile(m_folder->filePath(u"folder.db"_s)).remove();
    QDir(m_folder->path()).mkdir(u"folder.db"_s);
    Journal broken(m_folder->filePath(u"folder.db"_s));
    Writer writer(&broken);
    WriterOptions options;
    options.journalPatience = std::chrono::milliseconds(50);
    writer.setOptions(options);
    const QSignalSpy ended(&writer, &Writer::ended);
    const QSignalSpy failed(&writer, &Writer::journalFailed);
    writer.save(*m_connection, refOf(model), planOf(model));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<WriteOutcome>().verdict, Verdict::Done);
    QTRY_COMPARE(failed.size(), 1);
}

//! A command has to go on.
void tst_Writer::leftoversDoNotWaitForASilentDisk()
{
    const QString file = m_folder->filePath(u"locked.db"_s);
    {
        Journal made(file);
        QVERIFY(storetesting::wait(made.report()));
    }
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(file);
        QVERIFY(other.open());
        QSqlQuery query(other);
        QVERIFY(query.exec(u"PRAGMA locking_mode = EXCLUSIVE"_s));
        QVERIFY(query.exec(u"BEGIN EXCLUSIVE"_s));
        Journal journal(file, {.busyTimeout = 3000});
        Writer writer(&journal);
        WriterOptions options;
        options.journalPatience = std::chrono::milliseconds(50);
        writer.setOptions(options);
        const QSignalSpy settled(&writer.leftovers(), &Leftovers::finished);
        QElapsedTimer timer;
        timer.start();
        writer.leftovers().settle(*m_connection, {});
        QTRY_COMPARE(settled.size(), 1);
        QVERIFY2(timer.elapsed() < 2000, QByteArray::number(timer.elapsed()).constData());
        query.exec(u"ROLLBACK"_s);
        query.clear();
        other.close();
    }
    QSqlDatabase::removeDatabase(u"other"_s);
}

void tst_Writer::oneVerdictForADeletion_data()
{
    QTest::addColumn<Do>("fault");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<JournalHead::Outcome>("noted");
    using Noted = JournalHead::Outcome;
    QTest::newRow("well") << Do::Pass << Verdict::Done << Noted::Saved;
    QTest::newRow("lost, done") << Do::LoseAnswer << Verdict::Done << Noted::Saved;
    QTest::newRow("lost, not done") << Do::LoseRequest << Verdict::Failed << Noted::Failed;
    QTest::newRow("refused") << Do::Refuse << Verdict::Failed << Noted::Failed;
    QTest::newRow("gone already") << Do::NotFound << Verdict::GoneAlready << Noted::Failed;
}

//! Whether it is waited for, or settled by the next start of a program.
void tst_Writer::oneVerdictForADeletion()
{
    QFETCH(const Do, fault);
    QFETCH(const Verdict, verdict);
    QFETCH(const JournalHead::Outcome, noted);
    const RegisteredModel model = make(u"a"_s);
    m_registry->decide = [&](const ReceivedRequest &request) {
        return request.verb == "DELETE" ? fault : Do::Pass;
    };
    const QSignalSpy ended(m_writer.get(), &Writer::ended);
    m_writer->remove(*m_connection, refOf(model));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<WriteOutcome>().verdict, verdict);
    QTRY_VERIFY(!m_writer->isWriting());
    QCOMPARE(heads()[0].outcome, noted);
    if (fault != Do::LoseAnswer && fault != Do::LoseRequest)
        return;

    // The same left begun by a program that was killed.
    JournalEntry left = storetesting::wait(m_journal->entry(heads()[0].id)).value();
    left.head.id = QUuid::createUuid();
    left.head.outcome = JournalHead::Outcome::Begun;
    left.head.finished = {};
    m_writer.reset();
    m_journal.reset();
    {
        Journal killed(m_folder->filePath(u"killed.db"_s));
        QVERIFY(storetesting::wait(killed.begin(left)));
    }
    m_journal = std::make_unique<Journal>(m_folder->filePath(u"killed.db"_s));
    m_writer = std::make_unique<Writer>(m_journal.get());
    SaveRunOptions runs;
    runs.lookPauses = {std::chrono::milliseconds(1)};
    m_writer->setOptions({.runs = runs});
    const QSignalSpy settled(&m_writer->leftovers(), &Leftovers::finished);
    m_writer->leftovers().settle(*m_connection, {});
    QTRY_COMPARE(settled.size(), 1);
    QTRY_VERIFY(!m_writer->isWriting());
    QCOMPARE(heads()[0].outcome, noted);
}

void tst_Writer::theTableOfVerdicts()
{
    const QStringList names{u"Done"_s,        u"NotTaken"_s,  u"Conflict"_s,  u"NameTaken"_s,
                            u"GoneAlready"_s, u"Failed"_s,    u"Partly"_s,    u"Unknown"_s,
                            u"Unverified"_s,  u"Cancelled"_s, u"NotStarted"_s};
    QSet<QString> sentences;
    for (int i = 0; i < names.size(); ++i) {
        WriteOutcome outcome{.verdict = Verdict(i), .deletion = DeleteOutcome()};
        const QString sentence = outcomewording::sentence(outcome);
        QVERIFY(!sentence.isEmpty());
        sentences.insert(sentence);
        qInfo("| %s | %s | %s |", qPrintable(names[i]),
              qPrintable(nameOf(journalOutcome(Verdict(i)))), qPrintable(sentence));
    }
    QCOMPARE(sentences.size(), names.size());
}

MODELSCRIBE_TEST(tst_Writer)

} // namespace tst_writer

#include "tst_writer.moc"
