// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modeldiff.h"
#include "testclass.h"

#include <QTest>

#include <algorithm>

namespace tst_modeldiff {

using namespace Qt::StringLiterals;
using namespace modelscribe;

using Labels = QList<Label>;

class tst_ModelDiff : public QObject
{
    Q_OBJECT

private slots:
    void nothingDiffersFromItself();
    void tellsWhatDiffersInTheOrderOfTheTable();
    void otherSpellingsOfASizeAreNoChange();
    void labelChanges_data();
    void labelChanges();
    void countsFieldsAndLabelKeys();
    void anotherSpellingIsAnEditButMeansTheSame();
};

void tst_ModelDiff::nothingDiffersFromItself()
{
    const ModelMetadata metadata{.name = u"a"_s,
                                 .orderNumber = u"x"_s,
                                 .extraInfo = JsonText("{"),
                                 .labels = {{u"k"_s, u"v"_s}}};
    QVERIFY(fieldChanges(metadata, metadata).isEmpty());
    QVERIFY(sameContent(metadata, metadata));
    QVERIFY(sameContent({}, {}));
}

void tst_ModelDiff::tellsWhatDiffersInTheOrderOfTheTable()
{
    const ModelMetadata before{.name = u"a"_s, .task = u"t"_s, .extraInfo = JsonText("{}")};
    const ModelMetadata after{
        .name = u"b"_s, .orderNumber = u"3"_s, .extraInfo = JsonText("{\"x\":1}")};
    const auto changes = fieldChanges(before, after);
    QCOMPARE(changes.size(), 4);
    const QList<FieldChange> wanted{
        {findField(u"ModelName"), FieldValue(u"a"_s), FieldValue(u"b"_s)},
        {findField(u"Task"), FieldValue(u"t"_s), FieldValue(QString())},
        {findField(u"OrderNumber"), FieldValue(QString()), FieldValue(u"3"_s)},
        {findField(u"ExtraInfo"), FieldValue(JsonText("{}")), FieldValue(JsonText("{\"x\":1}"))}};
    QVERIFY(changes == wanted);
    QVERIFY(!sameContent(before, after));
}

void tst_ModelDiff::otherSpellingsOfASizeAreNoChange()
{
    QVERIFY(fieldChanges({.parameterSize = u"7000"_s}, {.parameterSize = u"7B"_s}).isEmpty());
    QCOMPARE(fieldChanges({.parameterSize = u"7000"_s}, {.parameterSize = u"8B"_s}).size(), 1);
}

void tst_ModelDiff::labelChanges_data()
{
    QTest::addColumn<Labels>("before");
    QTest::addColumn<Labels>("after");
    QTest::addColumn<Labels>("removed");
    QTest::addColumn<Labels>("added");
    const Label a{u"a"_s, u"1"_s};
    const Label b{u"b"_s, u"2"_s};
    const Label otherA{u"a"_s, u"9"_s};
    QTest::newRow("none") << Labels{} << Labels{} << Labels{} << Labels{};
    QTest::newRow("order does not matter") << Labels{a, b} << Labels{b, a} << Labels{} << Labels{};
    QTest::newRow("added") << Labels{a} << Labels{a, b} << Labels{} << Labels{b};
    QTest::newRow("removed") << Labels{a, b} << Labels{b} << Labels{a} << Labels{};
    QTest::newRow("value changed")
        << Labels{a, b} << Labels{otherA, b} << Labels{a} << Labels{otherA};
    QTest::newRow("renamed") << Labels{a} << Labels{{u"A"_s, u"1"_s}} << Labels{a}
                             << Labels{{u"A"_s, u"1"_s}};
    QTest::newRow("emptied value")
        << Labels{a} << Labels{{u"a"_s, u""_s}} << Labels{a} << Labels{{u"a"_s, u""_s}};
    QTest::newRow("key twice, last counts")
        << Labels{a} << Labels{a, otherA} << Labels{a} << Labels{otherA};
    QTest::newRow("key twice, once sent")
        << Labels{} << Labels{a, otherA} << Labels{} << Labels{otherA};
}

void tst_ModelDiff::labelChanges()
{
    QFETCH(Labels, before);
    QFETCH(Labels, after);
    QFETCH(Labels, removed);
    QFETCH(Labels, added);
    const LabelChanges changes = modelscribe::labelChanges(before, after);
    QCOMPARE(changes.removed, removed);
    QCOMPARE(changes.added, added);
    QCOMPARE(changes.isEmpty(), removed.isEmpty() && added.isEmpty());
    for (const Label &label : removed) {
        const bool isThere = std::ranges::find(added, label.key, &Label::key) != added.end();
        QCOMPARE(changes.isChanged(label.key), isThere);
    }
    QVERIFY(!changes.isChanged(u"elsewhere"_s));
}

void tst_ModelDiff::countsFieldsAndLabelKeys()
{
    const ModelMetadata before{.name = u"a"_s, .labels = {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}}};
    const ModelMetadata after{
        .name = u"b"_s, .task = u"t"_s, .labels = {{u"a"_s, u"9"_s}, {u"c"_s, u"3"_s}}};
    QCOMPARE(countChanges(before, after), 2 + 3);
}

void tst_ModelDiff::anotherSpellingIsAnEditButMeansTheSame()
{
    const ModelMetadata typed{.name = u"a"_s,
                              .parameterSize = u"7B"_s,
                              .extraInfo = JsonText("{ \"a\": 4.50, \"b\": \"\\u0041\" }"),
                              .labels = {{u"k"_s, u"v"_s}}};
    ModelMetadata held = typed;
    held.parameterSize = u"7000"_s;
    held.extraInfo = JsonText(R"({"b":"A","a":4.5})");
    QVERIFY(sameMeaning(typed, held));
    QVERIFY(!sameContent(typed, held));
    QCOMPARE(countChanges(typed, held), 1);
    QCOMPARE(spelledAs(typed, held), held);

    ModelMetadata other = held;
    other.extraInfo = JsonText(R"({"b":"A","a":4.51})");
    QVERIFY(!sameMeaning(typed, other));
    QCOMPARE(spelledAs(typed, other).extraInfo, typed.extraInfo);
    for (const ModelField &field : modelFields) {
        other = held;
        field.write(other, FieldValue(JsonText("{}")));
        QVERIFY2(!sameMeaning(typed, other), field.label);
    }
    other = held;
    other.labels.first().value = u"w"_s;
    QVERIFY(!sameMeaning(typed, other));
}

MODELSCRIBE_TEST(tst_ModelDiff)

} // namespace tst_modeldiff

#include "tst_modeldiff.moc"
