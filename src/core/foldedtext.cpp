// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foldedtext.h"

#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace modelscribe {

namespace {

constexpr auto foldedAscii = [] {
    std::array<char16_t, 0x80> table{};
    for (char16_t c = 0; c < table.size(); ++c) {
        const bool upper = c >= u'A' && c <= u'Z';
        table[c] = c < u' ' || c == 0x7F ? u' ' : upper ? char16_t(c + 0x20) : c;
    }
    return table;
}();

constexpr bool within(char16_t c, char16_t first, char16_t last) { return c >= first && c <= last; }

//! What \p c folds to where that is one character and nothing before it matters; 0 elsewhere. All
//! that Chinese and English are mostly made of.
constexpr char16_t simplyFolded(char16_t c)
{
    if (c < 0x80)
        return foldedAscii[c];
    if (within(c, 0x4E00, 0x9FFF)) // Chinese
        return c;
    if (within(c, 0xFF01, 0xFF5E)) // full-width ASCII
        return foldedAscii[c - 0xFEE0];
    if (c == 0x3000)
        return u' ';
    if (within(c, 0x3001, 0x3003) || within(c, 0x3008, 0x3011)) // punctuation
        return c;
    if (within(c, 0x3041, 0x3096) || within(c, 0x30A1, 0x30FA) || within(c, 0xAC00, 0xD7A3))
        return c; // kana, Hangul
    return 0;
}

bool isSimple(QChar c) { return simplyFolded(c.unicode()) != 0; }

//! Unicode's Default_Ignorable_Code_Point.
bool isIgnorable(char32_t c)
{
    static constexpr std::pair<char32_t, char32_t> ranges[] = {
        {0x00AD, 0x00AD},  {0x034F, 0x034F}, {0x061C, 0x061C},   {0x115F, 0x1160},
        {0x17B4, 0x17B5},  {0x180B, 0x180F}, {0x200B, 0x200F},   {0x202A, 0x202E},
        {0x2060, 0x206F},  {0x3164, 0x3164}, {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},  {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
        {0xE0000, 0xE0FFF}};
    return std::ranges::any_of(ranges,
                               [c](const auto &r) { return c >= r.first && c <= r.second; });
}

//! Blanks, controls and hyphens by their one spelling.
char32_t respelled(char32_t c)
{
    if ((c >= 0x2010 && c <= 0x2013) || c == 0x2212)
        return U'-';
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return U' ';
    default: return c;
    }
}

//! Half a character becomes U+FFFD. To be done before composing: an ignorable must not keep a
//! letter from its accent.
QString withoutIgnorables(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (!isIgnorable(c))
            result += QChar::fromUcs4(respelled(c));
    }
    return result;
}

//! toCaseFolded() knows only foldings of one character to one; upper case and back finds ß and ss
//! too. Each step can make work for the ones before (ᾳ folds to αι, U+3164 composes to an
//! ignorable), so they are done until nothing changes.
QString thoroughlyFolded(QStringView text)
{
    QString before = text.toString();
    for (;;) {
        const QString after = withoutIgnorables(before)
                                  .normalized(QString::NormalizationForm_KD)
                                  .toUpper()
                                  .toLower()
                                  .normalized(QString::NormalizationForm_KC);
        if (after == before)
            return after;
        before = after;
    }
}

class Folding
{
public:
    explicit Folding(qsizetype size) { m_text.reserve(size); }

    void addSimple(QStringView run)
    {
        const qsizetype begin = m_text.size();
        m_text.resize(begin + run.size());
        QChar *const data = m_text.data();
        QChar *to = data + begin;
        char16_t last = begin > 0 ? to[-1].unicode() : u'\0';
        for (const QChar c : run) {
            const char16_t folded = simplyFolded(c.unicode());
            if (folded != u' ' || last != u' ')
                *to++ = folded;
            last = folded;
        }
        m_text.truncate(to - data);
    }
    void addOthers(QStringView run)
    {
        for (const QChar c : thoroughlyFolded(run)) {
            if (c != u' ' || !m_text.endsWith(u' '))
                m_text += c;
        }
    }
    QString take() { return std::move(m_text); }

private:
    QString m_text;
};

} // namespace

QString foldedText(QStringView text)
{
    Folding folding(text.size());
    const auto *const end = text.end();
    for (const auto *at = text.begin(); at < end;) {
        const auto *simpleEnd = std::find_if_not(at, end, isSimple);
        // What follows may compose with the last simple one (e and U+0301), never with a later one,
        // and no simple one composes with what stands before it.
        if (simpleEnd != end && simpleEnd != at)
            --simpleEnd;
        folding.addSimple({at, simpleEnd});
        at = simpleEnd;
        if (at == end)
            break;
        const auto *othersEnd = std::find_if(at + 1, end, isSimple);
        folding.addOthers({at, othersEnd});
        at = othersEnd;
    }
    return folding.take();
}

} // namespace modelscribe
