// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/acs3signature.h"

#include "core/wipe.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>

namespace modelscribe::acs3 {

namespace {

constexpr char algorithm[] = "ACS3-HMAC-SHA256";

bool isSigned(const QByteArray &name)
{
    return name == "host" || name == "content-type" || name.startsWith("x-acs-");
}

//! Lower-case names, trimmed values, only what is signed, sorted by name.
Headers canonicalHeaders(const Headers &headers)
{
    Headers result;
    for (const auto &[name, value] : headers) {
        const QByteArray lower = name.toLower();
        if (isSigned(lower))
            result.append({lower, value.trimmed()});
    }
    std::ranges::stable_sort(result, {}, &std::pair<QByteArray, QByteArray>::first);
    return result;
}

//! RFC 2104. QMessageAuthenticationCode leaves a copy of the key in the memory that nobody can
//! wipe.
QByteArray hmacSha256(const QByteArray &key, const QByteArray &message)
{
    constexpr qsizetype blockSize = 64;
    constexpr char inner = 0x36;
    constexpr char outer = 0x5c;
    const auto sha256 = [](const QByteArray &first, const QByteArray &second) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(first);
        hash.addData(second);
        return hash.result();
    };
    const QByteArray fitting = key.size() > blockSize ? sha256(key, {}) : key;
    QByteArray block(blockSize, '\0');
    std::ranges::copy(fitting, block.begin());
    const auto mixIn = [&block](char byte) {
        for (char &c : block)
            c = char(c ^ byte);
    };
    mixIn(inner);
    const QByteArray innerHash = sha256(block, message);
    mixIn(inner ^ outer);
    const QByteArray result = sha256(block, innerHash);
    wipe(block);
    return result;
}

} // namespace

QByteArray percentEncode(QStringView text)
{
    return text.toUtf8().toPercentEncoding(); // keeps exactly A-Z a-z 0-9 - . _ ~
}

QByteArray canonicalUri(const QStringList &segments)
{
    QByteArray result;
    for (const QString &segment : segments)
        result += '/' + percentEncode(segment);
    return result.isEmpty() ? QByteArray("/") : result;
}

QByteArray canonicalQuery(const Query &query)
{
    QList<std::pair<QByteArray, QByteArray>> encoded;
    for (const auto &[name, value] : query)
        encoded.append({percentEncode(name), percentEncode(value)});
    // The rule sorts by name; encoding keeps that order for all names the service has.
    std::ranges::stable_sort(encoded, {}, &std::pair<QByteArray, QByteArray>::first);
    QByteArray result;
    for (const auto &[name, value] : encoded) {
        if (!result.isEmpty())
            result += '&';
        result += name + '=' + value;
    }
    return result;
}

QByteArray hashHex(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result().toHex();
}

Signature sign(const Request &request, const AccessKey &key)
{
    Signature result;
    QByteArray headers;
    for (const auto &[name, value] : canonicalHeaders(request.headers)) {
        headers += name + ':' + value + '\n';
        if (!result.signedHeaders.isEmpty())
            result.signedHeaders += ';';
        result.signedHeaders += name;
    }
    result.canonicalRequest = request.method + '\n' + request.canonicalUri + '\n'
                              + request.canonicalQuery + '\n' + headers + '\n'
                              + result.signedHeaders + '\n' + request.payloadHash;
    result.stringToSign = QByteArray(algorithm) + '\n' + hashHex(result.canonicalRequest);
    result.signature = hmacSha256(key.secret, result.stringToSign).toHex();
    result.authorization = QByteArray(algorithm) + " Credential=" + key.id + ",SignedHeaders="
                           + result.signedHeaders + ",Signature=" + result.signature;
    return result;
}

} // namespace modelscribe::acs3
