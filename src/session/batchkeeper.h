// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "registry/catalog.h"
#include "registry/connection.h"
#include "session/batchsession.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <variant>
#include <vector>

namespace modelscribe {

class BatchStore;
struct BatchDraft;

//! What became of the models of a draft since they were chosen, as far as the catalog knows.
struct MovedSince
{
    QStringList changed;
    QStringList gone;

    bool isEmpty() const { return changed.isEmpty() && gone.isEmpty(); }
};

//! The edits of many models that nobody agreed to yet. Owns their sessions, keeps each that says
//! something as a draft, and makes sessions of kept ones after connecting.
//!
//! A change is on its way to the disk within 100 ms. What cannot be written stays here and is tried
//! again. With another connection sessions are kept and come back with it. What two windows do to
//! one draft is not merged: the last one who changed it is right.
class BatchKeeper : public QObject
{
    Q_OBJECT

public:
    explicit BatchKeeper(QObject *parent = nullptr);
    ~BatchKeeper() override; //!< What waits is handed to the store.

    //! From now on; nullptr: nowhere. It must outlive this.
    void keepIn(BatchStore *store);
    void use(Connection *connection, Catalog *catalog);

    //! Of the connection in use. It is a draft once it says something about any model.
    BatchSession *create(const QStringList &modelIds);
    //! Of the connection in use, the one changed last first; without those that say nothing.
    QList<BatchSession *> drafts() const;
    //! nullptr when there is none of it in this connection.
    BatchSession *find(const QUuid &id) const;
    //! It is agreed to, or not wanted: the draft and the session go. The session is deleted later.
    void drop(BatchSession *session);

    QDateTime changedAt(const BatchSession *session) const;
    MovedSince movedSince(const BatchSession *session) const;
    //! Somebody looked at what moved, and goes on with the models as they are.
    void takeMoved(BatchSession *session);

    //! The same of all connections.
    QList<BatchSession *> allDrafts() const;
    //! Ends when all is on the disk, or with the reason why not.
    QFuture<Result<std::monostate>> keepAll();

signals:
    void draftsChanged();                                //!< Which there are.
    void restored();                                     //!< After connecting.
    void keepingFailed(const modelscribe::Error &error); //!< Once, until keepingRecovered().
    void keepingRecovered();

private:
    struct Entry
    {
        QString registry;
        QString workspace;
        std::unique_ptr<BatchSession> session;
        QHash<QString, QString> seen; //!< GmtModifiedTime by model.
        QDateTime changed;
        bool wasDraft = false;  //!< As told last.
        bool isKept = false;    //!< The store has some state of it.
        bool isWaiting = false; //!< The store has not this one.
    };

    Entry *entryOf(const BatchSession *session) const;
    BatchSession *add(std::unique_ptr<Entry> entry);
    void takeKept(const BatchDraft &draft);
    void noteSeen(Entry &entry) const;
    void changed(BatchSession *session);
    void keep();
    void takeWritten(const Result<std::monostate> &written);

    BatchStore *m_store = nullptr;
    QPointer<Connection> m_connection;
    QPointer<Catalog> m_catalog;
    std::vector<std::unique_ptr<Entry>> m_entries;
    QList<QFuture<Result<std::monostate>>> m_underWay; //!< To the disk.
    QTimer m_soon;
    QTimer m_again;
    bool m_fails = false;
    int m_round = 0; //!< Of use().
};

} // namespace modelscribe
