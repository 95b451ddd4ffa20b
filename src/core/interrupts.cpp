// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interrupts.h"

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace modelscribe {

#ifdef Q_OS_UNIX

namespace {

// A signal handler gets nothing handed in, so the one thing it needs has to stand here.
volatile std::sig_atomic_t signalSocket = -1;

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(signalSocket, &byte, 1);
}

void handleWith(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    struct sigaction before = {};
    sigaction(SIGHUP, nullptr, &before);
    if (before.sa_handler != SIG_IGN) // nohup
        sigaction(SIGHUP, &action, nullptr);
}

} // namespace

Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, m_sockets) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_sockets[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (read(m_sockets[1], &byte, 1) == 1)
            emit interrupted();
    });
    signalSocket = m_sockets[0];
    handleWith(onSignal);
}

Interrupts::~Interrupts()
{
    if (m_sockets[0] < 0)
        return;
    handleWith(SIG_DFL);
    signalSocket = -1;
    m_notifier.reset();
    close(m_sockets[0]);
    close(m_sockets[1]);
}

#else

Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{
}

Interrupts::~Interrupts() = default;

#endif

} // namespace modelscribe

#include "moc_interrupts.cpp"
