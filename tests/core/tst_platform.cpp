// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"
#include "testclass.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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

MODELSCRIBE_TEST(tst_Platform)

} // namespace tst_platform

#include "tst_platform.moc"
