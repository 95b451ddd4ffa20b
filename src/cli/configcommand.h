// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "settings/settings.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace modelscribe {

//! Lists, shows and changes the settings of the window.
class ConfigCommand : public Command
{
    Q_OBJECT

public:
    explicit ConfigCommand(Output &output);
    ~ConfigCommand() override;

    CommandParser &addTo(CommandParser &parser) override;
    Result<std::monostate> prepare() override;
    bool needsConnection() const override { return false; }
    QString whatWasDone() const override { return m_done; }
    void run(Connection *connection) override;

private:
    Result<QString> wanted() const;
    const QString *strangeName(const QStringList &names) const;
    void list();
    void get();
    void set();
    void tellRefused(const Setting &setting);

    CommandParser *m_get = nullptr;
    CommandParser *m_set = nullptr;
    std::string m_shown, m_changed;
    std::vector<std::string> m_values;
    bool m_wantsDefault = false;
    bool m_wantsNothing = false;
    const Setting *m_setting = nullptr;
    QString m_value;
    QString m_done;
    std::unique_ptr<Settings> m_settings;
};

} // namespace modelscribe
