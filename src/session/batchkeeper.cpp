// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batchkeeper.h"

#include "core/alldone.h"
#include "core/whendone.h"
#include "model/batcheditjson.h"
#include "store/batchstore.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto keepDelay = 50ms; // of typing that goes on
constexpr auto againDelay = 5s;

} // namespace

BatchKeeper::BatchKeeper(QObject *parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(keepDelay);
    m_again.setSingleShot(true);
    m_again.setInterval(againDelay);
    connect(&m_soon, &QTimer::timeout, this, &BatchKeeper::keep);
    connect(&m_again, &QTimer::timeout, this, &BatchKeeper::keep);
}

BatchKeeper::~BatchKeeper() { keep(); }

void BatchKeeper::keepIn(BatchStore *store) { m_store = store; }

void BatchKeeper::use(Connection *connection, Catalog *catalog)
{
    ++m_round;
    m_connection = connection;
    m_catalog = catalog;
    emit draftsChanged();
    if (!m_store || !connection)
        return;
    whenDone(m_store->drafts(connection->registryKey()), this,
             [this, round = m_round](const Result<QList<BatchDraft>> &drafts) {
                 if (round != m_round)
                     return;
                 for (const BatchDraft &draft : drafts.value_or(QList<BatchDraft>()))
                     takeKept(draft);
                 emit draftsChanged();
                 emit restored();
             });
}

BatchSession *BatchKeeper::add(std::unique_ptr<Entry> entry)
{
    BatchSession *session = entry->session.get();
    m_entries.push_back(std::move(entry));
    connect(session, &BatchSession::editChanged, this, [this, session] { changed(session); });
    connect(session, &BatchSession::leftOutChanged, this, [this, session] { changed(session); });
    connect(session, &BatchSession::modelsChanged, this, [this, session] {
        noteSeen(*entryOf(session));
        changed(session);
    });
    return session;
}

BatchSession *BatchKeeper::create(const QStringList &modelIds)
{
    auto entry = std::make_unique<Entry>();
    entry->registry = m_connection ? m_connection->registryKey() : QString();
    entry->workspace = m_connection ? m_connection->workspaceId() : QString();
    entry->session = std::make_unique<BatchSession>();
    entry->session->setModelIds(modelIds);
    noteSeen(*entry);
    return add(std::move(entry));
}

void BatchKeeper::takeKept(const BatchDraft &draft)
{
    if (find(draft.id))
        return; // what is here is younger
    const bool isOwn = !draft.places.isEmpty();
    const auto edit = isOwn ? BatchEdit() : batchEditFromJson(draft.edit);
    if (!edit)
        return; // of a later version, perhaps: it stays where it is
    auto entry = std::make_unique<Entry>();
    entry->registry = draft.registryKey;
    entry->workspace = draft.workspaceId;
    entry->changed = draft.changed;
    entry->isKept = true;
    entry->wasDraft = true;
    entry->session = std::make_unique<BatchSession>(draft.id);
    QStringList ids;
    QList<QByteArray> own;
    for (const BatchDraft::Model &model : draft.models) {
        ids.append(model.id);
        entry->seen.insert(model.id, model.modified);
        if (isOwn)
            own.append(model.own);
    }
    entry->session->setModelIds(ids);
    entry->session->setEdit(*edit);
    entry->session->setOwnEdits({own, draft.places});
    for (const QString &id : draft.leftOut)
        entry->session->leaveOut(id, true);
    add(std::move(entry));
}

//! Of models that came to it.
void BatchKeeper::noteSeen(Entry &entry) const
{
    QHash<QString, QString> seen;
    for (const QString &id : entry.session->modelIds()) {
        const auto known = entry.seen.constFind(id);
        const RegisteredModel *model = m_catalog ? m_catalog->find(id) : nullptr;
        if (known != entry.seen.cend())
            seen.insert(id, *known);
        else
            seen.insert(id, model ? model->modified : QString());
    }
    entry.seen = seen;
}

BatchKeeper::Entry *BatchKeeper::entryOf(const BatchSession *session) const
{
    const auto found = std::ranges::find_if(
        m_entries, [session](const auto &entry) { return entry->session.get() == session; });
    return found == m_entries.end() ? nullptr : found->get();
}

void BatchKeeper::changed(BatchSession *session)
{
    Entry *entry = entryOf(session);
    entry->changed = QDateTime::currentDateTimeUtc();
    entry->isWaiting = true;
    if (!m_soon.isActive())
        m_soon.start();
    const bool isDraft = !session->isEmpty();
    if (std::exchange(entry->wasDraft, isDraft) != isDraft)
        emit draftsChanged();
}

