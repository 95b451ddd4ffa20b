// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace modelscribe {

//! Replaces the bytes [begin, end) of a text.
struct TextChange
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray text;

    friend bool operator==(const TextChange &, const TextChange &) = default;
};

//! Changes of one text, sorted and without overlaps; all positions are those before the first one.
using TextChanges = QList<TextChange>;

//! The one change that makes \p after of \p before: what is left between their common beginning and
//! end, in whole characters.
TextChange changeBetween(const QByteArray &before, const QByteArray &after);

//! \p text with \p changes made.
QByteArray changedText(const QByteArray &text, const TextChanges &changes);

} // namespace modelscribe
