// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/fullpass.h"

#include "registry/listing.h"
#include "registry/longestturn.h"
#include "registry/pageintake.h"
#include "testclass.h"

#include <QTest>

namespace tst_fullpass {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

//! A pass over 100,000 models that has its last page left to read, and a catalog that has one more.
struct NearlyRead
{
    NearlyRead()
    {
        catalog.upsert(unlisted);
        catalog.upsert(listing.models);
        const QStringList ids = orderOf(listing.models);
        const auto pageSize = qsizetype(operations::pageSize);
        place = {.began = QDateTime::currentDateTimeUtc(),
                 .nextPage = int(ids.size() / pageSize) + 1,
                 .listed = ids,
                 .lastPage = ids.last(pageSize)};
        pass = std::make_unique<FullPass>(listing.connection, catalog, intake, nullptr,
                                          PageReaderOptions(), 100, nullptr);
        QObject::connect(pass.get(), &FullPass::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    }

    ListWatch listing{numbered(100'000)};
    RegisteredModel unlisted = modelOf(u"unlisted"_s, {.name = u"unlisted"_s});
    Catalog catalog;
    PageIntake intake{catalog};
    std::unique_ptr<FullPass> pass;
    CachedPass place;
    QEventLoop loop;
};

} // namespace

class tst_FullPass : public QObject
{
    Q_OBJECT

private slots:
    void looksForWhatIsGoneSomeATurn();
    void whatIsSavedWhileItLooksIsNotAskedFor();
};

void tst_FullPass::looksForWhatIsGoneSomeATurn()
{
    NearlyRead world;
    world.pass->goOnWith(world.place);
    LongestTurn turn;
    world.loop.exec();
    world.pass.reset();
    const double longest = turn.ms();
    std::printf("longest turn: %.1f ms of work\n", longest);
    QCOMPARE(world.listing.singleReads, 1);
    QCOMPARE(world.catalog.size(), world.listing.models.size());
    QVERIFY2(longest < 25, qPrintable(u"%1 ms"_s.arg(longest)));
}

void tst_FullPass::whatIsSavedWhileItLooksIsNotAskedFor()
{
    NearlyRead world;
    connect(world.pass.get(), &FullPass::progressed, this,
            [&] { QTimer::singleShot(0, this, [&] { world.catalog.upsert(world.unlisted); }); });
    world.pass->goOnWith(world.place);
    world.loop.exec();
    QCOMPARE(world.listing.singleReads, 0);
    QVERIFY(world.catalog.find(world.unlisted.id));
}

MODELSCRIBE_TEST(tst_FullPass)

} // namespace tst_fullpass

#include "tst_fullpass.moc"
