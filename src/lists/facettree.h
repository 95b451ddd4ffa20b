// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/tasksuggestions.h"
#include "registry/valuesinuse.h"

#include <QSet>

#include <memory>
#include <vector>

namespace modelscribe {

//! A row of the facets with those below it.
struct FacetNode
{
    //! Group: a key of labels, which has values; More: shows the rest of them, or hides it again.
    enum class Kind { All, Drafts, Activity, Section, Value, Group, More };
    enum class State { None, Included, Excluded };

    Kind kind = Kind::Section;
    QString text = {};
    QString field = {};  //!< As the query names it; of Section, Value, Group and More.
    QString value = {};  //!< Of Value; of labels key=value. Of Group the key.
    QString domain = {}; //!< Of a task.
    QString query = {};  //!< What finds as many models as count says; empty: all of them.
    int overall = -1;    //!< Models that have it; of Group how many values.
    State state = State::None;
    bool adds = false; //!< Others of its facet are asked for, so its models would be more.
    int count = -1;    //!< Under the query; -1: is not counted.
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

//! What the tree is made of.
struct FacetTreeParts
{
    const ValuesInUse *values = nullptr;
    int drafts = 0;
    bool hasActivity = false;
    QSet<QString> unfolded = {}; //!< id() of rows whose values are all shown.
    QString query = {};          //!< What it asks for is shown however rare it is.
};

std::unique_ptr<FacetNode> makeFacetTree(const FacetTreeParts &parts);

} // namespace modelscribe
