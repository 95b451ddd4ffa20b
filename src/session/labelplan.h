// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalog.h"
#include "session/batchkeeper.h"

#include <QObject>
#include <QPointer>

namespace modelscribe {

//! Changes of labels in all models that have them, gathered until they are reviewed together. What
//! is gathered is the edit of one BatchSession, so a draft like any other.
class LabelPlan : public QObject
{
    Q_OBJECT

public:
    //! \p drafts outlives it.
    explicit LabelPlan(BatchKeeper &drafts, QObject *parent = nullptr);

    //! nullptr: not connected. What was gathered for another one waits among the drafts.
    void setCatalog(const Catalog *catalog);
    QList<LabelVerb> verbs() const;
    bool isEmpty() const { return verbs().isEmpty(); }
    bool has(const LabelVerb &verb) const { return verbs().contains(verb); }
    void add(const LabelVerb &verb);
    void remove(const LabelVerb &verb);
    void undo(); //!< The last one.
    void clear();

    //! With the models that it touches; nullptr while nothing is gathered.
    BatchSession *session() const { return m_session; }
    qsizetype modelCount() const { return m_session ? m_session->modelIds().size() : 0; }
    //! How many models \p verb would touch, as the catalog knows them.
    qsizetype touchedBy(const LabelVerb &verb) const;

signals:
    void changed();

private:
    void set(const QList<LabelVerb> &verbs);

    QPointer<const Catalog> m_catalog;
    BatchKeeper &m_drafts;
    QPointer<BatchSession> m_session;
};

//! One line of words: "team=nlp-team becomes team=nlp".
QString labelVerbText(const LabelVerb &verb);

} // namespace modelscribe
