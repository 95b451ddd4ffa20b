// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/linediff.h"
#include "json/jsontree.h"

#include <memory>

namespace modelscribe {

//! Two texts and the lines in which they differ. A value that never changes; share it between
//! threads.
struct TextDifference
{
    //! With more lines than this a text is not compared.
    static constexpr qsizetype maxLines = 500'000;

    QByteArray before;
    QByteArray after;
    QList<QByteArrayView> beforeLines;
    QList<QByteArrayView> afterLines;
    QList<LineHunk> hunks;
    bool isTooLong = false; //!< Nothing was compared.

    static std::shared_ptr<const TextDifference> make(QByteArray before, QByteArray after);

    //! Lines that one text has and the other has not.
    qsizetype removedLines() const;
    qsizetype addedLines() const;
};

//! The bytes of \p line that \p other has not: what is left between their common beginning and
//! their common end. Whole characters; may be empty.
JsonRange changedPart(QByteArrayView line, QByteArrayView other);

//! A line as it can be shown, at most about \p limit characters of it, with the changed part of it
//! in sight.
struct ShownLine
{
    QString text;            //!< visibleText(); "…" stands for what was cut.
    qsizetype markBegin = 0; //!< The changed part, in text.
    qsizetype markLength = 0;

    friend bool operator==(const ShownLine &, const ShownLine &) = default;
};
ShownLine shownLine(QByteArrayView line, JsonRange changed, qsizetype limit);

} // namespace modelscribe
