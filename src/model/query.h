// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/queryterm.h"

#include <QByteArrayList>

#include <functional>
#include <vector>

namespace modelscribe {

//! A part of a query. All of And and at least one of Or must hold; Not has one child.
struct QueryNode
{
    enum class Kind { And, Or, Not, Term };

    Kind kind = Kind::And;
    std::vector<QueryNode> children;
    QueryTerm term; //!< Of kind Term only.
    // Where it stands, with parentheses and minus.
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isValues = false; //!< Written as task:(a b).
    bool isCostly = false; //!< Reads more than one short text of a model.

    //! They mean the same, wherever they stand.
    friend bool operator==(const QueryNode &a, const QueryNode &b)
    {
        return a.kind == b.kind && a.children == b.children
               && (a.kind != Kind::Term || a.term == b.term);
    }
};

//! What is not a fact of the model but of who asks.
struct QueryContext
{
    QDateTime now = QDateTime::currentDateTime(); //!< Days begin where it is at home.
    //! Whether the model of this id has unsaved edits; none: no model has.
    std::function<bool(const QString &modelId)> hasDraft;
    //! Whether another model has its name; none: each has its own.
    std::function<bool(const RegisteredModel &model)> hasNamesake;
    //! The id of whoever asks; empty: it is not known, and nothing is Mine.
    QString callerId;
    //! What the person of an id is called, empty when that is not known; none: nobody has a name.
    std::function<QString(const QString &userId)> nameOf;
};

//! What is asked of models: a value without text, made by parseQuery().
//!
//! To ask many models make a QueryMatcher once.
class Query
{
public:
    Query() = default;
    explicit Query(QueryNode root);

    //! Asks nothing: every model matches.
    bool isEmpty() const { return m_root.kind == QueryNode::Kind::And && m_root.children.empty(); }
    const QueryNode &root() const { return m_root; }
    //! As it could be typed; read back, an equal query.
    QString text() const;
    //! Calls \p visit(term, isNegated) for each term in the order in which they stand.
    void visit(const std::function<void(const QueryTerm &, bool)> &visit) const;
    //! Folded UTF-8 of the bare texts, each once: what an index can answer.
    const QByteArrayList &textTerms() const { return m_textTerms; }
    const std::vector<QueryTimes> &times() const { return m_times; }

    //! So the answer changes when people get names, or it turns out who asks.
    bool asksForPeople() const { return m_asksForPeople; }
    bool asksForMine() const { return m_asksForMine; }
    bool asksForDrafts() const { return m_asksForDrafts; }
    //! So another model's name may change the answer.
    bool asksForNamesakes() const { return m_asksForNamesakes; }

    bool matches(const RegisteredModel &model, const QueryContext &context = {}) const;

    friend bool operator==(const Query &a, const Query &b) { return a.m_root == b.m_root; }

private:
    void number(QueryNode &node);

    QueryNode m_root;
    QByteArrayList m_textTerms;
    std::vector<QueryTimes> m_times;
    bool m_asksForPeople = false;
    bool m_asksForMine = false;
    bool m_asksForDrafts = false;
    bool m_asksForNamesakes = false;
};

} // namespace modelscribe
