// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/localregistry.h"

#include "core/whendone.h"
#include "localregistry/httpserver.h"
#include "localregistry/service.h"

#include <QPromise>

#include <atomic>
#include <thread>

namespace modelscribe {

struct LocalRegistry::Private
{
    enum class State { Idle, Opening, Serving, Ended };

    explicit Private(LocalRegistryOptions given)
        : options(std::move(given))
        , service(options.now)
        , server({.answer = [this](const WireRequest &r) { return service.answer(r); },
                  .refuse = [this](int status) { return service.refuse(status); },
                  .now = options.now,
                  .hurry = [this] { service.interrupt(); }})
    {
        for (const AccessKey &key : options.keys)
            service.addKey(key);
    }

    //! In the listening thread: opens, reports, serves.
    void run(QPromise<Result<quint16>> promise);
    void enter(State next)
    {
        state = next;
        state.notify_all();
    }

    LocalRegistryOptions options;
    Service service;
    HttpServer server;
    std::atomic<State> state = State::Idle;
    std::atomic<quint16> port = 0;
    std::thread thread;
};

void LocalRegistry::Private::run(QPromise<Result<quint16>> promise)
{
    auto bound = service.openDatabase(options.database, options.samples).and_then([this] {
        return server.bind(options.port);
    });
    const bool serving = bound.has_value();
    port = bound.value_or(quint16(0));
    enter(serving ? State::Serving : State::Ended);
    promise.addResult(std::move(bound));
    promise.finish();
    if (serving)
        server.serve();
}

LocalRegistry::LocalRegistry(LocalRegistryOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(options)))
{
}

LocalRegistry::~LocalRegistry() { stop(); }

QFuture<Result<quint16>> LocalRegistry::start()
{
    if (d->state != Private::State::Idle)
        return readyResult(
            Result<quint16>(failure(Error::Kind::Invalid, QStringLiteral("started before"))));
    d->enter(Private::State::Opening);
    QPromise<Result<quint16>> promise;
    promise.start();
    auto future = promise.future();
    d->thread = std::thread(
        [this, promise = std::move(promise)]() mutable { d->run(std::move(promise)); });
    return future;
}

void LocalRegistry::stop()
{
    if (!d->thread.joinable())
        return;
    if (d->state == Private::State::Opening)
        d->service.interrupt();
    d->state.wait(Private::State::Opening);
    if (d->state == Private::State::Serving)
        d->server.stop();
    d->thread.join();
    d->port = 0;
    d->service.closeDatabase();
}

void LocalRegistry::addKey(const AccessKey &key) { d->service.addKey(key); }

quint16 LocalRegistry::port() const { return d->port; }

RegistryNotice LocalRegistry::notice() const { return d->service.notice(); }

bool LocalRegistry::holdsSamples() const { return d->service.holdsSamples(); }

} // namespace modelscribe

#include "moc_localregistry.cpp"
