// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/modeltabledelegate.h"

#include "core/visibletext.h"
#include "lists/modeltablemodel.h"
#include "lists/relativetime.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int padding = 8;
constexpr qsizetype longestCell = 200; // characters worth measuring

//! The cell has the keyboard's focus, which is shown around the whole row.
bool isFocusedRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->hasFocus() && view->currentIndex().row() == index.row();
}

} // namespace

QSize ModelTableDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, 30};
}

void ModelTableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    drawRow(*painter, option, index, theme);
    const QRect cell = option.rect.adjusted(padding, 0, -padding, -1);
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool isEmpty = text == u"—"_s;
    painter->setPen(theme.color(isEmpty ? ThemeColor::Muted : ThemeColor::Text));
    using Kind = ModelColumn::Kind;
    switch (Kind(index.data(ModelTableModel::KindRole).toInt())) {
    case Kind::Name: drawName(*painter, option, index, theme); break;
    case Kind::Labels: drawLabels(*painter, option, index, theme); break;
    case Kind::Size:
    case Kind::Number: drawText(*painter, cell, text, Qt::AlignRight); break;
    case Kind::Time: {
        painter->setPen(theme.color(ThemeColor::Muted));
        const QDateTime time = index.data(ModelTableModel::TimeRole).toDateTime();
        drawText(*painter, cell, time.isValid() ? relativeTime(time) : text, Qt::AlignRight);
        break;
    }
    default: drawText(*painter, cell, text, Qt::AlignLeft);
    }
    painter->restore();
}

void ModelTableDelegate::drawRow(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index, const Theme &theme) const
{
    const QRect &rect = option.rect;
    painter.fillRect(rect, theme.color(option.state.testFlag(QStyle::State_Selected)
                                           ? ThemeColor::Selection
                                           : ThemeColor::Surface));
    QColor line = theme.color(ThemeColor::Border);
    line.setAlphaF(0.6F); // fainter than what divides the window
    painter.setPen(line);
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    if (!isFocusedRow(option, index))
        return;
    const QColor ring = theme.color(ThemeColor::Accent);
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), ring);
    painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), ring);
    if (rect.left() <= 0) // the first one that is seen
        painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), ring);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (rect.right() + 1 >= view->viewport()->width())
        painter.fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height()), ring);
}

void ModelTableDelegate::drawName(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, const Theme &theme) const
{
    using Mark = ModelTableModel::Mark;
    QString icon;
    ThemeColor color = ThemeColor::Changed;
    switch (index.data(ModelTableModel::MarkRole).value<Mark>()) {
    case Mark::None: break;
    case Mark::Draft: icon = u"dot"_s; break;
    case Mark::Problem: icon = u"warning"_s; break;
    case Mark::ReadOnly:
        icon = u"lock"_s;
        color = ThemeColor::Muted;
        break;
    }
    if (!icon.isEmpty()) {
        // The dot is small within its square.
        const int side = icon == u"dot"_s ? 20 : 13;
        const QRect place(option.rect.left() + 14 - side / 2, option.rect.center().y() - side / 2,
                          side, side);
        painter.drawPixmap(
            place, theme.pixmap(icon, color, place.size(), painter.device()->devicePixelRatioF()));
    }
    painter.setLayoutDirection(Qt::LeftToRight); // whatever the name is made of
    drawText(painter, option.rect.adjusted(24, 0, -padding, -1),
             index.data(Qt::DisplayRole).toString(), Qt::AlignLeft);
}

void ModelTableDelegate::drawLabels(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index, const Theme &theme) const
{
    const QStringList labels = index.data(ModelTableModel::LabelsRole).toStringList();
    if (labels.isEmpty())
        return;
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.88);
    painter.setFont(small);
    const QString more = labels.size() > 1 ? u" +%1"_s.arg(labels.size() - 1) : QString();
    const int room = option.rect.width() - 2 * padding - 18 - textLineWidth(painter, more);
    // "QuickStart=" is a label without a value and reads better without the sign.
    QString first = visibleText(labels.first(), longestCell);
    if (first.endsWith(u'='))
        first.chop(1);
    const QString text = cutTextLine(painter, first, room) + more;
    const QRectF pill(option.rect.left() + padding, option.rect.top() + 4.5,
                      textLineWidth(painter, text) + 18, 20);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(ThemeColor::Border));
    painter.setBrush(theme.color(ThemeColor::Surface));
    painter.drawRoundedRect(pill, 10, 10);
    painter.setPen(theme.color(ThemeColor::Muted));
    drawTextLine(painter, pill, Qt::AlignHCenter, text, Qt::ElideNone);
}

void ModelTableDelegate::drawText(QPainter &painter, const QRect &rect, const QString &text,
                                  Qt::Alignment alignment)
{
    // Nobody sees more than that, and measuring it takes time.
    const QString begin = text.size() > longestCell ? text.left(longestCell) + u'…' : text;
    drawTextLine(painter, rect, alignment, begin);
}

} // namespace modelscribe

#include "moc_modeltabledelegate.cpp"
