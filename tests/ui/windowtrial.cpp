// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtrial.h"
#include "registry/writer.h"
#include "session/draftkeeper.h"
#include "session/saving.h"

#include "model/modeldiff.h"
#include "registry/catalogsync.h"
#include "ui/window/keepingnotices.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe::testing {

namespace {

using Do = RegistryProxy::Do;
using Stage = ReviewDialog::Stage;

const ModelMetadata start{.name = u"bert"_s,
                          .description = u"words"_s,
                          .accessibility = u"PRIVATE"_s,
                          .labels = {{u"team"_s, u"a"_s}, {u"old"_s, u"1"_s}}};

ModelMetadata changed(ModelMetadata metadata)
{
    metadata.description = u"other words"_s;
    metadata.labels = {{u"team"_s, u"b"_s}};
    return metadata;
}

ClientOptions options(bool isPatient)
{
    ClientOptions result = quickOptions();
    result.maxAttempts = 2;
    // The registry must be quicker, on a busy computer too; after a kill nothing is held any more.
    result.idleTimeout = isPatient ? 10'000ms : 1200ms;
    result.callTimeout = isPatient ? 20'000ms : 4000ms;
    return result;
}

QString notedName(JournalHead::Outcome outcome)
{
    static const QStringList names{u"Begun"_s,  u"Saved"_s,   u"NotTaken"_s,  u"Failed"_s,
                                   u"Partly"_s, u"Unknown"_s, u"Unverified"_s};
    return names.value(int(outcome));
}

} // namespace

struct WindowTrial::Program
{
    Program(const QTemporaryDir &folder, const RegistryProxy &registry, bool isPatient)
        : drafts(folder.filePath(u"drafts.db"_s), QUuid::createUuid(), {.writeDelay = 1})
        , journal(folder.filePath(u"journal.db"_s))
        , bench(options(isPatient))
        , notices(bench, strip)
    {
        // Nothing is on its way any more when a row looks for a model.
        bench.setSaveOptions({.lookPauses = {1ms, 20ms, 50ms}, .goneAfter = 0ms});
        bench.keepIn(&drafts, &journal);
        QObject::connect(&bench.drafts(), &DraftKeeper::restored, &bench,
                         [this](EditSession *draft) {
                             isRestored = true;
                             last = draft;
                         });
        QObject::connect(&bench.saving(), &Saving::interruptedSaveSettled, &bench,
                         [this](EditSession *session, const SaveOutcome &outcome) {
                             last = session;
                             settled = outcome;
                         });
        bench.connectTo(
            {.target = {.title = u"test"_s, .endpoint = registry.endpoint(), .registryKey = u"r"_s},
             .credentials = RegistryProxy::credentials()});
    }

    DraftStore drafts;
    Journal journal;
    Workbench bench;
    MessageStrip strip;
    KeepingNotices notices;
    bool isRestored = false;
    QPointer<EditSession> last;
    std::optional<SaveOutcome> settled;
};

WindowTrial::WindowTrial(SaveFaultRow &row)
    : m_row(row)
{
    m_inPhase.start();
}

WindowTrial::~WindowTrial() { delete m_dialog; }

void WindowTrial::promise(bool kept, const QString &what)
{
    if (!kept && !m_row.broken.contains(what))
        m_row.broken.append(what);
}

void WindowTrial::next(Phase phase)
{
    m_phase = phase;
    m_inPhase.restart();
}

bool WindowTrial::advance()
{
    while (m_phase != Phase::Over && advanceOnce()) { }
    if (m_phase != Phase::Over && m_inPhase.elapsed() > 60'000) {
        promise(false, u"it goes on in time (phase %1)"_s.arg(int(m_phase)));
        next(Phase::Over);
    }
    if (m_phase == Phase::Over) {
        delete m_dialog;
        m_program.reset();
    }
    return m_phase != Phase::Over;
}

//! False when there is something to wait for.
bool WindowTrial::advanceOnce()
{
    Workbench *bench = m_program ? &m_program->bench : nullptr;
    switch (m_phase) {
    case Phase::Save:
        if (!prepare())
            return false;
        save();
        next(Phase::Fault);
        return true;
    case Phase::Fault:
        if (!isFaultOver())
            return false;
        next(m_row.isKill() ? Phase::Restart : Phase::Noted);
        return true;
    case Phase::Restart:
        restart();
        next(Phase::Settle);
        return true;
    case Phase::Settle:
        if (!m_program->isRestored || (m_row.journal != u"–"_s && !m_program->settled))
            return false;
        m_row.outcome = m_program->settled;
        m_session = m_program->last;
        m_shown = words() + buttons();
        checkWords();
        next(Phase::Press);
        return true;
    case Phase::Noted:
        if (bench->saving().writer().isWriting())
            return false;
        look();
        m_shown = words() + buttons();
        checkWords();
        m_registry.decide = {};
        m_registry.setReachable(true);
        next(Phase::Press);
        return true;
    case Phase::Press: press(); return true;
    case Phase::Pressed:
        if (!isDone() || bench->saving().writer().isWriting())
            return false;
        m_did.append(words().simplified());
        checkWords();
        next(Phase::Press);
        return true;
    case Phase::Finish:
        if (bench->saving().writer().isWriting())
            return false;
        finish();
        next(Phase::Over);
        return false;
    case Phase::Over: break;
    }
    return false;
}

