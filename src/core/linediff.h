// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
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

//! Where \p before and \p after differ, in order. Long texts are lined up by the lines that each
//! has once; what stays very different comes as one hunk.
QList<LineHunk> diffLines(const QStringList &before, const QStringList &after);
QList<LineHunk> diffLines(const QList<QByteArrayView> &before, const QList<QByteArrayView> &after);

//! The lines of \p text without their ends (LF, CR LF, CR).
QStringList linesOf(const QString &text);
//! The same of bytes, as views of \p text.
QList<QByteArrayView> byteLinesOf(QByteArrayView text);

} // namespace modelscribe
