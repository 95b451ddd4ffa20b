// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"
#include "testclass.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <thread>
#include <tuple>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace tst_platform {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Platform : public QObject
{
    Q_OBJECT

private slots:
    void knowsFileSystemsOfNetworks_data();
    void knowsFileSystemsOfNetworks();
    void folderOfATestIsOnNoNetwork();
    void fileKeepsItsIdentityWhenItIsRenamed();
    void oneHoldsALock();
    void aLockGoesWithItsProcess();
    void onlyOneThreadIsLessUrgent();
};

void tst_Platform::knowsFileSystemsOfNetworks_data()
{
    QTest::addColumn<quint32>("type");
    QTest::addColumn<bool>("isNetwork");
    QTest::newRow("nfs") << quint32(0x6969) << true;
    QTest::newRow("cifs") << quint32(0xFF534D42) << true;
    QTest::newRow("smb2") << quint32(0xFE534D42) << true;
    QTest::newRow("sshfs") << quint32(0x65735546) << true;
    QTest::newRow("9p") << quint32(0x01021997) << true;
    QTest::newRow("ext4") << quint32(0xEF53) << false;
    QTest::newRow("btrfs") << quint32(0x9123683E) << false;
    QTest::newRow("tmpfs") << quint32(0x01021994) << false;
    QTest::newRow("overlayfs") << quint32(0x794C7630) << false;
}

void tst_Platform::knowsFileSystemsOfNetworks()
{
    QFETCH(quint32, type);
    QTEST(platform::isNetworkFileSystem(type), "isNetwork");
}

void tst_Platform::folderOfATestIsOnNoNetwork()
{
    const QTemporaryDir folder;
    QVERIFY(!platform::isOnNetwork(folder.path()));
    QVERIFY(!platform::isOnNetwork(folder.filePath(u"not/there/yet"_s)));
}

void tst_Platform::fileKeepsItsIdentityWhenItIsRenamed()
{
    const QTemporaryDir folder;
    const auto make = [&](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly);
    };
    QVERIFY(!platform::fileIdentity(folder.filePath(u"a"_s)));
    QVERIFY(make(u"a"_s));
    const auto identity = platform::fileIdentity(folder.filePath(u"a"_s));
    QVERIFY(QFile::rename(folder.filePath(u"a"_s), folder.filePath(u"b"_s)));
    QVERIFY(make(u"a"_s));
    QVERIFY(platform::fileIdentity(folder.filePath(u"a"_s)) != identity);
    QCOMPARE(platform::fileIdentity(folder.filePath(u"b"_s)), identity);
}

void tst_Platform::oneHoldsALock()
{
    using Result = platform::ProcessLock::Result;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.lock"_s);
    auto first = std::make_unique<platform::ProcessLock>(file);
    QCOMPARE(first->tryLock(), Result::Held);
    platform::ProcessLock second(file);
    QCOMPARE(second.tryLock(), Result::Taken);
    QCOMPARE(second.tryLock(), Result::Taken);
    QVERIFY(QFile(file).open(QIODevice::ReadOnly)); // and closed: that frees nothing
    QCOMPARE(second.tryLock(), Result::Taken);
    first.reset();
    QVERIFY(!QFile::exists(file));
    QCOMPARE(second.tryLock(), Result::Held);
    platform::ProcessLock nowhere(folder.filePath(u"not/there.lock"_s));
    QCOMPARE(nowhere.tryLock(), Result::Impossible);
}

void tst_Platform::aLockGoesWithItsProcess()
{
#ifdef Q_OS_UNIX
    using Result = platform::ProcessLock::Result;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.lock"_s);
    int channel[2];
    QVERIFY(pipe(channel) == 0);
    const pid_t child = fork();
    if (child == 0) {
        platform::ProcessLock held(file);
        const char result = held.tryLock() == Result::Held ? 'y' : 'n';
        std::ignore = write(channel[1], &result, 1);
        for (;;)
            pause();
    }
    char result = 0;
    QCOMPARE(read(channel[0], &result, 1), ssize_t(1));
    platform::ProcessLock after(file);
    const auto during = after.tryLock();
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    QCOMPARE(result, 'y');
    QCOMPARE(during, Result::Taken);
    QVERIFY(QFile::exists(file)); // left behind, and free
    QCOMPARE(after.tryLock(), Result::Held);
    close(channel[0]);
    close(channel[1]);
#else
    QSKIP("there is no fork() here");
#endif
}

void tst_Platform::onlyOneThreadIsLessUrgent()
{
#ifdef Q_OS_LINUX
    const auto urgency = [] { return getpriority(PRIO_PROCESS, id_t(gettid())); };
    const int before = urgency();
    int inThread = before;
    std::thread([&] {
        platform::makeThreadLessUrgent();
        inThread = urgency();
    }).join();
    QVERIFY(inThread > before);
    QCOMPARE(urgency(), before);
#else
    QSKIP("threads have no nice value of their own here");
#endif
}

MODELSCRIBE_TEST(tst_Platform)

} // namespace tst_platform

#include "tst_platform.moc"
