// SPDX-License-Identifier: GPL-3.0-or-later
// A process that reads a list into its copy is killed at random and started again, until it comes
// to its end: the copy then is what it is after an undisturbed reading.
#include "registry/catalogcopy.h"

#include "registry/listing.h"
#include "testclass.h"
#include "testpaths.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace tst_killedsync {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int modelCount = 3000;

//! Pages that the copy knows of a pass that did not come to its end.
int pagesIn(const QString &folder, const ListWatch &listing)
{
    Connection connection(listing.settings(), patientOptions());
    Catalog catalog;
    CatalogCopy copy(catalog, folder);
    const CatalogSync sync(connection, catalog, &copy);
    if (!QTest::qWaitFor([&] { return !copy.isFilling(); }, 20'000) || !copy.interruptedPass())
        return 0;
    return copy.interruptedPass()->nextPage - 1;
}

//! What a program shows that cannot reach the service.
QList<RegisteredModel> modelsIn(const QString &folder, const ListWatch &listing)
{
    Connection connection(listing.settings(), patientOptions());
    Catalog catalog;
    CatalogCopy copy(catalog, folder);
    const CatalogSync sync(connection, catalog, &copy);
    if (!QTest::qWaitFor([&] { return !copy.isFilling(); }, 20'000))
        return {};
    return {catalog.models().begin(), catalog.models().end()};
}

} // namespace

class tst_KilledSync : public QObject
{
    Q_OBJECT

private slots:
    void comesToTheSameEnd();
    void goesOnRatherThanAgain();

private:
    //! Kills it after \p lives milliseconds; whether it ended before.
    bool run(const QString &folder, const ListWatch &listing, int lives)
    {
        QProcess process;
        process.start(buildPath(u"tests/registry/syncer"_s), {listing.server.address(), folder});
        const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; },
                                           lives);
        if (!ended) {
            process.kill();
            std::ignore = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; });
        }
        return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    //! As a service that takes a moment.
    static void slowDown(ListWatch &listing, int milliseconds)
    {
        listing.answerInstead = [&listing, milliseconds](int page, QTcpSocket &socket) {
            const QByteArray answer = httpAnswer(
                200, pageJson(listing.models.mid((page - 1) * listing.size, listing.size),
                              QByteArray::number(listing.models.size())));
            QTimer::singleShot(milliseconds, &socket, [&socket, answer] { socket.write(answer); });
            return 200;
        };
    }
};

void tst_KilledSync::comesToTheSameEnd()
{
    const QByteArray given = qgetenv("MODELSCRIBE_SEED");
    const quint32 seed = given.isEmpty() ? 20260102 : given.toUInt();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    ListWatch listing(numbered(modelCount));
    listing.models[7].metadata.extraInfo = JsonText("{\"b\": 1.0,\n\"a\": 1e400}");
    slowDown(listing, 10);
    const QTemporaryDir undisturbed;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(run(undisturbed.path(), listing, 60'000));
    const int whole = int(timer.elapsed());
    QVERIFY(modelsIn(undisturbed.path(), listing) == listing.models);
    const int wanted = qEnvironmentVariableIsSet("MODELSCRIBE_CAMPAIGN") ? 50 : 8;
    constexpr int killsOfOne = 4;
    int kills = 0;
    while (kills < wanted) {
        const QTemporaryDir folder;
        for (int i = 0; i < killsOfOne; ++i)
            kills += run(folder.path(), listing, random.bounded(whole / 8, whole)) ? 0 : 1;
        QVERIFY(run(folder.path(), listing, 60'000));
        QVERIFY2(modelsIn(folder.path(), listing) == listing.models,
                 qPrintable(u"after %1 kills"_s.arg(kills)));
    }
    QCOMPARE(listing.singleReads, 0);
}

void tst_KilledSync::goesOnRatherThanAgain()
{
    ListWatch listing(numbered(modelCount));
    slowDown(listing, 20);
    const QTemporaryDir folder;
    int pages = 0;
    for (int lives = 250; pages < 10; lives += 100) {
        QVERIFY2(!run(folder.path(), listing, lives), qPrintable(u"%1 ms"_s.arg(lives)));
        pages = pagesIn(folder.path(), listing);
    }
    listing.requests = 0;
    QVERIFY(run(folder.path(), listing, 60'000));
    // What was in a transaction is not asked for again, but for its last page.
    QVERIFY2(listing.requests <= 60 - pages + 1,
             qPrintable(u"%1 pages and then %2 requests"_s.arg(pages).arg(listing.requests)));
    QVERIFY(modelsIn(folder.path(), listing) == listing.models);
}

MODELSCRIBE_TEST(tst_KilledSync)

} // namespace tst_killedsync

#include "tst_killedsync.moc"
