// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/signaturecheck.h"

#include "localregistry/refusals.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using refusals::refusal;

struct Authorization
{
    QByteArray keyId;
    QByteArrayList signedHeaders;
    QByteArray signature;
};

Error incomplete(const QString &why) { return refusal(400, u"IncompleteSignature"_s, why); }

//! "ACS3-HMAC-SHA256 Credential=…,SignedHeaders=…,Signature=…", each exactly once.
Result<Authorization> readAuthorization(const WireRequest &request)
{
    const auto text = request.header("authorization");
    if (!text)
        return failure(incomplete(u"The Authorization header is missing."_s));
    static constexpr QByteArrayView scheme = "ACS3-HMAC-SHA256 ";
    if (!text->startsWith(scheme))
        return failure(incomplete(u"Only ACS3-HMAC-SHA256 is accepted."_s));
    QHash<QByteArray, QByteArray> parts;
    for (const QByteArray &part : text->sliced(scheme.size()).split(',')) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = part.first(std::max<qsizetype>(equals, 0)).trimmed();
        if (name.isEmpty() || parts.contains(name))
            return failure(incomplete(u"The Authorization header is malformed."_s));
        parts.insert(name, part.sliced(equals + 1).trimmed());
    }
    const Authorization result{parts.value("Credential"), parts.value("SignedHeaders").split(';'),
                               parts.value("Signature")};
    if (parts.size() != 3 || result.keyId.isEmpty() || result.signature.isEmpty()
        || parts.value("SignedHeaders").isEmpty())
        return failure(
            incomplete(u"Authorization needs Credential, SignedHeaders and Signature."_s));
    return result;
}

struct NeededHeader
{
    QByteArrayView name;
    QLatin1StringView code;
};

constexpr std::array neededHeaders = {
    NeededHeader{"host", "MissingHost"_L1},
    NeededHeader{"x-acs-action", "MissingAction"_L1},
    NeededHeader{"x-acs-version", "MissingVersion"_L1},
    NeededHeader{"x-acs-date", "MissingTimestamp"_L1},
    NeededHeader{"x-acs-signature-nonce", "MissingSignatureNonce"_L1},
    NeededHeader{"x-acs-content-sha256", "MissingContentSha256"_L1},
};

//! Everything that must be signed is there once and is named, in order, in SignedHeaders.
Result<void> checkHeaders(const WireRequest &request, const QByteArrayList &signedHeaders)
{
    for (const NeededHeader &needed : neededHeaders) {
        if (request.header(needed.name).value_or(QByteArray()).isEmpty())
            return failure(
                refusal(400, QString(needed.code),
                        u"The header %1 is missing."_s.arg(QLatin1StringView(needed.name))));
    }
    QSet<QByteArray> sent;
    for (const auto &[name, value] : request.headers) {
        const QByteArray lower = name.toLower();
        if (signedHeaders.contains(lower) && sent.contains(lower))
            return failure(
                incomplete(u"The header %1 is sent twice."_s.arg(QLatin1StringView(lower))));
        sent.insert(lower);
        const bool mustBeSigned = lower == "host" || lower == "content-type"
                                  || lower.startsWith("x-acs-");
        if (mustBeSigned && !signedHeaders.contains(lower))
            return failure(
                incomplete(u"The header %1 is not signed."_s.arg(QLatin1StringView(lower))));
    }
    if (std::ranges::adjacent_find(signedHeaders, std::greater_equal<>()) != signedHeaders.end())
        return failure(incomplete(u"SignedHeaders is not in order."_s));
    for (const QByteArray &name : signedHeaders) {
        if (!sent.contains(name))
            return failure(
                incomplete(u"The signed header %1 was not sent."_s.arg(QString::fromUtf8(name))));
    }
    return {};
}

Result<QDateTime> checkDate(const QByteArray &text, const QDateTime &now)
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\z"_s);
    const QString date = QString::fromLatin1(text);
    const QDateTime time = QDateTime::fromString(date, Qt::ISODate);
    if (!form.match(date).hasMatch() || !time.isValid())
        return failure(refusal(400, u"InvalidTimeStamp.Format"_s,
                               u"x-acs-date must be UTC as yyyy-MM-ddTHH:mm:ssZ."_s));
    if (std::abs(time.msecsTo(now))
        > std::chrono::duration_cast<std::chrono::milliseconds>(maxClockDifference).count())
        return failure(refusal(400, u"InvalidTimeStamp.Expired"_s,
                               u"x-acs-date is more than 15 minutes off."_s));
    return time;
}

