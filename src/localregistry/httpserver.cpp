// SPDX-License-Identifier: GPL-3.0-or-later
// Built apart from its neighbours and without Qt's keywords: Boost uses some of them as names.
#include "localregistry/httpserver.h"

#include <QLocale>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <list>
#include <optional>
#include <system_error>
#include <utility>

using namespace Qt::StringLiterals;

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace modelscribe {

namespace {

using Tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;
using IncomingRequest = http::request<http::string_body>;

constexpr size_t answerThreads = 4;
constexpr int backlog = 128;
constexpr size_t bufferBytes = 64 * 1024;
constexpr size_t mostRestBytes = 4 * maxBodyBytes;
constexpr auto pauseWithoutFiles = std::chrono::milliseconds(10);

QByteArray bytesOf(beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

WireRequest wireRequest(const IncomingRequest &request)
{
    WireRequest result{bytesOf(request.method_string()),
                       bytesOf(request.target()),
                       {},
                       QByteArray(request.body().data(), qsizetype(request.body().size()))};
    for (const auto &field : request)
        result.headers.append({bytesOf(field.name_string()), bytesOf(field.value())});
    return result;
}

//! The status to refuse a request with that cannot be read; 0: there is nobody to tell.
int refusalFor(const ErrorCode &error, bool hasFirstLine)
{
    if (error == http::error::header_limit)
        return hasFirstLine ? 431 : 414;
    if (error == http::error::body_limit)
        return 413;
    if (error == http::error::end_of_stream || error == http::error::partial_message)
        return 0;
    return error.category() == http::make_error_code(http::error::bad_value).category() ? 400 : 0;
}

} // namespace

struct HttpServer::Private
{
    Private(Callbacks given, const HttpLimits &limits_)
        : callbacks(std::move(given))
        , limits(limits_)
    {
    }

    void accept();
    void take(Tcp::socket socket);
    void ended(const Connection &connection);
    void count(size_t more, size_t less);
    //! False when there is none. With \p holdingBody only one that has sent part of a body.
    bool closeOldestIdle(bool holdingBody = false);
    void beginToStop();
    WireAnswer answer(const WireRequest &request) const;

    Callbacks callbacks;
    HttpLimits limits;
    asio::io_context io{1};
    Tcp::acceptor acceptor{io};
    asio::steady_timer timer{io};
    std::list<std::shared_ptr<Connection>> connections; //!< In the order they came.
    size_t bodies = 0;
    bool isFull = false;
    bool isStopping = false;
    std::optional<asio::thread_pool> workers; // goes first, before what its threads use
};

//! One client, from its first byte to the last of its answer. Whatever is under way holds a pointer
//! to it; all but the answering itself happens in the thread of serve().
class HttpServer::Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(Tcp::socket socket, Private &server)
        : m_server(server)
        , m_stream(std::move(socket))
        , m_buffer(bufferBytes) // no line of a chunked body is longer either
    {
        m_parser.header_limit(maxHeadBytes);
        m_parser.body_limit(maxBodyBytes);
    }

    void start()
    {
        m_stream.expires_after(m_server.limits.head);
        http::async_read_header(
            m_stream, m_buffer, m_parser,
            [self = shared_from_this()](const ErrorCode &error, size_t) { self->takeHead(error); });
    }

    //! It waits for its client.
    bool isIdle() const { return m_isIdle; }
    bool holdsBody() const { return m_counted > 0; }

    void close()
    {
        m_isIdle = false;
        m_server.count(0, std::exchange(m_counted, 0));
        m_stream.close(); // what is under way ends with an error
    }

private:
    void end()
    {
        close();
        m_server.ended(*this);
    }

    void takeHead(const ErrorCode &error)
    {
        if (!m_isIdle)
            return end(); // it was closed after this was read
        if (error)
            return refuse(error);
        const auto &head = m_parser.get();
        if (head.target().size() > maxTargetBytes)
            return send(m_server.callbacks.refuse(414));
        m_isHeadOnly = head.method() == http::verb::head;
        if (m_parser.is_done())
            return answer();
        m_stream.expires_after(m_server.limits.body);
        m_parser.eager(true);
        if (beast::iequals(head[http::field::expect], "100-continue"))
            return askForBody();
        readBody();
    }

    void askForBody()
    {
        static constexpr std::string_view go = "HTTP/1.1 100 Continue\r\n\r\n";
        asio::async_write(m_stream, asio::buffer(go.data(), go.size()),
                          [self = shared_from_this()](const ErrorCode &error, size_t) {
                              error ? self->end() : self->readBody();
                          });
    }

    void readBody()
    {
        http::async_read_some(
            m_stream, m_buffer, m_parser,
            [self = shared_from_this()](const ErrorCode &error, size_t) { self->takeBody(error); });
    }

    void takeBody(const ErrorCode &error)
    {
        if (!m_isIdle)
            return end(); // it was closed after this was read, and must not count again
        if (error)
            return refuse(error);
        const size_t size = m_parser.get().body().size();
        m_server.count(size, std::exchange(m_counted, size));
        m_parser.is_done() ? answer() : readBody();
    }

    void answer()
    {
        m_isIdle = false;
        m_isWhole = true;
        m_stream.expires_never();
        asio::post(*m_server.workers,
                   [self = shared_from_this(), request = wireRequest(m_parser.release()),
                    work = asio::make_work_guard(m_server.io)]() mutable {
                       Private &server = self->m_server;
                       // Nothing of the connection stays behind in this thread.
                       asio::post(server.io, [self = std::move(self), work = std::move(work),
                                              made = server.answer(request)] { self->send(made); });
                   });
    }

    void refuse(const ErrorCode &error)
    {
        const auto buffer = m_buffer.data();
        const beast::string_view read(static_cast<const char *>(buffer.data()), buffer.size());
        const bool hasFirstLine = !m_parser.get().target().empty()
                                  || read.find('\n') <= maxTargetBytes;
        const int status = refusalFor(error, hasFirstLine);
        status == 0 ? end() : send(m_server.callbacks.refuse(status));
    }

    void send(const WireAnswer &answer)
    {
        m_isIdle = true;
        const QString date = QLocale::c().toString(m_server.callbacks.now().toUTC(),
                                                   u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        m_response.result(unsigned(answer.status));
        m_response.set(http::field::date, date.toStdString());
        m_response.set("x-acs-request-id", answer.requestId.toStdString());
        m_response.set(http::field::content_type, "application/json;charset=utf-8");
        m_response.keep_alive(false);
        m_response.content_length(size_t(answer.body.size()));
        if (!m_isHeadOnly)
            m_response.body() = answer.body.toStdString();
        m_stream.expires_after(m_server.limits.answer);
        http::async_write(
            m_stream, m_response,
            [self = shared_from_this()](const ErrorCode &error, size_t) { self->sent(error); });
    }

    // Closing with bytes unread would take the answer away from a client that still sends.
    void sent(const ErrorCode &error)
    {
        if (error || m_isWhole)
            return end();
        ErrorCode ignored;
        m_stream.socket().shutdown(Tcp::socket::shutdown_send, ignored);
        m_stream.expires_after(m_server.limits.rest);
        readRest();
    }

    void readRest()
    {
        m_buffer.consume(m_buffer.size());
        m_stream.async_read_some(m_buffer.prepare(bufferBytes),
                                 [self = shared_from_this()](const ErrorCode &error, size_t size) {
                                     self->m_rest += size;
                                     error || self->m_rest > mostRestBytes ? self->end()
                                                                           : self->readRest();
                                 });
    }

    Private &m_server;
    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer;
    http::request_parser<http::string_body> m_parser;
    http::response<http::string_body> m_response;
    size_t m_counted = 0; //!< Bytes of the body that the server knows of.
    size_t m_rest = 0;
    bool m_isIdle = true;
    bool m_isHeadOnly = false;
    bool m_isWhole = false; //!< The request was read to its end.
};

void HttpServer::Private::accept()
{
    if (isStopping)
        return;
    acceptor.async_accept([this](const ErrorCode &error, Tcp::socket socket) {
        if (isStopping)
            return;
        if (!error)
            return take(std::move(socket));
        closeOldestIdle(); // most likely there are no more file descriptors
        timer.expires_after(pauseWithoutFiles);
        timer.async_wait([this](const ErrorCode &) { accept(); });
    });
}

void HttpServer::Private::take(Tcp::socket socket)
{
    const bool hasRoom = connections.size() < limits.connections || closeOldestIdle();
    ErrorCode ignored;
    socket.set_option(Tcp::no_delay(true), ignored);
    connections.push_back(std::make_shared<Connection>(std::move(socket), *this));
    connections.back()->start();
    isFull = !hasRoom;
    if (!isFull)
        accept();
}

void HttpServer::Private::ended(const Connection &connection)
{
    std::erase_if(connections,
                  [&connection](const auto &known) { return known.get() == &connection; });
    if (isStopping && connections.empty())
        timer.cancel();
    if (std::exchange(isFull, false))
        accept();
}

void HttpServer::Private::count(size_t more, size_t less)
{
    bodies += more;
    bodies -= less;
    while (more > less && bodies > limits.bodies && closeOldestIdle(true)) { }
}

bool HttpServer::Private::closeOldestIdle(bool holdingBody)
{
    const auto oldest = std::ranges::find_if(connections, [holdingBody](const auto &connection) {
        return connection->isIdle() && (!holdingBody || connection->holdsBody());
    });
    if (oldest == connections.end())
        return false;
    (*oldest)->close();
    return true;
}

void HttpServer::Private::beginToStop()
{
    if (std::exchange(isStopping, true))
        return;
    ErrorCode ignored;
    acceptor.close(ignored);
    while (closeOldestIdle()) { }
    timer.expires_after(limits.grace); // also ends a wait for file descriptors
    if (connections.empty())
        return;
    timer.async_wait([this](const ErrorCode &error) {
        if (error)
            return;
        callbacks.hurry();
        for (const auto &connection : connections)
            connection->close();
    });
}

WireAnswer HttpServer::Private::answer(const WireRequest &request) const
{
    try {
        return callbacks.answer(request);
    } catch (...) {
        return callbacks.refuse(500);
    }
}

HttpServer::HttpServer(Callbacks callbacks, const HttpLimits &limits)
    : d(std::make_unique<Private>(std::move(callbacks), limits))
{
}

HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::bind(quint16 port)
{
    ErrorCode error;
    const Tcp::endpoint wanted(asio::ip::address_v4::loopback(), port);
    d->acceptor.open(wanted.protocol(), error);
#ifndef Q_OS_WIN // there it would let two registries share one port unnoticed
    if (!error)
        d->acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
#endif
    if (!error)
        d->acceptor.bind(wanted, error);
    if (!error)
        d->acceptor.listen(backlog, error);
    if (error)
        return failure(Error::Kind::Network, u"cannot listen on 127.0.0.1:%1: %2"_s.arg(port).arg(
                                                 QString::fromStdString(error.message())));
    try {
        d->workers.emplace(answerThreads);
    } catch (const std::system_error &noThreads) {
        return failure(Error::Kind::Network, QString::fromLocal8Bit(noThreads.what()));
    }
    return quint16(d->acceptor.local_endpoint(error).port());
}

void HttpServer::serve()
{
    d->accept();
    d->io.run();
    d->workers->join();
}

void HttpServer::stop()
{
    asio::post(d->io, [this] { d->beginToStop(); });
}

} // namespace modelscribe
