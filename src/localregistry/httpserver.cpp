// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/httpserver.h"

#include <QLocale>

#include <httplib.h>

#include <array>
#include <thread>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr size_t workers = 8;
constexpr int backlog = 128;

//! cpp-httplib's own remarks among the headers; they did not come over the wire.
bool isRemark(const std::string &name)
{
    static constexpr std::array<std::string_view, 4> remarks = {"REMOTE_ADDR", "REMOTE_PORT",
                                                                "LOCAL_ADDR", "LOCAL_PORT"};
    return std::ranges::find(remarks, name) != remarks.end();
}

QByteArray bytes(const std::string &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

WireRequest wireRequest(const httplib::Request &request, QByteArray body)
{
    WireRequest result{bytes(request.method), bytes(request.target), {}, std::move(body)};
    for (const auto &[name, value] : request.headers) {
        if (!isRemark(name))
            result.headers.append({bytes(name), bytes(value)});
    }
    return result;
}

struct Body
{
    QByteArray bytes;
    int refusal = 0; //!< The status to refuse it with; 0: it is complete.
};

//! Takes in at most maxBodyBytes. What is more is read and dropped, so that the client gets to read
//! the answer.
Body readBody(const httplib::Request &request, const httplib::Response &response,
              const httplib::ContentReader &reader)
{
    Body body;
    // Without either there is no body, but cpp-httplib would wait for the end of the connection.
    if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding"))
        return body;
    const bool complete = reader([&body](const char *data, size_t size) {
        if (size_t(body.bytes.size()) + size > maxBodyBytes)
            body.refusal = 413;
        if (body.refusal == 0)
            body.bytes.append(data, qsizetype(size));
        return true;
    });
    if (!complete && body.refusal == 0)
        body.refusal = response.status == 413 ? 413 : 400;
    return body;
}

//! Later releases of cpp-httplib compress JSON when the client takes it, with a Brotli that needs
//! longer for a page than everything else together. There is no switch but the request's header.
void forbidCompression(const httplib::Request &request)
{
    const_cast<httplib::Request &>(request).headers.erase("Accept-Encoding");
}

} // namespace

class HttpServer::Server : public httplib::Server
{
public:
    explicit Server(Callbacks callbacks)
        : m_callbacks(std::move(callbacks))
    {
        // SO_REUSEPORT, the default, would let two registries share one port unnoticed.
        set_socket_options([](auto socket) {
            int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, reinterpret_cast<char *>(&yes),
                       sizeof(yes));
        });
        set_tcp_nodelay(true);
        // An idle connection would hold a worker and stop(): one request a connection.
        set_keep_alive_max_count(1);
        set_keep_alive_timeout(1);
        set_payload_max_length(maxBodyBytes);
        new_task_queue = [] { return new httplib::ThreadPool(workers); };
        addHandlers();
    }

    //! cpp-httplib lets only five connections wait, and a sixth waits for a second.
    void deepenBacklog() { ::listen(svr_sock_, backlog); }

private:
    void addHandlers()
    {
        static const std::string any = R"([\s\S]*)";
        const auto plain = [this](const httplib::Request &request, httplib::Response &response) {
            send(response, m_callbacks.answer(wireRequest(request, {})));
            forbidCompression(request);
        };
        const auto withBody = [this](const httplib::Request &request, httplib::Response &response,
                                     const httplib::ContentReader &reader) {
            Body body = readBody(request, response, reader);
            if (body.refusal == 0)
                send(response, m_callbacks.answer(wireRequest(request, std::move(body.bytes))));
            else
                send(response, m_callbacks.refuse(body.refusal));
            forbidCompression(request);
        };
        Get(any, plain);
        Options(any, plain);
        Delete(any, plain);
        Delete(any, withBody);
        Post(any, withBody);
        Put(any, withBody);
        Patch(any, withBody);
        set_error_handler([this](const httplib::Request &, httplib::Response &response) {
            if (response.body.empty())
                send(response, m_callbacks.refuse(response.status));
        });
        set_exception_handler(
            [this](const httplib::Request &, httplib::Response &response, std::exception_ptr) {
                send(response, m_callbacks.refuse(500));
            });
    }

    void send(httplib::Response &response, const WireAnswer &answer) const
    {
        const QString date = QLocale::c().toString(m_callbacks.now().toUTC(),
                                                   u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        response.status = answer.status;
        response.set_header("Date", date.toStdString());
        response.set_header("x-acs-request-id", answer.requestId.toStdString());
        response.set_content(answer.body.toStdString(), "application/json;charset=utf-8");
    }

    Callbacks m_callbacks;
};

HttpServer::HttpServer(Callbacks callbacks)
    : m_server(std::make_unique<Server>(std::move(callbacks)))
{
}

HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::bind(quint16 port)
{
    const std::string host = "127.0.0.1";
    const int bound = port == 0                            ? m_server->bind_to_any_port(host)
                      : m_server->bind_to_port(host, port) ? port
                                                           : -1;
    if (bound <= 0)
        return failure(Error::Kind::Network, u"cannot listen on 127.0.0.1:%1"_s.arg(port));
    m_server->deepenBacklog();
    return quint16(bound);
}

void HttpServer::serve()
{
    m_server->listen_after_bind();
    m_served = true;
}

void HttpServer::stop()
{
    // stop() does nothing before the server runs, and must not be called twice.
    while (!m_served && !m_server->is_running())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (!m_served)
        m_server->stop();
}

} // namespace modelscribe
