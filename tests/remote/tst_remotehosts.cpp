// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remotehosts.h"
#include "testclass.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace tst_remotehosts {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_RemoteHosts : public QObject
{
    Q_OBJECT

private slots:
    void nobodyIsAllowedAtFirst();
    void allowedHostIsRemembered();
    void forgottenHostIsAskedAgain();
    void permissionIsForOneHostOnly_data();
    void permissionIsForOneHostOnly();
    void onlyHttpsCanBeAllowed();
    void damagedSettingsAllowNobody();
};

void tst_RemoteHosts::nobodyIsAllowedAtFirst()
{
    const RemoteHosts hosts;
    QVERIFY(hosts.list().isEmpty());
    QVERIFY(!hosts.isAllowed(QUrl(u"https://example.com/a"_s)));
}

void tst_RemoteHosts::allowedHostIsRemembered()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
        QSettings settings(file, QSettings::IniFormat);
        RemoteHosts hosts(&settings);
        QSignalSpy changed(&hosts, &RemoteHosts::changed);
        hosts.allow(QUrl(u"https://example.com/a"_s));
        hosts.allow(QUrl(u"https://EXAMPLE.com/b"_s));
        hosts.allow(QUrl(u"https://a.example.com:8443/b"_s));
        QCOMPARE(changed.count(), 2);
    }
    QSettings settings(file, QSettings::IniFormat);
    const RemoteHosts hosts(&settings);
    QCOMPARE(hosts.list(), QStringList({u"a.example.com:8443"_s, u"example.com"_s}));
    QVERIFY(hosts.isAllowed(QUrl(u"https://example.com/other"_s)));
}

void tst_RemoteHosts::forgottenHostIsAskedAgain()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    RemoteHosts hosts(&settings);
    hosts.allow(QUrl(u"https://example.com/"_s));
    hosts.forget(u"example.com"_s);
    QVERIFY(!hosts.isAllowed(QUrl(u"https://example.com/"_s)));
    QVERIFY(RemoteHosts(&settings).list().isEmpty());
}

void tst_RemoteHosts::permissionIsForOneHostOnly_data()
{
    QTest::addColumn<QString>("address");
    for (const QString &address :
         {u"http://example.com/a"_s, u"https://www.example.com/a"_s,
          u"https://example.com.evil.io/"_s, u"https://example.com:8443/"_s,
          u"https://example.co/"_s, u"https:///"_s, u"a"_s})
        QTest::newRow(qPrintable(address)) << address;
}

void tst_RemoteHosts::permissionIsForOneHostOnly()
{
    QFETCH(QString, address);
    RemoteHosts hosts;
    hosts.allow(QUrl(u"https://example.com/"_s));
    QVERIFY(!hosts.isAllowed(QUrl(address)));
}

void tst_RemoteHosts::onlyHttpsCanBeAllowed()
{
    RemoteHosts hosts;
    hosts.allow(QUrl(u"http://example.com/"_s));
    hosts.allow(QUrl(u"file:///etc/passwd"_s));
    QVERIFY(hosts.list().isEmpty());
}

void tst_RemoteHosts::damagedSettingsAllowNobody()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    settings.setValue(u"remote/hosts"_s,
                      QStringList({u""_s, u"*"_s, u"a b"_s, u"example.com/x"_s, u"u@example.com"_s,
                                   u"good.example"_s, u"good.example"_s}));
    QCOMPARE(RemoteHosts(&settings).list(), QStringList({u"good.example"_s}));
}

MODELSCRIBE_TEST(tst_RemoteHosts)

} // namespace tst_remotehosts

#include "tst_remotehosts.moc"
