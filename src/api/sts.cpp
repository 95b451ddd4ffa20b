// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sts.h"

#include "core/jsonmembers.h"
#include "credentials/keyanswer.h"

using namespace Qt::StringLiterals;

namespace modelscribe::sts {

namespace {

constexpr qint64 maxStsBytes = 64 * 1024;

Result<AccessKey> assumedKey(const QByteArray &body)
{
    const auto members = jsonMembers(body);
    if (!members)
        return failure(members.error());
    for (const RawMember &member : *members) {
        if (member.key != "Credentials"_L1)
            continue;
        auto key = keyOfAnswer(member.value.utf8());
        if (!key)
            return failure(Error::Kind::Decode, key.error().detail);
        if (key->securityToken.isEmpty())
            return failure(Error::Kind::Decode, u"the answer has no security token"_s);
        return key;
    }
    return failure(Error::Kind::Decode, u"the answer has no Credentials"_s);
}

acs3::Query roleForm(const RamRole &role)
{
    acs3::Query form{
        {u"RoleArn"_s, role.arn},
        {u"RoleSessionName"_s, role.sessionName.isEmpty() ? u"modelscribe"_s : role.sessionName},
        {u"DurationSeconds"_s, QString::number(role.seconds)}};
    if (!role.policy.isEmpty())
        form.append({u"Policy"_s, role.policy});
    return form;
}

Request stsCall(const QByteArray &action, const acs3::Query &form)
{
    return {.verb = Request::Verb::Post,
            .action = action,
            .body = acs3::canonicalQuery(form),
            .maxAnswer = maxStsBytes,
            .service = Request::Service::Sts};
}

} // namespace

Operation<AccessKey> assumeRole(const RamRole &role)
{
    acs3::Query form = roleForm(role);
    if (!role.externalId.isEmpty())
        form.append({u"ExternalId"_s, role.externalId});
    return {stsCall("AssumeRole", form), assumedKey};
}

Operation<AccessKey> assumeRoleWithOidc(const OidcLogin &login, const QByteArray &token,
                                        const QDateTime &now)
{
    acs3::Query form = roleForm(login.role);
    form.append({u"OIDCProviderArn"_s, login.providerArn});
    form.append({u"OIDCToken"_s, QString::fromUtf8(token)});
    Request request = stsCall("AssumeRoleWithOIDC", form);
    request.isSigned = false;
    request.query = {{u"Action"_s, u"AssumeRoleWithOIDC"_s},
                     {u"Format"_s, u"JSON"_s},
                     {u"Timestamp"_s, now.toUTC().toString(Qt::ISODate)},
                     {u"Version"_s, u"2015-04-01"_s}};
    return {request, assumedKey};
}

} // namespace modelscribe::sts
