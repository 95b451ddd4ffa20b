// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/batcheffects.h"

namespace modelscribe {

namespace {

constexpr int mostTooLong = 3; // models; the others would take as long

void noteOther(BatchEffect &effect, const QString &value)
{
    if (effect.others == 0)
        effect.otherValue = value;
    else if (effect.otherValue != value)
        effect.otherValue.reset();
    ++effect.others;
}

//! What a verb passes over, or takes with it, is worth a word.
void noteOthers(BatchEffect &effect, const LabelVerb &verb, const QList<Label> &labels)
{
    using Kind = LabelVerb::Kind;
    const QStringList held = labelValues(labels, verb.key);
    if (verb.kind == Kind::Add || verb.kind == Kind::Put) {
        const QString wanted = verb.value.value_or(QString());
        if (!held.isEmpty() && !held.contains(wanted))
            noteOther(effect, held.first());
    } else if (verb.kind == Kind::RenameKey && verb.key != verb.newText) {
        const QStringList kept = labelValues(labels, verb.newText);
        if (!held.isEmpty() && !kept.isEmpty())
            noteOther(effect, kept.first());
    }
}

} // namespace

BatchEffectsCounter::BatchEffectsCounter(const BatchEdit &edit)
    : m_edit(edit)
{
    for (auto verb = edit.fields.begin(); verb != edit.fields.end(); ++verb) {
        m_effects.fields.insert(verb.key(), {});
        if (const ModelField *field = findField(verb.key()))
            m_fields.append({field, BatchEdit{.fields = {{verb.key(), *verb}}}});
    }
    for (const LabelVerb &verb : edit.labels)
        m_labels.append(BatchEdit{.labels = {verb}});
    for (const ExtraInfoEdit &place : edit.extraInfo)
        m_extraInfo.append(BatchEdit{.extraInfo = {place}});
    m_effects.labels.resize(m_labels.size());
    m_effects.extraInfo.resize(m_extraInfo.size());
}

void BatchEffectsCounter::add(const RegisteredModel &model, qsizetype place)
{
    if (model.isReadOnly())
        return;
    ++m_effects.models;
    addFields(model.metadata, place);
    if (!m_labels.isEmpty())
        addLabels(model.metadata);
    if (!m_extraInfo.isEmpty())
        addExtraInfo(model.metadata);
}

void BatchEffectsCounter::addFields(const ModelMetadata &metadata, qsizetype place)
{
    for (const auto &[field, edit] : std::as_const(m_fields)) {
        BatchEffect &effect = m_effects.fields[field->key];
        const bool isPattern = edit.fields.first().kind == FieldVerb::Kind::Replace;
        if (isPattern && m_tooLong >= mostTooLong) {
            ++effect.failed;
            continue;
        }
        const auto applied = edit.applied(metadata, place);
        if (!applied) {
            m_tooLong += applied.error().code == QLatin1StringView("TakesTooLong");
            ++effect.failed;
            continue;
        }
        const FieldValue before = field->read(metadata);
        const FieldValue after = field->read(*applied);
        const bool isChanged = !field->same(before, after);
        effect.changed += isChanged;
        effect.emptied += isChanged && after.isEmpty();
        if (field->member == ModelMember(&ModelMetadata::name)) {
            Names &names = m_names[applied->name];
            ++names.models;
            names.isAnyChanged |= isChanged;
        }
    }
}

void BatchEffectsCounter::addLabels(ModelMetadata metadata)
{
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        BatchEffect &effect = m_effects.labels[i];
        noteOthers(effect, m_edit.labels[i], metadata.labels);
        const auto applied = m_labels[i].applied(metadata);
        if (!applied)
            continue;
        effect.changed += applied->labels != metadata.labels;
        metadata.labels = applied->labels;
    }
}

void BatchEffectsCounter::addExtraInfo(ModelMetadata metadata)
{
    for (qsizetype i = 0; i < m_extraInfo.size(); ++i) {
        BatchEffect &effect = m_effects.extraInfo[i];
        const auto applied = m_extraInfo[i].applied(metadata);
        if (!applied) {
            ++effect.failed;
            continue;
        }
        effect.changed += !(applied->extraInfo == metadata.extraInfo);
        metadata.extraInfo = applied->extraInfo;
    }
}

BatchEffects BatchEffectsCounter::effects() const
{
    BatchEffects effects = m_effects;
    for (const Names &names : m_names) {
        if (names.models > 1 && names.isAnyChanged)
            effects.fields[findField(u"ModelName")->key].others += names.models;
    }
    return effects;
}

BatchEffectsCounting::BatchEffectsCounting(QObject *parent)
    : QObject(parent)
{
    connect(&m_walk, &ModelWalk::finished, this, [this] {
        m_effects = m_counter.effects();
        emit changed();
    });
}

void BatchEffectsCounting::begin(const Catalog *catalog, const QStringList &ids,
                                 const BatchEdit &edit)
{
    m_counter = BatchEffectsCounter(edit);
    if (edit.isEmpty()) {
        m_walk.stop();
        m_effects = {};
        return;
    }
    m_walk.start(catalog, ids, [this](const RegisteredModel &model, qsizetype place) {
        m_counter.add(model, place);
    });
    if (m_walk.isUnderWay())
        emit changed();
}

} // namespace modelscribe

#include "moc_batcheffects.cpp"
