// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "session/saveplan.h"

#include <QObject>
#include <QPointer>

namespace modelscribe {

//! Carries out one SavePlan, step by step, and stops at the first that fails.
//!
//! A write whose answer was lost is never sent again blindly: an update is settled by reading the
//! model, a create by looking for a model of exactly this name that was not there before.
class SaveRun : public QObject
{
    Q_OBJECT

public:
    SaveRun(Client &client, SavePlan plan, QObject *parent = nullptr);
    ~SaveRun() override;

    const SavePlan &plan() const { return m_outcome.plan; }
    bool isRunning() const;

    //! Once.
    void start();
    //! Before the first write: ends as Cancelled. Later: lets the running request finish, then
    //! stops.
    void cancel();
    //! Create: go on although a model of this name exists (after Result::NameTaken, in a new run).
    void allowSameName() { m_allowSameName = true; }

signals:
    void stepChanged(int index);
    void finished(const modelscribe::SaveOutcome &outcome);

private:
    SaveOutcome m_outcome;
    bool m_allowSameName = false;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelscribe
