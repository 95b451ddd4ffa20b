// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/authorities.h"

#include "core/backgroundwork.h"
#include "credentials/toolfile.h"

#include <QSslConfiguration>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

tl::unexpected<Error> noAuthorities(const QString &file, const QString &code, const QString &why)
{
    return failure(Error{.kind = Error::Kind::Tls, .detail = why, .code = code, .file = file});
}

//! Both ways to write a certificate in PEM; of the second Qt knows nothing.
qsizetype countOfBeginnings(const QByteArray &pem)
{
    return pem.count("-----BEGIN CERTIFICATE-----")
           + pem.count("-----BEGIN TRUSTED CERTIFICATE-----")
           + pem.count("-----BEGIN X509 CERTIFICATE-----");
}

Result<QList<QSslCertificate>> systemAnd(const QString &file)
{
    auto added = readCaFile(file);
    if (!added)
        return added;
    // Qt looks the system's up one by one where it can, and no more once others are named.
    QList<QSslCertificate> all = QSslConfiguration::defaultConfiguration().caCertificates();
    if (all.isEmpty())
        all = QSslConfiguration::systemCaCertificates();
    return all + *added;
}

template<typename Read>
QFuture<Result<QList<QSslCertificate>>> certificatesAside(QObject *context, Read read)
{
    auto promise = std::make_shared<QPromise<Result<QList<QSslCertificate>>>>();
    promise->start();
    runAside(context, false, std::move(read),
             [promise](const Result<QList<QSslCertificate>> &certificates) {
                 promise->addResult(certificates);
                 promise->finish();
             });
    return promise->future();
}

} // namespace

Result<QList<QSslCertificate>> readCaFile(const QString &file)
{
    const auto text = readToolFile(file);
    if (!text) {
        const bool isNoText = text.error().kind == KeyTrouble::Kind::Damaged;
        return noAuthorities(file, isNoText ? u"ca-file-empty"_s : u"ca-file-unreadable"_s,
                             text.error().text());
    }
    if (!*text)
        return noAuthorities(file, u"ca-file-missing"_s, {});
    const QList<QSslCertificate> found = QSslCertificate::fromData(**text, QSsl::Pem);
    const qsizetype wanted = countOfBeginnings(**text);
    const bool areWhole = std::ranges::none_of(found, &QSslCertificate::isNull);
    if (wanted == 0)
        return noAuthorities(file, u"ca-file-empty"_s, {});
    if (found.size() < wanted || !areWhole)
        return noAuthorities(file, u"ca-file-damaged"_s,
                             u"%1 of %2 could be read"_s.arg(found.size()).arg(wanted));
    return found;
}

QFuture<Result<std::monostate>> checkedCaFile(const QString &file, QObject *context)
{
    return andThen<std::monostate>(
        certificatesAside(context, [file] { return readCaFile(file); }), context,
        [](const QList<QSslCertificate> &) { return readyResult<std::monostate>({}); });
}

QFuture<Result<QList<QSslCertificate>>> authoritiesWith(const QString &file, QObject *context)
{
    return certificatesAside(context, [file] { return systemAnd(file); });
}

} // namespace modelscribe