Result<void> checkSecurityToken(const WireRequest &request, const AccessKey &key)
{
    const auto token = request.header("x-acs-security-token");
    if (!token && !key.securityToken.isEmpty())
        return failure(refusal(400, u"MissingSecurityToken"_s,
                               u"This AccessKey is temporary and needs its security token."_s));
    if (token && *token != key.securityToken)
        return failure(refusal(400, u"InvalidSecurityToken.MismatchWithAccessKey"_s,
                               u"The security token does not belong to this AccessKey."_s));
    return {};
}

//! Takes the same time wherever the difference is.
bool sameBytes(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= unsigned(a[i]) ^ unsigned(b[i]);
    return difference == 0;
}

Result<void> compareSignature(const WireRequest &request, const Authorization &authorization,
                              const AccessKey &key)
{
    const WireTarget target = readTarget(request.target);
    const QByteArray payloadHash = acs3::hashHex(request.body);
    QByteArray canonical = request.method + '\n' + target.canonicalUri + '\n'
                           + target.canonicalQuery + '\n';
    for (const QByteArray &name : authorization.signedHeaders)
        canonical += name + ':' + *request.header(name) + '\n';
    canonical += '\n' + authorization.signedHeaders.join(';') + '\n' + payloadHash;
    const QByteArray stringToSign = "ACS3-HMAC-SHA256\n" + acs3::hashHex(canonical);
    const QByteArray expected = QMessageAuthenticationCode::hash(stringToSign, key.secret,
                                                                 QCryptographicHash::Sha256)
                                    .toHex();
    // The hash in the header is what the client believes it sends; both must be the body's.
    const bool sameBody = sameBytes(*request.header("x-acs-content-sha256"), payloadHash);
    if (sameBytes(authorization.signature, expected) && sameBody)
        return {};
    return failure(refusal(400, u"SignatureDoesNotMatch"_s,
                           u"Specified signature does not match our calculation. "
                           "server string to sign is [%1], server canonical request is [%2]"_s.arg(
                               QString::fromUtf8(stringToSign), QString::fromUtf8(canonical))));
}

} // namespace

Result<SignedCall> checkSignature(const WireRequest &request, const KeyLookup &keyOf,
                                  const QDateTime &now)
{
    const auto authorization = readAuthorization(request);
    if (!authorization)
        return failure(authorization.error());
    const std::optional<AccessKey> key = keyOf(authorization->keyId);
    if (!key)
        return failure(refusal(404, u"InvalidAccessKeyId.NotFound"_s,
                               u"Specified access key is not found."_s));
    if (const auto checked = checkHeaders(request, authorization->signedHeaders); !checked)
        return failure(checked.error());
    const auto date = checkDate(*request.header("x-acs-date"), now);
    if (!date)
        return failure(date.error());
    if (const auto checked = checkSecurityToken(request, *key); !checked)
        return failure(checked.error());
    if (const auto compared = compareSignature(request, *authorization, *key); !compared)
        return failure(compared.error());
    return SignedCall{key->id, *request.header("x-acs-action"), *request.header("x-acs-version"),
                      *request.header("x-acs-signature-nonce"), *date};
}

bool NonceMemory::take(const SignedCall &call, const QDateTime &now)
{
    const std::lock_guard lock(m_mutex);
    forgetOld(now.toMSecsSinceEpoch());
    const QByteArray entry = call.keyId + '\n' + call.nonce;
    if (m_seen.contains(entry))
        return false;
    const auto window = std::chrono::duration_cast<std::chrono::milliseconds>(maxClockDifference);
    m_seen.insert(entry, call.date.toMSecsSinceEpoch() + window.count());
    return true;
}

void NonceMemory::forgetOld(qint64 now)
{
    if (now < m_nextSweep)
        return;
    m_seen.removeIf([now](const auto &entry) { return entry.value() < now; });
    m_nextSweep = now + 60'000;
}

} // namespace modelscribe
