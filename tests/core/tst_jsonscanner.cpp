// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonscanner.h"

#include "core/jsonformat.h"
#include "core/jsonmembers.h"
#include "testclass.h"

#include <QTest>

namespace tst_jsonscanner {

using namespace Qt::StringLiterals;
using namespace modelscribe;

using Code = JsonProblem::Code;

namespace {

QByteArray nested(int levels) { return QByteArray(levels, '[') + QByteArray(levels, ']'); }

} // namespace

class tst_JsonScanner : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatTheStandardTakes_data();
    void takesWhatTheStandardTakes();
    void refusesWithCodeAndPlace_data();
    void refusesWithCodeAndPlace();
    void everyCodeHasADescription();
    void depthIsBounded();
    void findsEveryOtherByteAnywhere();
    void staysAtTheFirstProblemAndAtTheEnd();
    void tellsTheDepth();
    void onlyAnObjectIsAnObject();
    void countsLinesAndCodePoints();
};

void tst_JsonScanner::takesWhatTheStandardTakes_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"{}",
                             "[]",
                             "0",
                             "-0",
                             "-0.0",
                             "1.0",
                             "1e5",
                             "1E+5",
                             "1e-5",
                             "0e0",
                             "1.5e10",
                             "123456789012345678901234567890",
                             "1e400",
                             "\"\"",
                             "true",
                             "false",
                             "null",
                             " \t\r\n{ } \n",
                             "[1,[2,{\"a\":[]}]]",
                             "{\"a\":1,\"a\":2}",
                             "{\"\":0}",
                             R"("\"\\\/\b\f\n\r\t\u0000\uFFff")",
                             R"("\ud800")",
                             R"("\udc00\ud800")",
                             "\"\x7f\"",
                             "\"é中😀\"",
                             "\"\xE2\x80\xA8\"",
                             "\"\xEF\xBB\xBF\""})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("512 levels") << nested(512);
}

void tst_JsonScanner::takesWhatTheStandardTakes()
{
    QFETCH(QByteArray, text);
    const auto problem = checkJson(text);
    QVERIFY2(!problem, problem ? qPrintable(problem->describe()) : "");
}

