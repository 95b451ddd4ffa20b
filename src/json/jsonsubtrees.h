// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/jsontree.h"
#include "json/textchange.h"

#include <atomic>

namespace modelscribe {

//! A value of one JSON text that is to be put into another one.
struct JsonSubtree
{
    //! What happens when the object it goes into has its key already.
    enum class Clash { KeepMine, Replace, AddFree };

    QString key; //!< Empty: it was an element; in an object it gets a free key.
    bool hasKey = false;
    QByteArray raw;    //!< As it stands in its text.
    QByteArray indent; //!< Blanks before the line it begins on.
    Clash clash = Clash::KeepMine;

    static JsonSubtree of(const JsonTree &tree, JsonNodeId node);
};

//! Whether the object or array at \p container, or one of \p subtrees before \p index, has the key
//! of \p subtrees[index].
bool clashes(const JsonTree &target, const JsonPath &container, const QList<JsonSubtree> &subtrees,
             qsizetype index);

//! What puts \p subtrees behind the entries of the object or array at \p container. Their lines get
//! the indentation of where they go; numbers, escapes and key order stay as they are. Fails with
//! the codes of jsonedit; Error::Kind::Cancelled when \p stop becomes true meanwhile.
Result<TextChanges> insertSubtrees(const JsonTree &target, const JsonPath &container,
                                   const QList<JsonSubtree> &subtrees,
                                   const std::atomic_bool &stop);

} // namespace modelscribe
