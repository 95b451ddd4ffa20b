// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batchstore.h"

#include "core/platform.h"
#include "storetesting.h"
#include "testclass.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

namespace tst_batchstore {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace storetesting;

namespace {

KeptBatch batchOf(int count, const QString &registry = u"pai cn-shanghai"_s)
{
    KeptBatch batch{.head = {.registryKey = registry,
                             .workspaceId = u"796"_s,
                             .title = u"Task 中文 \xd800"_s,
                             .agreed = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123).toUTC(),
                             .count = count}};
    for (int i = 0; i < count; ++i) {
        const Draft draft = fullDraft(u"model-%1"_s.arg(i));
        batch.changes.append({.base = draft.base, .edited = draft.edited});
    }
    return batch;
}

} // namespace

class tst_BatchStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void comesBackToTheLetter();
    void listsThoseOfARegistry();
    void whatCameToItsEndIsGone();
    void anotherProcessHasIt();
    void oneThatIsDamagedIsNotDoneInPart();
    void saysThatItCannotBeKept();
    void whatNobodyHasIsInterrupted();
    void draftsComeBackToTheLetter();
    void anOlderFileGetsRoomForDrafts();

private:
    QString file() const { return m_folder->filePath(u"batches.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_BatchStore::comesBackToTheLetter()
{
    const KeptBatch batch = batchOf(40);
    QVERIFY(wait(BatchStore(file()).put(batch)));
    BatchStore store(file());
    const auto found = wait(store.claim(batch.head.id));
    QVERIFY(found);
    QVERIFY(*found == batch);
    QVERIFY(wait(store.claim(batch.head.id))); // it is ours
    const auto unknown = wait(store.claim(QUuid::createUuid()));
    QVERIFY(!unknown && unknown.error().kind == Error::Kind::NotFound);

    KeptBatch fewer = batch; // what is put again takes its place
    fewer.changes.resize(3);
    fewer.head.count = 3;
    QVERIFY(wait(store.put(fewer)));
    QVERIFY(*wait(store.claim(batch.head.id)) == fewer);
}

void tst_BatchStore::listsThoseOfARegistry()
{
    BatchStore store(file());
    KeptBatch later = batchOf(2);
    later.head.agreed = later.head.agreed.addSecs(60);
    const KeptBatch first = batchOf(3);
    const KeptBatch other = batchOf(1, u"local"_s);
    for (const KeptBatch &batch : {later, first, other})
        QVERIFY(wait(store.put(batch)));
    QVERIFY(*wait(store.list(u"pai cn-shanghai"_s)) == QList({first.head, later.head}));
    QVERIFY(*wait(store.list(u"local"_s)) == QList{other.head});
    QCOMPARE(wait(store.list({}))->size(), 3);
}

void tst_BatchStore::whatCameToItsEndIsGone()
{
    BatchStore store(file());
    const KeptBatch batch = batchOf(2);
    const KeptBatch other = batchOf(2);
    QVERIFY(wait(store.put(batch)));
    QVERIFY(wait(store.put(other)));
    QVERIFY(wait(store.remove(batch.head.id)));
    QVERIFY(!wait(store.claim(batch.head.id)));
    QVERIFY(*wait(store.claim(other.head.id)) == other);
}

void tst_BatchStore::anotherProcessHasIt()
{
    const KeptBatch batch = batchOf(2);
    QVERIFY(wait(BatchStore(file()).put(batch)));
    BatchStore store(file());
    {
        platform::ProcessLock lock(file() + u'-' + batch.head.id.toString(QUuid::WithoutBraces)
                                   + u".lock"_s);
        QVERIFY(lock.tryLock() == platform::ProcessLock::Result::Held);
        const auto taken = wait(store.claim(batch.head.id));
        QVERIFY(!taken && taken.error().kind == Error::Kind::Conflict);
    }
    QVERIFY(wait(store.claim(batch.head.id)));
}

void tst_BatchStore::oneThatIsDamagedIsNotDoneInPart()
{
    const KeptBatch batch = batchOf(5);
    const KeptBatch other = batchOf(5);
    {
        BatchStore store(file());
        QVERIFY(wait(store.put(batch)));
        QVERIFY(wait(store.put(other)));
    }
    QByteArray bytes = readAll(file());
    const qsizetype at = bytes.indexOf("model-3");
    QVERIFY(at > 0);
    bytes[at] = 'n';
    QVERIFY(writeAll(file(), bytes));
    BatchStore store(file());
    const auto first = wait(store.claim(batch.head.id));
    const auto second = wait(store.claim(other.head.id));
    QVERIFY(first.has_value() != second.has_value());
    const Error error = first ? second.error() : first.error();
    QVERIFY(error.kind == Error::Kind::Storage);
}

void tst_BatchStore::saysThatItCannotBeKept()
{
    QVERIFY(QDir().mkpath(file())); // a folder stands where the file would be
    BatchStore store(file());
    const auto kept = wait(store.put(batchOf(1)));
    QVERIFY(!kept && kept.error().kind == Error::Kind::Storage);
    const auto found = wait(store.claim(QUuid::createUuid()));
    QVERIFY(!found && found.error().kind == Error::Kind::Storage);
}

void tst_BatchStore::whatNobodyHasIsInterrupted()
{
    BatchStore store(file());
    const KeptBatch ours = batchOf(2);
    KeptBatch others = batchOf(2);
    others.head.agreed = ours.head.agreed.addSecs(1);
    QVERIFY(wait(store.put(ours)));
    QVERIFY(wait(BatchStore(file()).put(others)));
    QCOMPARE(wait(store.interrupted(ours.head.registryKey))->size(), 2);
    platform::ProcessLock lock(file() + u'-' + others.head.id.toString(QUuid::WithoutBraces)
                               + u".lock"_s);
    QVERIFY(lock.tryLock() == platform::ProcessLock::Result::Held); // looking took it for no good
    QVERIFY(*wait(store.interrupted(ours.head.registryKey)) == QList{ours.head});
}

void tst_BatchStore::draftsComeBackToTheLetter()
{
    BatchDraft draft{.registryKey = u"local"_s,
                     .workspaceId = u"796"_s,
                     .title = u"中文 \xd800"_s,
                     .changed = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123).toUTC(),
                     .edit = QByteArray("{\"Fields\":{}}\0\xff", 16),
                     .models = {{u"model-1"_s, u"2026-01-01T00:00:00Z"_s}, {u"model-2"_s, {}}},
                     .leftOut = {u"model-2"_s}};
    BatchDraft later = draft;
    later.id = QUuid::createUuid();
    later.changed = draft.changed.addMSecs(1);
    BatchDraft other = draft;
    other.id = QUuid::createUuid();
    other.registryKey = u"pai"_s;
    other.edit.clear();
    other.places = {u"Task"_s, u"Labels"_s};
    other.models[0].own = QByteArray("\0own", 4);
    const KeptBatch batch = batchOf(2);
    {
        BatchStore store(file());
        QVERIFY(wait(store.put(batch)));
        for (const BatchDraft &one : {draft, later, other})
            QVERIFY(wait(store.putDraft(one)));
    }
    BatchStore store(file());
    QVERIFY(*wait(store.drafts(u"local"_s)) == (QList{later, draft}));
    later.edit = "{}";
    QVERIFY(wait(store.putDraft(later))); // takes its place
    QVERIFY(*wait(store.drafts(u"local"_s)) == (QList{later, draft}));
    QVERIFY(wait(store.removeDraft(draft.id)));
    QVERIFY(*wait(store.drafts(u"local"_s)) == QList{later});
    QVERIFY(*wait(store.drafts(u"pai"_s)) == QList{other});
    QVERIFY(*wait(store.claim(batch.head.id)) == batch);
}

void tst_BatchStore::anOlderFileGetsRoomForDrafts()
{
    const KeptBatch batch = batchOf(2);
    QVERIFY(wait(BatchStore(file()).put(batch)));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
        database.setDatabaseName(file());
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"DROP TABLE drafts"_s));
        QVERIFY(query.exec(u"PRAGMA user_version = 1"_s));
    }
    QSqlDatabase::removeDatabase(u"older"_s);
    BatchStore store(file());
    QVERIFY(wait(store.putDraft({.registryKey = u"local"_s})));
    QCOMPARE(wait(store.drafts(u"local"_s))->size(), 1);
    QVERIFY(*wait(store.claim(batch.head.id)) == batch);
}

MODELSCRIBE_TEST(tst_BatchStore)

} // namespace tst_batchstore

#include "tst_batchstore.moc"
