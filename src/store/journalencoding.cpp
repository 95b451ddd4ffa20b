// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalencoding.h"

#include "store/bytes.h"
#include "store/draftencoding.h"

using namespace Qt::StringLiterals;

namespace modelscribe::encoding {

namespace {

constexpr quint64 noTime = 0;

void writeTime(ByteWriter &out, const QDateTime &time)
{
    out.number(time.isValid() ? quint64(std::max<qint64>(1, time.toMSecsSinceEpoch())) : noTime);
}

QDateTime readTime(ByteReader &in)
{
    const quint64 time = in.number();
    return time == noTime ? QDateTime() : QDateTime::fromMSecsSinceEpoch(qint64(time)).toUTC();
}

template<typename Enum>
bool readEnum(ByteReader &in, Enum last, Enum &value)
{
    const quint64 number = in.number();
    if (number > quint64(last))
        return false;
    value = Enum(number);
    return true;
}

//! A value that may be missing, after a byte that says so.
void writeOptional(ByteWriter &out, const std::optional<QByteArray> &value)
{
    out.number(value ? 1 : 0);
    if (value)
        out.bytes(*value);
}

std::optional<QByteArrayView> readOptional(ByteReader &in)
{
    return in.number() == 1 ? std::optional(in.bytes()) : std::nullopt;
}

QByteArray errorBytes(const Error &error)
{
    ByteWriter out;
    out.number(quint64(error.kind));
    for (const QString &text :
         {error.detail, error.code, error.message, error.requestId, error.action})
        out.text(text);
    out.number(quint64(error.httpStatus));
    out.number(error.outcomeUnknown ? 1 : 0);
    if (error.clockOffset) // earlier versions do not look behind what they know
        out.number(quint64(*error.clockOffset));
    return out.result();
}

bool readError(QByteArrayView bytes, Error &error)
{
    ByteReader in(bytes);
    const bool known = readEnum(in, Error::Kind::Storage, error.kind);
    for (QString *text :
         {&error.detail, &error.code, &error.message, &error.requestId, &error.action})
        *text = in.text();
    error.httpStatus = int(in.number());
    error.outcomeUnknown = in.number() == 1;
    if (!in.atEnd())
        error.clockOffset = qint64(in.number());
    return known && in.ok();
}

QByteArray requestBytes(const QList<JournalRequest> &requests)
{
    ByteWriter out;
    for (const JournalRequest &request : requests) {
        out.text(request.method);
        out.text(request.path);
        out.bytes(request.body);
        out.number(quint64(request.state));
        out.text(request.requestId);
        out.number(quint64(request.httpStatus));
    }
    return out.result();
}

bool readRequests(QByteArrayView bytes, QList<JournalRequest> &requests)
{
    for (ByteReader in(bytes); !in.atEnd();) {
        JournalRequest request;
        request.method = in.text();
        request.path = in.text();
        request.body = in.bytes().toByteArray();
        const bool known = readEnum(in, JournalRequest::State::Skipped, request.state);
        request.requestId = in.text();
        request.httpStatus = int(in.number());
        if (!known || !in.ok())
            return false;
        requests.append(std::move(request));
    }
    return true;
}

ModelMetadata metadataBefore(const JournalEntry &entry)
{
    return entry.before ? entry.before->metadata : ModelMetadata();
}

tl::unexpected<Error> unreadable()
{
    return failure(Error::Kind::Decode, u"an entry of the journal cannot be read"_s);
}

} // namespace

QByteArray fromHead(const JournalHead &head)
{
    ByteWriter out;
    out.bytes(head.id.toRfc4122());
    writeTime(out, head.began);
    writeTime(out, head.finished);
    for (const QString &text : {head.profile, head.registryKey, head.modelId, head.modelName})
        out.text(text);
    out.number(quint64(head.what));
    out.number(quint64(head.outcome));
    out.number(quint64(head.changeCount));
    out.bytes(head.reverts.toRfc4122());
    if (!head.group.isNull()) { // earlier versions do not look behind what they know
        out.bytes(head.group.toRfc4122());
        out.number(quint64(head.place));
    }
    return out.result();
}

Result<JournalHead> toHead(QByteArrayView bytes)
{
    ByteReader in(bytes);
    JournalHead head;
    head.id = QUuid::fromRfc4122(in.bytes());
    head.began = readTime(in);
    head.finished = readTime(in);
    for (QString *text : {&head.profile, &head.registryKey, &head.modelId, &head.modelName})
        *text = in.text();
    const bool known = readEnum(in, JournalHead::What::Labels, head.what)
                       && readEnum(in, JournalHead::Outcome::Unverified, head.outcome);
    head.changeCount = qint64(in.number());
    head.reverts = QUuid::fromRfc4122(in.bytes());
    if (!in.atEnd()) {
        head.group = QUuid::fromRfc4122(in.bytes());
        head.place = qint64(in.number());
    }
    if (!known || !in.ok())
        return unreadable();
    return head;
}

// "After" and "held" are mostly what "before" was.
QByteArray fromContent(const JournalEntry &entry)
{
    ByteWriter out;
    writeOptional(out, entry.before ? std::optional(fromModel(*entry.before)) : std::nullopt);
    writeOptional(out, entry.after
                           ? std::optional(fromMetadata(*entry.after, metadataBefore(entry)))
                           : std::nullopt);
    out.bytes(requestBytes(entry.requests));
    return out.result();
}

Result<void> toContent(QByteArrayView bytes, JournalEntry &entry)
{
    ByteReader in(bytes);
    if (const auto before = readOptional(in)) {
        const auto model = toModel(*before);
        if (!model)
            return unreadable();
        entry.before = *model;
    }
    if (const auto after = readOptional(in)) {
        const auto metadata = toMetadata(*after, metadataBefore(entry));
        if (!metadata)
            return unreadable();
        entry.after = *metadata;
    }
    if (!readRequests(in.bytes(), entry.requests) || !in.ok())
        return unreadable();
    return {};
}

QByteArray fromEnding(const JournalEntry &entry)
{
    ByteWriter out;
    std::optional<QByteArray> held;
    if (entry.held) {
        RegisteredModel around = *entry.held;
        around.metadata = {};
        ByteWriter both;
        both.bytes(fromModel(around));
        both.bytes(fromMetadata(entry.held->metadata, metadataBefore(entry)));
        held = both.result();
    }
    writeOptional(out, held);
    QList<JournalRequest> requests = entry.requests;
    for (JournalRequest &request : requests)
        request.body.clear(); // the content has it, and it may be large
    out.bytes(requestBytes(requests));
    writeOptional(out, entry.error ? std::optional(errorBytes(*entry.error)) : std::nullopt);
    return out.result();
}

Result<void> toEnding(QByteArrayView bytes, JournalEntry &entry)
{
    ByteReader in(bytes);
    if (const auto held = readOptional(in)) {
        ByteReader both(*held);
        auto model = toModel(both.bytes());
        const auto metadata = toMetadata(both.bytes(), metadataBefore(entry));
        if (!model || !metadata)
            return unreadable();
        model->metadata = *metadata;
        entry.held = *model;
    }
    QList<JournalRequest> requests;
    if (!readRequests(in.bytes(), requests))
        return unreadable();
    entry.requests = withBodies(requests, entry.requests);
    if (const auto error = readOptional(in)) {
        if (!readError(*error, entry.error.emplace()))
            return unreadable();
    }
    return in.ok() ? Result<void>() : unreadable();
}

} // namespace modelscribe::encoding
