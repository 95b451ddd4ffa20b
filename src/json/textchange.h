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

//! \p text with \p changes made.
QByteArray changedText(const QByteArray &text, const TextChanges &changes);

} // namespace modelscribe
