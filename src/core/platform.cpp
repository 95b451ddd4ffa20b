// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <tuple>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#endif
#ifdef Q_OS_WIN
#include <windows.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/vfs.h>
#endif

namespace modelscribe::platform {

void openStandardDescriptors()
{
#ifdef Q_OS_UNIX
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF)
            continue;
        // The lowest free number is the one that is missing, as those below it are open by now.
        if (open("/dev/null", O_RDWR) < 0)
            return;
    }
#endif
}

void ignoreBrokenPipes()
{
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

void protectMemory()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__) // its leak check reads the memory
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void returnFreedMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

void makeThreadLessUrgent()
{
#ifdef Q_OS_LINUX
    // To Linux a thread has a nice value of its own, which setpriority() takes for a process.
    constexpr int lessUrgent = 10;
    setpriority(PRIO_PROCESS, id_t(gettid()), lessUrgent);
#endif
}

bool isNetworkFileSystem(quint32 type)
{
    // linux/magic.h does not have them all. FUSE may be local, but its shared memory often is none.
    constexpr std::array<quint32, 15> known = {
        0x6969 /* nfs */,      0x517B /* smb */,       0xFF534D42 /* cifs */,
        0xFE534D42 /* smb2 */, 0x564C /* ncp */,       0x5346414F /* afs */,
        0x6B414653 /* kafs */, 0x73757245 /* coda */,  0x01021997 /* 9p */,
        0x65735546 /* fuse */, 0x00C36400 /* ceph */,  0x0BD00BD0 /* lustre */,
        0x47504653 /* gpfs */, 0x7461636F /* ocfs2 */, 0x01161970 /* gfs2 */};
    return std::ranges::find(known, type) != known.end();
}

bool isOnNetwork(const QString &path)
{
#ifdef Q_OS_LINUX
    QString existing = path;
    while (!QFileInfo::exists(existing) && existing.size() > 1)
        existing = QFileInfo(existing).absolutePath();
    struct statfs facts = {};
    return statfs(QFile::encodeName(existing).constData(), &facts) == 0
           && isNetworkFileSystem(quint32(facts.f_type));
#else
    Q_UNUSED(path)
    return false;
#endif
}

bool isMissing(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat facts = {};
    return lstat(QFile::encodeName(path).constData(), &facts) != 0
           && (errno == ENOENT || errno == ENOTDIR);
#else
    return !QFileInfo::exists(path);
#endif
}

std::optional<FileIdentity> fileIdentity(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat facts = {};
    if (stat(QFile::encodeName(path).constData(), &facts) == 0)
        return FileIdentity(facts.st_dev, facts.st_ino);
#else
    Q_UNUSED(path)
#endif
    return {};
}

void copyRights(const QString &from, const QString &to)
{
#ifdef Q_OS_UNIX
    struct stat facts = {};
    if (stat(QFile::encodeName(from).constData(), &facts) != 0)
        return;
    const QByteArray name = QFile::encodeName(to);
    const bool isOfGroup = chown(name.constData(), facts.st_uid, facts.st_gid) == 0
                           || chown(name.constData(), uid_t(-1), facts.st_gid) == 0;
    // What a group may do is not for another one.
    const mode_t shared = isOfGroup ? S_IRWXG | S_IRWXO : 0;
    std::ignore = chmod(name.constData(), (facts.st_mode & shared) | S_IRUSR | S_IWUSR);
#else
    QFile::setPermissions(to, QFile::permissions(from));
#endif
}

ProcessLock::ProcessLock(const QString &path)
    : m_path(path)
{
}

#ifdef Q_OS_WIN

ProcessLock::~ProcessLock()
{
    if (m_handle != -1)
        CloseHandle(reinterpret_cast<HANDLE>(m_handle)); // which removes the file
}

ProcessLock::Result ProcessLock::tryLock()
{
    const HANDLE file = CreateFileW(reinterpret_cast<const wchar_t *>(m_path.utf16()),
                                    GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS,
                                    FILE_ATTRIBUTE_NORMAL | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return GetLastError() == ERROR_SHARING_VIOLATION ? Result::Taken : Result::Impossible;
    m_handle = reinterpret_cast<qintptr>(file);
    return Result::Held;
}

#else

ProcessLock::~ProcessLock()
{
    if (m_handle == -1)
        return;
    unlink(QFile::encodeName(m_path).constData());
    close(int(m_handle));
}

// flock() and not fcntl(): those locks go when the process closes any handle of the file.
ProcessLock::Result ProcessLock::tryLock()
{
    const QByteArray name = QFile::encodeName(m_path);
    constexpr int patience = 10; // others that come and go
    for (int i = 0; i < patience; ++i) {
        const int file = open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (file < 0)
            return Result::Impossible;
        if (flock(file, LOCK_EX | LOCK_NB) != 0) {
            const bool isTaken = errno == EWOULDBLOCK;
            close(file);
            return isTaken ? Result::Taken : Result::Impossible;
        }
        // Whoever held it may have removed the file in between: then this is nobody's any more.
        struct stat opened = {};
        struct stat named = {};
        if (fstat(file, &opened) == 0 && stat(name.constData(), &named) == 0
            && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino) {
            fchmod(file, 0600); // one of an earlier version
            m_handle = file;
            return Result::Held;
        }
        close(file);
    }
    return Result::Taken;
}

#endif

#ifdef Q_OS_UNIX
struct DarkTerminal::Private
{
    termios before{};
};

DarkTerminal::DarkTerminal()
{
    auto before = std::make_unique<Private>();
    if (tcgetattr(STDIN_FILENO, &before->before) != 0)
        return;
    termios dark = before->before;
    dark.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG);
    dark.c_cc[VMIN] = 1;
    dark.c_cc[VTIME] = 0;
    if (tcsetattr(STDIN_FILENO, TCSAFLUSH, &dark) == 0)
        d = std::move(before);
}

DarkTerminal::~DarkTerminal()
{
    if (d)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &d->before);
}

bool isInputTyped() { return isatty(STDIN_FILENO) != 0; }
#else
struct DarkTerminal::Private
{
};

DarkTerminal::DarkTerminal() = default;
DarkTerminal::~DarkTerminal() = default;

bool isInputTyped() { return false; }
#endif

} // namespace modelscribe::platform
