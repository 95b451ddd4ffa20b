// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonsearchexpression.h"

#include "core/ascii.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

class ExpressionReader
{
public:
    ExpressionReader(QStringView typed, bool hasReturns)
        : m_typed(typed)
        , m_hasReturns(hasReturns)
    {
    }

    JsonSearchExpression read()
    {
        while (m_at < m_typed.size()) {
            const QChar c = m_typed[m_at];
            if (c == u'\\')
                readEscape();
            else if (m_isClass)
                readInClass();
            else if (c == u'[')
                readClassStart();
            else
                readOutside(c);
        }
        return m_result;
    }

private:
    void put(const QString &text, qsizetype typedSize)
    {
        m_result.perl += text;
        m_result.places.append(QList<qsizetype>(text.size(), m_at));
        m_at += typedSize;
    }

    void keep(qsizetype size)
    {
        for (; size > 0 && m_at < m_typed.size(); --size)
            put(QString(m_typed[m_at]), 1);
    }

    void readOutside(QChar c)
    {
        const QStringView rest = m_typed.sliced(m_at);
        if ((c == u'^' || c == u'$') && m_hasReturns) {
            put("(?:"_L1 + QString(c) + "(?<!\\r(?=\\n)))"_L1, 1);
            return;
        }
        if (c == u'(') {
            const bool looksBehind = rest.startsWith("(?<="_L1) || rest.startsWith("(?<!"_L1);
            m_groups.append(looksBehind || isLookingBehind());
        } else if (c == u')' && !m_groups.isEmpty()) {
            m_groups.removeLast();
        }
        keep(1);
    }

    bool isLookingBehind() const { return !m_groups.isEmpty() && m_groups.last(); }

    //! A "]" that comes first is one of the class.
    void readClassStart()
    {
        m_isClass = true;
        keep(1);
        if (m_typed.sliced(m_at).startsWith(u'^'))
            keep(1);
        if (m_typed.sliced(m_at).startsWith(u']'))
            keep(1);
    }

    void readInClass()
    {
        const QStringView rest = m_typed.sliced(m_at);
        const qsizetype close = rest.startsWith("[:"_L1) ? rest.indexOf(":]"_L1) : -1;
        m_isClass = rest.front() != u']';
        keep(close > 0 ? close + 2 : 1);
    }

    void readEscape()
    {
        const QStringView rest = m_typed.sliced(m_at);
        if (rest.startsWith("\\Q"_L1)) {
            const qsizetype close = rest.indexOf("\\E"_L1);
            keep(close < 0 ? rest.size() : close + 2);
        } else if (rest.startsWith("\\u"_L1)) {
            readCodePoint(rest);
        } else if (rest.startsWith("\\n"_L1) && m_hasReturns && m_isClass) {
            put(u"\\r\\n"_s, 2);
        } else if (rest.startsWith("\\n"_L1) && m_hasReturns && !isLookingBehind()) {
            put(u"(?:\\r\\n|\\n|\\r)"_s, 2);
        } else {
            m_result.namesReturns = m_result.namesReturns || rest.startsWith("\\r"_L1);
            keep(2);
        }
    }

    static std::optional<uint> hexAt(QStringView text, qsizetype at, qsizetype size)
    {
        const QStringView hex = text.mid(at, size);
        const bool isHex = !hex.isEmpty() && hex.size() == size
                           && std::ranges::all_of(hex, isHexDigit);
        return isHex ? std::optional(hex.toUInt(nullptr, 16)) : std::nullopt;
    }

    //! What is none stays, and PCRE says so.
    void readCodePoint(QStringView rest)
    {
        if (rest.mid(2, 1) == "{"_L1) {
            keep(1);
            put(u"x"_s, 1);
            return;
        }
        const auto first = hexAt(rest, 2, 4);
        if (!first) {
            keep(2);
            return;
        }
        const auto second = rest.mid(6, 2) == "\\u"_L1 ? hexAt(rest, 8, 4) : std::nullopt;
        const bool isPair = second && QChar::isHighSurrogate(*first)
                            && QChar::isLowSurrogate(*second);
        const uint c = isPair ? QChar::surrogateToUcs4(char16_t(*first), char16_t(*second))
                              : *first;
        put("\\x{"_L1 + QString::number(c, 16) + u'}', isPair ? 12 : 6);
    }

    QStringView m_typed;
    bool m_hasReturns;
    JsonSearchExpression m_result;
    qsizetype m_at = 0;
    bool m_isClass = false;
    QList<bool> m_groups; //!< Whether each open one looks behind, which takes one length only.
};

} // namespace

JsonSearchExpression JsonSearchExpression::fromText(QStringView typed, bool hasReturns)
{
    JsonSearchExpression result = ExpressionReader(typed, hasReturns).read();
    return hasReturns && result.namesReturns ? ExpressionReader(typed, false).read() : result;
}

} // namespace modelscribe
