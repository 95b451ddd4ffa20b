// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/modelstep.h"
#include "registry/registrytarget.h"
#include "store/journalentry.h"

namespace modelscribe {

//! A request of a past change, as it was or was to be sent.
struct PastRequest
{
    using State = JournalRequest::State;

    QString method;
    QString path; //!< With its query.
    State state = State::Waiting;
    QString requestId;
    int httpStatus = 0;
};

//! Something that was written to a registry, to be looked at and perhaps taken back. How it is kept
//! is the store's business.
class PastChange
{
public:
    using What = JournalHead::What;
    using Outcome = JournalHead::Outcome;

    PastChange(JournalEntry entry)
        : m_entry(std::move(entry))
    {
    }

    QUuid id() const { return m_entry.head.id; }
    QDateTime began() const { return m_entry.head.began; }
    QDateTime finished() const
    {
        return m_entry.head.finished;
    } //!< Invalid while it has not ended.
    //! For people; in the language of now when it is the local registry.
    QString profile() const
    {
        return shownRegistryName(m_entry.head.profile, m_entry.head.registryKey);
    }
    QString registryKey() const { return m_entry.head.registryKey; }
    //! The run of many models that it is one of; null: it was agreed to by itself.
    QUuid group() const { return m_entry.head.group; }
    QString modelId() const { return m_entry.head.modelId; }
    What what() const { return m_entry.head.what; }
    Outcome outcome() const { return m_entry.head.outcome; }
    bool isRevert() const { return !m_entry.head.reverts.isNull(); }

    const std::optional<RegisteredModel> &before() const { return m_entry.before; }
    //! As it was to be; not of a removal.
    const std::optional<ModelMetadata> &after() const { return m_entry.after; }
    //! As read back at the end.
    const std::optional<RegisteredModel> &held() const { return m_entry.held; }
    const std::optional<Error> &error() const { return m_entry.error; }
    QList<PastRequest> requests() const;
    //! All of it, as a JSON object.
    QByteArray json() const { return toJson(m_entry); }

    //! See below.
    Result<ModelMerge> takenBack(const ModelMetadata &now,
                                 const QHash<QString, MergeSide> &decisions = {}) const;

private:
    JournalEntry m_entry;
};

//! What takes \p entry back. Fails (Invalid) for an entry that changed nothing or has no state
//! before it, such as a create.
Result<ModelStep> stepBack(const JournalEntry &entry);
//! What taking back \p entry would make of a model that is \p now (with the edits that wait): what
//! the entry changed and nobody changed since becomes what it was before. Where somebody did, it is
//! a clash, and \p decisions say what counts: "mine" is the value from before the entry, "theirs"
//! the one of now. Fails as stepBack() does.
Result<ModelMerge> takingBack(const JournalEntry &entry, const ModelMetadata &now,
                              const QHash<QString, MergeSide> &decisions = {});

} // namespace modelscribe
