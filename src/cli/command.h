// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitcode.h"
#include "cli/output.h"
#include "core/commandparser.h"
#include "core/result.h"
#include "core/whendone.h"
#include "registry/connection.h"

#include <QObject>

#include <string>
#include <variant>

namespace modelscribe {

//! What is wrong with the value of an option that takes a TIME.
tl::unexpected<Error> notATime(const QString &option, const std::string &given);

//! One sub-command: what it takes, how it goes. It ends with finished(), once.
class Command : public QObject
{
    Q_OBJECT

public:
    explicit Command(Output &output);

    //! Declares the sub-command; its values are there after parsing.
    virtual CommandParser &addTo(CommandParser &parser) = 0;
    //! Looks at what was given and reads files, before anything is sent. The default takes all.
    virtual Result<std::monostate> prepare();
    virtual bool needsConnection() const { return true; }
    //! \p connection is nullptr when none is needed.
    virtual void run(Connection *connection) = 0;
    //! What was written to a registry or a file, in a few words, for the case that nobody reads the
    //! result; empty for a command that only reads.
    virtual QString whatWasDone() const { return {}; }
    //! SIGINT or SIGTERM. The default gives up at once.
    virtual void interrupt();

signals:
    void finished(modelscribe::ExitCode code);

protected:
    Output &output() { return m_output; }
    //! Tells the error and ends with its code.
    void fail(const Error &error);
    void finish(ExitCode code);
    //! What still arrives is of no interest.
    bool hasEnded() const { return m_ended; }

private:
    Output &m_output;
    bool m_ended = false;
};

} // namespace modelscribe
