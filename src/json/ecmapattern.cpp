// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/ecmapattern.h"

#include "core/ascii.h"
#include "json/ecmaclasses.h"

#include <QList>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxGroupDepth = 200;
constexpr int maxRepeats = 65535; // PCRE takes no more

constexpr QStringView syntaxCharacters = u"^$\\.*+?()[]{}|/";

QString hexEscape(char32_t c) { return "\\x{"_L1 + QString::number(uint(c), 16) + u'}'; }

//! One member of a class: a character, or the inside of a class such as that of \d.
struct ClassMember
{
    char32_t character = 0;
    QString set;

    bool isSet() const { return !set.isEmpty(); }
    QString text() const { return isSet() ? set : hexEscape(character); }
};

class EcmaReader
{
public:
    explicit EcmaReader(QStringView text)
        : m_text(text)
    {
    }

    std::optional<EcmaPattern> read()
    {
        while (m_at < m_text.size()) {
            if (!readTerm())
                return {};
        }
        const bool areGroupsThere = m_mostReferred <= m_groups
                                    && std::ranges::all_of(m_referred, [this](const QString &name) {
                                           return m_names.contains(name);
                                       });
        if (!m_open.isEmpty() || !areGroupsThere)
            return {};
        return EcmaPattern{m_perl, m_isStrict};
    }

private:
    //! What a quantifier would repeat.
    enum class Last { Nothing, LookAhead, Atom };

