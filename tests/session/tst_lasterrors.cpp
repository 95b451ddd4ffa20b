// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lasterrors.h"

#include "api/operations.h"
#include "credentials/fixedcredentials.h"
#include "localregistry/localregistry.h"
#include "registry/connection.h"
#include "session/sqliteversion.h"
#include "session/workbench.h"
#include "store/journal.h"
#include "testclass.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

namespace tst_lasterrors {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

template<typename T>
Result<T> ended(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
        return failure(Error::Kind::Timeout);
    return future.result();
}

JournalEntry entryAt(int minute)
{
    JournalEntry entry;
    entry.head.began =
        QDateTime::fromString(u"2026-11-20T10:00:00Z"_s, Qt::ISODate).addSecs(minute * 60);
    entry.head.profile = u"canary-profile"_s;
    entry.head.registryKey = u"https://canary.example"_s;
    entry.head.modelId = u"model-canary"_s;
    entry.head.modelName = u"canary-name"_s;
    return entry;
}

Error refusal(const QString &code, const QString &requestId)
{
    return {.kind = Error::Kind::Service,
            .detail = u"canary detail"_s,
            .code = code,
            .message = u"canary-name is taken"_s,
            .requestId = requestId,
            .httpStatus = 400};
}

} // namespace

//! What a report of a problem may say of errors.
class tst_LastErrors : public QObject
{
    Q_OBJECT

private slots:
    void aFailedCallIsNoted();
    void onlyTheLatestAreKept();
    void earlierRunsAreReadFromTheJournal();
    void whatIsNoCodeIsNotHandedOn();
    void withoutAJournalThereAreNone();
    void aJournalThatCannotBeReadIsNoEmptyOne();
    void aJournalMayGoWhileItIsRead();
    void theLibraryOfDatabasesHasAVersion();

private:
    bool connectTo(Workbench &workbench);

    QTemporaryDir m_folder;
    AccessKey m_key{.id = "canary-key", .secret = "canary-secret", .securityToken = {}};
    LocalRegistry m_registry{
        {.database = m_folder.filePath(u"r.db"_s), .port = 0, .keys = {m_key}}};
};

bool tst_LastErrors::connectTo(Workbench &workbench)
{
    if (m_registry.port() == 0 && !ended(m_registry.start()))
        return false;
    const QString address = u"http://127.0.0.1:%1"_s.arg(m_registry.port());
    workbench.connectTo({.target = {.title = u"canary-profile"_s,
                                    .endpoint = *Endpoint::fromText(address),
                                    .workspaceId = {},
                                    .registryKey = u"test"_s},
                         .credentials = fixedCredentials(m_key)});
    return true;
}

void tst_LastErrors::aFailedCallIsNoted()
{
    Workbench workbench;
    LastErrors errors(workbench);
    QVERIFY(connectTo(workbench));
    Client &client = workbench.connection()->client();
    QVERIFY(ended(client.run(operations::listWorkspaces())));
    QVERIFY(errors.ofThisRun().isEmpty());
    const auto refused = ended(client.run(operations::getModel(u"model-canary"_s)));
    QVERIFY(!refused);
    QCOMPARE(errors.ofThisRun().size(), 1);
    const PastError error = errors.ofThisRun().first();
    QCOMPARE(error.what, u"GetModel"_s);
    QCOMPARE(error.code, refused.error().code);
    QVERIFY(!error.code.isEmpty());
    QCOMPARE(error.requestId, refused.error().requestId);
    QCOMPARE(error.httpStatus, 404);
}

void tst_LastErrors::onlyTheLatestAreKept()
{
    Workbench workbench;
    LastErrors errors(workbench);
    QVERIFY(connectTo(workbench));
    Client &client = workbench.connection()->client();
    QString last;
    for (int i = 0; i < LastErrors::most + 3; ++i)
        last = ended(client.run(operations::getModel(u"model-canary"_s))).error().requestId;
    QCOMPARE(errors.ofThisRun().size(), LastErrors::most);
    QCOMPARE(errors.ofThisRun().first().requestId, last);
}

