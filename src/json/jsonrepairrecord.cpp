// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepairrecord.h"

#include <QString>

#include <algorithm>

namespace modelscribe {

namespace {

bool isWord(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

//! The next letter or digit of \p text from \p i on; 0 behind the end.
char32_t nextWordCharacter(const QString &text, qsizetype &i)
{
    while (i < text.size()) {
        char32_t character = text[i++].unicode();
        if (QChar::isHighSurrogate(character) && i < text.size() && text[i].isLowSurrogate())
            character = QChar::surrogateToUcs4(char16_t(character), text[i++].unicode());
        if (isWord(character))
            return character;
    }
    return 0;
}

} // namespace

void JsonRepairRecord::note(JsonRepairStep::Code code, qsizetype at)
{
    const auto known = std::ranges::find(m_steps, code, &JsonRepairStep::code);
    if (known == m_steps.end()) {
        m_steps.append({code, 1, at});
        return;
    }
    ++known->count;
    known->firstAt = std::min(known->firstAt, at);
}

QList<JsonRepairStep> JsonRepairRecord::steps() const
{
    QList<JsonRepairStep> sorted = m_steps;
    std::ranges::stable_sort(sorted, {}, &JsonRepairStep::firstAt);
    return sorted;
}

void JsonRepairRecord::leaveOut(qsizetype from, qsizetype to)
{
    if (!m_leftOut.isEmpty() && m_leftOut.last().second >= from)
        m_leftOut.last().second = std::max(m_leftOut.last().second, to);
    else
        m_leftOut.append({from, to});
}

void JsonRepairRecord::leaveOutAround(qsizetype from, qsizetype to)
{
    note(JsonRepairStep::Code::TextAround, from);
    leaveOut(from, to);
    m_wordsAround = true;
}

bool JsonRepairRecord::keepsWords(QByteArrayView text, QByteArrayView out) const
{
    QByteArray kept;
    qsizetype from = 0;
    auto left = m_leftOut;
    std::ranges::sort(left);
    for (const auto &[begin, end] : left) {
        if (begin > from)
            kept += text.sliced(from, begin - from);
        from = std::max(from, end);
    }
    kept += text.sliced(std::min(from, text.size()));
    const QString wanted = QString::fromUtf8(kept);
    const QString result = QString::fromUtf8(out);
    qsizetype next = 0;
    qsizetype found = 0;
    if (m_wordsAround && nextWordCharacter(result, found) == 0)
        return false;
    found = 0;
    while (const char32_t character = nextWordCharacter(wanted, next)) {
        for (;;) {
            const char32_t other = nextWordCharacter(result, found);
            if (other == 0)
                return false;
            if (other == character)
                break;
        }
    }
    return true;
}

} // namespace modelscribe
