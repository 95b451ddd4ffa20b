// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/batcheffects.h"

#include "registry/catalogtest.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

namespace tst_batcheffects {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using Verb = FieldVerb::Kind;
using OfLabel = LabelVerb::Kind;
using OfExtra = ExtraInfoEdit::Kind;

class tst_BatchEffects : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatChanges();
    void tellsNamesThatBecomeTheSame();
    void tellsWhatAddingALabelPassesOver();
    void tellsWhereBothKeysAre();
    void countsEachVerbOnWhatThoseBeforeItLeave();
    void countsPlacesThatCannotBeChanged();
    void patternsThatRunAwayEnd();
    void equalsAPlainComputation();
    void countsInSlices();
};

namespace {

BatchEffects effectsOn(const QList<RegisteredModel> &models, const BatchEdit &edit)
{
    BatchEffectsCounter counter(edit);
    for (qsizetype i = 0; i < models.size(); ++i)
        counter.add(models[i], i);
    return counter.effects();
}

RegisteredModel named(const QString &name) { return modelOf(u"id-"_s + name, {.name = name}); }

RegisteredModel labelled(const QList<Label> &labels)
{
    return modelOf(u"id"_s, {.name = u"name"_s, .labels = labels});
}

BatchEdit onField(const QString &key, const FieldVerb &verb) { return {.fields = {{key, verb}}}; }

FieldVerb replacing(const QString &pattern, const QString &with, bool isExpression = false)
{
    return {.kind = Verb::Replace,
            .replacement = {
                .query = {.pattern = pattern, .matchCase = true, .isExpression = isExpression},
                .with = with}};
}

//! Models of few values, so that verbs meet all there is to meet.
QList<RegisteredModel> randomModels(QRandomGenerator &random, int count)
{
    const QStringList words{{}, u"bert"_s, u"BERT"_s, u"中文"_s, u"bert-bert"_s};
    const QList<JsonText> extras{JsonText(), JsonText("{}"), JsonText(R"({"a":1,"b":{"c":2}})"),
                                 JsonText(R"({"b":7})"), JsonText("not json")};
    const auto word = [&] { return words[random.bounded(words.size())]; };
    QList<RegisteredModel> models;
    for (int i = 0; i < count; ++i) {
        ModelMetadata data{.name = word(), .description = word(), .origin = word()};
        data.orderNumber = random.bounded(3) ? QString::number(random.bounded(3)) : QString();
        data.extraInfo = extras[random.bounded(extras.size())];
        for (const QString &key : {u"team"_s, u"stage"_s, u"lang"_s}) {
            if (random.bounded(2))
                data.labels.append({key, word()});
        }
        models.append(modelOf(u"id-%1"_s.arg(i), data));
        if (random.bounded(6) == 0)
            models.last().provider = u"pai"_s;
    }
    return models;
}

} // namespace

void tst_BatchEffects::countsWhatChanges()
{
    QList<RegisteredModel> models{named(u"bert"_s), named(u"gpt"_s), named(u"bert-2"_s),
                                  named(u"bert-3"_s)};
    models[3].provider = u"pai"_s; // read-only
    const auto effects = effectsOn(models, onField(u"ModelName"_s, replacing(u"bert"_s, u"B"_s)));
    QCOMPARE(effects.models, 3);
    QCOMPARE(effects.fields.value(u"ModelName"_s), (BatchEffect{.changed = 2}));
    const auto cleared = effectsOn(models, onField(u"Origin"_s, {.kind = Verb::Clear}));
    QCOMPARE(cleared.fields.value(u"Origin"_s), BatchEffect());
}

void tst_BatchEffects::tellsNamesThatBecomeTheSame()
{
    const QList<RegisteredModel> models{named(u"a-1"_s), named(u"b-1"_s), named(u"c-2"_s),
                                        named(u"twin"_s), named(u"twin"_s)};
    const auto effects = effectsOn(models,
                                   onField(u"ModelName"_s, replacing(u"^[abc]-"_s, {}, true)));
    QCOMPARE(effects.fields.value(u"ModelName"_s), (BatchEffect{.changed = 3, .others = 2}));
}

void tst_BatchEffects::tellsWhatAddingALabelPassesOver()
{
    const BatchEdit edit{.labels = {{.kind = OfLabel::Add, .key = u"team"_s, .value = u"nlp"_s}}};
    const QList<RegisteredModel> models{labelled({}), labelled({{u"team"_s, u"NLP"_s}}),
                                        labelled({{u"team"_s, u"nlp"_s}}),
                                        labelled({{u"team"_s, u"NLP"_s}, {u"a"_s, u"b"_s}})};
    QCOMPARE(effectsOn(models, edit).labels.value(0),
             (BatchEffect{.changed = 1, .others = 2, .otherValue = u"NLP"_s}));
    const auto mixed = effectsOn(models + QList{labelled({{u"team"_s, u"cv"_s}})}, edit);
    QCOMPARE(mixed.labels.value(0), (BatchEffect{.changed = 1, .others = 3}));
}

void tst_BatchEffects::tellsWhereBothKeysAre()
{
    const BatchEdit edit{
        .labels = {{.kind = OfLabel::RenameKey, .key = u"团队"_s, .newText = u"team"_s}}};
    const QList<RegisteredModel> models{labelled({{u"团队"_s, u"a"_s}}),
                                        labelled({{u"团队"_s, u"a"_s}, {u"team"_s, u"b"_s}}),
                                        labelled({{u"team"_s, u"b"_s}})};
    const BatchEffect effect = effectsOn(models, edit).labels.value(0);
    QCOMPARE(effect.changed, 2);
    QCOMPARE(effect.others, 1);
}

