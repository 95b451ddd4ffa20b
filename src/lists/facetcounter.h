// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/modelsearch.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <span>
#include <vector>

namespace modelscribe {

class ModelTableModel;

//! How many models each value of a facet would bring: those that match the query as if the facet's
//! own terms were not in it.
//!
//! A model that fails what one facet asks counts for this facet only, one that fails more counts
//! for none, so one pass over the models counts all facets. It goes in slices, after the rows are
//! there, with each model's values as numbers that are read once. Counts stay until newer ones of
//! the same query are whole.
class FacetCounter : public QObject
{
    Q_OBJECT

public:
    //! The fields whose values are facets, besides labels.
    static std::span<const QLatin1StringView> fields();

    explicit FacetCounter(const ModelTableModel &models, QObject *parent = nullptr);

    //! There is a query, so the counts of all models are not the ones to show.
    bool isWanted() const { return m_isWanted; }
    //! Otherwise count() has nothing to say yet.
    bool isCounted() const { return m_isCounted; }

    int count(const QString &field, const QString &value) const;
    int taskCount(const QString &domain, const QString &task) const;
    int labelCount(const QString &key, const QString &value) const;

signals:
    void changed();

private:
    using Code = quint32;
    static constexpr Code unknown = ~Code(0);
    static constexpr size_t fieldCount = 6;

    //! Numbers for texts; those that the query takes for the same have the same.
    struct Numbers
    {
        QHash<QString, Code> bySpelling;
        QHash<QString, Code> byFolded;

        Code of(const QString &text);
        Code find(const QString &text) const;
    };
    //! Numbers for a task of a domain, a value of a label's key.
    struct PairNumbers
    {
        QHash<quint64, Code> byBoth;
        std::vector<Code> outer; //!< By number of the pair.

        Code of(Code first, Code second);
        Code find(Code first, Code second) const;
    };
    struct Slot
    {
        quint64 version = 0;                   //!< 0: was not read yet.
        std::array<Code, fieldCount> values{}; //!< Of the task the pair with its domain.
        std::vector<Code> labels;
    };
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
    void read(Slot &slot, const RegisteredModel &model);
    Group *groupOf(const QueryNode &part);

    const ModelTableModel &m_models;
    std::array<Numbers, fieldCount> m_numbers;
    PairNumbers m_tasks;
    Numbers m_labelKeys;
    Numbers m_labelValues;
    PairNumbers m_labels;
    std::vector<Slot> m_slots;

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
