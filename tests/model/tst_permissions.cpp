// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/permissions.h"
#include "testclass.h"

#include <QTest>

namespace tst_permissions {

using namespace modelscribe;
using namespace Qt::StringLiterals;
using Scope = Permissions::Scope;

class tst_Permissions : public QObject
{
    Q_OBJECT

private slots:
    void scopes_data();
    void scopes();
    void nothingSaidIsUnknown();
    void callsMembersByWhatIsKnown();
};

void tst_Permissions::scopes_data()
{
    QTest::addColumn<QList<Permissions::Rule>>("rules");
    QTest::addColumn<Scope>("ofPublic");
    QTest::addColumn<Scope>("ofPrivate");
    using Rules = QList<Permissions::Rule>;
    QTest::newRow("all") << Rules{{u"ANY"_s, u"ANY"_s}} << Scope::All << Scope::All;
    QTest::newRow("own") << Rules{{u"ANY"_s, u"CREATOR"_s}} << Scope::Own << Scope::Own;
    QTest::newRow("public of all, private of one's own")
        << Rules{{u"PUBLIC"_s, u"ANY"_s}, {u"PRIVATE"_s, u"CREATOR"_s}} << Scope::All << Scope::Own;
    QTest::newRow("only private ones")
        << Rules{{u"PRIVATE"_s, u"ANY"_s}} << Scope::None << Scope::All;
    QTest::newRow("the widest counts")
        << Rules{{u"ANY"_s, u"ANY"_s}, {u"ANY"_s, u"CREATOR"_s}} << Scope::All << Scope::All;
    QTest::newRow("without rules") << Rules{} << Scope::All << Scope::All;
    QTest::newRow("words of tomorrow")
        << Rules{{u"TEAM"_s, u"MEMBER"_s}} << Scope::All << Scope::All;
    QTest::newRow("no words") << Rules{{QString(), QString()}} << Scope::All << Scope::All;
}

void tst_Permissions::scopes()
{
    QFETCH(QList<Permissions::Rule>, rules);
    Permissions permissions;
    permissions.add(u"paimodel:updatemodel"_s, rules);
    QTEST(permissions.scope(permissioncodes::updateModel, u"PUBLIC"_s), "ofPublic");
    QTEST(permissions.scope(permissioncodes::updateModel, u"PRIVATE"_s), "ofPrivate");
    QCOMPARE(permissions.scope(permissioncodes::deleteModel, u"PRIVATE"_s), Scope::None);
}

void tst_Permissions::nothingSaidIsUnknown()
{
    Permissions permissions;
    QCOMPARE(permissions.scope(permissioncodes::updateModel, u"PUBLIC"_s), Scope::Unknown);
    permissions.add(u"PaiDataset:UpdateDataset"_s, {{u"ANY"_s, u"ANY"_s}});
    QCOMPARE(permissions.scope(permissioncodes::updateModel, u"PUBLIC"_s), Scope::Unknown);
}

void tst_Permissions::callsMembersByWhatIsKnown()
{
    QCOMPARE((Member{.userId = u"7"_s}.title()), u"7"_s);
    QCOMPARE((Member{.userId = u"7"_s, .accountName = u"a"_s}.title()), u"a"_s);
    QCOMPARE((Member{.userId = u"7"_s, .name = u"n"_s, .displayName = u" "_s}.title()), u"n"_s);
    QCOMPARE((Member{.userId = u"7"_s, .name = u"n"_s, .displayName = u"d"_s}.title()), u"d"_s);
}

MODELSCRIBE_TEST(tst_Permissions)

} // namespace tst_permissions

#include "tst_permissions.moc"
