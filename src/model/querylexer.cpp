// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/querylexer.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Sign = QueryToken::Kind;

bool closesQuote(QChar opened, QChar c)
{
    // A phrase between ASCII marks may have typographic ones in it.
    return opened == u'"' ? c == u'"' : c == u'”' || c == u'＂' || c == u'"';
}

//! What stands between quotation marks.
struct Quoted
{
    QString text;
    qsizetype end = 0;
    bool isClosed = false;
};

Quoted readQuoted(QStringView text, qsizetype pos)
{
    const QChar opened = text[pos];
    Quoted quoted;
    for (++pos; pos < text.size(); ++pos) {
        const QChar c = text[pos];
        if (!closesQuote(opened, c)) {
            quoted.text += c;
        } else if (opened == u'"' && pos + 1 < text.size() && text[pos + 1] == u'"') {
            quoted.text += c;
            ++pos;
        } else {
            quoted.isClosed = true;
            ++pos;
            break;
        }
    }
    quoted.end = pos;
    return quoted;
}

class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }

    QList<QueryToken> run()
    {
        while (m_pos < m_text.size()) {
            if (isQueryBlank(m_text[m_pos]))
                ++m_pos;
            else
                readOne();
        }
        return std::move(m_tokens);
    }

private:
    void readOne()
    {
        const QChar c = m_text[m_pos];
        if (isQueryOpen(c)) {
            open(areValues());
        } else if (isQueryClose(c)) {
            addSign(Sign::Close);
            if (!m_groups.isEmpty())
                m_groups.removeLast();
        } else if (c == u'-' && canNegate()) {
            addSign(Sign::Minus);
            if (!isQueryOpen(m_text[m_pos]))
                readTerm(false);
        } else {
            readTerm(true);
        }
    }

    bool canNegate() const
    {
        return m_pos + 1 < m_text.size() && !isQueryBlank(m_text[m_pos + 1])
               && !isQueryClose(m_text[m_pos + 1]);
    }
    bool areValues() const { return !m_groups.isEmpty() && m_groups.last(); }

    void open(bool ofValues)
    {
        addSign(Sign::Open);
        m_groups.append(ofValues);
    }
    void addSign(Sign kind)
    {
        m_tokens.append({.kind = kind, .begin = m_pos, .end = m_pos + 1});
        ++m_pos;
    }

    void readTerm(bool mayBeOperator)
    {
        if (areValues() || !readField()) {
            readWord(mayBeOperator);
            return;
        }
        if (m_pos == m_text.size() || isQueryBlank(m_text[m_pos]))
            return;
        if (isQueryOpen(m_text[m_pos]))
            open(true);
        else if (!isQueryClose(m_text[m_pos]) || m_groups.isEmpty())
            readWord(false);
    }

    bool readField()
    {
        qsizetype pos = m_pos;
        while (pos < m_text.size() && m_text[pos].isLetter())
            ++pos;
        const QueryField *field = findQueryField(m_text.mid(m_pos, pos - m_pos));
        if (!field || pos == m_text.size())
            return false;
        QStringList path;
        if (m_text[pos] == u'.' && field->kind == QueryFieldKind::Extra)
            pos = readPath(pos, path);
        if (pos >= m_text.size() || !isQueryColon(m_text[pos]))
            return false;
        m_tokens.append(
            {.kind = Sign::Field, .begin = m_pos, .end = pos + 1, .field = field, .path = path});
        m_pos = pos + 1;
        return true;
    }

    //! \p pos is at a dot. The end of the path.
    qsizetype readPath(qsizetype pos, QStringList &path) const
    {
        while (pos < m_text.size() && m_text[pos] == u'.') {
            QString key;
            for (++pos; pos < m_text.size();) {
                const QChar c = m_text[pos];
                if (c == u'.' || isQueryColon(c) || isQueryBlank(c))
                    break;
                if (isQueryQuote(c)) {
                    const Quoted quoted = readQuoted(m_text, pos);
                    key += quoted.text;
                    pos = quoted.end;
                } else {
                    key += c;
                    ++pos;
                }
            }
            path.append(key);
        }
        return pos;
    }

    void readWord(bool mayBeOperator)
    {
        QueryToken token{.begin = m_pos};
        int open = 0; // parentheses of the word itself
        while (m_pos < m_text.size()) {
            const QChar c = m_text[m_pos];
            if (isQueryBlank(c) || (isQueryClose(c) && open == 0 && m_pos > token.begin))
                break;
            if (isQueryQuote(c)) {
                const Quoted quoted = readQuoted(m_text, m_pos);
                token.text += quoted.text;
                token.isQuoted = true;
                token.isClosed = quoted.isClosed;
                m_pos = quoted.end;
                continue;
            }
            open += isQueryOpen(c) ? 1 : isQueryClose(c) && open > 0 ? -1 : 0;
            token.text += c;
            ++m_pos;
        }
        token.end = m_pos;
        if (mayBeOperator && !token.isQuoted)
            token.kind = operatorOf(token.text);
        m_tokens.append(token);
    }

    static Sign operatorOf(QStringView word)
    {
        return word == u"OR"    ? Sign::Or
               : word == u"AND" ? Sign::And
               : word == u"NOT" ? Sign::Not
                                : Sign::Word;
    }

    QStringView m_text;
    qsizetype m_pos = 0;
    QList<bool> m_groups; //!< Open ones; true: in it are values.
    QList<QueryToken> m_tokens;
};

bool hasSign(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return isQueryBlank(c) || isQueryQuote(c) || isQueryOpen(c) || isQueryClose(c);
    });
}

QString inQuotes(const QString &text)
{
    return u'"' + QString(text).replace(u'"', "\"\""_L1) + u'"';
}

} // namespace

bool isQueryBlank(QChar c) { return c.isSpace(); }
bool isQueryColon(QChar c) { return c == u':' || c == u'：'; }
bool isQueryOpen(QChar c) { return c == u'(' || c == u'（'; }
bool isQueryClose(QChar c) { return c == u')' || c == u'）'; }
bool isQueryQuote(QChar c) { return c == u'"' || c == u'“' || c == u'”' || c == u'＂'; }

QList<QueryToken> queryTokens(QStringView text) { return Lexer(text).run(); }

QString quotedQueryValue(const QString &value, bool bare)
{
    bool plain = !value.isEmpty() && !hasSign(value) && !value.contains(".."_L1)
                 && !u"<>=＜＞＝-"_s.contains(value[0]);
    if (bare) {
        plain = plain && std::ranges::none_of(value, isQueryColon) && value != "OR"_L1
                && value != "AND"_L1 && value != "NOT"_L1;
    }
    return plain ? value : inQuotes(value);
}

QString quotedQueryKey(const QString &key)
{
    const bool plain = !key.isEmpty() && !hasSign(key) && !key.contains(u'.')
                       && std::ranges::none_of(key, isQueryColon);
    return plain ? key : inQuotes(key);
}

} // namespace modelscribe
