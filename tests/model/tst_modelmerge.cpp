// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelmerge.h"

#include "model/places.h"
#include "testclass.h"
#include "json/jsonedit.h"
#include "json/textchange.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace tst_modelmerge {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

namespace {

ModelMetadata model()
{
    return {.name = u"bert"_s,
            .description = u"old"_s,
            .task = u"asr"_s,
            .parameterSize = u"7000"_s,
            .extraInfo = JsonText("{\"Rating\":4.0,\"CoverUris\":[]}"),
            .labels = {{u"team"_s, u"nlp"_s}, {u"stage"_s, u"dev"_s}}};
}

} // namespace

class tst_ModelMerge : public QObject
{
    Q_OBJECT

private slots:
    void otherFieldsAreMerged();
    void sameMeaningIsNoChange();
    void sameFieldClashes();
    void extraInfoClashesByPath();
    void labelsAreMergedKeyByKey();
    void labelValueClashes();
    void removedLabelAgainstChangedOneClashes();
    void mineIntoUnchangedTheirsIsMine();
    void cleanMergesCommute();
    void everyPlaceIsTheOneThatChangedOrWasDecided();
    void mergingAgainChangesNothing();
};

void tst_ModelMerge::otherFieldsAreMerged()
{
    ModelMetadata mine = model();
    mine.task = u"text-generation"_s;
    ModelMetadata theirs = model();
    theirs.description = u"new"_s;
    const ModelMerge merge = mergeModels(model(), mine, theirs);
    QVERIFY(merge.clashes.isEmpty());
    QCOMPARE(merge.merged.task, mine.task);
    QCOMPARE(merge.merged.description, theirs.description);
    QCOMPARE(merge.fromTheirs, QStringList{u"ModelDescription"_s});
}

void tst_ModelMerge::sameMeaningIsNoChange()
{
    ModelMetadata mine = model();
    mine.parameterSize = u"7B"_s;
    ModelMetadata theirs = model();
    theirs.parameterSize = u"8000"_s;
    const ModelMerge merge = mergeModels(model(), mine, theirs);
    QVERIFY(merge.clashes.isEmpty());
    QCOMPARE(merge.merged.parameterSize, u"8000"_s);
}

void tst_ModelMerge::sameFieldClashes()
{
    ModelMetadata mine = model();
    mine.task = u"mine"_s;
    ModelMetadata theirs = model();
    theirs.task.clear();
    const ModelMerge merge = mergeModels(model(), mine, theirs);
    QCOMPARE(merge.clashes.size(), 1);
    const MergeClash &clash = merge.clashes.first();
    QCOMPARE(clash.key(), u"Task"_s);
    QCOMPARE(clash.base, u"asr"_s);
    QCOMPARE(clash.mine, u"mine"_s);
    QVERIFY(!clash.theirs);
    QCOMPARE(merge.undecided({}), QStringList{u"Task"_s});
    QCOMPARE(merge.merged.task, QString());
    const QHash<QString, MergeSide> decided{{u"Task"_s, MergeSide::Mine}};
    QCOMPARE(mergeModels(model(), mine, theirs, decided).merged.task, u"mine"_s);
    QVERIFY(merge.undecided(decided).isEmpty());
}

void tst_ModelMerge::extraInfoClashesByPath()
{
    ModelMetadata mine = model();
    mine.extraInfo = JsonText("{\"Rating\":5.0,\"CoverUris\":[\"a\"]}");
    ModelMetadata theirs = model();
    theirs.extraInfo = JsonText("{\"Rating\":3.0,\"CoverUris\":[],\"New\":1}");
    const ModelMerge merge = mergeModels(model(), mine, theirs);
    QCOMPARE(merge.clashes.size(), 1);
    QCOMPARE(merge.clashes.first().key(), u"ExtraInfo$.Rating"_s);
    QCOMPARE(merge.fromTheirs, QStringList{u"ExtraInfo$.New"_s});
    QCOMPARE(merge.merged.extraInfo.utf8(), "{\"Rating\":3.0,\"CoverUris\":[\"a\"],\"New\":1}");
    const auto decided = mergeModels(model(), mine, theirs,
                                     {{u"ExtraInfo$.Rating"_s, MergeSide::Mine}});
    QCOMPARE(decided.merged.extraInfo.utf8(), "{\"Rating\":5.0,\"CoverUris\":[\"a\"],\"New\":1}");
}

