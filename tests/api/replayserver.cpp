// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replayserver.h"

#include <QFile>

namespace modelscribe::testing {

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QByteArray start;
    QList<QByteArray> headers;
    QByteArray body;
};

Message message(const QByteArray &text)
{
    const qsizetype headEnd = text.indexOf("\n\n");
    Message result;
    result.headers = text.first(headEnd < 0 ? text.size() : headEnd).trimmed().split('\n');
    result.start = result.headers.takeFirst();
    if (headEnd >= 0)
        result.body = text.sliced(headEnd + 2);
    if (result.body.endsWith('\n'))
        result.body.chop(1);
    return result;
}

} // namespace

ReplayServer::ReplayServer(const QString &file, QObject *parent)
    : QObject(parent)
    , m_listener((m_server.listen(QHostAddress::LocalHost), m_server))
{
    QFile recording(file);
    if (!recording.open(QIODevice::ReadOnly))
        qFatal("no such recording");
    const QByteArray text = '\n' + recording.readAll();
    qsizetype at = 0;
    while ((at = text.indexOf("\n=== request\n", at)) >= 0) {
        const qsizetype answerAt = text.indexOf("\n=== answer\n", at);
        qsizetype end = text.indexOf("\n=== request\n", answerAt);
        end = end < 0 ? text.size() : end + 1;
        const Message request = message(text.sliced(at + 13, answerAt + 1 - at - 13));
        const Message answer = message(text.sliced(answerAt + 12, end - answerAt - 12));
        QByteArray raw = answer.start + "\r\n";
        for (const QByteArray &header : answer.headers)
            raw += header + "\r\n";
        raw += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n"
               + answer.body;
        m_script.append({request.start, request.headers, request.body, raw});
        at = answerAt;
    }
    m_listener.setHandler(
        [this](QTcpSocket &socket, const ReceivedRequest &request) { play(socket, request); });
}

QString ReplayServer::address() const
{
    return u"http://127.0.0.1:"_s + QString::number(m_server.serverPort());
}

QStringList ReplayServer::problems() const
{
    QStringList problems = m_problems;
    if (m_at < m_script.size())
        problems += u"not asked: "_s + QString::fromUtf8(m_script[m_at].start);
    return problems;
}

void ReplayServer::play(QTcpSocket &socket, const ReceivedRequest &request)
{
    if (m_at == m_script.size()) {
        m_problems += u"not recorded: "_s + QString::fromUtf8(request.verb + ' ' + request.target);
        socket.abort();
        return;
    }
    const Exchange &recorded = m_script[m_at++];
    compare(recorded, request);
    socket.write(recorded.answer);
}

void ReplayServer::compare(const Exchange &recorded, const ReceivedRequest &request)
{
    const auto complain = [this](const char *what, const QByteArray &sent) {
        m_problems += QLatin1StringView(what) + u": "_s + QString::fromUtf8(sent);
    };
    const QByteArray start = request.verb + ' ' + request.target + " HTTP/1.1";
    if (start != recorded.start)
        complain("request line", start);
    if (request.body != recorded.body)
        complain("body", request.body);
    for (const QByteArray &header : recorded.headers) {
        if (header.startsWith('!')) {
            if (request.countHeader(header.sliced(1)) > 0)
                complain("header too many", header.sliced(1));
            continue;
        }
        const qsizetype colon = header.indexOf(':');
        const QByteArray name = header.first(colon).trimmed();
        const QByteArray value = header.sliced(colon + 1).trimmed();
        if (request.countHeader(name) != 1 || (value != "*" && request.header(name) != value))
            complain("header", name + ": " + request.header(name));
    }
}

} // namespace modelscribe::testing

#include "moc_replayserver.cpp"
