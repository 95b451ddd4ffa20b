// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/facetcodes.h"
#include "model/querycompletion.h"
#include "model/querymatcher.h"

namespace modelscribe {

//! How many models have each value that could be typed at a place of a query: of those that the
//! rest of the query finds, without the term at that place.
//!
//! It goes in slices, after the rows are there. Once the rest is counted, a letter more of the
//! same term costs nothing.
class OfferCounter : public QObject
{
    Q_OBJECT

public:
    //! Both must outlive this.
    OfferCounter(const ModelTableModel &models, FacetCodes &codes, QObject *parent = nullptr);

    //! For \p completion of \p query.
    void ask(const QString &query, const QueryCompletion &completion);

    enum class State {
        All,    //!< There is no rest: all models count.
        ToCome, //!< counted() tells when they are there.
        Counted
    };
    State state() const { return m_state; }

    // Of State::Counted.
    int count(const QueryField &field, const QString &value) const;
    int labelKeyCount(const QString &key) const;
    int labelCount(const QString &key, const QString &value) const;

signals:
    void counted();

private:
    using Code = FacetCodes::Code;
    struct Counts
    {
        std::array<std::vector<int>, FacetCodes::fieldCount> values; //!< Of tasks by themselves.
        std::vector<int> labelKeys;
        std::vector<int> labels;
    };

    void begin();
    void countSome();
    void countSlot(int slot, const RegisteredModel &model);
    bool holds(int slot, const RegisteredModel &model) const;

    const ModelTableModel &m_models;
    FacetCodes &m_codes;
    QueryMatcher m_rest{Query()};
    State m_state = State::All;
    quint64 m_version = 0; //!< Of the newest slot when counting began.
    Counts m_working;
    Counts m_counts;
    std::vector<Code> m_keys; //!< Of the labels of one model.
    int m_next = -1;          //!< Slot; -1: nothing is under way.
    qint64 m_took = 0;        //!< In ms.
    QTimer m_nextTurn;
};

} // namespace modelscribe
