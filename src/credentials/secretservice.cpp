// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/secretservice.h"

#include "core/backgroundwork.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QLibrary>
#include <QProcessEnvironment>
#include <QTimer>

#include <utility>

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

Result<QString> stateOf(const QDBusPendingReply<QDBusVariant> &reply)
{
    if (!reply.isError()) {
        if (reply.value().variant().toBool())
            return failure(Error::Kind::Storage, u"locked"_s);
        return reply.reply().service();
    }
    switch (reply.error().type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut: return failure(Error::Kind::Storage, u"silent"_s);
    case QDBusError::UnknownObject:
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownProperty: return reply.reply().service(); // it has no collection yet
    case QDBusError::ServiceUnknown:
        if (hasKWallet())
            return QString();
        [[fallthrough]];
    default: return failure(Error::Kind::Storage, u"missing"_s);
    }
}

} // namespace

QFuture<Result<QString>> askSecretService(QObject *context, std::chrono::milliseconds timeout)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    const auto end = [promise,
                      isOpen = std::make_shared<bool>(true)](const Result<QString> &result) {
        if (!std::exchange(*isOpen, false))
            return;
        promise->addResult(result);
        promise->finish();
    };
    QTimer::singleShot(timeout, context,
                       [end] { end(failure(Error::Kind::Storage, u"silent"_s)); });
    // Whoever is the first to look for a bus waits until that has greeted.
    const auto connects = [] { return QDBusConnection::sessionBus().isConnected(); };
    runAside(context, false, connects, [context, end, timeout](bool isConnected) {
        if (!isConnected)
            return end(failure(Error::Kind::Storage, u"missing"_s));
        QDBusMessage question = QDBusMessage::createMethodCall(
            u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets/aliases/default"_s,
            u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
        auto *watcher = new QDBusPendingCallWatcher(
            QDBusConnection::sessionBus().asyncCall(question, int(timeout.count())), context);
        QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [end, watcher] {
            watcher->deleteLater();
            end(stateOf(*watcher));
        });
    });
    return promise->future();
}

void forgetSecretService()
{
    const QFunctionPointer disconnect = QLibrary::resolve(u"secret-1"_s, 0,
                                                          "secret_service_disconnect");
    if (disconnect)
        disconnect();
}

} // namespace modelscribe
