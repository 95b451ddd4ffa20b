// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/batchrecord.h"
#include "cli/writingcommand.h"
#include "registry/changesetrun.h"

namespace modelscribe {

class BatchStore;

//! What commands over many models have in common: read each, show what would become of it, send
//! that once it is agreed to, and tell what came of each.
//!
//! What was agreed to is kept until all of it is saved or need not be, so that --continue goes on
//! with what an interruption, a kill, a lost network or a refusal left.
class BatchCommand : public WritingCommand
{
    Q_OBJECT

public:
    explicit BatchCommand(Output &output);
    ~BatchCommand() override;

    Result<std::monostate> prepare() override;
    void interrupt() override;
    QString whatWasDone() const override { return m_done; }

protected:
    //! --dry-run, --yes and --strict.
    void addRunOptionsTo(CommandParser &command);
    //! --continue, see goOn().
    void addContinueTo(CommandParser &command);
    bool isGoingOn() const { return m_run.has_value(); }
    //! The run that --continue names.
    void goOn(Connection &connection);
    //! Of \p known the ids are enough.
    void review(Connection &connection, const BatchEdit &edit, const QList<RegisteredModel> &known);

private:
    void takeReview();
    void showPlan();
    void ask();
    void agree();
    void keep(const ChangeSet &set);
    void send(const ChangeSet &set);
    void tell(const BatchLine &line);
    void takeEnded(int index, const WriteOutcome &outcome);
    void takeFinished();
    void end();
    ExitCode exitCode() const;
    BatchStore &batches();

    bool m_dryRun = false;
    bool m_yes = false;
    bool m_strict = false;
    std::optional<std::string> m_run; //!< Of --continue.

    QPointer<Connection> m_connection;
    std::unique_ptr<BatchStore> m_batches;
    std::unique_ptr<BatchReview> m_review;
    QPointer<ChangeSetRun> m_sending;
    ChangeSet m_set;
    BatchCounts m_counts;
    qint64 m_readOnly = 0;
    qint64 m_left = 0;            //!< Of what was sent: may be tried again.
    std::optional<Error> m_error; //!< The first one that kept a model from being saved.
    bool m_interrupted = false;
    QString m_done;
};

} // namespace modelscribe
