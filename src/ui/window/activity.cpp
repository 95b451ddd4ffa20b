// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/activity.h"

#include "lists/relativetime.h"
#include "session/workbench.h"
#include "ui/edit/editorpane.h"
#include "ui/journal/activitywindow.h"
#include "ui/journal/journalview.h"
#include "ui/window/editing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

Activity::Activity(Workbench &workbench, Editing &editing, EditorPane &pane, QWidget &window,
                   int days)
    : QObject(&window)
    , m_workbench(workbench)
    , m_editing(editing)
    , m_pane(pane)
    , m_window(window)
    , m_reverting(workbench, window)
    , m_days(days)
{
    connect(&pane, &EditorPane::revertChangeRequested, &m_reverting, &Reverting::start);
    connect(&m_reverting, &Reverting::modelRequested, this, &Activity::modelRequested);
    connect(&m_reverting, &Reverting::ended, this, &Activity::takeReverted);
    connect(&workbench, &Workbench::connectionChanged, this, [this] {
        if (!std::exchange(m_isPruned, true))
            prune();
    });
}

Activity::~Activity() = default;

void Activity::open()
{
    if (!m_view) {
        m_view = std::make_unique<ActivityWindow>(m_workbench, m_days);
        m_view->setAttribute(Qt::WA_QuitOnClose, false);
        m_view->setWindowIcon(m_window.windowIcon());
        connect(m_view.get(), &ActivityWindow::daysChosen, this, &Activity::setDays);
        connect(&m_view->view(), &JournalView::revertRequested, &m_reverting, &Reverting::start);
        connect(&m_view->view(), &JournalView::groupRevertRequested, this,
                &Activity::groupRevertRequested);
        connect(&m_view->view(), &JournalView::modelRequested, this, [this](const QString &id) {
            emit modelRequested(id);
            m_window.raise();
            m_window.activateWindow();
        });
    }
    m_view->show();
    m_view->raise();
    m_view->activateWindow();
}

void Activity::setDays(int days)
{
    if (std::exchange(m_days, days) == days)
        return;
    if (m_view)
        m_view->setDays(days);
    prune();
    emit daysChanged();
}

void Activity::prune() { keepJournal(m_workbench.journal(), m_days); }

//! The tab on which the person sees what is changed now.
void Activity::showChanged(const EditSession &session)
{
    const bool inForm = std::ranges::any_of(modelFields, [&](const ModelField &field) {
        return field.kind != FieldKind::JsonObject && session.isChanged(field);
    });
    if (inForm)
        m_pane.setCurrentTab(EditorPane::DetailsTab);
    else if (session.areLabelsChanged())
        m_pane.setCurrentTab(EditorPane::LabelsTab);
    else
        m_pane.setCurrentTab(EditorPane::ExtraInfoTab);
}

void Activity::takeReverted(Reverting::Outcome outcome, EditSession *session,
                            const PastChange &change, const QString &reason)
{
    using Outcome = Reverting::Outcome;
    if (outcome == Outcome::Failed) {
        const bool fromWindow = m_view && m_view->isActiveWindow();
        MessageStrip &strip = fromWindow ? m_view->view().strip() : m_pane.strip();
        strip.show(MessageStrip::Kind::Error, tr("This change was not reverted. %1").arg(reason));
        return;
    }
    const QString when = exactTime(change.began());
    if (outcome == Outcome::Gone) {
        m_editing.openDraft(session);
        for (const EditorPane *pane : m_window.findChildren<EditorPane *>()) {
            if (pane->session() != session)
                continue;
            pane->strip().show(MessageStrip::Kind::Info, [] {
                return tr("The model no longer exists. This is a new one with the values from "
                          "before: check it, then create it.");
            });
        }
        return;
    }
    m_window.raise();
    m_window.activateWindow();
    // The list may not have it, or the person went on meanwhile; but this was asked for.
    if (m_pane.session() != session)
        m_editing.openDraft(session);
    if (m_pane.session() != session)
        return;
    if (outcome == Outcome::Nothing) {
        m_pane.strip().show(MessageStrip::Kind::Info, [when] {
            return tr("Everything already is as it was before the change of %1.").arg(when);
        });
        return;
    }
    showChanged(*session);
    m_pane.strip().show(MessageStrip::Kind::Info, [when] {
        return tr("The change of %1 is reverted in a draft: check it, then save.").arg(when);
    });
}

} // namespace modelscribe

#include "moc_activity.cpp"
