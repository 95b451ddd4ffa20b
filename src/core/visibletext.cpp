// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visibletext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

bool isInvisible(QChar c)
{
    switch (c.unicode()) {
    case 0x200B: // zero width space
    case 0x2060: // word joiner
    case 0xFEFF: // zero width no-break space
        return true;
    case 0x200C: // joiners shape Persian and emoji: left alone
    case 0x200D: return false;
    default:
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
               || c.category() == QChar::Separator_Line
               || c.category() == QChar::Separator_Paragraph;
    }
}

QString codePointName(QChar c)
{
    return u"U+"_s + QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0');
}

} // namespace

QString visibleText(const QString &text, qsizetype limit)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (result.size() >= limit)
            return result + u'…';
        const QChar c = text[i];
        if (c == u'\n')
            result += u'⏎';
        else if (c == u'\t' || c == u'\r')
            result += u' ';
        else if (isInvisible(c))
            result += u'⟦' + codePointName(c) + u'⟧';
        else
            result += c;
    }
    return result;
}

QString namesOfInvisible(const QString &text)
{
    QStringList names;
    for (const QChar c : text) {
        if (isInvisible(c) && !names.contains(codePointName(c)))
            names.append(codePointName(c));
    }
    return names.join(u", "_s);
}

} // namespace modelscribe
