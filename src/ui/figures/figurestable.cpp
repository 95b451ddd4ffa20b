// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figurestable.h"

#include "ui/widgets/plaintext.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! 12.3 % as the language writes it.
QString shareText(int models, int all)
{
    if (all <= 0)
        return {};
    const double share = 100.0 * models / all;
    if (share > 0 && share < 0.05) // is not nothing
        return u"<"_s + QLocale().toString(0.1, 'f', 1) + u" %"_s;
    return QLocale().toString(share, 'f', 1) + u" %"_s;
}

constexpr int shareColumn = 2;
constexpr int GroupRole = Qt::UserRole;
constexpr int figureRowHeight = 26;
constexpr int leftPadding = 8;
constexpr int rightPadding = 20; // of the header, with room for its mark

int groupOf(const QModelIndex &title) { return title.data(GroupRole).toInt(); }

//! Rows as high as elsewhere.
class FigureRowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), figureRowHeight};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.color(ThemeColor::Selection));
        const bool isTitle = !index.parent().isValid();
        QFont font = option.font;
        if (isTitle)
            font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(theme.color(isTitle || index.column() == shareColumn ? ThemeColor::Muted
                                                                             : ThemeColor::Text));
        const bool isNumber = index.column() > 0;
        drawTextLine(*painter,
                     option.rect.adjusted(isNumber ? 0 : leftPadding, 0,
                                          isNumber ? -rightPadding : -leftPadding, 0),
                     isNumber ? Qt::AlignRight : Qt::AlignLeft, index.data().toString());
        drawRowFocus(*painter, option, index);
        painter->restore();
    }
};

QStandardItem *figureCell(const QString &text, Qt::Alignment alignment)
{
    auto *item = new QStandardItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    return item;
}

} // namespace

FiguresTable::FiguresTable(QWidget *parent)
    : QTreeView(parent)
    , m_rows(new QStandardItemModel(this))
{
    setModel(m_rows);
    setItemDelegate(new FigureRowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setExpandsOnDoubleClick(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    connect(this, &QAbstractItemView::doubleClicked, this, &FiguresTable::choose);
}

void FiguresTable::setGroups(const QList<FigureGroup> &groups, int models)
{
    const QModelIndex current = currentIndex();
    const int group = current.parent().isValid() ? groupOf(current.parent()) : 0;
    const int bar = current.parent().isValid() ? current.row() : 0;
    {
        const QScopedValueRollback guard(m_isFilling, true);
        m_rows->clear();
        m_rows->setHorizontalHeaderLabels({tr("Value"), tr("Models"), tr("Share")});
        for (int column : {1, shareColumn})
            m_rows->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight
                                                                   | Qt::AlignVCenter);
        for (int place = 0; place < groups.size(); ++place) {
            const FigureGroup &one = groups[place];
            if (one.bars.isEmpty())
                continue;
            auto *title = new QStandardItem(one.title);
            title->setFlags(Qt::NoItemFlags);
            title->setData(place, GroupRole);
            m_rows->appendRow(title);
            for (const FigureBar &row : one.bars) {
                const QString count = QLocale().toString(row.models);
                const QString share = shareText(row.models, models);
                auto *name = figureCell(row.label, Qt::AlignLeft);
                name->setToolTip(plainToolTip(row.label));
                name->setData(u"%1, %2, %3, %4"_s.arg(one.title, row.label, count, share),
                              Qt::AccessibleTextRole);
                title->appendRow(
                    {name, figureCell(count, Qt::AlignRight), figureCell(share, Qt::AlignRight)});
            }
        }
        for (int row = 0; row < m_rows->rowCount(); ++row)
            setFirstColumnSpanned(row, {}, true);
        expandAll();
        header()->setSectionResizeMode(0, QHeaderView::Stretch);
        for (int column : {1, shareColumn}) {
            header()->setSectionResizeMode(column, QHeaderView::Fixed);
            header()->resizeSection(column, widthOf(column));
        }
    }
    setSharesShown(m_sharesShown);
    goTo(group, bar);
}

void FiguresTable::setSharesShown(bool shown)
{
    m_sharesShown = shown;
    if (m_rows->columnCount() > shareColumn)
        setColumnHidden(shareColumn, !shown);
}

int FiguresTable::widthOf(int column) const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int title = QFontMetrics(bold).horizontalAdvance(
        m_rows->horizontalHeaderItem(column)->text());
    return std::max(title, fontMetrics().horizontalAdvance(u"100.0 %"_s)) + 2 * rightPadding;
}

void FiguresTable::goTo(int group, int bar)
{
    if (m_rows->rowCount() == 0)
        return;
    int row = 0;
    while (row + 1 < m_rows->rowCount() && groupOf(m_rows->index(row, 0)) < group)
        ++row;
    const QModelIndex title = m_rows->index(row, 0);
    const bool isThere = groupOf(title) == group;
    const int last = m_rows->rowCount(title) - 1;
    setCurrentIndex(m_rows->index(isThere ? std::min(bar, last) : 0, 0, title));
}

void FiguresTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_isFilling)
        pointAtCurrent();
}

void FiguresTable::pointAtCurrent()
{
    if (const QModelIndex title = currentIndex().parent(); title.isValid())
        emit pointed(groupOf(title), currentIndex().row());
}

void FiguresTable::choose(const QModelIndex &index)
{
    if (index.parent().isValid())
        emit chosen(groupOf(index.parent()), index.row());
}

void FiguresTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return choose(currentIndex());
    const QModelIndex before = currentIndex();
    QTreeView::keyPressEvent(event);
    if (currentIndex() != before && currentIndex().parent().isValid())
        emit walked(groupOf(currentIndex().parent()));
}

} // namespace modelscribe

#include "moc_figurestable.cpp"
