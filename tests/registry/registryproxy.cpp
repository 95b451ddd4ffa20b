// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registryproxy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace modelscribe::testing {

namespace {

Endpoint loopback(quint16 port) { return *Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(port)); }

bool isWhole(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    const qsizetype length = answer.toLower().indexOf("\r\ncontent-length:");
    if (end < 0 || length < 0)
        return false;
    const qsizetype start = length + 17;
    const qsizetype size = answer.mid(start, answer.indexOf('\r', start) - start).trimmed().toInt();
    return answer.size() >= end + 4 + size;
}

//! What a request comes to that the registry never sees.
void refuse(QTcpSocket &socket, RegistryProxy::Do what)
{
    using Do = RegistryProxy::Do;
    const auto answer = [&socket](int status, const QByteArray &code) {
        const QByteArray number = QByteArray::number(status);
        socket.write(httpAnswer(status, R"({"Code":")" + code
                                            + R"(","Message":"no","RequestId":"R-)" + number
                                            + R"("})"));
    };
    switch (what) {
    case Do::LoseRequest: socket.abort(); break;
    case Do::Refuse: answer(403, "Forbidden.RAM"); break;
    case Do::BadRequest: answer(400, "InvalidParameter"); break;
    case Do::NotFound: answer(404, "201900002"); break;
    case Do::Conflict: answer(409, "Conflict"); break;
    case Do::Throttle: answer(429, "Throttling.User"); break;
    case Do::Break: answer(500, "InternalError"); break;
    case Do::Ignore: socket.write(httpAnswer(200, R"({"RequestId":"R-200"})")); break;
    default: break; // held
    }
}

} // namespace

RegistryProxy::RegistryProxy(std::optional<int> samples)
    : m_registry(
        {.database = m_folder.filePath(u"registry.sqlite"_s), .keys = {key()}, .samples = samples})
    , m_listener([this]() -> QTcpServer & {
        m_server.listen(QHostAddress::LocalHost);
        return m_server;
    }())
{
    m_port = m_server.serverPort();
    const auto port = wait(m_registry.start());
    if (!port)
        qFatal("the registry does not start: %s", qPrintable(port.error().detail));
    m_direct = std::make_unique<Client>(direct(), credentials(), quickOptions());
    m_listener.setHandler(
        [this](QTcpSocket &socket, const ReceivedRequest &request) { handle(socket, request); });
}

RegistryProxy::~RegistryProxy()
{
    m_direct.reset();
    qDeleteAll(findChildren<QTcpSocket *>()); // the registry waits for open connections
}

Endpoint RegistryProxy::endpoint() const { return loopback(m_port); }

Endpoint RegistryProxy::direct() const { return loopback(m_registry.port()); }

qsizetype RegistryProxy::count(const QByteArray &verb) const
{
    return std::ranges::count(m_listener.requests(), verb, &ReceivedRequest::verb);
}

QList<RegisteredModel> RegistryProxy::modelsNamed(const QString &name)
{
    const auto page = ask(operations::listModels({.exactName = name}));
    return page ? page->models : QList<RegisteredModel>();
}

RegisteredModel RegistryProxy::model(const QString &id)
{
    return ask(operations::getModel(id)).value_or(RegisteredModel());
}

QString RegistryProxy::create(const ModelMetadata &metadata)
{
    return ask(*operations::createModel(metadata, {})).value_or(QString());
}

void RegistryProxy::update(const RegisteredModel &base, const ModelMetadata &edited)
{
    if (!ask(*operations::updateModel(base.id, base.metadata, edited)))
        qFatal("the registry does not take the update");
}

