// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonpath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

bool isNameCharacter(QChar c) { return c.isLetterOrNumber() || c == u'_' || c.isSurrogate(); }

bool isPlainName(QStringView key)
{
    return !key.isEmpty() && !key.front().isDigit() && std::ranges::all_of(key, isNameCharacter);
}

constexpr QStringView escapeLetters = u"bfnrt";
constexpr QStringView escapeMeanings = u"\b\f\n\r\t";

//! As RFC 9535 writes normalized paths.
QString quotedKey(QStringView key)
{
    QString text = u"['"_s;
    for (const QChar c : key) {
        const qsizetype letter = escapeMeanings.indexOf(c);
        if (letter >= 0)
            text += u'\\' + QString(escapeLetters[letter]);
        else if (c.unicode() < 0x20)
            text += "\\u"_L1 + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        else if (c == u'\'' || c == u'\\')
            text += u'\\' + QString(c);
        else
            text += c;
    }
    return text + u"']"_s;
}

//! What the escape at \p at, behind its "\", stands for; moves to its last character.
std::optional<QChar> readEscape(QStringView text, qsizetype &at)
{
    if (at >= text.size())
        return {};
    const qsizetype letter = escapeLetters.indexOf(text[at]);
    if (letter >= 0)
        return escapeMeanings[letter];
    if (text[at] != u'u')
        return text[at];
    bool ok = false;
    const ushort unit = text.mid(at + 1, 4).toUShort(&ok, 16);
    at += 4;
    return ok && at < text.size() ? std::optional(QChar(unit)) : std::nullopt;
}

//! The key of "['…']" whose first quotation mark is at \p at, which moves behind the "]".
std::optional<QString> readQuotedKey(QStringView text, qsizetype &at)
{
    QString key;
    for (++at; at < text.size() && text[at] != u'\''; ++at) {
        const bool isEscape = text[at] == u'\\';
        const auto c = isEscape ? readEscape(text, ++at) : std::optional(text[at]);
        if (!c)
            return {};
        key += *c;
    }
    if (!text.sliced(std::min(at, text.size())).startsWith("']"_L1))
        return {};
    at += 2;
    return key;
}

//! The whole number at \p at, which moves behind it; -1 when there is none.
qsizetype readIndex(QStringView text, qsizetype &at)
{
    const qsizetype from = at;
    while (at < text.size() && text[at] >= u'0' && text[at] <= u'9')
        ++at;
    bool ok = false;
    const qlonglong number = text.sliced(from, at - from).toLongLong(&ok);
    return ok ? qsizetype(number) : -1;
}

} // namespace

QString jsonPathText(const JsonPath &path)
{
    QString text = u"$"_s;
    for (const JsonStep &step : path) {
        if (step.isElement()) {
            text += u'[' + QString::number(step.index) + u']';
            continue;
        }
        text += isPlainName(step.key) ? u'.' + step.key : quotedKey(step.key);
        if (step.occurrence > 0)
            text += u'#' + QString::number(step.occurrence + 1);
    }
    return text;
}

std::optional<JsonPath> jsonPathFromText(QStringView text)
{
    if (!text.startsWith(u'$'))
        return {};
    JsonPath path;
    for (qsizetype at = 1; at < text.size();) {
        JsonStep step;
        if (text[at] == u'.') {
            const qsizetype from = ++at;
            while (at < text.size() && isNameCharacter(text[at]))
                ++at;
            step.key = text.sliced(from, at - from).toString();
            if (!isPlainName(step.key))
                return {};
        } else if (text.sliced(at).startsWith("['"_L1)) {
            const auto key = readQuotedKey(text, ++at);
            if (!key)
                return {};
            step.key = *key;
        } else if (text[at] == u'[') {
            step.index = readIndex(text, ++at);
            if (step.index < 0 || at == text.size() || text[at++] != u']')
                return {};
        } else {
            return {};
        }
        if (at < text.size() && text[at] == u'#' && !step.isElement()) {
            const qsizetype number = readIndex(text, ++at);
            if (number < 2 || number > 1'000'000'000)
                return {};
            step.occurrence = int(number - 1);
        }
        path.append(step);
    }
    return path;
}

} // namespace modelscribe
