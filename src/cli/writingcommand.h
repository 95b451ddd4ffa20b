// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "registry/writer.h"

#include <functional>
#include <memory>

namespace modelscribe {

class DraftStore;
class Journal;
class ProbeCleanup;

//! A command that writes to a registry: it has the writer and the journal, and first settles what
//! an earlier command, or a window, left begun there.
class WritingCommand : public Command
{
    Q_OBJECT

public:
    explicit WritingCommand(Output &output);
    ~WritingCommand() override;

protected:
    //! Opened by the first call.
    Journal &journal();
    Writer &writer();
    //! Calls \p then once what was left begun in this registry is settled, as far as reading tells,
    //! and what a check of the service left is deleted; what came of it goes to standard error.
    void settleLeftovers(Connection &connection, const std::function<void()> &then);

private:
    void tellCleaned(const ProbeCleanup &cleanup);
    void settleWrites(Connection &connection, const std::function<void()> &then);
    void ask(const JournalEntry &entry, const std::function<void(bool)> &answer);
    void tellSettled(const JournalEntry &entry, const WriteOutcome &outcome);

    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<DraftStore> m_drafts;
    std::unique_ptr<Writer> m_writer; //!< Before the journal it writes to goes.
};

} // namespace modelscribe
