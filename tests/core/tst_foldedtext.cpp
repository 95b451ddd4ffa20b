// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foldedtext.h"
#include "testclass.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_foldedtext {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_FoldedText : public QObject
{
    Q_OBJECT

private slots:
    void makesTheSame_data();
    void makesTheSame();
    void keepsApart_data();
    void keepsApart();
    void everyCharacterFoldsOnce();
    void foldsTwiceToTheSame();
    void aTextFoldsAsItsCompositionDoes();
};

void tst_FoldedText::makesTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("plain") << u"qwen-7b_v1.0"_s << u"qwen-7b_v1.0"_s;
    QTest::newRow("case") << u"BERT Base"_s << u"bert base"_s;
    QTest::newRow("Chinese") << u"电商、客服。"_s << u"电商、客服。"_s;
    QTest::newRow("full width") << u"ＢＥＲＴ－７Ｂ，中"_s << u"bert-7b,中"_s;
    QTest::newRow("half-width kana") << u"ｶﾞｲﾄﾞ"_s << u"ガイド"_s;
    QTest::newRow("kana and a voice mark") << u"カ\u3099"_s << u"ガ"_s;
    QTest::newRow("decomposed") << u"cafe\u0301s"_s << u"cafés"_s;
    QTest::newRow("decomposed upper case") << u"CAFE\u0301S"_s << u"cafés"_s;
    QTest::newRow("two marks in either order") << u"a\u0323\u0302 a\u0302\u0323"_s << u"ậ ậ"_s;
    QTest::newRow("sharp s") << u"Straße STRAẞE"_s << u"strasse strasse"_s;
    QTest::newRow("final sigma") << u"ΛΌΓΟΣ λόγος"_s << u"λόγοσ λόγοσ"_s;
    QTest::newRow("Turkish") << u"İ ı"_s << u"i\u0307 i"_s;
    QTest::newRow("Cherokee and Georgian") << u"Ꭰꭰ Აა"_s << u"ꭰꭰ აა"_s;
    QTest::newRow("ligature") << u"ﬁne-tuned"_s << u"fine-tuned"_s;
    QTest::newRow("circled and squared") << u"①㎏"_s << u"1kg"_s;
    QTest::newRow("compatibility ideograph") << u"\uF900"_s << u"豈"_s;
    QTest::newRow("beyond the first plane") << u"\U0001D401\U00010400😀"_s << u"b\U00010428😀"_s;
    QTest::newRow("Hangul jamo") << u"\u1112\u1161\u11AB 하\u11AB"_s << u"한 한"_s;
    QTest::newRow("iota below") << u"ᾼ α\u0345"_s << u"αι αι"_s;
    QTest::newRow("no-break space") << u"a\u00A0b"_s << u"a b"_s;
    QTest::newRow("every other blank") << u"a\u2003b\u3000c\u202Fd\u1680e"_s << u"a b c d e"_s;
    QTest::newRow("line breaks") << u"a\r\nb\tc\u2028d\u0085e\vf"_s << u"a b c d e f"_s;
    QTest::newRow("wrapped and indented") << u"a  \n\t b\u00A0 \u2003c"_s << u"a b c"_s;
    QTest::newRow("blanks at the ends") << u"  a\n"_s << u" a "_s;
    QTest::newRow("other controls") << u"a\x01\x7F\x9F"_s + u"b"_s << u"a b"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b"_s << u"a b"_s;
    QTest::newRow("hyphens") << u"a\u2010b\u2011c\u2012d\u2013e\u2212f\uFE63g"_s
                             << u"a-b-c-d-e-f-g"_s;
    QTest::newRow("soft hyphen") << u"trans\u00ADformer"_s << u"transformer"_s;
    QTest::newRow("zero width") << u"a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf"_s << u"abcdef"_s;
    QTest::newRow("bidirectional marks") << u"a\u202E\u2066b\u2069\u200F"_s << u"ab"_s;
    QTest::newRow("variation selectors") << u"✔\uFE0F葛\U000E0100"_s << u"✔葛"_s;
    QTest::newRow("joined emoji") << u"👨\u200D👩"_s << u"👨👩"_s;
    QTest::newRow("Hangul fillers") << u"a\u3164\uFFA0\u115Fb"_s << u"ab"_s;
    QTest::newRow("ignorable before an accent") << u"e\u00AD\u0301"_s << u"é"_s;
    QTest::newRow("lone surrogates")
        << u"a"_s + QChar(0xD800) + u"b"_s + QChar(0xDC00) << u"a\uFFFDb\uFFFD"_s;
}

