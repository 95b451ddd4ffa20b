// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/labelbars.h"

#include "core/visibletext.h"
#include "ui/many/verbframe.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

enum BarRole { PartRole = Qt::UserRole, BarCountRole };

constexpr int barRow = 26;
constexpr int pillRoom = 142;
constexpr int countRoom = 44;
constexpr qsizetype longestPill = 60;

class LabelBarDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {120, barRow};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.9);
        painter->setFont(small);
        const QRect row = option.rect.adjusted(VerbFrame::indent, 0, 0, 0);
        const QString text = index.data(Qt::DisplayRole).toString();
        const int most = std::min(pillRoom, row.width() - countRoom - 20) - 8;
        const int width = std::min(textLineWidth(*painter, text) + 21, most);
        const QRectF pill(row.left() + 0.5, row.top() + 3.5, width, barRow - 7);
        painter->setPen(theme.color(ThemeColor::Border));
        painter->setBrush(theme.color(ThemeColor::Surface));
        painter->drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        painter->setPen(theme.color(ThemeColor::Muted));
        drawTextLine(*painter, pill.adjusted(9, 0, -9, 0), Qt::AlignLeft, text);

        const QRectF whole(row.left() + pillRoom, row.center().y() - 2,
                           row.width() - pillRoom - countRoom, 6);
        if (whole.width() > 0) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.color(ThemeColor::Border));
            painter->drawRoundedRect(whole, 3, 3);
            QRectF part = whole;
            part.setWidth(std::max(6.0, whole.width() * index.data(PartRole).toDouble()));
            painter->setBrush(theme.color(ThemeColor::Muted));
            painter->drawRoundedRect(part, 3, 3);
        }
        painter->setFont(option.font);
        painter->setPen(theme.color(ThemeColor::Muted));
        drawTextLine(*painter, row, Qt::AlignRight,
                     QLocale().toString(index.data(BarCountRole).toInt()));
        drawRowFocus(*painter, option, index);
        painter->restore();
    }
};

} // namespace

LabelBars::LabelBars(QWidget *parent)
    : QListView(parent)
    , m_rows(new QStandardItemModel(this))
{
    setObjectName("labelBars"_L1);
    setSpokenName(*this, [] { return tr("Labels now"); });
    setModel(m_rows);
    setItemDelegate(new LabelBarDelegate(this));
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LabelBars::setUses(const QList<ManyValues::LabelUse> &uses, int models)
{
    if (uses == m_uses && models == m_models)
        return;
    m_uses = uses;
    m_models = models;
    m_rows->clear();
    for (const ManyValues::LabelUse &use : uses) {
        const QString text = visibleText(keyValueText(use.label), longestPill);
        auto *item = new QStandardItem(text);
        item->setEditable(false);
        item->setData(models > 0 ? double(use.models) / models : 0.0, PartRole);
        item->setData(use.models, BarCountRole);
        item->setData(tr("%1: %2").arg(text, tr("%Ln model(s)", nullptr, use.models)),
                      Qt::AccessibleTextRole);
        m_rows->appendRow(item);
    }
    setVisible(!uses.isEmpty());
    updateGeometry();
}

QSize LabelBars::sizeHint() const { return {240, m_rows->rowCount() * barRow}; }

} // namespace modelscribe

#include "moc_labelbars.cpp"
