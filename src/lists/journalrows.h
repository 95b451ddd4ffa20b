// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/journalentry.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>
#include <QStringList>
#include <QUuid>

namespace modelscribe {

//! A run of many models in the journal, as far as it was read.
struct JournalRun
{
    int models = 0;
    QMap<JournalHead::Outcome, int> outcomes; //!< Of each model the last one.
    qint64 changes = 0;
    bool isMixed = false; //!< Its entries did not all do the same.
    bool isWhole = true;  //!< Else more of it may be there.
    QList<QUuid> some;    //!< Of its entries.
    QStringList fields;   //!< Keys of what it changed, when that is known.

    friend bool operator==(const JournalRun &, const JournalRun &) = default;
};

//! A line of the journal: an entry by itself, a run, or an entry below its run.
struct JournalRow
{
    enum class Kind { Entry, FoldedRun, UnfoldedRun, Part };

    Kind kind = Kind::Entry;
    JournalHead head; //!< Of a run its newest entry.
    JournalRun run;

    bool isRun() const { return kind == Kind::FoldedRun || kind == Kind::UnfoldedRun; }
    //! Stays the same when it is folded or changes.
    QUuid id() const { return isRun() ? head.group : head.id; }

    friend bool operator==(const JournalRow &, const JournalRow &) = default;
};

//! \p heads, newest first, with the entries of each run in the place of its newest one. A run of
//! one entry is an entry. \p isAll: there are no more than these.
QList<JournalRow> journalRows(const QList<JournalHead> &heads, const QSet<QUuid> &unfolded,
                              bool isAll);

//! "412 models: Task, Labels".
QString runText(const JournalRun &run);
//! "done", or what did not go well: "3 failed, 1 unknown".
QString runOutcomeText(const JournalRun &run);
//! What stands in a JournalModel::Column, and what its tool tip says.
QString journalCell(const JournalRow &row, int column);
QString journalCellTip(const JournalRow &row, int column);
//! The outcome that a run as a whole is as good as.
JournalHead::Outcome worstOutcome(const JournalRun &run);

} // namespace modelscribe
