// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonformat.h"
#include "json/jsontree.h"
#include "json/textchange.h"

//! The white space around the entries of a JSON text: where a new entry goes and what stands around
//! it so that it looks like its neighbours, and what goes with an entry that is taken out.
//!
//! The entries of a container with line breaks between them keep to lines of their own, others to
//! one line. An empty container takes after the next container of its kind beside it; without one
//! it gets lines if it starts one itself. A text with nothing to go by is laid out as formatJson()
//! does.
namespace modelscribe::jsonlayout {

//! A place for a new entry: the bytes in \p range give way to before + entry + after.
struct Slot
{
    JsonRange range;
    QByteArray before;
    QByteArray after;

    TextChange filledWith(QByteArrayView entry) const;
};

//! The place before child \p position of \p parent.
Slot slotFor(const JsonTree &tree, JsonNodeId parent, quint32 position);
//! What stands between key and value of such a member, such as ": ".
QByteArray colonFor(const JsonTree &tree, JsonNodeId parent, quint32 position);

//! Takes the entries \p first to \p last of \p children, all of one container, out of the text,
//! together with as many commas and their lines.
TextChange withoutEntries(const JsonTree &tree, const QList<JsonNodeId> &children, qsizetype first,
                          qsizetype last);

} // namespace modelscribe::jsonlayout
