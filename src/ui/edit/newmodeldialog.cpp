// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/newmodeldialog.h"

#include "session/workbench.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/editplace.h"
#include "ui/review/reviewdialog.h"

#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

NewModelDialog::NewModelDialog(Workbench &workbench, EditSession &session, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_session(&session)
    , m_pane(new EditorPane)
    , m_place(new EditPlaceKeeper(*m_pane))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    m_pane->setWorkbench(&workbench);
    m_pane->setSession(&session);
    retranslate();
    connect(m_pane, &EditorPane::reviewRequested, this, &NewModelDialog::review);
    resize(496, 720);
    m_pane->focusFirstField();
    m_place->setSession(&session);
}

void NewModelDialog::setVisible(bool visible)
{
    QDialog::setVisible(visible);
    // Being shown, a dialog selects all in the field with the focus: the next key would replace it.
    if (visible && !std::exchange(m_wasShown, true))
        m_place->goBack();
}

void NewModelDialog::notePlace() { m_place->note(); }

void NewModelDialog::retranslate()
{
    setWindowTitle(tr("New model"));
    const Connection *connection = m_workbench.connection();
    if (!connection || !m_session)
        return m_pane->setNewModelMode({});
    const QString workspace = connection->titleOfWorkspace(m_session->base().workspaceId);
    m_pane->setNewModelMode(tr("%1 · %2").arg(connection->title(), workspace));
}

void NewModelDialog::review()
{
    if (!m_session)
        return;
    ReviewDialog *dialog = ReviewDialog::openFor(m_workbench, *m_session, this);
    if (!dialog)
        return;
    // Also when it was not read back or not everything was taken: what is left is that model's
    // draft.
    connect(dialog, &ReviewDialog::finished, this, [this] {
        if (!m_session || m_session->isNew())
            return;
        const QString id = m_session->modelId();
        m_session = nullptr; // the model is the registry's now; there is nothing to discard
        emit created(id);
        close();
    });
}

void NewModelDialog::done(int result)
{
    EditSession *session = m_session;
    if (session)
        session->flush();
    m_place->setSession(nullptr);
    if (session && session->isNew() && !session->isDirty() && !m_workbench.runningSave(session)) {
        m_session = nullptr;
        m_pane->setSession(nullptr);
        m_workbench.discard(session);
    }
    QDialog::done(result);
}

void NewModelDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace modelscribe

#include "moc_newmodeldialog.cpp"
