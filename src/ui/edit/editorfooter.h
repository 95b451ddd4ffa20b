// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"
#include "ui/widgets/panefooter.h"

#include <QPointer>

#include <memory>

namespace Ui {
class EditorFooter;
}

namespace modelscribe {

//! The foot of the editor: what is not saved yet, and the buttons that end that.
class EditorFooter : public PaneFooter
{
    Q_OBJECT

public:
    explicit EditorFooter(QWidget *parent = nullptr);
    ~EditorFooter() override;

    //! Why nothing can be changed just now.
    enum class Hold { None, Saving, Locked };

    void showModel(const EditSession &session, Hold hold);
    //! Why there is nothing to review; empty when there is.
    static QString whyNothingToSave(const EditSession &session, Hold hold);
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
    Hold m_hold = Hold::None;
};

} // namespace modelscribe
