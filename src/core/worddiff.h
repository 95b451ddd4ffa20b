// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace modelscribe {

//! A part of a line, in UTF-16 units.
struct WordRange
{
    int begin = 0;
    int length = 0;

    friend bool operator==(const WordRange &, const WordRange &) = default;
};

struct WordDifference
{
    QList<WordRange> before;
    QList<WordRange> after;
};

//! Which words differ between two states of a line. Nothing when most of it does: then the marks
//! would say no more than the lines.
WordDifference wordDifference(const QString &before, const QString &after);

} // namespace modelscribe
