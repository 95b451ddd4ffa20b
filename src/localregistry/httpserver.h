// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "localregistry/wire.h"

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace modelscribe {

inline constexpr size_t maxBodyBytes = 8 * 1024 * 1024;
inline constexpr size_t maxTargetBytes = 8 * 1024;
inline constexpr size_t maxHeadBytes = 32 * 1024; //!< The first line and all headers.

//! What a client may take of time and memory; tests narrow it. Each time is one of the whole head,
//! body or answer, however many bytes come of it.
struct HttpLimits
{
    std::chrono::milliseconds head{10'000};
    std::chrono::milliseconds body{30'000};
    std::chrono::milliseconds answer{30'000};
    std::chrono::milliseconds rest{2'000}; //!< To read on after a refusal, so that it arrives.
    std::chrono::milliseconds grace{500};  //!< From stop() for what is being answered.
    size_t connections = 64;               //!< One more closes the oldest that is idle.
    size_t bodies = 64 * 1024 * 1024;      //!< Of all connections; more closes the oldest.
};

//! HTTP on 127.0.0.1, and nothing but HTTP.
//!
//! One thread, that of serve(), reads and writes for all connections and waits for none of them; a
//! few more call Callbacks::answer. One request a connection.
class HttpServer
{
public:
    struct Callbacks
    {
        std::function<WireAnswer(const WireRequest &)> answer; //!< Called from several threads.
        std::function<WireAnswer(int status)> refuse;          //!< What is no proper request.
        std::function<QDateTime()> now;                        //!< For the Date header.
        //! stop() has waited long enough: answer() is to return. From the thread of serve().
        std::function<void()> hurry = [] {};
    };

    explicit HttpServer(Callbacks callbacks, const HttpLimits &limits = {});
    ~HttpServer();

    //! The port; 0 asks for a free one. Connections are taken from now on and wait for serve().
    Result<quint16> bind(quint16 port);
    void serve(); //!< Returns after stop().
    //! From another thread, also before serve(). Whoever is idle is cut off at once.
    void stop();

private:
    class Connection;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelscribe
