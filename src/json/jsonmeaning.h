// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"

#include <QHash>

namespace modelscribe {

//! Numbers the values of trees so that two have the same number exactly if they mean the same (or,
//! for spelling(), if they are the same but for white space). No recursion, linear in the texts.
class JsonMeanings
{
public:
    //! The numbers of all nodes of a tree.
    struct Numbers
    {
        std::vector<quint32> meaning;
        std::vector<quint32> spelling;
    };

    Numbers add(const JsonTree &tree);

private:
    quint32 numberOf(const QByteArray &description);

    QHash<QByteArray, quint32> m_known;
};

//! Whether two values mean the same: white space, the order of keys, escapes and the spelling of
//! numbers do not count, everything else does. Numbers are compared exactly, however long they are.
//! Where a key is repeated its members must follow each other alike: readers differ in which one
//! they take, so anything else is a difference. No recursion; linear but for reordered objects.
bool sameJsonMeaning(const JsonTree &a, JsonNodeId x, const JsonTree &b, JsonNodeId y);
//! The same of whole texts. One that is no JSON means the same as itself only.
bool sameJsonMeaning(const QByteArray &a, const QByteArray &b);

//! Equal for numbers of the same value, however they are written and however long they are.
QByteArray comparableJsonNumber(QByteArrayView number);

} // namespace modelscribe
