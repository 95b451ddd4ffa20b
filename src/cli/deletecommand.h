// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/writejournal.h"

#include <QPointer>

#include <optional>
#include <string>
#include <vector>

namespace modelscribe {

//! Deletes models one after the other.
class DeleteCommand : public Command
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
    void takeModel(const Result<RegisteredModel> &model);
    void send();
    void takeAnswer(const Result<std::monostate> &answer);
    void settle(const Error &lost);
    //! What came of the one under way.
    void note(const QString &result, JournalHead::Outcome outcome,
              const std::optional<Error> &error);
    void tell(ExitCode code);

    std::vector<std::string> m_given;
    bool m_yes = false;
    QStringList m_ids;
    qsizetype m_next = 0;
    Table m_results{.header = {QStringLiteral("ModelId"), QStringLiteral("Result")}};
    std::optional<Error> m_error; //!< The first.
    bool m_stop = false;
    bool m_isReading = false; //!< The one under way; nothing was sent of it.
    bool m_isSent = false;
    JournalRequest m_request;
    WriteJournal m_written;
    QPointer<Connection> m_connection;
};

} // namespace modelscribe
