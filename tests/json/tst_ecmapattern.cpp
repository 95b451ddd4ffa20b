// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"

#include "core/jsonwriter.h"
#include "json/ecmapattern.h"
#include "json/jsonschema.h"

#include <QTest>

namespace tst_ecmapattern {

using namespace modelscribe;
using namespace Qt::StringLiterals;

//! By the schemas that use them.
class tst_EcmaPattern : public QObject
{
    Q_OBJECT

private slots:
    void readsPatternsAsEcmaScript_data();
    void readsPatternsAsEcmaScript();
    void tellsWhatOnlyOlderReadersTake_data();
    void tellsWhatOnlyOlderReadersTake();
};

void tst_EcmaPattern::readsPatternsAsEcmaScript_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *name, const QString &pattern, const QString &text, bool fits) {
        QTest::newRow(name) << pattern << text << fits;
    };
    row("end is the end", u"^[a-z]+$"_s, u"abc"_s, true);
    row("end is not before a line break", u"^[a-z]+$"_s, u"abc\n"_s, false);
    row("no line begins within", u"^b"_s, u"a\nb"_s, false);
    row("\\s knows the no-break space", u"^\\s$"_s, u"\u00A0"_s, true);
    row("\\s knows the byte order mark", u"^[\\s]$"_s, u"\uFEFF"_s, true);
    row("\\S does not", u"^\\S$"_s, u"\u00A0"_s, false);
    row("\\S in a class", u"^[^\\S]$"_s, u"\u2003"_s, true);
    row("a zero width space is none", u"^\\S$"_s, u"\u200B"_s, true);
    row("\\d is ASCII", u"^\\d$"_s, u"٣"_s, false);
    row("\\w is ASCII", u"^\\w$"_s, u"é"_s, false);
    row("\\W is the rest", u"^[\\W]$"_s, u"é"_s, true);
    row("\\b goes by \\w", u"\\bb"_s, u"éb"_s, true);
    row("dot and separators", u"^.$"_s, u"\u2028"_s, false);
    row("dot and NEL", u"^.$"_s, u"\u0085"_s, true);
    row("dot is a whole character", u"^.$"_s, u"😀"_s, true);
    row("escaped pair", u"^\\uD83D\\uDE00$"_s, u"😀"_s, true);
    row("escaped pair, repeated", u"^\\uD83D\\uDE00+$"_s, u"😀😀"_s, true);
    row("escaped pair in a class", u"^[\\uD83D\\uDE00-\\uD83D\\uDE02]$"_s, u"😁"_s, true);
    row("code point in braces", u"^\\u{1F600}$"_s, u"😀"_s, true);
    row("\\x", u"^\\x41\\x7a$"_s, u"Az"_s, true);
    row("\\v is one character", u"^\\v$"_s, u"\n"_s, false);
    row("\\c", u"^\\cJ\\cj$"_s, u"\n\n"_s, true);
    row("\\0", u"^\\0$"_s, QString(QChar(0)), true);
    row("\\p by its long name", u"^\\p{Letter}+$"_s, u"aé中"_s, true);
    row("\\P by its long name", u"^\\P{Letter}$"_s, u"中"_s, false);
    row("\\p with its kind", u"^\\p{General_Category=Uppercase_Letter}$"_s, u"É"_s, true);
    row("\\p of a script", u"^[\\p{Script=Han}\\p{sc=Greek}]+$"_s, u"中α"_s, true);
    row("\\p of another script", u"^\\p{Script=Han}$"_s, u"か"_s, false);
    row("\\p{ASCII}", u"^\\P{ASCII}$"_s, u"é"_s, true);
    row("any character", u"^[^]$"_s, u"\n"_s, true);
    row("no character", u"^a[]|b$"_s, u"a"_s, false);
    row("no character, repeated", u"^a[]*$"_s, u"a"_s, true);
    row("bracket in a class", u"^[[:a]+$"_s, u"[:a"_s, true);
    row("hyphen in a class", u"^[\\w-.]+$"_s, u"a-b.c"_s, true);
    row("hyphen first", u"^[-a]+$"_s, u"a-"_s, true);
    row("hyphen that is escaped", u"^a\\-b$"_s, u"a-b"_s, true);
    row("brace that opens nothing", u"^a{,2}$"_s, u"a{,2}"_s, true);
    row("braces", u"^(?:ab){2,3}?$"_s, u"abab"_s, true);
    row("named group", u"^(?<x>a|b)\\k<x>$"_s, u"bb"_s, true);
    row("a group that took no part", u"^(?:(a)|b)\\1$"_s, u"b"_s, true);
    row("an alternative that is empty", u"a(?:b|)c*b"_s, u"ab"_s, true);
    row("look behind", u"(?<=a)b(?!c)"_s, u"abc"_s, false);
    row("Chinese", u"^[一-龥]{2}$"_s, u"模型"_s, true);
    row("backspace", u"^[\\b]$"_s, u"\b"_s, true);
    row("slash", u"^a\\/b$"_s, u"a/b"_s, true);
}

void tst_EcmaPattern::readsPatternsAsEcmaScript()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, fits);
    const auto schema = JsonSchema::fromText("{\"pattern\":" + jsonString(pattern) + '}');
    QVERIFY(schema);
    QVERIFY((*schema)->gaps().isEmpty());
    QCOMPARE((*schema)->check(JsonTree::parse(jsonString(text))).isEmpty(), fits);
    // The same for keys.
    const auto keys = JsonSchema::fromText("{\"patternProperties\":{" + jsonString(pattern)
                                           + ":{}},\"additionalProperties\":false}");
    QCOMPARE((*keys)->check(JsonTree::parse('{' + jsonString(text) + ":1}")).isEmpty(), fits);
}

void tst_EcmaPattern::tellsWhatOnlyOlderReadersTake_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isStrict");
    for (const char *text : {"", "a|b", "[abc]+\\s+$", "(?<n>a)\\k<n>", "(?<=a+)b", "[]", "[^]",
                             "\\cA", "\\.\\/\\$", "a{2,}", "[\\-]", "\\u{61}"})
        QTest::newRow(text) << QString::fromUtf8(text) << true;
    for (const char *text : {"\\-", "\\_", "a{", "a]", "}", "[\\w-z]", "(?=a)*"})
        QTest::newRow(text) << QString::fromUtf8(text) << false;
}

void tst_EcmaPattern::tellsWhatOnlyOlderReadersTake()
{
    QFETCH(QString, text);
    QFETCH(bool, isStrict);
    const auto pattern = EcmaPattern::fromText(text);
    QVERIFY(pattern);
    QCOMPARE(pattern->isStrict, isStrict);
}

MODELSCRIBE_TEST(tst_EcmaPattern)

} // namespace tst_ecmapattern

#include "tst_ecmapattern.moc"
