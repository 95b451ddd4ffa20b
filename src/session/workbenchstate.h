// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the parts of Workbench share; nobody else includes it.
#include "registry/writer.h"
#include "session/workbench.h"

#include <QElapsedTimer>
#include <QPointer>

#include <algorithm>

namespace modelscribe {

struct Workbench::Private
{
    struct Entry
    {
        QString registry; //!< Connection::registryKey().
        std::unique_ptr<EditSession> session;
        QString seenModified; //!< GmtModifiedTime of the last reading that was handled.
        QElapsedTimer sinceRead;
        QPointer<SaveRun> run;
        QUuid noted; //!< The journal's entry of the last save.
        bool wasDirty = false;
        //! What its draft is stored under; empty: it has none.
        QString keptAs;
        Draft kept; //!< As it was put last.
        //! What another window wrote there last, as far as this one took it over.
        DraftMark seen;
        int puts = 0; //!< How often it was written or removed here.
        //! It is gone from the file, by another window, and nothing was typed here since.
        bool isEndedElsewhere = false;
        //! Another window changed the draft of this name while a save was running.
        QString changedElsewhere;
        QDateTime changedAt;
        DraftStanding standing = DraftStanding::Unknown;
    };

    ClientOptions options;
    std::vector<Entry> entries;
    QString registry;
    DraftStore *drafts = nullptr;
    Journal *journal = nullptr;
    Writer writer;
    QPointer<EditSession> settling; //!< Whose save of an earlier run is being looked into.
    bool settledSession = false;    //!< There was one when that began.
    bool keepingFails = false;
    QStringList toRecheck; //!< Model ids whose standing is to be found out, one after the other.
    bool rechecking = false;

    Entry *find(const EditSession *session)
    {
        const auto entry = std::ranges::find_if(
            entries, [&](const Entry &e) { return e.session.get() == session; });
        return entry == entries.end() ? nullptr : &*entry;
    }

    Entry *find(const QString &modelId)
    {
        const auto entry = std::ranges::find_if(entries, [&](const Entry &e) {
            return e.registry == registry && e.session->modelId() == modelId;
        });
        return entry == entries.end() ? nullptr : &*entry;
    }

    Entry *findDraft(const QString &registryKey, const QString &draftId)
    {
        const auto entry = std::ranges::find_if(entries, [&](const Entry &e) {
            return e.registry == registryKey && e.session->draftId() == draftId;
        });
        return entry == entries.end() ? nullptr : &*entry;
    }

    //! Later, because the session may be the one whose signal is being handled.
    void drop(Entry *entry)
    {
        entry->session.release()->deleteLater();
        entries.erase(entries.begin() + (entry - entries.data()));
    }
};

} // namespace modelscribe
