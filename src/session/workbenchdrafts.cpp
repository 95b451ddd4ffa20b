// SPDX-License-Identifier: GPL-3.0-or-later
// How a workbench keeps drafts: every edit, until it is saved or discarded.
#include "core/whendone.h"
#include "session/workbenchstate.h"
#include "store/draftstore.h"
#include "store/journal.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

void Workbench::keepIn(DraftStore *drafts, Journal *journal)
{
    d->drafts = drafts;
    d->journal = journal;
    d->writer.setJournal(journal);
    WriterOptions options = d->writer.options();
    options.keepFirst = drafts ? [drafts] { return drafts->flush(); }
                               : std::function<QFuture<Result<std::monostate>>()>();
    d->writer.setOptions(options);
    const auto follow = [this](auto *store) {
        using Store = std::remove_pointer_t<decltype(store)>;
        connect(store, &Store::failed, this, [this](const Error &error) { tellKeeping(error); });
        connect(store, &Store::recovered, this, [this] { tellKeeping({}); });
        // The same report may come both ways.
        const auto takeReport = [this,
                                 told = std::make_shared<QString>()](const StoreReport &report) {
            if (report.state == StoreState::DamagedReplaced) {
                if (std::exchange(*told, report.keptAside) != report.keptAside)
                    emit keptAside(report.keptAside, report.recovered);
            } else if (!report.onDisk()) {
                tellKeeping(report.error);
            }
        };
        connect(store, &Store::opened, this, takeReport);
        // It may have been opened before anybody listened.
        whenDone(store->report(), this, [takeReport](const Result<StoreReport> &report) {
            if (report)
                takeReport(*report);
        });
    };
    if (drafts) {
        follow(drafts);
        connect(drafts, &DraftStore::changedElsewhere, this, &Workbench::takeElsewhere);
    }
    if (journal)
        follow(journal);
}

Journal *Workbench::journal() const { return d->journal; }

void Workbench::tellKeeping(const std::optional<Error> &failure)
{
    if (std::exchange(d->keepingFails, failure.has_value()) == failure.has_value())
        return;
    if (failure)
        emit keepingFailed(*failure);
    else
        emit keepingRecovered();
}

EditSession *Workbench::copyAsNew(const EditSession &session)
{
    EditSession *copy = add(
        std::unique_ptr<EditSession>(EditSession::forNewModel(session.base().workspaceId)));
    copy->bringBack(session.edits());
    return copy;
}

EditSession *Workbench::findDraft(const QString &draftId) const
{
    const Private::Entry *entry = d->findDraft(d->registry, draftId);
    return entry ? entry->session.get() : nullptr;
}

void Workbench::restoreDrafts()
{
    if (!d->drafts) {
        emit draftsRestored(nullptr);
        return;
    }
    const QPointer<Connection> connection = m_connection.get();
    whenDone(d->drafts->all(d->registry), this,
             [this, connection, registry = d->registry](const Result<DraftList> &list) {
                 if (connection && connection == m_connection.get())
                     takeDrafts(registry, list ? list->drafts : QList<Draft>());
             });
}

void Workbench::takeDrafts(const QString &registry, const QList<Draft> &drafts)
{
    EditSession *last = nullptr;
    for (const Draft &draft : drafts) {
        const Private::Entry *entry = d->findDraft(registry, draft.modelId);
        // What was typed in the meantime is newer than what was kept.
        if (!entry || !entry->session->isDirty())
            takeDraftFromElsewhere(draft);
        if (entry = d->findDraft(registry, draft.modelId); entry && !last)
            last = entry->session.get();
    }
    emit draftsRestored(last);
    recheckDrafts();
}

