// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/writeoutcome.h"

namespace modelscribe {

Verdict verdictOf(const SaveOutcome &outcome)
{
    using Result = SaveOutcome::Result;
    switch (outcome.result) {
    case Result::Saved: return Verdict::Done;
    case Result::NotTaken: return Verdict::NotTaken;
    case Result::Conflict: return Verdict::Conflict;
    case Result::NameTaken: return Verdict::NameTaken;
    case Result::Failed: return Verdict::Failed;
    case Result::Partly: return Verdict::Partly;
    case Result::Unknown: return Verdict::Unknown;
    case Result::Unverified: return Verdict::Unverified;
    case Result::Cancelled: return Verdict::Cancelled;
    }
    return Verdict::Failed;
}

Verdict verdictOf(const DeleteOutcome &outcome)
{
    using Result = DeleteOutcome::Result;
    switch (outcome.result) {
    case Result::Deleted: return Verdict::Done;
    case Result::GoneAlready: return Verdict::GoneAlready;
    case Result::Moved: return Verdict::Conflict;
    case Result::Unknown: return Verdict::Unknown;
    case Result::Failed: break;
    }
    const bool isStopped = outcome.error && outcome.error->kind == Error::Kind::Cancelled;
    return isStopped ? Verdict::Cancelled : Verdict::Failed;
}

JournalHead::Outcome journalOutcome(Verdict verdict)
{
    using To = JournalHead::Outcome;
    switch (verdict) {
    case Verdict::Done:
    case Verdict::Unchanged: return To::Saved;
    case Verdict::NotTaken: return To::NotTaken;
    case Verdict::Partly: return To::Partly;
    case Verdict::Unknown: return To::Unknown;
    case Verdict::Unverified: return To::Unverified;
    case Verdict::Conflict:
    case Verdict::NameTaken:
    case Verdict::GoneAlready:
    case Verdict::Failed:
    case Verdict::Cancelled: // while the entry was being written down
    case Verdict::NotStarted: break;
    }
    return To::Failed;
}

bool isSettled(const SaveOutcome &outcome)
{
    return outcome.result != SaveOutcome::Result::Unknown || outcome.now;
}

bool isSettled(const DeleteOutcome &outcome)
{
    return outcome.result != DeleteOutcome::Result::Unknown;
}

WriteOutcome writeOutcome(const ObjectRef &ref, const SaveOutcome &outcome, const QUuid &entry)
{
    return {.ref = ref,
            .verdict = verdictOf(outcome),
            .save = outcome,
            .entry = entry,
            .error = outcome.error};
}

WriteOutcome writeOutcome(const ObjectRef &ref, const DeleteOutcome &outcome, const QUuid &entry)
{
    return {.ref = ref,
            .verdict = verdictOf(outcome),
            .deletion = outcome,
            .entry = entry,
            .error = outcome.error};
}

bool isHopeless(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
    case Error::Kind::Forbidden:
    case Error::Kind::Service:
    case Error::Kind::Invalid:
    case Error::Kind::Conflict: return false;
    case Error::Kind::Cancelled:
    case Error::Kind::Network:
    case Error::Kind::Tls:
    case Error::Kind::Timeout:
    case Error::Kind::Unauthorized:
    case Error::Kind::Throttled:
    case Error::Kind::Decode:
    case Error::Kind::Storage: break;
    }
    return true;
}

} // namespace modelscribe
