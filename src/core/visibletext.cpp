// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visibletext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

bool isInvisible(char32_t c)
{
    switch (c) {
    case 0x034F: // combining grapheme joiner
    case 0x115F: // Hangul fillers are letters by category
    case 0x1160:
    case 0x3164:
    case 0xFFA0: return true;
    case 0x200C: // joiners shape Persian and emoji: left alone
    case 0x200D: return false;
    default: break;
    }
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

QString codePointName(char32_t c)
{
    return u"U+"_s + QString::number(uint(c), 16).toUpper().rightJustified(4, u'0');
}

//! The code point at \p i, which is moved behind it.
char32_t takeCodePoint(QStringView text, qsizetype &i)
{
    const QChar first = text[i++];
    if (first.isHighSurrogate() && i < text.size() && text[i].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[i++]);
    return first.unicode();
}

} // namespace

QString visibleText(const QString &text, qsizetype limit)
{
    QString result;
    for (qsizetype i = 0; i < text.size();) {
        if (result.size() >= limit)
            return result + u'…';
        const char32_t c = takeCodePoint(text, i);
        if (c == U'\n')
            result += u'⏎';
        else if (c == U'\t' || c == U'\r')
            result += u' ';
        else if (isInvisible(c))
            result += u'⟦' + codePointName(c) + u'⟧';
        else
            result += QChar::fromUcs4(c);
    }
    return result;
}

QString namesOfInvisible(const QString &text)
{
    QStringList names;
    for (qsizetype i = 0; i < text.size();) {
        const char32_t c = takeCodePoint(text, i);
        if (isInvisible(c) && !names.contains(codePointName(c)))
            names.append(codePointName(c));
    }
    return names.join(u", "_s);
}

} // namespace modelscribe
