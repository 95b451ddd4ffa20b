// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compareheader.h"

#include "core/visibletext.h"
#include "lists/comparisonmodel.h"
#include "model/modeldiff.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int headerHeight = 75;
constexpr int headerPadding = 16;

struct HeaderPill
{
    QString text;
    QString icon;
    ThemeColor color = ThemeColor::Muted;
    ThemeColor ground = ThemeColor::Surface;
};

QList<HeaderPill> pillsOf(const ComparedModel &compared)
{
    QList<HeaderPill> pills;
    if (compared.isGone) {
        pills.append({CompareHeader::tr("Deleted in the registry"),
                      {},
                      ThemeColor::Removed,
                      ThemeColor::RemovedTint});
    }
    if (compared.registered.isReadOnly())
        pills.append({CompareHeader::tr("Read-only"), u"lock"_s});
    const ComparedPlace access{.field = findField(u"Accessibility")};
    const QString &raw = compared.edited.accessibility;
    if (!raw.isEmpty()) {
        pills.append({comparedText(access, {.text = raw.left(20), .isSet = true}),
                      raw == "PRIVATE"_L1 ? u"lock"_s : QString()});
    }
    const auto changes = int(countChanges(compared.registered.metadata, compared.edited));
    if (changes > 0) {
        pills.append({u"● "_s + CompareHeader::tr("Draft, %n change(s)", nullptr, changes),
                      {},
                      ThemeColor::Changed,
                      ThemeColor::ChangedTint});
    }
    return pills;
}

} // namespace

CompareHeader::CompareHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setMouseTracking(true);
}

QSize CompareHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), headerHeight}; }

const ComparedModel *CompareHeader::modelOf(int section) const
{
    const auto *models = qobject_cast<const ComparisonModel *>(model());
    if (!models || section < 0 || section >= models->comparison().models.size())
        return nullptr;
    return &models->comparison().models[section];
}

QRect CompareHeader::closeRect(int section) const
{
    return {sectionViewportPosition(section) + sectionSize(section) - 36, 4, 24, 24};
}

void CompareHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const ComparedModel *compared = modelOf(section);
    const Theme &theme = Theme::of(this);
    painter->save();
    painter->fillRect(rect, theme.color(ThemeColor::Surface));
    painter->setPen(theme.color(ThemeColor::Border));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
    if (compared) {
        const QRect room = rect.adjusted(headerPadding, 0, -headerPadding, 0);
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        bold.setPointSizeF(bold.pointSizeF() * 1.1);
        painter->setFont(bold);
        painter->setPen(theme.color(ThemeColor::Text));
        const QString name = compared->edited.name.isEmpty() ? tr("(no name)")
                                                             : compared->edited.name;
        drawTextLine(*painter, QRect(room.left(), 5, room.width() - 28, 20), Qt::AlignLeft,
                     visibleText(name, 200));
        painter->setFont(theme.fixedFont());
        painter->setPen(theme.color(ThemeColor::Muted));
        drawTextLine(*painter, QRect(room.left(), 26, room.width(), 18), Qt::AlignLeft,
                     visibleText(compared->id(), 100));
        drawPills(*painter, QRect(room.left(), 48, room.width(), 20), *compared);
        painter->drawPixmap(
            closeRect(section).adjusted(6, 6, -6, -6),
            theme.pixmap(u"close"_s, ThemeColor::Muted, {12, 12}, devicePixelRatioF()));
    }
    painter->restore();
}

void CompareHeader::drawPills(QPainter &painter, const QRect &room,
                              const ComparedModel &compared) const
{
    const Theme &theme = Theme::of(this);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    painter.setFont(small);
    painter.setRenderHint(QPainter::Antialiasing);
    int left = room.left();
    for (const HeaderPill &pill : pillsOf(compared)) {
        const int icon = pill.icon.isEmpty() ? 0 : 16;
        const int width = textLineWidth(painter, pill.text) + 18 + icon;
        if (left + width > room.right())
            return;
        const QRectF frame(left + 0.5, room.top() + 0.5, width, 19);
        painter.setPen(
            theme.color(pill.ground == ThemeColor::Surface ? ThemeColor::Border : pill.ground));
        painter.setBrush(theme.color(pill.ground));
        painter.drawRoundedRect(frame, 9.5, 9.5);
        if (icon > 0) {
            painter.drawPixmap(QPoint(left + 9, room.top() + 4),
                               theme.pixmap(pill.icon, pill.color, {12, 12}, devicePixelRatioF()));
        }
        painter.setPen(theme.color(pill.color));
        drawTextLine(painter, frame.adjusted(9 + icon, 0, -9, 0), Qt::AlignLeft, pill.text,
                     Qt::ElideNone);
        left += width + 5;
    }
}

void CompareHeader::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int section = logicalIndexAt(at);
    if (event->button() == Qt::LeftButton && section >= 0 && closeRect(section).contains(at))
        emit removeRequested(section);
}

void CompareHeader::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int section = logicalIndexAt(at);
    setCursor(section >= 0 && closeRect(section).contains(at) ? Qt::PointingHandCursor
                                                              : Qt::ArrowCursor);
}

bool CompareHeader::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int section = logicalIndexAt(help->pos());
    const ComparedModel *compared = modelOf(section);
    QString text;
    if (compared && closeRect(section).contains(help->pos()))
        text = plainToolTip(tr("Remove from the comparison (Delete)"));
    else if (compared
             && fontMetrics().horizontalAdvance(compared->edited.name) * 1.2
                    > sectionSize(section) - 2 * headerPadding - 28)
        text = visibleToolTip(compared->edited.name);
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace modelscribe

#include "moc_compareheader.cpp"
