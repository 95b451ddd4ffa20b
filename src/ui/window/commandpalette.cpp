// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/commandpalette.h"

#include "core/foldedtext.h"
#include "lists/namefit.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/plaintext.h"
#include "ui/window/palettedelegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int rowsAtOnce = 12;
constexpr int widestPalette = 600;
constexpr int paletteTop = 60;
constexpr int paletteMargin = 8;
constexpr qsizetype surelyShown = 60; // characters of a row

bool isEntry(const QModelIndex &index) { return index.flags().testFlag(Qt::ItemIsSelectable); }

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
    , m_rows(new QStandardItemModel(this))
{
    setProperty("role", u"palette"_s);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setProperty("role", u"muted"_s);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setFixedHeight(2 * PaletteDelegate::rowHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(paletteMargin, paletteMargin, paletteMargin, paletteMargin);
    column->setSpacing(paletteMargin);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::ask);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (isEntry(index))
            run();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { announceCurrentRow(*m_list); });
    retranslate();
    hide();
}

void CommandPalette::retranslate()
{
    m_edit->setAccessibleName(tr("Open or run"));
    m_edit->setPlaceholderText(
        tr("Search models, commands, settings, saved searches and workspaces"));
    m_list->setAccessibleName(tr("What was found"));
    m_nothing->setText(tr("No command found, and nothing else with this name"));
}

void CommandPalette::addSource(PaletteSource *source)
{
    m_groups.push_back({source, {}});
    connect(source, &PaletteSource::found, this, [this, source](const PaletteAnswer &answer) {
        const auto group = std::ranges::find(m_groups, source, &Group::source);
        group->answer = answer;
        const auto isAnswered = [](const Group &one) { return one.answer.has_value(); };
        if (std::ranges::all_of(m_groups, isAnswered))
            fill();
    });
}

