// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/saveprogress.h"
#include "registry/saverun.h"

namespace modelscribe {

class CreatedSearch;

//! Sends no write, but finds out by reading what of a plan is in the registry, because its answers
//! or the program that waited for them were lost.
//!
//! A create is looked for by its name and content, among the models made since it was sent. Every
//! write ends as Done or Failed (nothing of it is there), or Unknown: what is there is neither, or
//! (then SaveOutcome::now is not set) reading did not tell.
class SaveInquiry : public SaveProgress
{
    Q_OBJECT

public:
    //! \p sentAt: when the plan was begun, by this computer's clock.
    SaveInquiry(Client &client, SavePlan plan, const QDateTime &sentAt, SaveRunOptions options,
                QObject *parent = nullptr);

    void start(); //!< Once.
    void cancel() override;

private:
    friend class SaveProgress; // calls back

    void clientGone() override;
    void look();
    void takeHeld(const Result<RegisteredModel> &model);
    void lookForCreated();
    void created(const QString &id);
    void giveUp();
    void takeReadBack(const Result<RegisteredModel> &model);
    void endAll(StepState state, const Error &error);

    QDateTime m_sentAt;
    SaveRunOptions m_options;
    Error m_lost;
    CreatedSearch *m_search = nullptr;
    bool m_cancelled = false;
};

} // namespace modelscribe
