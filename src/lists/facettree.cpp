// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/facettree.h"

#include "core/foldedtext.h"
#include "core/visibletext.h"
#include "lists/facetcounter.h"
#include "lists/providertitle.h"
#include "lists/searchrows.h"
#include "model/queryedit.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <span>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Kind = FacetNode::Kind;

struct FacetText
{
    Q_DECLARE_TR_FUNCTIONS(FacetText)
};

constexpr qsizetype fewValues = 8;
constexpr qsizetype fewKeys = 12;
constexpr qsizetype longestText = 100;

//! Most used first, no value last.
std::vector<Facet> facetsOf(const ValuesInUse &inUse,
                            const QList<const ValuesInUse::Counts *> &counts)
{
    std::map<QString, Facet> facets;
    for (const ValuesInUse::Counts *values : counts) {
        for (const ValuesInUse::Use &use : inUse.ranked(*values)) {
            const QString folded = foldedText(use.value);
            if (folded.isEmpty() && !use.value.isEmpty())
                continue; // nothing that a query could ask for
            Facet &facet = facets[folded];
            facet.count += use.count;
            facet.spellings.append(use.value);
            if (std::pair(use.count, facet.spelling) > std::pair(facet.spelled, use.value)) {
                facet.spelled = use.count;
                facet.spelling = use.value;
            }
        }
    }
    std::vector<Facet> result;
    for (auto &[key, facet] : facets)
        result.push_back(std::move(facet));
    std::ranges::stable_sort(result, [](const Facet &a, const Facet &b) {
        if (a.spelling.isEmpty() != b.spelling.isEmpty())
            return b.spelling.isEmpty();
        return a.count > b.count;
    });
    return result;
}

//! No value is the last one.
std::span<const Facet> withoutNone(std::span<const Facet> facets)
{
    const bool hasNone = !facets.empty() && facets.back().spelling.isEmpty();
    return hasNone ? facets.first(facets.size() - 1) : facets;
}

QSet<QString> folded(const QueryFacet &facet)
{
    QSet<QString> result;
    for (const QString &value : facet.included + facet.excluded)
        result.insert(foldedText(value));
    return result;
}

class TreeMaker
{
public:
    explicit TreeMaker(const FacetTreeParts &parts)
        : m_parts(parts)
        , m_values(parts.values)
    {
        const bool isChinese = QLocale().language() == QLocale::Chinese;
        if (!isChinese)
            return; // the values themselves are English words
        const TaskSuggestions known(true);
        for (const Suggestion &suggestion : known.domains())
            m_domainTitles.insert(suggestion.value, suggestion.title);
        for (const Suggestion &suggestion : known.tasks({}))
            m_taskTitles.insert(suggestion.value, suggestion.title);
    }

    void addAll(FacetNode &root) const
    {
        addDomains(root);
        addPlain(root, FacetText::tr("Type"), u"type"_s, m_values.of(u"ModelType"));
        addPlain(root, FacetText::tr("Origin"), u"origin"_s, m_values.of(u"Origin"));
        addPlain(root, FacetText::tr("Accessibility"), u"accessibility"_s,
                 m_values.accessibilities());
        addPlain(root, FacetText::tr("Owner"), u"owner"_s, m_values.owners());
        addLabels(root);
    }

private:
    QString shown(const QString &field, const QString &value) const
    {
        if (value.isEmpty())
            return FacetText::tr("(none)");
        if (field == "accessibility"_L1) {
            if (value == "PRIVATE"_L1)
                return FacetText::tr("Private");
            if (value == "PUBLIC"_L1)
                return FacetText::tr("Public");
        }
        const auto &titles = field == "task"_L1 ? m_taskTitles : m_domainTitles;
        const bool hasTitle = field == "task"_L1 || field == "domain"_L1;
        return visibleText(hasTitle ? titles.value(value, value) : value, longestText);
    }

    FacetNode *addSection(FacetNode &root, const QString &title, const QString &field) const
    {
        return root.add({.kind = Kind::Section, .text = title, .field = field});
    }

