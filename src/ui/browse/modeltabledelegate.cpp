// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/modeltabledelegate.h"

#include "core/visibletext.h"
#include "lists/modeltablemodel.h"
#include "lists/relativetime.h"
#include "ui/widgets/labelmark.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int padding = 8;
constexpr int markRoom = 24;
constexpr qsizetype longestCell = 200; // characters worth measuring

constexpr int pillPadding = 18;
constexpr int pillGap = 4;
constexpr int writeIcon = 13;
constexpr qsizetype measuredLabels = 6;

QFont smallFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

using LabelColors = QList<LabelColor>;

//! "QuickStart=" is a label without a value and reads better without the sign.
QString pillText(const QString &label)
{
    QString text = visibleText(label, longestCell);
    if (text.endsWith(u'='))
        text.chop(1);
    return text;
}

int markWidth(LabelColor color) { return color == LabelColor::None ? 0 : labelMarkSize + 4; }

int pillWidth(QPainter &painter, const QString &text, LabelColor color = LabelColor::None)
{
    return textLineWidth(painter, text) + pillPadding + markWidth(color);
}

//! How wide it became.
int drawPill(QPainter &painter, int left, const QRect &cell, const QString &text,
             const Theme &theme, LabelColor color = LabelColor::None)
{
    const double height = std::max(cell.height() - 10, 18);
    QRectF pill(left, cell.top() + (cell.height() - 1 - height) / 2,
                pillWidth(painter, text, color), height);
    painter.setPen(theme.color(ThemeColor::Border));
    painter.setBrush(theme.color(ThemeColor::Surface));
    painter.drawRoundedRect(pill, height / 2, height / 2);
    painter.setPen(theme.color(ThemeColor::Muted));
    const int width = int(pill.width());
    drawLabelMark(painter, {left + pillPadding / 2 + labelMarkSize / 2, int(pill.center().y())},
                  color, theme);
    pill.setLeft(pill.left() + markWidth(color));
    drawTextLine(painter, pill, Qt::AlignHCenter, text, Qt::ElideNone);
    return width;
}

} // namespace

int ModelTableDelegate::contentWidth(const QModelIndex &index, QWidget &table)
{
    using Kind = ModelColumn::Kind;
    const auto kind = Kind(index.data(ModelTableModel::KindRole).toInt());
    if (kind == Kind::Labels) {
        const QFont font = smallFont(table.font());
        const QStringList labels = index.data(ModelTableModel::LabelsRole).toStringList();
        const auto colors = index.data(ModelTableModel::LabelColorsRole).value<LabelColors>();
        int width = 2 * padding;
        for (qsizetype i = 0; i < std::min(labels.size(), measuredLabels); ++i)
            width += textLineWidth(table, font, pillText(labels[i])) + pillPadding + pillGap
                     + markWidth(colors.value(i));
        return width;
    }
    const QDateTime time = index.data(ModelTableModel::TimeRole).toDateTime();
    const QString text = time.isValid() ? relativeTime(time)
                                        : index.data(Qt::DisplayRole).toString().left(longestCell);
    return textLineWidth(table, table.font(), text) + 2 * padding
           + (kind == Kind::Name ? markRoom - padding : 0) + 1;
}

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
    drawListCell(*painter, option, index);
    const QRect cell = option.rect.adjusted(padding, 0, -padding, -1);
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool isEmpty = text == u"—"_s;
    painter->setPen(theme.color(isEmpty ? ThemeColor::Muted : ThemeColor::Text));
    using Kind = ModelColumn::Kind;
    switch (Kind(index.data(ModelTableModel::KindRole).toInt())) {
    case Kind::Name: drawName(*painter, option, index, theme); break;
    case Kind::Labels: drawLabels(*painter, option, index, theme); break;
    case Kind::Size:
    case Kind::Number:
        if (index.data(ModelTableModel::DraftedRole).toBool()
            && !option.state.testFlag(QStyle::State_Selected))
            painter->setPen(theme.color(ThemeColor::Changed));
        drawText(*painter, cell, text, Qt::AlignRight);
        break;
    case Kind::Time: {
        if (drawWrite(*painter, cell, index, theme))
            break;
        painter->setPen(theme.color(ThemeColor::Muted));
        const QDateTime time = index.data(ModelTableModel::TimeRole).toDateTime();
        drawText(*painter, cell, time.isValid() ? relativeTime(time) : text, Qt::AlignRight);
        break;
    }
    default: drawText(*painter, cell, text, Qt::AlignLeft);
    }
    painter->restore();
}

