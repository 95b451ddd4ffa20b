// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/writingcommand.h"

namespace modelscribe {

//! What create, update and taking back have in common: show a plan, carry it out, note that down,
//! tell what came of it.
class SaveCommand : public WritingCommand
{
    Q_OBJECT

public:
    explicit SaveCommand(Output &output);

    void interrupt() override;
    QString whatWasDone() const override { return m_done; }

protected:
    //! Shows \p plan as the result; nothing is sent.
    void showOnly(const SavePlan &plan);
    //! Tells that \p edited is what \p model has already.
    void tellUnchanged(const RegisteredModel &model, const ModelMetadata &edited);
    //! \p reverts: the journal's entry that this takes back, if any.
    void save(Connection &connection, const SavePlan &plan, bool allowSameName,
              const QUuid &reverts = {});
    //! The line or object that tells of a success. The default is of an update.
    virtual void tellSaved(const SaveOutcome &outcome);
    //! The whole outcome as one JSON object.
    QByteArray outcomeJson(const SaveOutcome &outcome, const QByteArray &result) const;

private:
    void send(Connection &connection, const SavePlan &plan, const WriteWish &wish);
    void tellChangedMeanwhile(const SaveOutcome &outcome);
    void tell(const SaveOutcome &outcome);
    void tellUnfinished(const SaveOutcome &outcome, const Error &error, const QString &sentence,
                        ExitCode code);

    QPointer<SaveRun> m_run;
    bool m_interrupted = false;
    QString m_done;
};

} // namespace modelscribe
