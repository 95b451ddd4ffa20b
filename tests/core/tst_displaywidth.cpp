// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/displaywidth.h"
#include "testclass.h"

#include <QTest>

namespace tst_displaywidth {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_DisplayWidth : public QObject
{
    Q_OBJECT

private slots:
    void countsCells_data();
    void countsCells();
    void cutsBetweenWhatIsSeenAsOne_data();
    void cutsBetweenWhatIsSeenAsOne();
    void everyCutFits();
};

void tst_DisplayWidth::countsCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("nothing") << u""_s << 0;
    QTest::newRow("latin") << u"abc"_s << 3;
    QTest::newRow("Cyrillic") << u"жж"_s << 2;
    QTest::newRow("Chinese") << u"中文"_s << 4;
    QTest::newRow("Chinese, rare") << u"\U00020000"_s << 2;
    QTest::newRow("Korean") << u"한"_s << 2;
    QTest::newRow("Korean, put together") << u"\u1112\u1161\u11AB"_s << 2;
    QTest::newRow("Korean, two put together") << u"\u1112\u1161\u1100\u1173"_s << 4;
    QTest::newRow("Korean, a final consonant added") << u"\uD558\u11AB"_s << 2;
    QTest::newRow("full-width") << u"Ａ"_s << 2;
    QTest::newRow("half-width kana") << u"ｶ"_s << 1;
    QTest::newRow("half-width kana, voiced") << u"ｶﾞ"_s << 2;
    QTest::newRow("emoji") << u"😀"_s << 2;
    QTest::newRow("emoji of the first plane") << u"⌚⚡✅⭐"_s << 8;
    QTest::newRow("text sign") << u"❤"_s << 1;
    QTest::newRow("text sign as emoji") << u"❤\uFE0F"_s << 2;
    QTest::newRow("keycap") << u"1\uFE0F\u20E3"_s << 2;
    QTest::newRow("selector behind a letter") << u"a\uFE0F"_s << 1;
    QTest::newRow("family") << u"👨\u200D👩\u200D👧"_s << 2;
    QTest::newRow("skin") << u"👍🏽"_s << 2;
    QTest::newRow("skin of a text sign") << u"\u270C🏽"_s << 2;
    QTest::newRow("heart on fire") << u"❤\uFE0F\u200D🔥"_s << 2;
    QTest::newRow("flag") << u"🇨🇳"_s << 2;
    QTest::newRow("two flags") << u"🇨🇳🇩🇪"_s << 4;
    QTest::newRow("flag behind a family") << u"👨\u200D👩\u200D👧🇨🇳"_s << 4;
    QTest::newRow("half a flag") << u"🇨"_s << 1;
    QTest::newRow("combining") << u"e\u0301"_s << 1;
    QTest::newRow("many marks") << u"e"_s + QString(1000, u'\u0301') << 1;
    QTest::newRow("joiner") << u"\u200D"_s << 0;
    QTest::newRow("Thai") << u"น้ำ"_s << 2;
    QTest::newRow("half a pair") << QString(QChar(0xD83D)) << 1;
}

void tst_DisplayWidth::countsCells()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QCOMPARE(displayWidth(text), width);
}

void tst_DisplayWidth::cutsBetweenWhatIsSeenAsOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("cut");
    QTest::newRow("fits") << u"abc"_s << 3 << u"abc"_s;
    QTest::newRow("longer") << u"abcd"_s << 3 << u"ab…"_s;
    QTest::newRow("one cell") << u"abcd"_s << 1 << u"…"_s;
    QTest::newRow("no cell") << u"abcd"_s << 0 << u""_s;
    QTest::newRow("no half Chinese") << u"中文字"_s << 4 << u"中…"_s;
    QTest::newRow("no half flag") << u"a🇨🇳b"_s << 3 << u"a…"_s;
    QTest::newRow("no half family") << u"👨\u200D👩\u200D👧xy"_s << 3 << u"👨\u200D👩\u200D👧…"_s;
    QTest::newRow("no half syllable")
        << u"\u1112\u1161\u11ABabc"_s << 3 << u"\u1112\u1161\u11AB…"_s;
    QTest::newRow("marks stay with their letter")
        << u"e\u0301\u0323abc"_s << 2 << u"e\u0301\u0323…"_s;
}

void tst_DisplayWidth::cutsBetweenWhatIsSeenAsOne()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QFETCH(QString, cut);
    QCOMPARE(cutToWidth(text, width), cut);
}

void tst_DisplayWidth::everyCutFits()
{
    const QString text = u"a中👨\u200D👩\u200D👧e\u0301🇨🇳\u1112\u1161\u11AB❤\uFE0F1\uFE0F\u20E3ｶﾞz"_s;
    for (int width = 0; width <= displayWidth(text); ++width) {
        const int taken = displayWidth(cutToWidth(text, width));
        QVERIFY2(taken <= width && taken >= width - 1, qPrintable(QString::number(width)));
    }
    QCOMPARE(cutToWidth(text, displayWidth(text)), text);
}

MODELSCRIBE_TEST(tst_DisplayWidth)

} // namespace tst_displaywidth

#include "tst_displaywidth.moc"
