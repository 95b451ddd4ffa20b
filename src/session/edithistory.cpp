// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/edithistory.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace modelscribe {

EditHistory::Naming::Naming(EditSession &session, Kind kind)
    : m_history(find(session))
{
    session.flush(); // what was typed before is no part of it
    if (m_history)
        m_history->m_kind = kind;
}

EditHistory::Naming::~Naming()
{
    if (m_history)
        m_history->m_kind = Kind::Edit;
}

EditHistory::EditHistory(EditSession &session, Limits limits)
    : QObject(&session)
    , m_session(session)
    , m_limits(limits)
    , m_base(session.base().metadata)
    , m_seen(session.edited())
{
    connect(&m_session, &EditSession::changed, this, &EditHistory::record);
}

EditHistory &EditHistory::of(EditSession &session)
{
    EditHistory *known = find(session);
    return known ? *known : *new EditHistory(session, {});
}

EditHistory *EditHistory::find(const EditSession &session)
{
    return session.findChild<EditHistory *>({}, Qt::FindDirectChildrenOnly);
}

bool EditHistory::canUndo() const { return m_index > m_forgotten && !m_session.isReadOnly(); }

bool EditHistory::canRedo() const { return m_index < count() && !m_session.isReadOnly(); }

QString EditHistory::undoText() const
{
    return canUndo() ? m_steps[size_t(m_index - 1)]->what() : QString();
}

QString EditHistory::redoText() const
{
    return canRedo() ? m_steps[size_t(m_index)]->what() : QString();
}

std::optional<StepPlace> EditHistory::undo()
{
    if (!canUndo())
        return {};
    endStep();
    const EditStep &step = *m_steps[size_t(m_index - 1)];
    const StepPlace place = step.place(true);
    apply(step.changed(m_seen, true));
    --m_index;
    emit changed();
    record(); // in case somebody answered it with a change
    return place;
}

std::optional<StepPlace> EditHistory::redo()
{
    if (!canRedo())
        return {};
    endStep();
    const EditStep &step = *m_steps[size_t(m_index)];
    const StepPlace place = step.place(false);
    apply(step.changed(m_seen, false));
    ++m_index;
    emit changed();
    record();
    return place;
}

void EditHistory::beginStep()
{
    endStep();
    m_open = true;
}

void EditHistory::endStep()
{
    m_open = false;
    m_closed = true;
}

EditStep::Joins EditHistory::joins() const
{
    if (m_closed || m_kind != Kind::Edit)
        return EditStep::Joins::Nothing;
    if (m_open)
        return EditStep::Joins::Anything;
    return m_sinceLast.hasExpired(m_limits.pause.count()) ? EditStep::Joins::Nothing
                                                          : EditStep::Joins::Typing;
}

void EditHistory::record()
{
    if (m_applying)
        return;
    const bool moved = m_session.base().metadata != m_base;
    if (moved) {
        m_base = m_session.base().metadata;
        endStep();
    }
    if (m_session.edited() == m_seen)
        return;
    ModelMetadata before = std::exchange(m_seen, ModelMetadata(m_session.edited()));
    if (moved && follow(before))
        return;
    auto step = std::make_unique<EditStep>(*this, moved ? Kind::Registry : m_kind, joins(), before,
                                           m_seen);
    m_closed = moved || m_kind != Kind::Edit;
    m_sinceLast.start();
    push(std::move(step));
    keepWithinLimits();
}

//! In place of what could be redone; perhaps as a part of the step before it.
void EditHistory::push(std::unique_ptr<EditStep> step)
{
    dropAfter(m_index);
    if (m_index > 0 && m_steps.back()->join(*step)) {
        step.reset();
        if (m_steps.back()->isNothing())
            dropAfter(--m_index);
    } else {
        m_steps.push_back(std::move(step));
        ++m_index;
        dropOldest();
    }
    emit changed();
}

void EditHistory::dropAfter(int index) { m_steps.resize(size_t(index)); }

void EditHistory::dropOldest()
{
    while (m_limits.steps > 0 && count() > m_limits.steps) {
        m_steps.erase(m_steps.begin());
        --m_index;
    }
}

bool EditHistory::touches(const ModelField *field) const
{
    return std::ranges::any_of(m_steps, [field](const auto &step) { return step->touches(field); });
}

//! The registry moved: what no step is about needs none, or undo would take back what nobody here
//! did. True when nothing is left, else \p before holds it.
bool EditHistory::follow(ModelMetadata &before)
{
    for (const ModelField &field : modelFields) {
        if (!touches(&field))
            field.write(before, field.read(m_seen));
    }
    if (!touches(nullptr))
        before.labels = m_seen.labels;
    if (before == m_seen)
        return true;
    if (m_index > 0)
        return false;
    if (!m_steps.empty()) { // all is undone: what could be redone was of another model
        dropAfter(0);
        emit changed();
    }
    return true;
}

void EditHistory::keepWithinLimits()
{
    // The oldest are dropped only by number; by weight they are emptied in their place.
    while (m_bytes > m_limits.bytes && m_forgotten + 1 < m_index) {
        m_steps[size_t(m_forgotten)]->forget();
        ++m_forgotten;
    }
}

void EditHistory::apply(const ModelMetadata &metadata)
{
    const QScopedValueRollback guard(m_applying, true);
    m_seen = metadata;
    m_session.apply(metadata);
}

void EditHistory::takeAway(const EditStep &step)
{
    m_bytes -= step.bytes();
    m_forgotten -= step.isForgotten() ? 1 : 0;
}

} // namespace modelscribe

#include "moc_edithistory.cpp"
