// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/editsession.h"

#include <QSet>

#include <algorithm>

namespace modelscribe {

namespace {

bool hasDuplicateKeys(const QList<Label> &labels)
{
    QSet<QString> seen;
    return std::ranges::any_of(labels, [&](const Label &label) {
        const bool known = seen.contains(label.key);
        seen.insert(label.key);
        return known;
    });
}

//! \p now with what changed from \p sent to \p typed.
QList<Label> mergedLabels(const QList<Label> &now, const QList<Label> &sent,
                          const QList<Label> &typed)
{
    if (typed == sent)
        return now;
    if (hasDuplicateKeys(typed))
        return typed; // half-way through typing: every row stays until the person has decided
    const LabelChanges since = labelChanges(sent, typed);
    QList<Label> result = now;
    for (const Label &gone : since.removed)
        result.removeIf([&](const Label &label) { return label.key == gone.key; });
    for (const Label &added : since.added) {
        result.removeIf([&](const Label &label) { return label.key == added.key; });
        result.append(added);
    }
    return result;
}

} // namespace

EditSession::EditSession(RegisteredModel base, QObject *parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_edited(m_base.metadata)
{
}

EditSession *EditSession::forNewModel(const QString &workspaceId, QObject *parent)
{
    return new EditSession(RegisteredModel{.workspaceId = workspaceId}, parent);
}

void EditSession::setValue(const ModelField &field, const FieldValue &value)
{
    if (isReadOnly())
        return;
    ModelMetadata edited = m_edited;
    field.write(edited, value);
    take(m_base, edited);
}

void EditSession::setLabels(const QList<Label> &labels)
{
    if (isReadOnly())
        return;
    ModelMetadata edited = m_edited;
    edited.labels = labels;
    take(m_base, edited);
}

void EditSession::resetField(const ModelField &field)
{
    setValue(field, field.read(m_base.metadata));
}

void EditSession::resetLabels() { setLabels(m_base.metadata.labels); }

void EditSession::revert() { take(m_base, m_base.metadata); }

bool EditSession::isChanged(const ModelField &field) const
{
    return !field.same(field.read(m_base.metadata), field.read(m_edited));
}

bool EditSession::areLabelsChanged() const
{
    return !labelChanges(m_base.metadata.labels, m_edited.labels).isEmpty();
}

qsizetype EditSession::changeCount() const { return countChanges(m_base.metadata, m_edited); }

const QList<Problem> &EditSession::problems() const
{
    if (!m_problems)
        m_problems = checkModel(m_base.metadata, m_edited);
    return *m_problems;
}

void EditSession::rebase(const RegisteredModel &now, const ModelMetadata &sent)
{
    ModelMetadata edited = now.metadata;
    for (const ModelField &field : modelFields) {
        const FieldValue typed = field.read(m_edited);
        if (!field.same(typed, field.read(sent)))
            field.write(edited, typed);
    }
    edited.labels = mergedLabels(now.metadata.labels, sent.labels, m_edited.labels);
    take(now, edited);
}

void EditSession::merge(const RegisteredModel &now, const QHash<QString, MergeSide> &decisions)
{
    take(now, mergeModels(m_base.metadata, m_edited, now.metadata, decisions).merged);
}

void EditSession::replaceBase(const RegisteredModel &now) { take(now, now.metadata); }

void EditSession::take(const RegisteredModel &base, const ModelMetadata &edited)
{
    if (base == m_base && edited == m_edited)
        return;
    const ModelMetadata before = std::exchange(m_edited, ModelMetadata(edited));
    m_base = RegisteredModel(base);
    m_problems.reset();
    for (const ModelField &field : modelFields) {
        if (field.read(before) != field.read(m_edited))
            emit valueChanged(&field);
    }
    if (before.labels != m_edited.labels)
        emit valueChanged(nullptr);
    emit changed();
}

} // namespace modelscribe
