// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/chartview.h"

#include <QChartView>

class QAbstractBarSeries;
class QBarSet;

namespace modelscribe {

//! Bars drawn by Qt Charts.
class BarChart : public QChartView, public ChartView
{
    Q_OBJECT

public:
    explicit BarChart(QWidget *parent);

    QWidget *widget() override { return this; }
    void setBars(const ChartBars &bars, const ChartLook &look) override;
    void mark(int bar) override;
    void paint(QPainter &painter, const QRectF &area) override;

protected:
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitBars();
    void addAxes(const ChartBars &bars, const ChartLook &look);

    QAbstractBarSeries *m_series = nullptr;
    QBarSet *m_set = nullptr;
    bool m_isHorizontal = false;
};

} // namespace modelscribe
