// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/widgets/textline.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>
#include <QWidget>

namespace tst_textline {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! How a painter is set up before the line is drawn.
struct Scene
{
    QString text;
    QFont font;
    QRectF rect;
    Qt::Alignment alignment;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    Qt::TextElideMode mode = Qt::ElideRight;
    double ratio = 1;
};

template<typename Draw>
QImage drawn(const Scene &scene, const Draw &draw)
{
    QImage image((QSizeF(260, 34) * scene.ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scene.ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(scene.font);
    painter.setLayoutDirection(scene.direction);
    painter.setPen(QColor(40, 80, 160));
    draw(painter);
    return image;
}

//! What Qt draws, and how wide it says that is.
QImage expected(const Scene &scene, int &width)
{
    const QFontMetrics metrics(scene.font);
    const QString shown = metrics.elidedText(scene.text, scene.mode, int(scene.rect.width()));
    width = metrics.horizontalAdvance(shown);
    return drawn(scene, [&](QPainter &painter) {
        painter.drawText(scene.rect, int(scene.alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                         shown);
    });
}

class tst_TextLine : public QObject
{
    Q_OBJECT

private slots:
    void drawsWhatThePainterDraws_data();
    void drawsWhatThePainterDraws();
    void standsInAPill();
    void knowsTheWidth_data() { drawsWhatThePainterDraws_data(); }
    void knowsTheWidth();
    void takesTheColourOfTheMoment();
    void tellsFontsApart();

private:
    void compareAlignments(Scene scene);
};

void tst_TextLine::drawsWhatThePainterDraws_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("a letter") << u"W"_s;
    QTest::newRow("a name") << u"qwen3-32b-instruct"_s;
    QTest::newRow("long") << u"a name that is longer than any cell of the table is wide"_s;
    QTest::newRow("Chinese") << u"电商客服意图识别模型 v2（长名称，装不下）"_s;
    QTest::newRow("Arabic") << u"نموذج اللغة العربية للاختبار الطويل"_s;
    QTest::newRow("both directions") << u"model نموذج 42 (اختبار) end"_s;
    QTest::newRow("combining") << u"e\u0301a\u0300o\u0302 Z\u0351\u036B\u0343algo na\u0308ive"_s;
    QTest::newRow("beyond the first plane") << u"𝒳 🚀 rocket 👩‍🔬 scientist"_s;
    QTest::newRow("ligatures") << u"official affiliate waffle AVAVAV"_s;
    QTest::newRow("spaces around") << u"  text with spaces   "_s;
    QTest::newRow("a break") << u"first\nsecond\tthird\rfourth"_s;
    QTest::newRow("an ampersand") << u"R&D && more"_s;
    QTest::newRow("only ellipsis") << u"—"_s;
}

void tst_TextLine::drawsWhatThePainterDraws()
{
    QFETCH(const QString, text);
    QFont bold = QApplication::font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 0.9);
    QFont struck = QApplication::font();
    struck.setStrikeOut(true);
    for (const QFont &font : {QApplication::font(), bold, struck})
        for (const double width : {0., 7., 31., 64., 120., 240.})
            for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft})
                for (const auto mode : {Qt::ElideRight, Qt::ElideMiddle, Qt::ElideNone})
                    for (const double ratio : {1., 1.5, 2.})
                        compareAlignments({.text = text,
                                           .font = font,
                                           .rect = QRectF(9, 2, width, 27),
                                           .alignment = {},
                                           .direction = direction,
                                           .mode = mode,
                                           .ratio = ratio});
}

void tst_TextLine::compareAlignments(Scene scene)
{
    for (const Qt::Alignment alignment : {Qt::AlignLeft, Qt::AlignRight, Qt::AlignHCenter}) {
        scene.alignment = alignment;
        int unused = 0;
        const QImage wanted = expected(scene, unused);
        for (const bool isKept : {false, true}) {
            const QImage is = drawn(scene, [&scene](QPainter &painter) {
                drawTextLine(painter, scene.rect, scene.alignment, scene.text, scene.mode);
            });
            if (is == wanted)
                continue;
            qWarning() << scene.font << scene.rect << scene.alignment << scene.direction
                       << scene.mode << scene.ratio << isKept;
            QFAIL("not what QPainter draws");
        }
    }
}

void tst_TextLine::standsInAPill()
{
    for (const double ratio : {1., 1.25, 2.}) {
        compareAlignments({.text = u"team=nlp +2"_s,
                           .font = QApplication::font(),
                           .rect = QRectF(9, 4.5, 120, 20),
                           .alignment = {},
                           .ratio = ratio});
        if (QTest::currentTestFailed())
            return;
    }
}

void tst_TextLine::knowsTheWidth()
{
    QFETCH(QString, text);
    text.replace(QRegularExpression(u"[\n\r\t]"_s), u" "_s); // they are drawn as spaces
    const QFontMetrics metrics(QApplication::font());
    QImage image(300, 40, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    QCOMPARE(textLineWidth(painter, text), metrics.horizontalAdvance(text));
    QWidget widget;
    QCOMPARE(textLineWidth(widget, QApplication::font(), text), metrics.horizontalAdvance(text));
    for (const int width : {0, 20, 50, 90, 1000}) {
        const QString cut = metrics.elidedText(text, Qt::ElideRight, width);
        QCOMPARE(cutTextLine(painter, text, width), cut);
        QCOMPARE(drawTextLine(painter, QRectF(0, 0, width, 30), Qt::AlignLeft, text),
                 metrics.horizontalAdvance(cut));
    }
}

void tst_TextLine::takesTheColourOfTheMoment()
{
    const Scene scene{
        .text = u"colour"_s, .font = QApplication::font(), .rect = {}, .alignment = {}};
    const auto in = [&](Qt::GlobalColor color) {
        return drawn(scene, [&](QPainter &painter) {
            painter.setPen(color);
            drawTextLine(painter, QRectF(0, 0, 200, 30), Qt::AlignLeft, scene.text);
        });
    };
    const QImage black = in(Qt::black);
    QVERIFY(black != in(Qt::red));
    QCOMPARE(in(Qt::black), black);
}

void tst_TextLine::tellsFontsApart()
{
    Scene scene{.text = u"font"_s, .font = QApplication::font(), .rect = {}, .alignment = {}};
    const auto draw = [&](QPainter &painter) {
        drawTextLine(painter, QRectF(0, 0, 200, 30), Qt::AlignLeft, scene.text);
    };
    const QImage usual = drawn(scene, draw);
    scene.font.setPointSizeF(scene.font.pointSizeF() * 1.5);
    QVERIFY(usual != drawn(scene, draw));
    scene.font = QApplication::font();
    scene.font.setStrikeOut(true);
    QVERIFY(usual != drawn(scene, draw));
}

MODELSCRIBE_GUI_TEST(tst_TextLine)

} // namespace tst_textline

#include "tst_textline.moc"
