// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profileaddition.h"

#include "api/authorities.h"
#include "cli/output.h"
#include "cli/secretinput.h"
#include "connect/keywording.h"
#include "connect/profilewording.h"
#include "core/paths.h"
#include "credentials/keyanswer.h"
#include "model/wording.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

tl::unexpected<Error> wrongUse(const QString &why) { return failure(Error::Kind::Invalid, why); }

std::vector<std::string> colourNames()
{
    return {std::begin(profileColours), std::end(profileColours)};
}

} // namespace

ProfileAddition::ProfileAddition(Output &output, const ConnectionOptions &options)
    : m_output(output)
    , m_options(options)
{
}

CommandParser &ProfileAddition::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand(
        "add",
        "Stores a profile. A key for the keychain is asked for, or taken from standard "
        "input: ID, secret, then the security token and when it expires, one per line; after it "
        "the password of a proxy that has a user");
    command.add({.name = "NAME", .into = &m_name, .isRequired = true});
    command.add({.name = "--keys-from",
                 .into = &m_keysFrom,
                 .help = "keychain (default), keychain-token, environment, aliyun:PROFILE, "
                         "ini:SECTION",
                 .type = "WHERE"});
    command.add({.name = "--network",
                 .into = &m_network,
                 .help = "of the region's host; vpc is reached inside Alibaba Cloud only",
                 .choices = {"public", "vpc"}});
    command.add({.name = "--proxy",
                 .into = &m_proxy,
                 .help = "system (default), none, http://[USER@]HOST:PORT or "
                         "socks5://[USER@]HOST:PORT; the password is asked for",
                 .type = "PROXY"});
    command.add({.name = "--ca-file",
                 .into = &m_caFile,
                 .help = "certificates (PEM) of authorities that it trusts besides the system's",
                 .type = "FILE"});
    command.add({.name = "--colour",
                 .into = &m_colour,
                 .help = "by which the window marks it",
                 .choices = colourNames()});
    command.add({.name = "--protected",
                 .into = &m_isProtected,
                 .help = "the window writes nothing until it is unlocked"});
    command.add({.name = "--agree",
                 .into = &m_isAgreed,
                 .help = "allows running the program that another tool names to get its keys"});
    command.add({.name = "--replace",
                 .into = &m_isReplaced,
                 .help = "in place of the profile of this name"});
    return command;
}

Result<std::monostate> ProfileAddition::prepare()
{
    if (const auto taken = takeOptions(); !taken)
        return taken;
    if (const auto good = checkName(); !good)
        return good;
    if (const auto key = m_profile.keysFrom.isKeptHere() ? askForKey() : std::monostate(); !key)
        return key;
    return m_profile.proxy.user.isEmpty() ? Result<std::monostate>() : askForProxyPassword();
}

Result<std::monostate> ProfileAddition::takeOptions()
{
    if (m_options.profile || m_options.local)
        return wrongUse(u"a profile has --region or --endpoint"_s);
    m_profile = {.name = QString::fromStdString(m_name).trimmed(),
                 .region = m_options.region.value_or(QString()).trimmed(),
                 .endpoint = m_options.endpoint.value_or(QString()).trimmed(),
                 .workspaceId = m_options.workspaceId.value_or(QString()),
                 .network = m_network == "vpc" ? Network::Vpc : Network::Public,
                 .keysFrom = KeysFrom::fromText(QString::fromStdString(m_keysFrom)),
                 .colour = QString::fromStdString(m_colour),
                 .isProtected = m_isProtected};
    const auto kind = m_profile.keysFrom.kind;
    if (kind == KeysFrom::Kind::Unknown || kind == KeysFrom::Kind::Session)
        return wrongUse(u"--keys-from: “%1” is not keychain, keychain-token, environment, "
                        "aliyun:PROFILE or ini:SECTION"_s.arg(QString::fromStdString(m_keysFrom)));
    const bool hasPlace = !m_profile.region.isEmpty() || !m_profile.endpoint.isEmpty();
    if (!hasPlace && m_profile.keysFrom.isKeptHere())
        return wrongUse(u"give --region or --endpoint"_s);
    Profile checked = m_profile;
    if (!hasPlace) // another tool may tell it
        checked.region = u"cn-hangzhou"_s;
    const auto endpoint = Profiles::endpointOf(checked);
    if (!endpoint)
        return wrongUse(profilewording::ofField(endpoint.error()));
    return takeNetwork();
}

Result<std::monostate> ProfileAddition::takeNetwork()
{
    const auto proxy = ProxyChoice::fromText(QString::fromStdString(m_proxy));
    if (!proxy)
        return wrongUse(u"--"_s + proxy.error().message);
    m_profile.proxy = *proxy;
    if (!m_caFile)
        return std::monostate();
    // Commands are run in other folders than this one.
    m_profile.caFile = QFileInfo(QString::fromStdString(*m_caFile)).absoluteFilePath();
    const auto authorities = readCaFile(m_profile.caFile);
    if (!authorities)
        return wrongUse(wording::whatHappened(authorities.error()));
    return std::monostate();
}

