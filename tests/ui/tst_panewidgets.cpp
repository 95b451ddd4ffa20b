// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panewidgets.h"

#include "testclass.h"

#include <QLabel>
#include <QScrollBar>
#include <QSet>
#include <QTest>
#include <QVBoxLayout>

namespace tst_panewidgets {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_PaneWidgets : public QObject
{
    Q_OBJECT

private slots:
    void contentKeepsItsWidth();
    void widthStaysWhileTheBarComesAndGoes();
    void nothingIsShownWhereNothingScrolls();
};

namespace {

//! Remembers how wide it was, if only for a moment.
class Content : public QWidget
{
public:
    QSet<int> widths;

protected:
    void resizeEvent(QResizeEvent *) override { widths.insert(width()); }
};

} // namespace

//! A width for a moment is enough: lines are wrapped for it, and the bar goes or comes again.
void tst_PaneWidgets::widthStaysWhileTheBarComesAndGoes()
{
    SteadyScrollArea area;
    area.setWidgetResizable(true);
    auto *content = new Content;
    area.setWidget(content);
    area.resize(220, 200);
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    content->widths.clear();
    for (const int height : {1000, 50, 1000, 50}) {
        content->setMinimumHeight(height);
        QTRY_COMPARE(area.verticalScrollBar()->maximum() > 0, height == 1000);
    }
    QCOMPARE(content->widths, QSet<int>{area.viewport()->width()});
}

//! Wrapped lines are more where there is less room, so the bar must not take any from them.
void tst_PaneWidgets::contentKeepsItsWidth()
{
    SteadyScrollArea area;
    area.setWidgetResizable(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    auto *label = new QLabel;
    label->setWordWrap(true);
    column->addWidget(label);
    column->addStretch(1);
    area.setWidget(content);
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    bool scrolled = false;
    bool fitted = false;
    for (int height = 100; height < 120; ++height) {
        area.resize(220, height);
        const int width = area.viewport()->width();
        for (int words = 40; words > 0; --words) { // it fits at last
            label->setText(u"some more "_s.repeated(words));
            QTest::qWait(0);
            QCOMPARE(area.viewport()->width(), width);
            QCOMPARE(content->width(), width);
            (area.verticalScrollBar()->maximum() > 0 ? scrolled : fitted) = true;
        }
    }
    QVERIFY(scrolled && fitted);
}

void tst_PaneWidgets::nothingIsShownWhereNothingScrolls()
{
    SteadyScrollArea area;
    area.setWidgetResizable(true);
    area.setFrameShape(QFrame::NoFrame);
    area.setWidget(new QWidget);
    area.resize(200, 200);
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    const auto isPlain = [&area] {
        const QImage picture = area.grab().toImage();
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixel(x, y) != picture.pixel(0, 0))
                    return false;
            }
        }
        return true;
    };
    QVERIFY(isPlain());
    area.widget()->setMinimumHeight(1000);
    QTRY_VERIFY(!isPlain());
}

MODELSCRIBE_GUI_TEST(tst_PaneWidgets)

} // namespace tst_panewidgets

#include "tst_panewidgets.moc"
