// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
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

} // namespace modelscribe::platform
