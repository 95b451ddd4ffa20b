// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worddiff.h"
#include "model/modeldiff.h"

#include <QList>
#include <QString>

namespace modelscribe {

//! One line of one side of a change, ready to be shown.
struct ChangeLine
{
    enum class Kind { Removed, Added, Context, Note };

    Kind kind;
    QString text;                //!< visibleText().
    QList<WordRange> words = {}; //!< What differs from the line on the other side.

    friend bool operator==(const ChangeLine &a, const ChangeLine &b)
    {
        return a.kind == b.kind && a.text == b.text; // the words follow from both sides
    }
};

//! One change as people compare it: what was, what will be.
struct ChangeRow
{
    QString title;
    QString note; //!< "changed", "2 of 41 lines".
    QList<ChangeLine> before;
    QList<ChangeLine> after;
    bool fixedFont = false;

    friend bool operator==(const ChangeRow &, const ChangeRow &) = default;
};

//! Everything that differs between two states of a model, in the order of the table, labels last.
QList<ChangeRow> changeRows(const ModelMetadata &before, const ModelMetadata &after);

} // namespace modelscribe
