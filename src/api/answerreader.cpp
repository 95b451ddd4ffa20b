// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/answerreader.h"

using namespace Qt::StringLiterals;

namespace modelscribe::decode {

namespace {

using Token = JsonToken::Kind;

//! A registry may nest what it likes; reading needs a bit a level.
constexpr int deepest = 1'000'000;

} // namespace

std::optional<QString> RawValue::string() const
{
    if (kind != Token::String)
        return {};
    const QByteArrayView inner = text.sliced(1, text.size() - 2);
    // Most have nothing that needs care, such as a byte order mark.
    if (inner.startsWith('\xEF') || inner.contains('\\'))
        return jsonStringValue(text);
    // Room is made for as many characters as there are bytes, which Chinese never needs.
    QString text = QString::fromUtf8(inner);
    if (text.size() < inner.size())
        text.squeeze();
    return text;
}

AnswerReader::AnswerReader(QByteArrayView answer)
    : m_text(answer)
    , m_scanner(answer, deepest)
{
}

Result<void> AnswerReader::members(const TakeMember &take)
{
    if (m_scanner.next().kind != Token::BeginObject)
        return unexpected();
    if (auto read = restOfObject(take); !read)
        return read;
    return m_scanner.next().kind == Token::End ? Result<void>() : unexpected();
}

Result<void> AnswerReader::values(const TakeValue &take)
{
    return members([&](QByteArrayView key, const JsonToken &value) {
        return rest(value).transform([&](const RawValue &raw) { take(key, raw); });
    });
}

Result<void> AnswerReader::objects(const std::function<Result<void>()> &take)
{
    if (m_scanner.next().kind != Token::BeginArray)
        return unexpected();
    if (auto read = restOfObjects(take); !read)
        return read;
    return m_scanner.next().kind == Token::End ? Result<void>() : unexpected();
}

Result<void> AnswerReader::restOfObject(const TakeMember &take)
{
    for (;;) {
        const JsonToken key = m_scanner.next();
        if (key.kind == Token::EndObject)
            return {};
        if (key.kind != Token::Key)
            return unexpected();
        const JsonToken value = m_scanner.next();
        if (auto taken = take(m_text.sliced(key.begin, key.end - key.begin), value); !taken)
            return taken;
    }
}

Result<void> AnswerReader::restOfValues(const TakeValue &take)
{
    return restOfObject([&](QByteArrayView key, const JsonToken &value) {
        return rest(value).transform([&](const RawValue &raw) { take(key, raw); });
    });
}

Result<void> AnswerReader::restOfObjects(const std::function<Result<void>()> &take)
{
    for (;;) {
        const JsonToken token = m_scanner.next();
        if (token.kind == Token::EndArray)
            return {};
        if (token.kind != Token::BeginObject)
            return unexpected();
        if (auto taken = take(); !taken)
            return taken;
    }
}

Result<RawValue> AnswerReader::rest(const JsonToken &first)
{
    JsonToken last = first;
    const int depth = m_scanner.depth() - (first.opens() ? 1 : 0);
    while (last.kind != Token::Bad && m_scanner.depth() > depth)
        last = m_scanner.next();
    if (last.kind == Token::Bad)
        return unexpected();
    return RawValue{m_text.sliced(first.begin, last.end - first.begin), first.kind};
}

tl::unexpected<Error> AnswerReader::unexpected() const
{
    const auto &problem = m_scanner.problem();
    return failure(Error::Kind::Decode,
                   problem ? u"not JSON: "_s + problem->describe() : u"unexpected JSON type"_s);
}

QString keyText(QByteArrayView key) { return *RawValue{key, JsonToken::Kind::String}.string(); }

Result<QList<RawMember>> answerMembers(const QByteArray &body)
{
    QList<RawMember> members;
    auto read = AnswerReader(body).values([&](QByteArrayView key, const RawValue &raw) {
        members.append({keyText(key), raw.json()});
    });
    if (!read)
        return failure(std::move(read.error()));
    return members;
}

Result<std::optional<qint64>>
readPage(const QByteArray &body, QByteArrayView list,
         const std::function<Result<void>(AnswerReader &reader)> &takeOne)
{
    std::optional<qint64> total;
    AnswerReader reader(body);
    auto read = reader.members([&](QByteArrayView key, const JsonToken &value) -> Result<void> {
        if (key == list && value.kind == JsonToken::Kind::BeginArray)
            return reader.restOfObjects([&] { return takeOne(reader); });
        if (key == list && value.kind != JsonToken::Kind::Null)
            return reader.unexpected();
        return reader.rest(value).transform([&](const RawValue &raw) {
            bool ok = false;
            const qint64 number = raw.text.toLongLong(&ok);
            if (key == "\"TotalCount\"" && ok)
                total = number;
        });
    });
    if (!read)
        return failure(std::move(read.error()));
    return total;
}

} // namespace modelscribe::decode
