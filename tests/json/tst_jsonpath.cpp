// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/jsonpath.h"

#include <QTest>

namespace tst_jsonpath {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonPath : public QObject
{
    Q_OBJECT

private slots:
    void textAndPathAreTheSame_data();
    void textAndPathAreTheSame();
    void otherSpellingsAreRead();
    void whatIsNoPathIsRefused_data();
    void whatIsNoPathIsRefused();
};

void tst_JsonPath::textAndPathAreTheSame_data()
{
    QTest::addColumn<JsonPath>("path");
    QTest::addColumn<QString>("text");
    const auto key = [](const QString &name, int occurrence = 0) {
        return JsonPath{{.key = name, .occurrence = occurrence}};
    };
    QTest::newRow("outermost") << JsonPath() << u"$"_s;
    QTest::newRow("member") << key(u"Rating"_s) << u"$.Rating"_s;
    QTest::newRow("underscore and digits") << key(u"_a1"_s) << u"$._a1"_s;
    QTest::newRow("element") << JsonPath{{.index = 0}, {.index = 12}} << u"$[0][12]"_s;
    QTest::newRow("mixed") << JsonPath{{.key = u"a"_s}, {.index = 3}, {.key = u"b c"_s}}
                           << u"$.a[3]['b c']"_s;
    QTest::newRow("letters of other scripts") << key(u"中文é"_s) << u"$.中文é"_s;
    QTest::newRow("beyond 16 bits") << key(u"😀"_s) << u"$.😀"_s;
    QTest::newRow("empty key") << key(u""_s) << u"$['']"_s;
    QTest::newRow("digit first") << key(u"0"_s) << u"$['0']"_s;
    QTest::newRow("hyphen") << key(u"a-b"_s) << u"$['a-b']"_s;
    QTest::newRow("quotes") << key(u"it's \"so\""_s) << u"$['it\\'s \"so\"']"_s;
    QTest::newRow("backslash") << key(u"a\\b\\"_s) << u"$['a\\\\b\\\\']"_s;
    QTest::newRow("brackets") << key(u"a']['b"_s) << u"$['a\\'][\\'b']"_s;
    QTest::newRow("path as key") << key(u"$.a#2"_s) << u"$['$.a#2']"_s;
    QTest::newRow("second of a key") << key(u"a"_s, 1) << u"$.a#2"_s;
    QTest::newRow("third, quoted") << key(u"a b"_s, 2) << u"$['a b']#3"_s;
    QTest::newRow("below a second")
        << JsonPath{{.key = u"a"_s, .occurrence = 1}, {.index = 0}} << u"$.a#2[0]"_s;
    QTest::newRow("line break") << key(u"a\nb"_s) << u"$['a\\nb']"_s;
    QTest::newRow("tab and return") << key(u"\t\r"_s) << u"$['\\t\\r']"_s;
    QTest::newRow("other control characters")
        << key(QString(QChar(0)) + QChar(0x1F)) << u"$['\\u0000\\u001f']"_s;
    QTest::newRow("lone surrogate") << key(QString(QChar(0xD800))) << u"$."_s + QChar(0xD800);
}

void tst_JsonPath::textAndPathAreTheSame()
{
    QFETCH(JsonPath, path);
    QFETCH(QString, text);
    QCOMPARE(jsonPathText(path), text);
    const auto read = jsonPathFromText(text);
    QVERIFY(read);
    QCOMPARE(*read, path);
}

void tst_JsonPath::otherSpellingsAreRead()
{
    QCOMPARE(jsonPathFromText(u"$['a']"), jsonPathFromText(u"$.a"));
    QCOMPARE(jsonPathFromText(u"$[007]"), jsonPathFromText(u"$[7]"));
    QCOMPARE(jsonPathFromText(u"$['a\nb']"), jsonPathFromText(u"$['a\\nb']")); // of older versions
    QCOMPARE(jsonPathFromText(u"$['\\u4e2d']"), jsonPathFromText(u"$.中"));
}

void tst_JsonPath::whatIsNoPathIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "a",
                             ".a",
                             "$.",
                             "$a",
                             "$..a",
                             "$.a b",
                             "$.1",
                             "$[",
                             "$[]",
                             "$[1",
                             "$[-1]",
                             "$[a]",
                             "$[1 ]",
                             "$['",
                             "$['a",
                             "$['a'",
                             "$['a\\",
                             "$['a\\'",
                             "$['\\u12']",
                             "$['\\u123",
                             "$['a']x",
                             "$[\"a\"]",
                             "$.a#",
                             "$.a#0",
                             "$.a#1",
                             "$.a#-2",
                             "$.a#2000000000",
                             "$[0]#2",
                             "$#2",
                             "$[99999999999999999999]",
                             "$.a.",
                             "$ ",
                             " $"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_JsonPath::whatIsNoPathIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!jsonPathFromText(text));
}

MODELSCRIBE_TEST(tst_JsonPath)

} // namespace tst_jsonpath

#include "tst_jsonpath.moc"
