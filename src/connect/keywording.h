// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keyoffer.h"

#include <QString>

//! Translated words about where keys come from.
namespace modelscribe::keywording {

//! "Aliyun CLI, profile train".
QString source(const KeysFrom &from);
//! What is to be had there, in a few words: "RAM role model-editor", "58 min left"; of one that
//! gives no key, why not.
QString offer(const KeyOffer &offer, const QDateTime &now);
//! Why there is no key, as a sentence without a full stop.
QString trouble(const KeyTrouble &trouble);

} // namespace modelscribe::keywording