    FacetNode *addValue(FacetNode &parent, const QString &field, const Facet &facet) const
    {
        return parent.add(
            {.kind = Kind::Value,
             .text = shown(field, facet.spelling),
             .field = field,
             .value = facet.spelling,
             .query = queryWithTerm({}, field, facet.spelling.isEmpty() ? u""_s : facet.spelling),
             .overall = facet.count});
    }

    //! Those of \p facets that are frequent or \p asked for; calls \p add with each. A row behind
    //! them shows the rest.
    template<typename Add>
    void addFrequent(FacetNode &parent, std::span<const Facet> facets, qsizetype few,
                     const QSet<QString> &asked, const QString &field, const Add &add) const
    {
        const bool isUnfolded = m_parts.unfolded.contains(parent.id());
        const bool isLong = qsizetype(facets.size()) > few + 1;
        qsizetype place = 0;
        for (const Facet &facet : facets) {
            if (!isLong || isUnfolded || place < few || asked.contains(foldedText(facet.spelling)))
                add(facet);
            ++place;
        }
        if (!isLong)
            return;
        const QString all =
            FacetText::tr("Show all %1…").arg(QLocale().toString(qsizetype(facets.size())));
        parent.add({.kind = Kind::More,
                    .text = isUnfolded ? FacetText::tr("Show fewer") : all,
                    .field = field});
    }

    void addDomains(FacetNode &root) const
    {
        const auto &domains = m_values.of(u"Domain");
        FacetNode *section = addSection(root, FacetText::tr("Domain"), u"domain"_s);
        const QSet<QString> asked = folded(QueryFacet::of(m_parts.query, u"domain"_s));
        const QSet<QString> tasks = folded(QueryFacet::of(m_parts.query, u"task"_s));
        addFrequent(*section, domains, fewKeys, asked, u"domain"_s, [&](const Facet &domain) {
            FacetNode *node = addValue(*section, u"domain"_s, domain);
            addFrequent(*node, withoutNone(m_values.tasksOf(domain)), fewValues, tasks, u"task"_s,
                        [&](const Facet &task) {
                            FacetNode *child = addValue(*node, u"task"_s, task);
                            child->domain = domain.spelling.isNull() ? u""_s : domain.spelling;
                            child->query = queryWithTerm(node->query, u"task"_s, task.spelling);
                        });
        });
    }

    void addPlain(FacetNode &root, const QString &title, const QString &field,
                  const std::vector<Facet> &facets) const
    {
        if (facets.empty() || facets.front().spelling.isEmpty())
            return;
        FacetNode *section = addSection(root, title, field);
        addFrequent(*section, facets, fewValues, folded(QueryFacet::of(m_parts.query, field)),
                    field, [&](const Facet &facet) { addValue(*section, field, facet); });
    }

    void addLabels(FacetNode &root) const
    {
        const auto keys = withoutNone(m_values.labelKeys());
        if (keys.empty())
            return;
        const QString field = u"label"_s;
        const QSet<QString> asked = folded(QueryFacet::of(m_parts.query, field));
        QSet<QString> askedKeys;
        for (const QString &label : asked)
            askedKeys.insert(label.section(u'=', 0, 0));
        FacetNode *section = addSection(root, FacetText::tr("Labels"), field);
        addFrequent(*section, keys, fewKeys, askedKeys, field, [&](const Facet &key) {
            int count = 0;
            for (const QString &spelling : key.spellings)
                count += int(m_values.values()->labelValues(spelling).size());
            FacetNode *group = section->add({.kind = Kind::Group,
                                             .text = visibleText(key.spelling, longestText),
                                             .field = field,
                                             .value = key.spelling,
                                             .query = queryWithTerm({}, field, key.spelling),
                                             .overall = count});
            const QString before = foldedText(key.spelling) + u'=';
            QSet<QString> askedValues;
            for (const QString &label : asked) {
                if (label.startsWith(before))
                    askedValues.insert(label.mid(before.size()));
            }
            addFrequent(*group, m_values.labelValues(key), fewValues, askedValues, field,
                        [&](const Facet &value) {
                            const QString label = key.spelling + u'=' + value.spelling;
                            group->add({.kind = Kind::Value,
                                        .text = shown(field, value.spelling),
                                        .field = field,
                                        .value = label,
                                        .query = queryWithTerm({}, field, label),
                                        .overall = value.count});
                        });
        });
    }

