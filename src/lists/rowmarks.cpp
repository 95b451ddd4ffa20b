// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/rowmarks.h"

#include "lists/modelcells.h"
#include "registry/access.h"
#include "registry/accesswording.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

const QString columnOfMarks = u"ModelName"_s;
const QString columnOfLabels = u"Labels"_s;
const QString columnOfWrites = u"GmtModifiedTime"_s;
const QString columnOfOrder = u"OrderNumber"_s;

} // namespace

void RowMarks::setDrafts(const QSet<QString> &modelIds)
{
    const QSet<QString> before = std::exchange(m_drafts, modelIds);
    if (before != m_drafts)
        emit draftsChanged(((before - m_drafts) + (m_drafts - before)).values());
}

int RowMarks::draftCount(const QStringList &modelIds) const
{
    return int(std::ranges::count_if(modelIds,
                                     [this](const QString &modelId) { return hasDraft(modelId); }));
}

void RowMarks::setAccess(Access *access)
{
    if (m_access)
        m_access->disconnect(this);
    m_access = access;
    if (access)
        connect(access, &Access::changed, this, &RowMarks::takeAccess);
    takeAccess();
}

Access *RowMarks::access() const { return m_access; }

void RowMarks::takeAccess()
{
    emit accessChanged();
    emit cellsChanged(columnOfMarks, {});
}

RowMarks::Mark RowMarks::markOf(const RegisteredModel &model) const
{
    if (hasDraft(model.id))
        return Mark::Draft;
    if (hasUnreadableValue(model))
        return Mark::Problem;
    if (model.isReadOnly())
        return Mark::ReadOnly;
    return m_access && m_access->mayUpdate(model) == Access::Verdict::No ? Mark::NotYours
                                                                         : Mark::None;
}

QString RowMarks::markText(Mark mark)
{
    switch (mark) {
    case Mark::None: break;
    case Mark::Draft: return tr("Unsaved changes");
    case Mark::Problem: return tr("Has values that cannot be read");
    case Mark::ReadOnly: return tr("Read-only");
    case Mark::NotYours: return tr("You may not change this model");
    }
    return {};
}

QString RowMarks::whyNotYours(const RegisteredModel &model) const
{
    return markOf(model) == Mark::NotYours ? accesswording::whyNotChanged(m_access, model)
                                           : QString();
}

void RowMarks::setBatches(const Batches *batches)
{
    if (m_batches)
        m_batches->disconnect(this);
    m_batches = batches;
    if (batches)
        connect(batches, &Batches::rowsChanged, this, [this](const QStringList &modelIds) {
            emit cellsChanged(columnOfWrites, modelIds);
        });
}

Batches::RowState RowMarks::writeOf(const RegisteredModel &model, const ModelColumn &column) const
{
    return m_batches && column.id() == columnOfWrites ? m_batches->rowState(model.id)
                                                      : Batches::RowState::None;
}

QString RowMarks::writeText(Batches::RowState state)
{
    using State = Batches::RowState;
    switch (state) {
    case State::None: break;
    case State::Waiting: return tr("waiting");
    case State::UnderWay: return tr("saving");
    case State::Saved: return endText(BatchEnd::Saved);
    case State::Conflict: return endText(BatchEnd::Conflict);
    case State::Refused: return endText(BatchEnd::Refused);
    case State::Unknown: return endText(BatchEnd::Unknown);
    }
    return {};
}

void RowMarks::setLabelColors(const QHash<QString, LabelColor> &colors)
{
    if (std::exchange(m_labelColors, colors) != colors)
        emit cellsChanged(columnOfLabels, {});
}

QList<LabelColor> RowMarks::labelColors(const RegisteredModel &model) const
{
    QList<LabelColor> colors;
    if (m_labelColors.isEmpty())
        return colors;
    for (const Label &label : model.metadata.labels)
        colors.append(m_labelColors.value(label.key));
    return colors;
}

void RowMarks::setOrderNumbers(const QHash<QString, QString> &numbers)
{
    if (numbers == m_orderNumbers)
        return;
    const QHash<QString, QString> before = std::exchange(m_orderNumbers, numbers);
    QStringList changed;
    for (const QString &id : before.keys() + numbers.keys()) {
        if (before.value(id) != numbers.value(id))
            changed.append(id);
    }
    emit cellsChanged(columnOfOrder, {});
    emit orderNumbersChanged(changed);
}

QString RowMarks::draftedText(const RegisteredModel &model, const ModelColumn &column) const
{
    if (m_orderNumbers.isEmpty() || !column.isOrderNumber())
        return {};
    const QString number = m_orderNumbers.value(model.id, model.metadata.orderNumber);
    if (number == model.metadata.orderNumber)
        return {};
    return shownText(model, column) + u" → "_s + number;
}

} // namespace modelscribe

#include "moc_rowmarks.cpp"
