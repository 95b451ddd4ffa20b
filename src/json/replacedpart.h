// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace modelscribe {

//! One replaced part of a text, told so that it can be taken back.
template<typename Text>
struct ReplacedPart
{
    qsizetype at = 0;
    Text removed;
    Text inserted;
};
using ReplacedText = ReplacedPart<QString>;
using ReplacedBytes = ReplacedPart<QByteArray>;

//! The one part that makes \p after of \p before, in whole characters.
ReplacedText replacedBetween(const QString &before, const QString &after);
ReplacedBytes replacedBetween(const QByteArray &before, const QByteArray &after);

} // namespace modelscribe
