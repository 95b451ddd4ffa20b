// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonformat.h"

#include "core/jsonscanner.h"

namespace modelscribe {

namespace {

//! A text of deeply nested short values would grow to gigabytes.
constexpr qsizetype maxFormattedJson = 64 * 1024 * 1024;

//! Joins the tokens of \p utf8 with the white space that \p lineBreak(depth) and \p space give.
template<typename LineBreak>
QByteArray respaced(QByteArrayView utf8, LineBreak lineBreak, QByteArrayView afterColon)
{
    QByteArray result;
    result.reserve(utf8.size());
    JsonScanner scanner(utf8);
    bool fresh = true; // nothing in this container yet
    bool afterKey = false;
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonToken::Kind::Bad || result.size() > maxFormattedJson)
            return utf8.toByteArray();
        if (token.kind == JsonToken::Kind::End)
            return result;
        if (token.closes()) {
            if (!fresh)
                lineBreak(result, scanner.depth());
        } else if (!afterKey && !result.isEmpty()) {
            if (!fresh)
                result += ',';
            lineBreak(result, scanner.depth() - (token.opens() ? 1 : 0));
        }
        result += utf8.sliced(token.begin, token.end - token.begin);
        afterKey = token.kind == JsonToken::Kind::Key;
        fresh = token.opens();
        if (afterKey) {
            result += ':';
            result += afterColon;
        }
    }
}

} // namespace

QByteArray formatJson(QByteArrayView utf8, int indent)
{
    return respaced(
        utf8,
        [indent](QByteArray &text, int depth) {
            text += '\n';
            text.append(qsizetype(indent) * depth, ' ');
        },
        " ");
}

QByteArray compactJson(QByteArrayView utf8)
{
    return respaced(
        utf8, [](QByteArray &, int) {}, "");
}

} // namespace modelscribe
