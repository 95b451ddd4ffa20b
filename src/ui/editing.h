// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registeredmodel.h"

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
class NewModelDialog;
class Workbench;

//! What happens to models: opening one in the editor, review and save, revert, delete, create.
class Editing : public QObject
{
    Q_OBJECT

public:
    Editing(Workbench &workbench, EditorPane &pane, QWidget &window);

    //! Of the list, or one of which there is only a draft.
    void open(const QString &modelId);
    //! Of the list, or a model to be created, which gets a window of its own.
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
    //! Opens a new model with the values of \p session, whose model is gone from the registry. Its
    //! draft ends when the copy is created.
    void createCopy(EditSession *session);
    //! Forgets the edits of \p session.
    void discard(EditSession *session);

signals:
    void created(const QString &modelId);
    void deleted(const QString &modelId);
    void sessionChanged(); //!< Another one, or something in it.

private:
    void show(EditSession *session);
    NewModelDialog *showNew(EditSession *session);
    NewModelDialog *dialogOf(const EditSession *session) const;
    EditorPane *paneOf(const EditSession *session) const;
    void removeNow(const QString &modelId, const QString &name);
    void tellMoved(EditSession *session, const RegisteredModel &now);
    void tellMerged(EditSession *session, const QStringList &places);
    void compare(EditSession *session, const RegisteredModel &now);
    void recheck();

    Workbench &m_workbench;
    EditorPane &m_pane;
    QWidget &m_window;
    QPointer<EditSession> m_session;
    QList<QPointer<NewModelDialog>> m_newModels;
    EditPlaceKeeper *m_place;
    EditNotices *m_notices;
    QTimer m_recheck;
};

} // namespace modelscribe
