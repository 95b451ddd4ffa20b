// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labelmark.h"

#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct LabelMark
{
    Q_DECLARE_TR_FUNCTIONS(LabelMark)
};

ThemeColor markColor(LabelColor color)
{
    switch (color) {
    case LabelColor::None: return ThemeColor::Muted;
    case LabelColor::Blue: return ThemeColor::LabelBlue;
    case LabelColor::Teal: return ThemeColor::LabelTeal;
    case LabelColor::Green: return ThemeColor::LabelGreen;
    case LabelColor::Yellow: return ThemeColor::LabelYellow;
    case LabelColor::Red: return ThemeColor::LabelRed;
    case LabelColor::Purple: return ThemeColor::LabelPurple;
    }
    return ThemeColor::Muted;
}

} // namespace

void drawLabelMark(QPainter &painter, const QPoint &center, LabelColor color, const Theme &theme)
{
    if (color == LabelColor::None)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(markColor(color)));
    const double radius = labelMarkSize / 2.0;
    painter.drawEllipse(QPointF(center), radius, radius);
    painter.restore();
}

QIcon labelMarkIcon(LabelColor color, const Theme &theme)
{
    return color == LabelColor::None ? QIcon() : theme.icon(u"dot"_s, markColor(color));
}

QString labelColorText(LabelColor color)
{
    switch (color) {
    case LabelColor::None: return LabelMark::tr("None");
    case LabelColor::Blue: return LabelMark::tr("Blue");
    case LabelColor::Teal: return LabelMark::tr("Teal");
    case LabelColor::Green: return LabelMark::tr("Green");
    case LabelColor::Yellow: return LabelMark::tr("Yellow");
    case LabelColor::Red: return LabelMark::tr("Red");
    case LabelColor::Purple: return LabelMark::tr("Purple");
    }
    return {};
}

} // namespace modelscribe
