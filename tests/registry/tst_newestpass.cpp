// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/newestpass.h"

#include "registry/catalogcopy.h"
#include "registry/listing.h"
#include "registry/registryproxy.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace tst_newestpass {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using State = CatalogSync::State;
using Then = CatalogSync::Then;

namespace {

constexpr int newestSize = 100;

QString timeOf(int minutes)
{
    return QDateTime(QDate(2024, 1, 1), QTime(), Qt::UTC)
        .addSecs(qint64(minutes) * 60)
        .toString(Qt::ISODate);
}

//! One that was modified \p ago, in seconds.
QString timeBefore(qint64 ago)
{
    return QDateTime::currentDateTimeUtc().addSecs(-ago).toString(Qt::ISODateWithMs);
}

//! Created one after the other; every third one was modified since, long ago.
QList<RegisteredModel> editedOnes(int count)
{
    QList<RegisteredModel> models = numbered(count);
    for (int i = 0; i < count; ++i) {
        models[i].created = timeOf(i);
        models[i].modified = timeOf(i % 3 == 0 ? count + (i * 7) % count : i);
    }
    return models;
}

void change(RegisteredModel &model, const QString &modified)
{
    model.metadata.task += u"changed"_s;
    model.modified = modified;
}

QList<RegisteredModel> byModification(QList<RegisteredModel> models)
{
    std::ranges::stable_sort(models, [](const RegisteredModel &a, const RegisteredModel &b) {
        return parseServiceTime(a.modified) > parseServiceTime(b.modified);
    });
    return models;
}

//! A registry that was listed once, and how it answers when it shall sort.
struct Registry : ListWatch
{
    explicit Registry(QList<RegisteredModel> held)
        : ListWatch(std::move(held))
    {
        newestFirst = [this](int page) { return pageOf(byModification(models), page); };
    }

    QByteArray pageOf(const QList<RegisteredModel> &ordered, int page) const
    {
        return httpAnswer(200, pageJson(ordered.mid((page - 1) * newestSize, newestSize),
                                        QByteArray::number(ordered.size())));
    }

    bool isListed() const
    {
        return catalog.size() == models.size()
               && std::ranges::all_of(models, [this](const RegisteredModel &model) {
                      const RegisteredModel *known = catalog.find(model.id);
                      return known && *known == model;
                  });
    }

    bool load(CatalogSync &with)
    {
        with.refresh();
        const bool isLoaded = settled(with) == State::Ready;
        requests = newestRequests = 0;
        return isLoaded;
    }
    bool load() { return load(sync); }
};

} // namespace

class tst_NewestPass : public QObject
{
    Q_OBJECT

private slots:
    void readsOnlyWhatChanged_data();
    void readsOnlyWhatChanged();
    void nothingToCompareWithMeansAll();
    void whatIsKnownNotToSortIsNotTried();
    void aDeletionLeadsToAllPages();
    void whatIsGoneUnseenIsAskedForAlone();
    void onlyOrderThatProvesItselfIsBelieved_data();
    void onlyOrderThatProvesItselfIsBelieved();
    void listsThatHideAChangeAreSeenThrough();
    void whatGoesWhileItLooksIsNotMissed();
    void whatChangedAroundTheLastReadingIsReadAgain();
    void allPagesFollowWhenTheyAreDue();
    void theTimeIsKeptInTheCopy();
    void whoHearsOfModelsMayStopIt_data();
    void whoHearsOfModelsMayStopIt();
    void anotherWorkspaceDropsIt();
    void errorsEndIt();
    void theLocalRegistrySortsSo();
};

void tst_NewestPass::readsOnlyWhatChanged_data()
{
    QTest::addColumn<int>("changed");
    QTest::addColumn<int>("requests");
    QTest::newRow("nothing") << 0 << 2;
    QTest::newRow("one") << 1 << 2;
    QTest::newRow("a page and a half") << 150 << 3;
    QTest::newRow("a thousand") << 1000 << 11;
}