void CommandPalette::open()
{
    if (isVisible())
        return m_edit->setFocus();
    m_before = QApplication::focusWidget();
    show();
    raise();
    m_edit->setFocus();
    if (m_edit->text().isEmpty())
        ask();
    else
        m_edit->clear(); // which asks
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

void CommandPalette::hideEvent(QHideEvent *event)
{
    m_runsWhenFilled = false;
    for (Group &group : m_groups) {
        group.source->rest();
        group.answer.reset();
    }
    QFrame::hideEvent(event);
}

void CommandPalette::ask()
{
    if (!isVisible())
        return;
    m_runsWhenFilled = false;
    m_hasMoved = false;
    for (Group &group : m_groups)
        group.answer.reset();
    const QString typed = foldedText(m_edit->text()).trimmed();
    for (const Group &group : m_groups)
        group.source->find(typed);
}

void CommandPalette::fill()
{
    const QModelIndex current = m_list->currentIndex();
    std::optional<PaletteEntry> chosen;
    if (m_hasMoved && isEntry(current))
        chosen = m_shown.at(current.data(PaletteDelegate::PlaceRole).toInt());
    std::vector<const Group *> groups;
    for (const Group &group : m_groups)
        groups.push_back(&group);
    std::ranges::stable_sort(groups, std::ranges::greater(),
                             [](const Group *group) { return fitKind(group->answer->best); });
    m_rows->clear();
    m_shown.clear();
    const QString typed = foldedText(m_edit->text()).trimmed();
    for (const Group *group : groups)
        addGroup(*group, typed);
    m_list->setVisible(!m_shown.isEmpty());
    m_nothing->setVisible(m_shown.isEmpty());
    m_nothing->setAccessibleName(m_nothing->text());
    place();
    if (chosen)
        goToEntry(*chosen);
    else
        goTo(1);
    if (std::exchange(m_runsWhenFilled, false))
        run();
}

void CommandPalette::addGroup(const Group &group, const QString &typed)
{
    const QList<PaletteEntry> &entries = group.answer->entries;
    if (entries.isEmpty())
        return;
    auto *heading = new QStandardItem(group.source->title());
    heading->setFlags(Qt::NoItemFlags);
    if (group.answer->count > entries.size())
        heading->setData(
            tr("%1 of %2", "rows that are shown of those that were found")
                .arg(QLocale().toString(entries.size()), QLocale().toString(group.answer->count)),
            PaletteDelegate::AboutRole);
    m_rows->appendRow(heading);
    for (const PaletteEntry &entry : entries) {
        auto *item = new QStandardItem(entry.text);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setData(entry.about, PaletteDelegate::AboutRole);
        item->setData(entry.keys, PaletteDelegate::KeysRole);
        item->setData(QVariant::fromValue(fittingParts(typed, entry.text)),
                      PaletteDelegate::PartsRole);
        item->setData(entry.isInUse, PaletteDelegate::InUseRole);
        item->setData(int(m_shown.size()), PaletteDelegate::PlaceRole);
        QStringList spoken{entry.text, entry.isInUse ? tr("in use") : QString(), entry.about,
                           entry.keys, heading->text()};
        spoken.removeAll(QString());
        item->setData(spoken.join(u", "_s), Qt::AccessibleTextRole);
        if (entry.text.size() + entry.about.size() > surelyShown)
            item->setData(plainToolTip(entry.text + u'\n' + entry.about), Qt::ToolTipRole);
        m_rows->appendRow(item);
        m_shown.append(entry);
    }
}

//! Over the headings; the first and the last are where it ends.
void CommandPalette::go(int step)
{
    m_hasMoved = true;
    const int towards = step > 0 ? 1 : -1;
    const int from = m_list->currentIndex().row();
    int row = std::clamp(from + step, 0, std::max(0, m_rows->rowCount() - 1));
    while (row > 0 && row < m_rows->rowCount() && !isEntry(m_rows->index(row, 0)))
        row += towards;
    goTo(row);
}

void CommandPalette::goTo(int row)
{
    row = std::clamp(row, 1, std::max(1, m_rows->rowCount() - 1)); // the first is a heading
    const QModelIndex index = m_rows->index(row, 0);
    m_list->setCurrentIndex(index);
    if (row == 1)
        m_list->scrollToTop();
}

void CommandPalette::goToEntry(const PaletteEntry &entry)
{
    for (int row = 1; row < m_rows->rowCount(); ++row) {
        const QModelIndex index = m_rows->index(row, 0);
        if (!isEntry(index))
            continue;
        const PaletteEntry &shown = m_shown.at(index.data(PaletteDelegate::PlaceRole).toInt());
        if (shown.text == entry.text && shown.about == entry.about)
            return goTo(row);
    }
    goTo(1);
}

void CommandPalette::place()
{
    const int rows = std::clamp(m_rows->rowCount(), 1, rowsAtOnce);
    const int room = parentWidget()->height() - paletteTop - m_edit->sizeHint().height()
                     - 4 * paletteMargin;
    m_list->setFixedHeight(
        std::clamp(room, PaletteDelegate::rowHeight, rows * PaletteDelegate::rowHeight + 2));
    const int width = std::min(widestPalette, parentWidget()->width() - 32);
    resize(width, layout()->sizeHint().height());
    move((parentWidget()->width() - width) / 2, paletteTop);
}

void CommandPalette::run()
{
    const auto isAsked = [](const Group &group) { return !group.answer; };
    if (std::ranges::any_of(m_groups, isAsked)) {
        m_runsWhenFilled = true;
        return;
    }
    const QModelIndex index = m_list->currentIndex();
    if (!isEntry(index))
        return;
    const auto chosen = m_shown.at(index.data(PaletteDelegate::PlaceRole).toInt()).run;
    close(); // first: the command may be about the widget that had the focus
    chosen();
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
    if (event->type() == QEvent::KeyPress && handleKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QFrame::eventFilter(watched, event);
}

bool CommandPalette::handleKey(const QKeyEvent &key)
{
    // Of the row that is gone to, unless they move the cursor in what is typed.
    const bool toEnds = key.modifiers().testFlag(Qt::ControlModifier) || m_edit->text().isEmpty();
    switch (key.key()) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: run(); return true;
    case Qt::Key_Down: go(1); return true;
    case Qt::Key_Up: go(-1); return true;
    case Qt::Key_PageDown: go(rowsAtOnce - 1); return true;
    case Qt::Key_PageUp: go(1 - rowsAtOnce); return true;
    case Qt::Key_Home:
        if (toEnds)
            go(-m_rows->rowCount());
        return toEnds;
    case Qt::Key_End:
        if (toEnds)
            go(m_rows->rowCount());
        return toEnds;
    default: return false;
    }
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_commandpalette.cpp"