void tst_LastErrors::earlierRunsAreReadFromTheJournal()
{
    using Outcome = JournalHead::Outcome;
    Journal journal(m_folder.filePath(u"journal.db"_s));
    const auto note = [&](int minute, Outcome outcome, const std::optional<Error> &error) {
        const JournalEntry entry = entryAt(minute);
        return ended(journal.begin(entry))
               && ended(journal.complete(entry.head.id, {.outcome = outcome, .error = error}));
    };
    QVERIFY(note(1, Outcome::Failed, refusal(u"InvalidParameter"_s, u"ONE"_s)));
    QVERIFY(note(2, Outcome::Saved, {}));
    QVERIFY(note(3, Outcome::Unknown, Error{.kind = Error::Kind::Timeout}));
    QVERIFY(ended(journal.begin(entryAt(4)))); // under way
    Workbench workbench;
    workbench.keepIn(nullptr, &journal);
    LastErrors errors(workbench);
    const auto found = ended(errors.ofJournal());
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(0).code, u"Timeout"_s);
    QCOMPARE(found->at(0).when, entryAt(3).head.began);
    QCOMPARE(found->at(1), (PastError{.when = entryAt(1).head.began,
                                      .what = u"update"_s,
                                      .code = u"InvalidParameter"_s,
                                      .requestId = u"ONE"_s,
                                      .httpStatus = 400}));
}

void tst_LastErrors::whatIsNoCodeIsNotHandedOn()
{
    Journal journal(m_folder.filePath(u"hostile.db"_s));
    const JournalEntry entry = entryAt(0);
    const Error error = refusal(u"canary-name is taken"_s, u"A B"_s);
    QVERIFY(ended(journal.begin(entry)));
    QVERIFY(ended(journal.complete(entry.head.id,
                                   {.outcome = JournalHead::Outcome::Failed, .error = error})));
    Workbench workbench;
    workbench.keepIn(nullptr, &journal);
    LastErrors errors(workbench);
    const auto found = ended(errors.ofJournal());
    QVERIFY(found && found->size() == 1);
    QCOMPARE(found->first().code, u"?"_s);
    QCOMPARE(found->first().requestId, u"?"_s);
}

void tst_LastErrors::withoutAJournalThereAreNone()
{
    Workbench workbench;
    LastErrors errors(workbench);
    const auto found = ended(errors.ofJournal());
    QVERIFY(found && found->isEmpty());
}

void tst_LastErrors::aJournalThatCannotBeReadIsNoEmptyOne()
{
    const QString file = m_folder.filePath(u"spoilt.db"_s);
    Journal journal(file);
    QVERIFY(ended(journal.begin(entryAt(0))));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"spoil"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"DROP TABLE entries"_s));
    }
    QSqlDatabase::removeDatabase(u"spoil"_s);
    Workbench workbench;
    workbench.keepIn(nullptr, &journal);
    LastErrors errors(workbench);
    const auto found = ended(errors.ofJournal());
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::Storage);
    const PastError told = pastError(QDateTime(), u"journal"_s, found.error());
    QVERIFY(!told.code.isEmpty());
    QVERIFY(!told.code.contains(m_folder.path()));
}

void tst_LastErrors::aJournalMayGoWhileItIsRead()
{
    auto journal = std::make_unique<Journal>(m_folder.filePath(u"going.db"_s));
    const JournalEntry entry = entryAt(0);
    QVERIFY(ended(journal->begin(entry)));
    QVERIFY(ended(
        journal->complete(entry.head.id, {.outcome = JournalHead::Outcome::Failed,
                                          .error = refusal(u"InvalidParameter"_s, u"ONE"_s)})));
    Workbench workbench;
    workbench.keepIn(nullptr, journal.get());
    LastErrors errors(workbench);
    const auto found = errors.ofJournal();
    workbench.keepIn(nullptr, nullptr);
    const auto read = ended(found);
    QVERIFY(read);
    QCOMPARE(read->size(), 1);
    const auto lost = errors.ofJournal(); // no journal any more
    QVERIFY(ended(lost) && ended(lost)->isEmpty());
}

void tst_LastErrors::theLibraryOfDatabasesHasAVersion()
{
    static const QRegularExpression version(u"^3\\.\\d+\\.\\d+$"_s);
    QVERIFY2(version.match(sqliteVersion()).hasMatch(), qPrintable(sqliteVersion()));
    QCOMPARE(sqliteVersion(), sqliteVersion()); // twice, and nothing is left behind
}

MODELSCRIBE_TEST(tst_LastErrors)

} // namespace tst_lasterrors

#include "tst_lasterrors.moc"
