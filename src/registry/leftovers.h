// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/writeoutcome.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace modelscribe {

class Connection;
class SaveProgress;
class Writer;

//! Settles, by reading, what an earlier run of the program began to write and did not end: one
//! entry of the journal after the other, the oldest first. Entries of programs that still run are
//! theirs (Journal::interrupted()).
class Leftovers : public QObject
{
    Q_OBJECT

public:
    //! How a program follows; what is not set agrees.
    struct Listener
    {
        //! Calls back whether this entry is to be settled here and now.
        std::function<void(const JournalEntry &, const std::function<void(bool)> &)> asks;
        std::function<void(const JournalEntry &, SaveProgress *)> begins;
        //! Whether the journal may be told how it ended; not called of what stayed unknown.
        std::function<bool(const JournalEntry &, const WriteOutcome &)> takes;
        //! It is not known yet; there may be another answer later.
        std::function<void(const JournalEntry &, const WriteOutcome &)> leaves;
    };

    explicit Leftovers(Writer &writer);

    //! Begins anew when called again. A connection that goes away ends it.
    void settle(Connection &connection, Listener listener);
    bool isSettling() const { return m_connection; }

signals:
    //! All that settle() found is settled, or left. Not for one that was begun anew.
    void finished();

private:
    void next(int round);
    void take(const JournalEntry &entry, int round);
    void settleSave(const JournalEntry &entry, int round);
    void settleDeletion(const JournalEntry &entry, int round);
    void takeOutcome(const JournalEntry &entry, const WriteOutcome &outcome, const JournalEnd &end,
                     bool isSettled);

    Writer &m_writer;
    QPointer<Connection> m_connection;
    Listener m_listener;
    QList<QUuid> m_entries;
    int m_round = 0;
};

} // namespace modelscribe
