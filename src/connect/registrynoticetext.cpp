// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/registrynoticetext.h"

#include "core/visibletext.h"

#include <QCoreApplication>

namespace modelscribe {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RegistryNotice)
};

constexpr qsizetype maxPath = 4096;

} // namespace

QString registryNoticeText(const RegistryNotice &notice)
{
    using Kind = RegistryNotice::Kind;
    const QString file = visibleText(notice.file, maxPath);
    const QString aside = visibleText(notice.keptAside, maxPath);
    switch (notice.kind) {
    case Kind::None: break;
    case Kind::Recovered:
        return Texts::tr("The file of the local registry was damaged: %1. It is kept as %2; what "
                         "could be read (models: %3), with labels and versions, is in a new one")
            .arg(file, aside, QString::number(notice.models));
    case Kind::ChangesAside:
        return Texts::tr("The file of the local registry was replaced: %1. Changes that belonged "
                         "to the earlier one are kept as %2")
            .arg(file, aside);
    case Kind::ReadOnly:
        return Texts::tr("The file of the local registry is read-only: %1. Saving will be refused")
            .arg(file);
    }
    return {};
}

} // namespace modelscribe
