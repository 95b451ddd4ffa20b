// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/searchset.h"

#include "core/jsonmembers.h"
#include "core/jsonscanner.h"
#include "core/jsonwriter.h"
#include "model/lookrules.h"
#include "model/queryparser.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto formatName = "modelscribe-searches"_L1;
constexpr int formatVersion = 1;

tl::unexpected<Error> noSearches(const QString &why)
{
    return failure(Error{.kind = Error::Kind::Storage, .detail = why, .code = u"no-searches"_s});
}

//! The value of the last member of that name; empty: there is none.
QByteArray valueOf(const QList<RawMember> &members, QLatin1StringView key)
{
    const auto member = std::find_if(members.crbegin(), members.crend(),
                                     [key](const RawMember &one) { return one.key == key; });
    return member == members.crend() ? QByteArray() : member->value.utf8();
}

std::optional<QString> textOf(const QList<RawMember> &members, QLatin1StringView key)
{
    return jsonStringValue(valueOf(members, key));
}

Result<std::monostate> checkFormat(const QList<RawMember> &members)
{
    if (textOf(members, "format"_L1) != formatName)
        return noSearches(u"“format” is not “%1”"_s.arg(formatName));
    bool isNumber = false;
    const int version = valueOf(members, "version"_L1).toInt(&isNumber);
    if (!isNumber || version < 1)
        return noSearches(u"“version” is not 1"_s);
    if (version > formatVersion)
        return failure(Error{.kind = Error::Kind::Storage, .code = u"newer-version"_s});
    return std::monostate();
}

//! Calls \p take with the two texts of each element; its word is what is wrong with them.
template<typename Take>
Result<std::monostate> readPairs(const QByteArray &list, QLatin1StringView listName,
                                 QLatin1StringView first, QLatin1StringView second,
                                 const Take &take)
{
    const auto elements = jsonElements(list);
    if (!elements)
        return noSearches(u"“%1” is not a list"_s.arg(listName));
    qsizetype number = 0;
    for (const JsonText &element : *elements) {
        const QString at = u"“%1”, entry %2"_s.arg(listName).arg(++number);
        const auto members = jsonMembers(element.utf8());
        const auto one = members ? textOf(*members, first) : std::nullopt;
        const auto other = members ? textOf(*members, second) : std::nullopt;
        if (!one || !other)
            return noSearches(u"%1: “%2” and “%3” must be texts"_s.arg(at, first, second));
        if (other->size() > ParsedQuery::maxLength)
            return noSearches(
                u"%1: a query has at most %2 characters"_s.arg(at).arg(ParsedQuery::maxLength));
        if (const QString wrong = take(*one, *other); !wrong.isEmpty())
            return noSearches(at + u": "_s + wrong);
    }
    return std::monostate();
}

QByteArray pairsJson(const QList<std::pair<QString, QString>> &pairs, const char *first,
                     const char *second)
{
    QByteArrayList lines;
    for (const auto &[one, other] : pairs) {
        lines.append("        {\"" + QByteArray(first) + "\": " + jsonString(one) + ", \""
                     + QByteArray(second) + "\": " + jsonString(other) + '}');
    }
    return lines.isEmpty() ? "[]"_ba : "[\n" + lines.join(",\n") + "\n    ]";
}

bool isUsable(const QString &name)
{
    return !name.trimmed().isEmpty() && name.size() <= SearchSet::longestName;
}

} // namespace

QByteArray SearchSet::toJson() const
{
    QList<std::pair<QString, QString>> pairs;
    for (const SavedSearch &search : searches)
        pairs.append({search.name, search.query});
    QByteArray text = "{\n    \"format\": \"" + QByteArray(formatName.data(), formatName.size())
                      + "\",\n    \"version\": " + QByteArray::number(formatVersion)
                      + ",\n    \"searches\": " + pairsJson(pairs, "name", "query");
    pairs.clear();
    for (auto rule = rules.cbegin(); rule != rules.cend(); ++rule)
        pairs.append({rule.key(), rule.value()});
    if (!pairs.isEmpty())
        text += ",\n    \"rules\": " + pairsJson(pairs, "rule", "query");
    return text + "\n}\n";
}

