// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/queryextra.h"

#include "core/ascii.h"
#include "core/foldedtext.h"
#include "core/jsonmembers.h"
#include "core/jsonscanner.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Piece = JsonToken::Kind;

//! Goes through a JSON text and says which tokens stand at or inside of the values at a path.
class PathScanner
{
public:
    PathScanner(const QList<QueryNeedle> &path, const QByteArray &utf8)
        : m_path(path)
        , m_utf8(utf8)
        , m_scanner(utf8)
    {
    }

    //! Calls \p found(kind, raw) until it returns true.
    template<typename Found>
    bool find(const Found &found)
    {
        for (;;) {
            const JsonToken token = m_scanner.next();
            if (token.kind == Piece::End || token.kind == Piece::Bad)
                return false;
            if (token.closes()) {
                m_open.pop_back();
                continue;
            }
            const QByteArrayView raw = QByteArrayView(m_utf8).sliced(token.begin,
                                                                     token.end - token.begin);
            if (token.kind == Piece::Key) {
                m_open.back().next = stepsWith(raw);
                continue;
            }
            const qsizetype steps = stepsOfValue();
            if (steps == m_path.size() && found(token.kind, raw))
                return true;
            if (token.opens())
                m_open.push_back({.steps = steps, .isArray = token.kind == Piece::BeginArray});
        }
    }

private:
    static constexpr qsizetype astray = -1;

    //! An open object or array.
    struct Open
    {
        qsizetype steps = astray; //!< Of the path that lead here.
        bool isArray = false;
        qsizetype next = astray; //!< Steps that lead to the value behind the key.
        qsizetype elements = 0;
    };

    qsizetype stepsOfValue()
    {
        if (m_open.empty())
            return 0;
        Open &open = m_open.back();
        if (!open.isArray)
            return open.next;
        const qsizetype index = open.elements++;
        if (open.steps == astray || open.steps == m_path.size())
            return open.steps;
        const QString &step = m_path[open.steps].folded();
        const bool isIndex = std::ranges::all_of(step, [](QChar c) { return isDigit(c); });
        if (!isIndex)
            return open.steps;
        return step == QString::number(index) ? open.steps + 1 : astray;
    }

    //! Steps with this key of the innermost object: "a.b" may be two of the path.
    qsizetype stepsWith(QByteArrayView raw) const
    {
        const qsizetype begin = m_open.back().steps;
        if (begin == astray || begin == m_path.size())
            return begin;
        if (!raw.contains('\\') && !raw.contains('.')) {
            const auto same = m_path[begin].isWholeAscii(raw.sliced(1).chopped(1));
            if (same)
                return *same ? begin + 1 : astray;
        }
        const QString key = foldedText(jsonStringValue(raw).value_or(QString()));
        QString name;
        for (qsizetype i = begin; i < m_path.size(); ++i) {
            name += (i > begin ? u"."_s : QString()) + m_path[i].folded();
            if (name == key)
                return i + 1;
            if (!key.startsWith(name))
                break;
        }
        return astray;
    }

    const QList<QueryNeedle> &m_path;
    const QByteArray &m_utf8;
    JsonScanner m_scanner;
    std::vector<Open> m_open;
};

bool isScalar(Piece kind)
{
    return kind == Piece::String || kind == Piece::Number || kind == Piece::True
           || kind == Piece::False || kind == Piece::Null;
}

bool isExponent(QStringView text)
{
    const qsizetype sign = !text.isEmpty() && (text[0] == u'-' || text[0] == u'+') ? 1 : 0;
    return text.size() > sign
           && std::ranges::all_of(text.mid(sign), [](QChar c) { return isDigit(c); });
}

QueryNumbers numbersWith(QueryOperator how, const JsonNumber &number)
{
    switch (how) {
    case QueryOperator::Less: return {.to = number, .withTo = false};
    case QueryOperator::LessOrEqual: return {.to = number};
    case QueryOperator::Greater: return {.from = number, .withFrom = false};
    case QueryOperator::GreaterOrEqual: return {.from = number};
    default: return {.from = number, .to = number};
    }
}

std::optional<QueryNumbers> numbersBetween(QStringView text)
{
    const QueryEnds ends = QueryEnds::of(text);
    const QueryNumbers numbers{.from = queryNumber(ends.first), .to = queryNumber(ends.last)};
    const bool isRead = ends.areThere && (numbers.from || ends.first.isEmpty())
                        && (numbers.to || ends.last.isEmpty());
    return isRead ? std::optional(numbers) : std::nullopt;
}

} // namespace

bool QueryNumbers::contains(const JsonNumber &number) const
{
    if (from && (withFrom ? number < *from : number <= *from))
        return false;
    return !to || (withTo ? number <= *to : number < *to);
}

bool QueryNumbers::isBackwards() const { return from && to && *from > *to; }

std::optional<JsonNumber> queryNumber(QStringView text)
{
    qsizetype at = text.startsWith(u'-') ? 1 : 0;
    const qsizetype begin = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    if (at == begin)
        return {};
    if (at + 1 < text.size() && text[at] == u'.' && isDigit(text[at + 1])) {
        for (++at; at < text.size() && isDigit(text[at]);)
            ++at;
    }
    const bool hasExponent = at < text.size() && text[at].toLower() == u'e';
    if (at < text.size() && !(hasExponent && isExponent(text.mid(at + 1))))
        return {};
    return JsonNumber::fromText(text.toLatin1());
}

std::optional<QueryExtra> QueryExtra::fromText(const QStringList &path, QueryOperator how,
                                               const QString &text)
{
    QueryExtra extra;
    for (const QString &key : path)
        extra.m_path.append(QueryNeedle(key));
    extra.m_how = how;
    extra.m_needle = QueryNeedle(text);
    if (how == QueryOperator::Range)
        extra.m_numbers = numbersBetween(text);
    else if (const auto number = queryNumber(text))
        extra.m_numbers = numbersWith(how, *number);
    const bool mayBeText = how == QueryOperator::None || how == QueryOperator::Equal;
    return mayBeText || extra.m_numbers ? std::optional(extra) : std::nullopt;
}

bool QueryExtra::matches(const QByteArray &extraInfo) const
{
    const bool mayBeText = m_how == QueryOperator::None || m_how == QueryOperator::Equal;
    const auto isAskedFor = [&](Piece kind, QByteArrayView raw) {
        if (kind == Piece::Number && m_numbers)
            return m_numbers->contains(JsonNumber::fromText(raw));
        if (!isScalar(kind))
            return false;
        const QString held = kind == Piece::String ? jsonStringValue(raw).value_or(QString())
                                                   : QString::fromLatin1(raw);
        if (mayBeText) {
            return kind == Piece::String && m_how == QueryOperator::None ? m_needle.isPartOf(held)
                                                                         : m_needle.isWhole(held);
        }
        const auto number = queryNumber(held);
        return number && m_numbers->contains(*number);
    };
    return PathScanner(m_path, extraInfo).find(isAskedFor);
}

bool QueryExtra::isSet(const QByteArray &extraInfo) const
{
    return PathScanner(m_path, extraInfo).find([](Piece kind, QByteArrayView raw) {
        return isScalar(kind) && kind != Piece::Null && raw != "\"\"";
    });
}

} // namespace modelscribe
