// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figuresexport.h"

#include "core/backgroundwork.h"
#include "core/csvtext.h"
#include "core/visibletext.h"
#include "lists/exportfile.h"
#include "model/figurerows.h"
#include "model/wording.h"
#include "ui/widgets/messagestrip.h"

#include <QBuffer>
#include <QFileDialog>
#include <QFileInfo>
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

FiguresExport::FiguresExport(MessageStrip &strip, QWidget *window)
    : QObject(window)
    , m_strip(strip)
    , m_window(window)
{
}

void FiguresExport::exportPicture(Format format, const QSize &size, const Paint &paint)
{
    if (format == Format::Svg) {
        const QByteArray svg = svgOf(size, paint);
        ask(format, [this, svg](const QString &file) { write(file, svg); });
        return;
    }
    QImage image(size * pixelsAPoint, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelsAPoint);
    QPainter painter(&image);
    paint(painter);
    painter.end();
    ask(format, [this, image](const QString &file) {
        runAside(
            this, false, [image] { return pngOf(image); },
            [this, file](const QByteArray &png) { write(file, png); });
    });
}

void FiguresExport::exportTable(const ModelFigures &figures)
{
    // With a mark, or spreadsheets read Chinese as something else.
    const QByteArray csv = "\xEF\xBB\xBF" + csvOfRows(figureRows(figures)).toUtf8();
    ask(Format::Csv, [this, csv](const QString &file) { write(file, csv); });
}

void FiguresExport::ask(Format format, const std::function<void(const QString &file)> &chosen)
{
    const std::array suffixes{u"png"_s, u"svg"_s, u"csv"_s};
    const QString suffix = suffixes.at(size_t(format));
    auto *dialog = new QFileDialog(m_window, tr("Export figures"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(u"figures."_s + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void FiguresExport::write(const QString &file, const QByteArray &contents)
{
    const QString name = visibleText(QFileInfo(file).fileName(), 60);
    writeFile(file, contents, this, [this, name](const Result<std::monostate> &written) {
        if (written) {
            m_strip.show(MessageStrip::Kind::Success,
                         [name] { return tr("Exported to %1.").arg(name); });
            return;
        }
        m_strip.show(MessageStrip::Kind::Error, [name, error = written.error()] {
            return tr("%1 was not written: %2. %3")
                .arg(name, wording::whatHappened(error), visibleText(error.detail));
        });
    });
}

} // namespace modelscribe

#include "moc_figuresexport.cpp"
