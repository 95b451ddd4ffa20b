// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/commandpalette.h"

#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int rowHeight = 30;
constexpr int mostRows = 10;

//! A command at the left, its shortcut at the right.
class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.color(ThemeColor::Selection));
            painter->drawRoundedRect(option.rect.adjusted(4, 0, -4, 0), 6, 6);
        }
        const QRect text = option.rect.adjusted(14, 0, -14, 0);
        painter->setPen(theme.color(ThemeColor::Muted));
        const QString keys = index.data(Qt::UserRole + 1).toString();
        const int taken = drawTextLine(*painter, text, Qt::AlignRight, keys, Qt::ElideNone);
        painter->setPen(theme.color(ThemeColor::Text));
        drawTextLine(*painter, text.adjusted(0, 0, -taken - 12, 0), Qt::AlignLeft,
                     index.data(Qt::DisplayRole).toString());
        painter->restore();
    }
};

QString plainName(const QAction &action)
{
    // Languages without Latin letters put the mnemonic behind the text: 编辑(&E).
    static const QRegularExpression behind(u"\\(&\\w\\)"_s);
    QString name = action.text().remove(behind);
    const QString ampersand(QChar(0x1));
    return name.replace("&&"_L1, ampersand).remove(u'&').replace(ampersand, u"&"_s);
}

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_edit(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setProperty("role", u"palette"_s);
    m_edit->setAccessibleName(u"Command"_s);
    m_list->setAccessibleName(u"Commands"_s);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open(const QList<QAction *> &actions)
{
    m_before = QApplication::focusWidget();
    m_actions.clear();
    for (QAction *action : actions) {
        if (action->isEnabled() && action->isVisible() && !action->isSeparator() && !action->menu())
            m_actions.append(action);
    }
    m_edit->setPlaceholderText(tr("Search commands"));
    m_edit->clear();
    fill();
    show();
    raise();
    m_edit->setFocus();
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_before)
        m_before->setFocus();
}

int CommandPalette::fit(const QString &typed, const QString &name)
{
    const QString wanted = typed.trimmed();
    if (wanted.isEmpty())
        return 1;
    if (name.startsWith(wanted, Qt::CaseInsensitive))
        return 1000;
    if (const qsizetype at = name.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0)
        return name.at(at - 1).isSpace() ? 900 : 800;
    int score = 500;
    qsizetype at = -1;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        const qsizetype next = name.indexOf(letter, at + 1, Qt::CaseInsensitive);
        if (next < 0)
            return 0;
        score -= int(next - at - 1);
        at = next;
    }
    return std::max(1, score);
}

void CommandPalette::fill()
{
    struct Found
    {
        int score;
        QAction *action;
    };
    QList<Found> found;
    for (const QPointer<QAction> &action : std::as_const(m_actions)) {
        if (const int score = action ? fit(m_edit->text(), plainName(*action)) : 0; score > 0)
            found.append({score, action});
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Found::score);
    m_list->clear();
    for (const Found &one : std::as_const(found)) {
        auto *item = new QListWidgetItem(plainName(*one.action), m_list);
        item->setData(Qt::UserRole, QVariant::fromValue<QObject *>(one.action));
        item->setData(Qt::UserRole + 1, one.action->shortcut().toString(QKeySequence::NativeText));
    }
    m_list->setCurrentRow(0);
    place();
}

void CommandPalette::place()
{
    const int rows = std::clamp(m_list->count(), 1, mostRows);
    m_list->setFixedHeight(rows * rowHeight + 2);
    const int width = std::min(520, parentWidget()->width() - 32);
    setGeometry((parentWidget()->width() - width) / 2, 60, width,
                8 + 30 + 8 + rows * rowHeight + 2 + 8);
}

void CommandPalette::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    QPointer<QObject> chosen = item ? item->data(Qt::UserRole).value<QObject *>() : nullptr;
    if (!chosen)
        return;
    close(); // first: the command may be about the widget that had the focus
    if (auto *action = qobject_cast<QAction *>(chosen))
        action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && !isAncestorOf(QApplication::focusWidget()))
        hide();
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: run(); return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1));
        return true;
    case Qt::Key_Up: m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0)); return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

} // namespace modelscribe

#include "moc_commandpalette.cpp"