void tst_BatchEffects::countsEachVerbOnWhatThoseBeforeItLeave()
{
    const BatchEdit edit{.labels = {{.kind = OfLabel::TakeAway, .key = u"team"_s},
                                    {.kind = OfLabel::Add, .key = u"team"_s, .value = u"x"_s}}};
    const QList<RegisteredModel> models{labelled({{u"team"_s, u"y"_s}}), labelled({})};
    const auto effects = effectsOn(models, edit);
    QCOMPARE(effects.labels.value(0).changed, 1);
    QCOMPARE(effects.labels.value(1), (BatchEffect{.changed = 2}));
}

void tst_BatchEffects::countsPlacesThatCannotBeChanged()
{
    const BatchEdit edit{.extraInfo = {{.kind = OfExtra::Set,
                                        .path = {{.key = u"a"_s}, {.key = u"b"_s}},
                                        .value = JsonText("1")}}};
    QList<RegisteredModel> models(3);
    models[0].metadata.extraInfo = JsonText(R"({"a":{}})");
    models[1].metadata.extraInfo = JsonText(R"({"a":7})");
    models[2].metadata.extraInfo = JsonText(R"({"a":{"b":1}})");
    QCOMPARE(effectsOn(models, edit).extraInfo.value(0), (BatchEffect{.changed = 1, .failed = 1}));
}

void tst_BatchEffects::patternsThatRunAwayEnd()
{
    QList<RegisteredModel> models;
    for (int i = 0; i < 2000; ++i)
        models.append(named(QString(60, u'a') + u'b' + QString::number(i)));
    const auto effects = effectsOn(models,
                                   onField(u"ModelName"_s, replacing(u"(a+)+$"_s, u"x"_s, true)));
    QCOMPARE(effects.fields.value(u"ModelName"_s).failed, 2000);
}

void tst_BatchEffects::equalsAPlainComputation()
{
    const quint32 seed = qEnvironmentVariableIntValue("MODELSCRIBE_SEED");
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QList<RegisteredModel> models = randomModels(random, 400);
    const QList<BatchEdit> edits{
        onField(u"ModelName"_s, {.text = u"bert"_s}),
        onField(u"ModelDescription"_s, {.kind = Verb::SetWhereEmpty, .text = u"x"_s}),
        onField(u"Origin"_s, {.kind = Verb::Clear}),
        onField(u"Origin"_s, replacing(u"bert"_s, u"B"_s)),
        onField(u"Origin"_s, {.kind = Verb::PutBefore, .text = u"x-"_s}),
        onField(u"OrderNumber"_s, {.kind = Verb::Number, .first = 0, .step = 1}),
        BatchEdit{.labels = {{.kind = OfLabel::Put, .key = u"team"_s, .value = u"bert"_s}}},
        BatchEdit{.labels = {{.kind = OfLabel::TakeAway, .key = u"stage"_s}}},
        BatchEdit{.labels = {{.kind = OfLabel::ReplaceAll}}},
        BatchEdit{.extraInfo = {{.kind = OfExtra::Remove, .path = {{.key = u"a"_s}}}}},
        BatchEdit{.extraInfo = {{.kind = OfExtra::Merge, .value = JsonText(R"({"a":1})")}}},
        BatchEdit{.extraInfo = {{.kind = OfExtra::Rename,
                                 .path = {{.key = u"b"_s}, {.key = u"c"_s}},
                                 .key = u"d"_s}}},
    };
    for (const BatchEdit &edit : edits) {
        int changed = 0;
        int failed = 0;
        for (qsizetype i = 0; i < models.size(); ++i) {
            if (models[i].isReadOnly())
                continue;
            const auto after = edit.applied(models[i].metadata, i);
            failed += !after;
            changed += after && *after != models[i].metadata;
        }
        const BatchEffects effects = effectsOn(models, edit);
        const QList<BatchEffect> all = effects.fields.values() + effects.labels + effects.extraInfo;
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().changed, changed);
        QCOMPARE(all.first().failed, failed);
    }
}

void tst_BatchEffects::countsInSlices()
{
    QList<RegisteredModel> models;
    QStringList ids;
    for (int i = 0; i < 20'000; ++i) {
        models.append(named(u"bert-%1"_s.arg(i)));
        ids.append(models.last().id);
    }
    const OfflineCatalog world(models);
    BatchEffectsCounting counting;
    QSignalSpy changed(&counting, &BatchEffectsCounting::changed);
    counting.begin(&world.catalog, ids, onField(u"ModelName"_s, replacing(u"bert"_s, u"B"_s)));
    QVERIFY(!counting.isCounted());
    // A newer edit takes the place of the one that is counted.
    counting.begin(&world.catalog, ids, onField(u"ModelName"_s, replacing(u"-1"_s, u"B"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(counting.isCounted(), 60'000);
    QCOMPARE(counting.effects().models, 20'000);
    QCOMPARE(counting.effects().fields.value(u"ModelName"_s).changed, 11'111);
}

MODELSCRIBE_TEST(tst_BatchEffects)

} // namespace tst_batcheffects

#include "tst_batcheffects.moc"
