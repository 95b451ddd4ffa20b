// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/trialview.h"

#include "core/visibletext.h"
#include "lists/trialrows.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int trialRow = 18;
constexpr int trialMargin = 5;
constexpr int arrowRoom = 34;
constexpr qsizetype longestTrial = 120; // characters that are drawn

class TrialDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {120, trialRow};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        const auto found = index.data(TrialRows::FoundRole).value<QList<TextReplacement::Found>>();
        painter->save();
        painter->setFont(option.font);
        const int half = (option.rect.width() - arrowRoom) / 2;
        QRect before = option.rect.adjusted(10, 0, 0, 0);
        before.setWidth(half - 10);
        QRect after = option.rect.adjusted(half + arrowRoom, 0, -8, 0);
        painter->setClipRect(option.rect);
        drawBefore(*painter, before, index.data(TrialRows::BeforeRole).toString(), found, theme);
        if (found.isEmpty()) {
            painter->setPen(theme.color(ThemeColor::Muted));
            drawTextLine(*painter, after, Qt::AlignLeft, TrialView::tr("no match, left as it is"));
        } else {
            painter->setPen(theme.color(ThemeColor::Muted));
            drawTextLine(*painter, QRect(half, option.rect.top(), arrowRoom, trialRow),
                         Qt::AlignHCenter, u"→"_s);
            painter->setPen(theme.color(ThemeColor::Added));
            drawTextLine(*painter, after, Qt::AlignLeft,
                         visibleText(index.data(TrialRows::AfterRole).toString(), longestTrial));
        }
        drawRowFocus(*painter, option, index);
        painter->restore();
    }

private:
    //! In pieces, what is found on another ground.
    void drawBefore(QPainter &painter, QRect area, const QString &text,
                    const QList<TextReplacement::Found> &found, const Theme &theme) const
    {
        qsizetype end = 0;
        const auto draw = [&](QStringView piece, bool isFound) {
            if (piece.isEmpty() || area.width() <= 0)
                return;
            const QString shown = visibleText(piece.toString(), longestTrial);
            if (isFound) {
                const int width = std::min(textLineWidth(painter, shown), area.width());
                painter.fillRect(QRect(area.left(), area.top() + 1, width, trialRow - 2),
                                 theme.color(ThemeColor::ChangedTint));
            }
            const ThemeColor usual = found.isEmpty() ? ThemeColor::Muted : ThemeColor::Text;
            painter.setPen(theme.color(isFound ? ThemeColor::Changed : usual));
            area.setLeft(area.left() + drawTextLine(painter, area, Qt::AlignLeft, shown));
        };
        for (const TextReplacement::Found &one : found) {
            draw(QStringView(text).sliced(end, one.begin - end), false);
            draw(QStringView(text).sliced(one.begin, one.length), true);
            end = one.begin + one.length;
        }
        draw(QStringView(text).sliced(end), false);
    }
};

} // namespace

TrialView::TrialView(QWidget *parent)
    : QListView(parent)
{
    setProperty("role", u"trial"_s);
    setSpokenName(*this, [] { return tr("Trial"); });
    setItemDelegate(new TrialDelegate(this));
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TrialView::setRows(TrialRows *rows)
{
    setModel(rows);
    connect(rows, &QAbstractItemModel::modelReset, this, [this] {
        setVisible(model()->rowCount() > 0);
        updateGeometry();
    });
    setVisible(rows->rowCount() > 0);
}

QSize TrialView::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return {200, rows * trialRow + 2 * trialMargin + 2};
}

} // namespace modelscribe

#include "moc_trialview.cpp"
