// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"
#include "ui/figures/chartview.h"

#include <QObject>

namespace modelscribe {

//! What the module offers to the program.
class Charts : public QObject, public ChartMaker
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "io.github.modelscribe.ChartMaker/1")
    Q_INTERFACES(modelscribe::ChartMaker)

public:
    ChartView *make(QWidget *parent) override { return new BarChart(parent); }
};

} // namespace modelscribe

#include "charts.moc"
