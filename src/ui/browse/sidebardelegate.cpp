// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/sidebardelegate.h"

#include "core/visibletext.h"
#include "lists/facetmodel.h"
#include "model/searchset.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int sidebarRowHeight = 28;
constexpr int headingHeight = 36;
constexpr int markEdge = 8; // between the view's edge and the mark
constexpr qsizetype longestToolTip = 400;
constexpr int markPadding = 8; // between the mark's edge and the text

using FacetState = FacetModel::State;

bool isHeading(const QModelIndex &index)
{
    return FacetModel::kindOf(index) == FacetModel::Kind::Section;
}

QFont headingFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

QString clearText() { return SidebarDelegate::tr("Clear"); }

//! Values stand below a heading, their own values 18 px further in.
int inset(const QModelIndex &index)
{
    return index.parent().isValid() && !isHeading(index.parent()) ? 18 : 0;
}

//! A saved search, or a rule.
bool isNamedQuery(const QModelIndex &index)
{
    const FacetModel::Kind kind = FacetModel::kindOf(index);
    return kind == FacetModel::Kind::Search || kind == FacetModel::Kind::Rule
           || kind == FacetModel::Kind::Look;
}

bool hasArrow(const QModelIndex &index)
{
    return !isHeading(index) && index.model()->hasChildren(index);
}

} // namespace

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, isHeading(index) ? headingHeight : sidebarRowHeight};
}

QRect SidebarDelegate::arrowRect(const QRect &row, const QModelIndex &index)
{
    return hasArrow(index) ? QRect(row.left() + markEdge, row.top(), 22, row.height()) : QRect();
}

QRect SidebarDelegate::clearRect(const QTreeView &view, const QModelIndex &section)
{
    if (!isHeading(section) || FacetModel::stateOf(section) == FacetState::None)
        return {};
    const QRect row = view.visualRect(section);
    const int width = QFontMetrics(headingFont(view.font())).horizontalAdvance(clearText())
                      + 2 * (markEdge + markPadding);
    return {row.right() + 1 - width, row.top(), width, row.height()};
}

void SidebarDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    QRect row = option.rect.adjusted(markEdge + markPadding, 8, -markEdge - markPadding, 0);
    painter.setFont(headingFont(option.font));
    if (FacetModel::stateOf(index) != FacetState::None) {
        painter.setPen(theme.color(ThemeColor::Accent));
        const int width = drawTextLine(painter, row, Qt::AlignRight, clearText(), Qt::ElideNone);
        row.setRight(row.right() - width - 8);
    }
    painter.setPen(theme.color(ThemeColor::Muted));
    drawTextLine(painter, row, Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const QRect row = option.rect.adjusted(markEdge, 0, -markEdge, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const FacetState state = FacetModel::stateOf(index);
    const bool isIncluded = state == FacetState::Included && !isHeading(index);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (isIncluded || (option.state.testFlag(QStyle::State_MouseOver) && !isHeading(index))) {
        QColor back = theme.color(ThemeColor::Selection);
        if (!isIncluded)
            back.setAlphaF(0.45F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(back);
        painter->drawRoundedRect(row, 6, 6);
    }
    if (view && view->hasFocus() && view->currentIndex() == index) {
        painter->setPen(QPen(theme.color(ThemeColor::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), 5, 5);
    }
    if (isHeading(index)) {
        paintHeading(*painter, option, index);
        painter->restore();
        return;
    }

    QRect text = row.adjusted(markPadding + inset(index), 0, -markPadding, 0);
    const auto put = [&](const QString &name, ThemeColor color, QRect place) {
        painter->drawPixmap(
            place, theme.pixmap(name, color, place.size(), painter->device()->devicePixelRatioF()));
    };
    if (hasArrow(index)) {
        const bool open = option.state.testFlag(QStyle::State_Open);
        put(open ? u"chevron-down"_s : u"chevron-right"_s, ThemeColor::Text,
            QRect(text.left() - 3, text.center().y() - 5, 12, 12));
        text.setLeft(text.left() + 18);
    }
    const bool isValue = FacetModel::kindOf(index) == FacetModel::Kind::Value;
    const bool isNamed = isNamedQuery(index);
    const QString note = index.data(FacetModel::NoteRole).toString();
    const bool isOff = isNamed && !note.isEmpty();
    const bool isNotUnderstood = isOff && !index.data(FacetModel::QueryRole).toString().isEmpty();
    const bool isExcluded = state == FacetState::Excluded;
    if (isNotUnderstood) {
        put(u"warning"_s, ThemeColor::Changed,
            QRect(text.right() - 14, text.center().y() - 7, 14, 14));
        text.setRight(text.right() - 22);
    }
    if (isValue && state != FacetState::None) {
        // Where the row has room for it, so that its name stays where it was.
        const int left = inset(index) > 0 || hasArrow(index) ? row.left() + markPadding - 3
                                                             : text.left();
        const bool isBehindArrow = hasArrow(index);
        const QRect place(isBehindArrow ? text.left() : left, text.center().y() - 5, 12, 12);
        if (isExcluded) {
            painter->setPen(QPen(theme.color(ThemeColor::Removed), 1.5));
            painter->drawLine(place.left() + 2, place.center().y() + 1, place.right() - 1,
                              place.center().y() + 1);
        } else {
            put(u"check"_s, ThemeColor::Text, place);
        }
        if (inset(index) == 0)
            text.setLeft(text.left() + 18);
    }

    const int count = index.data(FacetModel::CountRole).isValid()
                          ? index.data(FacetModel::CountRole).toInt()
                          : -1;
    const QString number = index.data(FacetModel::CountTextRole).toString();
    QFont font = option.font;
    if (!number.isEmpty()) {
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.95);
        painter->setFont(small);
        painter->setPen(theme.color(ThemeColor::Muted));
        const int width = drawTextLine(*painter, text, Qt::AlignRight, number, Qt::ElideNone);
        text.setRight(text.right() - width - 8);
    }
    if (isIncluded)
        font.setWeight(QFont::DemiBold);
    font.setStrikeOut(isExcluded);
    painter->setFont(font);
    const bool isMore = FacetModel::kindOf(index) == FacetModel::Kind::More;
    const bool isNone = ((isValue || isNamed) && count == 0 && state == FacetState::None) || isOff;
    painter->setPen(theme.color(isExcluded ? ThemeColor::Removed
                                : isMore   ? ThemeColor::Accent
                                : isNone   ? ThemeColor::Muted
                                           : ThemeColor::Text));
    const QString name = visibleText(index.data(Qt::DisplayRole).toString());
    drawTextLine(*painter, text, Qt::AlignLeft, name);
    painter->restore();
}

QWidget *SidebarDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                       const QModelIndex &) const
{
    auto *editor = new QLineEdit(parent);
    editor->setMaxLength(int(SearchSet::longestName));
    editor->setAccessibleName(tr("Name of the search"));
    return editor;
}

//! A name that was only looked at stays to the letter.
void SidebarDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                   const QModelIndex &index) const
{
    if (const auto *line = qobject_cast<QLineEdit *>(editor); line && line->isModified())
        model->setData(index, line->text());
}

void SidebarDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(markEdge, 0, -markEdge, 0));
}

bool SidebarDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString value = index.data(FacetModel::ValueRole).toString();
    const bool isCalledOtherwise = FacetModel::kindOf(index) == FacetModel::Kind::Value
                                   && !value.isEmpty() && value != text;
    QStringList lines{isCalledOtherwise ? value : text};
    if (isNamedQuery(index)) {
        lines.append(index.data(FacetModel::QueryRole).toString());
        lines.append(index.data(FacetModel::NoteRole).toString());
        lines.removeAll(QString());
    }
    for (QString &line : lines)
        line = visibleText(line, longestToolTip);
    QToolTip::showText(event->globalPos(), plainToolTip(lines.join(u'\n')), view);
    return true;
}

} // namespace modelscribe

#include "moc_sidebardelegate.cpp"