void ModelTableDelegate::drawName(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, const Theme &theme) const
{
    using Mark = RowMarks::Mark;
    QString icon;
    ThemeColor color = ThemeColor::Changed;
    switch (index.data(ModelTableModel::MarkRole).value<Mark>()) {
    case Mark::None: break;
    case Mark::Draft: icon = u"dot"_s; break;
    case Mark::Problem: icon = u"warning"_s; break;
    case Mark::ReadOnly:
    case Mark::NotYours:
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
    drawText(painter, option.rect.adjusted(markRoom, 0, -padding, -1),
             index.data(Qt::DisplayRole).toString(), Qt::AlignLeft);
}

bool ModelTableDelegate::drawWrite(QPainter &painter, const QRect &cell, const QModelIndex &index,
                                   const Theme &theme)
{
    using State = Batches::RowState;
    const auto state = index.data(ModelTableModel::WriteRole).value<State>();
    const QString text = RowMarks::writeText(state);
    if (text.isEmpty())
        return false;
    QString icon;
    ThemeColor color = ThemeColor::Muted;
    ThemeColor sign = ThemeColor::Added;
    switch (state) {
    case State::None:
    case State::Waiting: break;
    case State::UnderWay:
        icon = u"saving"_s;
        sign = ThemeColor::Accent;
        break;
    case State::Saved: icon = u"check"_s; break;
    case State::Conflict:
    case State::Unknown:
        icon = state == State::Unknown ? u"unknown"_s : u"warning"_s;
        color = sign = ThemeColor::Changed;
        break;
    case State::Refused:
        icon = u"refused"_s;
        color = sign = ThemeColor::Removed;
        break;
    }
    painter.setPen(theme.color(color));
    drawText(painter, cell, text, Qt::AlignRight);
    if (icon.isEmpty())
        return true;
    const int left = cell.right() + 1 - textLineWidth(painter, text) - writeIcon - pillGap;
    const QRect place(std::max(cell.left(), left), cell.center().y() - writeIcon / 2, writeIcon,
                      writeIcon);
    painter.drawPixmap(
        place, theme.pixmap(icon, sign, place.size(), painter.device()->devicePixelRatioF()));
    return true;
}

void ModelTableDelegate::drawLabels(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index, const Theme &theme) const
{
    const QStringList labels = index.data(ModelTableModel::LabelsRole).toStringList();
    const auto colors = index.data(ModelTableModel::LabelColorsRole).value<LabelColors>();
    painter.setFont(smallFont(option.font));
    painter.setRenderHint(QPainter::Antialiasing);
    int left = option.rect.left() + padding;
    const int right = option.rect.right() + 1 - padding;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const qsizetype others = labels.size() - i - 1;
        const QString more = others > 0 ? u"+%1"_s.arg(others) : QString();
        const int moreWidth = others > 0 ? pillWidth(painter, more) + pillGap : 0;
        const QString text = pillText(labels[i]);
        const LabelColor color = colors.value(i);
        const int room = right - left - moreWidth;
        if (i > 0 && pillWidth(painter, text, color) > room) {
            drawPill(painter, left, option.rect, u"+%1"_s.arg(others + 1), theme);
            return;
        }
        left += drawPill(
                    painter, left, option.rect,
                    cutTextLine(painter, text, std::max(0, room - pillPadding - markWidth(color))),
                    theme, color)
                + pillGap;
    }
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
