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

QString quotedKey(QStringView key)
{
    QString text = u"['"_s;
    for (const QChar c : key) {
        if (c == u'\'' || c == u'\\')
            text += u'\\';
        text += c;
    }
    return text + u"']"_s;
}

//! The key of "['…']" whose first quotation mark is at \p at, which moves behind the "]".
std::optional<QString> readQuotedKey(QStringView text, qsizetype &at)
{
    QString key;
    for (++at; at < text.size() && text[at] != u'\''; ++at) {
        if (text[at] == u'\\' && ++at == text.size())
            return {};
        key += text[at];
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