Result<SearchSet> SearchSet::fromJson(const QByteArray &utf8)
{
    if (const auto problem = checkJsonObject(utf8))
        return noSearches(problem->describe());
    const auto members = jsonMembers(utf8);
    if (!members)
        return noSearches(members.error().detail);
    if (const auto checked = checkFormat(*members); !checked)
        return failure(checked.error());
    SearchSet set;
    const auto searches = readPairs(valueOf(*members, "searches"_L1), "searches"_L1, "name"_L1,
                                    "query"_L1, [&set](const QString &name, const QString &query) {
                                        if (!isUsable(name))
                                            return u"a name has 1 to %1 characters"_s.arg(
                                                longestName);
                                        // Somebody wrote it by hand: both stay, under names of
                                        // their own.
                                        return set.add({set.freeName(name), query})
                                                   ? QString()
                                                   : u"there are at most %1 searches"_s.arg(most);
                                    });
    if (!searches)
        return failure(searches.error());
    const QByteArray list = valueOf(*members, "rules"_L1);
    const auto rules = list.isEmpty() ? Result<std::monostate>()
                                      : readPairs(list, "rules"_L1, "rule"_L1, "query"_L1,
                                                  [&set](const QString &id, const QString &query) {
                                                      set.rules.insert(id, query);
                                                      return QString();
                                                  });
    return rules ? Result<SearchSet>(set) : failure(rules.error());
}

const SavedSearch *SearchSet::find(const QString &name) const
{
    const auto search = std::ranges::find(searches, name, &SavedSearch::name);
    return search == searches.end() ? nullptr : &*search;
}

QString SearchSet::freeName(const QString &wanted) const
{
    QString name = wanted.left(longestName);
    for (int number = 2; find(name); ++number) {
        const QString end = u" (%1)"_s.arg(number);
        name = wanted.left(longestName - end.size()) + end;
    }
    return name;
}

QString SearchSet::ruleQuery(const QString &id) const
{
    if (const auto query = rules.constFind(id); query != rules.cend())
        return *query;
    const LookRule *rule = findLookRule(id);
    return rule ? QString(rule->query) : QString();
}

bool SearchSet::add(const SavedSearch &search, qsizetype place)
{
    if (searches.size() >= most || !isUsable(search.name) || find(search.name))
        return false;
    searches.insert(std::clamp<qsizetype>(place, 0, searches.size()), search);
    return true;
}

bool SearchSet::rename(const QString &name, const QString &newName)
{
    const auto search = std::ranges::find(searches, name, &SavedSearch::name);
    if (search == searches.end() || !isUsable(newName) || find(newName))
        return false;
    search->name = newName;
    return true;
}

bool SearchSet::setQuery(const QString &name, const QString &query)
{
    const auto search = std::ranges::find(searches, name, &SavedSearch::name);
    if (search == searches.end() || search->query == query)
        return false;
    search->query = query;
    return true;
}

bool SearchSet::move(const QString &name, qsizetype place)
{
    const auto search = std::ranges::find(searches, name, &SavedSearch::name);
    if (search == searches.end())
        return false;
    const qsizetype from = search - searches.begin();
    const qsizetype to = std::clamp<qsizetype>(place, 0, searches.size() - 1);
    searches.move(from, to);
    return from != to;
}

bool SearchSet::remove(const QString &name)
{
    return searches.removeIf([&name](const SavedSearch &search) { return search.name == name; })
           > 0;
}

bool SearchSet::setRule(const QString &id, const QString &query)
{
    const LookRule *rule = findLookRule(id);
    if (!rule || ruleQuery(id) == query)
        return false;
    if (query == rule->query)
        rules.remove(id);
    else
        rules.insert(id, query);
    return true;
}

SearchImport SearchSet::take(const QList<SavedSearch> &others)
{
    SearchImport result;
    for (const SavedSearch &other : others) {
        const SavedSearch *same = find(other.name);
        if (same && same->query == other.query) {
            ++result.known;
            continue;
        }
        const QString name = freeName(other.name);
        if (!add({name, other.query})) {
            ++result.leftOut;
            continue;
        }
        result.added.append(name);
        if (same)
            result.renamed.append(name);
    }
    return result;
}

QString suggestedSearchName(const QString &query)
{
    constexpr qsizetype longest = 60;
    QStringList words;
    parseQuery(query).query.visit([&words](const QueryTerm &term, bool isNegated) {
        const bool isPlain = term.how == QueryOperator::None && !term.value.isEmpty()
                             && (!term.field || term.field->kind == QueryFieldKind::Part
                                 || term.field->kind == QueryFieldKind::Person
                                 || term.field->kind == QueryFieldKind::Whole
                                 || term.field->kind == QueryFieldKind::Label);
        const QString word = (isPlain ? term.value : term.text()).simplified();
        words.append(isNegated ? u'-' + word : word);
    });
    const QString name = words.join(u", "_s).trimmed();
    return name.size() <= longest ? name : name.left(longest - 1) + u'…';
}

} // namespace modelscribe