//! Of another run, window or process: the session holds it afterwards.
void Workbench::takeDraftFromElsewhere(const Draft &draft)
{
    Private::Entry *entry = d->findDraft(draft.registryKey, draft.modelId);
    std::optional<RegisteredModel> known;
    if (!entry) {
        add(std::make_unique<EditSession>(draft));
        entry = &d->entries.back();
    } else {
        known = entry->session->base();
    }
    // So that it is not written again only because it was read.
    entry->keptAs = draft.modelId;
    entry->kept = draft;
    entry->seen = draft.mark();
    entry->isEndedElsewhere = false;
    entry->changedAt = draft.changed;
    EditSession *session = entry->session.get();
    session->restore(draft);
    entry = d->find(session);
    if (!entry)
        return;
    if (!session->isDirty())
        unkeep(session); // there is nothing in it
    if (entry->wasDirty != session->isDirty()) {
        entry->wasDirty = session->isDirty();
        emit draftsChanged();
    }
    // What this window has read may be newer than the draft's base.
    if (known && !session->isNew() && *known != session->base() && m_catalog
        && draft.registryKey == d->registry)
        readAgain(session->modelId());
}

void Workbench::keep(EditSession *session)
{
    Private::Entry *entry = d->find(session);
    if (!entry)
        return;
    if (!entry->keptAs.isEmpty() && entry->keptAs != session->draftId())
        unkeep(session); // a new model has got its id
    if (!session->isDirty()) {
        unkeep(session);
        return;
    }
    Draft draft{.registryKey = entry->registry,
                .modelId = session->draftId(),
                .workspaceId = session->base().workspaceId,
                .base = session->base(),
                .edited = session->edited(),
                .unfinished = session->unfinished(),
                .ui = session->place()};
    const bool isSame = draft.edited == entry->kept.edited && draft.base == entry->kept.base
                        && draft.unfinished == entry->kept.unfinished;
    // One that ended in another window comes back with the next edit, not by looking at it.
    if (isSame && (entry->isEndedElsewhere || draft.ui == entry->kept.ui))
        return;
    if (!isSame || !entry->changedAt.isValid())
        entry->changedAt = QDateTime::currentDateTimeUtc();
    draft.changed = entry->changedAt;
    entry->keptAs = draft.modelId;
    entry->kept = draft;
    entry->isEndedElsewhere = false;
    entry->puts += isSame ? 0 : 1;
    if (!d->drafts)
        return;
    if (isSame)
        d->drafts->putPlace(draft, entry->seen);
    else
        d->drafts->put(draft);
}

void Workbench::unkeep(const EditSession *session)
{
    Private::Entry *entry = d->find(session);
    if (!entry)
        return;
    entry->isEndedElsewhere = false;
    entry->kept = {};
    const QString id = std::exchange(entry->keptAs, {});
    if (id.isEmpty())
        return;
    entry->changedAt = {};
    entry->standing = DraftStanding::Unknown;
    ++entry->puts;
    // What another window wrote since is not this one's to remove.
    if (d->drafts)
        d->drafts->remove(entry->registry, id, entry->seen);
}

//! Writes it, whatever was written before.
void Workbench::keepAgain(EditSession *session)
{
    if (Private::Entry *entry = d->find(session)) {
        entry->kept = {};
        entry->isEndedElsewhere = false;
        keep(session);
    }
}

QFuture<Result<std::monostate>> Workbench::keepAll()
{
    flushAll();
    QList<EditSession *> loose; // nobody knows yet what became of them
    for (const Private::Entry &entry : d->entries) {
        if (entry.isEndedElsewhere && entry.session->isDirty())
            loose.append(entry.session.get());
    }
    for (EditSession *session : std::as_const(loose))
        keepAgain(session);
    if (d->drafts)
        return d->drafts->flush();
    const bool nothing = std::ranges::none_of(
        d->entries, [](const Private::Entry &entry) { return entry.session->isDirty(); });
    return readyResult<std::monostate>(nothing ? Result<std::monostate>()
                                               : failure(Error::Kind::Storage));
}

// What other windows do to the drafts

