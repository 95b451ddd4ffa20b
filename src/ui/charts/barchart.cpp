// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"

#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QGraphicsLayout>
#include <QHorizontalBarSeries>
#include <QLocale>
#include <QValueAxis>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestTick = 22;
constexpr int fewestSteps = 3;
constexpr double widestBar = 18; // pixels
constexpr double widestColumn = 56;

//! Labels of axes are HTML to Qt Charts, so text of others must be HTML that says so.
QString axisLabel(const QString &tick)
{
    const QString cut = tick.size() > longestTick ? tick.left(longestTick - 1) + u'…' : tick;
    return cut.toHtmlEscaped();
}

//! 1, 2 or 5 times a power of ten, so that at most a handful of steps reach \p most.
int stepFor(int most)
{
    for (qint64 power = 1;; power *= 10) {
        for (const int times : {1, 2, 5}) {
            if (power * times * (fewestSteps + 1) >= most)
                return int(power * times);
        }
    }
}

} // namespace

BarChart::BarChart(QWidget *parent)
    : QChartView(parent)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the table beside it says the same to the keyboard
    viewport()->setMouseTracking(true);
    chart()->legend()->hide();
    chart()->setMargins({0, 0, 8, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setLocalizeNumbers(true);
}

void BarChart::setBars(const ChartBars &bars, const ChartLook &look)
{
    QChart *chart = this->chart();
    chart->removeAllSeries();
    const QList<QAbstractAxis *> before = chart->axes();
    for (QAbstractAxis *axis : before) {
        chart->removeAxis(axis); // is ours then
        delete axis;
    }
    chart->setBackgroundBrush(look.background);
    chart->setPlotAreaBackgroundVisible(false);
    setBackgroundBrush(look.background);
    m_set = new QBarSet(QString());
    m_set->setColor(look.bar);
    m_set->setBorderColor(Qt::transparent);
    m_set->setSelectedColor(look.marked);
    for (int i = int(bars.counts.size()) - 1; bars.isHorizontal && i >= 0; --i)
        m_set->append(bars.counts[i]); // from below upwards
    for (const int count : bars.isHorizontal ? QList<int>() : bars.counts)
        m_set->append(count);
    m_isHorizontal = bars.isHorizontal;
    if (bars.isHorizontal)
        m_series = new QHorizontalBarSeries;
    else
        m_series = new QBarSeries;
    m_series->append(m_set);
    chart->addSeries(m_series);
    const auto place = [count = int(bars.counts.size()), isHorizontal = bars.isHorizontal](int i) {
        return isHorizontal ? count - 1 - i : i;
    };
    connect(m_set, &QBarSet::clicked, this, [this, place](int i) {
        if (chosen)
            chosen(place(i));
    });
    connect(m_set, &QBarSet::hovered, this, [this, place](bool isOver, int i) {
        setCursor(isOver ? Qt::PointingHandCursor : Qt::ArrowCursor);
        if (pointed)
            pointed(isOver ? place(i) : -1);
    });
    addAxes(bars, look);
    for (QAbstractAxis *axis : chart->axes())
        m_series->attachAxis(axis);
    fitBars();
}

//! Few bars are not as wide as the room there is.
void BarChart::fitBars()
{
    if (!m_set || m_set->count() == 0)
        return;
    const double room = m_isHorizontal ? height() : width();
    m_series->setBarWidth(
        std::min(0.7, (m_isHorizontal ? widestBar : widestColumn) * m_set->count() / room));
}

void BarChart::addAxes(const ChartBars &bars, const ChartLook &look)
{
    const auto count = int(bars.counts.size());
    auto *names = new QCategoryAxis;
    names->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    names->setRange(-0.5, count - 0.5);
    names->setLabelsColor(look.text);
    names->setGridLineVisible(false);
    for (int i = 0; i < count; ++i) {
        const int bar = bars.isHorizontal ? count - 1 - i : i;
        QString label = axisLabel(bars.ticks.value(bar));
        if (label.isEmpty())
            continue;
        while (names->categoriesLabels().contains(label)) // each is taken once only
            label += QChar(0x200B);
        names->append(label, i);
    }
    auto *numbers = new QValueAxis;
    const int most = count ? *std::ranges::max_element(bars.counts) : 0;
    const int step = stepFor(std::max(1, most));
    const int steps = std::max(1, (most + step - 1) / step);
    numbers->setRange(0, step * steps);
    numbers->setTickCount(steps + 1);
    numbers->setLabelFormat(u"%.0f"_s);
    numbers->setLabelsColor(look.muted);
    numbers->setGridLineColor(look.grid);
    numbers->setLineVisible(false);
    for (QAbstractAxis *axis :
         {static_cast<QAbstractAxis *>(names), static_cast<QAbstractAxis *>(numbers)}) {
        axis->setLabelsFont(look.font);
        axis->setLinePenColor(look.grid);
    }
    chart()->addAxis(names, bars.isHorizontal ? Qt::AlignLeft : Qt::AlignBottom);
    chart()->addAxis(numbers, bars.isHorizontal ? Qt::AlignBottom : Qt::AlignLeft);
}

void BarChart::mark(int bar)
{
    if (!m_set)
        return;
    m_set->deselectAllBars();
    if (bar >= 0 && bar < m_set->count())
        m_set->selectBar(m_isHorizontal ? m_set->count() - 1 - bar : bar);
}

void BarChart::paint(QPainter &painter, const QRectF &area)
{
    render(&painter, area, viewport()->rect(), Qt::IgnoreAspectRatio);
}

void BarChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    fitBars();
}

//! The page scrolls.
void BarChart::wheelEvent(QWheelEvent *event) { event->ignore(); }

} // namespace modelscribe

#include "moc_barchart.cpp"
