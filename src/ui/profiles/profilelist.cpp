// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profilelist.h"

#include "core/visibletext.h"
#include "ui/profiles/colourchoice.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

enum ProfileRole { NameRole = Qt::UserRole, WhereRole, ColourRole, ProtectedRole };

constexpr int rowHeight = 46;
constexpr int dot = 8;

QString whereText(const Profile &profile)
{
    QString where = profile.endpoint.isEmpty() ? profile.region : QUrl(profile.endpoint).host();
    if (profile.network == Network::Vpc)
        where = ProfileList::tr("%1, VPC").arg(where);
    return profile.isProtected ? ProfileList::tr("%1, protected").arg(where) : where;
}

class ProfileDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(8, 1, -8, -1);
        const bool isChosen = option.state & QStyle::State_Selected;
        if (isChosen) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.color(ThemeColor::Selection));
            painter->drawRoundedRect(row, 6, 6);
        }
        if (isChosen && option.state & QStyle::State_HasFocus) {
            painter->setPen(theme.color(ThemeColor::Accent));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        painter->setPen(Qt::NoPen);
        painter->setBrush(profileColour(index.data(ColourRole).toString()));
        painter->drawEllipse(QRectF(row.left() + 8, row.top() + 9, dot, dot));
        const bool isProtected = index.data(ProtectedRole).toBool();
        const QRect text = row.adjusted(24, 4, isProtected ? -28 : -8, -4);
        const QFontMetrics metrics = option.fontMetrics;
        QFont name = option.font;
        if (isChosen)
            name.setWeight(QFont::DemiBold);
        painter->setFont(name);
        painter->setPen(theme.color(ThemeColor::Text));
        painter->drawText(
            text, Qt::AlignTop | Qt::AlignLeft,
            QFontMetrics(name).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->setFont(option.font);
        painter->setPen(theme.color(ThemeColor::Muted));
        painter->drawText(
            text, Qt::AlignBottom | Qt::AlignLeft,
            metrics.elidedText(index.data(WhereRole).toString(), Qt::ElideMiddle, text.width()));
        if (isProtected) {
            const QRect place(row.right() - 20, row.center().y() - 6, 13, 13);
            painter->drawPixmap(place, theme.pixmap(u"lock"_s, ThemeColor::Muted, place.size(),
                                                    painter->device()->devicePixelRatioF()));
        }
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, rowHeight};
    }
};

} // namespace

ProfileList::ProfileList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new ProfileDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setProperty("role", u"side"_s);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            emit chosen(item->data(NameRole).toString());
    });
}

void ProfileList::setProfiles(const QList<Profile> &profiles, const QString &current)
{
    const QSignalBlocker blocker(this);
    clear();
    for (const Profile &profile : profiles) {
        auto *item = new QListWidgetItem(visibleText(profile.name, 100), this);
        item->setData(NameRole, profile.name);
        item->setData(WhereRole, whereText(profile));
        item->setData(ColourRole, profile.colour);
        item->setData(ProtectedRole, profile.isProtected);
        item->setData(Qt::AccessibleDescriptionRole, whereText(profile));
        if (profile.name == current)
            setCurrentItem(item);
    }
}

//! Qt would make the first one current, which nobody chose: a new profile is in the form.
void ProfileList::paintEvent(QPaintEvent *event)
{
    QListWidget::paintEvent(event);
    drawListFocus(*this);
}

void ProfileList::focusInEvent(QFocusEvent *event)
{
    const bool hasCurrent = currentItem() != nullptr;
    const QSignalBlocker blocker(this);
    QListWidget::focusInEvent(event);
    if (!hasCurrent) {
        setCurrentItem(nullptr);
        clearSelection();
    }
}

} // namespace modelscribe

#include "moc_profilelist.cpp"
