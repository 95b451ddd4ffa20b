// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/machinekeys.h"

#include "credentials/environment.h"
#include "credentials/inicredentials.h"
#include "credentials/toolfile.h"

#include <QDir>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Kind = KeysFrom::Kind;

//! "~/.aliyun/config.json".
QString shownPath(const QString &path, const QString &home)
{
    return path.startsWith(home + u'/') ? u'~' + path.sliced(home.size()) : path;
}

bool isTrueIn(const QProcessEnvironment &environment, const QString &name)
{
    return environment.value(name).compare("true"_L1, Qt::CaseInsensitive) == 0;
}

//! Where \p variable says the file is, else where it is below \p home.
QString placeOf(const QProcessEnvironment &environment, const QString &variable,
                const QString &home, const QString &below)
{
    const QString given = environment.value(variable);
    return given.isEmpty() ? home + below : given;
}

//! The member \p name of a profile as the ini file or the environment calls it.
QString memberName(const QString &name, Kind kind)
{
    if (kind == Kind::Environment)
        return u"ALIBABA_CLOUD_"_s + (name == "ram_role_arn"_L1 ? u"ROLE_ARN"_s : name.toUpper());
    if (kind != Kind::IniSection)
        return name;
    if (name == "mode"_L1)
        return u"type"_s;
    if (name == "ram_role_arn"_L1)
        return u"role_arn"_s;
    return name == "oidc_token_file"_L1 ? u"oidc_token_file_path"_s : name;
}

OrTrouble<KeyRecipe> withNames(OrTrouble<KeyRecipe> recipe, Kind kind)
{
    if (!recipe && recipe.error().kind == KeyTrouble::Kind::Missing)
        recipe.error().subject = memberName(recipe.error().subject, kind);
    return recipe;
}

KeyOffer offerOf(const ToolProfile &profile, const OrTrouble<KeyRecipe> &recipe)
{
    KeyOffer offer{.mode = profile.mode, .region = profile.region};
    if (!recipe) {
        offer.whyNot = recipe.error();
        return offer;
    }
    offer.roleName = recipe->roleName();
    offer.command = recipe->command();
    if (const auto *key = std::get_if<AccessKey>(&recipe->start)) {
        offer.shownId = QString::fromUtf8(key->shownId());
        if (recipe->roles.isEmpty())
            offer.until = key->expires;
    }
    return offer;
}

} // namespace

std::optional<ToolProfile> environmentProfile(const QProcessEnvironment &environment)
{
    const auto value = [&environment](const char *name) {
        return environment.value(u"ALIBABA_CLOUD_"_s + QLatin1StringView(name)).trimmed();
    };
    ToolProfile profile{.mode = KeyMode::AK, .region = value("REGION_ID")};
    profile.key = accessKeyOf(environment);
    if (!profile.key.id.isEmpty() || !profile.key.secret.isEmpty()) {
        if (!profile.key.securityToken.isEmpty())
            profile.mode = KeyMode::StsToken;
    } else if (!value("OIDC_TOKEN_FILE").isEmpty()) {
        profile.mode = KeyMode::OIDC;
        profile.oidcTokenFile = value("OIDC_TOKEN_FILE");
        profile.oidcProviderArn = value("OIDC_PROVIDER_ARN");
        profile.role = {.arn = value("ROLE_ARN"), .sessionName = value("ROLE_SESSION_NAME")};
        if (const QString region = value("STS_REGION"); !region.isEmpty())
            profile.role.stsAddress = stsAddressOfRegion(
                region, isTrueIn(environment, u"ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED"_s));
    } else if (!value("CREDENTIALS_URI").isEmpty()) {
        profile.mode = KeyMode::CredentialsURI;
        profile.uri = value("CREDENTIALS_URI");
    } else {
        return {};
    }
    profile.modeText = keyModeName(profile.mode);
    return profile;
}

