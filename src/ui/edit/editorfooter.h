// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"

#include <QFrame>
#include <QPointer>

#include <memory>

namespace Ui {
class EditorFooter;
}

namespace modelscribe {

//! The foot of the editor: what is not saved yet, and the buttons that end that.
class EditorFooter : public QFrame
{
    Q_OBJECT

public:
    explicit EditorFooter(QWidget *parent = nullptr);
    ~EditorFooter() override;

    //! \p isSaving: the model is being saved, and nothing can be changed.
    void showModel(const EditSession &session, bool isSaving);
    //! Why there is nothing to review; empty when there is.
    static QString whyNothingToSave(const EditSession &session, bool isSaving);
    //! Focuses the button that leads to the review.
    void focusReview();

signals:
    void reviewRequested();
    void revertRequested();
    void keepRequested();
    void discardRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void refreshButtons(const QString &why, bool hasErrors);

    std::unique_ptr<Ui::EditorFooter> m_ui;
    QPointer<const EditSession> m_session;
    bool m_isSaving = false;
};

} // namespace modelscribe
