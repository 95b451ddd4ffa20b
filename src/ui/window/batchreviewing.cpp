// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/batchreviewing.h"

#include "core/backgroundwork.h"
#include "lists/takennames.h"
#include "registry/accesswording.h"
#include "registry/catalog.h"
#include "registry/connection.h"
#include "session/batchkeeper.h"
#include "session/editsession.h"
#include "session/workbench.h"
#include "ui/batch/batchpage.h"
#include "ui/browse/browsepane.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/opening.h"
#include "ui/window/windowpanes.h"

namespace modelscribe {

BatchReviewing::BatchReviewing(Workbench &workbench, WindowPanes &panes, Opening &opening,
                               QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_panes(panes)
    , m_opening(opening)
    , m_window(window)
{
    // Whatever else is shown: what is not shown reads nothing.
    connect(&panes, &WindowPanes::pageChanged, this, [this] {
        if (m_page && m_panes.page() != m_page)
            m_page->clear();
    });
}

BatchPage &BatchReviewing::openPage()
{
    if (m_page)
        return *m_page;
    m_page = new BatchPage(&m_window);
    m_page->hide();
    connect(m_page, &BatchPage::backRequested, this, &BatchReviewing::goBack);
    connect(m_page, &BatchPage::checked, this, &BatchReviewing::findTakenNames);
    connect(m_page, &BatchPage::leftOutChanged, this, [this](const QString &modelId, bool out) {
        if (m_session)
            m_session->leaveOut(modelId, out);
    });
    connect(m_page, &BatchPage::openRequested, this, [this](const QString &modelId) {
        leave();
        m_opening.show(modelId);
    });
    connect(m_page, &BatchPage::agreed, this, [this](const ChangeSet &set) {
        const QPointer<BatchSession> session = m_session;
        leave();
        emit agreed(set, session);
    });
    return *m_page;
}

QList<RegisteredModel> BatchReviewing::known(const QStringList &modelIds) const
{
    QList<RegisteredModel> models;
    models.reserve(modelIds.size());
    for (const QString &id : modelIds) {
        const RegisteredModel *model = m_workbench.catalog()->find(id);
        models.append(model ? *model : RegisteredModel{.id = id});
    }
    return models;
}

void BatchReviewing::review(BatchSession *session, Drafts drafts)
{
    Connection *connection = m_workbench.connection();
    if (!connection || !m_workbench.catalog())
        return;
    const QList<RegisteredModel> models = known(session->modelIds());
    show(session->ownEdits().isEmpty()
             ? std::make_unique<BatchReview>(*connection, session->edit(), models)
             : std::make_unique<BatchReview>(*connection, session->ownEdits().derivation(), models),
         session, drafts);
}

void BatchReviewing::review(const QStringList &modelIds, const BatchEdit &edit)
{
    Connection *connection = m_workbench.connection();
    if (connection && m_workbench.catalog())
        show(std::make_unique<BatchReview>(*connection, edit, known(modelIds)), nullptr,
             Drafts::Hold);
}

void BatchReviewing::review(const QStringList &modelIds, const OwnEdits &edits)
{
    if (m_workbench.connection() && m_workbench.catalog())
        review(std::make_unique<BatchReview>(*m_workbench.connection(), edits.derivation(),
                                             known(modelIds)),
               modelIds, edits);
}

void BatchReviewing::review(std::unique_ptr<BatchReview> review, const QStringList &modelIds,
                            const OwnEdits &edits)
{
    if (!m_workbench.connection())
        return;
    BatchSession *session = nullptr;
    if (!edits.isEmpty()) {
        session = m_workbench.batchDrafts().create(modelIds);
        session->setOwnEdits(edits);
    }
    show(std::move(review), session, Drafts::Hold);
}

void BatchReviewing::review(std::unique_ptr<BatchReview> review)
{
    if (m_workbench.connection())
        show(std::move(review), nullptr, Drafts::Decided);
}

BatchGrid::Doubts BatchReviewing::doubtsAbout(const BatchReview &review, Drafts drafts) const
{
    BatchGrid::Doubts doubts;
    if (drafts == Drafts::Hold) {
        for (const EditSession *session : m_workbench.dirtySessions()) {
            if (!session->isNew())
                doubts.drafts.insert(session->modelId());
        }
    }
    for (qsizetype i = 0; i < review.size(); ++i) {
        const RegisteredModel &model = review.item(i).base;
        if (const QString why = accesswording::whyNotChanged(m_workbench.access(), model);
            !why.isEmpty())
            doubts.notYours.insert(model.id, why);
    }
    return doubts;
}

void BatchReviewing::show(std::unique_ptr<BatchReview> review, BatchSession *session, Drafts drafts)
{
    BatchPage &page = openPage();
    m_panes.showPage(&page);
    m_session = session;
    const BatchGrid::Doubts doubts = doubtsAbout(*review, drafts);
    page.review(*m_workbench.connection(), std::move(review),
                session ? session->leftOut() : QSet<QString>(), doubts);
}

void BatchReviewing::findTakenNames()
{
    if (!m_workbench.catalog())
        return;
    TakenNames names(*m_workbench.catalog(), *m_page->currentReview());
    if (names.isEmpty())
        return;
    const QPointer<const BatchReview> review = m_page->currentReview();
    runAside(
        this, false, [names = std::move(names)] { return names.find(); },
        [this, review](const QSet<qsizetype> &taken) {
            if (review && review == m_page->currentReview())
                m_page->grid().setTakenNames(taken);
        });
}

void BatchReviewing::leave()
{
    if (!m_page || m_panes.page() != m_page)
        return;
    m_panes.showPage(nullptr);
    m_panes.browse().focusList(); // else the focus falls on whatever comes behind the page
}

//! What is in no form would seem to be gone.
void BatchReviewing::goBack()
{
    leave();
    if (!m_session || m_session->ownEdits().isEmpty())
        return;
    m_panes.strip().show(
        MessageStrip::Kind::Info, [] { return tr("What was to be saved is kept in Drafts."); },
        [] { return tr("Discard it"); },
        [this, session = m_session] {
            if (session)
                m_workbench.batchDrafts().drop(session);
        });
}

} // namespace modelscribe

#include "moc_batchreviewing.cpp"
