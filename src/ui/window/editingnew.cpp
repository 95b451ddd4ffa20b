// SPDX-License-Identifier: GPL-3.0-or-later
// Models that are still to be created: begun, kept for later, discarded, created.
#include "core/visibletext.h"
#include "session/workbench.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/editplacekeeper.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/editing.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto undoPatience = 10s;

QString shownNameOf(const EditSession &session)
{
    const QString &name = session.edited().name;
    if (name.isEmpty())
        return Editing::tr("The new model");
    return u'“' + visibleText(name, 60) + u'”';
}

} // namespace

void Editing::createNew()
{
    if (m_session && m_session->isNew())
        return enter();
    QList<EditSession *> begun = m_workbench.dirtySessions();
    begun.removeIf([](const EditSession *draft) { return !draft->isNew(); });
    const auto last = std::ranges::max_element(
        begun, {}, [this](const EditSession *draft) { return m_workbench.changedAt(draft); });
    showNew(last != begun.end() ? *last : m_workbench.createNew());
}

//! The one that is shown stays a draft.
void Editing::createAnother() { showNew(m_workbench.createNew()); }

void Editing::showNew(EditSession *session, bool withFocus)
{
    if (session == m_session) {
        if (withFocus)
            enter();
        return;
    }
    if (m_session && !m_session->isNew())
        m_before = m_session->modelId();
    show(session);
    if (session->isDirty())
        m_pane.showResumed(m_workbench.changedAt(session));
    emit newModelShown();
    if (!withFocus)
        return;
    m_pane.focusFirstField();
    m_place->goBack();
}

void Editing::createCopy(EditSession *session)
{
    if (!session)
        return;
    session->flush();
    EditSession *copy = m_workbench.copyAsNew(*session);
    if (!copy)
        return;
    m_copies.append(Copy{copy, session});
    showNew(copy);
    m_pane.hideResumed(); // it was begun just now
}

//! A session that was to be created has become the registry's.
void Editing::takeCreated(EditSession *session)
{
    for (const auto &[copy, original] : std::exchange(m_copies, {})) {
        if (copy != session)
            m_copies.append(Copy{copy, original});
        else if (original)
            discard(original);
    }
    m_before.clear();
    emit created(session->modelId());
}

void Editing::leaveNew()
{
    // What was open before, as far as it is still there.
    EditSession *before = m_before.isEmpty() ? nullptr : m_workbench.open(m_before);
    m_before.clear();
    show(before);
    emit newModelLeft(before ? before->modelId() : QString());
}

void Editing::keepForLater()
{
    if (!m_session || !m_session->isNew())
        return;
    m_session->flush();
    const bool isKept = m_session->isDirty();
    const QString name = shownNameOf(*m_session);
    leaveNew();
    if (isKept) {
        m_pane.strip().show(MessageStrip::Kind::Success,
                            [name] { return tr("%1 is kept in Drafts.").arg(name); });
    }
}

void Editing::discardNew(EditSession *session)
{
    session->flush();
    const QString name = shownNameOf(*session);
    const Edits edits = session->edits();
    const bool isEmpty = !session->isDirty();
    const QPointer<EditSession> guarded(session);
    if (session == m_session)
        leaveNew(); // which drops one that is empty
    if (guarded)
        m_workbench.discard(guarded);
    if (isEmpty)
        return;
    m_pane.strip().show(
        MessageStrip::Kind::Success, [name] { return tr("%1 is discarded.").arg(name); },
        [] { return tr("Undo"); },
        [this, edits] {
            EditSession *again = m_workbench.createNew();
            again->bringBack(edits);
            showNew(again);
            m_pane.hideResumed();
        });
    m_pane.strip().leaveAfter(undoPatience);
}

} // namespace modelscribe
