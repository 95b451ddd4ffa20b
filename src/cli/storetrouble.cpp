// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/storetrouble.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

QString storeTrouble(const StoreReport &report, const QString &what)
{
    switch (report.state) {
    case StoreState::Ready: return {};
    case StoreState::DamagedReplaced:
        return u"The file of the %1 was damaged: it is kept as %2, and %3 of its entries could be "
               "read"_s.arg(what, report.keptAside, QString::number(report.recovered));
    case StoreState::NewerVersion:
        return u"The file of the %1 was written by a newer version of this program and is left "
               "alone"_s.arg(what);
    case StoreState::Locked:
        return u"The file of the %1 is locked by another program; try again"_s.arg(what);
    case StoreState::ReadOnly:
    case StoreState::Full:
        return u"The file of the %1 cannot be written: %2"_s.arg(what, report.error.detail);
    default: return u"The file of the %1 cannot be read: %2"_s.arg(what, report.error.detail);
    }
}

bool isReadable(const StoreReport &report)
{
    return report.onDisk() || report.state == StoreState::ReadOnly
           || report.state == StoreState::Full;
}

} // namespace modelscribe
