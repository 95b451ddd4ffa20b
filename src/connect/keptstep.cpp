// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/keptstep.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

QFuture<Result<std::monostate>> writeThen(KeyStore &store, const QString &entry,
                                          const AccessKey &key, QObject *context,
                                          const KeptStep &next)
{
    auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    const auto end = [promise](const Result<std::monostate> &result) {
        promise->addResult(result);
        promise->finish();
    };
    const auto putBack = [&store, end, entry, context](const Result<AccessKey> &old,
                                                       const Error &error) {
        const auto done = [end, error](const auto &) { end(failure(error)); };
        whenDone(old ? store.write(entry, *old) : store.remove(entry), context, done);
    };
    whenDone(store.read(entry), context, [=, &store](const Result<AccessKey> &old) {
        if (!old && old.error().kind == Error::Kind::Storage
            && old.error().detail != "damaged"_L1) {
            end(failure(old.error()));
            return;
        }
        whenDone(store.write(entry, key), context, [=](const Result<std::monostate> &written) {
            if (!written)
                return end(written);
            whenDone(next(), context, [=](const Result<std::monostate> &saved) {
                if (saved)
                    end({});
                else
                    putBack(old, saved.error());
            });
        });
    });
    return promise->future();
}

bool isLeftBehind(const Result<std::monostate> &removed)
{
    return !removed && removed.error().kind != Error::Kind::NotFound
           && removed.error().detail != "missing"_L1;
}

} // namespace modelscribe
