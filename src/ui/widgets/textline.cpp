// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textline.h"

#include <QApplication>
#include <QCache>
#include <QFontMetrics>
#include <QPainter>
#include <QPointer>
#include <QTextLayout>
#include <QTextOption>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace modelscribe {

namespace {

constexpr int keptLines = 2000; // some windows full of cells
constexpr int wholeLine = -1;   // as the width: not cut

//! What makes the glyphs of a line. Colours do not.
struct LineKey
{
    QString text;
    QFont font;
    Qt::LayoutDirection direction;
    Qt::TextElideMode mode;
    int width;
    int dpi;

    friend bool operator==(const LineKey &a, const LineKey &b) = default;

    friend size_t qHash(const LineKey &key, size_t seed)
    {
        return qHashMulti(seed, key.text, key.font, int(key.direction), int(key.mode), key.width,
                          key.dpi);
    }
};

class ShapedLine
{
public:
    ShapedLine(const QString &text, const LineKey &key, QPaintDevice *device)
        : m_layout(withoutBreaks(text), key.font, device)
    {
        QTextOption option;
        option.setTextDirection(key.direction);
        option.setWrapMode(QTextOption::ManualWrap);
        m_layout.setTextOption(option);
        m_layout.setCacheEnabled(true);
        m_layout.beginLayout();
        m_line = m_layout.createLine();
        if (m_line.isValid()) {
            m_line.setLineWidth(0x1000000); // as QPainter does
            m_line.setPosition({});
        }
        m_layout.endLayout();
    }

    double advance() const { return m_line.isValid() ? m_line.horizontalAdvance() : 0; }

    void draw(QPainter &painter, const QRectF &rect, Qt::Alignment alignment) const
    {
        if (!m_line.isValid())
            return;
        double x = 0;
        if (alignment.testFlag(Qt::AlignRight))
            x = rect.width() - advance();
        else if (alignment.testFlag(Qt::AlignHCenter))
            x = (rect.width() - advance()) / 2;
        // QTextLine::height() is rounded up, which QPainter does not do.
        const double height = m_line.ascent() + m_line.descent();
        const QRectF bounds(rect.x() + x, rect.y() + (rect.height() - height) / 2, advance(),
                            height);
        const bool isOver = !rect.contains(bounds);
        if (isOver) {
            painter.save();
            painter.setClipRect(rect, Qt::IntersectClip);
        }
        m_line.draw(&painter, bounds.topLeft());
        if (isOver)
            painter.restore();
    }

private:
    static QString withoutBreaks(QString text)
    {
        for (QChar &character : text) {
            if (character == u'\n' || character == u'\r' || character == u'\t')
                character = u' ';
        }
        return text;
    }

    QTextLayout m_layout;
    QTextLine m_line;
};

//! Goes with the application: fonts are no more behind it.
class TextLines : public QObject
{
public:
    static TextLines &ofApplication()
    {
        static QPointer<TextLines> lines;
        if (!lines)
            lines = new TextLines(qApp);
        return *lines;
    }

    const ShapedLine &shaped(QPainter &painter, const QString &text, int width,
                             Qt::TextElideMode mode)
    {
        const ShapedLine &line = shaped(painter, text);
        if (mode == Qt::ElideNone || text.size() <= 1 || line.advance() <= width)
            return line;
        return kept(
            keyOf(painter, text, width, mode),
            [&] { return QFontMetrics(painter.font()).elidedText(text, mode, width); },
            painter.device());
    }

    const ShapedLine &shaped(QPainter &painter, const QString &text)
    {
        return kept(
            keyOf(painter, text, wholeLine, Qt::ElideNone), [&] { return text; }, painter.device());
    }

    const ShapedLine &shaped(QWidget &widget, const QFont &font, const QString &text)
    {
        const LineKey key{.text = text,
                          .font = font,
                          .direction = widget.layoutDirection(),
                          .mode = Qt::ElideNone,
                          .width = wholeLine,
                          .dpi = widget.logicalDpiY()};
        return kept(
            key, [&] { return text; }, &widget);
    }

private:
    explicit TextLines(QObject *parent)
        : QObject(parent)
        , m_lines(keptLines)
    {
    }

    static LineKey keyOf(const QPainter &painter, const QString &text, int width,
                         Qt::TextElideMode mode)
    {
        return {.text = text,
                .font = painter.font(),
                .direction = painter.layoutDirection(),
                .mode = mode,
                .width = width,
                .dpi = painter.device()->logicalDpiY()};
    }

    template<typename Text>
    const ShapedLine &kept(const LineKey &key, const Text &text, QPaintDevice *device)
    {
        if (const ShapedLine *known = m_lines.object(key))
            return *known;
        auto *line = new ShapedLine(text(), key, device);
        m_lines.insert(key, line);
        return *line;
    }

    QCache<LineKey, ShapedLine> m_lines;
};

} // namespace

int drawTextLine(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
                 const QString &text, Qt::TextElideMode mode)
{
    if (text.isEmpty())
        return 0;
    const int width = std::max(0, int(std::floor(rect.width())));
    const ShapedLine &line = TextLines::ofApplication().shaped(painter, text, width, mode);
    const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft
                            && !alignment.testFlag(Qt::AlignAbsolute);
    if (isMirrored && alignment & (Qt::AlignLeft | Qt::AlignRight))
        alignment ^= Qt::AlignLeft | Qt::AlignRight;
    line.draw(painter, rect, alignment);
    return qRound(line.advance());
}

int textLineWidth(QPainter &painter, const QString &text)
{
    if (text.isEmpty())
        return 0;
    return qRound(TextLines::ofApplication().shaped(painter, text).advance());
}

int textLineWidth(QWidget &widget, const QFont &font, const QString &text)
{
    if (text.isEmpty())
        return 0;
    return qRound(TextLines::ofApplication().shaped(widget, font, text).advance());
}

QString cutTextLine(QPainter &painter, const QString &text, int width)
{
    if (text.isEmpty() || TextLines::ofApplication().shaped(painter, text).advance() <= width)
        return text;
    return QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, width);
}

} // namespace modelscribe
