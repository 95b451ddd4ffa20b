// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelmerge.h"
#include "registry/batchend.h"
#include "registry/change.h"

#include <QStringList>

#include <optional>

namespace modelscribe {

//! What became of one model of a run so far.
struct BatchRunItem
{
    enum class State { Waiting, UnderWay, Ended };

    State state = State::Waiting;
    BatchEnd end = BatchEnd::NotSent; //!< Of Ended, as outcome.
    WriteOutcome outcome;
    //! Of a conflict about what both sides changed, once it is worked out.
    std::optional<ModelMerge> merge;
    bool keptTheirs = false; //!< Somebody decided so, and there was nothing else to save.

    bool isConflict() const { return state == State::Ended && end == BatchEnd::Conflict; }
    //! To try again may lead to another end.
    bool mayRetry() const;
    //! It wrote nothing, and every other write would have ended so too.
    bool isHindered() const;
    //! Requests that were carried out.
    int writes() const;
    //! What the conflict is about; the same for conflicts about the same.
    QString places() const;
    //! One sentence for people; empty where there is nothing to say.
    QString why() const;
};

//! Keys of the fields that \p set changes, labelsKey among them. Of a long one the first models
//! are looked at: what a person agrees to at once is mostly the same of each.
QStringList changedKeys(const ChangeSet &set);
//! As the form calls them.
QStringList fieldTexts(const QStringList &keys);

} // namespace modelscribe
