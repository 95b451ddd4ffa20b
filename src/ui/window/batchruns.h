// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QUuid>

class QWidget;

namespace modelscribe {

class BatchRun;
class EndPage;
class LeftStrip;
class Opening;
class Pages;
class RunTray;
class WindowPanes;
class Workbench;
struct ChangeSet;

//! The runs of many models in the window: the tray, the page with what became of each, and the
//! question about a run that was left.
class BatchRuns : public QObject
{
    Q_OBJECT

public:
    BatchRuns(Workbench &workbench, WindowPanes &panes, Pages &pages, Opening &opening,
              QWidget &window);

    //! What a person agreed to; nullptr without a connection.
    BatchRun *start(const ChangeSet &set);
    RunTray &tray() const { return *m_tray; }
    //! nullptr before it was shown.
    EndPage *page() const { return m_page; }

signals:
    //! What the run with this ChangeSet::id saved shall be taken back, through the review.
    void revertRequested(const QUuid &group);
    //! A draft of many models shall be gone on with, see BatchKeeper::find().
    void batchOpenRequested(const QUuid &id);

private:
    EndPage *makePage();
    void showPage(BatchRun *run);
    void showTray();
    void takeRun(BatchRun *run);
    void openDraft(const QUuid &id);
    bool isDisturbing() const;

    Workbench &m_workbench;
    WindowPanes &m_panes;
    Pages &m_pages;
    Opening &m_opening;
    QWidget &m_window;
    LeftStrip *m_left;
    RunTray *m_tray;
    EndPage *m_page = nullptr;
    QPointer<BatchRun> m_ended; //!< Whose end was told.
};

} // namespace modelscribe
