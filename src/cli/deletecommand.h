// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/writingcommand.h"

#include <QPointer>

#include <optional>
#include <string>
#include <vector>

namespace modelscribe {

//! Deletes models one after the other.
class DeleteCommand : public WritingCommand
{
    Q_OBJECT

public:
    explicit DeleteCommand(Output &output);
    ~DeleteCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    void interrupt() override;
    QString whatWasDone() const override;
    void run(Connection *connection) override;

private:
    void deleteNext();
    void take(const WriteOutcome &outcome);
    void tell(ExitCode code);

    std::vector<std::string> m_given;
    std::optional<std::string> m_unmodifiedSince;
    QDateTime m_limit;
    bool m_yes = false;
    QStringList m_ids;
    qsizetype m_next = 0;
    Table m_results{.header = {QStringLiteral("ModelId"), QStringLiteral("Result")}};
    std::optional<Error> m_error; //!< The first.
    bool m_stop = false;
    QPointer<DeleteRun> m_run; //!< The one under way.
    QPointer<Connection> m_connection;
};

} // namespace modelscribe
