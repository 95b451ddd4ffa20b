// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectionchoice.h"
#include "connect/profiles.h"
#include "connect/toolkeys.h"
#include "core/commandparser.h"

#include <QObject>

#include <optional>
#include <string>

namespace modelscribe {

class Output;

//! "profiles add": what is given, what is asked for, and how it is stored.
class ProfileAddition : public QObject
{
    Q_OBJECT

public:
    //! \p options say which registry; they must outlive this.
    ProfileAddition(Output &output, const ConnectionOptions &options);

    CommandParser &addTo(CommandParser &parser);
    //! Checks what was given, then asks for the key when it is to be kept here. Blocks while
    //! somebody types.
    Result<std::monostate> prepare();
    QFuture<Result<std::monostate>> store(Profiles &profiles, ToolKeys &tools);
    const Profile &profile() const { return m_profile; }

private:
    Result<std::monostate> takeOptions();
    Result<std::monostate> checkName() const;
    Result<std::monostate> takeNetwork();
    Result<std::monostate> askForKey();
    Result<std::monostate> askForProxyPassword();
    QFuture<Result<std::monostate>> storeFound(Profiles &profiles, const FoundKeys &found);
    Result<std::monostate> agreeTo(const QString &command);

    Output &m_output;
    const ConnectionOptions &m_options;
    std::string m_name, m_keysFrom = "keychain", m_network = "public", m_colour, m_proxy = "system";
    std::optional<std::string> m_caFile;
    bool m_isProtected = false;
    bool m_isReplaced = false;
    bool m_isAgreed = false;
    Profile m_profile;
    AccessKey m_key;
    QByteArray m_proxyPassword;
};

} // namespace modelscribe
