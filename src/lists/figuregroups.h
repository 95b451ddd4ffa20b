// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfigures.h"

namespace modelscribe {

//! A bar of a chart, and a row of the table beside it.
struct FigureBar
{
    QString label; //!< As it is shown, in the language of now.
    QString tick;  //!< On the axis of the chart; empty where there is room for some only.
    int models = 0;
    QString field; //!< How a query asks for these models; empty: it cannot.
    QString value;
    bool isRange = false; //!< For queryWithRange().

    friend bool operator==(const FigureBar &, const FigureBar &) = default;
};

//! What is counted by one thing.
struct FigureGroup
{
    enum class Kind { Domain, Task, Type, Size, Created, Missing };

    Kind kind;
    QString title;
    QList<FigureBar> bars;
    bool isOrdered = false; //!< By size or time, not by frequency.

    friend bool operator==(const FigureGroup &, const FigureGroup &) = default;
};

//! The figures for people. Of values the \p most frequent, then one bar for all others.
QList<FigureGroup> figureGroups(const ModelFigures &figures, qsizetype most);

//! \p query with what \p bar asks for in it.
QString queryWithBar(const QString &query, const FigureBar &bar);

} // namespace modelscribe