bool WindowTrial::prepare()
{
    if (!m_program) {
        // The kill must come before the client gives up waiting for the answer.
        m_program = std::make_unique<Program>(m_folder, m_registry, m_row.isKill());
        if (m_row.isCreate) {
            m_session = m_program->bench.createNew();
        } else {
            const QString id = m_registry.create(start);
            m_before = m_registry.model(id).metadata;
            m_program->bench.catalogSync()->refresh();
        }
    }
    if (m_row.isCreate) {
        m_session->apply(changed(start));
    } else {
        if (m_program->bench.catalogSync()->state() != CatalogSync::State::Ready)
            return false;
        if (!m_session)
            m_session = m_program->bench.open(m_program->bench.catalog()->models().front().id);
        if (m_registry.listener().requests().size() < 2
            || !sameContent(m_session->base().metadata, m_before))
            return false;
        m_session->apply(changed(m_session->base().metadata));
    }
    m_wanted = m_session->edited();
    promise(wait(m_program->bench.drafts().keepAll()).has_value(), u"the draft is kept"_s);
    return true;
}

void WindowTrial::save()
{
    reviewAgain(m_session);
    if (!m_dialog)
        return;
    const QList<SaveStep> &steps = m_dialog->plan().steps;
    const auto at = std::ranges::find(steps, m_row.step, &SaveStep::kind);
    const auto target = int(at - steps.begin());
    const QByteArray verb = at->request.verbName();
    m_registry.decide = [this, verb](const ReceivedRequest &request) {
        return m_isThere && request.verb == verb ? whatHappens(m_row.fault, ++m_attempts)
                                                 : Do::Pass;
    };
    m_dialog->save();
    SaveProgress *run = m_program->bench.saving().runningSave(m_session);
    if (!run) {
        promise(false, u"there is a run"_s);
        return;
    }
    QObject::connect(run, &SaveProgress::stepChanged, run, [this, run, target](int index) {
        m_isThere = index == target && run->plan().steps[index].state == SaveStep::State::Running;
        if (m_isThere && m_row.fault == SaveFault::Refused)
            m_registry.setReachable(false);
    });
    QObject::connect(run, &SaveProgress::finished, run,
                     [this](const SaveOutcome &outcome) { m_row.outcome = outcome; });
}

bool WindowTrial::isFaultOver()
{
    if (!m_row.isKill())
        return isDone();
    if (m_row.fault == SaveFault::KilledAfter ? m_registry.heldAnswers() == 0 : m_attempts == 0)
        return false;
    delete m_dialog;
    m_program.reset(); // writes no more than a killed one would
    m_registry.decide = {};
    look();
    return true;
}

void WindowTrial::restart() { m_program = std::make_unique<Program>(m_folder, m_registry, true); }

bool WindowTrial::isOpen() const { return m_dialog && m_dialog->isVisible(); }

bool WindowTrial::isDone()
{
    return !isOpen() || m_dialog->stage() == Stage::Over || m_dialog->stage() == Stage::Asking
           || m_dialog->stage() == Stage::Offline;
}

QString WindowTrial::words() const
{
    if (isOpen()) {
        const QString result = m_dialog->findChild<QLabel *>(u"result"_s)->text();
        return result.isEmpty() ? m_dialog->findChild<QLabel *>(u"status"_s)->text() : result;
    }
    if (m_row.isKill() && m_saved == 0 && m_presses == 0)
        return m_program->strip.isHidden() ? u"the draft, as it was"_s : m_program->strip.text();
    return m_saved > 0 ? u"saved"_s : u"closed"_s;
}

QString WindowTrial::buttons() const
{
    QStringList names;
    const QWidget *where = isOpen()                      ? static_cast<const QWidget *>(m_dialog)
                           : m_program->strip.isHidden() ? nullptr
                                                         : &m_program->strip;
    for (const char *name : {"offer", "second"}) {
        const auto *button = isOpen() ? m_dialog->findChild<QPushButton *>(QLatin1StringView(name))
                                      : nullptr;
        if (button && !button->isHidden())
            names.append(u'[' + button->text() + u']');
    }
    if (where == &m_program->strip) {
        for (const auto *button : where->findChildren<QPushButton *>())
            if (!button->isHidden())
                names.append(u'[' + button->text() + u']');
    }
    return names.isEmpty() ? QString() : u' ' + names.join(u' ');
}