void tst_ModelMerge::labelsAreMergedKeyByKey()
{
    ModelMetadata mine = model();
    mine.labels = {{u"team"_s, u"cv"_s}, {u"stage"_s, u"dev"_s}, {u"mine"_s, u"1"_s}};
    ModelMetadata theirs = model();
    theirs.labels = {{u"theirs"_s, u"2"_s}, {u"team"_s, u"nlp"_s}};
    const ModelMerge merge = mergeModels(model(), mine, theirs);
    QVERIFY(merge.clashes.isEmpty());
    const QList<Label> expected{{u"theirs"_s, u"2"_s}, {u"team"_s, u"cv"_s}, {u"mine"_s, u"1"_s}};
    QCOMPARE(merge.merged.labels, expected);
    QCOMPARE(merge.fromTheirs, (QStringList{u"Labels/theirs"_s, u"Labels/stage"_s}));
}

void tst_ModelMerge::labelValueClashes()
{
    ModelMetadata mine = model();
    mine.labels[0].value = u"cv"_s;
    ModelMetadata theirs = model();
    theirs.labels[0].value = u"audio"_s;
    const ModelMerge merge = mergeModels(model(), mine, theirs);
    QCOMPARE(merge.undecided({}), QStringList{u"Labels/team"_s});
    QCOMPARE(merge.merged.labels, theirs.labels);
    const auto decided = mergeModels(model(), mine, theirs, {{u"Labels/team"_s, MergeSide::Mine}});
    QCOMPARE(decided.merged.labels, mine.labels);
}

void tst_ModelMerge::removedLabelAgainstChangedOneClashes()
{
    ModelMetadata mine = model();
    mine.labels.removeFirst();
    ModelMetadata theirs = model();
    theirs.labels[0].value = u"audio"_s;
    const ModelMerge merge = mergeModels(model(), mine, theirs);
    QCOMPARE(merge.clashes.size(), 1);
    QVERIFY(!merge.clashes.first().mine);
    const auto decided = mergeModels(model(), mine, theirs, {{u"Labels/team"_s, MergeSide::Mine}});
    QCOMPARE(decided.merged.labels, mine.labels);
}

namespace {

quint32 seed() { return qEnvironmentVariable("MODELSCRIBE_SEED", u"1"_s).toUInt(); }

QString word(QRandomGenerator &random) { return u"v%1"_s.arg(random.bounded(1'000'000)); }

//! Every field set, labels, and an ExtraInfo with an object inside.
ModelMetadata fullModel()
{
    ModelMetadata full = model();
    for (const ModelField &field : modelFields) {
        if (field.read(full).isEmpty())
            field.write(full, field.isNumber() ? QString(u"12"_s) : u"first "_s + field.key);
    }
    full.extraInfo = JsonText(
        "{\n  \"Rating\": 4.0,\n  \"a\": 1, \"b\": 2, \"list\": [1, 2],\n  \"o\": {\"x\": "
        "1e400, \"y\": null}\n}");
    full.labels.append({u"lang"_s, u"zh"_s});
    return full;
}

//! One member set, removed or put in, in the object or in the one inside.
QByteArray editedJson(const QByteArray &text, QRandomGenerator &random)
{
    const JsonTree tree = JsonTree::parse(text);
    const auto inside = tree.member(0, u"o");
    const JsonNodeId object = inside && random.bounded(2) ? *inside : 0;
    const QString key = QString(QChar(u'a' + random.bounded(4)));
    const auto member = tree.member(object, key);
    const QByteArray value = '"' + word(random).toUtf8() + '"';
    Result<TextChanges> changes;
    if (!member)
        changes = jsonedit::insert(tree, object, 0, key, value);
    else if (random.bounded(3) == 0)
        changes = jsonedit::remove(tree, *member);
    else
        changes = jsonedit::setValue(tree, *member, value);
    return changes ? changedText(text, *changes) : text;
}

void editLabels(QList<Label> &labels, QRandomGenerator &random)
{
    static const QStringList keys{u"team"_s, u"stage"_s, u"lang"_s, u"use"_s, u"owner"_s};
    const QString key = keys[random.bounded(keys.size())];
    const auto at = std::ranges::find(labels, key, &Label::key);
    if (at == labels.end())
        labels.insert(random.bounded(labels.size() + 1), {key, word(random)});
    else if (random.bounded(3) == 0)
        labels.erase(at);
    else
        at->value = random.bounded(8) ? word(random) : QString();
}

ModelMetadata edited(ModelMetadata model, QRandomGenerator &random)
{
    for (int i = random.bounded(6); i >= 0; --i) {
        switch (random.bounded(3)) {
        case 0: editLabels(model.labels, random); break;
        case 1: model.extraInfo = JsonText(editedJson(model.extraInfo.utf8(), random)); break;
        default: {
            const ModelField &field =
                modelFields[size_t(random.bounded(int(modelFields.size()) - 1))];
            if (field.isNumber()) // 1B and 1000 are the same
                field.write(model, random.bounded(2) ? u"1B"_s : u"1000"_s);
            else
                field.write(model, random.bounded(6) ? word(random) : QString());
        }
        }
    }
    return model;
}

} // namespace

