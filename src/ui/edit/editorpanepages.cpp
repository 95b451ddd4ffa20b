// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the place of a model: nothing, or a review. And what is said about a new one.
#include "core/visibletext.h"
#include "lists/relativetime.h"
#include "remote/picturesource.h"
#include "session/workbench.h"
#include "ui/edit/editorpane.h"

#include "edit/ui_editorpane.h"

#include <QDateTime>
#include <QDialog>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

void EditorPane::setNewModelPossible(bool isPossible)
{
    m_ui->emptyNew->setEnabled(isPossible);
    m_ui->emptyNew->setToolTip(isPossible ? QString() : tr("Connect to a registry first"));
}

void EditorPane::showResumed(const QDateTime &changedAt)
{
    m_ui->resumed->show(
        MessageStrip::Kind::Changed,
        [changedAt] {
            return changedAt.isValid() ? tr("Begun earlier and not finished; last changed: %1.")
                                             .arg(relativeTime(changedAt))
                                       : tr("Begun earlier and not finished.");
        },
        [] { return tr("Begin another"); }, [this] { emit anotherRequested(); });
}

void EditorPane::showReview(QDialog &review)
{
    m_review = &review;
    review.setAttribute(Qt::WA_Moved); // dialogs move themselves to the middle otherwise
    m_ui->pages->addWidget(&review);
    connect(&review, &QDialog::finished, this, [this, shown = &review] {
        if (shown != m_review)
            return;
        m_review.clear();
        m_ui->pages->removeWidget(shown);
        showPage();
        if (m_session)
            m_ui->review->setFocus(Qt::OtherFocusReason);
    });
    QWidget *first = review.focusWidget();
    showPage();
    review.show();
    (first ? first : &review)->setFocus(Qt::OtherFocusReason);
}

//! A save that runs goes on without it.
void EditorPane::leaveReview()
{
    if (!m_review)
        return;
    QDialog *left = std::exchange(m_review, nullptr);
    m_ui->pages->removeWidget(left);
    left->hide();
    left->deleteLater();
}

void EditorPane::showPage()
{
    const bool withFooter = m_session && !m_review;
    QWidget *page = m_session ? m_ui->modelPage : m_ui->emptyPage;
    m_ui->pages->setCurrentWidget(m_review ? m_review.data() : page);
    m_ui->footerLine->setVisible(withFooter);
    m_ui->footer->setVisible(withFooter);
}

QList<QWidget *> EditorPane::sections()
{
    return {this, m_ui->tabs, m_ui->resumed, m_ui->stack, m_ui->strip, m_ui->footer};
}

void EditorPane::hideResumed() { m_ui->resumed->dismiss(); }

//! Where it will be created.
QString EditorPane::whereNew() const
{
    const Connection *connection = m_workbench ? m_workbench->connection() : nullptr;
    if (!connection)
        return {};
    return tr("in %1 · %2")
        .arg(visibleText(connection->title(), 40),
             visibleText(connection->titleOfWorkspace(m_session->base().workspaceId), 40));
}

} // namespace modelscribe
