// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tasksuggestions.h"
#include "registry/valuesinuse.h"

#include <QPointer>
#include <QSet>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace modelscribe {

//! A row of the facets with those below it.
struct FacetNode
{
    //! Provider: the list of one's public models. Look: what any of the rules below it finds;
    //! Search: a saved one. Group: a key of labels, which has values; More: shows the rest of them,
    //! or hides it again.
    enum class Kind {
        All,
        Provider,
        Drafts,
        Look,
        Rule,
        Activity,
        Section,
        Search,
        Value,
        Group,
        More
    };
    enum class State { None, Included, Excluded };

    Kind kind = Kind::Section;
    QString text = {};
    QString field = {}; //!< As the query names it; of Section, Value, Group and More.
    //! Of Value; of labels key=value. Of Group the key, of Search the name, of Rule and Provider
    //! its id.
    QString value = {};
    QString domain = {}; //!< Of a task.
    QString query = {};  //!< What finds as many models as count says; empty: all of them.
    int overall = -1;    //!< Models that have it; of Group how many values.
    State state = State::None;
    bool adds = false; //!< Others of its facet are asked for, so its models would be more.
    int count = -1;    //!< Under the query; -1: is not counted.
    QString note = {}; //!< Why there is nothing to count, translated.
    FacetNode *parent = nullptr;
    std::vector<std::unique_ptr<FacetNode>> children = {};

    FacetNode *add(FacetNode child);
    int row() const;
    //! The same rows, whatever their numbers are.
    bool hasShapeOf(const FacetNode &other) const;
    bool isTask() const { return !domain.isNull(); }
    //! What keeps it apart from other rows.
    QString id() const;
};

//! A value in all its spellings: what the query takes for the same is one.
struct Facet
{
    QString spelling; //!< The most used one.
    int spelled = 0;  //!< How often.
    int count = 0;
    QStringList spellings;
};

//! The values of each facet in the order of their rows. Each model may have its own, so they are
//! read once and not with each key that is typed.
class FacetValues
{
public:
    explicit FacetValues(ValuesInUse *values = nullptr)
        : m_values(values)
    {
    }

    const ValuesInUse *values() const { return m_values; }
    //! Of a Suggestion field.
    const std::vector<Facet> &of(QStringView fieldKey);
    const std::vector<Facet> &accessibilities();
    const std::vector<Facet> &owners();
    const std::vector<Facet> &tasksOf(const Facet &domain);
    const std::vector<Facet> &labelKeys();
    const std::vector<Facet> &labelValues(const Facet &key);

private:
    using FindCounts = std::function<QList<const ValuesInUse::Counts *>()>;

    const std::vector<Facet> &read(const QString &id, const FindCounts &counts);

    QPointer<ValuesInUse> m_values;
    std::map<QString, std::vector<Facet>> m_known; //!< Whose values stay where they are.
};

class SearchRows;

//! What the tree is made of.
struct FacetTreeParts
{
    FacetValues &values;
    const SearchRows *searches = nullptr;
    QStringList providers = {};
    QString provider = {}; //!< Whose models are listed; empty: those of the workspace.
    int drafts = 0;
    bool hasActivity = false;
    QSet<QString> unfolded = {}; //!< id() of rows whose values are all shown.
    QString query = {};          //!< What it asks for is shown however rare it is.
};

std::unique_ptr<FacetNode> makeFacetTree(const FacetTreeParts &parts);

} // namespace modelscribe
