// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/presentation.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QVariant>
#include <QWidget>

#include <utility>

namespace modelscribe {

namespace {

constexpr auto presentationProperty = "modelscribe_presentation";
constexpr auto partProperty = "modelscribe_part";
constexpr auto sizeProperty = "modelscribe_size"; // of the font at 100 %
constexpr int normalRow = 30;
constexpr int compactRow = 24;

} // namespace

Presentation &Presentation::instance()
{
    QObject *known = qApp->property(presentationProperty).value<QObject *>();
    if (!known) {
        known = new Presentation(qApp);
        qApp->setProperty(presentationProperty, QVariant::fromValue(known));
    }
    return *static_cast<Presentation *>(known);
}

Presentation::Presentation(QObject *parent)
    : QObject(parent)
{
}

void Presentation::setPercent(Part part, int percent)
{
    if (std::exchange(m_percent[size_t(part)], percent) == percent)
        return;
    if (!std::exchange(m_isWatching, true))
        qApp->installEventFilter(this);
    emit changed();
}

QFont Presentation::sized(const QFont &font, Part part) const
{
    QFont result = font;
    if (font.pointSizeF() > 0)
        result.setPointSizeF(font.pointSizeF() * percent(part) / 100);
    else
        result.setPixelSize(font.pixelSize() * percent(part) / 100);
    return result;
}

void Presentation::dress(QWidget &widget, Part part)
{
    widget.setProperty(partProperty, int(part));
    if (!m_isWatching)
        return; // all is as it was
    resize(widget);
    for (QWidget *inside : widget.findChildren<QWidget *>())
        resize(*inside);
}

void Presentation::resize(QWidget &widget) const
{
    const QWidget *at = &widget;
    while (at && !at->isWindow() && !at->property(partProperty).isValid())
        at = at->parentWidget();
    const QVariant part = at ? at->property(partProperty) : QVariant();
    if (!part.isValid())
        return;
    const int percent = m_percent[size_t(part.toInt())];
    QVariant usual = widget.property(sizeProperty);
    if (!usual.isValid()) {
        if (percent == 100)
            return;
        usual = widget.testAttribute(Qt::WA_SetFont) ? widget.font().pointSizeF()
                                                     : QApplication::font(&widget).pointSizeF();
        widget.setProperty(sizeProperty, usual);
    }
    QFont font = widget.font();
    font.setPointSizeF(usual.toDouble() * percent / 100);
    widget.setFont(font);
}

bool Presentation::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish && watched->isWidgetType())
        resize(*static_cast<QWidget *>(watched));
    return QObject::eventFilter(watched, event);
}

void Presentation::setCompact(bool isCompact)
{
    if (std::exchange(m_isCompact, isCompact) != isCompact)
        emit changed();
}

int Presentation::rowHeight(const QFont &font) const
{
    const int more = QFontMetrics(font).height() - QFontMetrics(QApplication::font()).height();
    return (m_isCompact ? compactRow : normalRow) + more;
}

} // namespace modelscribe

#include "moc_presentation.cpp"
