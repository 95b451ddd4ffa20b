// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/batching.h"

#include "lists/modeltablemodel.h"
#include "model/pastedblock.h"
#include "model/wording.h"
#include "registry/batchrevert.h"
#include "session/batchkeeper.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/labels/labelswindow.h"
#include "ui/many/pastevaluesdialog.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/activity.h"
#include "ui/window/batchreviewing.h"
#include "ui/window/batchruns.h"
#include "ui/window/manyediting.h"
#include "ui/window/pages.h"
#include "ui/window/windowpanes.h"

#include <QClipboard>
#include <QGuiApplication>

namespace modelscribe {

Batching::Batching(Workbench &workbench, const Parts &parts, QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_parts(parts)
    , m_window(window)
    , m_reviewing(new BatchReviewing(workbench, parts.panes, parts.opening, window))
    , m_runs(new BatchRuns(workbench, parts.panes, parts.pages, parts.opening, window))
{
    connect(&parts.many, &ManyEditing::reviewRequested, m_reviewing,
            qOverload<BatchSession *>(&BatchReviewing::review));
    connect(m_reviewing, &BatchReviewing::agreed, this, &Batching::start);
    connect(m_runs, &BatchRuns::batchOpenRequested, this, &Batching::openDraft);
    connect(m_runs, &BatchRuns::revertRequested, this, &Batching::takeBack);
    connect(&parts.activity, &Activity::groupRevertRequested, this, &Batching::takeBack);
}

Batching::~Batching() = default;

void Batching::start(const ChangeSet &set, BatchSession *session)
{
    if (!m_runs->start(set) || !session)
        return;
    if (m_labels && session == m_labels->plan().session())
        m_labels->plan().clear(); // drops it too
    else
        m_workbench.batchDrafts().drop(session);
}

void Batching::openDraft(const QUuid &id)
{
    BatchSession *session = m_workbench.batchDrafts().find(id);
    if (!session || session->edit().isOfEach()) // which the list shows
        return;
    m_workbench.batchDrafts().takeMoved(session);
    m_parts.many.open(session);
}

//! Through the same review as any change of many models.
void Batching::takeBack(const QUuid &group)
{
    m_revert = m_workbench.revertOf(group);
    if (!m_revert)
        return;
    connect(m_revert.get(), &BatchRevert::finished, this, [this] {
        BatchRevert *const revert = m_revert.release(); // it is telling this
        revert->deleteLater();
        std::unique_ptr<BatchReview> review = revert->review();
        if (review) {
            m_window.raise();
            m_window.activateWindow();
            m_reviewing->review(std::move(review));
            return;
        }
        m_parts.panes.strip().show(MessageStrip::Kind::Error, [error = revert->error()] {
            return error ? tr("What was saved could not be read from the history. %1")
                               .arg(wording::whole(*error))
                         : tr("Nothing of it was saved to this registry.");
        });
    });
    m_revert->start();
}

void Batching::pasteValues()
{
    BrowsePane &browse = m_parts.panes.browse();
    ModelTable &table = browse.table();
    const QStringList ids = table.selectedIds();
    const auto block = PastedBlock::fromText(QGuiApplication::clipboard()->text());
    if (!block || ids.isEmpty() || browse.showsDrafts()) {
        m_parts.panes.strip().show(MessageStrip::Kind::Info, [hasText = block.has_value()] {
            return hasText ? tr("Select the models in the list first, then paste.")
                           : tr("There is no text on the clipboard to be pasted.");
        });
        return;
    }
    const int column = table.currentIndex().column();
    const QList<ModelColumn> &columns = browse.models().columns();
    const bool isColumn = column >= 0 && column < columns.size();
    const ModelField *first = isColumn ? findField(columns[column].id()) : nullptr;
    auto *dialog = new PasteValuesDialog(*block, ids.size(), first, &m_window);
    connect(dialog, &PasteValuesDialog::chosen, this,
            [this, ids, block = *block](const QList<PastedColumn> &chosen, bool isEmptyToo) {
                m_reviewing->review(
                    ids.first(block.reach(ids.size())),
                    [block, chosen, isEmptyToo](const RegisteredModel &model, qsizetype place) {
                        return Result<Derived>(Derived{
                            .edited = block.applied(model.metadata, place, chosen, isEmptyToo)});
                    });
            });
    connect(&m_workbench, &Workbench::connectionChanged, dialog, &QDialog::reject);
    dialog->open();
}

void Batching::showLabels()
{
    if (!m_labels) {
        m_labels = std::make_unique<LabelsWindow>(m_workbench);
        m_labels->setAttribute(Qt::WA_QuitOnClose, false);
        m_labels->setWindowIcon(m_window.windowIcon());
        connect(m_labels.get(), &LabelsWindow::reviewRequested, this,
                [this](BatchSession *session) {
                    m_window.raise();
                    m_window.activateWindow();
                    m_reviewing->review(session);
                });
        connect(m_labels.get(), &LabelsWindow::searchRequested, this, [this](const QString &query) {
            m_parts.pages.leave();
            m_parts.panes.header().searchBox().setQuery(query);
            m_window.raise();
            m_window.activateWindow();
        });
    }
    m_labels->show();
    m_labels->raise();
    m_labels->activateWindow();
}

} // namespace modelscribe

#include "moc_batching.cpp"
