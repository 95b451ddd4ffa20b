// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace modelscribe {

//! How many models have a name, as names are searched: BERT and bert are one.
//!
//! Of each name it keeps a number of 64 bits, which among millions of names are never two names'.
class Namesakes
{
public:
    using Key = quint64;

    static Key keyOf(const QString &name);

    void add(Key name) { ++m_counts[name]; }
    void remove(Key name);
    void clear() { m_counts.clear(); }
    //! More than one model has it.
    bool has(const QString &name) const { return m_counts.value(keyOf(name)) > 1; }

private:
    QHash<Key, int> m_counts;
};

} // namespace modelscribe
