// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfigures.h"

#include <QObject>

#include <functional>

class QPainter;
class QSize;

namespace modelscribe {

class MessageStrip;

//! Writes the figures into a file that the person names.
class FiguresExport : public QObject
{
    Q_OBJECT

public:
    enum class Format { Png, Svg, Csv };

    //! What came of it is said in \p strip.
    FiguresExport(MessageStrip &strip, QObject *parent);

    using Paint = std::function<void(QPainter &painter)>;
    //! \p paint draws a picture of \p size, at once.
    void exportPicture(Format format, const QSize &size, const Paint &paint);
    void exportTable(const ModelFigures &figures);

private:
    void ask(Format format, const std::function<QByteArray()> &contents);

    MessageStrip &m_strip;
};

} // namespace modelscribe
