// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/modelsearch.h"
#include "store/bits.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace modelscribe {

class ModelTableModel;

//! How many models each of several queries finds, whatever is asked for in the search box.
//!
//! It remembers which slots each finds, so that only models that came or changed are asked again,
//! but for queries about other things than the model (times, drafts, names of others). It goes in
//! slices, after the rows are there. Bare texts are looked up in the catalog's text, which answers
//! one question at a time: while the rows ask, these wait. Numbers stay until newer ones are whole.
class SearchCounter : public QObject
{
    Q_OBJECT

public:
    explicit SearchCounter(const ModelTableModel &models, QObject *parent = nullptr);

    //! Of those that were there before the numbers stay. What any of the first \p together finds
    //! is counted, too.
    void setQueries(const QList<Query> &queries, qsizetype together);
    //! In the order of setQueries(); -1: not counted yet.
    int count(qsizetype query) const { return m_entries[size_t(query)].shown; }
    int countTogether() const { return m_shownTogether; }
    //! Drafts changed, or it is another day.
    void countAgain();
    //! Of other models than before.
    void restart();

signals:
    void changed();

private:
    struct Entry
    {
        Query query;
        QueryMatcher matcher;
        Bits found = {};
        bool isOld = true; //!< All slots are to be asked.
        int shown = -1;

        bool hasTexts() const { return !query.textTerms().isEmpty(); }
        bool dependsOnOthers() const;
    };
    //! Queries of one sort, counted in one pass over the slots.
    struct Lane
    {
        bool hasTexts = false;
        std::vector<quint64> seen = {}; //!< Versions of the slots.
        quint64 counted = 0;            //!< All up to this version.
    };

    void countSoon();
    void begin();
    bool isDue(const Lane &lane) const;
    bool beginLane();
    void askTexts();
    void countSome();
    void ask(int slot, const RegisteredModel *model, bool isNew);
    bool holds(const Entry &entry, int slot, const RegisteredModel &model,
               std::optional<QByteArray> &text) const;
    void endLane();

    const ModelTableModel &m_models;
    std::vector<Entry> m_entries;
    qsizetype m_together = 0;
    int m_shownTogether = -1;
    std::vector<Lane> m_lanes{{.hasTexts = false}, {.hasTexts = true}};
    size_t m_lane = 0;
    int m_next = -1; //!< Slot; -1: nothing is under way.
    bool m_isAgain = false;
    bool m_isAsking = false;    //!< The catalog's text.
    TextAnswer m_found;         //!< Of this pass.
    quint64 m_foundVersion = 0; //!< Slots up to this version are in m_found.
    quint64 m_passVersion = 0;  //!< Of the newest slot when the pass began.
    qint64 m_took = 0;          //!< In ms.
    QTimer m_nextTurn;
    QTimer m_clock;
};

} // namespace modelscribe
