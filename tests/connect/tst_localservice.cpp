// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/localservice.h"

#include "credentials/credentialsource.h"
#include "registry/samplemodels.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_localservice {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
Result<T> waited(const QFuture<Result<T>> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, 10'000)
               ? future.result()
               : Result<T>(failure(Error::Kind::Timeout));
}

} // namespace

class tst_LocalService : public QObject
{
    Q_OBJECT

private slots:
    void theKeyIsOfThisRunAlone();
    void everyCallerGetsTheSameRegistry();
    void unusableFileIsAnError();
    void saysHowItsFileWasFound();
    void samplesAreKnownByTheirIds();
};

void tst_LocalService::theKeyIsOfThisRunAlone()
{
    QTemporaryDir folder;
    LocalService first(folder.filePath(u"one.db"_s), 0);
    LocalService second(folder.filePath(u"two.db"_s), 0);
    const auto one = waited(first.settings());
    const auto two = waited(second.settings());
    QVERIFY(one && two);
    const auto firstKey = waited(one->credentials->credentials());
    QVERIFY(firstKey);
    QVERIFY(!firstKey->isEmpty());
    QVERIFY(firstKey != waited(two->credentials->credentials()));
    Connection connection(*one);
    QVERIFY(waited(connection.client().run(operations::listWorkspaces(1))));
    Connection other({.target = one->target, .credentials = two->credentials});
    QVERIFY(!waited(other.client().run(operations::listWorkspaces(1))));
}

void tst_LocalService::everyCallerGetsTheSameRegistry()
{
    QTemporaryDir folder;
    LocalService service(folder.filePath(u"local.db"_s), 5);
    const auto one = service.settings();
    const auto other = service.settings();
    QCOMPARE(waited(one)->target.endpoint, waited(other)->target.endpoint);
    QCOMPARE(waited(service.settings())->target.endpoint, waited(one)->target.endpoint);
}

void tst_LocalService::unusableFileIsAnError()
{
    QTemporaryDir folder;
    LocalService service(folder.path(), 5); // a folder is no database
    const auto settings = waited(service.settings());
    QVERIFY(!settings);
    QCOMPARE(settings.error().kind, Error::Kind::Storage);
}

void tst_LocalService::saysHowItsFileWasFound()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"local.db"_s));
    for (const bool isDamaged : {false, true, false}) {
        if (isDamaged) {
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.resize(file.size() / 4096 / 2 * 4096));
            file.close();
        }
        LocalService service(file.fileName(), 60);
        QVERIFY(waited(service.settings()));
        QCOMPARE(service.notice().kind == RegistryNotice::Kind::Recovered, isDamaged);
        QCOMPARE(service.notice().keptAside.startsWith(file.fileName() + u".damaged-"_s),
                 isDamaged);
    }
}

void tst_LocalService::samplesAreKnownByTheirIds()
{
    QTemporaryDir folder;
    LocalService service(folder.filePath(u"local.db"_s), 60);
    const auto settings = waited(service.settings());
    QVERIFY(settings);
    QVERIFY(settings->target.isSamples);
    Connection connection(*settings);
    for (const QString &provider : {QString(), u"pai"_s}) {
        const auto page = waited(connection.client().run(
            operations::listModels({.provider = provider, .pageSize = 100})));
        QVERIFY(page && !page->models.isEmpty());
        for (const RegisteredModel &model : page->models)
            QVERIFY2(isSampleId(model.id), qPrintable(model.id));
    }
    const auto create = operations::createModel({.name = u"mine"_s}, {});
    QVERIFY(create);
    const auto id = waited(connection.client().run(*create));
    QVERIFY(id);
    QVERIFY2(!isSampleId(*id), qPrintable(*id));
}

MODELSCRIBE_TEST(tst_LocalService)

} // namespace tst_localservice

#include "tst_localservice.moc"