    bool isNext(QChar c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    bool take(QChar c) { return isNext(c) && ++m_at; }
    bool take(QLatin1StringView words)
    {
        if (!m_text.sliced(m_at).startsWith(words))
            return false;
        m_at += words.size();
        return true;
    }
    bool put(const QString &text, Last last = Last::Atom)
    {
        m_perl += text;
        m_last = last;
        return true;
    }
    //! Only older readers take it so.
    bool putLeniently(const QString &text)
    {
        m_isStrict = false;
        return put(text);
    }

    bool readTerm()
    {
        switch (m_text[m_at].unicode()) {
        case u'(': ++m_at; return readOpening();
        case u')': ++m_at; return readClosing();
        case u'|': ++m_at; return put(u"|"_s, Last::Nothing);
        case u'^': ++m_at; return put(u"^"_s, Last::Nothing);
        case u'$': ++m_at; return put(u"\\z"_s, Last::Nothing);
        case u'.': ++m_at; return put(u"[^\\n\\r\\x{2028}\\x{2029}]"_s);
        case u'[': ++m_at; return readClass();
        case u'\\': ++m_at; return readEscape();
        case u'*':
        case u'+':
        case u'?': return readQuantifier(QString(m_text[m_at++]));
        case u'{': return readBraces();
        case u']':
        case u'}': return putLeniently(u'\\' + QString(m_text[m_at++]));
        default: break;
        }
        const auto character = readCharacter();
        return character && put(hexEscape(*character));
    }

    //! The code point here; nullopt for half of one.
    std::optional<char32_t> readCharacter()
    {
        const QChar c = m_text[m_at++];
        if (!c.isSurrogate())
            return c.unicode();
        if (!c.isHighSurrogate() || m_at == m_text.size() || !m_text[m_at].isLowSurrogate())
            return {};
        return QChar::surrogateToUcs4(c, m_text[m_at++]);
    }

    bool open(const QString &text, Last whenClosed)
    {
        m_open.append(whenClosed);
        return m_open.size() <= maxGroupDepth && put(text, Last::Nothing);
    }

    bool readOpening()
    {
        if (!isNext(u'?')) {
            ++m_groups;
            return open(u"("_s, Last::Atom);
        }
        if (take("?:"_L1))
            return open(u"(?:"_s, Last::Atom);
        for (const auto look : {"?="_L1, "?!"_L1}) {
            if (take(look))
                return open(u'(' + QString(look), Last::LookAhead);
        }
        for (const auto look : {"?<="_L1, "?<!"_L1}) {
            if (take(look))
                return open(u'(' + QString(look), Last::Nothing);
        }
        if (!take("?<"_L1))
            return false;
        const QString name = readName();
        if (name.isEmpty() || m_names.contains(name))
            return false;
        m_names.insert(name);
        ++m_groups;
        return open("(?<"_L1 + name + u'>', Last::Atom);
    }

    //! With the ">" behind it; empty when there is none.
    QString readName()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size()
               && (isLetter(m_text[m_at]) || m_text[m_at] == u'_'
                   || (m_at > from && isDigit(m_text[m_at]))))
            ++m_at;
        const QString name = m_text.sliced(from, m_at - from).toString();
        return take(u'>') ? name : QString();
    }

    bool readClosing()
    {
        if (m_open.isEmpty())
            return false;
        return put(u")"_s, m_open.takeLast());
    }

    bool readQuantifier(const QString &quantifier)
    {
        if (m_last == Last::Nothing)
            return false;
        m_isStrict = m_isStrict && m_last == Last::Atom;
        return put(take(u'?') ? quantifier + u'?' : quantifier, Last::Nothing);
    }

    std::optional<int> readDigits()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
        bool ok = false;
        const int number = m_text.sliced(from, m_at - from).toInt(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }

    bool readBraces()
    {
        const qsizetype from = m_at++;
        const auto least = readDigits();
        std::optional<int> most = least;
        const bool isOpenEnded = least && take(u',') && isNext(u'}');
        if (least && !isOpenEnded && m_text[m_at - 1] == u',')
            most = readDigits();
        if (!least || !most || !take(u'}')) {
            m_at = from + 1;
            return putLeniently(u"\\{"_s);
        }
        if (*least > maxRepeats || *most > maxRepeats || *most < *least)
            return false;
        return readQuantifier(m_text.sliced(from, m_at - from).toString());
    }

    //! Of \d, \w, \s, their opposites and \p: the inside of a class. Empty: none of these.
    QString readSet()
    {
        const QChar letter = m_at < m_text.size() ? m_text[m_at] : QChar();
        if (const QString set = ecmaClassSet(letter); !set.isEmpty()) {
            ++m_at;
            return set;
        }
        const QStringView rest = m_text.sliced(m_at);
        const qsizetype close = rest.indexOf(u'}');
        if (close < 0 || !(rest.startsWith("p{"_L1) || rest.startsWith("P{"_L1)))
            return {};
        const QString set = ecmaPropertySet(rest.sliced(2, close - 2), letter == u'P');
        m_at += set.isEmpty() ? 0 : close + 1;
        return set;
    }

    std::optional<char32_t> readHex(qsizetype digits)
    {
        const QStringView hex = m_text.mid(m_at, digits);
        if (hex.size() != digits || !std::ranges::all_of(hex, isHexDigit))
            return {};
        m_at += digits;
        return hex.toUInt(nullptr, 16);
    }

    //! Behind "\u".
    std::optional<char32_t> readUnicodeEscape()
    {
        if (take(u'{')) {
            const qsizetype close = m_text.indexOf(u'}', m_at);
            const auto value = close > m_at && close <= m_at + 8 ? readHex(close - m_at)
                                                                 : std::nullopt;
            const bool isCharacter = value && *value <= QChar::LastValidCodePoint
                                     && !QChar::isSurrogate(*value);
            return isCharacter && take(u'}') ? value : std::nullopt;
        }
        const auto first = readHex(4);
        if (!first || !QChar::isSurrogate(*first))
            return first;
        const auto second = QChar::isHighSurrogate(*first) && take("\\u"_L1) ? readHex(4)
                                                                             : std::nullopt;
        if (!second || !QChar::isLowSurrogate(*second))
            return {};
        return QChar::surrogateToUcs4(char16_t(*first), char16_t(*second));
    }

    //! What stands for one character behind a "\", in a class and elsewhere.
    std::optional<char32_t> readCharacterEscape()
    {
        static constexpr QStringView letters = u"tnvfr";
        static constexpr QStringView meanings = u"\t\n\v\f\r";
        if (m_at == m_text.size())
            return {};
        const QChar c = m_text[m_at];
        if (const qsizetype i = letters.indexOf(c); i >= 0) {
            ++m_at;
            return meanings[i].unicode();
        }
        if (take(u'x'))
            return readHex(2);
        if (take(u'u'))
            return readUnicodeEscape();
        if (take(u'c')) {
            if (m_at == m_text.size() || !isLetter(m_text[m_at]))
                return {};
            return m_text[m_at++].unicode() % 32;
        }
        if (take(u'0'))
            return m_at < m_text.size() && isDigit(m_text[m_at]) ? std::nullopt
                                                                 : std::optional(U'\0');
        if (isLetter(c) || isDigit(c))
            return {};
        m_isStrict = m_isStrict && syntaxCharacters.contains(c);
        return readCharacter();
    }

    bool readEscape()
    {
        if (take(u'b'))
            return put(u"\\b"_s, Last::Nothing);
        if (take(u'B'))
            return put(u"\\B"_s, Last::Nothing);
        if (const QString set = readSet(); !set.isEmpty())
            return put(u'[' + set + u']');
        // A group that took no part matches nothing here, and fails in PCRE.
        if (take("k<"_L1)) {
            const QString name = readName();
            m_referred.insert(name);
            return !name.isEmpty() && put("(?(<"_L1 + name + ">)\\k<"_L1 + name + ">)"_L1);
        }
        if (m_at < m_text.size() && m_text[m_at] >= u'1' && m_text[m_at] <= u'9') {
            const auto group = readDigits();
            m_mostReferred = std::max(m_mostReferred, group.value_or(maxRepeats));
            const QString number = QString::number(group.value_or(0));
            return group && put("(?("_L1 + number + ")\\g{"_L1 + number + "})"_L1);
        }
        const auto character = readCharacterEscape();
        return character && put(hexEscape(*character));
    }

    std::optional<ClassMember> readClassMember()
    {
        if (!take(u'\\')) {
            const auto character = readCharacter();
            return character ? std::optional(ClassMember{*character, {}}) : std::nullopt;
        }
        if (take(u'b'))
            return ClassMember{U'\b', {}};
        if (take(u'-'))
            return ClassMember{U'-', {}};
        if (const QString set = readSet(); !set.isEmpty())
            return ClassMember{0, set};
        const auto character = readCharacterEscape();
        return character ? std::optional(ClassMember{*character, {}}) : std::nullopt;
    }

    bool readClass()
    {
        const bool isNegated = take(u'^');
        if (take(u']'))
            return put(isNegated ? u"[\\s\\S]"_s : u"(?:(?!))"_s);
        QString inside;
        while (!take(u']')) {
            if (m_at == m_text.size())
                return false;
            const auto first = readClassMember();
            if (!first)
                return false;
            inside += first->text();
            if (!isNext(u'-') || m_at + 1 >= m_text.size() || m_text[m_at + 1] == u']')
                continue;
            ++m_at;
            const auto last = readClassMember();
            if (!last)
                return false;
            const bool isRange = !first->isSet() && !last->isSet();
            if (isRange && last->character < first->character)
                return false;
            m_isStrict = m_isStrict && isRange;
            inside += (isRange ? u"-"_s : hexEscape(U'-')) + last->text();
        }
        return put((isNegated ? "[^"_L1 : "["_L1) + inside + u']');
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QString m_perl;
    Last m_last = Last::Nothing;
    QList<Last> m_open; //!< What each open group is once it is closed.
    bool m_isStrict = true;
    int m_groups = 0;
    int m_mostReferred = 0;
    QSet<QString> m_names;
    QSet<QString> m_referred;
};

} // namespace

std::optional<EcmaPattern> EcmaPattern::fromText(QStringView text)
{
    return EcmaReader(text).read();
}

} // namespace modelscribe
