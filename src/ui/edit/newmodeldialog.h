// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"

#include <QDialog>
#include <QPointer>

namespace modelscribe {

class EditPlaceKeeper;
class EditorPane;
class Workbench;

//! Fills in and creates a model in a window of its own, beside the main one. Show it with show().
//! Closing it keeps what was typed as a draft of the workbench; an untouched session is discarded.
class NewModelDialog : public QDialog
{
    Q_OBJECT

public:
    NewModelDialog(Workbench &workbench, EditSession &session, QWidget *parent = nullptr);

    EditorPane &pane() const { return *m_pane; }
    //! See EditPlaceKeeper.
    void notePlace();

public slots:
    void done(int result) override;
    void setVisible(bool visible) override;

signals:
    void created(const QString &modelId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void review();

    Workbench &m_workbench;
    QPointer<EditSession> m_session;
    EditorPane *m_pane;
    EditPlaceKeeper *m_place;
    bool m_wasShown = false;
};

} // namespace modelscribe