void tst_FoldedText::makesTheSame()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(foldedText(text), folded);
    QCOMPARE(foldedText(folded), folded);
}

void tst_FoldedText::keepsApart_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("accents") << u"café"_s << u"cafe"_s;
    QTest::newRow("simplified and traditional") << u"电"_s << u"電"_s;
    QTest::newRow("hyphen and underscore") << u"a-b"_s << u"a_b"_s;
    QTest::newRow("blank and none") << u"a b"_s << u"ab"_s;
    QTest::newRow("hiragana and katakana") << u"か"_s << u"カ"_s;
    QTest::newRow("Latin and Cyrillic") << u"a"_s << u"а"_s;
}

void tst_FoldedText::keepsApart()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(foldedText(one) != foldedText(other));
}

void tst_FoldedText::everyCharacterFoldsOnce()
{
    for (char32_t c = 0; c <= 0xE0FFF; ++c) {
        if (c == 0x3400 || c == 0x20000) // Han: thousands of the same
            c = c == 0x3400 ? 0x9FF0 : 0x2F800;
        if (QChar::category(c) == QChar::Other_NotAssigned
            || QChar::category(c) == QChar::Other_PrivateUse)
            continue;
        const QString before = QString::fromUcs4(&c, 1);
        // Alone, and where a letter stands before and an accent behind.
        for (const QString &text : {before, QString(u'E' + before + u'\u0301' + u'x')}) {
            const QString folded = foldedText(text);
            if (foldedText(folded) != folded
                || foldedText(text.normalized(QString::NormalizationForm_D).toCaseFolded())
                       != folded
                || folded.contains(QChar(u'\n')) || !folded.isValidUtf16())
                QFAIL(qPrintable(u"U+%1"_s.arg(uint(c), 0, 16)));
        }
    }
}

QString randomText(QRandomGenerator &random)
{
    static constexpr char32_t kinds[] = {
        U'A',   U'z',   U' ',   U'\n',   0x00AD, 0x0301,  0x0323,  0x0345, 0x1100,
        0x1161, 0x11A8, 0xAC00, 0x3099,  0x30AB, 0xFF76,  0xFF9E,  0x4E2D, 0x3000,
        0x200D, 0x00C5, 0x1E9E, 0x0130,  0xFB03, 0xD800,  0x1D15E, 0x00A8, 0x03A3,
        0x1FBC, 0x3164, 0xFF21, 0x1F600, 0x0F73, 0x115B9, 0x09C7,  0x09BE, 0x2011};
    QString text;
    for (int i = random.bounded(1, 12); i > 0; --i)
        text += QChar::fromUcs4(kinds[random.bounded(int(std::size(kinds)))]);
    return text;
}

void tst_FoldedText::foldsTwiceToTheSame()
{
    QRandomGenerator random(5);
    for (int i = 0; i < 50'000; ++i) {
        const QString text = randomText(random);
        const QString folded = foldedText(text);
        if (foldedText(folded) != folded)
            QFAIL(qPrintable(QString::fromLatin1(text.toUtf8().toHex(' '))));
    }
}

void tst_FoldedText::aTextFoldsAsItsCompositionDoes()
{
    QRandomGenerator random(6);
    for (int i = 0; i < 50'000; ++i) {
        const QString text = randomText(random);
        const QString folded = foldedText(text);
        for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
            if (foldedText(text.normalized(form)) != folded)
                QFAIL(qPrintable(QString::fromLatin1(text.toUtf8().toHex(' '))));
        }
    }
}

MODELSCRIBE_TEST(tst_FoldedText)

} // namespace tst_foldedtext

#include "tst_foldedtext.moc"
