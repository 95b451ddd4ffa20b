// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/ecmaclasses.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct Category
{
    QStringView name;
    QStringView letters; //!< The only name that PCRE knows.
};

constexpr Category categories[] = {
    {u"Letter", u"L"},
    {u"Cased_Letter", u"L&"},
    {u"LC", u"L&"},
    {u"Uppercase_Letter", u"Lu"},
    {u"Lowercase_Letter", u"Ll"},
    {u"Titlecase_Letter", u"Lt"},
    {u"Modifier_Letter", u"Lm"},
    {u"Other_Letter", u"Lo"},
    {u"Mark", u"M"},
    {u"Combining_Mark", u"M"},
    {u"Nonspacing_Mark", u"Mn"},
    {u"Spacing_Mark", u"Mc"},
    {u"Enclosing_Mark", u"Me"},
    {u"Number", u"N"},
    {u"Decimal_Number", u"Nd"},
    {u"digit", u"Nd"},
    {u"Letter_Number", u"Nl"},
    {u"Other_Number", u"No"},
    {u"Punctuation", u"P"},
    {u"punct", u"P"},
    {u"Connector_Punctuation", u"Pc"},
    {u"Dash_Punctuation", u"Pd"},
    {u"Open_Punctuation", u"Ps"},
    {u"Close_Punctuation", u"Pe"},
    {u"Initial_Punctuation", u"Pi"},
    {u"Final_Punctuation", u"Pf"},
    {u"Other_Punctuation", u"Po"},
    {u"Symbol", u"S"},
    {u"Math_Symbol", u"Sm"},
    {u"Currency_Symbol", u"Sc"},
    {u"Modifier_Symbol", u"Sk"},
    {u"Other_Symbol", u"So"},
    {u"Separator", u"Z"},
    {u"Space_Separator", u"Zs"},
    {u"Line_Separator", u"Zl"},
    {u"Paragraph_Separator", u"Zp"},
    {u"Other", u"C"},
    {u"Control", u"Cc"},
    {u"cntrl", u"Cc"},
    {u"Format", u"Cf"},
    {u"Surrogate", u"Cs"},
    {u"Private_Use", u"Co"},
    {u"Unassigned", u"Cn"},
};

bool isWord(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber());
    });
}

QString shortCategory(QStringView name)
{
    const auto known = std::ranges::find(categories, name, &Category::name);
    return (known == std::end(categories) ? name : known->letters).toString();
}

} // namespace

QString ecmaClassSet(QChar letter)
{
    switch (letter.unicode()) {
    case u'd': return u"0-9"_s;
    case u'D': return u"\\x{0}-\\x{2F}\\x{3A}-\\x{10FFFF}"_s;
    case u'w': return u"0-9A-Z_a-z"_s;
    case u'W': return u"\\x{0}-\\x{2F}\\x{3A}-\\x{40}\\x{5B}-\\x{5E}\\x{60}\\x{7B}-\\x{10FFFF}"_s;
    case u's':
        return u"\\x{9}-\\x{D}\\x{20}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}"
               "\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}"_s;
    case u'S':
        return u"\\x{0}-\\x{8}\\x{E}-\\x{1F}\\x{21}-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}"
               "\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}"
               "\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}"_s;
    default: return {};
    }
}

QString ecmaPropertySet(QStringView name, bool isNegated)
{
    const auto set = [](const QString &inside, bool negated) {
        return (negated ? "\\P{"_L1 : "\\p{"_L1) + inside + u'}';
    };
    const qsizetype equals = name.indexOf(u'=');
    if (equals < 0) {
        if (!isWord(name))
            return {};
        if (name == "ASCII"_L1)
            return isNegated ? u"\\x{80}-\\x{10FFFF}"_s : u"\\x{0}-\\x{7F}"_s;
        if (name == "Assigned"_L1)
            return set(u"Cn"_s, !isNegated);
        return set(shortCategory(name), isNegated);
    }
    const QStringView property = name.first(equals);
    const QStringView value = name.sliced(equals + 1);
    if (!isWord(value))
        return {};
    if (property == "General_Category"_L1 || property == "gc"_L1)
        return set(shortCategory(value), isNegated);
    if (property == "Script"_L1 || property == "sc"_L1)
        return set("sc:"_L1 + value.toString(), isNegated);
    if (property == "Script_Extensions"_L1 || property == "scx"_L1)
        return set("scx:"_L1 + value.toString(), isNegated);
    return {};
}

} // namespace modelscribe