void tst_NewestPass::readsOnlyWhatChanged()
{
    QFETCH(int, changed);
    QFETCH(int, requests);
    Registry registry(editedOnes(3000));
    QVERIFY(registry.load());
    for (int i = 0; i < changed; ++i)
        change(registry.models[i * 2], timeBefore(i % 5)); // some at the same time
    const QDateTime loadedAt = registry.sync.loadedAt();
    QTest::qWait(2);
    QSignalSpy told(&registry.catalog, &Catalog::changed);
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(registry.sync.state(), State::Loading);
    QCOMPARE(settled(registry.sync), State::Ready);
    QVERIFY(registry.isListed());
    QCOMPARE(registry.requests, requests);
    QCOMPARE(registry.sync.pagesRead(), requests);
    qsizetype heard = 0;
    for (const auto &one : told)
        heard += one[0].toStringList().size();
    QCOMPARE(heard, changed);
    QVERIFY(registry.sync.loadedAt() > loadedAt);
}

void tst_NewestPass::nothingToCompareWithMeansAll()
{
    Registry registry(editedOnes(1000));
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(registry.sync), State::Ready);
    QVERIFY(registry.isListed());
    QCOMPARE(registry.newestRequests, 0);
    Registry small(editedOnes(200)); // not worth it
    QVERIFY(small.load());
    small.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(small.sync), State::Ready);
    QCOMPARE(small.newestRequests, 0);
}

void tst_NewestPass::whatIsKnownNotToSortIsNotTried()
{
    Registry registry(editedOnes(3000));
    QVERIFY(registry.load());
    registry.connection.setRules({.sortsByModified = false});
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(registry.sync), State::Ready);
    QVERIFY(registry.isListed());
    QCOMPARE(registry.requests, 60);
}

void tst_NewestPass::aDeletionLeadsToAllPages()
{
    Registry registry(editedOnes(1000));
    QVERIFY(registry.load());
    registry.models.removeAt(500);
    change(registry.models[10], timeBefore(0));
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(registry.sync), State::Ready);
    QVERIFY(registry.isListed());
    QCOMPARE(registry.newestRequests, 2);
    QVERIFY(registry.requests >= 22);
    registry.requests = 0; // it is still believed
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(registry.sync), State::Ready);
    QCOMPARE(registry.requests, 2);
}

void tst_NewestPass::whatIsGoneUnseenIsAskedForAlone()
{
    Registry registry(editedOnes(1000));
    change(registry.models[30], timeOf(5000));
    QVERIFY(registry.load());
    registry.models.removeAt(30); // the newest; the count is as before
    RegisteredModel another = modelOf(u"another"_s, {}, timeBefore(0));
    another.created = another.modified;
    registry.models.append(another);
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(registry.sync), State::Ready);
    QVERIFY(registry.isListed());
    QCOMPARE(registry.singleReads, 1);
    QCOMPARE(registry.requests, 2);
}

void tst_NewestPass::onlyOrderThatProvesItselfIsBelieved_data()
{
    QTest::addColumn<QString>("service");
    for (const auto *service :
         {"ignores the order", "newest created", "only the first page", "each page by itself",
          "refuses", "answers nonsense", "all times are one", "no times", "never modified",
          "leaves many out"})
        QTest::newRow(service) << QString::fromLatin1(service);
}

void tst_NewestPass::onlyOrderThatProvesItselfIsBelieved()
{
    QFETCH(QString, service);
    Registry registry(editedOnes(1500));
    if (service == "all times are one"_L1) {
        for (RegisteredModel &model : registry.models)
            model.modified = timeOf(9000);
    } else if (service == "no times"_L1) {
        for (RegisteredModel &model : registry.models)
            model.modified.clear();
    } else if (service == "never modified"_L1) {
        for (RegisteredModel &model : registry.models)
            model.modified = model.created;
    }
    registry.newestFirst = [&](int page) {
        const auto &models = registry.models;
        if (service == "refuses"_L1)
            return httpAnswer(400, R"({"Code":"InvalidParameter","Message":"SortBy"})");
        if (service == "answers nonsense"_L1)
            return httpAnswer(200, "{");
        if (service == "newest created"_L1 || service == "never modified"_L1) {
            auto newest = models;
            std::ranges::reverse(newest);
            return registry.pageOf(newest, page);
        }
        if (service == "only the first page"_L1) {
            auto first = byModification(models);
            std::ranges::reverse(first.begin() + newestSize, first.end());
            return registry.pageOf(first, page);
        }
        if (service == "each page by itself"_L1)
            return httpAnswer(
                200, pageJson(byModification(models.mid((page - 1) * newestSize, newestSize)),
                              QByteArray::number(models.size())));
        if (service == "leaves many out"_L1) { // and says nothing
            auto some = byModification(models);
            some.remove(0, 150);
            return httpAnswer(200, pageJson(some.mid((page - 1) * newestSize, newestSize),
                                            QByteArray::number(models.size())));
        }
        return registry.pageOf(models, page);
    };
    QVERIFY(registry.load());
    registry.models[700].metadata.task = u"changed"_s; // in the middle, with a time or without
    if (!registry.models[700].modified.isEmpty())
        registry.models[700].modified = timeBefore(0);
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(registry.sync), State::Ready);
    QVERIFY(registry.isListed());
    QVERIFY(registry.newestRequests <= 2);
    QVERIFY(!registry.sync.error());
    registry.newestRequests = 0;
    registry.sync.refreshNewest(Then::Enough); // tried once a connection
    QCOMPARE(settled(registry.sync), State::Ready);
    QCOMPARE(registry.newestRequests, 0);
    QVERIFY(registry.requests >= 60);
}

