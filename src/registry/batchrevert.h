// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "registry/batchreview.h"
#include "store/journalentry.h"

#include <QPointer>
#include <QUuid>

#include <vector>

namespace modelscribe {

class Journal;

//! Works out what takes a group of the journal back: of each model that it wrote to, what it
//! changed and nobody changed since becomes what it was before. What somebody changed since is left
//! alone, and said. It is looked at like any other change of many models before it is sent, and
//! sends nothing itself.
class BatchRevert : public QObject
{
    Q_OBJECT

public:
    //! \p journal outlives it.
    BatchRevert(Journal &journal, Connection &connection, const QUuid &group,
                QObject *parent = nullptr);
    ~BatchRevert() override;

    //! Reads the journal and then each model.
    void start();
    //! What is not read stays Waiting.
    void stop();
    bool isRunning() const { return m_isRunning; }

    //! As a BatchReview has them: Unchanged where nothing is left to take back.
    qsizetype size() const { return qsizetype(m_items.size()); }
    const BatchItem &item(qsizetype index) const { return m_items[size_t(index)].item; }
    //! Places that are left alone, as MergeClash::key() writes them.
    const QStringList &leftAlone(qsizetype index) const { return m_items[size_t(index)].leftAlone; }
    qsizetype readCount() const { return m_read; }
    //! Of the journal; then there are no models.
    const std::optional<Error> &error() const { return m_error; }
    ChangeSet changes(const QString &title, const QSet<qsizetype> &leftOut = {}) const;

signals:
    void listed(); //!< size() is known.
    void itemChanged(int index);
    void finished();

private:
    struct Item
    {
        BatchItem item;
        QStringList leftAlone;
        QList<QUuid> entries; //!< The latest first.
    };

    void takeHeads(const QList<JournalHead> &heads);
    void goOn();
    void load(qsizetype index, const QList<JournalEntry> &loaded);
    void read(qsizetype index, const QList<JournalEntry> &entries);
    void workOut(qsizetype index, const QList<JournalEntry> &entries, const RegisteredModel &now);
    void end(qsizetype index, const BatchItem &item);
    void finish();

    Journal &m_journal;
    QPointer<Connection> m_connection;
    QUuid m_group;
    std::vector<Item> m_items;
    std::optional<Error> m_error;
    qsizetype m_next = 0;
    qsizetype m_read = 0;
    int m_underWay = 0;
    bool m_isRunning = false;
};

} // namespace modelscribe
