// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keychainstore.h"

#ifdef MODELSCRIBE_SECRET_SERVICE
#include "credentials/secretservice.h"
#endif

#include <qt6keychain/keychain.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString textOf(const AccessKey &key)
{
    QJsonObject json{{u"id"_s, QString::fromUtf8(key.id)},
                     {u"secret"_s, QString::fromUtf8(key.secret)}};
    if (!key.securityToken.isEmpty())
        json.insert(u"token"_s, QString::fromUtf8(key.securityToken));
    if (key.expires.isValid())
        json.insert(u"expires"_s, key.expires.toUTC().toString(Qt::ISODate));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<AccessKey> keyOf(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const AccessKey key{
        .id = json.value("id"_L1).toString().toUtf8(),
        .secret = json.value("secret"_L1).toString().toUtf8(),
        .securityToken = json.value("token"_L1).toString().toUtf8(),
        .expires = QDateTime::fromString(json.value("expires"_L1).toString(), Qt::ISODate)};
    if (key.isEmpty())
        return failure(Error::Kind::Storage, u"damaged"_s);
    return key;
}

Result<QString> resultOf(const QKeychain::Job *job)
{
    const auto storage = [&](const QString &detail) {
        return failure(
            Error{.kind = Error::Kind::Storage, .detail = detail, .message = job->errorString()});
    };
    switch (job->error()) {
    case QKeychain::NoError: {
        const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(job);
        return reading ? reading->textData() : QString();
    }
    case QKeychain::EntryNotFound: return failure(Error::Kind::NotFound);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return storage(u"locked"_s);
    default: return storage(u"missing"_s);
    }
}

} // namespace

KeychainStore::KeychainStore(KeychainOptions options, QObject *parent)
    : KeyStore(parent)
    , m_options(std::move(options))
{
}

QFuture<Result<AccessKey>> KeychainStore::read(const QString &profileName)
{
    return andThen<AccessKey>(askWhetherUsable(), this, [this, profileName](std::monostate) {
        return andThen<AccessKey>(certain(readText(profileName)), this, [](const QString &text) {
            return readyResult<AccessKey>(keyOf(text));
        });
    });
}

QFuture<Result<std::monostate>> KeychainStore::write(const QString &profileName,
                                                     const AccessKey &key)
{
    const QString text = textOf(key);
    return andThen<std::monostate>(askWhetherUsable(), this, [=, this](std::monostate) {
        auto before = std::make_shared<QPromise<Result<QString>>>();
        before->start();
        whenDone(certain(readText(profileName)), this, [before](const Result<QString> &old) {
            const bool isNew = !old && old.error().kind == Error::Kind::NotFound;
            before->addResult(isNew ? Result<QString>(QString()) : old);
            before->finish();
        });
        return andThen<std::monostate>(before->future(), this, [=, this](const QString &old) {
            return andThen<std::monostate>(writeText(profileName, text), this, [=, this](QString) {
                return prove(profileName, text, old);
            });
        });
    });
}

QFuture<Result<std::monostate>> KeychainStore::remove(const QString &profileName)
{
    return andThen<std::monostate>(askWhetherUsable(), this, [this, profileName](std::monostate) {
        auto *job = new QKeychain::DeletePasswordJob(m_options.service);
        return andThen<std::monostate>(
            certain(run(job, profileName)), this,
            // In a collection that was locked meanwhile QtKeychain finds nothing to delete.
            [this](const QString &) { return askWhetherUsable(); });
    });
}

QFuture<Result<std::monostate>> KeychainStore::askWhetherUsable()
{
    // QtKeychain works through its jobs one by one, so behind one that waits for an answer nothing
    // moves, and a late write would surprise.
    if (m_silentJobs > 0)
        return readyResult<std::monostate>(failure(Error::Kind::Storage, u"silent"_s));
#ifdef MODELSCRIBE_SECRET_SERVICE
    return andThen<std::monostate>(askSecretService(this, m_options.askTimeout), this,
                                   [this](const QString &service) {
                                       if (!m_service.isEmpty() && m_service != service)
                                           forgetSecretService();
                                       m_service = service;
                                       return readyResult<std::monostate>({});
                                   });
#else
    return readyResult<std::monostate>({});
#endif
}

QFuture<Result<QString>> KeychainStore::certain(const QFuture<Result<QString>> &done)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    const auto end = [promise](const Result<QString> &result) {
        promise->addResult(result);
        promise->finish();
    };
    whenDone(done, this, [end, this](const Result<QString> &text) {
        if (text || text.error().kind != Error::Kind::NotFound)
            return end(text);
        whenDone(askWhetherUsable(), this, [end, text](const Result<std::monostate> &usable) {
            end(usable ? text : Result<QString>(failure(usable.error())));
        });
    });
    return promise->future();
}

QFuture<Result<QString>> KeychainStore::run(QKeychain::Job *job, const QString &profileName)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    const auto end = [promise, timer](const Result<QString> &result) {
        timer->stop();
        timer->deleteLater();
        promise->addResult(result);
        promise->finish();
    };
    const auto answered = connect(
        job, &QKeychain::Job::finished, this,
        [end](const QKeychain::Job *finished) { end(resultOf(finished)); });
    connect(timer, &QTimer::timeout, this, [this, job, answered, end] {
        // The job cannot be taken back. It deletes itself when the keychain answers at last.
        disconnect(answered);
        ++m_silentJobs;
        connect(job, &QObject::destroyed, this, [this] { --m_silentJobs; });
        end(failure(Error::Kind::Storage, u"silent"_s));
    });
    job->setInsecureFallback(false);
    job->setKey(profileName);
    timer->start(m_options.jobTimeout);
    job->start();
    return promise->future();
}

QFuture<Result<QString>> KeychainStore::readText(const QString &profileName)
{
    const auto attempt = [this, profileName] {
        return run(new QKeychain::ReadPasswordJob(m_options.service), profileName);
    };
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    const auto end = [promise](const Result<QString> &text) {
        promise->addResult(text);
        promise->finish();
    };
    whenDone(attempt(), this, [this, attempt, end](const Result<QString> &text) {
        if (text || text.error().detail != "missing"_L1)
            return end(text);
#ifdef MODELSCRIBE_SECRET_SERVICE
        // The service answered a moment ago, so the library may know one that has gone since.
        forgetSecretService();
#endif
        whenDone(attempt(), this, end);
    });
    return promise->future();
}

QFuture<Result<QString>> KeychainStore::writeText(const QString &profileName, const QString &text)
{
    auto *job = new QKeychain::WritePasswordJob(m_options.service);
    job->setTextData(text);
    return run(job, profileName);
}

QFuture<Result<std::monostate>> KeychainStore::prove(const QString &profileName,
                                                     const QString &text, const QString &before)
{
    auto promise = std::make_shared<QPromise<Result<std::monostate>>>();
    promise->start();
    const auto end = [promise](const Result<std::monostate> &result) {
        promise->addResult(result);
        promise->finish();
    };
    whenDone(certain(readText(profileName)), this, [=, this](const Result<QString> &held) {
        if (held && *held == text) {
            end({});
            return;
        }
        const Result<std::monostate> unproven = failure(
            held ? Error{.kind = Error::Kind::Storage, .detail = u"unproven"_s} : held.error());
        if (before.isEmpty())
            end(unproven);
        else
            whenDone(writeText(profileName, before), this, [=](const auto &) { end(unproven); });
    });
    return promise->future();
}

} // namespace modelscribe

#include "moc_keychainstore.cpp"
