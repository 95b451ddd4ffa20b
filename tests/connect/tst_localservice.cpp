// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/localservice.h"

#include "credentials/memorystore.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_localservice {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

//! A keychain that never answers.
class SilentStore : public KeyStore
{
public:
    QFuture<Result<AccessKey>> read(const QString &) override { return pending<AccessKey>(); }
    QFuture<Result<std::monostate>> write(const QString &, const AccessKey &) override
    {
        return pending<std::monostate>();
    }
    QFuture<Result<std::monostate>> remove(const QString &) override
    {
        return pending<std::monostate>();
    }

private:
    template<typename T>
    QFuture<Result<T>> pending()
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_promises.push_back(promise);
        return promise->future();
    }

    std::vector<std::shared_ptr<void>> m_promises;
};

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
    void keepsItsKeyInTheKeychain();
    void silentKeychainDelaysNothingButTheKey();
    void everyCallerGetsTheSameRegistry();
    void unusableFileIsAnError();
    void saysHowItsFileWasFound();
};

void tst_LocalService::keepsItsKeyInTheKeychain()
{
    QTemporaryDir folder;
    MemoryStore keys;
    LocalService first(folder.filePath(u"one.db"_s), 0, keys);
    const auto made = waited(first.settings());
    QVERIFY(made);
    LocalService second(folder.filePath(u"two.db"_s), 0, keys);
    const auto found = waited(second.settings());
    QVERIFY(found);
    QCOMPARE(found->key, made->key);
}

void tst_LocalService::silentKeychainDelaysNothingButTheKey()
{
    QTemporaryDir folder;
    SilentStore keys;
    LocalService service(folder.filePath(u"local.db"_s), 5, keys);
    QElapsedTimer timer;
    timer.start();
    const auto settings = waited(service.settings());
    QVERIFY(settings);
    QVERIFY(!settings->key.isEmpty());
    QVERIFY(timer.elapsed() < 5000);
}

void tst_LocalService::everyCallerGetsTheSameRegistry()
{
    QTemporaryDir folder;
    MemoryStore keys;
    LocalService service(folder.filePath(u"local.db"_s), 5, keys);
    const auto one = service.settings();
    const auto other = service.settings();
    QCOMPARE(waited(one)->endpoint, waited(other)->endpoint);
    QCOMPARE(waited(service.settings())->endpoint, waited(one)->endpoint);
}

void tst_LocalService::unusableFileIsAnError()
{
    QTemporaryDir folder;
    MemoryStore keys;
    LocalService service(folder.path(), 5, keys); // a folder is no database
    const auto settings = waited(service.settings());
    QVERIFY(!settings);
    QCOMPARE(settings.error().kind, Error::Kind::Storage);
}

void tst_LocalService::saysHowItsFileWasFound()
{
    QTemporaryDir folder;
    MemoryStore keys;
    QFile file(folder.filePath(u"local.db"_s));
    for (const bool isDamaged : {false, true, false}) {
        if (isDamaged) {
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.resize(file.size() / 4096 / 2 * 4096));
            file.close();
        }
        LocalService service(file.fileName(), 60, keys);
        QVERIFY(waited(service.settings()));
        QCOMPARE(!service.notice().isEmpty(), isDamaged);
        QCOMPARE(service.notice().contains(file.fileName() + u".damaged-"_s), isDamaged);
    }
}

MODELSCRIBE_TEST(tst_LocalService)

} // namespace tst_localservice

#include "tst_localservice.moc"
