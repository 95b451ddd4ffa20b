// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/jsontree.h"
#include "json/textchange.h"

//! Edits of a JSON text through its tree. Each returns the smallest changes of the text that do it:
//! indentation, key order, number spelling, escapes and everything else stay byte for byte. New
//! lines follow the layout of their neighbours (white space, line ends). Error::Kind::Invalid, with
//! one of the codes below in Error::code, when it cannot be done; nothing is half done.
//!
//! Codes: "NotJson" (a given value is not one JSON value), "NoSuchPlace" (a position, parent or
//! node that is not there or cannot take it), "IntoItself" (a move below itself), "NoKey" (renaming
//! an element or the outermost value), "KeyInUse" (another member of the object has this key),
//! "CannotConvert" (no value of that type stands for this one), "TooDeep".
namespace modelscribe::jsonedit {

//! \p raw: one JSON value, put in as it stands.
Result<TextChanges> setValue(const JsonTree &tree, JsonNodeId node, QByteArrayView raw);
Result<TextChanges> renameKey(const JsonTree &tree, JsonNodeId node, QStringView key);
//! Into the container \p parent before its child \p position (its child count: behind the last).
//! \p key is left out for arrays.
Result<TextChanges> insert(const JsonTree &tree, JsonNodeId parent, quint32 position,
                           QStringView key, QByteArrayView raw);
//! The entry with one comma and its line; the outermost value cannot be removed.
Result<TextChanges> remove(const JsonTree &tree, JsonNodeId node);
//! Of several nodes at once; what lies inside another one of them goes with it.
Result<TextChanges> remove(const JsonTree &tree, const QList<JsonNodeId> &nodes);
//! A copy right behind \p node; a member's copy gets the next free key ("a 2").
Result<TextChanges> duplicate(const JsonTree &tree, JsonNodeId node);
//! Before child \p position of \p parent, counted before the move. From an array into an object it
//! gets a free key ("item"); from an object into an array its key is dropped.
Result<TextChanges> move(const JsonTree &tree, JsonNodeId node, JsonNodeId parent,
                         quint32 position);
//! What can be said in the other type stays: "12" ⇄ 12, true ⇄ "true", x → [x], {"a":x} → [x],
//! [x] → {"0":x}; to null and from null to the type's empty value always.
Result<TextChanges> changeType(const JsonTree &tree, JsonNodeId node, JsonKind kind);
//! Members by key (code points), duplicates in their order; values move as they are.
Result<TextChanges> sortKeys(const JsonTree &tree, JsonNodeId object, bool recursive);
//! Where the new node of insert(), duplicate() or move() stands once \p changes are made.
std::optional<qsizetype> insertedAt(const TextChanges &changes);

//! A key that no member of \p object has: \p wanted, "wanted 2", "wanted 3", …
QString freeKey(const JsonTree &tree, JsonNodeId object, const QString &wanted);

} // namespace modelscribe::jsonedit
