// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/writer.h"

#include "registry/changesetrun.h"
#include "registry/leftovers.h"
#include "registry/savejournal.h"
#include "store/journal.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

Writer::Writer(Journal *journal, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_leftovers(std::make_unique<Leftovers>(*this))
{
}

Writer::~Writer()
{
    // Before the connections go: a run tells its outcome then, and nobody is left to hear it.
    for (const Under &under : std::exchange(m_under, {}))
        delete under.run;
}

void Writer::setJournal(Journal *journal) { m_journal = journal; }

void Writer::setOptions(WriterOptions options) { m_options = std::move(options); }

const WriterOptions &Writer::options() const { return m_options; }

SaveRunOptions Writer::runOptions(const Connection &connection) const
{
    SaveRunOptions options = m_options.runs;
    options.clockSkew = connection.clockSkew();
    return options;
}

void Writer::add(QObject *run, const ObjectRef &ref, bool isInquiry)
{
    m_under.push_back({.run = run, .ref = ref, .isInquiry = isInquiry});
    tellWriting();
}

SaveRun *Writer::save(Connection &connection, const ObjectRef &ref, const SavePlan &plan,
                      const WriteWish &wish)
{
    if (isBusy(ref))
        return nullptr;
    const auto entry = std::make_shared<Entry>();
    SaveRunOptions options = runOptions(connection);
    if (m_journal) {
        options.beforeWrites = [this, entry, ref, wish,
                                profile = connection.registryName()](const SavePlan &sent) {
            JournalEntry begun = journalEntryFor(sent, profile, ref.registryKey);
            entry->id = begun.head.id;
            return begin(std::move(begun), ref, wish);
        };
    }
    auto *run = new SaveRun(connection.client(), plan, this);
    run->setOptions(std::move(options));
    connect(run, &SaveRun::oldLabelsKept, &connection,
            [&connection] { connection.setLabelPost(LabelPost::KeepsOld); });
    if (wish.allowSameName)
        run->allowSameName();
    connect(run, &SaveProgress::finished, this, [=, this](const SaveOutcome &outcome) {
        std::optional<JournalEnd> end;
        if (!entry->id.isNull())
            end = journalEndFor(outcome);
        this->end(run, writeOutcome(ref, outcome, entry->id), end, wish);
    });
    run->start();
    add(run, ref, false);
    return run;
}

SaveInquiry *Writer::inquire(Connection &connection, const ObjectRef &ref, const SavePlan &plan,
                             const QDateTime &sentAt, const QUuid &entry, const WriteWish &wish)
{
    if (isBusy(ref))
        return nullptr;
    auto *run = new SaveInquiry(connection.client(), plan, sentAt, runOptions(connection), this);
    connect(run, &SaveProgress::finished, this, [=, this](const SaveOutcome &outcome) {
        std::optional<JournalEnd> end;
        if (!entry.isNull() && isSettled(outcome))
            end = journalEndFor(outcome);
        this->end(run, writeOutcome(ref, outcome, entry), end, wish);
    });
    run->start();
    add(run, ref, true);
    return run;
}

DeleteRun *Writer::remove(Connection &connection, const ObjectRef &ref, const WriteWish &wish)
{
    if (isBusy(ref))
        return nullptr;
    const auto entry = std::make_shared<Entry>();
    DeleteRunOptions options{.lookPauses = m_options.runs.lookPauses,
                             .isExpected = wish.isExpected,
                             .evenUnread = wish.evenUnread};
    if (m_journal) {
        options.beforeDeletion = [this, entry, ref, wish,
                                  profile = connection.registryName()](const RegisteredModel &now) {
            JournalEntry begun = journalEntryForDeletion(now, profile, ref.registryKey);
            *entry = {.id = begun.head.id, .requests = begun.requests};
            return begin(std::move(begun), ref, wish);
        };
    }
    auto *run = new DeleteRun(connection.client(), ref.modelId, this);
    run->setOptions(std::move(options));
    connect(run, &DeleteRun::finished, this, [=, this](const DeleteOutcome &outcome) {
        std::optional<JournalEnd> end;
        if (!entry->id.isNull())
            end = journalEndFor(outcome, entry->requests);
        this->end(run, writeOutcome(ref, outcome, entry->id), end, wish);
    });
    run->start();
    add(run, ref, false);
    return run;
}

DeleteRun *Writer::inquireDeletion(Connection &connection, const ObjectRef &ref,
                                   const WriteWish &wish)
{
    if (isBusy(ref))
        return nullptr;
    auto *run = new DeleteRun(connection.client(), ref.modelId, this);
    run->setOptions({.lookPauses = m_options.runs.lookPauses});
    connect(run, &DeleteRun::finished, this, [=, this](const DeleteOutcome &outcome) {
        this->end(run, writeOutcome(ref, outcome, {}), {}, wish);
    });
    run->settle();
    add(run, ref, true);
    return run;
}

ChangeSetRun *Writer::write(Connection &connection, const ChangeSet &set,
                            const QHash<qsizetype, WriteOutcome> &known)
{
    return new ChangeSetRun(*this, m_journal, connection, set, known);
}

QFuture<Result<std::monostate>> Writer::begin(JournalEntry entry, const ObjectRef &ref,
                                              const WriteWish &wish)
{
    entry.head.began = m_options.runs.now();
    entry.head.modelId = ref.modelId;
    entry.head.reverts = wish.reverts;
    entry.head.group = wish.group;
    entry.head.place = wish.place;
    return inTime(m_journal->begin(entry));
}

void Writer::end(QObject *run, const WriteOutcome &outcome, const std::optional<JournalEnd> &end,
                 const WriteWish &wish)
{
    run->deleteLater();
    std::erase_if(m_under, [run](const Under &under) { return under.run == run; });
    if (end)
        ++m_noting; // so that nobody thinks in between that all is done
    if (wish.take)
        wish.take(outcome);
    emit ended(outcome);
    const auto last = [take = wish.takeNoted, outcome] {
        if (take)
            take(outcome);
    };
    if (end) {
        --m_noting;
        note(outcome.entry, *end, last);
    } else {
        last();
    }
    release();
    tellWriting();
}

void Writer::note(const QUuid &entry, const JournalEnd &end, const std::function<void()> &then)
{
    if (!m_journal) {
        if (then)
            then();
        return;
    }
    ++m_noting;
    JournalEnd ended = end;
    ended.finished = m_options.runs.now();
    // The journal is told even when the window closes meanwhile.
    const auto write = [journal = m_journal, writer = QPointer(this), entry, ended, then] {
        const auto told = journal->complete(entry, ended);
        if (!writer)
            return;
        whenDone(writer->inTime(told), writer, [writer, then](const Result<std::monostate> &done) {
            --writer->m_noting;
            if (!done)
                emit writer->journalFailed(done.error());
            if (then)
                then();
            if (writer)
                writer->tellWriting();
        });
    };
    if (m_options.keepFirst)
        whenDone(m_options.keepFirst(), m_journal,
                 [write](const Result<std::monostate> &) { write(); });
    else
        write();
}

bool Writer::isBusy(const ObjectRef &ref) const
{
    return std::ranges::any_of(m_under,
                               [&](const Under &under) { return under.ref.isSameAs(ref); });
}

bool Writer::isWriting() const
{
    return m_noting > 0
           || std::ranges::any_of(m_under, [](const Under &under) { return !under.isInquiry; });
}

bool Writer::isRunning() const { return !m_under.empty(); }

void Writer::tellWriting()
{
    const bool writing = isWriting();
    if (std::exchange(m_wasWriting, writing) != writing)
        emit writingChanged();
}

void Writer::keepUntilEnded(std::unique_ptr<Connection> connection)
{
    m_kept.push_back(std::move(connection));
    release();
}

//! Connections that nobody uses any more.
void Writer::release()
{
    if (isRunning())
        return;
    for (auto &connection : std::exchange(m_kept, {}))
        connection.release()->deleteLater();
}

} // namespace modelscribe

#include "moc_writer.cpp"
