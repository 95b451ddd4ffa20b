// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settinglist.h"

#include "core/visibletext.h"
#include "ui/widgets/spokenname.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int settingListHeight = 168;

} // namespace

SettingList::SettingList(const std::function<QString()> &name, QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_forget(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_list);
    column->addWidget(m_forget, 0, Qt::AlignLeft);
    m_list->setProperty("role", u"framed"_s);
    setSpokenName(*m_list, name);
    m_list->setFixedHeight(settingListHeight);
    m_list->setMinimumWidth(320);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_forget->setAutoDefault(false);
    setSpokenName(*m_forget, [name] { return tr("Forget, %1").arg(name()); });
    setFocusProxy(m_list);
    connect(m_forget, &QPushButton::clicked, this, &SettingList::forget);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &SettingList::showState);
    retranslate();
}

void SettingList::setItems(const QStringList &items)
{
    if (items == m_items)
        return;
    const int row = m_list->currentRow();
    m_items = items;
    m_list->clear();
    for (const QString &item : items) {
        auto *line = new QListWidgetItem(visibleText(item, 120), m_list);
        line->setSizeHint({10, 28});
    }
    m_list->setCurrentRow(std::min(row, int(items.size()) - 1));
    showState();
}

void SettingList::retranslate()
{
    m_forget->setText(tr("Forget"));
    showState();
}

void SettingList::showState()
{
    m_forget->setEnabled(!m_list->selectedItems().isEmpty());
    m_list->setAccessibleDescription(m_items.isEmpty() ? tr("The list is empty.") : QString());
}

void SettingList::forget()
{
    QStringList left;
    for (int row = 0; row < m_list->count(); ++row) {
        if (!m_list->item(row)->isSelected())
            left.append(m_items.at(row));
    }
    if (left.size() == m_items.size())
        return;
    m_list->setFocus(); // the button may have nothing to do any more
    setItems(left);
    emit chosen(left);
}

bool SettingList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        forget();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace modelscribe

#include "moc_settinglist.cpp"
