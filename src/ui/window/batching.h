// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace modelscribe {

class BatchReviewing;
class BatchRuns;
class Opening;
class Pages;
class WindowPanes;
class Workbench;

//! Many models at a time in the window: what was reviewed and agreed to becomes a run, and what a
//! run saved can be taken back through the review.
class Batching : public QObject
{
    Q_OBJECT

public:
    Batching(Workbench &workbench, WindowPanes &panes, Pages &pages, Opening &opening,
             QWidget &window);

    BatchReviewing &reviewing() const { return *m_reviewing; }
    BatchRuns &runs() const { return *m_runs; }

private:
    BatchReviewing *m_reviewing;
    BatchRuns *m_runs;
};

} // namespace modelscribe
