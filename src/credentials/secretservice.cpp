// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/secretservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

bool hasKWallet()
{
    // There QtKeychain speaks to KWallet, which has no such property and asks by itself.
    const QString desktop = QProcessEnvironment::systemEnvironment().value(
        u"XDG_CURRENT_DESKTOP"_s);
    return desktop.split(u':').contains("KDE"_L1);
}

Result<std::monostate> stateOf(const QDBusPendingReply<QDBusVariant> &reply)
{
    if (!reply.isError()) {
        if (reply.value().variant().toBool())
            return failure(Error::Kind::Storage, u"locked"_s);
        return {};
    }
    switch (reply.error().type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut: return failure(Error::Kind::Storage, u"silent"_s);
    case QDBusError::UnknownObject:
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownProperty: return {}; // a service that has no collection yet
    case QDBusError::ServiceUnknown:
        if (hasKWallet())
            return {};
        [[fallthrough]];
    default: return failure(Error::Kind::Storage, u"missing"_s);
    }
}

} // namespace

QFuture<Result<std::monostate>> askSecretService(QObject *context,
                                                 std::chrono::milliseconds timeout)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return readyResult<std::monostate>(failure(Error::Kind::Storage, u"missing"_s));

    QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets/aliases/default"_s,
        u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;

    auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, int(timeout.count())),
                                                context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [promise, watcher] {
        watcher->deleteLater();
        promise->addResult(stateOf(*watcher));
        promise->finish();
    });
    return promise->future();
}

} // namespace modelscribe
