// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/batching.h"

#include "core/backgroundwork.h"
#include "lists/draftsmodel.h"
#include "lists/modeltablemodel.h"
#include "model/wording.h"
#include "registry/batchrevert.h"
#include "session/batchkeeper.h"
#include "session/draftsreview.h"
#include "session/handorder.h"
#include "session/workbench.h"
#include "ui/batch/batchpage.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/draftslist.h"
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
#include <QPointer>

namespace modelscribe {

namespace {

constexpr qsizetype pastedAtOnce = 500; // models: no time that anybody would see

//! Which drafts cannot be saved together with others, and why.
QString leftOutText(const DraftsReview &review, int ofMany)
{
    QStringList sentences;
    if (review.newModels > 0)
        sentences.append(
            Batching::tr("%Ln new model(s) is/are left out: each is created by itself.", nullptr,
                         review.newModels));
    if (review.unfinished > 0)
        sentences.append(
            Batching::tr("%Ln draft(s) is/are left out: something in it/them is not a value yet.",
                         nullptr, review.unfinished));
    if (review.busy > 0)
        sentences.append(Batching::tr("%Ln draft(s) is/are left out: the model is being saved.",
                                      nullptr, review.busy));
    if (ofMany > 0)
        sentences.append(
            Batching::tr("%Ln draft(s) of many models is/are left out: each is reviewed by itself.",
                         nullptr, ofMany));
    return wording::joined(sentences);
}

} // namespace

Batching::Batching(Workbench &workbench, const Parts &parts, QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_parts(parts)
    , m_window(window)
    , m_reviewing(new BatchReviewing(workbench, parts.panes, parts.opening, window))
    , m_runs(new BatchRuns(workbench, parts.panes, parts.pages, parts.opening, window))
{
    connect(&parts.many, &ManyEditing::reviewRequested, m_reviewing, [this](BatchSession *session) {
        m_reviewing->review(session, BatchReviewing::Drafts::Decided);
    });
    connect(m_reviewing, &BatchReviewing::agreed, this, &Batching::start);
    connect(m_runs, &BatchRuns::batchOpenRequested, this, &Batching::openDraft);
    connect(m_runs, &BatchRuns::revertRequested, this, &Batching::takeBack);
    connect(&parts.activity, &Activity::groupRevertRequested, this, &Batching::takeBack);
    const BrowsePane &browse = parts.panes.browse();
    connect(&browse.drafts(), &DraftsList::reviewRequested, this, &Batching::reviewDrafts);
    connect(&browse.table(), &ModelTable::draftsReviewRequested, this, &Batching::reviewDrafts);
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
    if (!session || HandOrder::isOrder(*session)) // which the list shows
        return;
    m_workbench.batchDrafts().takeMoved(session);
    if (session->ownEdits().isEmpty())
        m_parts.many.open(session);
    else
        m_reviewing->review(session);
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
            m_reviewing->review(std::move(review), revert->modelIds(), revert->edits());
            return;
        }
        m_parts.panes.strip().show(MessageStrip::Kind::Error, [error = revert->error()] {
            return error ? tr("What was saved could not be read from the history. %1")
                               .arg(wording::whole(*error))
                         : tr("None of it was saved to this registry.");
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
                           : tr("There is no text on the clipboard to paste.");
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
                reviewPasted(ids.first(block.reach(ids.size())), block, chosen, isEmptyToo);
            });
    connect(&m_workbench, &Workbench::connectionChanged, dialog, &QDialog::reject);
    dialog->open();
}

void Batching::reviewPasted(const QStringList &ids, const PastedBlock &block,
                            const QList<PastedColumn> &columns, bool isEmptyToo)
{
    runAside(
        this, ids.size() <= pastedAtOnce,
        [count = ids.size(), block, columns, isEmptyToo] {
            OwnEdits edits;
            for (qsizetype place = 0; place < count; ++place)
                edits.append({.edit = block.edit(place, columns, isEmptyToo), .steps = {}});
            return edits;
        },
        [this, ids, connection = QPointer(m_workbench.connection())](const OwnEdits &edits) {
            if (connection && connection == m_workbench.connection())
                m_reviewing->review(ids, edits);
        });
}

void Batching::reviewDrafts()
{
    if (!m_workbench.connection())
        return;
    const BrowsePane &browse = m_parts.panes.browse();
    QList<EditSession *> sessions = m_workbench.dirtySessions();
    qsizetype ofMany = 0;
    if (browse.showsDrafts()) {
        const DraftsModel &drafts = browse.drafts().drafts();
        sessions.removeIf(
            [&drafts](const EditSession *one) { return drafts.rowOf(one->draftId()) < 0; });
        for (int row = 0; row < drafts.rowCount(); ++row)
            ofMany += drafts.batchAt(row) != nullptr;
    } else if (browse.table().selectedCount() > 1) {
        const QStringList ids = browse.table().selectedIds();
        const QSet<QString> chosen(ids.begin(), ids.end());
        sessions.removeIf(
            [&chosen](const EditSession *one) { return !chosen.contains(one->modelId()); });
    } else {
        ofMany = m_workbench.batchDrafts().drafts().size();
    }
    const DraftsReview review = reviewOfDrafts(m_workbench, sessions);
    const auto leftOut = [review, ofMany] { return leftOutText(review, int(ofMany)); };
    if (review.models.isEmpty()) {
        m_parts.panes.strip().show(MessageStrip::Kind::Info, [leftOut] {
            return wording::joined(
                {tr("There are no drafts here that can be saved together."), leftOut()});
        });
        return;
    }
    m_reviewing->review(
        std::make_unique<BatchReview>(*m_workbench.connection(), review.derive, review.models));
    if (!leftOut().isEmpty())
        m_reviewing->page()->tell(leftOut);
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
