// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/activitywindow.h"

#include "ui/journal/journalfilterbox.h"
#include "ui/journal/journalview.h"
#include "ui/widgets/combobox.h"
#include "ui/widgets/dialogs.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <array>

namespace modelscribe {

namespace {

constexpr std::array daysOffered = {30, 90, 365, 0};

} // namespace

ActivityWindow::ActivityWindow(Workbench &workbench, int days, QWidget *parent)
    : QDialog(parent)
    , m_view(new JournalView(JournalView::Scope::AllModels))
    , m_days(new ComboBox)
{
    setModal(false);
    for (const int offered : daysOffered)
        m_days->addItem({}, offered);
    setDays(days);
    connect(m_days, &QComboBox::activated, this,
            [this] { emit daysChosen(m_days->currentData().toInt()); });
    m_view->addToBar(m_days);
    m_view->setWorkbench(&workbench);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    retranslate();
    setUpDialog(*this, {960, 680});
    m_view->filter().setFocus();
}

void ActivityWindow::setDays(int days)
{
    if (m_days->findData(days) < 0) // such as one that the command line chose
        m_days->addItem({}, days);
    m_days->setCurrentIndex(m_days->findData(days));
    nameDays();
}

void ActivityWindow::nameDays()
{
    for (int i = 0; i < m_days->count(); ++i) {
        const int days = m_days->itemData(i).toInt();
        m_days->setItemText(i, days == 0 ? tr("Keep everything")
                                         : tr("Keep for %n day(s)", nullptr, days));
    }
}

void ActivityWindow::retranslate()
{
    setWindowTitle(tr("Activity"));
    nameDays();
    m_days->setAccessibleName(tr("How long the history is kept"));
    m_days->setToolTip(m_days->accessibleName());
}

void ActivityWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ActivityWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        m_view->filter().setFocus(Qt::ShortcutFocusReason);
        m_view->filter().selectAll();
    } else if (event->matches(QKeySequence::Refresh)) {
        m_view->refresh();
    } else {
        QDialog::keyPressEvent(event);
    }
}

} // namespace modelscribe

#include "moc_activitywindow.cpp"
