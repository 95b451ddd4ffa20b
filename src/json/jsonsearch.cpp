// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonsearch.h"

#include "core/ascii.h"
#include "core/jsontext.h"
#include "json/jsonsearchexpression.h"

#include <QByteArrayMatcher>
#include <QElapsedTimer>
#include <QRegularExpression>

#include <functional>
#include <limits>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

// Of one step of PCRE, then of a whole search. When it begins where it thinks best, PCRE 10.42
// finds no "ab" with "a(b|)c*b".
constexpr auto limits = "(*NO_START_OPT)(*LIMIT_MATCH=2000000)(*LIMIT_DEPTH=200000)"_L1;
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

JsonSearchExpression perlOf(const JsonSearchText &text, const QString &typed)
{
    return JsonSearchExpression::fromText(typed, text.utf8().contains('\r'));
}

//! As the first line ends.
QString lineBreakOf(const JsonSearchText &text)
{
    const QByteArray &bytes = text.utf8();
    const qsizetype feed = bytes.indexOf('\n');
    const qsizetype carriage = bytes.indexOf('\r');
    if (carriage < 0 || (feed >= 0 && feed < carriage))
        return u"\n"_s;
    return feed == carriage + 1 ? u"\r\n"_s : u"\r"_s;
}

QRegularExpression expressionFor(const JsonSearchText &text, const JsonSearchQuery &query)
{
    const QString typed = inAlphabetOf(text, query.pattern);
    JsonSearchExpression expression{QRegularExpression::escape(typed)};
    if (query.isExpression)
        expression = perlOf(text, typed);
    QString pattern = expression.perl;
    if (query.wholeWord)
        pattern = "(?<!\\w)(?:"_L1 + pattern + ")(?!\\w)"_L1;
    auto options = QRegularExpression::UseUnicodePropertiesOption
                   | QRegularExpression::MultilineOption;
    if (!query.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    const QString lineBreak = expression.namesReturns ? u"(*LF)"_s : u"(*ANYCRLF)"_s;
    return QRegularExpression(lineBreak + limits + pattern, options);
}

enum class End { Done, Stopped, TooComplex };

//! Nobody means an empty match there.
bool isInsideLineBreak(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at - 1] == u'\r' && text[at] == u'\n';
}

//! Calls \p visit with every match until it returns false.
End eachMatch(const JsonSearchText &text, const QRegularExpression &expression, qsizetype from,
              const std::atomic_bool &cancelled,
              const std::function<bool(const QRegularExpressionMatch &)> &visit)
{
    QElapsedTimer timer;
    timer.start();
    const QString &subject = text.utf16();
    qsizetype lastEnd = -1;
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
        const bool isMeant = match.capturedLength() > 0
                             || (match.capturedStart() != lastEnd
                                 && !isInsideLineBreak(subject, match.capturedStart()));
        if (isMeant && !visit(match))
            return End::Stopped;
        lastEnd = match.capturedEnd();
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

//! What stands for the groups of a match in \p replacement, put in.
class Replacement
{
public:
    Replacement(const QString &replacement, const QRegularExpression &expression,
                const QString &lineBreak)
        : m_text(replacement)
        , m_groups(expression.namedCaptureGroups())
        , m_count(expression.captureCount())
        , m_lineBreak(lineBreak)
    {
    }

    QString expanded(const QRegularExpressionMatch &match) const
    {
        QString result;
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            const QChar c = m_text[i];
            const QChar next = i + 1 < m_text.size() ? m_text[i + 1] : QChar();
            const qsizetype close = c == u'$' && next == u'{' ? m_text.indexOf(u'}', i) : -1;
            if ((c != u'\\' && c != u'$') || next.isNull()) {
                result += c;
            } else if (close > i) {
                const int group = groupOf(QStringView(m_text).sliced(i + 2, close - i - 2));
                result += group < 0 ? m_text.sliced(i, close + 1 - i) : match.captured(group);
                i = close;
            } else if (isDigit(next)) {
                ++i;
                const int group = takeNumber(i);
                result += match.captured(group);
            } else if (c == u'\\' && QStringView(m_text).sliced(i).startsWith("\\r\\n"_L1)) {
                result += "\r\n"_L1;
                i += 3;
            } else {
                result += meaningOf(c, next);
                ++i;
            }
        }
        return result;
    }

private:
    //! By number or name; -1: there is none of this name.
    int groupOf(QStringView name) const
    {
        bool ok = false;
        const int number = name.toInt(&ok);
        if (ok)
            return number;
        return name.isEmpty() ? -1 : int(m_groups.indexOf(name));
    }

    //! At \p i, which moves to its last digit: the second one counts when there is such a group.
    int takeNumber(qsizetype &i) const
    {
        const int first = m_text[i].digitValue();
        const QChar next = i + 1 < m_text.size() ? m_text[i + 1] : QChar();
        const int both = isDigit(next) ? first * 10 + next.digitValue() : 0;
        if (first == 0 || both == 0 || both > m_count)
            return first;
        ++i;
        return both;
    }

    QString meaningOf(QChar c, QChar next) const
    {
        if (next == c)
            return c;
        if (c == u'\\' && next == u'n')
            return m_lineBreak;
        if (c == u'\\' && next == u'r')
            return u"\r"_s;
        if (c == u'\\' && next == u't')
            return u"\t"_s;
        return QString(c) + next;
    }

    QString m_text;
    QStringList m_groups;
    int m_count;
    QString m_lineBreak;
};

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
        const auto typed = perlOf(text, query.pattern);
        if (const QRegularExpression perl(typed.perl); !perl.isValid()) {
            result.problem = JsonSearchResult::Problem::BadExpression;
            result.detail = perl.errorString();
            result.position = typed.placeOf(perl.patternErrorOffset()) + 1;
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
    const Replacement with(inAlphabetOf(text, replacement), expression, lineBreakOf(text));
    const End end = eachMatch(text, expression, from, cancelled, [&](const auto &match) {
        const QString words = with.expanded(match);
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
