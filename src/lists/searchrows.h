// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/facettree.h"
#include "lists/searchcounter.h"

namespace modelscribe {

class SavedSearches;

//! The rows of the sidebar that are queries with a name: saved searches, and the rules of what
//! needs a look. Which of them is in the search box, and what each finds.
class SearchRows : public QObject
{
    Q_OBJECT

public:
    //! Both must outlive this.
    SearchRows(SavedSearches &searches, const ModelTableModel &models, QObject *parent = nullptr);

    SearchCounter &counter() { return m_counter; }

    static bool isRow(const FacetNode &node);
    void addLook(FacetNode &root) const;
    void addSearches(FacetNode &root) const;
    //! Those that ask what \p query asks.
    void mark(FacetNode &root, const QString &query) const;
    //! Has no number: what is not understood, and drafts that match something.
    static constexpr int notCounted = -2;
    //! -1: not yet. \p drafts: how many there are.
    int count(const FacetNode &node, int drafts) const;

    void retranslate() { read(); }
    //! To \p newName, or one like it where another search is called so.
    bool rename(const QString &name, const QString &newName);

signals:
    void changed();
    void counted();

private:
    //! A query as it is asked.
    struct Row
    {
        QString text;
        Query query;       //!< Empty when there is nothing to ask.
        QString note = {}; //!< Why not.
        int place = -1;    //!< In m_counter.
        bool areDrafts = false;
    };

    void read();
    Row rowOf(const QString &text) const;
    const Row *find(const FacetNode &node) const;

    SavedSearches &m_searches;
    SearchCounter m_counter;
    QHash<QString, Row> m_rules; //!< By id.
    QHash<QString, Row> m_saved; //!< By name.
    QString m_anyRule;
    Query m_anyRuleQuery;
};

} // namespace modelscribe
