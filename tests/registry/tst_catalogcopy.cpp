// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogcopy.h"

#include "registry/catalogsync.h"
#include "registry/catalogtest.h"
#include "registry/listing.h"
#include "store/modelcache.h"
#include "testclass.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_catalogcopy {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using State = CatalogSync::State;

namespace {

//! What a program has that reads a list, from its start to its end.
struct Run
{
    Run(const QString &folder, const ListWatch &listing, const CatalogSyncOptions &options = {})
        : copy(catalog, folder)
        , connection(listing.settings(), quickOptions())
        , sync(connection, catalog, &copy, options)
    {
    }

    QStringList ids() const { return orderOf(catalog.models()); }

    Catalog catalog;
    CatalogCopy copy;
    Connection connection;
    CatalogSync sync;
};

QByteArray allBytes(const QString &folder)
{
    QByteArray all;
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        QFile file(folder + u'/' + name);
        if (!name.endsWith("-shm"_L1) && file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class tst_CatalogCopy : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void listsWithoutTheService();
    void showsTheFirstRowsAtOnce();
    void aRefreshWritesOnlyWhatChanged();
    void whatSavesAndDeletionsLearnIsKept();
    void goesOnWhereItWasInterrupted();
    void beginsAnewWhenPagesMoved();
    void beginsAnewAfterLong();
    void anotherWorkspaceHasAnotherCopy();
    void aProvidersListIsReadOnceADay();
    void aDamagedCopyIsMadeAnew();

private:
    QString folder() const { return m_folder->filePath(u"copies"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_CatalogCopy::listsWithoutTheService()
{
    ListWatch listing(numbered(1200));
    QDateTime loadedAt;
    {
        Run run(folder(), listing);
        run.sync.refresh();
        QCOMPARE(settled(run.sync), State::Ready);
        loadedAt = run.sync.loadedAt();
    }
    listing.answerInstead = [](int, QTcpSocket &socket) {
        socket.abort();
        return 1;
    };
    Run run(folder(), listing);
    run.sync.refresh();
    QCOMPARE(settled(run.sync), State::Failed);
    QVERIFY(std::ranges::equal(run.catalog.models(), listing.models));
    QCOMPARE(run.sync.loadedAt(), loadedAt);
    QCOMPARE(run.sync.error()->kind, Error::Kind::Network);
    listing.answerInstead = {};
    listing.models.removeAt(3);
    run.sync.refresh();
    QCOMPARE(settled(run.sync), State::Ready);
    QCOMPARE(run.catalog.size(), 1199);
}

void tst_CatalogCopy::showsTheFirstRowsAtOnce()
{
    const ListWatch listing(numbered(1200));
    {
        Run run(folder(), listing);
        run.sync.refresh();
        QCOMPARE(settled(run.sync), State::Ready);
    }
    Run run(folder(), listing);
    QSignalSpy added(&run.catalog, &Catalog::added);
    QTRY_COMPARE(run.catalog.size(), 1200); // without any refresh()
    QVERIFY(added.first().first().toStringList().size() <= 60);
    QVERIFY(added.size() > 3);
    QCOMPARE(run.ids(), orderOf(listing.models));
    QCOMPARE(run.sync.state(), State::Idle);
    QVERIFY(run.sync.loadedAt().isValid());
}

void tst_CatalogCopy::aRefreshWritesOnlyWhatChanged()
{
    ListWatch listing(numbered(600));
    {
        Run run(folder(), listing);
        run.sync.refresh();
        QCOMPARE(settled(run.sync), State::Ready);
    }
    const qsizetype whole = allBytes(folder()).size();
    {
        Run run(folder(), listing);
        QTRY_COMPARE(run.catalog.size(), 600);
        QVERIFY(wait(run.copy.flush()));
        const QByteArray before = allBytes(folder());
        run.sync.refresh();
        QTRY_VERIFY(run.sync.pagesRead() > 8);
        QVERIFY(allBytes(folder()) == before); // nothing at all, before it ends
        QCOMPARE(settled(run.sync), State::Ready);
        QVERIFY(wait(run.copy.flush()));
        // That it ended.
        QVERIFY2(allBytes(folder()).size() - before.size() < 40'000,
                 qPrintable(u"%1 of %2"_s.arg(allBytes(folder()).size()).arg(whole)));
    }
    listing.models[300].metadata.task = u"changed"_s;
    {
        Run run(folder(), listing);
        run.sync.refresh();
        QCOMPARE(settled(run.sync), State::Ready);
    }
    listing.models.clear();
    Run run(folder(), listing);
    QTRY_COMPARE(run.catalog.size(), 600);
    QCOMPARE(run.catalog.find(u"model-300"_s)->metadata.task, u"changed"_s);
}

void tst_CatalogCopy::whatSavesAndDeletionsLearnIsKept()
{
    const ListWatch listing(numbered(100));
    const RegisteredModel saved = modelOf(u"model-7"_s, {.name = u"saved"_s});
    {
        Run run(folder(), listing);
        run.sync.refresh();
        QCOMPARE(settled(run.sync), State::Ready);
        run.catalog.upsert(saved);
        run.catalog.remove(u"model-9"_s);
    }
    {
        Run run(folder(), listing);
        // While it is being filled
        run.catalog.upsert(modelOf(u"model-12"_s, {.name = u"newer"_s}));
        run.catalog.upsert(modelOf(u"model-13"_s, {.name = u"newer"_s}));
        run.catalog.remove(u"model-12"_s);
        QTRY_COMPARE(run.catalog.size(), 98);
        QCOMPARE(run.catalog.find(u"model-13"_s)->metadata.name, u"newer"_s);
        QCOMPARE(*run.catalog.find(saved.id), saved);
    }
    Run run(folder(), listing);
    QTRY_COMPARE(run.catalog.size(), 98);
    QCOMPARE(run.catalog.find(u"model-13"_s)->metadata.name, u"newer"_s);
}

void tst_CatalogCopy::goesOnWhereItWasInterrupted()
{
    ListWatch listing(numbered(2000));
    listing.answerInstead = [](int page, QTcpSocket &) { return page > 25 ? 1 : 0; };
    {
        Run run(folder(), listing);
        run.sync.refresh();
        QTRY_COMPARE(run.catalog.size(), 1250);
    }
    listing.answerInstead = {};
    QTest::qWait(50); // what was on its way counts
    listing.requests = 0;
    Run run(folder(), listing);
    run.sync.refresh();
    QCOMPARE(settled(run.sync), State::Ready);
    QCOMPARE(run.ids(), orderOf(listing.models));
    QCOMPARE(listing.requests, 16); // one of them again
    QCOMPARE(listing.singleReads, 0);
    listing.requests = 0;
    run.sync.refresh();
    QCOMPARE(settled(run.sync), State::Ready);
    QCOMPARE(listing.requests, 40);
}

void tst_CatalogCopy::beginsAnewWhenPagesMoved()
{
    ListWatch listing(numbered(2000));
    listing.answerInstead = [](int page, QTcpSocket &) { return page > 25 ? 1 : 0; };
    {
        Run run(folder(), listing);
        run.sync.refresh();
        QTRY_COMPARE(run.catalog.size(), 1250);
    }
    listing.answerInstead = {};
    for (int i = 0; i < 30; ++i) { // as many come as go
        listing.models.removeAt(i);
        listing.models.append(modelOf(u"new-%1"_s.arg(i), {}));
    }
    Run run(folder(), listing);
    run.sync.refresh();
    QCOMPARE(settled(run.sync), State::Ready);
    QCOMPARE(idsOf(run.catalog.models()), idsOf(listing.models));
}

void tst_CatalogCopy::beginsAnewAfterLong()
{
    ListWatch listing(numbered(500));
    listing.answerInstead = [](int page, QTcpSocket &) { return page > 5 ? 1 : 0; };
    {
        Run run(folder(), listing);
        run.sync.refresh();
        QTRY_COMPARE(run.catalog.size(), 250);
    }
    listing.answerInstead = {};
    QTest::qWait(50); // what was on its way counts
    listing.requests = 0;
    Run run(folder(), listing, {.goOnWithin = std::chrono::minutes(-1)});
    run.sync.refresh();
    QCOMPARE(settled(run.sync), State::Ready);
    QCOMPARE(listing.requests, 10);
}

void tst_CatalogCopy::anotherWorkspaceHasAnotherCopy()
{
    ListWatch listing(numbered(120));
    {
        Run run(folder(), listing);
        run.sync.refresh();
        QCOMPARE(settled(run.sync), State::Ready);
        listing.models = {modelOf(u"other"_s, {})};
        run.connection.setWorkspaceId(u"2"_s);
        QCOMPARE(settled(run.sync), State::Ready);
        QCOMPARE(run.ids(), QStringList{u"other"_s});
    }
    Run run(folder(), listing);
    QTRY_COMPARE(run.catalog.size(), 120);
    run.connection.setWorkspaceId(u"2"_s);
    QVERIFY(run.catalog.isEmpty());
    QTRY_COMPARE(run.ids(), QStringList{u"other"_s});
}

void tst_CatalogCopy::aProvidersListIsReadOnceADay()
{
    ListWatch listing(numbered(70));
    {
        Run run(folder(), listing);
        run.connection.listProvider(u"pai"_s);
        run.sync.refreshNewest(CatalogSync::Then::Enough);
        QCOMPARE(settled(run.sync), State::Ready);
    }
    const int requests = listing.requests;
    QVERIFY(requests > 0);
    Run run(folder(), listing);
    run.sync.refreshNewest(CatalogSync::Then::Enough); // the workspace's has no part in that
    QCOMPARE(settled(run.sync), State::Ready);
    QCOMPARE(listing.requests, 2 * requests);
    const QDateTime loadedAt = run.sync.loadedAt();
    run.connection.listProvider(u"pai"_s);
    QCOMPARE(settled(run.sync), State::Ready);
    QCOMPARE(run.catalog.size(), 70);
    QCOMPARE(listing.requests, 2 * requests);
    QVERIFY(run.sync.loadedAt() < loadedAt);
    run.sync.refreshNewest(CatalogSync::Then::All); // the person asked
    QCOMPARE(settled(run.sync), State::Ready);
    QVERIFY(listing.requests > 2 * requests);

    Run old(folder(), listing, {.allEvery = std::chrono::hours(0)});
    const int before = listing.requests;
    old.connection.listProvider(u"pai"_s);
    old.sync.refreshNewest(CatalogSync::Then::Enough);
    QCOMPARE(settled(old.sync), State::Ready);
    QVERIFY(listing.requests > before);
}

void tst_CatalogCopy::aDamagedCopyIsMadeAnew()
{
    const ListWatch listing(numbered(700));
    {
        Run run(folder(), listing);
        run.sync.refresh();
        QCOMPARE(settled(run.sync), State::Ready);
    }
    const QString name = ModelCache::fileOf(folder(), registryKeyOf(listing.settings().target), {});
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 page = file.size() / 8192 * 4096;
    QVERIFY(file.seek(page) && file.write(QByteArray(4096, 'x')) > 0);
    file.close();
    {
        Run run(folder(), listing);
        run.sync.refresh();
        QCOMPARE(settled(run.sync), State::Ready);
        QVERIFY(std::ranges::equal(idsOf(run.catalog.models()), idsOf(listing.models)));
        QTRY_VERIFY(!QDir(folder()).entryList({u"*.damaged-*"_s}).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(wait(run.copy.flush()), 5000);
        QTest::qWait(200); // all is put in once more
    }
    Run run(folder(), listing);
    QTRY_COMPARE(run.catalog.size(), 700);
}

MODELSCRIBE_TEST(tst_CatalogCopy)

} // namespace tst_catalogcopy

#include "tst_catalogcopy.moc"
