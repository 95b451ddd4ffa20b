// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QStringList>
#include <QtPlugin>

#include <functional>
#include <memory>

class QPainter;
class QRectF;
class QWidget;

namespace modelscribe {

//! The bars of a chart, with what stands below or beside each; all as plain text.
struct ChartBars
{
    QStringList ticks; //!< As many as counts; empty ones are not shown.
    QList<int> counts;
    bool isHorizontal = false; //!< From above downwards, for long ticks.
};

struct ChartLook
{
    QColor bar;
    QColor marked;
    QColor text;
    QColor muted;
    QColor grid;
    QColor background;
    QFont font;
};

//! A chart on screen. An interface without Qt's object system: what draws charts is loaded when it
//! is first wanted, and shares nothing else with the program (see ChartModule).
class ChartView
{
public:
    virtual ~ChartView() = default;

    //! Belongs to the parent that it was made for, and this to it.
    virtual QWidget *widget() = 0;
    virtual void setBars(const ChartBars &bars, const ChartLook &look) = 0;
    //! Shows this bar in the other colour; -1: none.
    virtual void mark(int bar) = 0;
    virtual void paint(QPainter &painter, const QRectF &area) = 0;

    std::function<void(int bar)> chosen;  //!< By a click.
    std::function<void(int bar)> pointed; //!< The mouse is over it; -1: over none.
};

class ChartMaker
{
public:
    virtual ~ChartMaker() = default;
    virtual ChartView *make(QWidget *parent) = 0;
};

} // namespace modelscribe

Q_DECLARE_INTERFACE(modelscribe::ChartMaker, "io.github.modelscribe.ChartMaker/1")
