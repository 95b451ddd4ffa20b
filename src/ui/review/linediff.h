// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace modelscribe {

//! A run of lines that differ; ranges are [begin, begin + count) of the two texts.
struct LineHunk
{
    qsizetype beforeBegin = 0;
    qsizetype beforeCount = 0;
    qsizetype afterBegin = 0;
    qsizetype afterCount = 0;

    friend bool operator==(const LineHunk &, const LineHunk &) = default;
};

//! Where \p before and \p after differ, in order. Very different long texts come as one hunk.
QList<LineHunk> diffLines(const QStringList &before, const QStringList &after);

//! The lines of \p text without their ends (LF, CR LF, CR).
QStringList linesOf(const QString &text);

} // namespace modelscribe
