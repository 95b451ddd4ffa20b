// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelmerge.h"
#include "model/registeredmodel.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace modelscribe {

class EditNotices;
class EditPlaceKeeper;
class EditSession;
class EditorPane;
class NewModels;
class Workbench;

//! What happens to the model in the editor: opening it, review and save, revert, delete.
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
    //! Those that are still to be created.
    NewModels &newModels() const { return *m_newModels; }
    //! Whatever the person chose; nullptr shows no model.
    void show(EditSession *session);

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
    //! Forgets the edits of \p session. For a new model that can be taken back for a while.
    void discard(EditSession *session);

signals:
    void created(const QString &modelId);
    void deleted(const QString &modelId);
    void sessionChanged(); //!< Another one, or something in it.

private:
    EditorPane *paneOf(const EditSession *session) const;
    void askToRemove(const RegisteredModel &model, const std::optional<ModelMetadata> &seen);
    void removeNow(const RegisteredModel &model);
    void tellMoved(EditSession *session, const RegisteredModel &now, const ModelMerge &merge);
    void tellMerged(EditSession *session, const QStringList &places);
    void compare(EditSession *session, const RegisteredModel &now, const ModelMerge &merge);
    void recheck();

    Workbench &m_workbench;
    EditorPane &m_pane;
    QWidget &m_window;
    QPointer<EditSession> m_session;
    EditPlaceKeeper *m_place;
    NewModels *m_newModels;
    EditNotices *m_notices;
    QTimer m_recheck;
};

} // namespace modelscribe
