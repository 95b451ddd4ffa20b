// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <QList>

class QWidget;

namespace modelscribe {

class EditNotices;
class EditPlaceKeeper;
class EditSession;
class EditorPane;
class Workbench;

//! What happens to models: opening one in the editor, review and save, revert, delete, create. One
//! that is to be created takes the place of the open model until it is kept, discarded or created.
class Editing : public QObject
{
    Q_OBJECT

public:
    Editing(Workbench &workbench, EditorPane &pane, QWidget &window);

    //! Of the list, or one of which there is only a draft.
    void open(const QString &modelId);
    //! Of the list, or a model to be created.
    void openDraft(EditSession *session);
    void close(); //!< Shows no model.
    EditSession *session() const;

    //! Opens what was open when the program ended, as far as it has a draft: \p last, when no
    //! draft says so. Returns the one in the editor, or nullptr.
    EditSession *comeBack(EditSession *last);
    //! To the tab, field and cursor where the person was; see EditPlaceKeeper.
    void goBack(bool withFocus);
    //! Gives the editor the focus, where the person was in it.
    void enter();
    void notePlace();

    void review();
    void revert();
    void remove();
    //! Puts the id of the model, or all of it as the service writes it, with the edits, on the
    //! clipboard, and says so.
    void copyId();
    void copyJson();
    //! Goes on with a new model that was begun and not sent, if there is one.
    void createNew();
    void createAnother(); //!< Whatever was begun.
    //! Leaves the new model in the editor, which stays a draft.
    void keepForLater();
    //! Opens a new model with the values of \p session, whose model is gone from the registry. Its
    //! draft ends when the copy is created.
    void createCopy(EditSession *session);
    //! Forgets the edits of \p session. For a new model that can be taken back for a while.
    void discard(EditSession *session);

signals:
    void newModelShown();
    //! The editor shows \p modelId again, or nothing.
    void newModelLeft(const QString &modelId);
    void created(const QString &modelId);
    void deleted(const QString &modelId);
    void sessionChanged(); //!< Another one, or something in it.

private:
    void show(EditSession *session);
    void showNew(EditSession *session, bool withFocus = true);
    void leaveNew();
    void takeCreated(EditSession *session);
    void discardNew(EditSession *session);
    EditorPane *paneOf(const EditSession *session) const;
    void askToRemove(const RegisteredModel &model, const std::optional<ModelMetadata> &seen);
    void removeNow(const RegisteredModel &model);
    void tellMoved(EditSession *session, const RegisteredModel &now);
    void tellMerged(EditSession *session, const QStringList &places);
    void compare(EditSession *session, const RegisteredModel &now);
    void recheck();

    Workbench &m_workbench;
    EditorPane &m_pane;
    QWidget &m_window;
    QPointer<EditSession> m_session;
    QString m_before; //!< What was open when a new model took its place.
    struct Copy
    {
        QPointer<EditSession> copy;
        QPointer<EditSession> original; //!< Ends when the copy is created.
    };
    QList<Copy> m_copies;
    EditPlaceKeeper *m_place;
    EditNotices *m_notices;
    QTimer m_recheck;
};

} // namespace modelscribe
