// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/namefit.h"

#include "core/foldedtext.h"
#include "testclass.h"

#include <QTest>

namespace tst_namefit {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_NameFit : public QObject
{
    Q_OBJECT

private slots:
    void better_data();
    void better();
    void whatIsNotThereFitsNot_data();
    void whatIsNotThereFitsNot();
    void foldsAsTheSearchDoes_data();
    void foldsAsTheSearchDoes();
    void namesTheParts_data();
    void namesTheParts();
};

namespace {

int fitted(const QString &typed, const QString &name)
{
    return nameFit(foldedText(typed), foldedText(name));
}

} // namespace

void tst_NameFit::better_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("whole beats beginning") << u"bert"_s << u"BERT"_s << u"bert-zh"_s;
    QTest::newRow("start beats middle") << u"new"_s << u"New model…"_s << u"Renew"_s;
    QTest::newRow("start beats word") << u"zh"_s << u"zh-news-classification"_s << u"a zh"_s;
    QTest::newRow("word beats inside") << u"model"_s << u"A new model…"_s << u"Remodel"_s;
    QTest::newRow("a later word") << u"er"_s << u"better er"_s << u"better yes"_s;
    QTest::newRow("inside beats words") << u"zh news"_s << u"bzh news"_s << u"zh-news"_s;
    QTest::newRow("words beat letters")
        << u"bert news"_s << u"bert-zh-news"_s << u"b-e-r-t-n-e-w-s"_s;
    QTest::newRow("close letters beat far ones")
        << u"rvw"_s << u"Review"_s << u"Revert all that was written now"_s;
    QTest::newRow("shorter beats longer") << u"bert"_s << u"bert-zh"_s << u"bert-zh-news"_s;
    QTest::newRow("any beats none") << u"ref"_s << u"Refresh"_s << u"Quit"_s;
    QTest::newRow("however long") << u"bert"_s << u"bert"_s + QString(5000, u'x') << u"x bert"_s;
}

void tst_NameFit::better()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fitted(typed, better) > fitted(typed, worse));
}

void tst_NameFit::whatIsNotThereFitsNot_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("another letter") << u"bertx"_s << u"bert"_s;
    QTest::newRow("swapped letters") << u"tb"_s << u"bt"_s;
    QTest::newRow("swapped words") << u"news bert"_s << u"bert news"_s;
    QTest::newRow("no name") << u"b"_s << QString();
    QTest::newRow("one letter twice") << u"bb"_s << u"b"_s;
}

void tst_NameFit::whatIsNotThereFitsNot()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QCOMPARE(fitted(typed, name), 0);
    QVERIFY(fitted({}, name) > 0);
    QVERIFY(fitted(u"  "_s, name) > 0);
}

void tst_NameFit::foldsAsTheSearchDoes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("case") << u"QWEN"_s << u"qwen"_s;
    QTest::newRow("full width") << u"７Ｂ"_s << u"qwen-7b"_s;
    QTest::newRow("composition") << u"café"_s << u"cafe\u0301"_s;
    QTest::newRow("Chinese") << u"新闻"_s << u"中文新闻分类"_s;
    QTest::newRow("hyphens") << u"bert-zh"_s << u"bert\u2011zh"_s;
    QTest::newRow("no-break space") << u"a b"_s << u"a\u00A0b"_s;
    QTest::newRow("invisible") << u"bert"_s << u"be\u200Brt"_s;
}

void tst_NameFit::foldsAsTheSearchDoes()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QVERIFY(fitted(typed, name) > 1000);
}

void tst_NameFit::namesTheParts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("marked");
    QTest::newRow("nothing typed") << u""_s << u"bert"_s << u"bert"_s;
    QTest::newRow("not there") << u"x"_s << u"bert"_s << u"bert"_s;
    QTest::newRow("beginning") << u"be"_s << u"Bert"_s << u"[Be]rt"_s;
    QTest::newRow("words") << u"bert news"_s << u"Bert-zh-News"_s << u"[Bert]-zh-[News]"_s;
    QTest::newRow("letters") << u"rvw"_s << u"Review"_s << u"[R]e[v]ie[w]"_s;
    QTest::newRow("full width") << u"7b"_s << u"qwen ７Ｂ"_s << u"qwen [７Ｂ]"_s;
    QTest::newRow("accents") << u"caf\u00E9"_s << u"a cafe\u0301!"_s << u"a [cafe\u0301]!"_s;
    QTest::newRow("a ligature stays whole") << u"f"_s << u"o\uFB01x"_s << u"o[\uFB01]x"_s;
    QTest::newRow("invisible") << u"bert"_s << u"be\u200Brt"_s << u"[be\u200Brt]"_s;
    QTest::newRow("beyond the first plane") << u"b"_s << u"\U0001F600b"_s << u"\U0001F600[b]"_s;
}

void tst_NameFit::namesTheParts()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QFETCH(QString, marked);
    QString result;
    qsizetype at = 0;
    for (const NamePart &part : fittingParts(foldedText(typed), name)) {
        result += name.mid(at, part.begin - at) + u'[' + name.mid(part.begin, part.length) + u']';
        at = part.begin + part.length;
    }
    QCOMPARE(result + name.mid(at), marked);
}

MODELSCRIBE_TEST(tst_NameFit)

} // namespace tst_namefit

#include "tst_namefit.moc"
