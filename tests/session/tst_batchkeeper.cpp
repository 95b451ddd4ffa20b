// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batchkeeper.h"

#include "registry/registryproxy.h"
#include "store/batchstore.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_batchkeeper {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

namespace {

ConnectionSettings settings(const QString &key)
{
    return {.target = {.title = u"test"_s,
                       .endpoint = *Endpoint::fromText(u"http://127.0.0.1:1"_s),
                       .registryKey = key},
            .credentials = RegistryProxy::credentials()};
}

RegisteredModel modelOf(const QString &id, const QString &modified)
{
    RegisteredModel model{.id = id};
    model.modified = modified;
    return model;
}

BatchEdit someEdit(const QString &task)
{
    BatchEdit edit;
    edit.fields.insert(u"Task"_s, {.text = task});
    edit.extraInfo.append({.path = {{.key = u"Rating"_s}}, .value = JsonText("1.0")});
    return edit;
}

} // namespace

class tst_BatchKeeper : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isKeptWithoutBeingAsked();
    void comesBackAfterAKill();
    void comesBackWhereEachBecomesItsOwn();
    void whatSaysNothingIsNoDraft();
    void whatIsDroppedIsGone();
    void whatIsDroppedWhileItIsKeptIsNotTouched();
    void belongsToItsConnection();
    void saysWhatMoved();
    void isTriedAgain();
    void saysWhatCannotBeKept();

private:
    void begin(const QString &key = u"r"_s);
    QList<BatchDraft> kept()
    {
        BatchStore other(m_folder->filePath(u"batches.db"_s));
        return wait(other.drafts(u"r"_s)).value_or(QList<BatchDraft>());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BatchStore> m_store;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<BatchKeeper> m_keeper;
};

void tst_BatchKeeper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    begin();
}

void tst_BatchKeeper::cleanup()
{
    m_keeper.reset();
    m_store.reset();
}

//! A window, as if the one before had ended.
void tst_BatchKeeper::begin(const QString &key)
{
    cleanup();
    m_store = std::make_unique<BatchStore>(m_folder->filePath(u"batches.db"_s));
    m_connection = std::make_unique<Connection>(settings(key), quickOptions());
    m_catalog = std::make_unique<Catalog>();
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        m_catalog->upsert(modelOf(id, u"2026-01-01T00:00:00Z"_s));
    m_keeper = std::make_unique<BatchKeeper>();
    m_keeper->keepIn(m_store.get());
    QSignalSpy restored(m_keeper.get(), &BatchKeeper::restored);
    m_keeper->use(m_connection.get(), m_catalog.get());
    QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, 20'000);
}

