// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "connect/connectionchoice.h"
#include "store/draftstore.h"

#include <memory>
#include <string>
#include <vector>

namespace modelscribe {

//! Lists, shows and discards the drafts that windows of this user keep.
class DraftsCommand : public Command
{
    Q_OBJECT

public:
    //! \p options choose the registry, when there are any; they must outlive this.
    DraftsCommand(Output &output, const ConnectionOptions &options);
    ~DraftsCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    bool needsConnection() const override { return false; }
    QString whatWasDone() const override;
    void run(Connection *connection) override;

private:
    void takeReport(const StoreReport &report);
    void takeDrafts(const DraftList &list);
    void list(const QList<Draft> &drafts);
    void show(const Draft &draft);
    void discard(const QList<Draft> &drafts);
    void discardNext();
    void tellDiscarded();
    void end();
    //! The drafts that were named; nullopt: that was told.
    std::optional<QList<Draft>> named(const QList<Draft> &drafts);
    void refuse(Error::Kind kind, const QString &sentence);

    const ConnectionOptions &m_options;
    CommandParser *m_show = nullptr;
    CommandParser *m_discard = nullptr;
    std::string m_shown;
    std::vector<std::string> m_discarded;
    std::string m_registry;
    bool m_yes = false;

    QStringList m_ids;
    QString m_trouble; //!< Of the file; told at the end.
    Error m_troubleError;
    qsizetype m_unreadable = 0;
    std::unique_ptr<DraftStore> m_store;
    QList<Draft> m_leaving;
    Table m_results{.header = {QStringLiteral("Registry"), QStringLiteral("ModelId"),
                               QStringLiteral("Result")}};
    std::optional<Error> m_error; //!< The first.
};

} // namespace modelscribe
