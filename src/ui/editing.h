// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace modelscribe {

class DeleteDialog;
class EditSession;
class EditorPane;
class NewModelDialog;
class ReviewDialog;
class Workbench;
struct SaveOutcome;

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
    void createNew();

signals:
    void created(const QString &modelId);
    void deleted(const QString &modelId);
    void savedAs(const QString &modelId);
    void sessionChanged();

private:
    void reviewFinished(EditSession &session);

    Workbench &m_workbench;
    EditorPane &m_pane;
    QWidget &m_window;
    QPointer<NewModelDialog> m_newModel;
};

} // namespace modelscribe
