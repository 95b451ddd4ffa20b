// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registeredmodel.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace modelscribe {

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

    void open(const QString &modelId);
    void close(); //!< Shows no model.
    EditSession *session() const;

    void review();
    void revert();
    void remove();
    //! Goes on with a new model that was begun and not sent, if there is one.
    void createNew();

signals:
    void created(const QString &modelId);
    void deleted(const QString &modelId);
    void sessionChanged(); //!< Another one, or something in it.

private:
    void removeNow(const QString &modelId, const QString &name);
    void tellMoved(EditSession *session, const RegisteredModel &now);
    void tellMerged(EditSession *session, const QStringList &places);
    void compare(EditSession *session, const RegisteredModel &now);
    void recheck();

    Workbench &m_workbench;
    EditorPane &m_pane;
    QWidget &m_window;
    QPointer<EditSession> m_session;
    QPointer<NewModelDialog> m_newModel;
    QTimer m_recheck;
};

} // namespace modelscribe
