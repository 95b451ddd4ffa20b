// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/toolprofile.h"

#include "credentials/keyanswer.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Trouble = KeyTrouble::Kind;

constexpr qsizetype deepestChain = 20;

//! The first of \p members that is empty.
std::optional<KeyTrouble>
lacking(std::initializer_list<std::pair<const char *, const QString &>> members)
{
    for (const auto &[name, value] : members) {
        if (value.isEmpty())
            return KeyTrouble{.kind = Trouble::Missing, .subject = QString::fromLatin1(name)};
    }
    return {};
}

OrTrouble<KeyRecipe> withKey(const AccessKey &key, QList<RamRole> roles = {})
{
    if (key.id.isEmpty())
        return trouble(Trouble::Missing, u"access_key_id"_s);
    if (key.secret.isEmpty())
        return trouble(Trouble::Missing, u"access_key_secret"_s);
    if (const auto strange = key.strangeCharacters())
        return trouble(Trouble::Strange, strange->text());
    return KeyRecipe{.start = key, .roles = std::move(roles)};
}

OrTrouble<KeyRecipe> withRole(const ToolProfile &profile)
{
    if (const auto none = lacking({{"ram_role_arn", profile.role.arn}}))
        return tl::unexpected(*none);
    return withKey(profile.key, {profile.role});
}

OrTrouble<KeyRecipe> withToken(const ToolProfile &profile)
{
    if (profile.key.securityToken.isEmpty())
        return trouble(Trouble::Missing, u"sts_token"_s);
    return withKey(profile.key);
}

//! What a tool got by a sign-in and kept. Nobody but that tool may renew it.
OrTrouble<KeyRecipe> cached(const ToolProfile &profile, const QDateTime &now)
{
    const QDateTime &end = profile.key.expires;
    if (!end.isValid() || end <= now)
        return tl::unexpected(KeyTrouble{.kind = Trouble::Ended, .time = end});
    return withToken(profile);
}

OrTrouble<KeyRecipe> withLogin(const ToolProfile &profile)
{
    if (const auto none = lacking({{"oidc_provider_arn", profile.oidcProviderArn},
                                   {"oidc_token_file", profile.oidcTokenFile},
                                   {"ram_role_arn", profile.role.arn}}))
        return tl::unexpected(*none);
    return KeyRecipe{.start = OidcLogin{.role = profile.role,
                                        .providerArn = profile.oidcProviderArn,
                                        .tokenFile = profile.oidcTokenFile}};
}

OrTrouble<KeyRecipe> withAddress(const ToolProfile &profile)
{
    if (const auto none = lacking({{"credentials_uri", profile.uri}}))
        return tl::unexpected(*none);
    const QUrl url(profile.uri, QUrl::StrictMode);
    if (!mayHandOutKeys(url)) {
        // Without what may be a secret in it.
        return trouble(Trouble::UnsafeAddress,
                       u"credentials_uri (%1://%2)"_s.arg(url.scheme(), url.host()));
    }
    return KeyRecipe{.start = KeyAddress{profile.uri}};
}

OrTrouble<KeyRecipe> withCommand(const ToolProfile &profile)
{
    if (const auto none = lacking({{"process_command", profile.command}}))
        return tl::unexpected(*none);
    return KeyRecipe{.start = KeyCommand{profile.command}};
}

//! The recipe of a profile that stands on no other.
OrTrouble<KeyRecipe> ownRecipe(const ToolProfile &profile, const QDateTime &now)
{
    switch (profile.mode) {
    case KeyMode::AK: {
        AccessKey key = profile.key;
        key.securityToken.clear(); // left over from another mode
        key.expires = {};
        return withKey(key);
    }
    case KeyMode::StsToken: return withToken(profile);
    case KeyMode::RamRoleArn: return withRole(profile);
    case KeyMode::OIDC: return withLogin(profile);
    case KeyMode::External: return withCommand(profile);
    case KeyMode::CredentialsURI: return withAddress(profile);
    case KeyMode::CloudSSO:
    case KeyMode::OAuth: return cached(profile, now);
    case KeyMode::EcsRamRole:
    case KeyMode::RamRoleArnWithRoleName: return trouble(Trouble::NeedsMetadata);
    case KeyMode::RsaKeyPair:
    case KeyMode::BearerToken:
    case KeyMode::Anonymous: return trouble(Trouble::CannotSign);
    case KeyMode::ChainableRamRoleArn:
    case KeyMode::Unknown: break;
    }
    if (profile.modeText.isEmpty())
        return trouble(Trouble::Missing, u"mode"_s);
    return trouble(Trouble::UnknownMode, profile.modeText);
}

} // namespace

const ToolProfile *ToolProfiles::find(const QString &name) const
{
    const auto found = std::ranges::find(list, name, &ToolProfile::name);
    return found == list.end() ? nullptr : &*found;
}

OrTrouble<KeyRecipe> ToolProfiles::recipe(const QString &name, const QDateTime &now) const
{
    const ToolProfile *profile = find(name);
    if (!profile)
        return trouble(Trouble::NotThere, name);
    return recipeOf(*profile, *this, now);
}

OrTrouble<KeyRecipe> recipeOf(const ToolProfile &profile, const ToolProfiles &all,
                              const QDateTime &now)
{
    QStringList seen;
    QList<RamRole> roles; // the last one first
    const ToolProfile *at = &profile;
    while (at->mode == KeyMode::ChainableRamRoleArn && at->isEnabled) {
        seen.append(at->name);
        if (const auto none = lacking(
                {{"source_profile", at->sourceProfile}, {"ram_role_arn", at->role.arn}}))
            return tl::unexpected(*none);
        if (seen.contains(at->sourceProfile))
            return trouble(Trouble::Loop, at->sourceProfile);
        if (seen.size() == deepestChain)
            return trouble(Trouble::TooDeep);
        roles.prepend(at->role);
        const ToolProfile *source = all.find(at->sourceProfile);
        if (!source)
            return trouble(Trouble::NoSource, at->sourceProfile);
        at = source;
    }
    if (!at->isEnabled)
        return trouble(Trouble::Disabled);
    auto recipe = ownRecipe(*at, now);
    if (recipe)
        recipe->roles += roles;
    return recipe;
}

} // namespace modelscribe
