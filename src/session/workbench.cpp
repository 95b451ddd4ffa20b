// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workbench.h"

#include "core/alldone.h"
#include "registry/access.h"
#include "registry/batchrevert.h"
#include "registry/catalogcopy.h"
#include "registry/catalogsync.h"
#include "registry/catalogtext.h"
#include "registry/extrainfovocabulary.h"
#include "registry/valuesinuse.h"
#include "session/batches.h"
#include "session/batchkeeper.h"
#include "session/labelnotes.h"
#include "session/savedsearches.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

struct Workbench::Private
{
    Private()
        : readings(sessions, isSaving())
        , drafts(sessions, readings, isSaving())
        , saving(sessions, readings, drafts)
        , batches(saving)
    {
    }

    Readings::IsSaving isSaving()
    {
        return [this](const EditSession *one) { return saving.runningSave(one) != nullptr; };
    }

    ClientOptions options;
    Journal *journal = nullptr;
    QString copies;
    Sessions sessions;
    Readings readings;
    DraftKeeper drafts;
    Saving saving;
    Batches batches;
    BatchKeeper batchDrafts;
    SavedSearches searches;
    LabelNotes labelNotes;
};

Workbench::Workbench(ClientOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->options = std::move(options);
    setSaveOptions({});
    connect(&d->sessions, &Sessions::dirtyChanged, this, &Workbench::draftsChanged);
    connect(&d->batchDrafts, &BatchKeeper::draftsChanged, this, &Workbench::draftsChanged);
    connect(&d->drafts, &DraftKeeper::restored, &d->saving, &Saving::settleLeftovers);
}

Workbench::~Workbench() = default;

void Workbench::keepIn(DraftStore *drafts, Journal *journal, BatchStore *batches)
{
    d->journal = journal;
    d->drafts.keepIn(drafts, journal);
    d->saving.keepIn(journal);
    d->batches.keepIn(batches, journal);
    d->batchDrafts.keepIn(batches);
}

Journal *Workbench::journal() const { return d->journal; }

void Workbench::keepCopiesIn(const QString &folder) { d->copies = folder; }

QFuture<Result<std::monostate>> Workbench::keepAll()
{
    return allDone(this, {d->drafts.keepAll(), d->batchDrafts.keepAll()});
}

SavedSearches &Workbench::searches() const { return d->searches; }

LabelNotes &Workbench::labelNotes() const { return d->labelNotes; }

Readings &Workbench::readings() const { return d->readings; }

DraftKeeper &Workbench::drafts() const { return d->drafts; }

Saving &Workbench::saving() const { return d->saving; }

Batches &Workbench::batches() const { return d->batches; }

BatchKeeper &Workbench::batchDrafts() const { return d->batchDrafts; }

void Workbench::connectTo(const ConnectionSettings &settings)
{
    flushAll();
    m_vocabulary.reset();
    m_valuesInUse.reset();
    m_text.reset();
    m_sync.reset();
    m_copy.reset();
    m_catalog.reset();
    m_access.reset();
    if (m_connection)
        d->saving.writer().keepUntilEnded(std::move(m_connection));
    for (EditSession *session : d->sessions.all()) {
        if (!session->isDirty() && !d->saving.runningSave(session))
            d->sessions.drop(session);
    }
    m_connection = std::make_unique<Connection>(settings, d->options);
    m_access = std::make_unique<Access>(*m_connection);
    m_catalog = std::make_unique<Catalog>();
    useCopy();
    m_sync = std::make_unique<CatalogSync>(*m_connection, *m_catalog, m_copy.get());
    m_text = std::make_unique<CatalogText>(
        *m_catalog, d->copies.isEmpty() ? QString() : d->copies + u"/text"_s);
    m_valuesInUse = std::make_unique<ValuesInUse>(*m_catalog);
    m_vocabulary = std::make_unique<ExtraInfoVocabulary>(*m_catalog);
    d->sessions.setRegistry(m_connection->registryKey());
    d->sessions.setRules(m_connection->rules());
    connect(m_connection.get(), &Connection::rulesChanged, &d->sessions,
            [this] { d->sessions.setRules(m_connection->rules()); });
    d->labelNotes.use(m_connection->registryKey(), m_connection->workspaceId());
    d->readings.use(m_connection.get(), m_catalog.get());
    d->saving.use(m_connection.get(), m_catalog.get());
    d->batches.use(m_connection.get());
    d->batchDrafts.use(m_connection.get(), m_catalog.get());
    emit connectionChanged();
    emit draftsChanged();
    d->drafts.restore();
}

void Workbench::useCopy()
{
    if (d->copies.isEmpty())
        return;
    m_copy = std::make_unique<CatalogCopy>(*m_catalog, d->copies);
    connect(m_copy.get(), &CatalogCopy::failed, this, &Workbench::copyFailed);
    connect(m_copy.get(), &CatalogCopy::recovered, this, &Workbench::copyRecovered);
    connect(m_copy.get(), &CatalogCopy::opened, this, [this](const StoreReport &report) {
        if (report.state == StoreState::DamagedReplaced)
            emit copyReplaced();
    });
}

EditSession *Workbench::open(const QString &modelId)
{
    const RegisteredModel *model = m_catalog ? m_catalog->find(modelId) : nullptr;
    EditSession *session = m_catalog ? d->sessions.find(modelId) : nullptr;
    if (!model && !session) // a draft may be of a model that the list has not
        return nullptr;
    if (!session)
        session = d->sessions.add(std::make_unique<EditSession>(*model));
    d->readings.readAgain(modelId);
    return session;
}

EditSession *Workbench::createNew()
{
    return d->sessions.add(std::unique_ptr<EditSession>(
        EditSession::forNewModel(m_connection ? m_connection->workspaceId() : QString())));
}

EditSession *Workbench::copyAsNew(const EditSession &session)
{
    // Nobody makes models where a provider has his.
    const bool isProviders = session.isReadOnly() && m_connection;
    EditSession *copy = d->sessions.add(std::unique_ptr<EditSession>(EditSession::forNewModel(
        isProviders ? m_connection->workspaceId() : session.base().workspaceId)));
    copy->bringBack(session.edits());
    return copy;
}

std::unique_ptr<BatchRevert> Workbench::revertOf(const QUuid &group) const
{
    if (!m_connection || !d->journal)
        return nullptr;
    return std::make_unique<BatchRevert>(*d->journal, *m_connection, group);
}

EditSession *Workbench::findDraft(const QString &draftId) const
{
    return d->sessions.findDraft(draftId);
}

void Workbench::setSaveOptions(SaveRunOptions options)
{
    options.now = d->options.now;
    d->saving.setOptions(options);
}

void Workbench::setCallLimits(int readsPerSecond, int writesPerSecond, int maxAttempts)
{
    d->options.readsPerSecond = readsPerSecond;
    d->options.writesPerSecond = writesPerSecond;
    d->options.maxAttempts = maxAttempts;
    if (m_connection)
        m_connection->client().setLimits(readsPerSecond, writesPerSecond, maxAttempts);
}

void Workbench::flushAll() const { d->sessions.flushAll(); }

QList<EditSession *> Workbench::dirtySessions() const
{
    flushAll();
    return d->sessions.dirtyHere();
}

QList<EditSession *> Workbench::dirtySessionsElsewhere() const
{
    flushAll();
    return d->sessions.dirtyElsewhere();
}

} // namespace modelscribe

#include "moc_workbench.cpp"
