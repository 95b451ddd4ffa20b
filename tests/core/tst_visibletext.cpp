// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visibletext.h"
#include "testclass.h"

#include <QTest>

namespace tst_visibletext {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_VisibleText : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatHides_data();
    void showsWhatHides();
    void cutsLongTextBetweenCharacters();
    void namesInvisibleCharactersOnce();
};

void tst_VisibleText::showsWhatHides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"bert 中文 😀"_s << u"bert 中文 😀"_s;
    QTest::newRow("markup stays text") << u"<b>&amp;"_s << u"<b>&amp;"_s;
    QTest::newRow("lines") << u"a\nb\r\nc\td"_s << u"a⏎b ⏎c d"_s;
    QTest::newRow("bidi override") << u"a\u202Egpj"_s << u"a⟦U+202E⟧gpj"_s;
    QTest::newRow("isolates") << u"\u2066x\u2069"_s << u"⟦U+2066⟧x⟦U+2069⟧"_s;
    QTest::newRow("escape sequence") << u"\x1b[31m"_s << u"⟦U+001B⟧[31m"_s;
    QTest::newRow("NUL") << QString(QChar(0)) << u"⟦U+0000⟧"_s;
    QTest::newRow("C1") << u"\u009B1m"_s << u"⟦U+009B⟧1m"_s;
    QTest::newRow("zero width") << u"a\u200Bb\u2060c\uFEFF"_s << u"a⟦U+200B⟧b⟦U+2060⟧c⟦U+FEFF⟧"_s;
    QTest::newRow("joiners stay") << u"👨\u200D👩 می\u200Cخواهم"_s << u"👨\u200D👩 می\u200Cخواهم"_s;
    QTest::newRow("line separator") << u"\u2028\u2029"_s << u"⟦U+2028⟧⟦U+2029⟧"_s;
    QTest::newRow("soft hyphen") << u"a\u00ADb"_s << u"a⟦U+00AD⟧b"_s;
    QTest::newRow("Hangul filler") << u"\u3164"_s << u"⟦U+3164⟧"_s;
    QTest::newRow("tag characters") << u"a\U000E0041"_s << u"a⟦U+E0041⟧"_s;
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xD800) << u"a⟦U+D800⟧"_s;
}

void tst_VisibleText::showsWhatHides()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(visibleText(text), shown);
}

void tst_VisibleText::cutsLongTextBetweenCharacters()
{
    QCOMPARE(visibleText(u"abcd"_s, 4), u"abcd"_s);
    QCOMPARE(visibleText(u"abcde"_s, 4), u"abcd…"_s);
    QCOMPARE(visibleText(u"ab😀😀"_s, 3), u"ab😀…"_s);
    QVERIFY(visibleText(QString(20'000, u'\u202E')).size() < 420);
}

void tst_VisibleText::namesInvisibleCharactersOnce()
{
    QCOMPARE(namesOfInvisible(u"bert 中文 😀"_s), QString());
    QCOMPARE(namesOfInvisible(u"\u202Ea\x07\u202Eb\n\U000E0041"_s),
             u"U+202E, U+0007, U+000A, U+E0041"_s);
}

MODELSCRIBE_TEST(tst_VisibleText)

} // namespace tst_visibletext

#include "tst_visibletext.moc"
