// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the parts of Workbench share; nobody else includes it.
#include "session/workbench.h"

#include <QPointer>

#include <vector>

namespace modelscribe {

struct Workbench::Private
{
    //! The saves of one session.
    struct Entry
    {
        QPointer<SaveRun> run;
        QUuid noted; //!< The journal's entry of the last save.
    };

    Private();

    ClientOptions options;
    Sessions sessions;
    Readings readings;
    DraftKeeper drafts;
    SessionStates<Entry> entries;
    //! Connections that were dropped while a save was still using them.
    std::vector<std::unique_ptr<Connection>> retired;
    Journal *journal = nullptr;
    SaveRunOptions saveOptions;
    int completing = 0; //!< Entries of the journal whose end is being written.
    bool wasSaving = false;
    QList<QUuid> interrupted; //!< Entries that are still to be settled, one after the other.
    int settlingRound = 0;

    const QString &registry() const { return sessions.registry(); }
};

//! Reading told what came of it, even if that is neither what was sent nor what was there before.
inline bool isSettled(const SaveOutcome &outcome)
{
    return outcome.result != SaveOutcome::Result::Unknown || outcome.now;
}

} // namespace modelscribe
