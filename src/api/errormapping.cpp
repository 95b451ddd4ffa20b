// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errormapping.h"

#include "api/redaction.h"
#include "core/jsonmembers.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>

namespace modelscribe {

using namespace Qt::StringLiterals;
using Cause = AttemptFailure::Cause;
using Kind = Error::Kind;

namespace {

//! The parts of an error body, as the service wrote them.
struct Words
{
    QString code;
    QString message;
    QString requestId;
    QString action;
    QString denial; //!< "ExplicitDeny": a policy forbids it.
};

//! A string's text, or a number's digits.
QString textOf(const JsonText &raw)
{
    if (const auto text = jsonStringValue(raw.utf8()))
        return *text;
    return raw.utf8() == "null" || raw.utf8().startsWith('{') ? QString() : raw.toString();
}

//! Takes AccessDeniedDetail, which is an object or JSON in a string.
void takeDenial(const JsonText &detail, Words &words)
{
    const auto text = jsonStringValue(detail.utf8());
    const auto members = jsonMembers(text ? text->toUtf8() : detail.utf8());
    if (!members)
        return;
    for (const auto &[key, value] : *members) {
        if (key.compare("AuthAction"_L1, Qt::CaseInsensitive) == 0)
            words.action = textOf(value);
        else if (key.compare("NoPermissionType"_L1, Qt::CaseInsensitive) == 0)
            words.denial = textOf(value);
    }
}

std::optional<Words> jsonWords(const QByteArray &body)
{
    const auto members = jsonMembers(body);
    if (!members)
        return {};
    Words words;
    for (const RawMember &member : *members) {
        const auto is = [&key = member.key](QLatin1StringView name) {
            return !key.isEmpty() && key[0].toUpper() == name[0]
                   && QStringView(key).sliced(1) == name.sliced(1);
        };
        if (is("Code"_L1))
            words.code = textOf(member.value);
        else if (is("Message"_L1))
            words.message = textOf(member.value);
        else if (is("RequestId"_L1))
            words.requestId = textOf(member.value);
        else if (is("AccessDeniedDetail"_L1))
            takeDenial(member.value, words);
    }
    return words;
}

std::optional<Words> xmlWords(const QByteArray &body)
{
    QXmlStreamReader xml(body);
    if (!xml.readNextStartElement() || xml.name() != "Error"_L1)
        return {};
    Words words;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        if (name == "Code"_L1)
            words.code = text;
        else if (name == "Message"_L1)
            words.message = text;
        else if (name == "RequestId"_L1)
            words.requestId = text;
    }
    return words;
}

struct CodeRow
{
    QLatin1StringView code; //!< The whole code, or its beginning when it ends in "*".
    Kind kind;
    Cause cause = Cause::Refused;
};

constexpr std::array codeTable = {
    CodeRow{QLatin1StringView("Throttling*"), Kind::Throttled, Cause::Throttled},
    CodeRow{QLatin1StringView("Rejected.Throttling*"), Kind::Throttled, Cause::Throttled},
    CodeRow{QLatin1StringView("SignatureNonceUsed"), Kind::Service, Cause::Nonce},
    CodeRow{QLatin1StringView("InvalidTimeStamp*"), Kind::Service, Cause::Clock},
    CodeRow{QLatin1StringView("ServiceUnavailable*"), Kind::Service, Cause::ServerFault},
    CodeRow{QLatin1StringView("InternalError*"), Kind::Service, Cause::ServerFault},
    CodeRow{QLatin1StringView("InvalidAccessKeyId*"), Kind::Unauthorized},
    CodeRow{QLatin1StringView("SignatureDoesNotMatch"), Kind::Unauthorized},
    CodeRow{QLatin1StringView("IncompleteSignature"), Kind::Unauthorized},
    CodeRow{QLatin1StringView("InvalidSecurityToken*"), Kind::Unauthorized, Cause::KeyEnded},
    CodeRow{QLatin1StringView("MissingSecurityToken"), Kind::Unauthorized, Cause::KeyEnded},
    CodeRow{QLatin1StringView("Forbidden*"), Kind::Forbidden},
    CodeRow{QLatin1StringView("NoPermission*"), Kind::Forbidden},
    CodeRow{QLatin1StringView("NotAuthorized*"), Kind::Forbidden},
    CodeRow{QLatin1StringView("AuthenticationFail*"), Kind::Unauthorized}, // STS
    CodeRow{QLatin1StringView("InvalidApi.NotFound"), Kind::Service},
    CodeRow{QLatin1StringView("InvalidAction.NotFound"), Kind::Service},
    CodeRow{QLatin1StringView("NoSuchVersion"), Kind::Service},
    CodeRow{QLatin1StringView("UnsupportedHTTPMethod"), Kind::Service},
    CodeRow{QLatin1StringView("201900002"), Kind::NotFound},
    CodeRow{QLatin1StringView("201900003"), Kind::NotFound},
    CodeRow{QLatin1StringView("100400027"), Kind::NotFound},
    CodeRow{QLatin1StringView("100400008"), Kind::NotFound},
    CodeRow{QLatin1StringView("100700008"), Kind::NotFound},
};

CodeRow rowFor(const QString &code, int status)
{
    const auto row = std::ranges::find_if(codeTable, [&code](const CodeRow &entry) {
        return entry.code.endsWith(u'*') ? code.startsWith(entry.code.chopped(1))
                                         : code == entry.code;
    });
    if (row != codeTable.end())
        return *row;
    switch (status) {
    case 401: return {{}, Kind::Unauthorized};
    case 403: return {{}, Kind::Forbidden};
    case 404: return {{}, Kind::NotFound};
    case 409: return {{}, Kind::Conflict};
    case 429: return {{}, Kind::Throttled, Cause::Throttled};
    default: return {{}, Kind::Service, status >= 500 ? Cause::ServerFault : Cause::Refused};
    }
}

//! The message without the text to sign, which the service echoes with all signed headers, the
//! security token included. Only the sentences before it are kept.
QString withoutSignedText(const QString &message)
{
    const qsizetype echo = message.indexOf("string to sign"_L1, 0, Qt::CaseInsensitive);
    const qsizetype line = message.indexOf(u'\n');
    if (echo < 0)
        return line < 0 ? message : message.first(line);
    return message.first(message.lastIndexOf(u'.', echo) + 1);
}

QString shapeOf(const HttpAnswer &answer)
{
    if (answer.body.trimmed().isEmpty())
        return u"an empty answer"_s;
    if (answer.contentType.contains("html") || answer.body.trimmed().startsWith('<'))
        return u"a web page"_s;
    return u"an answer that is not JSON"_s;
}

//! Whether \p message tells what the registry signed.
bool hasEcho(const QString &message) { return message.contains("ACS3-HMAC-SHA256"_L1); }

//! Whether \p message holds \p signedText, however its line breaks came through.
bool echoes(const QString &message, const QByteArray &signedText)
{
    return !signedText.isEmpty()
           && message.simplified().contains(QString::fromUtf8(signedText).simplified());
}

} // namespace

