// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scenepictures.h"

#include "app/language.h"
#include "app/tourhands.h"
#include "ui/widgets/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QGlyphRun>
#include <QHash>
#include <QImageWriter>
#include <QPainter>
#include <QPixmap>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int lookEach = 150; // ms
constexpr int mostLooks = 60; // of one that never comes to rest

struct Look
{
    Theme::Mode mode;
    QLatin1StringView language;
    QLatin1StringView suffix;
};

constexpr std::array allLooks = {
    Look{Theme::Mode::Light, QLatin1StringView("en"), QLatin1StringView("-light-en")},
    Look{Theme::Mode::Dark, QLatin1StringView("en"), QLatin1StringView("-dark-en")},
    Look{Theme::Mode::Light, QLatin1StringView("zh_CN"), QLatin1StringView("-light-zh")},
    Look{Theme::Mode::Dark, QLatin1StringView("zh_CN"), QLatin1StringView("-dark-zh")},
};

//! Which fonts draw Latin and Chinese letters here.
QStringList fontsOf(const QFont &font)
{
    QTextLayout layout(u"Model 模型"_s, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    QStringList names;
    for (const QGlyphRun &run : layout.glyphRuns()) {
        const QRawFont used = run.rawFont();
        names.append(u"%1 %2"_s.arg(used.familyName()).arg(used.pixelSize()));
    }
    names.sort(); // the runs come in any order
    return names;
}

//! The same where letters look the same.
QByteArray lettersOf(const QList<QFont> &fonts)
{
    QImage letters(400, 40, QImage::Format_Grayscale8);
    letters.fill(Qt::white);
    QPainter painter(&letters);
    int y = 0;
    for (const QFont &font : fonts) {
        painter.setFont(font);
        painter.drawText(QRect(0, y, 400, 20), Qt::AlignVCenter, u"Review & Save… 审阅 0123"_s);
        y += 20;
    }
    painter.end();
    return QCryptographicHash::hash(
               {reinterpret_cast<const char *>(letters.constBits()), letters.sizeInBytes()},
               QCryptographicHash::Sha256)
        .toHex()
        .first(16);
}

int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b))});
}

//! The colours that are seen most, and of the others those that none of them resembles.
QList<QRgb> paletteOf(const QImage &picture)
{
    constexpr qsizetype mostColours = 256;
    constexpr qsizetype keptAnyhow = 48; // grounds differ little
    constexpr int resembling = 14;
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++counts[line[x]];
    }
    QList<QRgb> colours = counts.keys();
    std::ranges::sort(colours, [&counts](QRgb a, QRgb b) {
        return std::pair(counts.value(b), b) < std::pair(counts.value(a), a);
    });
    QList<QRgb> palette;
    for (const QRgb colour : colours) {
        const bool isNew = palette.size() < keptAnyhow
                           || std::ranges::none_of(palette, [colour](QRgb other) {
                                  return distance(colour, other) < resembling;
                              });
        if (isNew && palette.size() < mostColours)
            palette.append(colour);
    }
    return palette;
}

//! Nothing transparent and few colours: a third of the bytes, and nobody sees a difference.
QImage withFewColours(const QImage &picture)
{
    const QImage seen = picture.convertToFormat(QImage::Format_RGB32);
    return seen.convertToFormat(QImage::Format_Indexed8, paletteOf(seen), Qt::ThresholdDither);
}

} // namespace

ScenePictures::ScenePictures(MainWindow &window, Language &language, QString folder,
                             QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_language(language)
    , m_folder(std::move(folder))
{
    connect(&m_timer, &QTimer::timeout, this, &ScenePictures::look);
}

void ScenePictures::take(const QString &scene)
{
    m_scene = scene;
    wear(0);
}

void ScenePictures::wear(size_t look)
{
    m_look = look;
    m_looks = 0;
    m_seen = {};
    const Look &next = allLooks[look % allLooks.size()];
    Theme::of(&m_window).setMode(next.mode);
    m_language.use(next.language);
    m_timer.start(lookEach);
}

void ScenePictures::look()
{
    const QImage now = hands::look(&m_window).toImage();
    if (now != m_seen && ++m_looks < mostLooks) {
        m_seen = now;
        return;
    }
    m_timer.stop();
    if (m_look == allLooks.size())
        emit taken(true);
    else if (now == m_seen && save(now))
        wear(m_look + 1);
    else
        emit taken(false);
}

bool ScenePictures::save(const QImage &picture) const
{
    const QList<QFont> used{QApplication::font(), Theme::of(&m_window).fixedFont()};
    QStringList names = fontsOf(used.first()) + fontsOf(used.last());
    names.removeDuplicates();
    QImageWriter writer(m_folder + u'/' + m_scene + allLooks[m_look].suffix + u".png"_s, "png");
    writer.setCompression(100);
    writer.setText(u"Fonts"_s, names.join(u", "_s));
    writer.setText(u"Letters"_s, QString::fromLatin1(lettersOf(used)));
    writer.setText(u"Qt"_s, QString::fromLatin1(qVersion()));
    return writer.write(withFewColours(picture));
}

} // namespace modelscribe

#include "moc_scenepictures.cpp"
