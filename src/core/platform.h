// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <optional>
#include <utility>

//! The few calls that differ between operating systems. Where a system has no counterpart, they do
//! nothing.
namespace modelscribe::platform {

//! Opens the null device on whichever of the descriptors 0 to 2 is closed, so that nothing else
//! lands on one of them and takes what is printed for its own input. For the first line of main().
void openStandardDescriptors();

//! Writing to a pipe that nobody reads any more fails, instead of ending the process.
void ignoreBrokenPipes();

//! No core file of this process, and no other process of the user may read its memory: it holds
//! keys.
void protectMemory();

//! Gives memory that was freed back to the system, where the C library would keep it for later. For
//! when much was worked with and will not be again soon.
void returnFreedMemory();

//! The system prefers other threads to this one when there are fewer cores than work, as the
//! window's to one that keeps a copy. It cannot be taken back.
void makeThreadLessUrgent();

//! Whether \p path (or the folder it will stand in) is on a file system that other machines may
//! write to, or whose locks and shared memory are not to be trusted. False where that is unknown.
bool isOnNetwork(const QString &path);
//! The same for the number a Linux file system goes by (statfs(2), f_type).
bool isNetworkFileSystem(quint32 type);

//! Whether there is surely nothing at \p path. A file that may not be looked at and a link that
//! leads nowhere are something.
bool isMissing(const QString &path);

//! Which file a path leads to, whatever it is called now: device and number of the file. Nothing
//! when there is none, or where the system does not tell.
using FileIdentity = std::pair<quint64, quint64>;
std::optional<FileIdentity> fileIdentity(const QString &path);

//! Gives \p to the owner, the group and the rights of \p from, as far as this user may.
void copyRights(const QString &from, const QString &to);

//! A file that is held by one owner at a time and that the system lets go of when its process ends,
//! in whatever way. So nothing has to be known about processes, whose numbers live again.
class ProcessLock
{
public:
    enum class Result {
        Held,
        Taken,     //!< Somebody else holds it.
        Impossible //!< The file cannot be made, or its file system knows no locks.
    };

    explicit ProcessLock(const QString &path);
    //! Lets go of it, and removes the file when it is held.
    ~ProcessLock();
    ProcessLock(const ProcessLock &) = delete;
    ProcessLock &operator=(const ProcessLock &) = delete;

    //! At once. The file is for this user only.
    Result tryLock();

private:
    QString m_path;
    qintptr m_handle = -1;
};

//! While it lives, the terminal of standard input hands on each character as it is typed, shows
//! none and makes no signals of them: for a secret, and so that nothing ends with a dark terminal.
class DarkTerminal
{
public:
    DarkTerminal();
    ~DarkTerminal();
    DarkTerminal(const DarkTerminal &) = delete;
    DarkTerminal &operator=(const DarkTerminal &) = delete;

    //! False: standard input is no terminal, or it cannot be made dark.
    bool isDark() const { return d != nullptr; }

private:
    struct Private;
    std::unique_ptr<Private> d;
};

//! Whether somebody types what standard input gives.
bool isInputTyped();

} // namespace modelscribe::platform
