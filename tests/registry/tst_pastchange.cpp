// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/pastchange.h"

#include "model/modeldiff.h"
#include "testclass.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace tst_pastchange {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

ModelMetadata model()
{
    return {.name = u"bert"_s,
            .description = u"old"_s,
            .task = u"asr"_s,
            .parameterSize = u"7000"_s,
            .extraInfo = JsonText(R"({"Rating":4.0,"CoverUris":["a"],"Flags":{"hot":true}})"),
            .labels = {{u"team"_s, u"nlp"_s}, {u"stage"_s, u"dev"_s}}};
}

JournalEntry change(const ModelMetadata &before, const ModelMetadata &after)
{
    JournalEntry entry{.before = RegisteredModel{.id = u"m-1"_s, .metadata = before},
                       .after = after};
    entry.head.outcome = JournalHead::Outcome::Saved;
    return entry;
}

//! \p from with some places changed, each to a value that starts with \p mark.
ModelMetadata changedAtRandom(const ModelMetadata &from, QRandomGenerator &random, QChar mark)
{
    ModelMetadata result = from;
    const auto value = [&] { return mark + QString::number(random.bounded(3)); };
    const auto perhaps = [&] { return random.bounded(3) == 0; };
    if (perhaps())
        result.description = value();
    if (perhaps())
        result.task = value();
    if (perhaps())
        result.domain = value();
    if (perhaps())
        result.parameterSize = QString::number(random.bounded(1000, 9999));
    for (Label &label : result.labels) {
        if (perhaps())
            label.value = value();
    }
    if (perhaps())
        result.labels.append({u"added-"_s + mark, value()});
    if (!result.labels.isEmpty() && perhaps())
        result.labels.removeAt(random.bounded(int(result.labels.size())));
    QByteArray extra = result.extraInfo.utf8();
    if (perhaps())
        extra.replace("4.0", QByteArray::number(random.bounded(5)) + ".5");
    if (perhaps())
        extra.replace("true", "false");
    if (perhaps())
        extra.chop(1), extra += ",\"" + QByteArray(1, mark.toLatin1()) + "\":1}";
    result.extraInfo = JsonText(extra);
    return result;
}

QString valueAt(const ModelMetadata &metadata, const ModelField &field)
{
    return field.read(metadata).text();
}

QString labelAt(const ModelMetadata &metadata, const QString &key)
{
    const auto found = std::ranges::find(metadata.labels, key, &Label::key);
    return found == metadata.labels.end() ? u"(none)"_s : found->value;
}

} // namespace

class tst_PastChange : public QObject
{
    Q_OBJECT

private slots:
    void rightAfterItGivesExactlyWhatWasBefore();
    void laterChangesOfOtherPlacesStay();
    void laterChangeOfTheSamePlaceClashes();
    void labelsGoKeyByKey();
    void extraInfoGoesPathByPath();
    void whatSomebodyTookBackAlreadyIsLeft();
    void aValueTheRegistryDidNotTakeIsLookedAt();
    void whatCannotBeTakenBackIsRefused_data();
    void whatCannotBeTakenBackIsRefused();
    void everyPlaceIsTakenBackKeptOrAskedAbout();
};

void tst_PastChange::rightAfterItGivesExactlyWhatWasBefore()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 500; ++i) {
        const ModelMetadata before = changedAtRandom(model(), random, u'b');
        const ModelMetadata after = changedAtRandom(before, random, u'a');
        if (sameContent(before, after))
            continue;
        const auto back = takingBack(change(before, after), after);
        QVERIFY(back);
        QVERIFY(back->clashes.isEmpty());
        QCOMPARE(back->fromTheirs, QStringList());
        QCOMPARE(back->merged, before);
    }
}

void tst_PastChange::laterChangesOfOtherPlacesStay()
{
    ModelMetadata after = model();
    after.task = u"tts"_s;
    ModelMetadata now = after;
    now.description = u"by somebody else"_s;
    now.labels.append({u"new"_s, u"1"_s});
    now.extraInfo = JsonText(R"({"Rating":1.0})");
    const auto back = takingBack(change(model(), after), now);
    QVERIFY(back);
    QVERIFY(back->clashes.isEmpty());
    ModelMetadata expected = now;
    expected.task = u"asr"_s;
    QCOMPARE(back->merged, expected);
    QVERIFY(back->fromTheirs.contains(u"ModelDescription"_s));
}

void tst_PastChange::laterChangeOfTheSamePlaceClashes()
{
    ModelMetadata after = model();
    after.task = u"tts"_s;
    ModelMetadata now = after;
    now.task = u"vad"_s;
    const auto back = takingBack(change(model(), after), now);
    QVERIFY(back);
    QCOMPARE(back->undecided({}), QStringList{u"Task"_s});
    QCOMPARE(back->clashes.first().base, u"tts"_s);
    QCOMPARE(back->clashes.first().mine, u"asr"_s);
    QCOMPARE(back->clashes.first().theirs, u"vad"_s);
    QCOMPARE(back->merged.task, u"vad"_s); // until it is decided
    const QHash<QString, MergeSide> decided{{u"Task"_s, MergeSide::Mine}};
    QCOMPARE(takingBack(change(model(), after), now, decided)->merged.task, u"asr"_s);
}

