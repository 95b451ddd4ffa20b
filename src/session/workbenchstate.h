// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the parts of Workbench share; nobody else includes it.
#include "registry/writer.h"
#include "session/workbench.h"

#include <QPointer>

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
    Journal *journal = nullptr;
    Writer writer;
    QPointer<EditSession> settling; //!< Whose save of an earlier run is being looked into.
    bool settledSession = false;    //!< There was one when that began.

    const QString &registry() const { return sessions.registry(); }
};

} // namespace modelscribe
