// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workbench.h"

#include "registry/extrainfovocabulary.h"
#include "session/workbenchstate.h"
#include "store/draftstore.h"

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

Workbench::Private::Private()
    : readings(sessions,
               [this](const EditSession *one) { return !entries.value(one).run.isNull(); })
    , drafts(sessions, readings,
             [this](const EditSession *one) { return !entries.value(one).run.isNull(); })
    , entries(sessions, &sessions)
{
}

Workbench::Workbench(ClientOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->options = std::move(options);
    connect(&d->sessions, &Sessions::dirtyChanged, this, &Workbench::draftsChanged);
    setSaveOptions({});
    connect(&d->writer, &Writer::writingChanged, this, &Workbench::savingChanged);
    forwardSignals();
    connect(this, &Workbench::draftsRestored, this, &Workbench::settleInterrupted);
}

Workbench::~Workbench() = default;

void Workbench::forwardSignals()
{
    const Readings *readings = &d->readings;
    connect(readings, &Readings::movedInRegistry, this, &Workbench::movedInRegistry);
    connect(readings, &Readings::mergedFromRegistry, this, &Workbench::mergedFromRegistry);
    connect(readings, &Readings::goneFromRegistry, this, &Workbench::goneFromRegistry);
    connect(readings, &Readings::standingChanged, this, &Workbench::standingChanged);
    const DraftKeeper *drafts = &d->drafts;
    connect(drafts, &DraftKeeper::restored, this, &Workbench::draftsRestored);
    connect(drafts, &DraftKeeper::takenOver, this, &Workbench::draftTakenOver);
    connect(drafts, &DraftKeeper::endedElsewhere, this, &Workbench::draftEndedElsewhere);
    connect(drafts, &DraftKeeper::keepingFailed, this, &Workbench::keepingFailed);
    connect(drafts, &DraftKeeper::keepingRecovered, this, &Workbench::keepingRecovered);
    connect(drafts, &DraftKeeper::keptAside, this, &Workbench::keptAside);
}

void Workbench::keepIn(DraftStore *drafts, Journal *journal)
{
    d->journal = journal;
    d->writer.setJournal(journal);
    WriterOptions options = d->writer.options();
    options.keepFirst = drafts ? [drafts] { return drafts->flush(); }
                               : std::function<QFuture<Result<std::monostate>>()>();
    d->writer.setOptions(options);
    d->drafts.keepIn(drafts, journal);
}

Journal *Workbench::journal() const { return d->journal; }

Readings &Workbench::readings() const { return d->readings; }

DraftKeeper &Workbench::drafts() const { return d->drafts; }

void Workbench::connectTo(const ConnectionSettings &settings)
{
    flushAll();
    m_vocabulary.reset();
    m_catalog.reset();
    if (m_connection)
        d->writer.keepUntilEnded(std::move(m_connection));
    for (EditSession *session : d->sessions.all()) {
        if (!session->isDirty() && !runningSave(session))
            d->sessions.drop(session);
    }
    m_connection = std::make_unique<Connection>(settings, d->options);
    m_catalog = std::make_unique<Catalog>(*m_connection);
    m_vocabulary = std::make_unique<ExtraInfoVocabulary>(*m_catalog);
    d->sessions.setRegistry(m_connection->registryKey());
    d->readings.use(m_connection.get(), m_catalog.get());
    emit connectionChanged();
    emit draftsChanged();
    d->drafts.restore();
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
    EditSession *copy = d->sessions.add(
        std::unique_ptr<EditSession>(EditSession::forNewModel(session.base().workspaceId)));
    copy->bringBack(session.edits());
    return copy;
}

EditSession *Workbench::findDraft(const QString &draftId) const
{
    return d->sessions.findDraft(draftId);
}

void Workbench::discard(EditSession *session)
{
    if (SaveRun *run = runningSave(session))
        run->cancel(); // may be told at once, to somebody who discards it too
    if (!d->sessions.holds(session))
        return;
    d->drafts.unkeep(session);
    d->sessions.drop(session);
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

void Workbench::recheck(const EditSession *session, std::chrono::milliseconds unlessWithin)
{
    d->readings.recheck(session, unlessWithin);
}

void Workbench::readThen(const EditSession *session, const std::function<void()> &then)
{
    d->readings.readThen(session, then);
}

void Workbench::recheckDrafts() { d->readings.recheckDrafts(); }

DraftStanding Workbench::standing(const EditSession *session) const
{
    return d->readings.standing(session);
}

QFuture<Result<std::monostate>> Workbench::keepAll() { return d->drafts.keepAll(); }

QDateTime Workbench::changedAt(const EditSession *session) const
{
    return d->drafts.changedAt(session);
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
