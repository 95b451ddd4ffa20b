// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"

#include <QHash>

#include <vector>

namespace modelscribe {

//! The places of several JSON texts, each once, and which node each text has there. Linear in the
//! texts, without recursion.
class ComparedPaths
{
public:
    using Place = quint32; //!< 0: the outermost value.

    //! \p tree must be valid; the number of what is asked for with it is the order of the calls.
    void add(const JsonTree &tree);

    //! Members of one value beside each other, in the order of the first text that has them; what
    //! only later texts have behind these.
    QList<Place> inOrder() const;
    std::optional<JsonNodeId> node(qsizetype tree, Place place) const;
    JsonPath path(Place place) const;

private:
    struct Step
    {
        Place parent = 0;
        QString key;
        qsizetype index = -1;
        int occurrence = 0;

        friend bool operator==(const Step &, const Step &) = default;
        friend size_t qHash(const Step &step, size_t seed = 0)
        {
            return qHashMulti(seed, step.parent, step.key, step.index, step.occurrence);
        }
    };
    struct Known
    {
        Step step;
        Place firstChild = 0; //!< 0: none.
        Place lastChild = 0;
        Place next = 0; //!< Sibling.
    };
    static constexpr JsonNodeId nowhere = ~JsonNodeId(0);

    Place placeOf(const Step &step);

    std::vector<Known> m_known{Known()};
    QHash<Step, Place> m_places;
    std::vector<std::vector<JsonNodeId>> m_nodes; //!< By tree and place.
};

} // namespace modelscribe
