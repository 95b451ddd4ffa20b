// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"

#include <QObject>

#include <memory>
#include <vector>

namespace modelscribe {

//! The edit sessions of all connections of one window: which there are, which connection each
//! belongs to and which hold edits. Knows neither the registry nor where drafts are kept.
class Sessions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Connection::registryKey() of the connection in use: "here" is what belongs to it.
    const QString &registry() const { return m_registry; }
    void setRegistry(const QString &registry) { m_registry = registry; }
    //! Of that registry; its sessions follow them.
    void setRules(const ServiceRules &rules);

    //! It belongs to the connection in use, and counts as one without edits until noteDirty().
    EditSession *add(std::unique_ptr<EditSession> session);
    //! Forgets it; it is deleted later, because it may be the one whose signal is being handled.
    void drop(EditSession *session);

    //! False for nullptr and for one that was dropped, as isHere().
    bool holds(const EditSession *session) const { return indexOf(session) < m_entries.size(); }
    bool isHere(const EditSession *session) const;
    QString registryOf(const EditSession *session) const;
    //! Of a model of the connection in use.
    EditSession *find(const QString &modelId) const;
    //! By EditSession::draftId().
    EditSession *findDraft(const QString &registry, const QString &draftId) const;
    EditSession *findDraft(const QString &draftId) const { return findDraft(m_registry, draftId); }

    //! Of all connections, in the order they were added.
    QList<EditSession *> all() const;
    //! With edits, of the connection in use or of all others. Editors are not asked, see
    //! flushAll().
    QList<EditSession *> dirtyHere() const;
    QList<EditSession *> dirtyElsewhere() const;
    //! Has editors hand in what they have not yet.
    void flushAll() const;
    //! Emits dirtyChanged() if \p session became dirty or clean without EditSession::changed().
    void noteDirty(const EditSession *session);

signals:
    //! Who connects to EditSession::changed() now hears of it before dirtyChanged().
    void added(modelscribe::EditSession *session);
    void dropped(const modelscribe::EditSession *session); //!< It is still whole.
    void dirtyChanged();                                   //!< Another set of sessions is dirty.

private:
    struct Entry
    {
        QString registry;
        std::unique_ptr<EditSession> session;
        bool wasDirty = false;
    };

    size_t indexOf(const EditSession *session) const; //!< The end when it is not held.
    QList<EditSession *> dirty(bool isHere) const;

    QString m_registry;
    ServiceRules m_rules;
    std::vector<Entry> m_entries;
};

} // namespace modelscribe