Result<std::monostate> ProfileAddition::checkName() const
{
    const auto set = ProfilesFile(paths::profilesFile()).read();
    if (!set)
        return failure(set.error());
    const bool isThere = std::ranges::find(set->profiles, m_profile.name, &Profile::name)
                         != set->profiles.end();
    if (isThere && !m_isReplaced)
        return wrongUse(u"there is a profile “%1”; nothing was stored, add --replace to put this "
                        "in its place"_s.arg(m_profile.name));
    return std::monostate();
}

Result<std::monostate> ProfileAddition::askForKey()
{
    const auto id = SecretInput::line(u"AccessKey ID: "_s);
    if (!id)
        return failure(id.error());
    const auto secret = SecretInput::secret(u"AccessKey secret: "_s);
    if (!secret)
        return failure(secret.error());
    m_key = {.id = *id, .secret = *secret};
    if (m_profile.keysFrom.kind == KeysFrom::Kind::KeychainToken) {
        const auto token = SecretInput::secret(u"Security token: "_s);
        if (!token)
            return failure(token.error());
        m_key.securityToken = *token;
        const auto end = SecretInput::line(u"Ends at, such as 2024-05-17T10:00:00Z (may be "
                                           "empty): "_s);
        const QString text = QString::fromUtf8(end.value_or(QByteArray()));
        m_key.expires = keyEndOf(text);
        if (!text.isEmpty() && !m_key.expires.isValid())
            return wrongUse(u"“%1” is not a time such as 2024-05-17T10:00:00Z"_s.arg(text));
        if (m_key.securityToken.isEmpty())
            return wrongUse(u"the security token is missing"_s);
    }
    if (m_key.isEmpty())
        return wrongUse(u"AccessKey ID and secret are both needed"_s);
    if (const auto strange = m_key.strangeCharacters())
        return wrongUse(strange->text());
    return std::monostate();
}

Result<std::monostate> ProfileAddition::askForProxyPassword()
{
    const auto password = SecretInput::secret(u"Password of the proxy (may be empty): "_s);
    const bool hasEnded = !password && password.error().kind == Error::Kind::Cancelled
                          && !password.error().detail.isEmpty();
    if (!password && !hasEnded) // a script need not have a line for it
        return failure(password.error());
    m_proxyPassword = password.value_or(QByteArray());
    if (!m_proxyPassword.isEmpty())
        m_profile.proxy.password = ProxyChoice::Password::Keychain;
    return std::monostate();
}

QFuture<Result<std::monostate>> ProfileAddition::store(Profiles &profiles, ToolKeys &tools)
{
    if (m_profile.keysFrom.isKeptHere())
        return profiles.store(m_profile, std::exchange(m_key, {}), Profiles::Keep::InKeychain,
                              std::exchange(m_proxyPassword, {}));
    return andThen<std::monostate>(tools.find(), this, [this, &profiles](const FoundKeys &found) {
        return storeFound(profiles, found);
    });
}

QFuture<Result<std::monostate>> ProfileAddition::storeFound(Profiles &profiles,
                                                            const FoundKeys &found)
{
    const auto refuse = [](const Error &error) {
        return readyResult<std::monostate>(failure(error));
    };
    const auto offer = std::ranges::find(found.offers, m_profile.keysFrom, &KeyOffer::from);
    if (offer == found.offers.end()) {
        QStringList known;
        for (const KeyOffer &other : found.offers)
            known.append(other.from.text());
        const QString what = known.isEmpty() ? u"nothing"_s : known.join(u", "_s);
        return refuse(wrongUse(u"there are no keys in %1; found was: %2"_s.arg(
                                   nameOf(m_profile.keysFrom), what))
                          .value());
    }
    if (offer->whyNot)
        m_output.note(u"%1: %2"_s.arg(keywording::source(m_profile.keysFrom),
                                      keywording::trouble(*offer->whyNot)));
    if (m_profile.region.isEmpty() && m_profile.endpoint.isEmpty())
        m_profile.region = offer->region.isEmpty() ? found.pai.region : offer->region;
    if (m_profile.workspaceId.isEmpty() && m_profile.region == found.pai.region)
        m_profile.workspaceId = found.pai.workspaceId;
    if (m_profile.region.isEmpty() && m_profile.endpoint.isEmpty())
        return refuse(wrongUse(u"give --region or --endpoint"_s).value());
    if (!offer->command.isEmpty()) {
        if (const auto agreed = agreeTo(offer->command); !agreed)
            return refuse(agreed.error());
    }
    return profiles.store(m_profile, std::exchange(m_proxyPassword, {}));
}

Result<std::monostate> ProfileAddition::agreeTo(const QString &command)
{
    m_output.note(u"Its keys come from running: %1"_s.arg(command));
    if (!m_isAgreed && !SecretInput::agrees(u"Run it whenever a key is needed? [y/N] "_s))
        return wrongUse(u"nothing was stored; add --agree if the program may be run"_s);
    m_profile.agreedCommand = ToolKeys::agreementTo(command);
    return std::monostate();
}

} // namespace modelscribe

#include "moc_profileaddition.cpp"
