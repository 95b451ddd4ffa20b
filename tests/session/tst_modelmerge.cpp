// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/modelmerge.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace modelscribe;

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
    void cleanMergesCommuteAndInventNothing();
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

QString word(QRandomGenerator &random) { return u"v%1"_s.arg(random.bounded(1'000'000)); }

ModelMetadata edited(ModelMetadata model, QRandomGenerator &random)
{
    for (int i = random.bounded(4); i >= 0; --i) {
        switch (random.bounded(4)) {
        case 0: model.labels.append({u"k"_s + word(random), word(random)}); break;
        case 1:
            if (!model.labels.isEmpty())
                model.labels[random.bounded(model.labels.size())].value = word(random);
            break;
        case 2: {
            QByteArray text = model.extraInfo.utf8();
            text.chop(1);
            model.extraInfo = JsonText(text + ",\"" + word(random).toUtf8() + "\":1.0}");
            break;
        }
        default: {
            const ModelField &field = modelFields[size_t(random.bounded(7))];
            field.write(model, FieldValue(word(random)));
        }
        }
    }
    return model;
}

} // namespace

void tst_ModelMerge::mineIntoUnchangedTheirsIsMine()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 500; ++round) {
        const ModelMetadata mine = edited(model(), random);
        const ModelMerge merge = mergeModels(model(), mine, model());
        QVERIFY(merge.clashes.isEmpty());
        QVERIFY(merge.merged == mine);
        QVERIFY(mergeModels(model(), model(), mine).merged == mine);
    }
}

void tst_ModelMerge::cleanMergesCommuteAndInventNothing()
{
    QRandomGenerator random(2);
    const auto sorted = [](QList<Label> labels) {
        std::ranges::sort(labels, {},
                          [](const Label &label) { return std::pair(label.key, label.value); });
        return labels;
    };
    int clean = 0;
    for (int round = 0; round < 3000; ++round) {
        const ModelMetadata mine = edited(model(), random);
        const ModelMetadata theirs = edited(model(), random);
        const ModelMerge there = mergeModels(model(), mine, theirs);
        const ModelMerge back = mergeModels(model(), theirs, mine);
        QCOMPARE(there.clashes.size(), back.clashes.size());
        for (const ModelField &field : modelFields) {
            const FieldValue value = field.read(there.merged);
            if (field.kind != FieldKind::JsonObject)
                QVERIFY(value == field.read(mine) || value == field.read(theirs));
        }
        for (const Label &label : there.merged.labels)
            QVERIFY(mine.labels.contains(label) || theirs.labels.contains(label));
        if (!there.clashes.isEmpty())
            continue;
        ++clean;
        QCOMPARE(sorted(there.merged.labels), sorted(back.merged.labels));
        for (const ModelField &field : modelFields) {
            if (field.kind != FieldKind::JsonObject)
                QVERIFY(field.read(there.merged) == field.read(back.merged));
        }
    }
    QVERIFY(clean > 300);
}

QTEST_GUILESS_MAIN(tst_ModelMerge)
#include "tst_modelmerge.moc"
