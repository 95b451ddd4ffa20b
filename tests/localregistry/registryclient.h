// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localregistry/localregistry.h"
#include "signing/acs3signature.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUuid>

#include <functional>

namespace modelscribe::test {

inline const AccessKey key{"testAccessKeyId-0001", "testAccessKeySecret/0001+secret=", {}};
inline const AccessKey temporaryKey{"STS.testAccessKeyId-0002", "testStsSecret-0002", "token+/=="};

struct Reply
{
    int status = 0;
    QByteArray head;
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString code() const { return json().value(QStringLiteral("Code")).toString(); }
    QString message() const { return json().value(QStringLiteral("Message")).toString(); }
    QJsonValue at(QLatin1StringView name) const { return json().value(name); }
};

//! A request before it is signed; what a test may want to spoil is open to it.
struct Outgoing
{
    QByteArray method;
    QByteArray action;
    QByteArray target; //!< As it goes over the wire.
    QByteArray canonicalUri;
    QByteArray canonicalQuery;
    QByteArray body;
    acs3::Headers headers;
    AccessKey signer = key;
    bool chunked = false;
};

inline Outgoing outgoing(const QByteArray &method, const QByteArray &action,
                         const QStringList &path, const acs3::Query &query = {},
                         const QByteArray &body = {})
{
    const QByteArray uri = acs3::canonicalUri(
        QStringList{QStringLiteral("api"), QStringLiteral("v1")} + path);
    const QByteArray text = acs3::canonicalQuery(query);
    return {method, action, text.isEmpty() ? uri : uri + '?' + text, uri, text, body};
}

//! Signs as a client does that does everything right.
inline void sign(Outgoing &request, quint16 port,
                 const QDateTime &now = QDateTime::currentDateTimeUtc())
{
    const QByteArray hash = acs3::hashHex(request.body);
    request.headers = {
        {"host", "127.0.0.1:" + QByteArray::number(port)},
        {"x-acs-action", request.action},
        {"x-acs-version", "2021-02-04"},
        {"x-acs-date", now.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")).toLatin1()},
        {"x-acs-signature-nonce", QUuid::createUuid().toByteArray(QUuid::Id128)},
        {"x-acs-content-sha256", hash}};
    if (!request.body.isEmpty())
        request.headers.emplaceBack("content-type", "application/json; charset=utf-8");
    if (!request.signer.securityToken.isEmpty())
        request.headers.emplaceBack("x-acs-security-token", request.signer.securityToken);
    const auto signature = acs3::sign(
        {request.method, request.canonicalUri, request.canonicalQuery, request.headers, hash},
        request.signer);
    request.headers.emplaceBack("authorization", signature.authorization);
}

inline QByteArray wireBytes(const Outgoing &request)
{
    QByteArray bytes = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    for (const auto &[name, value] : request.headers)
        bytes += name + ": " + value + "\r\n";
    if (request.chunked) {
        bytes += "transfer-encoding: chunked\r\n\r\n";
        for (qsizetype at = 0; at < request.body.size(); at += 65536) {
            const QByteArray part = request.body.mid(at, 65536);
            bytes += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
        }
        return bytes + "0\r\n\r\n";
    }
    if (!request.body.isEmpty())
        bytes += "content-length: " + QByteArray::number(request.body.size()) + "\r\n";
    return bytes + "\r\n" + request.body;
}

//! Sends raw bytes on a connection of its own and reads until the registry closes it.
inline Reply exchange(quint16 port, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(10'000))
        return {};
    socket.write(bytes);
    QByteArray answer;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(30'000))
        answer += socket.readAll();
    answer += socket.readAll();
    const qsizetype end = answer.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    return {answer.mid(9, 3).toInt(), answer.first(end), answer.sliced(end + 4)};
}

//! A registry in a folder of its own, and calls to it that wait for their answer.
class Registry
{
public:
    explicit Registry(LocalRegistryOptions options = {})
    {
        if (options.database.isEmpty())
            options.database = m_folder.filePath(QStringLiteral("new/registry.sqlite"));
        if (options.keys.isEmpty())
            options.keys = {key, temporaryKey};
        m_now = options.now;
        m_file = options.database;
        m_registry = std::make_unique<LocalRegistry>(options);
        m_started = m_registry->start();
        m_started.waitForFinished();
    }

    Result<quint16> started() const { return m_started.result(); }
    quint16 port() const { return m_registry->port(); }
    LocalRegistry &registry() { return *m_registry; }
    QString file() const { return m_file; }

    Reply send(Outgoing request) const
    {
        sign(request, port(), m_now());
        return exchange(port(), wireBytes(request));
    }
    Reply call(const QByteArray &method, const QByteArray &action, const QStringList &path,
               const acs3::Query &query = {}, const QByteArray &body = {}) const
    {
        return send(outgoing(method, action, path, query, body));
    }

    // The calls that many tests need.
    Reply listModels(const acs3::Query &query = {}) const
    {
        return call("GET", "ListModels", {QStringLiteral("models")}, query);
    }
    Reply getModel(const QString &id) const
    {
        return call("GET", "GetModel", {QStringLiteral("models"), id});
    }
    Reply createModel(const QByteArray &body) const
    {
        return call("POST", "CreateModel", {QStringLiteral("models")}, {}, body);
    }
    Reply updateModel(const QString &id, const QByteArray &body) const
    {
        return call("PUT", "UpdateModel", {QStringLiteral("models"), id}, {}, body);
    }
    QString newModel(const QByteArray &body) const
    {
        return createModel(body).at(QLatin1StringView("ModelId")).toString();
    }

private:
    QTemporaryDir m_folder;
    QString m_file;
    std::function<QDateTime()> m_now;
    std::unique_ptr<LocalRegistry> m_registry;
    QFuture<Result<quint16>> m_started;
};

} // namespace modelscribe::test