void tst_PastChange::labelsGoKeyByKey()
{
    ModelMetadata after = model();
    after.labels = {{u"team"_s, u"cv"_s}, {u"owner"_s, u"ann"_s}, {u"quality"_s, u"a"_s}};
    ModelMetadata now = after;
    now.labels = {{u"team"_s, u"audio"_s}, {u"owner"_s, u"ann"_s}, {u"more"_s, u"1"_s}};
    const auto back = takingBack(change(model(), after), now);
    QVERIFY(back);
    QCOMPARE(back->undecided({}), QStringList{u"Labels/team"_s}); // nlp, cv, now audio
    const QList<Label> expected{
        {u"team"_s, u"audio"_s}, {u"more"_s, u"1"_s}, {u"stage"_s, u"dev"_s}};
    QCOMPARE(back->merged.labels, expected);
}

void tst_PastChange::extraInfoGoesPathByPath()
{
    ModelMetadata after = model();
    after.extraInfo = JsonText(R"({"Rating":5.0,"CoverUris":["b"],"Flags":{"hot":true},"New":1})");
    ModelMetadata now = after;
    now.extraInfo = JsonText(
        R"({"Rating":5.0,"CoverUris":["c"],"Flags":{"hot":false},"New":1,"Later":12345678901234567890})");
    const auto back = takingBack(change(model(), after), now);
    QVERIFY(back);
    QCOMPARE(back->undecided({}), QStringList{u"ExtraInfo$.CoverUris"_s});
    QCOMPARE(
        back->merged.extraInfo.utf8(),
        R"({"Rating":4.0,"CoverUris":["c"],"Flags":{"hot":false},"Later":12345678901234567890})");
}

void tst_PastChange::whatSomebodyTookBackAlreadyIsLeft()
{
    ModelMetadata after = model();
    after.task = u"tts"_s;
    after.domain = u"audio"_s;
    ModelMetadata now = model();
    now.domain = u"audio"_s;
    const auto back = takingBack(change(model(), after), now);
    QVERIFY(back);
    QVERIFY(back->clashes.isEmpty());
    QCOMPARE(back->merged, model());
}

void tst_PastChange::aValueTheRegistryDidNotTakeIsLookedAt()
{
    ModelMetadata after = model();
    after.task = u"tts"_s;
    after.domain.clear();
    JournalEntry entry = change(model(), after);
    entry.head.outcome = JournalHead::Outcome::NotTaken;
    entry.held = entry.before;
    entry.held->metadata.task = u"text-to-speech"_s;
    const auto back = takingBack(entry, entry.held->metadata);
    QVERIFY(back);
    QCOMPARE(back->undecided({}), QStringList{u"Task"_s});
}

void tst_PastChange::whatCannotBeTakenBackIsRefused_data()
{
    QTest::addColumn<JournalEntry>("entry");
    ModelMetadata after = model();
    after.task = u"tts"_s;
    JournalEntry create = change({}, after);
    create.before.reset();
    QTest::newRow("create") << create;
    JournalEntry deletion = change(model(), {});
    deletion.after.reset();
    QTest::newRow("deletion") << deletion;
    JournalEntry failed = change(model(), after);
    failed.head.outcome = JournalHead::Outcome::Failed;
    QTest::newRow("nothing was written") << failed;
    QTest::newRow("same") << change(model(), model());
    QTest::newRow("empty") << JournalEntry();
}

void tst_PastChange::whatCannotBeTakenBackIsRefused()
{
    QFETCH(JournalEntry, entry);
    const auto back = takingBack(entry, model());
    QVERIFY(!back);
    QCOMPARE(back.error().kind, Error::Kind::Invalid);
}

void tst_PastChange::everyPlaceIsTakenBackKeptOrAskedAbout()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 500; ++i) {
        const ModelMetadata before = changedAtRandom(model(), random, u'b');
        const ModelMetadata after = changedAtRandom(before, random, u'a');
        const ModelMetadata now = changedAtRandom(after, random, u'n');
        const auto back = takingBack(change(before, after), now);
        if (!back)
            continue;
        for (const ModelField &field : modelFields) {
            if (field.kind == FieldKind::JsonObject)
                continue;
            const bool changed = valueAt(before, field) != valueAt(after, field);
            const bool again = valueAt(after, field) != valueAt(now, field);
            QCOMPARE(valueAt(back->merged, field),
                     valueAt(changed && !again ? before : now, field));
            const bool asked = std::ranges::any_of(
                back->clashes, [&](const MergeClash &clash) { return clash.field == &field; });
            QCOMPARE(asked, changed && again && valueAt(before, field) != valueAt(now, field));
        }
        for (const Label &label : before.labels + after.labels + now.labels) {
            const auto in = [&](const ModelMetadata &metadata) {
                return labelAt(metadata, label.key);
            };
            const bool changed = in(before) != in(after);
            const bool again = in(after) != in(now);
            QCOMPARE(in(back->merged), in(changed && !again ? before : now));
        }
    }
}

MODELSCRIBE_TEST(tst_PastChange)

} // namespace tst_pastchange

#include "tst_pastchange.moc"
