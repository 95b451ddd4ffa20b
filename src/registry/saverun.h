// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/saveprogress.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>

#include <chrono>
#include <functional>

namespace modelscribe {

//! The world as a save sees it; tests hand in their own.
struct SaveRunOptions
{
    //! Pauses before each look for a model whose creation was not answered, and before each further
    //! look for an update that may still be under way.
    QList<std::chrono::milliseconds> lookPauses{std::chrono::milliseconds(500),
                                                std::chrono::milliseconds(1500),
                                                std::chrono::milliseconds(4000)};
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    qint64 clockSkew = 0; //!< Seconds from this computer's clock to the service's.
    //! Called once, after the checks and before the first write is sent, which waits for its end,
    //! good or bad: the journal notes down what is about to happen.
    std::function<QFuture<Result<std::monostate>>(const SavePlan &)> beforeWrites;
    //! SaveInquiry: a model that is not there so long after its creation was sent was not created.
    std::chrono::milliseconds goneAfter{120'000};
};

class CreatedSearch;

// The course of a save, step by step of its plan:
//
//   check ─ another model than was planned for ──→ Conflict (or Partly, after a step was Done)
//     │     a model of the name of a new one ────→ NameTaken
//     ↓
//   beforeWrites, once: the journal notes down what is about to happen
//     ↓
//   write ─ answered well ───────────────────────→ Done, the next step
//     │     refused ─────────────────────────────→ Failed (or Partly)
//     │     surely not carried out ──────────────→ startOver(): after a pause, from the check on
//     │     answer lost ─ update: read the model ─ it is held ──→ Done
//     │                 │                          it is not ───→ looked again a few times; Failed
//     │                 │                          neither ─────→ Unknown
//     │                 └ create: CreatedSearch ── found ───────→ Done
//     │                                            not found ───→ Unknown
//     ↓
//   verify: read back ─ other values ────────────→ NotTaken, else Saved; unread: Unverified
//                       old label values, once ──→ the plan gets their removal, another post and
//                                                  another read-back
//
// cancel() before the first write ends it as Cancelled; later the request under way is waited for.
//
// What may never happen: a write that may have been carried out is sent again; a write goes out
// after a check that is older than the pause before it; finished() comes twice or never; a step
// that is Done becomes anything else.

//! Carries out one SavePlan, step by step, and stops at the first that fails.
class SaveRun : public SaveProgress
{
    Q_OBJECT

public:
    SaveRun(Client &client, SavePlan plan, QObject *parent = nullptr);

    void setOptions(SaveRunOptions options);
    const SaveRunOptions &options() const { return m_options; }
    //! Create: go on although a model of this name exists (after Result::NameTaken, in a new run).
    void allowSameName() { m_allowSameName = true; }

    //! Once.
    void start();
    //! Before the first write: ends as Cancelled. Later: lets the running request finish, then
    //! stops.
    void cancel() override;

signals:
    //! This registry is one of LabelPost::KeepsOld; plan() has more steps now.
    void oldLabelsKept();

private:
    void clientGone() override;
    void next();
    void announceWrites();
    void runStep();

    void takeNames(const Result<operations::ModelPage> &page);
    void takeUnchanged(const Result<RegisteredModel> &model);
    void takeCreated(const Result<QString> &id);
    void created(const QString &id, bool foundByName);
    void takeWritten(const Result<std::monostate> &answer);
    void takeReadBack(const Result<RegisteredModel> &model);
    void replaceKeptLabels(const ModelMetadata &now);

    void lookForCreated();
    void lookAgain();
    void takeLook(const Result<RegisteredModel> &model);
    void startOver(const Error &error);
    void stopAfterCancel();

    SaveRunOptions m_options;
    bool m_allowSameName = false;
    bool m_announced = false;
    bool m_cancelled = false;
    bool m_pausing = false;           //!< Before it starts over.
    QHash<qsizetype, int> m_attempts; //!< How often the write of a step was sent.
    QSet<QString> m_idsBefore;        //!< Of models of this name before the create.
    QDateTime m_sentAt;               //!< The create, by this computer's clock.
    std::optional<Error> m_lost;
    qsizetype m_looks = 0;
    CreatedSearch *m_search = nullptr;
};

} // namespace modelscribe
