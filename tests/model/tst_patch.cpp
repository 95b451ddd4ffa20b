// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/patch.h"

#include "model/modeldiff.h"
#include "testclass.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_patch {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Patch : public QObject
{
    Q_OBJECT

private slots:
    void setsAndClearsFields();
    void labelsAreTakenByKey_data();
    void labelsAreTakenByKey();
    void changesExtraInfoAtPaths_data();
    void changesExtraInfoAtPaths();
    void refusesAPlaceThatIsNotThere_data();
    void refusesAPlaceThatIsNotThere();
    void whatLiesBetweenLeadsThere();
};

void tst_Patch::setsAndClearsFields()
{
    const Patch patch{.fields = {{u"Task"_s, FieldValue(u"nlp"_s)},
                                 {u"Domain"_s, FieldValue()},
                                 {u"ExtraInfo"_s, FieldValue(JsonText("{ }"))}}};
    const auto applied = patch.applied({.name = u"a"_s, .domain = u"d"_s});
    QVERIFY(applied);
    const ModelMetadata wanted{.name = u"a"_s, .task = u"nlp"_s, .extraInfo = JsonText("{ }")};
    QVERIFY(*applied == wanted);
    const Patch unknown{.fields = {{u"Nothing"_s, {}}}};
    QVERIFY(!unknown.applied({}));
    QVERIFY(Patch().isEmpty());
    QVERIFY(!patch.isEmpty());
}

void tst_Patch::labelsAreTakenByKey_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("put");
    QTest::addColumn<QString>("taken");
    QTest::addColumn<QString>("after");
    QTest::newRow("a new one stands last") << "a=1 b=2"
                                           << "c=3"
                                           << ""
                                           << "a=1 b=2 c=3";
    QTest::newRow("a known key keeps its place") << "a=1 b=2"
                                                 << "a=9"
                                                 << ""
                                                 << "a=9 b=2";
    QTest::newRow("a key that stands twice") << "a=1 b=2 a=3"
                                             << "a=9"
                                             << ""
                                             << "a=9 b=2";
    QTest::newRow("one goes") << "a=1 b=2 a=3"
                              << ""
                              << "a"
                              << "b=2";
    QTest::newRow("one that is not there") << "a=1"
                                           << ""
                                           << "x"
                                           << "a=1";
}

QList<Label> labelsOf(const QString &text)
{
    QList<Label> labels;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts))
        labels.append({part.section(u'=', 0, 0), part.section(u'=', 1)});
    return labels;
}

void tst_Patch::labelsAreTakenByKey()
{
    QFETCH(const QString, before);
    QFETCH(const QString, put);
    QFETCH(const QString, taken);
    QFETCH(const QString, after);
    const Patch patch{.putLabels = labelsOf(put),
                      .takenLabels = taken.split(u' ', Qt::SkipEmptyParts)};
    const auto applied = patch.applied({.labels = labelsOf(before)});
    QVERIFY(applied);
    QCOMPARE(applied->labels, labelsOf(after));
}

//! \p value: null removes.
ExtraInfoEdit edit(const QString &path, const QByteArray &value)
{
    return {.kind = value.isNull() ? ExtraInfoEdit::Kind::Remove : ExtraInfoEdit::Kind::Set,
            .path = *jsonPathFromText(path),
            .value = JsonText(value)};
}

