// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pastedblock.h"

#include <QObject>
#include <QUuid>

#include <memory>

class QWidget;

namespace modelscribe {

class Activity;
class BatchRevert;
class BatchReviewing;
class BatchRuns;
class BatchSession;
class LabelsWindow;
class ManyEditing;
class Opening;
class Pages;
class WindowPanes;
class Workbench;
struct ChangeSet;

//! Many models at a time in the window: what is said in the form, about labels or in a draft is
//! reviewed, what was agreed to becomes a run, and what a run saved can be taken back through the
//! review.
class Batching : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        WindowPanes &panes;
        Pages &pages;
        Opening &opening;
        ManyEditing &many;
        Activity &activity;
    };

    Batching(Workbench &workbench, const Parts &parts, QWidget &window);
    ~Batching() override;

    void showLabels();
    //! What a spreadsheet put on the clipboard, over the selected models: asks for the fields, and
    //! leads to the review.
    void pasteValues();
    //! All drafts of single models together, or those of the selected models when there are
    //! several; of the list of drafts those that it shows.
    void reviewDrafts();
    //! nullptr before it was shown.
    LabelsWindow *labels() const { return m_labels.get(); }
    BatchReviewing &reviewing() const { return *m_reviewing; }
    BatchRuns &runs() const { return *m_runs; }

private:
    void openDraft(const QUuid &id);
    void start(const ChangeSet &set, BatchSession *session);
    void takeBack(const QUuid &group);
    void reviewPasted(const QStringList &ids, const PastedBlock &block,
                      const QList<PastedColumn> &columns, bool isEmptyToo);

    Workbench &m_workbench;
    Parts m_parts;
    QWidget &m_window;
    BatchReviewing *m_reviewing;
    BatchRuns *m_runs;
    std::unique_ptr<LabelsWindow> m_labels; //!< Made when it is first wanted.
    std::unique_ptr<BatchRevert> m_revert;  //!< While it reads.
};

} // namespace modelscribe
