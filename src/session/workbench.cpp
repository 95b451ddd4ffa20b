// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workbench.h"

#include "core/whendone.h"
#include "registry/extrainfovocabulary.h"
#include "session/workbenchstate.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QStringList mostUsedFirst(const std::map<QString, int> &counts)
{
    std::vector<std::pair<QString, int>> ordered(counts.begin(), counts.end());
    std::ranges::stable_sort(ordered, std::ranges::greater(), &std::pair<QString, int>::second);
    QStringList result;
    for (const auto &[value, count] : ordered)
        result.append(value);
    return result;
}

} // namespace

Workbench::Workbench(ClientOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->options = std::move(options);
    setSaveOptions({});
    connect(&d->writer, &Writer::writingChanged, this, &Workbench::savingChanged);
    connect(this, &Workbench::draftsRestored, this, &Workbench::settleInterrupted);
}

Workbench::~Workbench() = default;

void Workbench::connectTo(const ConnectionSettings &settings)
{
    flushAll();
    m_vocabulary.reset();
    m_catalog.reset();
    if (m_connection)
        d->writer.keepUntilEnded(std::move(m_connection));
    for (size_t i = d->entries.size(); i-- > 0;) {
        if (!d->entries[i].session->isDirty() && !d->entries[i].run)
            d->drop(&d->entries[i]);
    }
    m_connection = std::make_unique<Connection>(settings, d->options);
    d->registry = m_connection->registryKey();
    d->toRecheck.clear();
    d->rechecking = false;
    m_catalog = std::make_unique<Catalog>(*m_connection);
    m_vocabulary = std::make_unique<ExtraInfoVocabulary>(*m_catalog);
    connect(m_catalog.get(), &Catalog::modelChanged, this, &Workbench::takeCatalogRow);
    emit connectionChanged();
    emit draftsChanged();
    restoreDrafts();
}

EditSession *Workbench::open(const QString &modelId)
{
    const RegisteredModel *model = m_catalog ? m_catalog->find(modelId) : nullptr;
    const Private::Entry *known = m_catalog && !modelId.isEmpty() ? d->find(modelId) : nullptr;
    if (!model && !known) // a draft may be of a model that the list has not
        return nullptr;
    EditSession *session = known ? known->session.get()
                                 : add(std::make_unique<EditSession>(*model));
    readAgain(modelId);
    return session;
}

EditSession *Workbench::createNew()
{
    return add(std::unique_ptr<EditSession>(
        EditSession::forNewModel(m_connection ? m_connection->workspaceId() : QString())));
}

EditSession *Workbench::add(std::unique_ptr<EditSession> session)
{
    EditSession *added = session.get();
    d->entries.push_back({.registry = d->registry,
                          .session = std::move(session),
                          .seenModified = added->base().modified});
    connect(added, &EditSession::changed, this, [this, added] {
        keep(added);
        Private::Entry *entry = d->find(added);
        if (entry && std::exchange(entry->wasDirty, added->isDirty()) != added->isDirty())
            emit draftsChanged();
    });
    connect(added, &EditSession::placeChanged, this, [this, added] { keep(added); });
    return added;
}

void Workbench::recheck(const EditSession *session, std::chrono::milliseconds unlessWithin)
{
    const Private::Entry *entry = d->find(session);
    if (!entry || !m_connection || entry->registry != d->registry || session->isNew()
        || (entry->sinceRead.isValid() && !entry->sinceRead.hasExpired(unlessWithin.count())))
        return;
    readAgain(session->modelId());
}

void Workbench::readThen(const EditSession *session, const std::function<void()> &then)
{
    const Private::Entry *entry = d->find(session);
    if (entry && m_connection && entry->registry == d->registry && !session->isNew())
        readAgain(session->modelId(), then);
}

void Workbench::readAgain(const QString &modelId, const std::function<void()> &then)
{
    if (Private::Entry *entry = d->find(modelId))
        entry->sinceRead.start();
    const QPointer<Catalog> catalog = m_catalog.get();
    whenDone(m_connection->client().run(operations::getModel(modelId)), m_catalog.get(),
             [this, catalog, modelId, then](const Result<RegisteredModel> &model) {
                 // It may have been deleted here since it was asked for: then it stays away.
                 const bool isKnown = catalog && (catalog->find(modelId) || d->find(modelId));
                 if (isKnown && model && model->id == modelId)
                     takeReading(*model);
                 else if (isKnown && !model && model.error().kind == Error::Kind::NotFound)
                     takeGone(modelId);
                 if (then)
                     then();
             });
}