void BatchKeeper::keep()
{
    m_soon.stop();
    m_again.stop();
    m_underWay.removeIf([](const auto &write) { return write.isFinished(); });
    for (const auto &entry : m_entries) {
        if (!m_store || !std::exchange(entry->isWaiting, false))
            continue;
        const BatchSession &session = *entry->session;
        if (session.isEmpty()) {
            if (std::exchange(entry->isKept, false))
                m_underWay.append(m_store->removeDraft(session.id()));
            continue;
        }
        BatchDraft draft{.id = session.id(),
                         .registryKey = entry->registry,
                         .workspaceId = entry->workspace,
                         .changed = entry->changed,
                         .edit = session.edit().isEmpty() ? QByteArray() : toJson(session.edit()),
                         .leftOut = QStringList(session.leftOut().begin(), session.leftOut().end()),
                         .places = session.ownEdits().places()};
        draft.leftOut.sort();
        const QList<QByteArray> &own = session.ownEdits().bytes();
        for (qsizetype i = 0; i < session.modelIds().size(); ++i) {
            const QString &id = session.modelIds()[i];
            draft.models.append({.id = id, .modified = entry->seen.value(id), .own = own.value(i)});
        }
        entry->isKept = true;
        m_underWay.append(m_store->putDraft(draft));
        whenDone(m_underWay.last(), entry->session.get(),
                 [this, kept = entry->session.get()](const Result<std::monostate> &written) {
                     // It may be dropped meanwhile, before its session goes.
                     if (Entry *now = entryOf(kept); now && !written)
                         now->isWaiting = true;
                     takeWritten(written);
                 });
    }
}

void BatchKeeper::takeWritten(const Result<std::monostate> &written)
{
    if (!written)
        m_again.start();
    if (std::exchange(m_fails, !written) == !written)
        return;
    if (written)
        emit keepingRecovered();
    else
        emit keepingFailed(written.error());
}

QFuture<Result<std::monostate>> BatchKeeper::keepAll()
{
    if (!m_store && !allDrafts().isEmpty())
        return readyResult<std::monostate>(failure(Error::Kind::Storage));
    keep();
    return allDone(this, m_underWay);
}

QList<BatchSession *> BatchKeeper::allDrafts() const
{
    QList<BatchSession *> sessions;
    for (const auto &entry : m_entries) {
        if (!entry->session->isEmpty())
            sessions.append(entry->session.get());
    }
    return sessions;
}

QList<BatchSession *> BatchKeeper::drafts() const
{
    QList<Entry *> found;
    for (const auto &entry : m_entries) {
        if (m_connection && entry->registry == m_connection->registryKey()
            && !entry->session->isEmpty())
            found.append(entry.get());
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Entry::changed);
    QList<BatchSession *> sessions;
    for (const Entry *entry : found)
        sessions.append(entry->session.get());
    return sessions;
}

BatchSession *BatchKeeper::find(const QUuid &id) const
{
    const auto found = std::ranges::find_if(m_entries, [this, &id](const auto &entry) {
        return entry->session->id() == id && m_connection
               && entry->registry == m_connection->registryKey();
    });
    return found == m_entries.end() ? nullptr : (*found)->session.get();
}

void BatchKeeper::drop(BatchSession *session)
{
    Entry *entry = entryOf(session);
    if (!entry)
        return;
    if (entry->isKept && m_store)
        std::ignore = m_store->removeDraft(session->id());
    session->disconnect(this);
    entry->session.release()->deleteLater(); // it may be what tells
    std::erase_if(m_entries, [entry](const auto &one) { return one.get() == entry; });
    emit draftsChanged();
}

QDateTime BatchKeeper::changedAt(const BatchSession *session) const
{
    const Entry *entry = entryOf(session);
    return entry ? entry->changed : QDateTime();
}

MovedSince BatchKeeper::movedSince(const BatchSession *session) const
{
    MovedSince moved;
    const Entry *entry = entryOf(session);
    if (!entry || !m_catalog)
        return moved;
    for (const QString &id : session->modelIds()) {
        const RegisteredModel *model = m_catalog->find(id);
        const QString seen = entry->seen.value(id);
        if (!model)
            moved.gone.append(id);
        else if (!seen.isEmpty() && model->modified != seen)
            moved.changed.append(id);
    }
    return moved;
}

void BatchKeeper::takeMoved(BatchSession *session)
{
    Entry *entry = entryOf(session);
    if (!entry)
        return;
    entry->seen.clear();
    noteSeen(*entry);
    changed(session);
}

} // namespace modelscribe

#include "moc_batchkeeper.cpp"
