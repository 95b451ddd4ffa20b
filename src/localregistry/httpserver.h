// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "localregistry/wire.h"

#include <QDateTime>

#include <atomic>
#include <functional>
#include <memory>

namespace modelscribe {

inline constexpr size_t maxBodyBytes = 8 * 1024 * 1024;

//! HTTP on 127.0.0.1, and nothing but HTTP.
class HttpServer
{
public:
    struct Callbacks
    {
        std::function<WireAnswer(const WireRequest &)> answer; //!< Called from several threads.
        std::function<WireAnswer(int status)> refuse;          //!< What is no proper request.
        std::function<QDateTime()> now;                        //!< For the Date header.
    };

    explicit HttpServer(Callbacks callbacks);
    ~HttpServer();

    //! The port; 0 asks for a free one. Connections are taken from now on and wait for serve().
    Result<quint16> bind(quint16 port);
    void serve(); //!< Returns after stop().
    void stop();  //!< From another thread, once; also before serve().

private:
    class Server;
    std::unique_ptr<Server> m_server;
    std::atomic<bool> m_served = false;
};

} // namespace modelscribe