//! The change is on no page that is read, but other things are not as they should be.
void tst_NewestPass::listsThatHideAChangeAreSeenThrough()
{
    Registry registry(editedOnes(1500));
    QVERIFY(registry.load());
    change(registry.models[700], timeBefore(0));
    registry.newestFirst = [&](int page) { // one that was modified is missing
        auto some = byModification(registry.models);
        some.remove(0, 2);
        return httpAnswer(200, pageJson(some.mid((page - 1) * newestSize, newestSize), "1500"));
    };
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(registry.sync), State::Ready);
    QVERIFY(registry.isListed());
    QCOMPARE(registry.singleReads, 1);
}

void tst_NewestPass::whatGoesWhileItLooksIsNotMissed()
{
    Registry registry(editedOnes(9000)); // some turns of the event loop
    QVERIFY(registry.load());
    // Here as somebody deletes, one a turn, what is looked at next; there it is gone, too.
    QTimer deleting;
    int deleted = 0;
    connect(&deleting, &QTimer::timeout, this, [&] {
        if (registry.newestRequests < 2 || ++deleted > 30)
            return;
        const QString id = registry.models.takeAt((deleted * 271) % 8000).id;
        registry.catalog.remove(id);
    });
    deleting.start(0);
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(registry.sync), State::Ready);
    deleting.stop();
    QVERIFY(deleted > 0);
    QVERIFY(registry.isListed());
}

void tst_NewestPass::whatChangedAroundTheLastReadingIsReadAgain()
{
    Registry registry(editedOnes(1500));
    for (int i = 0; i < 250; ++i)
        change(registry.models[i], timeBefore(60 + i));
    QVERIFY(registry.load());
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(registry.sync), State::Ready);
    QCOMPARE(registry.requests, 4);
}

void tst_NewestPass::allPagesFollowWhenTheyAreDue()
{
    Registry registry(editedOnes(1000));
    QVERIFY(registry.load());
    registry.models[3].metadata.task = u"nothing says so"_s; // its time is as it was
    change(registry.models[900], timeBefore(0));
    registry.sync.refreshNewest(Then::All);
    QTRY_VERIFY(registry.catalog.find(u"model-900"_s)->metadata.task == "changed"_L1);
    QCOMPARE(settled(registry.sync), State::Ready);
    QVERIFY(registry.isListed());
    QCOMPARE(registry.newestRequests, 2);
    QVERIFY(registry.requests >= 22);
    CatalogSync daily(registry.connection, registry.catalog, nullptr,
                      {.allEvery = std::chrono::hours(0)});
    QVERIFY(registry.load(daily));
    daily.refreshNewest(Then::Enough);
    QCOMPARE(settled(daily), State::Ready);
    QVERIFY(registry.requests >= 22);
}

void tst_NewestPass::theTimeIsKeptInTheCopy()
{
    const QTemporaryDir folder;
    Registry registry(editedOnes(1000));
    for (int run = 0; run < 4; ++run) {
        Catalog catalog;
        CatalogCopy copy(catalog, folder.path());
        CatalogSync sync(registry.connection, catalog, &copy);
        change(registry.models[run], timeBefore(0));
        registry.requests = registry.newestRequests = 0;
        registry.answerInstead = [run](int page, QTcpSocket &) {
            return run == 2 && page > 5 ? 1 : 0; // and never comes
        };
        if (run == 2) {
            sync.refresh();
            QTRY_VERIFY(registry.requests > 5);
            QTRY_COMPARE(sync.pagesRead(), 5);
            sync.cancel();
            QVERIFY(copy.allReadAt() < copy.syncedAt());
            continue;
        }
        sync.refreshNewest(Then::Enough);
        QCOMPARE(settled(sync), State::Ready);
        QCOMPARE(catalog.find(u"model-%1"_s.arg(run))->metadata.task, u"changed"_s);
        QCOMPARE(registry.newestRequests, run == 0 ? 0 : 2);
        if (run == 1)
            QCOMPARE(registry.requests, 2);
        if (run == 3) // what was begun is brought to its end
            QVERIFY(registry.requests > 2);
    }
}

