// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonwriter.h"

namespace modelscribe {

namespace {

bool isLoneSurrogate(QStringView text, qsizetype i)
{
    if (text[i].isHighSurrogate())
        return i + 1 >= text.size() || !text[i + 1].isLowSurrogate();
    return text[i].isLowSurrogate() && (i == 0 || !text[i - 1].isHighSurrogate());
}

QByteArray escape(char16_t unit)
{
    return "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

} // namespace

QByteArray utf8KeepingSurrogates(QStringView text)
{
    QByteArray result;
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate() || !isLoneSurrogate(text, i))
            continue;
        result += text.mid(from, i - from).toUtf8() + escape(text[i].unicode());
        from = i + 1;
    }
    return result + text.mid(from).toUtf8();
}

QByteArray jsonString(QStringView text)
{
    QByteArray result;
    result.reserve(text.size() + 2);
    result += '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        switch (unit) {
        case u'"': result += "\\\""; break;
        case u'\\': result += "\\\\"; break;
        case u'\n': result += "\\n"; break;
        case u'\r': result += "\\r"; break;
        case u'\t': result += "\\t"; break;
        case u'\b': result += "\\b"; break;
        case u'\f': result += "\\f"; break;
        default:
            if (unit < 0x20) {
                result += escape(unit);
            } else if (unit < 0x80) {
                result += char(unit);
            } else if (text[i].isSurrogate()) {
                if (isLoneSurrogate(text, i)) {
                    result += escape(unit);
                } else {
                    result += text.mid(i, 2).toUtf8();
                    ++i;
                }
            } else {
                result += text.mid(i, 1).toUtf8();
            }
        }
    }
    return result + '"';
}

void JsonObjectWriter::add(QStringView key, const QByteArray &rawValue)
{
    if (!isEmpty())
        m_text += ',';
    m_text += jsonString(key) + ':' + rawValue;
}

} // namespace modelscribe