bool WindowTrial::isWanted()
{
    const QList<RegisteredModel> models = m_registry.modelsNamed(m_wanted.name);
    return models.size() == 1 && sameContent(m_wanted, m_registry.model(models[0].id).metadata);
}

QString WindowTrial::held()
{
    const QList<RegisteredModel> models = m_registry.modelsNamed(m_wanted.name);
    promise(models.size() <= 1, u"at most one model"_s);
    if (models.isEmpty())
        return u"nothing"_s;
    if (isWanted())
        return u"all of it"_s;
    const ModelMetadata now = m_registry.model(models[0].id).metadata;
    if (sameContent(now, m_before))
        return u"what was there before"_s;
    return now.labels.isEmpty() ? u"the new fields, no labels"_s : u"the new fields, old labels"_s;
}

void WindowTrial::look()
{
    m_row.holds = held();
    std::unique_ptr<Journal> own;
    if (!m_program)
        own = std::make_unique<Journal>(m_folder.filePath(u"journal.db"_s));
    Journal &journal = own ? *own : m_program->journal;
    const auto heads = wait(journal.list({})).value_or(QList<JournalHead>());
    promise(heads.size() <= 1, u"one entry of the journal for one save"_s);
    m_row.journal = heads.isEmpty() ? u"–"_s : notedName(heads[0].outcome);
}

//! What is said is so.
void WindowTrial::checkWords()
{
    const QString said = words();
    const QString is = held();
    const auto means = [&](const QString &words, bool holds) {
        if (said.contains(words))
            promise(holds, u"it is so: “%1” (%2)"_s.arg(words, is));
    };
    const bool isBefore = is == u"nothing"_s || is == u"what was there before"_s;
    means(u"Nothing was saved"_s, isBefore);
    means(u"Nothing was written"_s, isBefore || m_presses > 0);
    means(u"Only part of it was saved"_s, !isBefore && !isWanted());
    means(u"Part of it was saved"_s, !isBefore);
    means(u"Nothing of it is in the registry"_s, isBefore);
    means(u"Only part of it is in the registry"_s, !isBefore && !isWanted());
    means(u"Saved, but"_s, isWanted());
    means(u"All of it is in the registry"_s, isWanted());
    if (said == u"saved"_s)
        promise(isWanted(), u"what is said to be saved is held"_s);
    if (!isWanted() && isOpen() && m_dialog->stage() == Stage::Over)
        promise(m_session && m_session->isDirty(), u"what is not saved is a draft"_s);
}

//! The first button there is; without one, review and save.
void WindowTrial::press()
{
    if (m_saved > 0 || (!isOpen() && (!m_session || !m_session->isDirty()))) {
        next(Phase::Finish);
        return;
    }
    if (++m_presses > 8) {
        promise(false, u"it comes to an end"_s);
        next(Phase::Finish);
        return;
    }
    if (!isOpen())
        reviewAgain(m_session);
    if (!m_dialog) {
        promise(false, u"there is a review"_s);
        next(Phase::Finish);
        return;
    }
    const char *name = "cancel";
    for (const char *button : {"save", "offer"}) {
        const auto *known = m_dialog->findChild<QPushButton *>(QLatin1StringView(button));
        if (known && !known->isHidden() && known->isEnabled())
            name = button;
    }
    auto *button = m_dialog->findChild<QPushButton *>(QLatin1StringView(name));
    m_did.append(u'[' + button->text() + u']');
    button->click();
    if (std::exchange(m_copyRequested, false))
        reviewAgain(m_program->bench.copyAsNew(*m_session));
    next(Phase::Pressed);
}

void WindowTrial::reviewAgain(EditSession *session)
{
    m_dialog = session ? ReviewDialog::openFor(m_program->bench, *session, nullptr) : nullptr;
    if (!m_dialog)
        return;
    QObject::connect(m_dialog, &ReviewDialog::saved, m_dialog, [this] { ++m_saved; });
    QObject::connect(m_dialog, &ReviewDialog::copyRequested, m_dialog,
                     [this] { m_copyRequested = true; });
}

void WindowTrial::finish()
{
    m_row.retry = m_did.isEmpty() ? u"–"_s : m_did.join(u" "_s);
    promise(isWanted(), u"in the end the registry holds what was wanted, once"_s);
    const auto heads = wait(m_program->journal.list({})).value_or(QList<JournalHead>());
    promise(!heads.isEmpty() && heads[0].outcome == JournalHead::Outcome::Saved,
            u"in the end the journal says that it is saved"_s);
    for (const JournalHead &head : heads)
        promise(head.outcome != JournalHead::Outcome::Begun, u"every entry has its end"_s);
}

} // namespace modelscribe::testing