AttemptFailure serviceFailure(const HttpAnswer &answer, const AccessKey &key,
                              const QByteArray &signedText, const QDateTime &now)
{
    auto words = jsonWords(answer.body);
    if (!words && answer.body.trimmed().startsWith('<'))
        words = xmlWords(answer.body);
    AttemptFailure failure;
    Error &error = failure.error;
    error.httpStatus = answer.status;
    if (!words) {
        words = Words();
        error.detail = u"HTTP %1 with %2"_s.arg(answer.status).arg(shapeOf(answer));
    }
    const CodeRow row = rowFor(words->code, answer.status);
    error.kind = row.kind;
    failure.cause = row.cause;
    const bool aboutSignature = words->code == "SignatureDoesNotMatch"_L1
                                || words->code == "IncompleteSignature"_L1
                                || words->message.contains("string to sign"_L1,
                                                           Qt::CaseInsensitive);
    if (aboutSignature) {
        // Without an echo nobody knows which of the two it is.
        if (words->code == "SignatureDoesNotMatch"_L1 && hasEcho(words->message))
            error.detail = echoes(words->message, signedText)
                               ? QString(sameTextSigned)
                               : u"the registry signed another text"_s;
        words->message = withoutSignedText(words->message);
    }
    error.code = redacted(words->code, key);
    error.message = redacted(words->message, key);
    error.action = redacted(words->action, key);
    if (words->denial == "ExplicitDeny"_L1)
        error.detail = u"ExplicitDeny"_s;
    error.requestId = redacted(
        words->requestId.isEmpty() ? QString::fromLatin1(answer.requestId) : words->requestId, key);
    const QByteArray vendor = answer.vendorRetryAfter.trimmed();
    const bool isInSeconds = answer.isVendorInSeconds && !vendor.isEmpty();
    failure.retryAfter = retryAfter(answer.retryAfter, isInSeconds ? vendor + "000" : vendor, now);
    return failure;
}

AttemptFailure transportFailure(QNetworkReply::NetworkError code, const QString &words,
                                bool bytesOut)
{
    AttemptFailure failure;
    failure.error.kind = Kind::Network;
    failure.error.detail = words;
    failure.cause = bytesOut ? Cause::Lost : Cause::NotReached;
    switch (code) {
    case QNetworkReply::SslHandshakeFailedError:
        failure.error.kind = Kind::Tls;
        failure.cause = Cause::Refused;
        break;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError: failure.cause = Cause::NotReached; break;
    case QNetworkReply::ProxyAuthenticationRequiredError: // the same again may lock somebody out
        failure.cause = Cause::Refused;
        break;
    case QNetworkReply::UnknownContentError: // what Qt says to a decompression bomb
        failure.error.kind = Kind::Decode;
        failure.cause = Cause::Foreign;
        break;
    default: break;
    }
    return failure;
}

bool isHttpStatusError(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::ProxyAuthenticationRequiredError: // 407
    case QNetworkReply::ProtocolInvalidOperationError:    // 400
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError: return true;
    default: return false;
    }
}

std::optional<AttemptFailure> foreignAnswer(const HttpAnswer &answer)
{
    const bool isPage = answer.contentType.contains("html");
    // Nothing at all is also what Qt makes of broken chunks.
    const bool mayBeBroken = answer.body.isEmpty() && answer.status == 200;
    if (answer.body.trimmed().startsWith('{') && !isPage)
        return {};
    return AttemptFailure{
        .error = {.kind = Kind::Decode,
                  .detail = u"HTTP %1 with %2"_s.arg(answer.status).arg(shapeOf(answer)),
                  .httpStatus = answer.status},
        .cause = mayBeBroken ? Cause::Unreadable : Cause::Foreign};
}

} // namespace modelscribe
