// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/batchruns.h"

#include "core/visibletext.h"
#include "lists/batchedittext.h"
#include "model/wording.h"
#include "session/batches.h"
#include "session/workbench.h"
#include "ui/batch/endpage.h"
#include "ui/batch/leftstrip.h"
#include "ui/batch/runtray.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/draftslist.h"
#include "ui/edit/editorpane.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/opening.h"
#include "ui/window/pages.h"
#include "ui/window/windowpanes.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace modelscribe {

BatchRuns::BatchRuns(Workbench &workbench, WindowPanes &panes, Pages &pages, Opening &opening,
                     QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_panes(panes)
    , m_pages(pages)
    , m_opening(opening)
    , m_window(window)
    , m_left(new LeftStrip(workbench.batches(), panes.strip().parentWidget()))
    , m_tray(new RunTray(panes.strip().parentWidget()))
{
    panes.addTray(*m_left);
    panes.addTray(*m_tray);
    Batches &batches = workbench.batches();
    connect(&batches, &Batches::currentChanged, this, &BatchRuns::showTray);
    connect(&batches, &Batches::runChanged, this, &BatchRuns::takeRun);
    connect(&batches, &Batches::opened, this, &BatchRuns::showPage);
    connect(&batches, &Batches::failed, this, [this](const Error &error) {
        m_panes.strip().show(MessageStrip::Kind::Error, [error] {
            return tr("The run cannot continue: %1. %2")
                .arg(wording::whatHappened(error), wording::nextStep(error))
                .trimmed();
        });
    });
    const DraftsList &drafts = panes.browse().drafts();
    connect(&drafts, &DraftsList::batchOpenRequested, this, &BatchRuns::openDraft);
    connect(&drafts, &DraftsList::batchDiscardRequested, &workbench.batchDrafts(),
            &BatchKeeper::drop);
    connect(&panes, &WindowPanes::pageChanged, this, &BatchRuns::showTray);
    connect(m_tray, &RunTray::rowsRequested, this, [this] {
        if (m_page && m_panes.page() == m_page)
            m_pages.leave();
        else
            showPage(m_tray->run());
    });
    connect(m_tray, &RunTray::dismissRequested, this, [this] {
        if (m_page && m_panes.page() == m_page && m_page->run() == m_tray->run())
            m_pages.leave();
        m_workbench.batches().dismiss(m_tray->run());
    });
}

void BatchRuns::openDraft(const QUuid &id)
{
    const BatchSession *session = m_workbench.batchDrafts().find(id);
    if (!session)
        return;
    const MovedSince moved = m_workbench.batchDrafts().movedSince(session);
    if (!moved.isEmpty())
        m_panes.strip().show(MessageStrip::Kind::Changed, [moved] { return movedText(moved); });
    emit batchOpenRequested(id);
}

BatchRun *BatchRuns::start(const ChangeSet &set) { return m_workbench.batches().start(set); }

//! Not beside its own end, which says the same and more.
void BatchRuns::showTray()
{
    BatchRun *run = m_workbench.batches().current();
    m_tray->setRun(run);
    const bool isOver = run && run->state() == BatchRun::State::Ended;
    const bool isOnPage = m_page && m_panes.page() == m_page && m_page->run() == run;
    if (isOver && isOnPage)
        m_tray->hide();
}

void BatchRuns::takeRun(BatchRun *run)
{
    showTray();
    if (run->state() != BatchRun::State::Ended) {
        if (m_ended == run)
            m_ended.clear();
        return;
    }
    if (std::exchange(m_ended, run) == run || run->isSettled() || isDisturbing())
        return;
    showPage(run);
}

//! Whoever types or looks at something else sees the tray, and looks when it suits.
bool BatchRuns::isDisturbing() const
{
    const QWidget *focus = QApplication::focusWidget();
    return m_panes.page() || QApplication::activeModalWidget() || QApplication::activePopupWidget()
           || (focus && m_panes.editor().isAncestorOf(focus));
}

EndPage *BatchRuns::makePage()
{
    auto *page = new EndPage(&m_window);
    page->hide();
    connect(page, &EndPage::backRequested, this, [this, page] {
        if (m_panes.page() == page)
            m_pages.leave();
    });
    connect(page, &EndPage::openRequested, this, [this](const QString &modelId) {
        m_pages.leave();
        m_opening.show(modelId);
    });
    connect(page, &EndPage::revertRequested, this, &BatchRuns::revertRequested);
    return page;
}

void BatchRuns::showPage(BatchRun *run)
{
    if (!run)
        return;
    if (!m_page)
        m_page = makePage();
    const Connection *connection = m_workbench.connection();
    const QString where = connection ? visibleText(connection->title(), 40) + u" · "_s
                                           + visibleText(connection->workspaceTitle(), 40)
                                     : QString();
    m_panes.showPage(m_page);
    m_page->showRun(run, where);
    showTray();
}

} // namespace modelscribe

#include "moc_batchruns.cpp"