void RegistryProxy::setReachable(bool reachable)
{
    if (reachable == m_server.isListening())
        return;
    if (reachable) {
        if (!m_server.listen(QHostAddress::LocalHost, m_port))
            qFatal("port %d is taken", m_port);
        return;
    }
    m_server.close();
    const auto sockets = m_server.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void RegistryProxy::handle(QTcpSocket &socket, const ReceivedRequest &request)
{
    const QPointer<QTcpSocket> client(&socket); // decide() may wait, and the client give up
    const Do what = decide ? decide(request) : Do::Pass;
    switch (what) {
    case Do::Pass:
    case Do::LoseAnswer:
    case Do::CutAnswer:
    case Do::SpoilAnswer:
    case Do::HoldAnswer:
    case Do::DoThenBusy:
    case Do::DoThenLate: forward(client, request, what); return;
    case Do::Wait: m_waiting.push_back({client, request, {}}); return;
    default: break;
    }
    if (!meanwhile) {
        if (client)
            refuse(*client, what);
        return;
    }
    // Not within a slot of the socket, which may be gone when this has been waited for.
    QTimer::singleShot(0, this, [this, client, request, what] {
        tellMeanwhile(request);
        if (client)
            refuse(*client, what);
    });
}

void RegistryProxy::tellMeanwhile(const ReceivedRequest &request)
{
    if (const auto tell = meanwhile) // which may take itself away
        tell(request);
}

void RegistryProxy::letGo(Waiting &waiting)
{
    QTcpSocket upstream;
    upstream.connectToHost(QHostAddress::LocalHost, m_registry.port());
    upstream.write(waiting.request.raw);
    while (!isWhole(waiting.answer)) {
        if (!upstream.waitForReadyRead(20'000))
            qFatal("the registry does not answer");
        waiting.answer += upstream.readAll();
    }
}

void RegistryProxy::deliver(Waiting &waiting)
{
    if (waiting.client)
        waiting.client->write(waiting.answer);
}

QByteArray RegistryProxy::rewritten(const ReceivedRequest &request, const QByteArray &answer) const
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    if (!rewrite || end < 0 || !answer.startsWith("HTTP/1.1 200 "))
        return answer;
    return httpAnswer(200, rewrite(request, answer.sliced(end + 4)));
}

RegistryProxy::Do RegistryProxy::keepOldLabels(const ReceivedRequest &request)
{
    static const QRegularExpression ofModel(u"^/api/v1/models/([^/?]+)/labels$"_s);
    const auto match = ofModel.match(QString::fromUtf8(request.target));
    if (request.verb != "POST" || !match.hasMatch())
        return Do::Pass;
    const QString id = match.captured(1);
    const QList<Label> held = model(id).metadata.labels;
    QList<Label> added;
    const auto posted = QJsonDocument::fromJson(request.body)["Labels"_L1].toArray();
    for (const auto &one : posted) {
        const Label label{one["Key"_L1].toString(), one["Value"_L1].toString()};
        if (std::ranges::find(held, label.key, &Label::key) == held.end())
            added.append(label);
    }
    if (!added.isEmpty() && !ask(operations::createModelLabels(id, added)))
        qFatal("the registry does not take the labels");
    return Do::Ignore;
}

void RegistryProxy::forward(const QPointer<QTcpSocket> &client, const ReceivedRequest &request,
                            Do what)
{
    auto *upstream = new QTcpSocket(this);
    auto answer = std::make_shared<QByteArray>();
    connect(upstream, &QTcpSocket::readyRead, this,
            [this, upstream, answer, what, request, client] {
                *answer += upstream->readAll();
                if (!isWhole(*answer))
                    return;
                upstream->disconnect();
                if (what != Do::Pass)
                    tellMeanwhile(request); // may wait, which ends what is to be deleted later
                upstream->deleteLater();
                m_heldAnswers += what == Do::HoldAnswer;
                if (!client || what == Do::HoldAnswer)
                    return;
                if (what == Do::LoseAnswer) {
                    client->abort();
                } else if (what == Do::CutAnswer) {
                    client->write(answer->left(answer->size() - 5));
                    client->disconnectFromHost();
                } else if (what == Do::DoThenBusy) {
                    client->write(httpAnswer(503, R"({"Code":"ServiceUnavailable"})"));
                } else if (what == Do::DoThenLate) {
                    client->write(httpAnswer(504, "<html>Gateway time-out</html>"));
                } else if (what == Do::SpoilAnswer) {
                    client->write(httpAnswer(200, "{\"ModelId\":"));
                } else {
                    client->write(what == Do::Pass ? rewritten(request, *answer) : *answer);
                }
            });
    upstream->connectToHost(QHostAddress::LocalHost, m_registry.port());
    upstream->write(request.raw);
}

} // namespace modelscribe::testing

#include "moc_registryproxy.cpp"
