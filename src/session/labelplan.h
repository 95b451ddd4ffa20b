// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalog.h"
#include "session/batchsession.h"

#include <QObject>
#include <QPointer>

namespace modelscribe {

//! Changes of labels in all models that have them, gathered until they are reviewed together. What
//! is gathered is the edit of one BatchSession, whose models follow the catalog.
class LabelPlan : public QObject
{
    Q_OBJECT

public:
    explicit LabelPlan(QObject *parent = nullptr);

    //! What was gathered for another one is forgotten.
    void setCatalog(const Catalog *catalog);
    const QList<LabelVerb> &verbs() const { return m_session.edit().labels; }
    bool isEmpty() const { return verbs().isEmpty(); }
    bool has(const LabelVerb &verb) const { return verbs().contains(verb); }
    void add(const LabelVerb &verb);
    void remove(const LabelVerb &verb);
    void undo(); //!< The last one.
    void clear();

    //! With the models that it touches now.
    BatchSession &session() { return m_session; }
    //! How many models \p verb would touch, as the catalog knows them.
    qsizetype touchedBy(const LabelVerb &verb) const;

signals:
    void changed();

private:
    void set(const QList<LabelVerb> &verbs);

    QPointer<const Catalog> m_catalog;
    BatchSession m_session;
};

//! One line of words: "team=nlp-team becomes team=nlp".
QString labelVerbText(const LabelVerb &verb);

} // namespace modelscribe
