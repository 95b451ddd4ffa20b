// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/columnchooser.h"

#include "core/visibletext.h"
#include "model/modelcolumn.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int titleRole = Qt::UserRole + 1;
constexpr qsizetype longestTitle = 60;

} // namespace

ColumnChooser::ColumnChooser(const QStringList &shown, const QList<Path> &paths, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_shown(shown)
    , m_find(new LineEdit)
    , m_list(new QListWidget)
    , m_pin(new QCheckBox(tr("Pin")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Columns"));
    m_find->setPlaceholderText(tr("Find a column, or extra.PATH"));
    m_find->setAccessibleName(tr("Find a column"));
    m_find->installEventFilter(this);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setUniformItemSizes(true);
    m_pin->setToolTip(tr("The column stays in place while the others scroll sideways"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 8);
    column->addWidget(m_find);
    column->addWidget(m_list, 1);
    column->addWidget(m_pin);
    column->addWidget(buildFooter());
    setFocusProxy(m_find);

    QStringList ids = shown;
    QHash<QString, int> models;
    for (const Path &path : paths)
        models.insert(u"extra."_s + path.text, path.models);
    ids += ModelColumn::allIds();
    for (const Path &path : paths)
        ids.append(u"extra."_s + path.text);
    ids.removeDuplicates();
    for (const QString &id : std::as_const(ids))
        addRow(id, shown.contains(id), models.value(id));

    connect(m_find, &QLineEdit::textChanged, this, &ColumnChooser::filter);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        const QString id = item->data(idRole).toString();
        const bool isWanted = item->checkState() == Qt::Checked;
        if (isWanted == m_shown.contains(id))
            return;
        if (isWanted) {
            m_shown.append(id);
        } else {
            m_shown.removeAll(id);
            m_pinned.removeAll(id);
        }
        emit chosenChanged(m_shown);
        showTitle(*rowOf(id));
        showPin();
    });
    connect(m_list, &QListWidget::currentItemChanged, this, &ColumnChooser::showPin);
    connect(m_pin, &QCheckBox::clicked, this, &ColumnChooser::pinCurrent);
    showPin();
}

void ColumnChooser::setPinned(const QStringList &ids)
{
    m_pinned = ids;
    for (int row = 0; row < m_list->count(); ++row)
        showTitle(*m_list->item(row));
    showPin();
}

void ColumnChooser::setCurrent(const QString &id) { m_list->setCurrentItem(rowOf(id)); }

QListWidgetItem *ColumnChooser::rowOf(const QString &id) const
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(idRole).toString() == id)
            return m_list->item(row);
    }
    return nullptr;
}

void ColumnChooser::showTitle(QListWidgetItem &item)
{
    const bool isPinned = m_pinned.contains(item.data(idRole).toString());
    const QString title = item.data(titleRole).toString();
    item.setText(isPinned ? title + u"   "_s + tr("pinned") : title);
}

//! Of the column that the list is at.
void ColumnChooser::showPin()
{
    const QListWidgetItem *item = m_list->currentItem();
    const QString id = item ? item->data(idRole).toString() : QString();
    m_pin->setEnabled(item && item->checkState() == Qt::Checked);
    m_pin->setChecked(item && m_pinned.contains(id));
}

void ColumnChooser::pinCurrent(bool isPinned)
{
    QListWidgetItem &item = *m_list->currentItem(); // else it is off
    const QString id = item.data(idRole).toString();
    m_pinned.removeAll(id);
    if (isPinned)
        m_pinned.append(id);
    showTitle(item);
    emit pinnedChanged(id, isPinned);
}

QWidget *ColumnChooser::buildFooter()
{
    auto *footer = new QWidget;
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(0, 0, 0, 0);
    auto *fit = new QPushButton(tr("Fit all"));
    auto *reset = new QPushButton(tr("Reset"));
    for (QPushButton *button : {fit, reset}) {
        button->setFlat(true);
        button->setAutoDefault(false);
    }
    row->addWidget(fit);
    row->addStretch(1);
    row->addWidget(reset);
    connect(fit, &QPushButton::clicked, this, &ColumnChooser::fitRequested);
    connect(reset, &QPushButton::clicked, this, [this] {
        emit resetRequested();
        close();
    });
    return footer;
}

void ColumnChooser::addRow(const QString &id, bool isShown, int models)
{
    const auto known = ModelColumn::of(id);
    if (!known)
        return;
    const bool isExtra = known->kind() == ModelColumn::Kind::Extra;
    QString title = visibleText(isExtra ? id : known->title(), longestTitle);
    if (models > 0)
        title += u"   "_s + QLocale().toString(models);
    auto *item = new QListWidgetItem(title, m_list);
    item->setData(idRole, id);
    item->setData(titleRole, title);
    // Without its name nobody knows a row.
    const bool isName = known->kind() == ModelColumn::Kind::Name;
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    if (isName)
        item->setForeground(Theme::of(this).color(ThemeColor::Muted));
    else
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(isShown || isName ? Qt::Checked : Qt::Unchecked);
}

QStringList ColumnChooser::chosen() const { return m_shown; }

void ColumnChooser::filter(const QString &text)
{
    const QString wanted = text.trimmed();
    QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool isFound = item->text().contains(wanted, Qt::CaseInsensitive)
                             || item->data(idRole).toString().contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!isFound);
        if (isFound && !first)
            first = item;
    }
    m_list->setCurrentItem(wanted.isEmpty() ? nullptr : first);
}

//! What is typed is a path of ExtraInfo that is not in the list; nullptr when it is none.
QListWidgetItem *ColumnChooser::addTyped()
{
    QString id = m_find->text().trimmed();
    if (!id.startsWith("extra."_L1))
        id.prepend("extra."_L1);
    if (!ModelColumn::of(id))
        return nullptr;
    addRow(id, false, 0);
    return m_list->item(m_list->count() - 1);
}

bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_find || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down) {
        m_list->setFocus(Qt::TabFocusReason);
        if (!m_list->currentItem())
            m_list->setCurrentRow(0);
        return true;
    }
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    if (m_find->text().trimmed().isEmpty())
        return true;
    QListWidgetItem *item = m_list->currentItem() ? m_list->currentItem() : addTyped();
    if (item && item->flags().testFlag(Qt::ItemIsUserCheckable))
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    m_find->selectAll();
    return true;
}

void ColumnChooser::popUp(const QPoint &corner)
{
    const QSize room = sizeOnScreen({256, 400}, roomOnScreen(*this));
    resize(room);
    const QScreen *screen = QGuiApplication::screenAt(corner);
    QPoint place = corner;
    if (screen) {
        const QRect free = screen->availableGeometry();
        place.setX(std::clamp(place.x(), free.left(), free.right() + 1 - room.width()));
        place.setY(std::clamp(place.y(), free.top(), free.bottom() + 1 - room.height()));
    }
    move(place);
    show();
    m_find->setFocus();
}

} // namespace modelscribe

#include "moc_columnchooser.cpp"