    const FacetTreeParts &m_parts;
    FacetValues &m_values;
    QHash<QString, QString> m_domainTitles;
    QHash<QString, QString> m_taskTitles;
};

} // namespace

const std::vector<Facet> &FacetValues::read(const QString &id, const FindCounts &counts)
{
    auto known = m_known.find(id);
    if (known == m_known.end())
        known = m_known.emplace(id, facetsOf(*m_values, counts())).first;
    return known->second;
}

const std::vector<Facet> &FacetValues::of(QStringView fieldKey)
{
    return read(fieldKey.toString(),
                [&] { return QList{&m_values->counts(*findField(fieldKey))}; });
}

const std::vector<Facet> &FacetValues::accessibilities()
{
    return read(u"Accessibility"_s, [&] { return QList{&m_values->accessibilities()}; });
}

const std::vector<Facet> &FacetValues::owners()
{
    return read(u"OwnerId"_s, [&] { return QList{&m_values->owners()}; });
}

const std::vector<Facet> &FacetValues::tasksOf(const Facet &domain)
{
    return read(u"Task "_s + domain.spelling, [&] {
        QList<const ValuesInUse::Counts *> counts;
        for (const QString &spelling : domain.spellings)
            counts.append(&m_values->tasksOf(spelling));
        return counts;
    });
}

const std::vector<Facet> &FacetValues::labelKeys()
{
    return read(u"Labels"_s, [&] { return QList{&m_values->labelKeys()}; });
}

const std::vector<Facet> &FacetValues::labelValues(const Facet &key)
{
    return read(u"Labels "_s + key.spelling, [&] {
        QList<const ValuesInUse::Counts *> counts;
        for (const QString &spelling : key.spellings)
            counts.append(&m_values->labelValues(spelling));
        return counts;
    });
}

FacetNode *FacetNode::add(FacetNode child)
{
    children.push_back(std::make_unique<FacetNode>(std::move(child)));
    children.back()->parent = this;
    return children.back().get();
}

int FacetNode::row() const
{
    const auto place = std::ranges::find(parent->children, this, &std::unique_ptr<FacetNode>::get);
    return int(place - parent->children.begin());
}

bool FacetNode::hasShapeOf(const FacetNode &other) const
{
    return kind == other.kind && text == other.text && query == other.query && note == other.note
           && std::ranges::equal(children, other.children,
                                 [](const auto &a, const auto &b) { return a->hasShapeOf(*b); });
}

QString FacetNode::id() const
{
    const bool isNamed = kind == Kind::Search || kind == Kind::Rule || kind == Kind::Look
                         || kind == Kind::Provider;
    return u"%1 %2 %3"_s.arg(int(kind)).arg(field, isNamed ? value : query);
}

std::unique_ptr<FacetNode> makeFacetTree(const FacetTreeParts &parts)
{
    const ValuesInUse *values = parts.values.values();
    const int models = values ? values->modelCount() : 0;
    auto root = std::make_unique<FacetNode>();
    // How many another list has is not known before it is read.
    const auto listed = [&](const QString &provider) {
        return provider == parts.provider ? models : -1;
    };
    root->add({.kind = Kind::All, .text = FacetText::tr("All models"), .overall = listed({})});
    for (const QString &provider : parts.providers) {
        root->add({.kind = Kind::Provider,
                   .text = providerListTitle(provider),
                   .value = provider,
                   .overall = listed(provider)});
    }
    if (parts.drafts > 0)
        root->add({.kind = Kind::Drafts, .text = FacetText::tr("Drafts"), .overall = parts.drafts});
    if (parts.searches && models > 0 && parts.provider.isEmpty()) // others' are not to be mended
        parts.searches->addLook(*root);
    if (parts.hasActivity)
        root->add({.kind = Kind::Activity, .text = FacetText::tr("Activity")});
    if (parts.searches)
        parts.searches->addSearches(*root);
    if (models > 0)
        TreeMaker(parts).addAll(*root);
    return root;
}

} // namespace modelscribe
