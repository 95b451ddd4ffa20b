// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QString>

#include <optional>

namespace modelscribe {

enum class StoreState {
    Ready,
    DamagedReplaced, //!< Ready; the damaged file is kept aside, what was readable is in a new one.
    NewerVersion,    //!< Written by a newer program, left alone.
    Damaged,         //!< Damaged, and it could not be kept aside: left alone.
    ReadOnly,
    Full,
    Locked, //!< By another process, for longer than we wait.
    IsDirectory,
    NoRights,
    SymbolicLink, //!< Refused: it may lead anywhere.
    Failed        //!< Any other error of the disk.
};

//! The word for \p state that stands in Error::code, such as "full" or "read-only".
QString storeCode(StoreState state);

//! How opening went.
struct StoreReport
{
    StoreState state = StoreState::Ready;
    Error error;       //!< Kind::Storage; empty for Ready.
    QString keptAside; //!< DamagedReplaced: the damaged file's new name.
    int recovered = 0; //!< DamagedReplaced: rows found in it.
    bool onDisk() const { return state <= StoreState::DamagedReplaced; }
};

//! The bounds; tests narrow them.
struct StoreOptions
{
    int busyTimeout = 2000;                         //!< Milliseconds.
    qint64 checkedSize = qint64(256) * 1024 * 1024; //!< Larger files are not checked when opened.
    int keptAside = 10;                             //!< No more damaged files than these are kept;
    qint64 keptAsideSize = qint64(1024) * 1024
                           * 1024;            //!< they are never deleted, so then it stops.
    qint64 maxPages = 0;                      //!< A disk that is full after so many pages.
    std::optional<bool> onNetwork;            //!< Instead of asking the system.
    int writeDelay = 100;                     //!< Milliseconds from a put() to its writing.
    QList<int> retries = {2000, 5000, 15000}; //!< Milliseconds; the last one repeats.
    int pollInterval = 1000;                  //!< For what other processes wrote.
    //! What it holds can be had again: written faster, and begun anew instead of recovered. Of what
    //! was damaged only the last one is kept aside.
    bool isCopy = false;
};

} // namespace modelscribe
