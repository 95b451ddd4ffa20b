// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"
#include "session/saveplan.h"

#include <QDialog>
#include <QPointer>

#include <memory>

namespace Ui {
class ReviewDialog;
}

namespace modelscribe {

class SaveRun;
class Workbench;

//! Shows everything a save would change and every request it would send, sends it once the person
//! agrees, and says what came of it.
class ReviewDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Stage { Asking, Running, Over };

    ReviewDialog(Workbench &workbench, EditSession &session, SavePlan plan,
                 QWidget *parent = nullptr);
    ~ReviewDialog() override;

    //! Makes the plan of \p session and shows a dialog that deletes itself; nullptr when there is
    //! nothing to save or an error stands (EditSession::problems() says which).
    static ReviewDialog *openFor(Workbench &workbench, EditSession &session, QWidget *parent);

    Stage stage() const { return m_stage; }
    const SavePlan &plan() const { return m_plan; }
    //! What finished runs lead to; public so that every outcome can be looked at.
    void showOutcome(const SaveOutcome &outcome);

public slots:
    void save();
    void reject() override;

signals:
    void saved(const modelscribe::SaveOutcome &outcome); //!< The dialog is gone right after.
    void retryRequested(); //!< The person wants a new plan; the dialog is gone right after.

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildCopyMenu();
    void retranslate();
    void showChanges();
    void showCancel();
    void start(bool allowSameName);
    void offer(void (ReviewDialog::*action)());
    void showConflict(const SaveOutcome &outcome);
    void decideConflict();
    void mergeAndPlan(const QHash<QString, MergeSide> &decisions);
    QString notSentYet() const;
    void createAnother();
    void retry();
    void setMessage(const QString &text, bool bad, const QString &details);
    void setStage(Stage stage);

    std::unique_ptr<Ui::ReviewDialog> m_ui;
    Workbench &m_workbench;
    QPointer<EditSession> m_session;
    SavePlan m_plan;
    std::optional<RegisteredModel> m_now;
    std::optional<SaveOutcome> m_outcome; //!< Of the last run.
    QStringList m_takenOver; //!< Places that were merged from the registry for this plan.
    QAction *m_copyHttp = nullptr;
    QPointer<SaveRun> m_run;
    void (ReviewDialog::*m_offered)() = nullptr;
    Stage m_stage = Stage::Asking;
};

} // namespace modelscribe
