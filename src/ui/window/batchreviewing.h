// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/batchgrid.h"
#include "registry/ownedits.h"

#include <QObject>
#include <QPointer>

namespace modelscribe {

class BatchPage;
class BatchSession;
class Opening;
class WindowPanes;
class Workbench;

//! What would become of many models, shown in place of list and editor before anything is sent.
class BatchReviewing : public QObject
{
    Q_OBJECT

public:
    BatchReviewing(Workbench &workbench, WindowPanes &panes, Opening &opening, QWidget &window);

    //! Models that have unsaved edits of their own.
    enum class Drafts {
        Hold,   //!< Are left out until somebody ticks them.
        Decided //!< Somebody was asked, or it is what they say that is reviewed.
    };

    //! Of \p session, which hears what is left out.
    void review(BatchSession *session, Drafts drafts = Drafts::Hold);
    //! Of what is no draft: it can be said again at once.
    void review(const QStringList &modelIds, const BatchEdit &edit);
    //! Where each of the models \p modelIds becomes something of its own. It is a draft from then
    //! on.
    void review(const QStringList &modelIds, const OwnEdits &edits);
    //! The same with \p review of them, which has not begun.
    void review(std::unique_ptr<BatchReview> review, const QStringList &modelIds,
                const OwnEdits &edits);
    //! One of what drafts say, which has not begun.
    void review(std::unique_ptr<BatchReview> review);
    BatchPage *page() const { return m_page; }
    void leave(); //!< Back to list and pane; nothing is sent.

signals:
    //! Of \p session, which is nullptr without one.
    void agreed(const modelscribe::ChangeSet &set, modelscribe::BatchSession *session);

private:
    BatchPage &openPage();
    QList<RegisteredModel> known(const QStringList &modelIds) const;
    void show(std::unique_ptr<BatchReview> review, BatchSession *session, Drafts drafts);
    BatchGrid::Doubts doubtsAbout(const BatchReview &review, Drafts drafts) const;
    void findTakenNames();
    void goBack();

    Workbench &m_workbench;
    WindowPanes &m_panes;
    Opening &m_opening;
    QWidget &m_window;
    BatchPage *m_page = nullptr; //!< Made when it is first wanted.
    QPointer<BatchSession> m_session;
};

} // namespace modelscribe