MachineKeys MachineKeys::read(const QString &home, const QProcessEnvironment &environment)
{
    MachineKeys keys;
    if (const auto profile = environmentProfile(environment)) {
        keys.m_files.append(
            {.kind = Kind::Environment, .profiles = ToolProfiles{.list = {*profile}}});
    }
    if (!isTrueIn(environment, u"ALIBABA_CLOUD_CLI_PROFILE_DISABLED"_s))
        keys.readAliyun(home, environment);
    keys.readIni(home, environment);
    keys.readPai(home, environment);
    return keys;
}

void MachineKeys::readAliyun(const QString &home, const QProcessEnvironment &environment)
{
    const QString path = placeOf(environment, u"ALIBABA_CLOUD_CONFIG_FILE"_s, home,
                                 u"/.aliyun/config.json"_s);
    const auto text = readToolFile(path);
    if (text && !*text)
        return;
    File file{.shown = shownPath(path, home), .kind = Kind::AliyunProfile};
    if (text)
        file.profiles = readAliyunConfig(**text);
    else
        file.profiles = tl::unexpected(text.error());
    m_files.append(std::move(file));
}

//! The Go and Node SDKs look for one name, that of Python for the other.
void MachineKeys::readIni(const QString &home, const QProcessEnvironment &environment)
{
    const QString given = environment.value(u"ALIBABA_CLOUD_CREDENTIALS_FILE"_s);
    const QString folder = home + u"/.alibabacloud/"_s;
    const QStringList paths = given.isEmpty() ? QStringList{folder + u"credentials"_s,
                                                            folder + u"credentials.ini"_s}
                                              : QStringList{given};
    const QString named = environment.value(u"ALIBABA_CLOUD_PROFILE"_s);
    for (const QString &path : paths) {
        const auto text = readToolFile(path);
        if (text && !*text)
            continue;
        File file{.shown = shownPath(path, home), .kind = Kind::IniSection};
        if (text) {
            file.profiles = readIniCredentials(QString::fromUtf8(**text));
            file.profiles->current = named.isEmpty() ? u"default"_s : named;
        } else {
            file.profiles = tl::unexpected(text.error());
        }
        m_files.append(std::move(file));
    }
}

void MachineKeys::readPai(const QString &home, const QProcessEnvironment &environment)
{
    const auto text = readToolFile(
        placeOf(environment, u"PAI_CONFIG_PATH"_s, home, u"/.pai/config.json"_s));
    if (!text || !*text)
        return;
    if (const auto defaults = readPaiConfig(**text))
        m_pai = *defaults;
}

QList<KeyOffer> MachineKeys::offers(const QDateTime &now) const
{
    QList<KeyOffer> result;
    for (const File &file : m_files) {
        if (!file.profiles) {
            result.append(
                {.from = {.kind = file.kind}, .file = file.shown, .whyNot = file.profiles.error()});
            continue;
        }
        for (const ToolProfile &profile : file.profiles->list) {
            KeyOffer offer = offerOf(profile,
                                     withNames(recipeOf(profile, *file.profiles, now), file.kind));
            offer.from = {.kind = file.kind, .name = profile.name};
            offer.file = file.shown;
            offer.isCurrent = !profile.name.isEmpty() && profile.name == file.profiles->current;
            // One name in both ini files: the first is meant.
            if (std::ranges::find(result, offer.from, &KeyOffer::from) == result.end())
                result.append(std::move(offer));
        }
    }
    return result;
}

OrTrouble<KeyRecipe> MachineKeys::recipe(const KeysFrom &from, const QDateTime &now) const
{
    OrTrouble<KeyRecipe> result = trouble(
        from.kind == Kind::Environment ? KeyTrouble::Kind::Missing : KeyTrouble::Kind::NotThere,
        from.kind == Kind::Environment ? u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s : from.name);
    for (const File &file : m_files) {
        if (file.kind != from.kind)
            continue;
        if (!file.profiles)
            result = tl::unexpected(file.profiles.error());
        else if (file.profiles->find(from.name))
            return withNames(file.profiles->recipe(from.name, now), file.kind);
    }
    return result;
}

} // namespace modelscribe
