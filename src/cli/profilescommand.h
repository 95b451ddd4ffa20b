// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/profileaddition.h"

#include <QProcessEnvironment>

#include <memory>
#include <string>

namespace modelscribe {

class ConnectionCheck;
struct OwnProfiles;

//! Lists, stores, tries and removes profiles.
class ProfilesCommand : public Command
{
    Q_OBJECT

public:
    //! \p options and \p environment must outlive this.
    ProfilesCommand(Output &output, const ConnectionOptions &options,
                    const QProcessEnvironment &environment);
    ~ProfilesCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    bool needsConnection() const override { return false; }
    QString whatWasDone() const override { return m_done; }
    void run(Connection *connection) override;
    void interrupt() override;

private:
    void list();
    void listFound();
    void show(const Table &table, const QByteArray &json);
    void add();
    void test();
    void remove();
    void failWith(const Error &error);

    const QProcessEnvironment &m_environment;
    CommandParser *m_list = nullptr;
    CommandParser *m_add = nullptr;
    CommandParser *m_test = nullptr;
    CommandParser *m_remove = nullptr;
    ProfileAddition m_addition;
    std::string m_tested, m_removed;
    bool m_wantsFound = false;
    bool m_yes = false;
    QString m_done;

    std::unique_ptr<OwnProfiles> m_own;
    std::unique_ptr<ConnectionCheck> m_check;
};

} // namespace modelscribe
