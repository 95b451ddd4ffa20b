// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/aliyunconfig.h"

#include "core/jsonmembers.h"
#include "core/jsonscanner.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! The members of a JSON object by their names in small letters: the tool reads them in any case,
//! and of two the last.
class Members
{
public:
    explicit Members(const QList<RawMember> &members)
    {
        for (const RawMember &member : members)
            m_values.insert(member.key.toLower(), member.value);
    }

    QString text(const QString &name) const
    {
        return jsonStringValue(m_values.value(name).utf8()).value_or(QString()).trimmed();
    }
    //! A whole number, also one in quotation marks; 0 for anything else.
    qint64 number(const QString &name) const
    {
        const QByteArray raw = m_values.value(name).utf8();
        const auto quoted = jsonStringValue(raw);
        bool isNumber = false;
        const qint64 number = quoted ? quoted->trimmed().toLongLong(&isNumber)
                                     : raw.toLongLong(&isNumber);
        return isNumber ? number : 0;
    }
    bool isTrue(const QString &name) const
    {
        return m_values.value(name).utf8() == "true"
               || text(name).compare("true"_L1, Qt::CaseInsensitive) == 0;
    }
    JsonText raw(const QString &name) const { return m_values.value(name); }

private:
    QHash<QString, JsonText> m_values;
};

OrTrouble<Members> membersOf(QByteArrayView text)
{
    if (const auto problem = checkJsonObject(text))
        return trouble(KeyTrouble::Kind::Damaged, problem->describe());
    return Members(*jsonMembers(text));
}

QString stsAddressOf(const Members &members)
{
    const QString address = members.text(u"sts_endpoint"_s);
    const QString region = members.text(u"sts_region"_s);
    if (!address.isEmpty() || region.isEmpty())
        return address;
    return stsAddressOfRegion(region, members.isTrue(u"enable_vpc"_s));
}

//! How long a session is to last; what no number of seconds can be is as good as nothing.
int roleSeconds(qint64 given)
{
    constexpr qint64 most = 7 * 24 * 3600;
    return given > 0 && given <= most ? int(given) : RamRole::defaultSeconds;
}

ToolProfile aliyunProfile(const Members &members)
{
    ToolProfile profile{.name = members.text(u"name"_s), .modeText = members.text(u"mode"_s)};
    profile.mode = keyModeOf(profile.modeText);
    profile.region = members.text(u"region_id"_s);
    profile.key = {.id = members.text(u"access_key_id"_s).toUtf8(),
                   .secret = members.text(u"access_key_secret"_s).toUtf8(),
                   .securityToken = members.text(u"sts_token"_s).toUtf8()};
    const bool isCached = profile.mode == KeyMode::CloudSSO || profile.mode == KeyMode::OAuth;
    const qint64 end = members.number(u"sts_expiration"_s);
    if (isCached && end > 0) // of another mode it is left over
        profile.key.expires = QDateTime::fromSecsSinceEpoch(end).toUTC();
    profile.role = {.arn = members.text(u"ram_role_arn"_s),
                    .sessionName = members.text(u"ram_session_name"_s),
                    .externalId = members.text(u"external_id"_s),
                    .policy = members.text(u"policy"_s),
                    .stsAddress = stsAddressOf(members),
                    .seconds = roleSeconds(members.number(u"expired_seconds"_s))};
    profile.sourceProfile = members.text(u"source_profile"_s);
    profile.oidcProviderArn = members.text(u"oidc_provider_arn"_s);
    profile.oidcTokenFile = members.text(u"oidc_token_file"_s);
    profile.command = members.text(u"process_command"_s);
    profile.uri = members.text(u"credentials_uri"_s);
    return profile;
}

} // namespace

OrTrouble<ToolProfiles> readAliyunConfig(QByteArrayView text)
{
    const auto whole = membersOf(text);
    if (!whole)
        return tl::unexpected(whole.error());
    ToolProfiles result{.current = whole->text(u"current"_s)};
    const auto elements = jsonElements(whole->raw(u"profiles"_s).utf8());
    if (!elements)
        return result; // a list that is none is an empty one
    for (const JsonText &element : *elements) {
        const auto members = jsonMembers(element.utf8());
        if (!members)
            continue;
        ToolProfile profile = aliyunProfile(Members(*members));
        if (!profile.name.isEmpty() && !result.find(profile.name))
            result.list.append(std::move(profile));
        if (result.list.size() == ToolProfiles::most)
            break;
    }
    return result;
}

OrTrouble<PaiDefaults> readPaiConfig(QByteArrayView text)
{
    return membersOf(text).map([](const Members &members) {
        QString workspace = members.text(u"workspace_id"_s);
        if (const qint64 number = members.number(u"workspace_id"_s); number > 0)
            workspace = QString::number(number);
        return PaiDefaults{members.text(u"region_id"_s), workspace};
    });
}

} // namespace modelscribe
