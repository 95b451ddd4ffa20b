// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/saveplan.h"
#include "session/editsession.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace modelscribe {

class SaveProgress;
class Workbench;

//! What a person may choose once a run has ended.
enum class ReviewOffer {
    TryAgain,      //!< The same plan once more; nothing of it was written.
    RetryRest,     //!< What is not done yet of what was agreed to.
    RestoreLabels, //!< Shows the plan that puts the old labels back.
    LookAgain,     //!< Reads what came of it; sends nothing.
    ReadBackAgain, //!< The same after everything was written.
    CreateAnother, //!< Although a model of this name exists.
    ChooseWhatToKeep,
    TakeRegistry, //!< The values that the registry holds instead of those it did not take.
    CopyAsNew
};

//! The course of a review from the plan to its end, without widgets: asking, sending, what came of
//! it, and what can be done then.
class ReviewFlow : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Asking,
        Offline,    //!< Asking, but there is no connection: nothing can be sent.
        Connecting, //!< The same while a connection is tried.
        Running,
        Over
    };

    enum class Obstacle {
        None,
        NothingLeft,     //!< The registry's values won everything.
        CannotBeSaved,   //!< What a conflict left does not pass the checks.
        OtherConnection, //!< The model is not one of the connection in use.
        SavingAlready
    };

    ReviewFlow(Workbench &workbench, EditSession &session, SavePlan plan,
               QObject *parent = nullptr);

    Stage stage() const { return m_stage; }
    //! As it was agreed to or is asked about; its steps stay as they were made.
    const SavePlan &plan() const { return m_plan; }
    //! All that was agreed to, when plan() is only the rest of it.
    const SavePlan &agreed() const { return m_agreed; }
    EditSession *session() const { return m_session; }
    //! Of the last run.
    const std::optional<SaveOutcome> &outcome() const { return m_outcome; }
    //! After a conflict: the model as the registry holds it.
    const std::optional<RegisteredModel> &now() const { return m_now; }
    //! The merge of now() and the session, which decide() is about; nullopt while there is nothing
    //! to decide.
    const std::optional<ModelMerge> &merge() const { return m_merge; }
    //! Places that were merged from the registry for plan().
    const QStringList &takenOver() const { return m_takenOver; }
    //! Whether plan() puts labels back instead of saving.
    bool isRestoring() const { return m_restoring; }
    bool isLooking() const { return m_looking; }   //!< The run only reads.
    bool isStopping() const { return m_stopping; } //!< After stop(), until the run has ended.
    //! Something of this review is written.
    bool hasWritten() const { return m_hasWritten; }
    //! outcome() was found out by reading only.
    bool hasLooked() const { return m_hasLooked; }
    //! Why it is over without an outcome.
    Obstacle obstacle() const { return m_obstacle; }

    //! The first one is the one to go on with.
    QList<ReviewOffer> offers() const;
    void take(ReviewOffer offer);
    void save();
    void stop();
    void tryToConnect();
    //! After a conflict: makes the plan that \p decisions about merge() lead to, to be asked about.
    void decide(const QHash<QString, MergeSide> &decisions);
    void takeOutcome(const SaveOutcome &outcome);

signals:
    void planChanged(); //!< Another one to ask about.
    //! The same or the rest of it is sent; what is done of the one before stays done if \p isRest.
    void planStarted(bool isRest);
    //! Of a plan that is being run or was; \p plan has the states of its steps.
    void stepChanged(const modelscribe::SavePlan &plan, int index);
    void stageChanged();
    void saved(const modelscribe::SaveOutcome &outcome); //!< Everything that was agreed to.
    void valuesTaken(); //!< ReviewOffer::TakeRegistry is done; there is nothing left to say.

private:
    //! What decisions about a merge lead to.
    struct Decided
    {
        ModelMerge merge;
        Result<SavePlan> plan;
    };

    void forgetOutcome();
    void mergeThen(const std::function<void()> &then);
    void takeDecided(const QHash<QString, MergeSide> &decisions, const Decided &decided);
    void ask(SavePlan plan);
    void start(bool isRest);
    void look();
    void follow(SaveProgress *run);
    void retryRest();
    void restoreLabels();
    void keepWhatWasNotTaken();
    void registryMoved();
    bool takeLook(const SaveOutcome &outcome);
    void setStage(Stage stage);
    void endAt(Obstacle obstacle);
    void followConnection();
    void checkConnection();

    Workbench &m_workbench;
    QPointer<EditSession> m_session;
    SavePlan m_plan;
    SavePlan m_agreed;
    std::optional<SaveOutcome> m_outcome;
    std::optional<RegisteredModel> m_now;
    std::optional<ModelMerge> m_merge;
    QStringList m_takenOver;
    QPointer<SaveProgress> m_run;
    QDateTime m_startedAt; //!< Of the last run that could write.
    Stage m_stage = Stage::Asking;
    bool m_allowSameName = false;
    bool m_restoring = false;
    bool m_looking = false;
    bool m_stopping = false;
    bool m_hasWritten = false;
    bool m_hasLooked = false;
    Obstacle m_obstacle = Obstacle::None;
};

} // namespace modelscribe
