// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/runtable.h"

#include "lists/batchrunmodel.h"
#include "ui/browse/modeltable.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int runPadding = 8;
constexpr int edge = 16; // of the page
constexpr int signSide = 13;
constexpr int signRoom = 18;
constexpr int codesFrom = 820; // narrower tables have none

struct EndLook
{
    QString icon;
    ThemeColor color = ThemeColor::Muted;
};

EndLook lookOf(const QModelIndex &index)
{
    const int end = index.data(BatchRunModel::EndRole).toInt();
    if (end < 0)
        return {index.data(BatchRunModel::UnderWayRole).toBool() ? u"saving"_s : QString()};
    switch (BatchEnd(end)) {
    case BatchEnd::Saved: return {u"check"_s, ThemeColor::Added};
    case BatchEnd::Unchanged:
    case BatchEnd::Skipped:
    case BatchEnd::NotSent: return {u"skipped"_s};
    case BatchEnd::Conflict: return {u"warning"_s, ThemeColor::Changed};
    case BatchEnd::Refused: return {u"refused"_s, ThemeColor::Removed};
    case BatchEnd::Unknown: return {u"unknown"_s, ThemeColor::Changed};
    }
    return {};
}

QRect cellOf(const QRect &rect, const QModelIndex &index)
{
    return rect.adjusted(index.column() == BatchRunModel::Model ? edge : runPadding, 0, -runPadding,
                         -1);
}

} // namespace

QRect RunDelegate::copyRect(const QRect &cell, const QModelIndex &index, const QFont &font)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    if (index.column() != BatchRunModel::RequestId || text == u"—"_s)
        return {};
    const QRect inner = cellOf(cell, index);
    QFont fixed = Theme::of().fixedFont();
    fixed.setPointSizeF(font.pointSizeF());
    const int width = std::min(QFontMetrics(fixed).horizontalAdvance(text.left(8)),
                               inner.width() - signRoom);
    return {inner.left() + width + 4, inner.center().y() - signSide / 2, signSide, signSide};
}

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    drawListCell(*painter, option, index);
    painter->setLayoutDirection(Qt::LeftToRight); // whatever the text is made of
    QRect cell = cellOf(option.rect, index);
    QString text = index.data(Qt::DisplayRole).toString();
    const auto drawSign = [&](const QString &icon, ThemeColor color, const QRect &place) {
        painter->drawPixmap(
            place, theme.pixmap(icon, color, place.size(), painter->device()->devicePixelRatioF()));
    };
    painter->setPen(theme.color(ThemeColor::Text));
    switch (index.column()) {
    case BatchRunModel::End: {
        const EndLook look = lookOf(index);
        if (!look.icon.isEmpty())
            drawSign(look.icon, look.icon == u"saving"_s ? ThemeColor::Accent : look.color,
                     {cell.left(), cell.center().y() - signSide / 2, signSide, signSide});
        painter->setPen(theme.color(look.color));
        cell.setLeft(cell.left() + signRoom);
        break;
    }
    case BatchRunModel::Code:
    case BatchRunModel::RequestId: {
        QFont fixed = theme.fixedFont();
        fixed.setPointSizeF(option.font.pointSizeF());
        painter->setFont(fixed);
        painter->setPen(theme.color(ThemeColor::Muted));
        const QRect sign = copyRect(option.rect, index, option.font);
        if (sign.isNull())
            break;
        text = text.left(8); // as support asks for it; the whole is copied
        drawSign(u"copy"_s, ThemeColor::Muted, sign);
        cell.setRight(sign.left() - 3);
        break;
    }
    default: break;
    }
    drawText(*painter, cell, text, Qt::AlignLeft);
    painter->restore();
}

RunTable::RunTable(BatchRunModel &rows, QWidget *parent)
    : QTableView(parent)
    , m_rows(rows)
{
    setSpokenName(*this, [] { return tr("Models of the run"); });
    setUpListTable(*this, new RunDelegate(this));
    horizontalHeader()->setSectionsClickable(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setModel(&rows);
    horizontalHeader()->setSectionResizeMode(BatchRunModel::What, QHeaderView::Stretch);
    connect(this, &QAbstractItemView::doubleClicked, this, &RunTable::open);
    connect(&rows, &QAbstractItemModel::modelReset, this, &RunTable::currentItemChanged,
            Qt::QueuedConnection);
    fitColumns();
}

qsizetype RunTable::currentItem() const
{
    return currentIndex().isValid() ? m_rows.indexAt(currentIndex().row()) : -1;
}

void RunTable::open(const QModelIndex &index)
{
    const qsizetype item = index.isValid() ? m_rows.indexAt(index.row()) : -1;
    if (item >= 0 && m_rows.run())
        emit openRequested(m_rows.run()->set().changes[item].ref.modelId);
}

void RunTable::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    emit copied();
}

void RunTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the focus ring is around whole rows
    emit currentItemChanged();
}

void RunTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QStringList cells;
        for (int column = 0; column < BatchRunModel::ColumnCount; ++column)
            cells.append(currentIndex().siblingAtColumn(column).data().toString());
        copy(cells.join(u'\t'));
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        open(currentIndex());
    } else {
        QTableView::keyPressEvent(event);
    }
}

void RunTable::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const QRect sign = index.isValid() ? RunDelegate::copyRect(visualRect(index), index, font())
                                       : QRect();
    if (event->button() == Qt::LeftButton && !sign.isNull()
        && sign.adjusted(-4, -6, 4, 6).contains(event->position().toPoint()))
        copy(m_rows.run()->item(m_rows.indexAt(index.row())).outcome.error->requestId);
    QTableView::mouseReleaseEvent(event);
}

void RunTable::fitColumns()
{
    const bool hasCodes = width() >= codesFrom;
    setColumnHidden(BatchRunModel::Code, !hasCodes);
    setColumnHidden(BatchRunModel::RequestId, !hasCodes);
    setColumnWidth(BatchRunModel::Model, std::clamp(width() / 5, 160, 260));
    setColumnWidth(BatchRunModel::End, 112);
    setColumnWidth(BatchRunModel::Code, 208);
    setColumnWidth(BatchRunModel::RequestId, 136);
}

void RunTable::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

} // namespace modelscribe

#include "moc_runtable.cpp"
