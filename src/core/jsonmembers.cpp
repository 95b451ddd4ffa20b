// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonmembers.h"

#include "core/jsonscanner.h"

#include <QSet>

#include <deque>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Calls handle(key, raw value) for every direct child of the container \p utf8.
template<typename Handler>
std::optional<Error> eachChild(QByteArrayView utf8, JsonToken::Kind container, Handler handle)
{
    JsonScanner scanner(utf8);
    JsonToken token = scanner.next();
    if (token.kind != container) {
        return Error{.kind = Error::Kind::Decode,
                     .detail = scanner.problem() ? scanner.problem()->describe()
                                                 : u"unexpected JSON type"_s};
    }
    QByteArrayView key;
    qsizetype begin = 0;
    for (;;) {
        token = scanner.next();
        if (token.kind == JsonToken::Kind::Bad)
            return Error{.kind = Error::Kind::Decode, .detail = scanner.problem()->describe()};
        if (token.kind == JsonToken::Kind::End)
            return {};
        const int depth = scanner.depth();
        if (token.kind == JsonToken::Kind::Key) {
            if (depth == 1)
                key = utf8.sliced(token.begin, token.end - token.begin);
        } else if (token.opens()) {
            if (depth == 2)
                begin = token.begin;
        } else if (depth == 1) {
            if (!token.closes())
                begin = token.begin;
            handle(key, utf8.sliced(begin, token.end - begin));
        }
    }
}

} // namespace

Result<QList<RawMember>> jsonMembers(QByteArrayView utf8)
{
    QList<RawMember> members;
    const auto error = eachChild(utf8, JsonToken::Kind::BeginObject, [&](auto key, auto value) {
        members.append({*jsonStringValue(key), JsonText(value.toByteArray())});
    });
    if (error)
        return failure(*error);
    return members;
}

Result<QList<JsonText>> jsonElements(QByteArrayView utf8)
{
    QList<JsonText> elements;
    const auto error = eachChild(utf8, JsonToken::Kind::BeginArray, [&](auto, auto value) {
        elements.append(JsonText(value.toByteArray()));
    });
    if (error)
        return failure(*error);
    return elements;
}

std::optional<QString> jsonStringValue(QByteArrayView token)
{
    JsonScanner scanner(token);
    const JsonToken string = scanner.next();
    if (string.kind != JsonToken::Kind::String || scanner.next().kind != JsonToken::Kind::End)
        return {};
    QString text;
    const QByteArrayView inner = token.sliced(string.begin + 1, string.end - string.begin - 2);
    qsizetype from = 0;
    for (qsizetype i = inner.indexOf('\\'); i >= 0; i = inner.indexOf('\\', from)) {
        text += JsonText(inner.sliced(from, i - from).toByteArray()).toString();
        const char c = inner[i + 1];
        from = i + 2;
        switch (c) {
        case 'b': text += u'\b'; break;
        case 'f': text += u'\f'; break;
        case 'n': text += u'\n'; break;
        case 'r': text += u'\r'; break;
        case 't': text += u'\t'; break;
        case 'u':
            text += QChar(inner.sliced(from, 4).toUShort(nullptr, 16));
            from += 4;
            break;
        default: text += QLatin1Char(c);
        }
    }
    return text + JsonText(inner.sliced(from).toByteArray()).toString();
}

QByteArray comparableJsonKey(QByteArrayView raw)
{
    if (!raw.contains('\\'))
        return raw.sliced(1, raw.size() - 2).toByteArray();
    // A lone surrogate is no character: its escape stays, and cannot be mistaken for a real key.
    const QString key = *jsonStringValue(raw);
    return key.isValidUtf16()
               ? key.toUtf8()
               : QByteArray("\xff")
                     + QByteArray(reinterpret_cast<const char *>(key.utf16()), key.size() * 2);
}

namespace {

constexpr qsizetype maxDuplicates = 100;

QString shortened(const QString &key) { return key.size() <= 80 ? key : key.left(79) + u'…'; }

} // namespace

QStringList duplicateJsonKeys(QByteArrayView utf8)
{
    // Runs with each key typed into the editor, so names are made of duplicates only.
    struct Level
    {
        QSet<QByteArrayView> keys; //!< Into utf8 or decoded.
        QByteArrayView key;        //!< The token of what is read now.
        bool isArray = false;
        int index = -1; //!< Of the element that is read now.
    };
    QStringList duplicates;
    std::vector<Level> levels;
    std::deque<QByteArray> decoded; // keys with escapes; its elements stay where they are
    const auto path = [&levels] {
        QString result = u"$"_s;
        for (const Level &level : levels)
            result += level.isArray ? u'[' + QString::number(level.index) + u']'
                                    : u'.' + shortened(*jsonStringValue(level.key));
        return result;
    };
    JsonScanner scanner(utf8);
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonToken::Kind::Bad)
            return {};
        if (token.kind == JsonToken::Kind::End)
            return duplicates;
        if (token.closes()) {
            levels.pop_back();
            continue;
        }
        if (token.kind == JsonToken::Kind::Key) {
            Level &level = levels.back();
            level.key = utf8.sliced(token.begin, token.end - token.begin);
            QByteArrayView key = level.key.sliced(1, level.key.size() - 2);
            if (key.contains('\\'))
                key = decoded.emplace_back(comparableJsonKey(level.key));
            const qsizetype before = level.keys.size();
            level.keys.insert(key);
            if (level.keys.size() == before && duplicates.size() < maxDuplicates)
                duplicates.append(path());
            continue;
        }
        if (!levels.empty() && levels.back().isArray)
            ++levels.back().index;
        if (token.opens())
            levels.push_back({.isArray = token.kind == JsonToken::Kind::BeginArray});
    }
}

} // namespace modelscribe
