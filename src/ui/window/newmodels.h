// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

namespace modelscribe {

class EditSession;
class Editing;
class EditorPane;
class Workbench;

//! Models that are still to be created: begun, kept for later, discarded, created. One that is
//! shown takes the place of the open model until then.
class NewModels : public QObject
{
    Q_OBJECT

public:
    NewModels(Workbench &workbench, EditorPane &pane, Editing &editing);

    //! Goes on with one that was begun and not sent, if there is one.
    void create();
    void createAnother(); //!< Whatever was begun.
    //! Opens a new model with the values of \p session, whose model is gone from the registry. Its
    //! draft ends when the copy is created.
    void createCopy(EditSession *session);
    //! Another model that begins with its values; nullptr: nothing happens.
    void createFrom(EditSession *session);
    //! Takes the place of the open model.
    void show(EditSession *session, bool withFocus = true);
    //! Leaves the one in the editor, which stays a draft.
    void keepForLater();
    //! Which can be taken back for a while.
    void discard(EditSession *session);
    //! The session has become the registry's.
    void takeCreated(EditSession *session);

signals:
    void shown();
    //! The editor shows \p modelId again, or nothing.
    void left(const QString &modelId);
    void created(const QString &modelId);

private:
    struct Copy
    {
        QPointer<EditSession> copy;
        QPointer<EditSession> original; //!< Ends when the copy is created.
    };

    void leave();

    Workbench &m_workbench;
    EditorPane &m_pane;
    Editing &m_editing;
    QString m_before; //!< What was open when a new model took its place.
    QList<Copy> m_copies;
};

} // namespace modelscribe
