// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/schemauris.h"

#include "core/ascii.h"
#include "json/schemahosts.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

bool isPrivate(char32_t c)
{
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || c >= 0x100000;
}

//! What IRIs have besides ASCII.
bool isInternational(char32_t c)
{
    return c >= 0xA0 && !QChar::isSurrogate(c) && !QChar::isNonCharacter(c) && !isPrivate(c)
           && !(c >= 0xFFF0 && c <= 0xFFFF) && !(c >= 0xE0000 && c <= 0xE0FFF);
}

enum class Part { Other, Query };

//! Whether all of \p text may stand in a URI as it is, besides the characters of \p more.
bool consistsOf(QStringView text, QLatin1StringView more, UriAlphabet alphabet,
                Part part = Part::Other)
{
    static constexpr auto everywhere = "-._~!$&'()*+,;="_L1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (c == U'%') {
            if (i + 2 >= text.size() || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2]))
                return false;
            i += 2;
            continue;
        }
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        const QChar ascii(c < 0x80 ? char16_t(c) : u' ');
        const bool isAscii = isDigit(ascii) || isLetter(ascii) || everywhere.contains(ascii)
                             || more.contains(ascii);
        const bool isOther = alphabet == UriAlphabet::Unicode
                             && (isInternational(c)
                                 || (part == Part::Query && c >= 0xA0 && isPrivate(c)));
        if (!isAscii && !isOther)
            return false;
    }
    return true;
}

bool isPort(QStringView text)
{
    return text.isEmpty()
           || (text.front() == u':'
               && std::ranges::all_of(text.sliced(1), [](QChar c) { return isDigit(c); }));
}

bool isIpLiteral(QStringView text)
{
    if (text.isEmpty() || text.front().toLower() != u'v')
        return isIpv6(text);
    const qsizetype dot = text.indexOf(u'.');
    return dot > 1 && dot + 1 < text.size()
           && std::ranges::all_of(text.sliced(1, dot - 1), isHexDigit) && !text.contains(u'%')
           && consistsOf(text.sliced(dot + 1), ":"_L1, UriAlphabet::Ascii);
}

bool isAuthority(QStringView text, UriAlphabet alphabet)
{
    const qsizetype at = text.indexOf(u'@');
    if (at >= 0 && !consistsOf(text.first(at), ":"_L1, alphabet))
        return false;
    const QStringView host = text.sliced(at + 1);
    if (host.startsWith(u'[')) {
        const qsizetype close = host.indexOf(u']');
        return close > 0 && isIpLiteral(host.sliced(1, close - 1))
               && isPort(host.sliced(close + 1));
    }
    const qsizetype colon = host.indexOf(u':');
    return consistsOf(colon < 0 ? host : host.first(colon), ""_L1, alphabet)
           && isPort(colon < 0 ? QStringView() : host.sliced(colon));
}

bool isScheme(QStringView text)
{
    return !text.isEmpty() && isLetter(text.front()) && std::ranges::all_of(text, [](QChar c) {
        return isLetter(c) || isDigit(c) || "+-."_L1.contains(c);
    });
}

//! What follows a scheme, or stands alone.
bool isHierarchy(QStringView text, UriAlphabet alphabet)
{
    const qsizetype hash = text.indexOf(u'#');
    if (hash >= 0) {
        if (!consistsOf(text.sliced(hash + 1), ":@/?"_L1, alphabet))
            return false;
        text.truncate(hash);
    }
    const qsizetype question = text.indexOf(u'?');
    if (question >= 0) {
        if (!consistsOf(text.sliced(question + 1), ":@/?"_L1, alphabet, Part::Query))
            return false;
        text.truncate(question);
    }
    if (text.startsWith("//"_L1)) {
        const qsizetype slash = text.indexOf(u'/', 2);
        const qsizetype end = slash < 0 ? text.size() : slash;
        if (!isAuthority(text.sliced(2, end - 2), alphabet))
            return false;
        text = text.sliced(end);
    }
    return consistsOf(text, ":@/"_L1, alphabet);
}

//! Where the scheme ends; -1: there is none. A colon further on belongs to something else.
qsizetype schemeEnd(QStringView text)
{
    const auto mark = std::ranges::find_if(text, [](QChar c) { return ":/?#"_L1.contains(c); });
    return mark != text.end() && *mark == u':' ? mark - text.begin() : -1;
}

} // namespace

bool isUri(QStringView text, UriAlphabet alphabet)
{
    return schemeEnd(text) >= 0 && isUriReference(text, alphabet);
}

bool isUriReference(QStringView text, UriAlphabet alphabet)
{
    const qsizetype end = schemeEnd(text);
    return (end < 0 || isScheme(text.first(end))) && isHierarchy(text.sliced(end + 1), alphabet);
}

bool isUriTemplate(const QString &text)
{
    static const QRegularExpression expression(QRegularExpression::anchoredPattern(
        u"[+#./;?&=,!@|]?(?<variable>(?<letter>[A-Za-z0-9_]|%[0-9A-Fa-f]{2})"
        "(?:\\.?(?&letter))*+(?:\\*|:[1-9][0-9]{0,3})?)(?:,(?&variable))*+"_s));
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == u'{') {
            const qsizetype close = text.indexOf(u'}', at);
            if (close < 0 || !expression.match(text.sliced(at + 1, close - at - 1)).hasMatch())
                return false;
            at = close + 1;
            continue;
        }
        const qsizetype next = text.indexOf(u'{', at);
        const qsizetype end = next < 0 ? text.size() : next;
        // Query: private characters may stand in a literal.
        if (!consistsOf(QStringView(text).sliced(at, end - at), ":/?#[]@"_L1, UriAlphabet::Unicode,
                        Part::Query))
            return false;
        at = end;
    }
    return true;
}

} // namespace modelscribe
