// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registryproxy.h"
#include "registry/saveplan.h"

#include <functional>

namespace modelscribe::testing {

//! What can happen to one request of a save.
enum class SaveFault {
    Refused,
    BadRequest,
    Forbidden,
    NotFound,
    Conflict,
    ThrottledOnce,
    BrokenOnce,
    Broken,
    SilentBefore, //!< No answer, and the registry has not done it.
    SilentAfter,  //!< No answer, and the registry has done it.
    Reset,
    Garbage,
    KilledBefore, //!< The program ends: before the registry has done it.
    KilledAfter
};

//! What one fault at one step of a save leads to.
struct SaveFaultRow
{
    bool isCreate = false;
    SaveStep::Kind step = SaveStep::Kind::Verify;
    SaveFault fault = SaveFault::Refused;

    QString holds;   //!< The registry, after the fault.
    QString journal; //!< The same moment.
    //! What the window was told: of the save, or by the next start of one that was killed. Nothing
    //! when it was killed before anything was noted: then there is a draft as if it had not begun.
    std::optional<SaveOutcome> outcome;
    QString retry;      //!< What going on does.
    QStringList broken; //!< Promises that were not kept.

    bool isKill() const { return fault >= SaveFault::KilledBefore; }
    QString name() const;
};

//! What happens to a request that a save's step sends; \p attempt counts from 1.
RegistryProxy::Do whatHappens(SaveFault fault, int attempt);
//! Every step of an update and of a create, with every fault that can happen to it, not run yet.
QList<SaveFaultRow> allSaveFaults();
//! Runs each against a registry of its own, several at a time.
void runSaveFaults(QList<SaveFaultRow> &rows);

QString resultName(SaveOutcome::Result result);
//! As Markdown. \p window says what the window shows; no such column without it.
QString saveFaultTable(const QList<SaveFaultRow> &rows,
                       const std::function<QString(const SaveFaultRow &)> &window = {});

} // namespace modelscribe::testing
