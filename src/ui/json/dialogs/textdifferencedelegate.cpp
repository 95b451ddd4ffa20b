// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/textdifferencedelegate.h"

#include "ui/json/dialogs/textdifferencemodel.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Cell = TextDifferenceModel::Cell;
using CellKind = Cell::Kind;

constexpr int cellPadding = 6;

int numberWidth(const QFontMetrics &metrics, qsizetype lines)
{
    const int digits = std::max(3, int(QString::number(lines).size()));
    return metrics.horizontalAdvance(QString(digits, u'0')) + cellPadding;
}

ThemeColor inkOf(CellKind kind)
{
    switch (kind) {
    case CellKind::Removed: return ThemeColor::Removed;
    case CellKind::Added: return ThemeColor::Added;
    case CellKind::Same:
    case CellKind::Blank:
    case CellKind::Fold: break;
    }
    return ThemeColor::Muted;
}

QColor paperOf(const Theme &theme, CellKind kind)
{
    switch (kind) {
    case CellKind::Removed: return theme.color(ThemeColor::RemovedTint);
    case CellKind::Added: return theme.color(ThemeColor::AddedTint);
    case CellKind::Blank:
    case CellKind::Fold: return theme.color(ThemeColor::Background);
    case CellKind::Same: break;
    }
    return theme.color(ThemeColor::Surface);
}

QColor markOf(const Theme &theme, CellKind kind)
{
    QColor mark = theme.color(inkOf(kind));
    mark.setAlphaF(0.22F);
    return mark;
}

void drawText(QPainter &painter, const QRect &room, const Cell &cell, const Theme &theme)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int characters = std::max(8, room.width() / std::max(1, metrics.averageCharWidth()));
    const qsizetype limit = std::min<qsizetype>(TextDifferenceDelegate::maxShown, characters);
    const ShownLine shown = shownLine(cell.line, cell.changed, limit);
    const QString head = shown.text.left(shown.markBegin);
    const QString mark = shown.text.mid(shown.markBegin, shown.markLength);
    const QString tail = shown.text.mid(shown.markBegin + shown.markLength);
    const auto flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    QRect left = room;
    const auto draw = [&](const QString &text) {
        if (text.isEmpty() || left.width() <= 0)
            return;
        painter.drawText(left, flags, metrics.elidedText(text, Qt::ElideRight, left.width()));
        left.setLeft(left.left() + metrics.horizontalAdvance(text));
    };
    painter.setPen(theme.color(inkOf(cell.kind)));
    draw(head);
    if (!mark.isEmpty() && left.width() > 0) {
        const int width = std::min(left.width(), metrics.horizontalAdvance(mark));
        painter.fillRect(left.left(), left.top() + 2, width, left.height() - 4,
                         markOf(theme, cell.kind));
        // On the stronger ground the colour alone would be hard to read.
        painter.setPen(theme.color(ThemeColor::Text));
        draw(mark);
        painter.setPen(theme.color(inkOf(cell.kind)));
    }
    draw(tail);
}

} // namespace

int TextDifferenceDelegate::gutterWidth(const QFontMetrics &metrics, qsizetype lines,
                                        bool twoNumbers)
{
    return numberWidth(metrics, lines) * (twoNumbers ? 2 : 1) + cellPadding
           + metrics.horizontalAdvance(u'+') + 2 * cellPadding;
}

void TextDifferenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const auto &model = static_cast<const TextDifferenceModel &>(*index.model());
    const Theme &theme = Theme::of(option.widget);
    const Cell cell = model.cell(index);
    const bool isCurrent = option.state & QStyle::State_Selected;
    const auto flags = Qt::AlignVCenter | Qt::TextSingleLine;
    painter->save();
    painter->setFont(option.font);
    painter->fillRect(option.rect, paperOf(theme, cell.kind));
    QRect room = option.rect;
    if (isCurrent) {
        const bool isTinted = cell.kind == CellKind::Removed || cell.kind == CellKind::Added;
        if (!isTinted)
            painter->fillRect(room, theme.color(ThemeColor::Selection));
        painter->fillRect(room.left(), room.top(), 3, room.height(),
                          theme.color(ThemeColor::Accent));
    }
    const QFontMetrics metrics(option.font);
    const auto lines = std::max(model.difference()->beforeLines.size(),
                                model.difference()->afterLines.size());
    painter->setPen(theme.color(ThemeColor::Muted));
    if (cell.kind == CellKind::Fold) {
        if (index.column() == 0) {
            room.setLeft(room.left() + gutterWidth(metrics, lines, !model.isSideBySide()));
            painter->drawText(room, flags | Qt::AlignLeft,
                              u"⋯ "_s + index.data(Qt::DisplayRole).toString());
        }
        painter->restore();
        return;
    }
    const int width = numberWidth(metrics, lines);
    const auto drawNumber = [&](qsizetype number) {
        if (number > 0)
            painter->drawText(QRect(room.left(), room.top(), width, room.height()),
                              flags | Qt::AlignRight, QString::number(number));
        room.setLeft(room.left() + width);
    };
    drawNumber(cell.number);
    if (!model.isSideBySide())
        drawNumber(cell.newNumber);
    room.setLeft(room.left() + 2 * cellPadding);
    painter->setPen(theme.color(inkOf(cell.kind)));
    const QString sign = cell.kind == CellKind::Removed ? u"−"_s
                         : cell.kind == CellKind::Added ? u"+"_s
                                                        : QString();
    painter->drawText(room, flags | Qt::AlignLeft, sign);
    room.setLeft(room.left() + metrics.horizontalAdvance(u'+') + cellPadding);
    drawText(*painter, room, cell, theme);
    if (model.isSideBySide() && index.column() == 0)
        painter->fillRect(option.rect.right(), option.rect.top(), 1, option.rect.height(),
                          theme.color(ThemeColor::Border));
    painter->restore();
}

QSize TextDifferenceDelegate::sizeHint(const QStyleOptionViewItem &option,
                                       const QModelIndex &) const
{
    return {120, QFontMetrics(option.font).height() + 5};
}

} // namespace modelscribe

#include "moc_textdifferencedelegate.cpp"
