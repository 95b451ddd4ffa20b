// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/certificateerror.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using SslFault = QSslError::SslError;

struct FaultRow
{
    SslFault fault;
    const char *code;
};

//! The first that there is counts: what no trusted authority would mend stands before what one
//! would.
constexpr std::array faultTable{
    FaultRow{SslFault::HostNameMismatch, "tls-wrong-host"},
    FaultRow{SslFault::CertificateExpired, "tls-expired"},
    FaultRow{SslFault::CertificateNotYetValid, "tls-not-yet-valid"},
    FaultRow{SslFault::CertificateRevoked, "tls-revoked"},
    FaultRow{SslFault::CertificateBlacklisted, "tls-revoked"},
    FaultRow{SslFault::SelfSignedCertificate, "tls-self-signed"},
    FaultRow{SslFault::SelfSignedCertificateInChain, "tls-unknown-authority"},
    FaultRow{SslFault::UnableToGetIssuerCertificate, "tls-unknown-authority"},
    FaultRow{SslFault::UnableToGetLocalIssuerCertificate, "tls-unknown-authority"},
    FaultRow{SslFault::UnableToVerifyFirstCertificate, "tls-unknown-authority"},
    FaultRow{SslFault::CertificateUntrusted, "tls-unknown-authority"},
};

QString nameIn(const QStringList &organisation, const QStringList &common)
{
    for (const QStringList &names : {organisation, common}) {
        if (!names.isEmpty() && !names.first().isEmpty())
            return names.first();
    }
    return u"?"_s;
}

//! The hosts that it is for, a few of them.
QString hostsOf(const QSslCertificate &certificate)
{
    constexpr qsizetype most = 3;
    QStringList hosts = certificate.subjectAlternativeNames().values();
    std::ranges::sort(hosts);
    if (hosts.isEmpty())
        return nameIn(certificate.subjectInfo(QSslCertificate::CommonName),
                      certificate.subjectInfo(QSslCertificate::Organization));
    const bool isLong = hosts.size() > most;
    return hosts.mid(0, most).join(u", "_s) + (isLong ? u"…"_s : QString());
}

} // namespace

QString issuerOf(const QSslCertificate &certificate)
{
    return nameIn(certificate.issuerInfo(QSslCertificate::Organization),
                  certificate.issuerInfo(QSslCertificate::CommonName));
}

Error certificateError(const QString &where, const QList<QSslError> &errors,
                       const QSslCertificate &shown)
{
    Error error{.kind = Error::Kind::Tls};
    QStringList words;
    for (const QSslError &one : errors)
        words.append(one.errorString());
    words.removeDuplicates();
    error.detail = where + u": "_s + words.join(u' ');
    const auto row = std::ranges::find_if(faultTable, [&errors](const FaultRow &one) {
        return std::ranges::find(errors, one.fault, &QSslError::error) != errors.end();
    });
    if (row != faultTable.end())
        error.code = QString::fromLatin1(row->code);
    if (!shown.isNull())
        error.certificate = CertificateFacts{.subject = hostsOf(shown),
                                             .issuer = issuerOf(shown),
                                             .from = shown.effectiveDate().toUTC(),
                                             .until = shown.expiryDate().toUTC()};
    return error;
}

} // namespace modelscribe