void tst_NewestPass::whoHearsOfModelsMayStopIt_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("cancel") << u"cancel"_s;
    QTest::newRow("refresh") << u"refresh"_s;
    QTest::newRow("newest again") << u"newest"_s;
    QTest::newRow("clear") << u"clear"_s;
}

void tst_NewestPass::whoHearsOfModelsMayStopIt()
{
    QFETCH(QString, what);
    Registry registry(editedOnes(1000));
    QVERIFY(registry.load());
    change(registry.models[3], timeBefore(0));
    bool done = false;
    connect(&registry.catalog, &Catalog::changed, this, [&] {
        if (std::exchange(done, true))
            return;
        if (what == u"refresh"_s)
            registry.sync.refresh();
        else if (what == u"newest"_s)
            registry.sync.refreshNewest(Then::Enough);
        else if (what == u"cancel"_s)
            registry.sync.cancel();
        else
            registry.connection.setWorkspaceId(u"2"_s);
    });
    registry.sync.refreshNewest(Then::Enough);
    settled(registry.sync);
    QVERIFY(done);
    // Another workspace is idle before it is read.
    QCOMPARE(settled(registry.sync), what == u"cancel"_s ? State::Failed : State::Ready);
    QVERIFY(registry.isListed());
}

void tst_NewestPass::anotherWorkspaceDropsIt()
{
    Registry registry(editedOnes(1000));
    QVERIFY(registry.load());
    registry.sync.refreshNewest(Then::Enough);
    registry.connection.setWorkspaceId(u"2"_s);
    QVERIFY(registry.catalog.isEmpty());
    QCOMPARE(settled(registry.sync), State::Ready);
    QVERIFY(registry.isListed());
    QVERIFY(registry.requests >= 20); // nothing is known of this one
}

void tst_NewestPass::errorsEndIt()
{
    Registry registry(editedOnes(1000));
    QVERIFY(registry.load());
    const auto sorted = registry.newestFirst;
    const QDateTime loadedAt = registry.sync.loadedAt();
    registry.newestFirst = [](int) {
        return httpAnswer(401, R"({"Code":"InvalidAccessKeyId.NotFound"})");
    };
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(registry.sync), State::Failed);
    QCOMPARE(registry.sync.error()->kind, Error::Kind::Unauthorized);
    QCOMPARE(registry.sync.loadedAt(), loadedAt);
    registry.newestFirst = sorted;
    registry.requests = 0;
    registry.sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(registry.sync), State::Ready);
    QCOMPARE(registry.requests, 2);
}

void tst_NewestPass::theLocalRegistrySortsSo()
{
    const RegistryProxy registry(1000);
    Connection connection(
        {.target = {.endpoint = registry.direct()}, .credentials = RegistryProxy::credentials()},
        patientOptions());
    Catalog catalog;
    CatalogSync sync(connection, catalog);
    sync.refresh();
    QCOMPARE(settled(sync), State::Ready);
    QCOMPARE(catalog.size(), 1000);
    const auto own = std::ranges::find_if(
        catalog.models(), [](const RegisteredModel &model) { return !model.isReadOnly(); });
    ModelMetadata edited = own->metadata;
    edited.task = u"changed"_s;
    const auto update = operations::updateModel(own->id, own->metadata, edited);
    QVERIFY(wait(connection.client().run(*update)));
    sync.refreshNewest(Then::Enough);
    QCOMPARE(settled(sync), State::Ready);
    QCOMPARE(catalog.find(own->id)->metadata.task, u"changed"_s);
    QVERIFY2(sync.pagesRead() <= 3, qPrintable(QString::number(sync.pagesRead())));
}

MODELSCRIBE_TEST(tst_NewestPass)

} // namespace tst_newestpass

#include "tst_newestpass.moc"
