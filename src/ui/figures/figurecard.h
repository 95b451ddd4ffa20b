// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/figuregroups.h"

#include <QFrame>

class QLabel;

namespace modelscribe {

class ChartMaker;
class ChartView;

//! The chart of one group with its title.
class FigureCard : public QFrame
{
    Q_OBJECT

public:
    explicit FigureCard(ChartMaker &maker, QWidget *parent = nullptr);

    void setGroup(const FigureGroup &group);
    const FigureGroup &group() const { return m_group; }
    void mark(int bar); //!< See ChartView.
    //! For an exported picture.
    void paint(QPainter &painter, const QRectF &area);

signals:
    void chosen(int bar);

private:
    void draw();
    void tell(int bar);

    QLabel *m_title;
    ChartView *m_chart;
    FigureGroup m_group;
};

} // namespace modelscribe
