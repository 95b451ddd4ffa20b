// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/jsonwording.h"

#include <QTest>

namespace tst_jsonwording {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonWording : public QObject
{
    Q_OBJECT

private slots:
    void everyHintHasASentence();
    void hints_data();
    void hints();
    void fixes_data();
    void fixes();
    void everyEditErrorHasASentence();
    void everyRepairHasASentence();
    void everyDifferenceAndKindHasAName();
    void dataIsShownVisibly();
};

void tst_JsonWording::everyHintHasASentence()
{
    for (int code = 0; code <= int(JsonHint::Code::SchemaUnusable); ++code) {
        const QString text = jsonwording::hint({.code = JsonHint::Code(code)});
        QVERIFY2(!text.isEmpty(), qPrintable(QString::number(code)));
    }
}

void tst_JsonWording::hints_data()
{
    QTest::addColumn<JsonHint>("hint");
    QTest::addColumn<QString>("expected");
    using Code = JsonHint::Code;
    QTest::newRow("unusual") << JsonHint{.code = Code::UnusualType, .expected = {u"number"_s}}
                             << u"Usually a number"_s;
    QTest::newRow("types") << JsonHint{.code = Code::WrongType,
                                       .expected = {u"integer"_s, u"null"_s}}
                           << u"Should be a whole number or null"_s;
    QTest::newRow("bound") << JsonHint{.code = Code::TooSmall, .expected = {u"0"_s}}
                           << u"At least 0"_s;
    QTest::newRow("list") << JsonHint{.code = Code::NotInList, .expected = {u"1"_s, u"\"b\""_s}}
                          << u"One of: 1, \"b\""_s;
    QTest::newRow("const") << JsonHint{.code = Code::NotInList, .expected = {u"1"_s}}
                           << u"Should be 1"_s;
    QTest::newRow("key") << JsonHint{.code = Code::DuplicateKey}
                         << u"Another member has the same key"_s;
    QTest::newRow("schema") << JsonHint{.code = Code::SchemaUnusable, .detail = u"bad $ref"_s}
                            << u"The schema cannot be used: bad $ref"_s;
}

void tst_JsonWording::hints()
{
    QFETCH(JsonHint, hint);
    QTEST(jsonwording::hint(hint), "expected");
}

void tst_JsonWording::fixes_data()
{
    QTest::addColumn<TextChanges>("fix");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << TextChanges{} << QString();
    QTest::newRow("another value") << TextChanges{{3, 11, "606056"}} << u"Make it 606056"_s;
    QTest::newRow("added") << TextChanges{{3, 3, " 1"}} << u"Add 1"_s;
    QTest::newRow("gone") << TextChanges{{3, 9, " "}} << u"Remove it"_s;
    QTest::newRow("several") << TextChanges{{1, 2, "a"}, {3, 4, "b"}} << u"Fix it"_s;
}

void tst_JsonWording::fixes()
{
    QFETCH(TextChanges, fix);
    QTEST(jsonwording::fix({.code = JsonHint::Code::WrongType, .fix = fix}), "expected");
}

void tst_JsonWording::everyEditErrorHasASentence()
{
    QSet<QString> sentences;
    const QStringList codes{u"NotCurrent"_s, u"ReadOnly"_s, u"NotJson"_s,  u"NoSuchPlace"_s,
                            u"IntoItself"_s, u"NoKey"_s,    u"KeyInUse"_s, u"CannotConvert"_s,
                            u"TooDeep"_s,    u"Unknown"_s};
    for (const QString &code : codes)
        sentences.insert(jsonwording::editError({.kind = Error::Kind::Invalid, .code = code}));
    QCOMPARE(sentences.size(), codes.size());
    QVERIFY(!sentences.contains(QString()));
}

void tst_JsonWording::everyRepairHasASentence()
{
    QSet<QString> sentences;
    const int last = int(JsonRepairStep::Code::Space);
    for (int code = 0; code <= last; ++code) {
        const QString text = jsonwording::repairStep({JsonRepairStep::Code(code), 2, 0});
        QVERIFY2(text.contains(u'2'), qPrintable(text));
        sentences.insert(text);
    }
    QCOMPARE(sentences.size(), last + 1);
}

void tst_JsonWording::everyDifferenceAndKindHasAName()
{
    QSet<QString> names;
    for (int kind = 0; kind <= int(JsonDifference::Kind::Order); ++kind)
        names.insert(jsonwording::differenceKind(JsonDifference::Kind(kind)));
    QCOMPARE(names.size(), 5);
    for (int kind = 0; kind <= int(JsonKind::Null); ++kind)
        names.insert(jsonwording::kindName(JsonKind(kind)));
    QCOMPARE(names.size(), 11);
    QVERIFY(!names.contains(QString()));
}

void tst_JsonWording::dataIsShownVisibly()
{
    const QString evil = u"a"_s + QChar(0x202E) + u"b\n"_s + QString(1000, u'x');
    const QString text = jsonwording::hint(
        {.code = JsonHint::Code::BadPattern, .expected = {evil}});
    QVERIFY(!text.contains(QChar(0x202E)));
    QVERIFY(!text.contains(u'\n'));
    QVERIFY(text.size() < 120);
}

MODELSCRIBE_TEST(tst_JsonWording)

} // namespace tst_jsonwording

#include "tst_jsonwording.moc"
