// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/listsample.h"

#include "ui/widgets/presentation.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct SampleRow
{
    QString name;
    QString size;
};

const std::array<SampleRow, 3> &sampleRows()
{
    static const std::array<SampleRow, 3> rows{
        SampleRow{u"bert-zh-news"_s, u"110M"_s},
        SampleRow{u"评论情感分类-v3"_s, u"102M"_s},
        SampleRow{u"qwen2.5-1.5b-router"_s, u"1.5B"_s},
    };
    return rows;
}

} // namespace

ListSample::ListSample(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Presentation::instance(), &Presentation::changed, this, [this] {
        updateGeometry();
        update();
    });
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QFont ListSample::textFont() const
{
    return Presentation::instance().sized(font(), Presentation::Part::List);
}

int ListSample::rowHeight() const { return Presentation::instance().rowHeight(textFont()); }

QSize ListSample::sizeHint() const { return {454, int(sampleRows().size()) * rowHeight() + 2}; }

void ListSample::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillPath(frame, theme.color(ThemeColor::Surface));
    painter.setClipPath(frame);
    painter.setFont(textFont());
    const int height = rowHeight();
    const int sizeWidth = textLineWidth(painter, u"110M"_s);
    const int taskWidth = textLineWidth(painter, u"text-classification"_s);
    for (size_t i = 0; i < sampleRows().size(); ++i) {
        const QRect row(1, 1 + int(i) * height, width() - 2, height);
        if (i == 0)
            painter.fillRect(row, theme.color(ThemeColor::Selection));
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1),
                         theme.color(ThemeColor::Border));
        if (i == 0)
            painter.drawPixmap(
                QRect(row.left() + 2, row.center().y() - 10, 20, 20),
                theme.pixmap(u"dot"_s, ThemeColor::Changed, {20, 20}, devicePixelRatioF()));
        painter.setPen(theme.color(ThemeColor::Text));
        const QRect text = row.adjusted(26, 0, -8, -1);
        drawTextLine(painter, text, Qt::AlignRight, sampleRows()[i].size);
        const int right = text.right() - sizeWidth - 24;
        const int left = right - taskWidth;
        drawTextLine(painter, QRect(left, text.top(), taskWidth + 1, text.height()), Qt::AlignLeft,
                     u"text-classification"_s);
        drawTextLine(painter,
                     QRect(text.left(), text.top(), left - text.left() - 12, text.height()),
                     Qt::AlignLeft, sampleRows()[i].name);
    }
    painter.setClipping(false);
    painter.setPen(theme.color(ThemeColor::Border));
    painter.drawPath(frame);
}

} // namespace modelscribe

#include "moc_listsample.cpp"
