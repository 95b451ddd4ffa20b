// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonquery.h"

#include "core/ascii.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! What a query may cost: each selector looks at each node once at most.
constexpr qsizetype maxSelectors = 100;
//! Whole numbers beyond are not the same everywhere (RFC 9535).
constexpr qint64 maxNumber = (qint64(1) << 53) - 1;

bool isSpace(QChar c) { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r'; }

bool startsName(QChar c) { return isLetter(c) || c == u'_' || c.unicode() >= 0x80; }

class Reader
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {
    }

    bool read(QList<JsonQuery::Segment> &segments)
    {
        if (!take(u'$'))
            return false;
        while (m_at < m_text.size()) {
            const qsizetype end = m_at;
            skipSpace();
            if (m_at == m_text.size()) {
                m_at = end; // blanks may stand in front of a segment only
                return false;
            }
            if (m_at > end && m_text[m_at] != u'.' && m_text[m_at] != u'[')
                return false;
            JsonQuery::Segment segment;
            if (!readSegment(segment))
                return false;
            segments.append(segment);
        }
        return true;
    }

    qsizetype at() const { return m_at; }

private:
    bool take(QChar c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    bool readSegment(JsonQuery::Segment &segment)
    {
        if (take(u'['))
            return readSelectors(segment);
        if (!take(u'.'))
            return false;
        segment.anyDepth = take(u'.');
        if (segment.anyDepth && take(u'['))
            return readSelectors(segment);
        if (m_selectors >= maxSelectors)
            return false;
        ++m_selectors;
        if (take(u'*')) {
            segment.selectors.append({.kind = Kind::All});
            return true;
        }
        const qsizetype from = m_at;
        while (m_at < m_text.size()
               && (startsName(m_text[m_at]) || (m_at > from && isDigit(m_text[m_at]))))
            ++m_at;
        segment.selectors.append(
            {.kind = Kind::Key, .key = m_text.sliced(from, m_at - from).toString()});
        return m_at > from;
    }

    bool readSelectors(JsonQuery::Segment &segment)
    {
        do {
            skipSpace();
            JsonQuery::Selector selector;
            if (m_selectors >= maxSelectors || !readSelector(selector))
                return false;
            ++m_selectors;
            segment.selectors.append(selector);
            skipSpace();
        } while (take(u','));
        return take(u']');
    }

    bool readSelector(JsonQuery::Selector &selector)
    {
        if (take(u'*'))
            return true;
        if (m_at < m_text.size() && (m_text[m_at] == u'\'' || m_text[m_at] == u'"')) {
            selector.kind = Kind::Key;
            return readQuoted(selector.key);
        }
        std::optional<qint64> number;
        if (!readNumber(number))
            return false;
        skipSpace();
        if (!take(u':')) {
            selector.kind = Kind::Index;
            selector.from = number.value_or(0);
            return number.has_value();
        }
        skipSpace();
        selector.kind = Kind::Slice;
        selector.from = number.value_or(0);
        return readNumber(selector.to);
    }

    //! Stays at the same place, and is fine, when there is no number.
    bool readNumber(std::optional<qint64> &number)
    {
        const qsizetype from = m_at;
        take(u'-');
        const qsizetype first = m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
        if (m_at == from)
            return true;
        bool ok = false;
        number = m_text.sliced(from, m_at - from).toLongLong(&ok);
        const bool spelledOut = m_at > first
                                && (m_text[first] != u'0' || (m_at == first + 1 && first == from));
        if (ok && spelledOut && *number >= -maxNumber && *number <= maxNumber)
            return true;
        m_at = from;
        return false;
    }

    bool readQuoted(QString &key)
    {
        const QChar quote = m_text[m_at++];
        while (m_at < m_text.size()) {
            if (take(quote))
                return true;
            if (m_text[m_at].unicode() < 0x20)
                return false;
            if (m_text[m_at] != u'\\')
                key += m_text[m_at++];
            else if (!readEscape(quote, key))
                return false;
        }
        return false;
    }

    bool readEscape(QChar quote, QString &key)
    {
        static constexpr QStringView letters = u"bfnrt";
        static constexpr QStringView meanings = u"\b\f\n\r\t";
        if (m_at + 1 >= m_text.size())
            return false;
        const QChar c = m_text[m_at + 1];
        if (c == u'u')
            return readCodePoint(key);
        if (const qsizetype i = letters.indexOf(c); i >= 0)
            key += meanings[i];
        else if (c == quote || c == u'\\' || c == u'/')
            key += c;
        else
            return false;
        m_at += 2;
        return true;
    }

    //! The "\uXXXX" \p skip characters further on.
    std::optional<QChar> unitAt(qsizetype skip) const
    {
        const QStringView escape = m_text.mid(m_at + skip, 6);
        if (escape.size() < 6 || !escape.startsWith("\\u"_L1)
            || !std::ranges::all_of(escape.sliced(2), isHexDigit))
            return {};
        return QChar(escape.sliced(2).toUShort(nullptr, 16));
    }

    //! One escape, or the two of a surrogate pair; half of one is no character.
    bool readCodePoint(QString &key)
    {
        const auto first = unitAt(0);
        if (!first || first->isLowSurrogate())
            return false;
        const auto second = first->isHighSurrogate() ? unitAt(6) : std::nullopt;
        if (first->isHighSurrogate() && !(second && second->isLowSurrogate()))
            return false;
        key += *first;
        if (second)
            key += *second;
        m_at += second ? 12 : 6;
        return true;
    }

    using Kind = JsonQuery::Selector::Kind;

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_selectors = 0;
};

using Marks = std::vector<bool>;

//! Counted from the end when negative.
qint64 fromStart(qint64 index, qint64 count) { return index < 0 ? index + count : index; }

void mark(const JsonTree &tree, JsonNodeId container, const JsonQuery::Selector &selector,
          const JsonKeyMatcher &matcher, Marks &marks)
{
    using Kind = JsonQuery::Selector::Kind;
    const bool isArray = tree.kind(container) == JsonKind::Array;
    const qint64 count = tree.childCount(container);
    qint64 from = 0;
    qint64 to = count;
    if (selector.kind == Kind::Key) {
        if (isArray)
            return;
    } else if (selector.kind != Kind::All) {
        if (!isArray)
            return;
        from = fromStart(selector.from, count);
        if (selector.kind == Kind::Index) {
            if (from < 0)
                return;
            to = from + 1;
        } else {
            to = fromStart(selector.to.value_or(count), count);
        }
    }
    qint64 index = 0;
    const JsonNodeId end = tree.after(container);
    for (JsonNodeId child = container + 1; child < end && index < to; child = tree.after(child)) {
        if (index++ < from)
            continue;
        if (selector.kind != Kind::Key || matcher.matches(tree, child))
            marks[child] = true;
    }
}

//! The containers \p segment looks into: those of \p marks, or also all in them.
Marks sources(const JsonTree &tree, const Marks &marks, bool anyDepth)
{
    Marks result(marks.size());
    JsonNodeId end = 0;
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        if (marks[node] && anyDepth)
            end = std::max(end, tree.after(node));
        result[node] = (marks[node] || node < end) && tree.isContainer(node);
    }
    return result;
}

} // namespace

Result<JsonQuery> JsonQuery::parse(QStringView text)
{
    JsonQuery query;
    Reader reader(text);
    if (!reader.read(query.m_segments))
        return failure(Error::Kind::Invalid, QString::number(reader.at() + 1));
    return query;
}

QList<JsonNodeId> JsonQuery::run(const JsonTree &tree) const
{
    if (!tree.isValid())
        return {};
    Marks marks(tree.size());
    marks[0] = true;
    for (const Segment &segment : m_segments) {
        const Marks containers = sources(tree, marks, segment.anyDepth);
        marks.assign(tree.size(), false);
        for (const Selector &selector : segment.selectors) {
            const JsonKeyMatcher matcher(selector.key);
            for (JsonNodeId node = 0; node < tree.size(); ++node) {
                if (containers[node])
                    mark(tree, node, selector, matcher, marks);
            }
        }
    }
    QList<JsonNodeId> result;
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        if (marks[node])
            result.append(node);
    }
    return result;
}

} // namespace modelscribe
