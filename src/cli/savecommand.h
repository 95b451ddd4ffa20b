// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "session/saverun.h"

namespace modelscribe {

//! What create and update have in common: show a plan, carry it out, tell what came of it.
class SaveCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void interrupt() override;

protected:
    //! Shows \p plan as the result; nothing is sent.
    void showOnly(const SavePlan &plan);
    void save(Connection &connection, const SavePlan &plan, bool allowSameName);
    //! The line or object that tells of a success.
    virtual void tellSaved(const SaveOutcome &outcome) = 0;
    //! The whole outcome as one JSON object.
    QByteArray outcomeJson(const SaveOutcome &outcome, const QByteArray &result) const;

private:
    void takeOutcome(const SaveOutcome &outcome);
    void tellUnfinished(const SaveOutcome &outcome, const Error &error, const QString &sentence,
                        ExitCode code);

    QPointer<SaveRun> m_run;
    bool m_interrupted = false;
};

} // namespace modelscribe
