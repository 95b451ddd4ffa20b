// SPDX-License-Identifier: GPL-3.0-or-later
// One fault at one step of a save, against a registry of its own, and what going on does then.
#include "registry/writer.h"
#include "session/draftkeeper.h"
#include "session/savefaults.h"
#include "session/saving.h"

#include "registry/catalogsync.h"
#include "registry/registryproxy.h"
#include "session/workbench.h"
#include "store/draftstore.h"
#include "store/journal.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe::testing {

namespace {

using Kind = SaveStep::Kind;
using Do = RegistryProxy::Do;
using Result = SaveOutcome::Result;

constexpr int rowsAtATime = 10; // most of the time they wait

const ModelMetadata start{.name = u"bert"_s,
                          .description = u"words"_s,
                          .accessibility = u"PRIVATE"_s,
                          .extraInfo = JsonText(R"({"z":1.0,"a":[1,2]})"),
                          .labels = {{u"team"_s, u"a"_s}, {u"old"_s, u"1"_s}}};

ModelMetadata changed(ModelMetadata metadata)
{
    metadata.description = u"other words"_s;
    metadata.extraInfo = JsonText(R"({"z":1.00,"a":[1,2],"b":null})");
    metadata.labels = {{u"team"_s, u"b"_s}, {u"new"_s, u"1"_s}};
    return metadata;
}

QString notedName(JournalHead::Outcome outcome)
{
    static const QStringList names{u"Begun"_s,  u"Saved"_s,   u"NotTaken"_s,  u"Failed"_s,
                                   u"Partly"_s, u"Unknown"_s, u"Unverified"_s};
    return names.value(int(outcome));
}

ClientOptions options()
{
    ClientOptions result = quickOptions();
    result.maxAttempts = 2;
    result.idleTimeout = 600ms; // the registry must be quicker, on a busy computer too
    result.callTimeout = 3000ms;
    return result;
}

//! A program: what it keeps its work in, and its workbench.
struct Program
{
    Program(const QTemporaryDir &folder, const RegistryProxy &registry)
        : drafts(folder.filePath(u"drafts.db"_s), QUuid::createUuid(), {.writeDelay = 1})
        , journal(folder.filePath(u"journal.db"_s))
        , bench(options())
    {
        // Nothing is on its way any more when a row looks for a model.
        bench.setSaveOptions({.lookPauses = {1ms, 20ms, 50ms}, .goneAfter = 0ms});
        bench.keepIn(&drafts, &journal);
        bench.connectTo(
            {.target = {.title = u"test"_s, .endpoint = registry.endpoint(), .registryKey = u"r"_s},
             .credentials = RegistryProxy::credentials()});
    }

    DraftStore drafts;
    Journal journal;
    Workbench bench;
};

//! One row while it runs.
class Trial
{
public:
    explicit Trial(SaveFaultRow &row)
        : m_row(row)
        , m_program(std::make_unique<Program>(m_folder, m_registry))
    {
    }

    void run()
    {
        EditSession *session = prepare();
        if (!session)
            return;
        m_wanted = session->edited();
        promise(wait(m_program->bench.drafts().keepAll()).has_value(), u"the draft is kept"_s);
        fault(session);
        look();
        m_registry.decide = {};
        m_registry.setReachable(true);
        if (m_row.isKill())
            startAgain();
        else
            goOn(session);
        finish();
    }

private:
    void promise(bool kept, const QString &what)
    {
        if (!kept)
            m_row.broken.append(what);
    }

    bool until(const std::function<bool()> &condition, const QString &what)
    {
        const bool met = QTest::qWaitFor(condition, 30'000);
        promise(met, what + u" (in time)"_s);
        return met;
    }

    EditSession *prepare()
    {
        Workbench &bench = m_program->bench;
        if (m_row.isCreate) {
            EditSession *session = bench.createNew();
            session->apply(changed(start));
            return session;
        }
        m_id = m_registry.create(start);
        bench.catalogSync()->refresh();
        if (!until([&] { return bench.catalogSync()->state() == CatalogSync::State::Ready; },
                   u"list"_s))
            return nullptr;
        EditSession *session = bench.open(m_id);
        if (!until([&] { return session->base() == m_registry.model(m_id); }, u"reading"_s))
            return nullptr;
        m_before = session->base().metadata;
        session->apply(changed(m_before));
        return session;
    }

    SavePlan planOf(const EditSession *session) const
    {
        auto plan = SavePlan::make(session->base(), session->edited(), {});
        return plan ? *plan : SavePlan();
    }

    //! The save, with the fault in it; ends when the save or the program does.
    void fault(EditSession *session)
    {
        const SavePlan plan = planOf(session);
        const auto at = std::ranges::find(plan.steps, m_row.step, &SaveStep::kind);
        const auto target = int(at - plan.steps.begin());
        const QByteArray verb = at->request.verbName();
        bool isThere = false;
        int attempts = 0;
        m_registry.decide = [&](const ReceivedRequest &request) {
            return isThere && request.verb == verb ? whatHappens(m_row.fault, ++attempts)
                                                   : Do::Pass;
        };
        SaveProgress *run = m_program->bench.saving().save(session, plan);
        QObject::connect(run, &SaveProgress::stepChanged, run, [&, run](int index) {
            isThere = index == target && run->plan().steps[index].state == SaveStep::State::Running;
            if (isThere && m_row.fault == SaveFault::Refused)
                m_registry.setReachable(false);
        });
        if (!m_row.isKill()) {
            m_row.outcome = end(run);
        } else if (until(
                       [&] {
                           return m_row.fault == SaveFault::KilledAfter
                                      ? m_registry.heldAnswers() > 0
                                      : attempts > 0;
                       },
                       u"the moment to be killed"_s)) {
            m_program.reset();
        }
        m_registry.decide = {};
    }

    //! What came of \p run, when the journal has it.
    std::optional<SaveOutcome> end(SaveProgress *run)
    {
        if (!run) {
            promise(false, u"there is a run"_s);
            return {};
        }
        QSignalSpy finished(run, &SaveProgress::finished);
        Workbench &bench = m_program->bench;
        if (!until([&] { return !finished.isEmpty() && !bench.saving().writer().isWriting(); },
                   u"the save ends"_s))
            return {};
        const auto outcome = finished[0][0].value<SaveOutcome>();
        if (outcome.result == Result::Saved)
            promise(isWanted(), u"what is said to be saved is held"_s);
        return outcome;
    }

    QList<RegisteredModel> held() { return m_registry.modelsNamed(m_wanted.name); }

    bool isWanted()
    {
        const QList<RegisteredModel> models = held();
        if (models.size() != 1)
            return false;
        const ModelMetadata now = m_registry.model(models[0].id).metadata;
        return sameContent(m_wanted, now);
    }

    QString whatIsHeld()
    {
        const QList<RegisteredModel> models = held();
        promise(models.size() <= 1, u"at most one model"_s);
        if (models.isEmpty())
            return u"nothing"_s;
        if (isWanted())
            return m_row.isCreate ? u"the model"_s : u"all of it"_s;
        const ModelMetadata now = m_registry.model(models[0].id).metadata;
        if (sameContent(now, m_before))
            return u"what was there before"_s;
        const bool fields = now.description == m_wanted.description;
        const QString labels = now.labels.isEmpty()            ? u"no labels"_s
                               : now.labels == m_before.labels ? u"the old labels"_s
                                                               : u"the new labels"_s;
        return (fields ? u"the new fields, "_s : u"the old fields, "_s) + labels;
    }

    QList<JournalHead> noted()
    {
        if (m_program)
            return wait(m_program->journal.list({})).value_or(QList<JournalHead>());
        Journal journal(m_folder.filePath(u"journal.db"_s));
        return wait(journal.list({})).value_or(QList<JournalHead>());
    }

    void look()
    {
        m_row.holds = whatIsHeld();
        const QList<JournalHead> heads = noted();
        promise(heads.size() <= 1, u"one entry of the journal for one save"_s);
        m_row.journal = heads.isEmpty() ? u"–"_s : notedName(heads[0].outcome);
        m_wasNoted = !heads.isEmpty();
        if (!heads.isEmpty()) {
            m_entry = heads[0];
            if (m_entry.outcome == JournalHead::Outcome::Saved)
                promise(isWanted(), u"what the journal says is saved is held"_s);
        } else {
            promise(m_row.isCreate ? held().isEmpty() : m_row.holds == u"what was there before"_s,
                    u"what is written is noted"_s);
        }
    }

    void did(const QString &what, const std::optional<SaveOutcome> &outcome)
    {
        m_did.append(what + u": "_s + (outcome ? resultName(outcome->result) : u"no end"_s));
    }

    void save(EditSession *session, const SavePlan &plan, const QString &what)
    {
        did(what, end(m_program->bench.saving().save(session, plan)));
    }

    //! The person goes on in the window.
    void goOn(EditSession *session)
    {
        if (!m_row.outcome || m_row.outcome->result == Result::Saved)
            return;
        std::optional<SaveOutcome> last = m_row.outcome;
        if (last->result == Result::Unknown || last->result == Result::Unverified) {
            last = end(
                m_program->bench.saving().settle(session, last->plan, m_entry.began, m_entry.id));
            did(u"look again"_s, last);
        }
        if (last && last->result == Result::Partly) {
            const auto rest = last->plan.rest();
            promise(rest.has_value(), u"there is a rest"_s);
            if (rest)
                save(session, *rest, u"the rest"_s);
        } else if (last && last->result != Result::Saved) {
            save(session, planOf(session), u"save again"_s);
        }
    }

    //! After a kill.
    void startAgain()
    {
        m_program = std::make_unique<Program>(m_folder, m_registry);
        QSignalSpy restored(&m_program->bench.drafts(), &DraftKeeper::restored);
        QSignalSpy settled(&m_program->bench.saving(), &Saving::interruptedSaveSettled);
        if (!until([&] { return !restored.isEmpty(); }, u"drafts come back"_s))
            return;
        auto *session = restored[0][0].value<EditSession *>();
        promise(session && session->edited() == m_wanted, u"the draft is there"_s);
        if (m_wasNoted) {
            if (!until([&] { return !settled.isEmpty(); }, u"it is settled"_s))
                return;
            session = settled[0][0].value<EditSession *>();
            m_row.outcome = settled[0][1].value<SaveOutcome>();
            did(u"the next start settles it"_s, m_row.outcome);
            if (m_row.outcome->result == Result::Saved)
                promise(isWanted(), u"what is said to be saved is held"_s);
        } else {
            m_did.append(u"the next start has the draft"_s);
        }
        if (session && session->isDirty())
            save(session, planOf(session), u"save"_s);
    }

    void finish()
    {
        m_row.retry = m_did.isEmpty() ? u"–"_s : m_did.join(u"; "_s);
        if (!m_program)
            return;
        promise(isWanted(), u"in the end the registry holds what was wanted, once"_s);
        promise(m_program->bench.dirtySessions().isEmpty(),
                u"in the end nothing is left to save"_s);
        until([&] { return !m_program->bench.saving().writer().isWriting(); },
              u"the journal is written"_s);
        promise(wait(m_program->bench.drafts().keepAll()).has_value(), u"the drafts are written"_s);
        const auto drafts = wait(m_program->drafts.all());
        promise(drafts && drafts->drafts.isEmpty(), u"in the end there is no draft"_s);
        const QList<JournalHead> heads = noted();
        promise(!heads.isEmpty() && heads[0].outcome == JournalHead::Outcome::Saved,
                u"in the end the journal says that it is saved"_s);
        for (const JournalHead &head : heads)
            promise(head.outcome != JournalHead::Outcome::Begun, u"every entry has its end"_s);
    }

    SaveFaultRow &m_row;
    QTemporaryDir m_folder;
    RegistryProxy m_registry;
    std::unique_ptr<Program> m_program;
    QString m_id;
    ModelMetadata m_before;
    ModelMetadata m_wanted;
    JournalHead m_entry;
    bool m_wasNoted = false;
    QStringList m_did;
};

} // namespace

void runSaveFaults(QList<SaveFaultRow> &rows)
{
    QThreadPool pool;
    pool.setMaxThreadCount(rowsAtATime);
    for (SaveFaultRow &row : rows)
        pool.start([&row] { Trial(row).run(); });
    pool.waitForDone();
}

} // namespace modelscribe::testing