void tst_Patch::changesExtraInfoAtPaths_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("after");
    using Bytes = QByteArray;
    const Bytes gone;
    QTest::newRow("a value, the rest as spelt")
        << Bytes("{ \"a\": 1.0,\n  \"b\":2e3 }") << u"$.b"_s << Bytes("7")
        << Bytes("{ \"a\": 1.0,\n  \"b\":7 }");
    QTest::newRow("a new member") << Bytes("{\"a\":1}") << u"$.b"_s << Bytes("[]")
                                  << Bytes("{\"a\":1,\"b\":[]}");
    QTest::newRow("with what it lies in") << Bytes("{\"a\":1}") << u"$.b.c.d"_s << Bytes("2")
                                          << Bytes("{\"a\":1,\"b\":{\"c\":{\"d\":2}}}");
    QTest::newRow("inside") << Bytes("{\"b\":{\"x\":1}}") << u"$.b.c"_s << Bytes("2")
                            << Bytes("{\"b\":{\"x\":1,\"c\":2}}");
    QTest::newRow("of an unset one")
        << Bytes() << u"$.a"_s << Bytes("1") << Bytes("{\n  \"a\": 1\n}");
    QTest::newRow("an element") << Bytes("{\"a\":[1,2]}") << u"$.a[0]"_s << Bytes("9")
                                << Bytes("{\"a\":[9,2]}");
    QTest::newRow("behind the last")
        << Bytes("{\"a\":[1]}") << u"$.a[1]"_s << Bytes("9") << Bytes("{\"a\":[1,9]}");
    QTest::newRow("a member goes")
        << Bytes("{\"a\":1, \"b\":2}") << u"$.a"_s << gone << Bytes("{\"b\":2}");
    QTest::newRow("an element goes")
        << Bytes("{\"a\":[1,2]}") << u"$.a[0]"_s << gone << Bytes("{\"a\":[2]}");
}

void tst_Patch::changesExtraInfoAtPaths()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, after);
    const auto applied = Patch{.extraInfo = {edit(path, value)}}.applied(
        {.extraInfo = JsonText(before)});
    QVERIFY(applied);
    QCOMPARE(applied->extraInfo.utf8(), after);
}

void tst_Patch::refusesAPlaceThatIsNotThere_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    using Bytes = QByteArray;
    const Bytes gone;
    QTest::newRow("the whole") << Bytes("{}") << u"$"_s << Bytes("1");
    QTest::newRow("into a number") << Bytes("{\"a\":1}") << u"$.a.b"_s << Bytes("1");
    QTest::newRow("a member of an array") << Bytes("{\"a\":[]}") << u"$.a.b"_s << Bytes("1");
    QTest::newRow("an element of an object") << Bytes("{\"a\":{}}") << u"$.a[0]"_s << Bytes("1");
    QTest::newRow("past the end") << Bytes("{\"a\":[]}") << u"$.a[1]"_s << Bytes("1");
    QTest::newRow("an element of what is not there") << Bytes("{}") << u"$.a[0]"_s << Bytes("1");
    QTest::newRow("a second of a key that is not there")
        << Bytes("{\"a\":1}") << u"$.b#2"_s << Bytes("1");
    QTest::newRow("gone already") << Bytes("{}") << u"$.a"_s << gone;
    QTest::newRow("no JSON") << Bytes("{") << u"$.a"_s << Bytes("1");
    QTest::newRow("a value that is none") << Bytes("{}") << u"$.a"_s << Bytes("nope");
}

void tst_Patch::refusesAPlaceThatIsNotThere()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, value);
    const Patch patch{.fields = {{u"Task"_s, FieldValue(u"t"_s)}},
                      .extraInfo = {edit(path, value)}};
    const auto applied = patch.applied({.extraInfo = JsonText(before)});
    QVERIFY(!applied);
    QVERIFY(applied.error().kind == Error::Kind::Invalid);
}

//! Any two models, mostly alike.
ModelMetadata anyModel(QRandomGenerator &random)
{
    ModelMetadata metadata;
    for (const ModelField &field : modelFields) {
        if (field.kind == FieldKind::JsonObject)
            metadata.extraInfo = JsonText("{\"n\":" + QByteArray::number(random.bounded(3)) + '}');
        else if (random.bounded(3) > 0)
            field.write(metadata, FieldValue(QString::number(random.bounded(3))));
    }
    for (int i = random.bounded(4); i > 0; --i)
        metadata.labels.append(
            {QString(QChar(u'a' + random.bounded(3))), QString::number(random.bounded(2))});
    return metadata;
}

void tst_Patch::whatLiesBetweenLeadsThere()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 2000; ++round) {
        const ModelMetadata before = anyModel(random);
        const ModelMetadata after = anyModel(random);
        const Patch patch = Patch::between(before, after);
        QCOMPARE(patch.isEmpty(), sameContent(before, after));
        const auto applied = patch.applied(before);
        QVERIFY(applied);
        QVERIFY2(sameContent(*applied, after), qPrintable(QString::number(round)));
    }
}

MODELSCRIBE_TEST(tst_Patch)

} // namespace tst_patch

#include "tst_patch.moc"