void tst_BatchKeeper::isKeptWithoutBeingAsked()
{
    BatchSession *session = m_keeper->create({u"a"_s, u"b"_s});
    QVERIFY(m_keeper->drafts().isEmpty());
    QSignalSpy changed(m_keeper.get(), &BatchKeeper::draftsChanged);
    for (int i = 0; i <= 20; ++i)
        session->setEdit(someEdit(u"task %1"_s.arg(i)));
    session->leaveOut(u"b"_s, true);
    QCOMPARE(m_keeper->drafts(), QList{session});
    QVERIFY(!changed.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(kept().first().leftOut, QStringList{u"b"_s}, 20'000);
    const BatchDraft draft = kept().first();
    QCOMPARE(draft.id, session->id());
    QVERIFY(draft.edit.contains("task 20"));
    QCOMPARE(draft.models.size(), 2);
    QCOMPARE(draft.models[0].modified, u"2026-01-01T00:00:00Z"_s);
}

void tst_BatchKeeper::comesBackAfterAKill()
{
    BatchSession *session = m_keeper->create({u"b"_s, u"a"_s, u"c"_s});
    const QUuid id = session->id();
    session->setEdit(someEdit(u"qa"_s));
    session->leaveOut(u"a"_s, true);
    QVERIFY(wait(m_keeper->keepAll()));
    begin();
    QCOMPARE(m_keeper->drafts().size(), 1);
    const BatchSession *back = m_keeper->find(id);
    QVERIFY(back);
    QVERIFY(back->edit() == someEdit(u"qa"_s));
    QCOMPARE(back->modelIds(), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(back->leftOut(), QSet{u"a"_s});
    QVERIFY(m_keeper->changedAt(back).isValid());
    QVERIFY(m_keeper->movedSince(back).isEmpty());
}

void tst_BatchKeeper::comesBackWhereEachBecomesItsOwn()
{
    BatchSession *session = m_keeper->create({u"b"_s, u"a"_s});
    const QUuid id = session->id();
    OwnEdits edits;
    for (const QString &task : {u"one"_s, u"two"_s})
        edits.append({.edit = someEdit(task), .steps = {}});
    session->setOwnEdits(edits);
    QCOMPARE(m_keeper->drafts(), QList{session});
    session->leaveOut(u"a"_s, true);
    QVERIFY(wait(m_keeper->keepAll()));
    begin();
    BatchSession *back = m_keeper->find(id);
    QVERIFY(back);
    QVERIFY(back->ownEdits() == edits);
    QVERIFY(back->edit().isEmpty());
    QCOMPARE(back->modelIds(), (QStringList{u"b"_s, u"a"_s}));
    QCOMPARE(back->leftOut(), QSet{u"a"_s});
    m_catalog->upsert(modelOf(u"b"_s, u"2026-02-01T00:00:00Z"_s));
    QCOMPARE(m_keeper->movedSince(back).changed, QStringList{u"b"_s});
    m_keeper->drop(back);
    QTRY_VERIFY_WITH_TIMEOUT(kept().isEmpty(), 20'000);
}

void tst_BatchKeeper::whatSaysNothingIsNoDraft()
{
    BatchSession *session = m_keeper->create({u"a"_s});
    session->setEdit(someEdit(u"qa"_s));
    QVERIFY(wait(m_keeper->keepAll()));
    QCOMPARE(kept().size(), 1);
    session->setEdit({});
    QVERIFY(m_keeper->drafts().isEmpty());
    QVERIFY(wait(m_keeper->keepAll()));
    QCOMPARE(kept().size(), 0);
}

void tst_BatchKeeper::whatIsDroppedIsGone()
{
    BatchSession *session = m_keeper->create({u"a"_s});
    session->setEdit(someEdit(u"qa"_s));
    QVERIFY(wait(m_keeper->keepAll()));
    m_keeper->drop(session);
    QVERIFY(m_keeper->drafts().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 0, 20'000);
    begin();
    QVERIFY(m_keeper->drafts().isEmpty());
}

void tst_BatchKeeper::whatIsDroppedWhileItIsKeptIsNotTouched()
{
    const QPointer<BatchSession> session = m_keeper->create({u"a"_s});
    session->setEdit(someEdit(u"qa"_s));
    const auto kept = m_keeper->keepAll();
    m_keeper->drop(session);
    QTRY_VERIFY_WITH_TIMEOUT(kept.isFinished() && !session, 20'000); // the sanitizers look on
    QVERIFY(m_keeper->drafts().isEmpty());
}

void tst_BatchKeeper::belongsToItsConnection()
{
    BatchSession *session = m_keeper->create({u"a"_s});
    session->setEdit(someEdit(u"qa"_s));
    Connection another(settings(u"another"_s), quickOptions());
    Catalog catalog;
    m_keeper->use(&another, &catalog);
    QVERIFY(m_keeper->drafts().isEmpty());
    QVERIFY(!m_keeper->find(session->id()));
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, 20'000); // also while it is not in use
    QSignalSpy restored(m_keeper.get(), &BatchKeeper::restored);
    m_keeper->use(m_connection.get(), m_catalog.get());
    QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, 20'000);
    QCOMPARE(m_keeper->drafts(), QList{session}); // the same, and once
}

void tst_BatchKeeper::saysWhatMoved()
{
    BatchSession *session = m_keeper->create({u"a"_s, u"b"_s, u"c"_s});
    const QUuid id = session->id();
    session->setEdit(someEdit(u"qa"_s));
    QVERIFY(wait(m_keeper->keepAll()));
    begin();
    session = m_keeper->find(id);
    m_catalog->upsert(modelOf(u"b"_s, u"2026-02-02T00:00:00Z"_s));
    m_catalog->remove(u"c"_s);
    QCOMPARE(m_keeper->movedSince(session).changed, QStringList{u"b"_s});
    QCOMPARE(m_keeper->movedSince(session).gone, QStringList{u"c"_s});
    m_keeper->takeMoved(session);
    QVERIFY(m_keeper->movedSince(session).changed.isEmpty());
}

void tst_BatchKeeper::isTriedAgain()
{
    BatchStore nowhere(u"/proc/no/batches.db"_s);
    m_keeper->keepIn(&nowhere);
    QSignalSpy failed(m_keeper.get(), &BatchKeeper::keepingFailed);
    QSignalSpy recovered(m_keeper.get(), &BatchKeeper::keepingRecovered);
    BatchSession *session = m_keeper->create({u"a"_s});
    session->setEdit(someEdit(u"qa"_s));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    m_keeper->keepIn(m_store.get());
    QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 20'000);
    QCOMPARE(kept().size(), 1);
}

//! Whoever is about to end the program asks for all of it, and also for what is under way.
void tst_BatchKeeper::saysWhatCannotBeKept()
{
    BatchSession *session = m_keeper->create({u"a"_s});
    session->setEdit(someEdit(u"x"_s));
    QVERIFY(wait(m_keeper->keepAll()));
    QCOMPARE(kept().size(), 1);
    QCOMPARE(m_keeper->allDrafts(), QList{session});

    m_keeper.reset();
    QDir().mkpath(m_folder->filePath(u"folder"_s));
    BatchStore blocked(m_folder->filePath(u"folder"_s)); // where the file should be
    m_keeper = std::make_unique<BatchKeeper>();
    m_keeper->keepIn(&blocked);
    m_keeper->use(m_connection.get(), m_catalog.get());
    m_keeper->create({u"a"_s})->setEdit(someEdit(u"x"_s));
    QVERIFY(!wait(m_keeper->keepAll()));
    m_keeper->create({u"b"_s})->setEdit(someEdit(u"y"_s));
    QVERIFY(!wait(m_keeper->keepAll()));

    m_keeper = std::make_unique<BatchKeeper>();
    m_keeper->use(m_connection.get(), m_catalog.get());
    QVERIFY(wait(m_keeper->keepAll())); // there is nothing
    m_keeper->create({u"a"_s})->setEdit(someEdit(u"x"_s));
    QVERIFY(!wait(m_keeper->keepAll())); // and nowhere to keep it
}

MODELSCRIBE_TEST(tst_BatchKeeper)

} // namespace tst_batchkeeper

#include "tst_batchkeeper.moc"