void tst_JsonScanner::refusesWithCodeAndPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Code>("code");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *name, const QByteArray &text, Code code, int offset) {
        QTest::newRow(name) << text << code << offset;
    };
    row("nothing", "", Code::Empty, 0);
    row("blanks", " \n ", Code::Empty, 3);
    row("byte order mark", "\xEF\xBB\xBF{}", Code::BadLiteral, 0);
    row("open object", "{", Code::UnexpectedEnd, 1);
    row("open array", "[1", Code::UnexpectedEnd, 2);
    row("after comma", "[1,", Code::UnexpectedEnd, 3);
    row("key only", "{\"a\"", Code::UnexpectedEnd, 4);
    row("no value", "{\"a\":", Code::UnexpectedEnd, 5);
    row("value is a bracket", "{\"a\":}", Code::UnexpectedCharacter, 5);
    row("comma first", "[,1]", Code::UnexpectedCharacter, 1);
    row("comma first in object", "{,}", Code::UnexpectedCharacter, 1);
    row("two commas", "[1,,2]", Code::UnexpectedCharacter, 3);
    row("two commas in object", "{\"a\":1,,\"b\":2}", Code::UnexpectedCharacter, 7);
    row("wrong bracket", "[1}", Code::UnexpectedCharacter, 2);
    row("colon in array", "[1:2]", Code::UnexpectedCharacter, 2);
    row("closing first", "]", Code::UnexpectedCharacter, 0);
    row("plus", "+1", Code::UnexpectedCharacter, 0);
    row("point first", ".5", Code::UnexpectedCharacter, 0);
    row("comment", "/* */ 1", Code::UnexpectedCharacter, 0);
    row("single quotes", "'a'", Code::UnexpectedCharacter, 0);
    row("NUL", QByteArray("\0", 1), Code::UnexpectedCharacter, 0);
    row("form feed is no white space", "\f1", Code::UnexpectedCharacter, 0);
    row("no comma", "[1 2]", Code::MissingComma, 3);
    row("no comma in object", "{\"a\":1 \"b\":2}", Code::MissingComma, 7);
    row("no colon", "{\"a\" 1}", Code::MissingColon, 5);
    row("comma for colon", "{\"a\",1}", Code::MissingColon, 4);
    row("comma last", "[1 , ]", Code::TrailingComma, 3);
    row("comma last in object", "{\"a\":1,}", Code::TrailingComma, 6);
    row("number as key", "{1:2}", Code::KeyNotString, 1);
    row("word as key", "{a:2}", Code::KeyNotString, 1);
    row("no end of string", "\"abc", Code::UnfinishedString, 0);
    row("no end after backslash", "\"abc\\", Code::UnfinishedString, 0);
    row("line break in string", "[\"a\nb\"]", Code::UnfinishedString, 1);
    row("return in string", "\"a\rb\"", Code::UnfinishedString, 0);
    row("key without end", "{\"a", Code::UnfinishedString, 1);
    row("unknown escape", "\"\\x\"", Code::BadEscape, 1);
    row("short escape", "\"\\u12\"", Code::BadEscape, 1);
    row("escape at the end", "\"\\u", Code::BadEscape, 1);
    row("no hex", "\"\\u12G4\"", Code::BadEscape, 1);
    row("tab in string", "\"a\tb\"", Code::ControlCharacter, 2);
    row("NUL in string", QByteArray("\"\0\"", 3), Code::ControlCharacter, 1);
    row("leading zero", "01", Code::BadNumber, 0);
    row("minus alone", "[-]", Code::BadNumber, 1);
    row("minus word", "-a", Code::BadNumber, 0);
    row("no fraction", "1.", Code::BadNumber, 0);
    row("no exponent", "1e", Code::BadNumber, 0);
    row("sign without exponent", "1e+", Code::BadNumber, 0);
    row("two points", "1.2.3", Code::BadNumber, 0);
    row("hex number", "0x10", Code::BadNumber, 0);
    row("unit", "[7B]", Code::BadNumber, 1);
    row("full-width digits", "７", Code::BadLiteral, 0);
    row("NaN", "NaN", Code::BadLiteral, 0);
    row("capitals", "True", Code::BadLiteral, 0);
    row("longer word", "nullx", Code::BadLiteral, 0);
    row("Python", "[None]", Code::BadLiteral, 1);
    row("513 levels", nested(513), Code::TooDeep, 512);
    row("100,000 levels", nested(100'000), Code::TooDeep, 512);
    row("100,000 levels left open", QByteArray(100'000, '{'), Code::KeyNotString, 1);
    row("two values", "1 2", Code::TextAfterEnd, 2);
    row("bracket after the end", "{}}", Code::TextAfterEnd, 2);
    row("NUL after the end", QByteArray("1\0", 2), Code::TextAfterEnd, 1);
    row("stray continuation", "[\"a\x80\"]", Code::InvalidUtf8, 3);
    row("stray continuation after é", "\"\xC3\xA9\x80\"", Code::InvalidUtf8, 3);
    row("cut sequence", "\"中\xE4\xB8\"", Code::InvalidUtf8, 4);
    row("cut at the end", "\"\xF0\x9F", Code::InvalidUtf8, 1);
    row("overlong", "\"\xC0\xAF\"", Code::InvalidUtf8, 1);
    row("surrogate in UTF-8", "\"\xED\xA0\x80\"", Code::InvalidUtf8, 1);
    row("beyond Unicode", "\"\xF4\x90\x80\x80\"", Code::InvalidUtf8, 1);
    row("UTF-16", QByteArray("\xFF\xFE{\0}\0", 6), Code::InvalidUtf8, 0);
}

void tst_JsonScanner::refusesWithCodeAndPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(Code, code);
    QFETCH(int, offset);
    const auto problem = checkJson(text);
    QVERIFY(problem);
    QCOMPARE(problem->code, code);
    QCOMPARE(problem->offset, offset);
    QCOMPARE(std::pair(problem->line, problem->column), jsonPosition(text, offset));
    QCOMPARE(formatJson(text), text);
    QCOMPARE(compactJson(text), text);
    QVERIFY(duplicateJsonKeys(text).isEmpty());
}

void tst_JsonScanner::everyCodeHasADescription()
{
    QSet<QString> seen;
    for (int code = 0; code <= int(Code::NotAnObject); ++code)
        seen.insert(JsonProblem{Code(code), 5, 2, 3}.describe());
    QCOMPARE(seen.size(), int(Code::NotAnObject) + 1);
    QVERIFY(seen.contains(u"unexpected end at line 2 column 3"_s));
    QVERIFY(seen.contains(u"not an object at line 2 column 3"_s));
}

void tst_JsonScanner::depthIsBounded()
{
    QByteArray text;
    for (int i = 0; i < 512; ++i)
        text += "{\"a\":";
    const QByteArray good = text + "1" + QByteArray(512, '}');
    QVERIFY(!checkJson(good));
    const QByteArray bad = text + "{}" + QByteArray(512, '}');
    QCOMPARE(checkJson(bad)->code, Code::TooDeep);
    QCOMPARE(checkJson(bad)->offset, text.size());
}

void tst_JsonScanner::staysAtTheFirstProblemAndAtTheEnd()
{
    JsonScanner bad("[1 2]");
    bad.next();
    bad.next();
    QCOMPARE(bad.next().kind, JsonToken::Kind::Bad);
    const auto first = bad.problem();
    QCOMPARE(bad.next().kind, JsonToken::Kind::Bad);
    QCOMPARE(bad.problem(), first);

    JsonScanner good("1");
    QVERIFY(!good.problem());
    good.next();
    QCOMPARE(good.next().kind, JsonToken::Kind::End);
    QCOMPARE(good.next().kind, JsonToken::Kind::End);
    QVERIFY(!good.problem());
}

void tst_JsonScanner::tellsTheDepth()
{
    JsonScanner scanner("{\"a\":[1]}");
    QList<int> depths;
    while (scanner.next().kind != JsonToken::Kind::End)
        depths.append(scanner.depth());
    QCOMPARE(depths, (QList<int>{1, 1, 2, 2, 1, 0}));
}

void tst_JsonScanner::onlyAnObjectIsAnObject()
{
    QVERIFY(!checkJsonObject(" {} "));
    QCOMPARE(checkJsonObject("\n [{}]")->code, Code::NotAnObject);
    QCOMPARE(checkJsonObject("\n [{}]")->offset, 2);
    QCOMPARE(checkJsonObject("\n [{}]")->line, 2);
    QCOMPARE(checkJsonObject("\n [{}]")->column, 2);
    QCOMPARE(checkJsonObject("\"{}\"")->code, Code::NotAnObject);
    QCOMPARE(checkJsonObject("{")->code, Code::UnexpectedEnd);
}

void tst_JsonScanner::countsLinesAndCodePoints()
{
    const QByteArray text = "a中😀b\nxy\r\nz";
    QCOMPARE(jsonPosition(text, 0), std::pair(1, 1));
    QCOMPARE(jsonPosition(QByteArrayView("\n\n").sliced(2), 0), std::pair(1, 1));
    QCOMPARE(jsonPosition({}, 5), std::pair(1, 1));
    QCOMPARE(jsonPosition(text, 1), std::pair(1, 2));
    QCOMPARE(jsonPosition(text, 4), std::pair(1, 3));
    QCOMPARE(jsonPosition(text, 8), std::pair(1, 4));
    QCOMPARE(jsonPosition(text, 10), std::pair(2, 1));
    QCOMPARE(jsonPosition(text, 14), std::pair(3, 1));
    QCOMPARE(jsonPosition(text, -5), std::pair(1, 1));
    QCOMPARE(jsonPosition(text, 1000), std::pair(3, 2));
    QCOMPARE(jsonPosition("", 0), std::pair(1, 1));
}

void tst_JsonScanner::findsEveryOtherByteAnywhere()
{
    for (int byte = 0; byte < 0x80; ++byte) {
        for (qsizetype at = 0; at < 20; ++at) {
            QByteArray inner(20, 'x');
            inner[at] = char(byte);
            const bool isPlain = byte >= 0x20 && byte != '"' && byte != '\\';
            QCOMPARE(!checkJson('"' + inner + '"'), isPlain);
            QCOMPARE(!checkJson("\"\u00e9" + inner + "\u4e2d\""), isPlain);
        }
    }
}

MODELSCRIBE_TEST(tst_JsonScanner)

} // namespace tst_jsonscanner

#include "tst_jsonscanner.moc"
