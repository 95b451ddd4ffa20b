// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "registry/ownedits.h"
#include "store/journalentry.h"

#include <memory>
#include <vector>

namespace modelscribe {

class Journal;

//! Reads of the journal what a group of it wrote, and makes the review that takes it back: of each
//! model that it wrote to, what it changed and nobody changed since becomes what it was before.
//! What somebody changed since is left alone, and said.
class BatchRevert : public QObject
{
    Q_OBJECT

public:
    //! \p journal outlives it.
    BatchRevert(Journal &journal, Connection &connection, const QUuid &group,
                QObject *parent = nullptr);
    ~BatchRevert() override;

    //! Reads the journal.
    void start();
    //! Of the journal; then there is no review.
    const std::optional<Error> &error() const { return m_error; }
    // When it has finished, of the models in the order of the group; without any when nothing of
    // it was written to this registry:

    QStringList modelIds() const;
    const OwnEdits &edits() const { return m_edits; }
    //! Not started yet; nullptr without models.
    std::unique_ptr<BatchReview> review() const;

signals:
    void finished(); //!< Once.

private:
    //! Of one model.
    struct Item
    {
        RegisteredModel known;
        QList<QUuid> ids; //!< The latest first.
    };

    void takeHeads(const QList<JournalHead> &heads);
    void goOn();
    void take(const Result<JournalEntry> &entry);

    Journal &m_journal;
    QPointer<Connection> m_connection;
    QUuid m_group;
    std::vector<Item> m_items;
    std::optional<Error> m_error;
    // What was read:
    OwnEdits m_edits; //!< Of the models before the one that is read.
    OwnEdit m_edit;   //!< Of that one.
    qsizetype m_entry = 0;
};

} // namespace modelscribe
