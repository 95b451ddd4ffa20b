// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/edithistory.h"

#include <QScopedValueRollback>

#include <algorithm>

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
    m_stack.setUndoLimit(limits.steps);
    connect(&m_session, &EditSession::changed, this, &EditHistory::record);
    connect(&m_stack, &QUndoStack::indexChanged, this, &EditHistory::changed);
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

const EditStep &EditHistory::step(int index) const
{
    return static_cast<const EditStep &>(*m_stack.command(index));
}

bool EditHistory::canUndo() const
{
    return m_stack.index() > m_forgotten && !m_session.isReadOnly();
}

bool EditHistory::canRedo() const { return m_stack.canRedo() && !m_session.isReadOnly(); }

QString EditHistory::undoText() const
{
    return canUndo() ? step(m_stack.index() - 1).what() : QString();
}

QString EditHistory::redoText() const
{
    return canRedo() ? step(m_stack.index()).what() : QString();
}

std::optional<StepPlace> EditHistory::undo()
{
    if (!canUndo())
        return {};
    endStep();
    const StepPlace place = step(m_stack.index() - 1).place(true);
    m_stack.undo();
    record(); // in case somebody answered it with a change
    return place;
}

std::optional<StepPlace> EditHistory::redo()
{
    if (!canRedo())
        return {};
    endStep();
    const StepPlace place = step(m_stack.index()).place(false);
    m_stack.redo();
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
    auto *step = new EditStep(*this, moved ? Kind::Registry : m_kind, joins(), before, m_seen);
    m_steps.append(step);
    m_closed = moved || m_kind != Kind::Edit;
    m_sinceLast.start();
    m_stack.push(step);
    keepWithinLimits();
}

bool EditHistory::touches(const ModelField *field) const
{
    return std::ranges::any_of(m_steps,
                               [field](const EditStep *step) { return step->touches(field); });
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
    if (m_stack.index() > 0)
        return false;
    m_stack.clear(); // all is undone: what could be redone was of another model
    return true;
}

void EditHistory::keepWithinLimits()
{
    // The stack drops the oldest only by number; by weight they are emptied in their place.
    while (m_bytes > m_limits.bytes && m_forgotten + 1 < m_stack.index()) {
        m_steps.at(m_forgotten)->forget();
        ++m_forgotten;
    }
}

void EditHistory::apply(const ModelMetadata &metadata)
{
    const QScopedValueRollback guard(m_applying, true);
    m_seen = metadata;
    m_session.apply(metadata);
}

void EditHistory::takeAway(EditStep &step)
{
    m_bytes -= step.bytes();
    m_forgotten -= step.isForgotten() ? 1 : 0;
    m_steps.removeOne(&step);
}

} // namespace modelscribe

#include "moc_edithistory.cpp"
