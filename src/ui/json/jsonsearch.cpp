// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonsearch.h"

#include "core/jsontext.h"

#include <QByteArrayMatcher>
#include <QElapsedTimer>
#include <QRegularExpression>

#include <functional>
#include <limits>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

// Of one step of PCRE, then of a whole search.
constexpr auto limits = "(*LIMIT_MATCH=2000000)(*LIMIT_DEPTH=200000)"_L1;
constexpr int longestSearch = 4000; // ms

//! Finds the byte for each of a growing row of UTF-16 offsets.
class ByteWalker
{
public:
    explicit ByteWalker(const JsonSearchText &text)
        : m_bytes(text.utf8())
        , m_isUtf8(text.isUtf8())
    {
    }

    qsizetype byteOf(qsizetype unit)
    {
        if (!m_isUtf8)
            return unit;
        while (m_unit < unit && m_byte < m_bytes.size())
            step();
        return m_byte;
    }

    qsizetype unitOf(qsizetype byte)
    {
        if (!m_isUtf8)
            return byte;
        while (m_byte < byte && m_byte < m_bytes.size())
            step();
        return m_unit;
    }

private:
    void step()
    {
        const auto lead = uchar(m_bytes[m_byte]);
        m_byte += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        m_unit += lead < 0xF0 ? 1 : 2;
    }

    QByteArrayView m_bytes;
    bool m_isUtf8;
    qsizetype m_byte = 0;
    qsizetype m_unit = 0;
};

QString inAlphabetOf(const JsonSearchText &text, const QString &words)
{
    return text.isUtf8() ? words : QString::fromLatin1(words.toUtf8());
}

QRegularExpression expressionFor(const JsonSearchText &text, const JsonSearchQuery &query)
{
    const QString typed = inAlphabetOf(text, query.pattern);
    QString pattern = query.isExpression ? typed : QRegularExpression::escape(typed);
    if (query.wholeWord)
        pattern = "(?<!\\w)(?:"_L1 + pattern + ")(?!\\w)"_L1;
    auto options = QRegularExpression::UseUnicodePropertiesOption
                   | QRegularExpression::MultilineOption;
    if (!query.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(limits + pattern, options);
}

enum class End { Done, Stopped, TooComplex };

//! Calls \p visit with every match that is not empty, until it returns false.
End eachMatch(const JsonSearchText &text, const QRegularExpression &expression, qsizetype from,
              const std::atomic_bool &cancelled,
              const std::function<bool(const QRegularExpressionMatch &)> &visit)
{
    QElapsedTimer timer;
    timer.start();
    const QString &subject = text.utf16();
    for (qsizetype at = from; at <= subject.size();) {
        if (cancelled)
            return End::Stopped;
        // Unchecked: the check reads all of the text, for each match.
        const auto match = expression.match(subject, at, QRegularExpression::NormalMatch,
                                            QRegularExpression::DontCheckSubjectStringMatchOption);
        if (!match.isValid() || timer.elapsed() > longestSearch)
            return End::TooComplex;
        if (!match.hasMatch())
            return End::Done;
        if (match.capturedLength() > 0 && !visit(match))
            return End::Stopped;
        at = std::max(match.capturedEnd(), at);
        if (match.capturedLength() == 0) {
            ++at;
            if (at < subject.size() && subject[at].isLowSurrogate())
                ++at;
        }
    }
    return End::Done;
}

JsonSearchResult searchBytes(const QByteArray &text, const QByteArray &words, qsizetype limit,
                             const std::atomic_bool &cancelled)
{
    JsonSearchResult result;
    const QByteArrayMatcher matcher(words);
    for (qsizetype at = 0; !cancelled && (at = matcher.indexIn(text, at)) >= 0;
         at += words.size()) {
        if (result.matches.size() == limit) {
            result.hasMore = true;
            break;
        }
        result.matches.append({at, at + words.size()});
    }
    return result;
}

//! \p replacement with the groups of \p match put in.
QString expanded(const QString &replacement, const QRegularExpressionMatch &match)
{
    QString result;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar c = replacement[i];
        const QChar next = i + 1 < replacement.size() ? replacement[i + 1] : QChar();
        if ((c != u'\\' && c != u'$') || next.isNull()) {
            result += c;
            continue;
        }
        const qsizetype close = replacement.indexOf(u'}', i);
        if (c == u'$' && next == u'{' && close > i) {
            result += match.captured(QStringView(replacement).mid(i + 2, close - i - 2).toInt());
            i = close;
            continue;
        }
        ++i;
        if (next.isDigit())
            result += match.captured(next.digitValue());
        else if (next == c)
            result += c;
        else if (c == u'\\' && next == u'n')
            result += u'\n';
        else if (c == u'\\' && next == u't')
            result += u'\t';
        else
            result += QString(c) + next;
    }
    return result;
}

} // namespace

