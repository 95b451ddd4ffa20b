// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listcopies.h"

#include "core/paths.h"
#include "registry/connection.h"
#include "registry/writeoutcome.h"
#include "store/modelcache.h"

#include <QFile>
#include <QSet>

namespace modelscribe::listcopies {

namespace {

QString fileOf(const QString &registryKey, const QString &workspaceId)
{
    return ModelCache::fileOf(paths::copiesFolder(), registryKey, workspaceId);
}

} // namespace

bool exists(const Connection &connection)
{
    return !connection.isLocal()
           && QFile::exists(fileOf(connection.registryKey(), connection.listScope().copyKey()));
}

void take(const WriteOutcome &outcome)
{
    const bool isGone = outcome.deletion
                        && (outcome.verdict == Verdict::Done
                            || outcome.verdict == Verdict::GoneAlready);
    const bool isKnown = outcome.save && outcome.save->now;
    if (!isGone && !isKnown)
        return;
    for (const QString &workspace : QSet<QString>{{}, outcome.ref.workspaceId}) {
        const QString file = fileOf(outcome.ref.registryKey, workspace);
        if (!QFile::exists(file))
            continue;
        ModelCache copy(file, outcome.ref.registryKey, workspace);
        if (isGone)
            copy.remove({outcome.ref.modelId});
        else
            copy.put({*outcome.save->now});
    }
}

} // namespace modelscribe::listcopies
