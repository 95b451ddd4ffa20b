// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registrytarget.h"

#include "testclass.h"

#include <QTest>

namespace tst_registrytarget {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_RegistryTarget : public QObject
{
    Q_OBJECT

private slots:
    void isKnownByItsEndpointOrFile();
    void namesAreOfNoLanguage();
    void oldNamesAreTakenForWhatTheyMeant_data();
    void oldNamesAreTakenForWhatTheyMeant();

private:
    const Endpoint m_endpoint = *Endpoint::fromText(u"https://registry.example:8443"_s);
};

void tst_RegistryTarget::isKnownByItsEndpointOrFile()
{
    QCOMPARE(registryKeyOf({.title = u"work"_s, .endpoint = m_endpoint}),
             u"https://registry.example:8443"_s);
    QCOMPARE(registryKeyOf({.isLocal = true, .endpoint = m_endpoint, .registryKey = u"local:/f"_s}),
             u"local:/f"_s);
}

void tst_RegistryTarget::namesAreOfNoLanguage()
{
    QCOMPARE(registryNameOf({.title = u"work"_s, .endpoint = m_endpoint}), u"work"_s);
    QCOMPARE(registryNameOf({.endpoint = m_endpoint}), u"https://registry.example:8443"_s);
    QCOMPARE(registryNameOf({.title = u"本地仓库"_s, .isLocal = true, .endpoint = m_endpoint}),
             u"Local registry"_s);
}

void tst_RegistryTarget::oldNamesAreTakenForWhatTheyMeant_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("today");
    const QString address = u"https://registry.example:8443"_s;
    QTest::newRow("host, as the window wrote it") << u"registry.example"_s << address << address;
    QTest::newRow("address") << address << address << address;
    QTest::newRow("profile") << u"work"_s << address << u"work"_s;
    QTest::newRow("local, in Chinese") << u"本地仓库"_s << u"local:/f"_s << u"Local registry"_s;
    QTest::newRow("local") << u"Local registry"_s << u"local:/f"_s << u"Local registry"_s;
    QTest::newRow("nothing known") << QString() << QString() << QString();
}

void tst_RegistryTarget::oldNamesAreTakenForWhatTheyMeant()
{
    QFETCH(QString, name);
    QFETCH(QString, key);
    QFETCH(QString, today);
    QCOMPARE(registryNameOf(name, key), today);
    QCOMPARE(shownRegistryName(name, key), today); // in English
}

MODELSCRIBE_TEST(tst_RegistryTarget)

} // namespace tst_registrytarget

#include "tst_registrytarget.moc"
