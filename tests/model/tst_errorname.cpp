// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/errorname.h"

#include "testclass.h"

#include <QSet>

namespace tst_errorname {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_ErrorName : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasAName();
    void whatIsNoWordIsLeftOut_data();
    void whatIsNoWordIsLeftOut();
};

void tst_ErrorName::everyKindHasAName()
{
    QSet<QString> names;
    for (int kind = 0; kind <= int(Error::Kind::Storage); ++kind)
        names.insert(nameOf(Error::Kind(kind)));
    QCOMPARE(names.size(), int(Error::Kind::Storage) + 1);
    QCOMPARE(nameOf(Error::Kind::Cancelled), u"Cancelled"_s);
    QCOMPARE(nameOf(Error::Kind::Storage), u"Storage"_s);
}

void tst_ErrorName::whatIsNoWordIsLeftOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isWord");
    QTest::newRow("a code") << u"InvalidAccessKeyId.NotFound"_s << true;
    QTest::newRow("digits") << u"201900002"_s << true;
    QTest::newRow("a request's id") << u"0AB-12_c"_s << true;
    QTest::newRow("none") << QString() << true;
    QTest::newRow("a sentence") << u"The name is taken"_s << false;
    QTest::newRow("a host and its port") << u"proxy:3128"_s << false;
    QTest::newRow("an account") << u"somebody@example"_s << false;
    QTest::newRow("other letters") << u"模型"_s << false;
    QTest::newRow("two lines") << u"a\nb"_s << false;
    QTest::newRow("too long") << QString(81, u'a') << false;
}

void tst_ErrorName::whatIsNoWordIsLeftOut()
{
    QFETCH(QString, text);
    QFETCH(bool, isWord);
    QCOMPARE(wordOf(text), isWord ? text : u"?"_s);
}

MODELSCRIBE_TEST(tst_ErrorName)

} // namespace tst_errorname

#include "tst_errorname.moc"
