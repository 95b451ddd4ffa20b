// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace modelscribe {

//! A part of a text.
struct NamePart
{
    qsizetype begin = 0;
    qsizetype length = 0;

    friend bool operator==(const NamePart &, const NamePart &) = default;
};

//! How well \p typed fits \p name: 0 not at all, else more is better. Best is the whole name, then
//! its beginning, the beginning of a word, any part, all words in their order, and last letters
//! that were left out but not swapped; of names that fit alike the shorter one. Both folded
//! (core/foldedtext.h); nothing typed fits everything.
int nameFit(QStringView typed, QStringView name);
//! Which of these kinds of fit it is, the better the more; 0: none.
constexpr int fitKind(int fit) { return (fit + 999) / 1000; }

//! Which parts of \p name, as it is shown, are what \p typed (folded) found.
QList<NamePart> fittingParts(QStringView typed, const QString &name);

} // namespace modelscribe
