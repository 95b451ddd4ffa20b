// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfigures.h"

#include <QObject>

#include <functional>

class QPainter;
class QSize;
class QWidget;

namespace modelscribe {

class MessageStrip;

//! Writes the figures into a file that the person names.
class FiguresExport : public QObject
{
    Q_OBJECT

public:
    enum class Format { Png, Svg, Csv };

    //! What came of it is said in \p strip.
    FiguresExport(MessageStrip &strip, QWidget *window);

    using Paint = std::function<void(QPainter &painter)>;
    //! \p paint draws a picture of \p size, at once.
    void exportPicture(Format format, const QSize &size, const Paint &paint);
    void exportTable(const ModelFigures &figures);

private:
    void ask(Format format, const std::function<void(const QString &file)> &chosen);
    void write(const QString &file, const QByteArray &contents);

    MessageStrip &m_strip;
    QWidget *m_window;
};

} // namespace modelscribe
