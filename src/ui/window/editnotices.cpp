// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/editnotices.h"

#include "session/draftkeeper.h"
#include "session/readings.h"
#include "session/workbench.h"
#include "ui/edit/editorpane.h"

#include <QPointer>

namespace modelscribe {

EditNotices::EditNotices(Workbench &workbench,
                         std::function<EditorPane *(const EditSession *)> paneOf, QObject *parent)
    : QObject(parent)
    , m_paneOf(std::move(paneOf))
{
    connect(&workbench.drafts(), &DraftKeeper::takenOver, this, &EditNotices::tellTakenOver);
    connect(&workbench.drafts(), &DraftKeeper::endedElsewhere, this, &EditNotices::tellEnded);
    connect(&workbench.readings(), &Readings::goneFromRegistry, this, &EditNotices::tellGone);
}

void EditNotices::tellTakenOver(EditSession *session, const Edits &before)
{
    EditorPane *pane = m_paneOf(session);
    if (!pane)
        return;
    pane->strip().show(
        MessageStrip::Kind::Changed,
        [] { return tr("Another window changed this draft; it is shown now."); },
        [] { return tr("Take mine back"); },
        [guarded = QPointer(session), before] {
            if (guarded)
                guarded->bringBack(before);
        });
}

void EditNotices::tellEnded(EditSession *session, const Edits &before)
{
    EditorPane *pane = m_paneOf(session);
    if (!pane)
        return;
    if (session->edits() == before) {
        pane->strip().show(MessageStrip::Kind::Changed, [isKept = session->isDirty()] {
            return isKept ? tr("Another window saved or discarded this draft. Your text is kept "
                               "here.")
                          : tr("Another window saved this draft.");
        });
        return;
    }
    pane->strip().show(
        MessageStrip::Kind::Changed,
        [isNew = session->isNew()] {
            return isNew ? tr("Another window created or discarded this model, so it is gone here "
                              "too.")
                         : tr("Another window discarded this draft, so it is gone here too.");
        },
        [] { return tr("Take mine back"); },
        [guarded = QPointer(session), before] {
            if (guarded)
                guarded->bringBack(before);
        });
}

void EditNotices::tellGone(EditSession *session)
{
    EditorPane *pane = m_paneOf(session);
    if (!pane)
        return;
    if (!session->isDirty()) {
        pane->strip().show(MessageStrip::Kind::Changed,
                           [] { return tr("This model is no longer in the registry."); });
        return;
    }
    pane->strip().show(
        MessageStrip::Kind::Changed,
        [] { return tr("This model is no longer in the registry. Your changes are kept."); },
        [] { return tr("Create again as a copy…"); },
        [this, guarded = QPointer(session)] {
            if (guarded)
                emit copyRequested(guarded);
        });
}

} // namespace modelscribe

#include "moc_editnotices.cpp"