void Workbench::takeElsewhere(const QString &registry, const QString &draftId)
{
    const Private::Entry *known = d->findDraft(registry, draftId);
    whenDone(d->drafts->load(registry, draftId), this,
             [this, registry, draftId,
              puts = known ? known->puts : 0](const Result<std::optional<Draft>> &draft) {
                 if (!draft || (*draft && (*draft)->writer == d->drafts->writer()))
                     return;
                 Private::Entry *entry = d->findDraft(registry, draftId);
                 if (entry && entry->run)
                     entry->changedElsewhere = draftId; // once the save has ended
                 else if (entry && entry->puts == puts)
                     takeLoaded(entry->session.get(), *draft);
                 else if (!entry && *draft && registry == d->registry)
                     takeDraftFromElsewhere(**draft);
             });
}

//! What another window made of the draft of \p session; nothing: it is gone.
void Workbench::takeLoaded(EditSession *session, const std::optional<Draft> &draft)
{
    const int puts = d->find(session)->puts;
    session->flush();
    const Private::Entry *entry = d->find(session);
    if (!entry || entry->puts != puts)
        return; // what was typed here just now is the last word
    if (!draft) {
        followEnd(session);
        return;
    }
    const Edits before = session->edits();
    takeDraftFromElsewhere(*draft);
    if (d->find(session) && before != session->edits())
        emit draftTakenOver(session, before);
}

//! Saved there, it is what the registry holds now; else it was discarded.
void Workbench::followEnd(EditSession *session)
{
    Private::Entry *entry = d->find(session);
    if (entry->keptAs.isEmpty())
        return;
    entry->keptAs.clear();
    entry->isEndedElsewhere = true;
    entry->standing = DraftStanding::Unknown;
    const auto follow = [this, guarded = QPointer(session), before = session->edits()] {
        if (guarded)
            endFollowing(guarded, before);
    };
    if (m_connection && entry->registry == d->registry && !session->isNew())
        readAgain(session->modelId(), follow);
    else
        follow();
}

void Workbench::endFollowing(EditSession *session, const Edits &before)
{
    const Private::Entry *entry = d->find(session);
    if (!entry || (session->isDirty() && !entry->isEndedElsewhere))
        return; // typed in since
    const bool isElsewhere = session->isNew() || entry->registry != d->registry;
    const bool isKnown = isElsewhere || entry->standing == DraftStanding::Applies
                         || entry->standing == DraftStanding::Clashes;
    const bool isDiscarded = session->isDirty() && isKnown;
    if (isDiscarded) {
        session->revert();
        recheck(session, {});
    } else if (session->isDirty()) {
        keepAgain(session); // rather than lost
    }
    emit draftEndedElsewhere(session, isDiscarded ? before : session->edits());
}

DraftStanding Workbench::standing(const EditSession *session) const
{
    const Private::Entry *entry = d->find(session);
    return entry ? entry->standing : DraftStanding::Unknown;
}

void Workbench::setStanding(const EditSession *session, DraftStanding standing)
{
    Private::Entry *entry = d->find(session);
    if (entry && std::exchange(entry->standing, standing) != standing)
        emit standingChanged(entry->session.get());
}

QDateTime Workbench::changedAt(const EditSession *session) const
{
    const Private::Entry *entry = d->find(session);
    return entry ? entry->changedAt : QDateTime();
}

void Workbench::recheckDrafts()
{
    for (const Private::Entry &entry : d->entries) {
        const QString &id = entry.session->modelId();
        if (entry.registry == d->registry && entry.session->isDirty() && !id.isEmpty()
            && !d->toRecheck.contains(id))
            d->toRecheck.append(id);
    }
    if (!d->rechecking)
        recheckNext();
}

void Workbench::recheckNext()
{
    d->rechecking = m_connection && !d->toRecheck.isEmpty();
    if (!d->rechecking)
        return;
    const QString id = d->toRecheck.takeFirst();
    readAgain(id, [this] { recheckNext(); });
}

} // namespace modelscribe
