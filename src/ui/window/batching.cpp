// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/batching.h"

#include "ui/window/batchreviewing.h"
#include "ui/window/batchruns.h"

namespace modelscribe {

Batching::Batching(Workbench &workbench, WindowPanes &panes, Pages &pages, Opening &opening,
                   QWidget &window)
    : QObject(&window)
    , m_reviewing(new BatchReviewing(workbench, panes, opening, window))
    , m_runs(new BatchRuns(workbench, panes, pages, opening, window))
{
    connect(m_reviewing, &BatchReviewing::agreed, this,
            [this](const ChangeSet &set) { m_runs->start(set); });
}

} // namespace modelscribe

#include "moc_batching.cpp"
