// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/objectref.h"
#include "registry/deleterun.h"
#include "registry/saveplan.h"
#include "store/journalentry.h"

#include <QUuid>

#include <optional>

namespace modelscribe {

//! What came of a write, be it a save or a deletion, as window, command line and journal say it.
enum class Verdict {
    Done,
    Unchanged,   //!< It was so already; nothing was sent.
    NotTaken,    //!< Sent, but the registry holds other values.
    Conflict,    //!< The model is not what was looked at; nothing was written.
    NameTaken,   //!< A model of this name exists; nothing was written.
    GoneAlready, //!< Somebody else deleted it.
    Failed,      //!< Nothing was written.
    Partly,
    Unknown,    //!< It went out, its answer was lost, and reading did not settle it.
    Unverified, //!< Written, but reading back failed.
    Cancelled,  //!< Before anything was written.
    NotStarted  //!< Of a change set that ended before.
};

Verdict verdictOf(const SaveOutcome &outcome);
Verdict verdictOf(const DeleteOutcome &outcome);
JournalHead::Outcome journalOutcome(Verdict verdict);

//! Whether what is known will not become another thing by reading again: even if what is there is
//! neither what was sent nor what was there before.
bool isSettled(const SaveOutcome &outcome);
bool isSettled(const DeleteOutcome &outcome);

//! Whether any other write on the same connection would end like this.
bool isHopeless(const Error &error);

//! One write as it ended.
struct WriteOutcome
{
    ObjectRef ref;
    Verdict verdict = Verdict::NotStarted;
    std::optional<SaveOutcome> save; //!< One of the two, but for NotStarted and what an earlier
                                     //!< run of the program did.
    std::optional<DeleteOutcome> deletion;
    QUuid entry; //!< Of the journal; null when nothing was about to be sent.
    std::optional<Error> error;
};

WriteOutcome writeOutcome(const ObjectRef &ref, const SaveOutcome &outcome, const QUuid &entry);
WriteOutcome writeOutcome(const ObjectRef &ref, const DeleteOutcome &outcome, const QUuid &entry);

} // namespace modelscribe
