// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/editorfooter.h"

#include "core/visibletext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include "edit/ui_editorfooter.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace modelscribe {

EditorFooter::EditorFooter(QWidget *parent)
    : PaneFooter(parent)
    , m_ui(std::make_unique<Ui::EditorFooter>())
{
    m_ui->setupUi(this);
    m_ui->changeCount->setTextFormat(Qt::PlainText);
    m_ui->changeHint->setProperty("role", u"muted"_s);
    m_ui->changeHint->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_ui->revert, &QPushButton::clicked, this, &EditorFooter::revertRequested);
    connect(m_ui->discard, &QPushButton::clicked, this, &EditorFooter::discardRequested);
    connect(m_ui->keep, &QPushButton::clicked, this, &EditorFooter::keepRequested);
    connect(m_ui->review, &QPushButton::clicked, this, &EditorFooter::reviewRequested);
}

EditorFooter::~EditorFooter() = default;

QString EditorFooter::whyNothingToSave(const EditSession &session, Hold hold)
{
    if (session.isReadOnly())
        return tr("This model belongs to %1 and cannot be edited")
            .arg(visibleText(session.base().provider, 40));
    if (hold == Hold::Locked)
        return tr("The profile is protected");
    if (hold == Hold::Saving)
        return tr("It is being saved");
    if (!session.isDirty())
        return session.isNew() ? tr("Give it a name first") : tr("Nothing is changed");
    return {};
}

void EditorFooter::showModel(const EditSession &session, Hold hold)
{
    m_session = &session;
    m_hold = hold;
    refresh();
}

void EditorFooter::focusReview() { m_ui->review->setFocus(Qt::OtherFocusReason); }

void EditorFooter::refresh()
{
    if (!m_session)
        return;
    const auto changes = int(m_session->changeCount());
    const QString why = whyNothingToSave(*m_session, m_hold);
    const bool errors = why.isEmpty() && !maySave(m_session->problems());
    const bool isNew = m_session->isNew();
    const bool counted = changes > 0 && !isNew;
    m_ui->changeCount->setText(tr("%n change(s)", nullptr, changes));
    setLook(m_ui->changeCount, "role", u"changed"_s);
    m_ui->changeCount->setVisible(counted);
    QString hint = counted ? tr("kept as a draft") : tr("No changes");
    if (!why.isEmpty() && changes > 0)
        hint = why;
    else if (errors)
        hint = tr("has errors");
    m_ui->changeHint->setPlainText(isNew ? QString() : hint); // there is no room beside its buttons
    refreshButtons(why, errors);
}

void EditorFooter::refreshButtons(const QString &why, bool hasErrors)
{
    const bool isNew = m_session->isNew();
    m_ui->revert->setVisible(!isNew);
    m_ui->discard->setVisible(isNew);
    m_ui->discard->setEnabled(m_hold == Hold::None);
    m_ui->keep->setVisible(isNew);
    const QString review = isNew ? tr("Review new model…") : tr("Review & Save…");
    m_ui->review->setText(QString(review).replace(u'&', "&&"_L1));
    m_ui->review->setAccessibleName(review);
    const bool isReadOnly = m_hold != Hold::None || m_session->isReadOnly();
    m_ui->revert->setEnabled(m_session->isDirty() && !isReadOnly);
    // With errors it stays on: pressing it leads to the first one.
    m_ui->review->setEnabled(why.isEmpty());
    const QString reason = hasErrors ? tr("Shows what has to be corrected first") : why;
    m_ui->review->setToolTip(visibleToolTip(
        reason.isEmpty() ? tr("Review the changes and save them (Ctrl+S)") : reason));
    m_ui->review->setAccessibleDescription(reason);
}

void EditorFooter::changeEvent(QEvent *event)
{
    PaneFooter::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
}

} // namespace modelscribe

#include "moc_editorfooter.cpp"
