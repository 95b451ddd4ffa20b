// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonmembers.h"
#include "testclass.h"
#include "json/jsoncelltext.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_jsoncelltext {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonCellText : public QObject
{
    Q_OBJECT

private slots:
    void fitsOneLine_data();
    void fitsOneLine();
    void readsWhatWasTyped_data();
    void readsWhatWasTyped();
    void keepsTheSpellingOfWhatStays_data();
    void keepsTheSpellingOfWhatStays();
    void respelledReadsAsTheText();
};

void tst_JsonCellText::fitsOneLine_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("fits");
    QTest::newRow("number") << QByteArray("12") << true;
    QTest::newRow("text") << QByteArray(R"("a \u0041 新")") << true;
    QTest::newRow("200 characters") << '"' + QByteArray(200, 'x') + '"' << true;
    QTest::newRow("201 characters") << '"' + QByteArray(201, 'x') + '"' << false;
    QTest::newRow("line break") << QByteArray(R"("a\nb")") << false;
    QTest::newRow("line separator") << QByteArray(R"("a\u2028b")") << false;
    QTest::newRow("nul") << QByteArray(R"("a\u0000b")") << false;
    QTest::newRow("lone surrogate") << QByteArray(R"("\ud800")") << false;
    QTest::newRow("pair of surrogates") << QByteArray(R"("\ud83d\ude00")") << true;
    QTest::newRow("array") << QByteArray("[]") << false;
    QTest::newRow("long number") << QByteArray(2000, '1') << false;
}

void tst_JsonCellText::fitsOneLine()
{
    QFETCH(QByteArray, json);
    QTEST(jsoncell::fitsOneLine(JsonTree::parse(json), 0), "fits");
}

void tst_JsonCellText::readsWhatWasTyped_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("expected"); // empty: refused
    const auto row = [](const char *name, const QByteArray &before, const QString &typed,
                        const QByteArray &expected) {
        QTest::newRow(name) << before << typed << expected;
    };
    row("number", "1", u"1.0"_s, "1.0");
    row("number with blanks", "1", u" 25 "_s, "25");
    row("number of 400 digits", "1", QString(400, u'7'), QByteArray(400, '7'));
    row("number to null", "1", u"null"_s, "null");
    row("number to true", "1", u"true"_s, "true");
    row("no number", "1", u"1,5"_s, "");
    row("leading zero", "1", u"01"_s, "");
    row("not a number", "1", u"NaN"_s, "");
    row("text for a number", "1", u"\"a\""_s, "");
    row("array for a number", "1", u"[1]"_s, "");
    row("two numbers", "1", u"1 2"_s, "");
    row("nothing", "1", u""_s, "");
    row("false", "true", u"false"_s, "false");
    row("yes", "true", u"yes"_s, "");
    row("null to a word", "null", u"yes"_s, R"("yes")");
    row("null to a text that has blanks", "null", u" a "_s, R"(" a ")");
    row("null to a quoted text", "null", u"\"12\""_s, R"("12")");
    row("null to a number", "null", u"12"_s, "12");
    row("null to nothing", "null", u""_s, R"("")");
    row("text that is a number", R"("a")", u"12"_s, R"("12")");
    row("text with quotation marks", R"("a")", u"\"b\\"_s, R"("\"b\\")");
}

void tst_JsonCellText::readsWhatWasTyped()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, typed);
    QFETCH(QByteArray, expected);
    const auto raw = jsoncell::rawFromTyped(JsonTree::parse(before), 0, typed);
    QCOMPARE(raw.has_value(), !expected.isEmpty());
    if (raw)
        QCOMPARE(*raw, expected);
    else
        QCOMPARE(raw.error().code, u"NotJson"_s);
}

void tst_JsonCellText::keepsTheSpellingOfWhatStays_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &raw, const QString &text,
                        const QByteArray &expected) {
        QTest::newRow(name) << raw << text << expected;
    };
    row("at the end", R"("a\/b\u0041")", u"a/bAc"_s, R"("a\/b\u0041c")");
    row("at the start", R"("a\/b")", u"xa/b"_s, R"("xa\/b")");
    row("in the middle", R"("\u0041-\u0042")", u"A+B"_s, R"("\u0041+\u0042")");
    row("the same", R"("\u00e9\/")", u"é/"_s, R"("\u00e9\/")");
    row("emptied", R"("\/")", u""_s, R"("")");
    row("repeated", R"("\/\/")", u"/"_s, R"("\/")");
    row("half of a pair", R"("\ud83d\ude00")", u"😁"_s, R"("\ud83d\ude01")");
}

void tst_JsonCellText::keepsTheSpellingOfWhatStays()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    QTEST(jsoncell::respelled(raw, text), "expected");
}

void tst_JsonCellText::respelledReadsAsTheText()
{
    const QStringList pieces = {u"a"_s, u"/"_s, u"\""_s, u"\\"_s, u"é"_s, u"😀"_s, u"\n"_s, u"😁"_s};
    const QByteArrayList spelled = {
        "a", "\\/", "\\\"", "\\\\", "\\u00e9", "\\ud83d\\ude00", "\\n", "\xf0\x9f\x98\x81"};
    QRandomGenerator random(7);
    for (int round = 0; round < 3000; ++round) {
        QByteArray raw = "\"";
        QString text;
        for (int i = random.bounded(6); i > 0; --i)
            raw += spelled[random.bounded(int(spelled.size()))];
        for (int i = random.bounded(6); i > 0; --i)
            text += pieces[random.bounded(int(pieces.size()))];
        const QByteArray result = jsoncell::respelled(raw + '"', text);
        QCOMPARE(jsonStringValue(result), std::optional(text));
    }
}

MODELSCRIBE_TEST(tst_JsonCellText)

} // namespace tst_jsoncelltext

#include "tst_jsoncelltext.moc"