void Workbench::takeReading(const RegisteredModel &model)
{
    if (Private::Entry *entry = d->find(model.id))
        entry->seenModified = model.modified;
    if (m_catalog->find(model.id)) // a draft's model may be of another workspace than the list
        m_catalog->upsert(model);
    const Private::Entry *entry = d->find(model.id);
    if (!entry || entry->run)
        return;
    EditSession *session = entry->session.get();
    session->flush();
    if (!session->isDirty() || sameContent(session->base().metadata, model.metadata)) {
        session->rebase(model, session->base().metadata);
        setStanding(session, DraftStanding::Applies);
        return;
    }
    const ModelMetadata base = session->base().metadata;
    const ModelMetadata mine = session->edited();
    if (mine.extraInfo.utf8().size() <= EditSession::checkHereLimit) {
        takeMerge(session, model, mergeModels(base, mine, model.metadata));
        return;
    }
    // Megabytes take too long for this thread.
    auto *watcher = new QFutureWatcher<ModelMerge>(session);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, session, model, base, mine] {
                watcher->deleteLater();
                const Private::Entry *now = d->find(session);
                if (!now || now->run || now->registry != d->registry
                    || now->seenModified != model.modified)
                    return; // a save or a later reading knows better
                session->flush();
                if (session->base().metadata == base && session->edited() == mine)
                    takeMerge(session, model, watcher->result());
                else
                    takeReading(model);
            });
    watcher->setFuture(QtConcurrent::run(
        [base, mine, theirs = model.metadata] { return mergeModels(base, mine, theirs); }));
}

void Workbench::takeMerge(EditSession *session, const RegisteredModel &model,
                          const ModelMerge &merge)
{
    if (!merge.clashes.isEmpty()) {
        setStanding(session, DraftStanding::Clashes);
        emit movedInRegistry(session, model);
        return;
    }
    session->takeMerge(model, merge);
    setStanding(session, DraftStanding::Applies);
    if (!merge.fromTheirs.isEmpty()) // else both sides changed the same
        emit mergedFromRegistry(session, merge.fromTheirs);
}

void Workbench::takeGone(const QString &modelId)
{
    const Private::Entry *entry = d->find(modelId);
    if (!entry || entry->run)
        return;
    EditSession *session = entry->session.get();
    setStanding(session, DraftStanding::Gone);
    emit goneFromRegistry(session);
}

void Workbench::takeCatalogRow(int row)
{
    // A list may leave members out, so a model that moved is read before anybody relies on it.
    const RegisteredModel &model = m_catalog->models().at(row);
    const Private::Entry *entry = d->find(model.id);
    if (entry && !entry->run && entry->seenModified != model.modified)
        readAgain(model.id);
}

void Workbench::discard(EditSession *session)
{
    Private::Entry *entry = d->find(session);
    if (!entry)
        return;
    if (entry->run)
        entry->run->cancel();
    entry = d->find(session);
    if (!entry)
        return;
    const bool wasDirty = session->isDirty();
    unkeep(session);
    d->drop(entry);
    if (wasDirty)
        emit draftsChanged();
}

void Workbench::flushAll() const
{
    QList<QPointer<EditSession>> sessions; // listeners may open and drop some
    for (const Private::Entry &entry : d->entries)
        sessions.append(entry.session.get());
    for (const QPointer<EditSession> &session : std::as_const(sessions)) {
        if (session)
            session->flush();
    }
}

QList<EditSession *> Workbench::dirtySessions() const
{
    flushAll();
    QList<EditSession *> result;
    for (const Private::Entry &entry : d->entries) {
        if (entry.registry == d->registry && entry.session->isDirty())
            result.append(entry.session.get());
    }
    return result;
}

QList<EditSession *> Workbench::dirtySessionsElsewhere() const
{
    flushAll();
    QList<EditSession *> result;
    for (const Private::Entry &entry : d->entries) {
        if (entry.registry != d->registry && entry.session->isDirty())
            result.append(entry.session.get());
    }
    return result;
}

QStringList Workbench::labelKeysInUse() const
{
    std::map<QString, int> counts;
    if (m_catalog) {
        for (const RegisteredModel &model : m_catalog->models()) {
            for (const Label &label : model.metadata.labels)
                ++counts[label.key];
        }
    }
    return mostUsedFirst(counts);
}

QStringList Workbench::labelValuesInUse(const QString &key) const
{
    std::map<QString, int> counts;
    if (m_catalog) {
        for (const RegisteredModel &model : m_catalog->models()) {
            for (const Label &label : model.metadata.labels) {
                if (label.key == key && !label.value.isEmpty())
                    ++counts[label.value];
            }
        }
    }
    return mostUsedFirst(counts);
}

QStringList Workbench::valuesInUse(const ModelField &field) const
{
    std::map<QString, int> counts;
    if (m_catalog) {
        for (const RegisteredModel &model : m_catalog->models()) {
            if (const QString value = field.read(model.metadata).text(); !value.isEmpty())
                ++counts[value];
        }
    }
    return mostUsedFirst(counts);
}

} // namespace modelscribe

#include "moc_workbench.cpp"