const QString &JsonSearchText::utf16() const
{
    std::call_once(m_once, [this] {
        m_isUtf8 = m_utf8.isValidUtf8();
        m_utf16 = m_isUtf8 ? JsonText(m_utf8).toString() : QString::fromLatin1(m_utf8);
    });
    return m_utf16;
}

bool JsonSearchText::isUtf8() const
{
    utf16();
    return m_isUtf8;
}

JsonSearchResult searchJson(const JsonSearchText &text, const JsonSearchQuery &query,
                            qsizetype limit, const std::atomic_bool &cancelled)
{
    JsonSearchResult result;
    if (query.pattern.isEmpty())
        return result;
    if (query.matchCase && !query.wholeWord && !query.isExpression)
        return searchBytes(text.utf8(), query.pattern.toUtf8(), limit, cancelled);
    if (query.isExpression) {
        // By itself, so that the position is one in what was typed.
        if (const QRegularExpression typed(query.pattern); !typed.isValid()) {
            result.problem = JsonSearchResult::Problem::BadExpression;
            result.detail = typed.errorString();
            result.position = typed.patternErrorOffset() + 1;
            return result;
        }
    }
    const QRegularExpression expression = expressionFor(text, query);
    if (!expression.isValid()) {
        result.problem = JsonSearchResult::Problem::BadExpression;
        result.detail = expression.errorString();
        return result;
    }
    ByteWalker walker(text);
    const End end = eachMatch(text, expression, 0, cancelled, [&](const auto &match) {
        if (result.matches.size() == limit) {
            result.hasMore = true;
            return false;
        }
        const qsizetype begin = walker.byteOf(match.capturedStart());
        result.matches.append({begin, walker.byteOf(match.capturedEnd())});
        return true;
    });
    if (end == End::TooComplex)
        result.problem = JsonSearchResult::Problem::TooComplex;
    return result;
}

TextChanges jsonReplacements(const JsonSearchText &text, const JsonSearchQuery &query,
                             const QString &replacement, const std::optional<JsonRange> &only,
                             const std::atomic_bool &cancelled)
{
    TextChanges changes;
    if (!query.isExpression) {
        const QByteArray words = JsonText::fromString(replacement).utf8();
        if (only)
            return {{only->begin, only->end, words}};
        constexpr auto all = std::numeric_limits<qsizetype>::max();
        const JsonSearchResult found = searchJson(text, query, all, cancelled);
        if (cancelled || found.problem != JsonSearchResult::Problem::None)
            return {};
        changes.reserve(found.matches.size());
        for (const JsonRange &match : found.matches)
            changes.append({match.begin, match.end, words});
        return changes;
    }
    const QRegularExpression expression = expressionFor(text, query);
    if (!expression.isValid())
        return {};
    ByteWalker walker(text);
    const qsizetype from = only ? walker.unitOf(only->begin) : 0;
    const QString with = inAlphabetOf(text, replacement);
    const End end = eachMatch(text, expression, from, cancelled, [&](const auto &match) {
        const QString words = expanded(with, match);
        const qsizetype begin = walker.byteOf(match.capturedStart());
        changes.append({begin, walker.byteOf(match.capturedEnd()),
                        text.isUtf8() ? JsonText::fromString(words).utf8() : words.toLatin1()});
        return !only;
    });
    const bool whole = end == End::Done || (only && end == End::Stopped);
    if (cancelled || !whole || (only && !changes.isEmpty() && changes[0].begin != only->begin))
        return {}; // all or nothing
    return changes;
}

} // namespace modelscribe
