// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/probeorder.h"

namespace modelscribe {

ListOrder orderOf(const QList<RegisteredModel> &models, const QString &key)
{
    using namespace Qt::StringLiterals;
    if (key != "GmtModifiedTime"_L1)
        return ListOrder::Unclear;
    bool createdRose = false;
    bool createdFell = false;
    for (qsizetype i = 1; i < models.size(); ++i) {
        const QDateTime before = parseServiceTime(models[i - 1].modified);
        const QDateTime now = parseServiceTime(models[i].modified);
        if (!before.isValid() || !now.isValid())
            return ListOrder::Unclear;
        if (now > before)
            return ListOrder::Another;
        const QDateTime madeBefore = parseServiceTime(models[i - 1].created);
        const QDateTime made = parseServiceTime(models[i].created);
        createdRose = createdRose || made > madeBefore;
        createdFell = createdFell || made < madeBefore;
    }
    // The order of creation, up or down, would not look like this.
    return createdRose && createdFell ? ListOrder::ByKey : ListOrder::Unclear;
}

} // namespace modelscribe
