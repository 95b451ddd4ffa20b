// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/service.h"

#include "localregistry/refusals.h"
#include "localregistry/registryopening.h"
#include "localregistry/samples.h"

#include <QFileInfo>
#include <QLoggingCategory>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

Q_LOGGING_CATEGORY(log, "modelscribe.localregistry", QtWarningMsg)

QByteArray newRequestId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces).toUpper();
}

//! A body is JSON and says so; without a body there is nothing to say.
Result<void> checkContentType(const WireRequest &request)
{
    if (request.body.isEmpty())
        return {};
    const QByteArray type = request.header("content-type").value_or(QByteArray());
    if (type.split(';').first().trimmed().compare("application/json", Qt::CaseInsensitive) == 0)
        return {};
    return failure(
        refusals::refusal(400, u"InvalidContentType"_s, u"A body must be application/json."_s));
}

WireAnswer errorAnswer(const Error &error, const QByteArray &requestId, const QByteArray &host)
{
    return {error.httpStatus, refusals::errorBody(error, requestId, host), requestId};
}

} // namespace

Service::Service(std::function<QDateTime()> now)
    : m_now(std::move(now))
{
}

Service::~Service() { closeDatabase(); }

void Service::closeDatabase()
{
    m_thread.run([this] {
        m_database.reset();
        return true;
    });
}

Result<void> Service::openDatabase(const QString &file, std::optional<int> samples)
{
    return m_thread.run([&] {
        m_file = file;
        const auto opened = open(samples);
        m_holdsSamples = opened && modelscribe::holdsSamples(*m_database).value_or(false);
        return opened;
    });
}

Result<void> Service::open(std::optional<int> samples)
{
    auto opened = openRegistry(m_file, &m_isInterrupted);
    if (!opened)
        return failure(opened.error());
    Database &database = *opened->database;
    if (database.isNew()) {
        const auto filled = addSamples(database, samples.value_or(0), now().toMSecsSinceEpoch());
        if (const auto done = filled ? database.initialised() : filled; !done) {
            database.rollback();
            return failure(done.error());
        }
    }
    m_notice = opened->notice;
    m_database = std::move(opened->database);
    return {};
}

// What would be written into a file that was moved away or replaced is nowhere the next time.
Result<void> Service::useCurrentFile()
{
    if (m_database && m_database->isCurrent())
        return {};
    m_database.reset();
    const QString gone = u"The file of this registry is gone, nothing was done: %1."_s.arg(m_file);
    if (!QFileInfo::exists(m_file))
        return failure(refusals::refusal(500, u"InternalError"_s, gone));
    qCWarning(log).noquote() << m_file << "was replaced and is opened again";
    if (const auto opened = open({}); !opened)
        return failure(
            refusals::storageFailure(opened.error().code, m_file, opened.error().detail));
    return {};
}

void Service::addKey(const AccessKey &key)
{
    const std::lock_guard lock(m_keyMutex);
    m_keys.insert(key.id, key);
}

std::optional<AccessKey> Service::keyOf(const QByteArray &id) const
{
    const std::lock_guard lock(m_keyMutex);
    const auto key = m_keys.constFind(id);
    return key == m_keys.constEnd() ? std::nullopt : std::optional(*key);
}

WireAnswer Service::answer(const WireRequest &request)
{
    const QByteArray requestId = newRequestId();
    auto handled = handle(request);
    if (handled) {
        handled->add(u"RequestId", jsonString(QString::fromLatin1(requestId)));
        return {200, handled->take(), requestId};
    }
    if (handled.error().httpStatus == 500)
        qCWarning(log).noquote() << "request" << requestId << "failed:" << handled.error().detail;
    return errorAnswer(handled.error(), requestId, request.header("host").value_or(QByteArray()));
}

WireAnswer Service::refuse(int status) const
{
    using refusals::refusal;
    Error error = refusal(status, u"InvalidRequest"_s, u"This is not a request of the API."_s);
    if (status == 413)
        error = refusal(413, u"RequestTooLarge"_s, u"The body is larger than 8 MiB."_s);
    else if (status == 414)
        error = refusal(414, u"RequestTooLarge"_s, u"The address is longer than 8 KiB."_s);
    else if (status == 431)
        error = refusal(431, u"RequestTooLarge"_s, u"The headers are longer than 32 KiB."_s);
    else if (status >= 500)
        error = refusals::internalError({});
    return errorAnswer(error, newRequestId(), "127.0.0.1");
}

Result<JsonObjectWriter> Service::handle(const WireRequest &request)
{
    const QDateTime time = now();
    const auto call = checkSignature(
        request, [this](const QByteArray &id) { return keyOf(id); }, time);
    if (!call)
        return failure(call.error());
    if (!m_nonces.take(*call, time))
        return failure(refusals::refusal(400, u"SignatureNonceUsed"_s,
                                         u"Specified signature nonce was used already."_s));
    if (call->version != "2021-02-04")
        return failure(
            refusals::refusal(400, u"NoSuchVersion"_s, u"x-acs-version must be 2021-02-04."_s));
    const WireTarget target = readTarget(request.target);
    const auto match = findRoute(request.method, target.segments);
    if (!match)
        return failure(match.error());
    if (call->action != match->route->action)
        return failure(refusals::refusal(404, u"InvalidAction.NotFound"_s,
                                         u"This address is not the one of the action."_s));
    if (const auto checked = checkContentType(request); !checked)
        return failure(checked.error());
    return m_thread.run([&]() -> Result<JsonObjectWriter> {
        if (const auto current = useCurrentFile(); !current)
            return failure(current.error());
        return perform(*match,
                       {*m_database, QString::fromLatin1(call->action), match->ids,
                        QueryParameters(target.query), request.body, time.toMSecsSinceEpoch()});
    });
}

//! One transaction a call: a refused or failed one leaves nothing behind.
Result<JsonObjectWriter> Service::perform(const RouteMatch &match, ServiceCall call)
{
    Database &database = call.database;
    if (const auto begun = database.begin(match.route->isWrite()); !begun)
        return failure(begun.error());
    auto handled = match.route->handle(call);
    if (!handled) {
        database.rollback();
        return handled;
    }
    if (const auto committed = database.commit(); !committed) {
        database.rollback();
        return failure(committed.error());
    }
    return handled;
}

} // namespace modelscribe
