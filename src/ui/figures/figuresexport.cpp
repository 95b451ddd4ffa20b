// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figuresexport.h"

#include "core/csvtext.h"
#include "model/figurerows.h"
#include "ui/widgets/filesaving.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int pixelsAPoint = 2; // of a PNG: it is looked at on fine screens and in print

QByteArray svgOf(const QSize &size, const FiguresExport::Paint &paint)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    return buffer.data();
}

QByteArray pngOf(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data();
}

} // namespace

FiguresExport::FiguresExport(MessageStrip &strip, QObject *parent)
    : QObject(parent)
    , m_strip(strip)
{
}

void FiguresExport::exportPicture(Format format, const QSize &size, const Paint &paint)
{
    if (format == Format::Svg) {
        ask(format, [svg = svgOf(size, paint)] { return svg; });
        return;
    }
    QImage image(size * pixelsAPoint, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelsAPoint);
    QPainter painter(&image);
    paint(painter);
    painter.end();
    ask(format, [image] { return pngOf(image); });
}

void FiguresExport::exportTable(const ModelFigures &figures)
{
    // With a mark, or spreadsheets read Chinese as something else.
    const QByteArray csv = "\xEF\xBB\xBF" + csvOfRows(figureRows(figures)).toUtf8();
    ask(Format::Csv, [csv] { return csv; });
}

void FiguresExport::ask(Format format, const std::function<QByteArray()> &contents)
{
    const std::array suffixes{u"png"_s, u"svg"_s, u"csv"_s};
    const QString suffix = suffixes.at(size_t(format));
    offerToSave({.title = tr("Export figures"),
                 .filters = {tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix)},
                 .suffix = suffix,
                 .name = u"figures."_s + suffix},
                contents, m_strip);
}

} // namespace modelscribe

#include "moc_figuresexport.cpp"
