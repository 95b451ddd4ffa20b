// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/newmodels.h"

#include "core/visibletext.h"
#include "session/draftkeeper.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "ui/edit/editorpane.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/editing.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto undoPatience = 10s;

QString shownNameOf(const EditSession &session)
{
    const QString &name = session.edited().name;
    if (name.isEmpty())
        return NewModels::tr("The new model");
    return u'“' + visibleText(name, 60) + u'”';
}

} // namespace

NewModels::NewModels(Workbench &workbench, EditorPane &pane, Editing &editing)
    : QObject(&editing)
    , m_workbench(workbench)
    , m_pane(pane)
    , m_editing(editing)
{
}

void NewModels::create()
{
    const EditSession *open = m_editing.session();
    if (open && open->isNew())
        return m_editing.enter();
    QList<EditSession *> begun = m_workbench.dirtySessions();
    begun.removeIf([](const EditSession *draft) { return !draft->isNew(); });
    const auto last = std::ranges::max_element(begun, {}, [this](const EditSession *draft) {
        return m_workbench.drafts().changedAt(draft);
    });
    show(last != begun.end() ? *last : m_workbench.createNew());
}

//! The one that is shown stays a draft.
void NewModels::createAnother() { show(m_workbench.createNew()); }

void NewModels::show(EditSession *session, bool withFocus)
{
    const EditSession *open = m_editing.session();
    if (session == open) {
        if (withFocus)
            m_editing.enter();
        return;
    }
    if (open && !open->isNew())
        m_before = open->modelId();
    m_editing.show(session);
    if (session->isDirty())
        m_pane.showResumed(m_workbench.drafts().changedAt(session));
    emit shown();
    if (!withFocus)
        return;
    m_pane.focusFirstField();
    m_editing.goBack(true);
}

void NewModels::createFrom(EditSession *session)
{
    if (!session)
        return;
    session->flush();
    show(m_workbench.copyAsNew(*session));
    m_pane.hideResumed(); // it was begun just now
}

void NewModels::createCopy(EditSession *session)
{
    if (!session)
        return;
    session->flush();
    EditSession *copy = m_workbench.copyAsNew(*session);
    if (!copy)
        return;
    m_copies.append(Copy{copy, session});
    show(copy);
    m_pane.hideResumed(); // it was begun just now
}

void NewModels::takeCreated(EditSession *session)
{
    for (const auto &[copy, original] : std::exchange(m_copies, {})) {
        if (copy != session)
            m_copies.append(Copy{copy, original});
        else if (original)
            m_editing.discard(original);
    }
    m_before.clear();
    emit created(session->modelId());
}

void NewModels::leave()
{
    // What was open before, as far as it is still there.
    EditSession *before = m_before.isEmpty() ? nullptr : m_workbench.open(m_before);
    m_before.clear();
    m_editing.show(before);
    emit left(before ? before->modelId() : QString());
}

void NewModels::keepForLater()
{
    EditSession *open = m_editing.session();
    if (!open || !open->isNew())
        return;
    open->flush();
    const bool isKept = open->isDirty();
    const QString name = shownNameOf(*open);
    leave();
    if (isKept) {
        m_pane.strip().show(MessageStrip::Kind::Success,
                            [name] { return tr("%1 is kept in Drafts.").arg(name); });
    }
}

void NewModels::discard(EditSession *session)
{
    session->flush();
    const QString name = shownNameOf(*session);
    const Edits edits = session->edits();
    const bool isEmpty = !session->isDirty();
    const QPointer<EditSession> guarded(session);
    if (session == m_editing.session())
        leave(); // which drops one that is empty
    if (guarded)
        m_workbench.saving().discard(guarded);
    if (isEmpty)
        return;
    m_pane.strip().show(
        MessageStrip::Kind::Success, [name] { return tr("%1 is discarded.").arg(name); },
        [] { return tr("Undo"); },
        [this, edits] {
            EditSession *again = m_workbench.createNew();
            again->bringBack(edits);
            show(again);
            m_pane.hideResumed();
        });
    m_pane.strip().leaveAfter(undoPatience);
}

} // namespace modelscribe

#include "moc_newmodels.cpp"
