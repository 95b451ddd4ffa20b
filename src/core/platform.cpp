// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace modelscribe::platform {

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

} // namespace modelscribe::platform