void tst_ModelMerge::mineIntoUnchangedTheirsIsMine()
{
    QRandomGenerator random(seed());
    const ModelMetadata base = fullModel();
    for (int round = 0; round < 1000; ++round) {
        const ModelMetadata mine = edited(base, random);
        const ModelMerge merge = mergeModels(base, mine, base);
        QVERIFY(merge.clashes.isEmpty());
        QVERIFY(merge.fromTheirs.isEmpty());
        QCOMPARE(placesOf(merge.merged), placesOf(mine));
        QCOMPARE(merge.merged.extraInfo, mine.extraInfo); // byte for byte
        const ModelMerge theirs = mergeModels(base, base, mine);
        QVERIFY(theirs.clashes.isEmpty());
        QVERIFY(theirs.merged == mine);
        const ModelMerge both = mergeModels(base, mine, mine);
        QVERIFY(both.clashes.isEmpty());
        QVERIFY(both.merged == mine);
    }
}

void tst_ModelMerge::cleanMergesCommute()
{
    QRandomGenerator random(seed() + 1);
    const ModelMetadata base = fullModel();
    int clean = 0;
    for (int round = 0; round < 3000; ++round) {
        const ModelMetadata mine = edited(base, random);
        const ModelMetadata theirs = edited(base, random);
        const ModelMerge there = mergeModels(base, mine, theirs);
        const ModelMerge back = mergeModels(base, theirs, mine);
        QStringList keys = there.undecided({});
        QStringList keysBack = back.undecided({});
        keys.sort();
        keysBack.sort();
        QCOMPARE(keys, keysBack);
        if (!keys.isEmpty())
            continue;
        ++clean;
        QCOMPARE(placesOf(there.merged), placesOf(back.merged));
    }
    QVERIFY2(clean > 300, QByteArray::number(clean).constData());
}

void tst_ModelMerge::everyPlaceIsTheOneThatChangedOrWasDecided()
{
    QRandomGenerator random(seed() + 2);
    const ModelMetadata base = fullModel();
    const Places b = placesOf(base);
    int clashes = 0;
    for (int round = 0; round < 3000; ++round) {
        const ModelMetadata mine = edited(base, random);
        const ModelMetadata theirs = edited(base, random);
        const Places m = placesOf(mine);
        const Places t = placesOf(theirs);
        QHash<QString, MergeSide> decisions;
        const ModelMerge undecided = mergeModels(base, mine, theirs);
        for (const MergeClash &clash : undecided.clashes) {
            if (const int choice = random.bounded(3); choice > 0)
                decisions.insert(clash.key(), choice == 1 ? MergeSide::Mine : MergeSide::Theirs);
        }
        const ModelMerge merge = mergeModels(base, mine, theirs, decisions);
        QCOMPARE(merge.clashes, undecided.clashes);
        QVERIFY(undecided.decided(decisions).merged == merge.merged); // byte for byte
        clashes += int(merge.clashes.size());
        const Places merged = placesOf(merge.merged);
        QVERIFY(JsonTree::parse(merge.merged.extraInfo.utf8()).isValid());
        const QStringList all = merged.keys() + b.keys() + m.keys() + t.keys();
        for (const QString &place : all) {
            const QString mineThere = m.value(place);
            const QString theirsThere = t.value(place);
            QString expected = theirsThere;
            if (b.value(place) == theirsThere)
                expected = mineThere; // what both left alone as well
            else if (b.value(place) != mineThere && mineThere != theirsThere)
                expected = decisions.value(place, MergeSide::Theirs) == MergeSide::Mine
                               ? mineThere
                               : theirsThere;
            QVERIFY2(merged.value(place) == expected,
                     qPrintable(u"%1: \"%2\" of \"%3\", \"%4\" and \"%5\""_s.arg(
                         place, merged.value(place), b.value(place), mineThere, theirsThere)));
        }
    }
    QVERIFY2(clashes > 1000, QByteArray::number(clashes).constData());
}

void tst_ModelMerge::mergingAgainChangesNothing()
{
    QRandomGenerator random(seed() + 3);
    const ModelMetadata base = fullModel();
    for (int round = 0; round < 1000; ++round) {
        const ModelMetadata mine = edited(base, random);
        const ModelMetadata theirs = edited(base, random);
        const ModelMetadata merged = mergeModels(base, mine, theirs).merged;
        // Theirs is the base of what was merged from now on.
        const ModelMerge again = mergeModels(theirs, merged, theirs);
        QVERIFY(again.clashes.isEmpty());
        QCOMPARE(placesOf(again.merged), placesOf(merged));
    }
}

MODELSCRIBE_TEST(tst_ModelMerge)

} // namespace tst_modelmerge

#include "tst_modelmerge.moc"
