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

//! Equal for numbers of the same value, however they are written and however long they are.
QByteArray comparableJsonNumber(QByteArrayView number);

} // namespace modelscribe
