// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/facetcodes.h"
#include "lists/modelsearch.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <vector>

namespace modelscribe {

class ModelTableModel;

//! How many models each value of a facet would bring: those that match the query as if the facet's
//! own terms were not in it.
//!
//! A model that fails what one facet asks counts for this facet only, one that fails more counts
//! for none, so one pass over the models counts all facets. It goes in slices, after the rows are
//! there. Counts stay until newer ones of the same query are whole.
class FacetCounter : public QObject
{
    Q_OBJECT

public:
    explicit FacetCounter(const ModelTableModel &models, QObject *parent = nullptr);

    //! There is a query, so the counts of all models are not the ones to show.
    bool isWanted() const { return m_isWanted; }
    //! Otherwise count() has nothing to say yet.
    bool isCounted() const { return m_isCounted; }

    int count(const QString &field, const QString &value) const;
    int taskCount(const QString &domain, const QString &task) const;
    int labelCount(const QString &key, const QString &value) const;
    FacetCodes &codes() { return m_codes; }

signals:
    void changed();

private:
    using Code = FacetCodes::Code;
    static constexpr Code unknown = FacetCodes::unknown;
    static constexpr size_t fieldCount = FacetCodes::fieldCount;

    //! What the query asks of one facet.
    struct Group
    {
        size_t field = fieldCount; //!< fieldCount: labels of a key.
        Code key = unknown;
        std::vector<const QueryNode *> parts;
    };
    struct Counts
    {
        std::array<std::vector<int>, fieldCount> values;
        std::vector<int> labels;
    };

    void takeSearch();
    void begin();
    void sort(const QueryNode &node);
    void countSome();
    void countSlot(int slot, const RegisteredModel &model);
    Group *groupOf(const QueryNode &part);

    const ModelTableModel &m_models;
    FacetCodes m_codes;

    Query m_query; //!< That is counted; groups and rest are parts of it.
    std::vector<Group> m_groups;
    std::vector<const QueryNode *> m_rest;
    Counts m_working;
    Counts m_counts;
    int m_next = -1; //!< Slot; -1: nothing is under way.
    bool m_isWanted = false;
    bool m_isCounted = false;
    bool m_isOutdated = false;
    qint64 m_took = 0; //!< In ms.
    QTimer m_nextTurn;
};

} // namespace modelscribe
