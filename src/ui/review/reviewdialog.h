// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/reviewflow.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui {
class ReviewDialog;
}

namespace modelscribe {

//! Shows everything a save would change and every request it would send, sends it once the person
//! agrees, and says what came of it and what can be done then. ReviewFlow holds what happens.
class ReviewDialog : public QDialog
{
    Q_OBJECT

public:
    using Stage = ReviewFlow::Stage;

    ReviewDialog(Workbench &workbench, EditSession &session, SavePlan plan,
                 QWidget *parent = nullptr);
    ~ReviewDialog() override;

    //! Makes the plan of \p session and shows a dialog that deletes itself; nullptr when there is
    //! nothing to save or an error stands (EditSession::problems() says which).
    static ReviewDialog *openFor(Workbench &workbench, EditSession &session, QWidget *parent);
    //! The same, not shown yet: it may stand in a pane instead of in a window.
    static ReviewDialog *makeFor(Workbench &workbench, EditSession &session, QWidget *parent);

    Stage stage() const { return m_flow.stage(); }
    const SavePlan &plan() const { return m_flow.plan(); }
    //! What finished runs lead to; public so that every outcome can be looked at.
    void showOutcome(const SaveOutcome &outcome) { m_flow.takeOutcome(outcome); }

public slots:
    //! Of a protected profile: once the name is typed.
    void save();
    void reject() override;

signals:
    //! Everything that was agreed to, \p changes in number; the dialog is gone right after.
    void saved(const modelscribe::SaveOutcome &outcome, int changes);
    //! The model is gone, and the person wants its values as a new one; the dialog is gone right
    //! after.
    void copyRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectFlow();
    void refresh();
    void showPlan();
    void showStage();
    void showCurrentStep();
    void fitHeight();
    void showChanges();
    void showResult();
    void showButtons();
    void showOffer(QPushButton *button, const QString &text);
    void takeOffer(const QPushButton *button);
    void decideConflict();
    QString statusText() const;
    QString resultText() const;
    QString whereTo() const;

    std::unique_ptr<Ui::ReviewDialog> m_ui;
    Workbench &m_workbench;
    ReviewFlow m_flow;
    std::optional<ReviewOffer> m_main;   //!< Behind the button to go on with.
    std::optional<ReviewOffer> m_second; //!< Behind the one beside it.
};

} // namespace modelscribe
