// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remotefile.h"

#include "remote/remotetransfer.h"

#include <QFutureWatcher>
#include <QPromise>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

Error refused(const QString &code)
{
    return {.kind = Error::Kind::Invalid, .detail = u"address refused"_s, .code = code};
}

//! The IPv4 address that an IPv6 address carries for a gateway; null: none.
QHostAddress embedded(const QHostAddress &address)
{
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const auto at = [&bytes](int i) {
        return QHostAddress(quint32(bytes[i]) << 24 | quint32(bytes[i + 1]) << 16
                            | quint32(bytes[i + 2]) << 8 | bytes[i + 3]);
    };
    if (address.isInSubnet(QHostAddress(u"2002::"_s), 16)) // 6to4
        return at(2);
    for (const auto &prefix : {u"64:ff9b::"_s, u"::ffff:0:0:0"_s, u"::"_s}) {
        if (address.isInSubnet(QHostAddress(prefix), 96)) // NAT64, translated, compatible
            return at(12);
    }
    return {};
}

bool isPublicV4(const QHostAddress &address)
{
    struct Subnet
    {
        quint32 begin;
        int bits;
    };
    // IANA's registry of special-purpose addresses.
    static constexpr std::array special = {
        Subnet{0x00'00'00'00, 8},  Subnet{0x0A'00'00'00, 8},  Subnet{0x64'40'00'00, 10},
        Subnet{0x7F'00'00'00, 8},  Subnet{0xA9'FE'00'00, 16}, Subnet{0xAC'10'00'00, 12},
        Subnet{0xC0'00'00'00, 24}, Subnet{0xC0'00'02'00, 24}, Subnet{0xC0'A8'00'00, 16},
        Subnet{0xC6'12'00'00, 15}, Subnet{0xC6'33'64'00, 24}, Subnet{0xCB'00'71'00, 24},
        Subnet{0xE0'00'00'00, 3}}; // multicast, reserved and broadcast
    const quint32 value = address.toIPv4Address();
    return std::ranges::none_of(special, [value](const Subnet &subnet) {
        return (value ^ subnet.begin) >> (32 - subnet.bits) == 0;
    });
}

//! The host as a reader of names takes it: without the dot of the root.
QString plainHost(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded).toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

bool isLocalName(const QString &host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || host.endsWith(".local"_L1)
           || host.endsWith(".internal"_L1) || host.endsWith(".home.arpa"_L1);
}

} // namespace

RemoteFiles::RemoteFiles(RemoteFileOptions options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

RemoteFiles::~RemoteFiles()
{
    // Before the manager, whose replies they hold.
    qDeleteAll(findChildren<RemoteTransfer *>(Qt::FindDirectChildrenOnly));
}

bool RemoteFiles::isPublic(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4); // also of ::ffff:a.b.c.d
    if (isV4)
        return isPublicV4(QHostAddress(v4));
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return false;
    if (const QHostAddress inner = embedded(address); !inner.isNull())
        return isPublicV4(inner);
    return address.isInSubnet(QHostAddress(u"2000::"_s), 3) // all that is given out
           && !address.isInSubnet(QHostAddress(u"2001:db8::"_s), 32)
           && !address.isInSubnet(QHostAddress(u"2001::"_s), 23); // Teredo and other tunnels
}

QString RemoteFiles::hostOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    const int usual = url.scheme() == "http"_L1 ? 80 : 443;
    return url.port(usual) == usual ? shown : shown + u':' + QString::number(url.port());
}

std::optional<Error> RemoteFiles::refusal(const QUrl &url) const
{
    if (!url.isValid() || url.scheme().isEmpty())
        return refused(u"NotAnAddress"_s);
    if (url.scheme() != "https"_L1)
        return refused(u"OnlyHttps"_s);
    const QString host = plainHost(url);
    if (host.isEmpty())
        return refused(u"NotAnAddress"_s);
    if (!url.userInfo().isEmpty())
        return refused(u"WithPassword"_s);
    if (m_options.loopbackAllowed)
        return {};
    const QHostAddress address(host);
    if (address.isNull() ? isLocalName(host) : !isPublic(address))
        return refused(u"PrivateAddress"_s);
    return {};
}

QFuture<Result<RemoteFile>> RemoteFiles::fetch(const RemoteFileRequest &request)
{
    auto promise = std::make_shared<QPromise<Result<RemoteFile>>>();
    promise->start();
    auto *transfer = new RemoteTransfer(*this, m_manager, m_options, request, this);
    connect(transfer, &RemoteTransfer::finished, transfer, [promise, transfer] {
        promise->addResult(transfer->result());
        promise->finish();
        transfer->deleteLater();
    });
    auto *watcher = new QFutureWatcher<Result<RemoteFile>>(transfer);
    connect(watcher, &QFutureWatcherBase::canceled, transfer, &RemoteTransfer::cancel);
    watcher->setFuture(promise->future());
    transfer->start();
    return promise->future();
}

} // namespace modelscribe

#include "moc_remotefile.cpp"
