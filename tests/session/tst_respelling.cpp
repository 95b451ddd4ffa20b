// SPDX-License-Identifier: GPL-3.0-or-later
// A service that spells ExtraInfo otherwise than it was sent has taken it; one that holds something
// else has not.
#include "registry/catalogsync.h"
#include "registry/pastchange.h"
#include "registry/registryproxy.h"
#include "registry/respelling.h"
#include "registry/writer.h"
#include "session/readings.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "store/journal.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

#include <cstdio>

namespace tst_respelling {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Do = RegistryProxy::Do;
using Outcome = SaveOutcome::Result;

namespace {

//! Nothing is held here: what takes long is a busy machine.
const ModelField &field(QStringView key) { return *findField(key); }
const ModelField &extraInfo() { return field(u"ExtraInfo"); }

const ModelMetadata start{.name = u"bert"_s,
                          .accessibility = u"PRIVATE"_s,
                          .extraInfo = JsonText(R"({"first":1.50,"second":"\u0041"})"),
                          .labels = {{u"team"_s, u"a"_s}, {u"old"_s, u"1"_s}}};

constexpr Respellings everything = Respelling::Order | Respelling::Escapes | Respelling::Numbers;

//! One window, its journal, and all it is told about others.
struct Window
{
    Window(const QTemporaryDir &folder, const RegistryProxy &registry)
        : journal(folder.filePath(u"journal.db"_s))
        , bench(patientOptions())
        , moved(&bench.readings(), &Readings::movedInRegistry)
        , merged(&bench.readings(), &Readings::mergedFromRegistry)
    {
        bench.setSaveOptions({.lookPauses = {1ms, 2ms}});
        bench.keepIn(nullptr, &journal);
        bench.connectTo(
            {.target = {.title = u"test"_s, .endpoint = registry.endpoint(), .registryKey = u"r"_s},
             .credentials = RegistryProxy::credentials()});
    }

    EditSession *open(const QString &id)
    {
        bench.catalogSync()->refresh();
        if (!QTest::qWaitFor(
                [&] { return bench.catalogSync()->state() == CatalogSync::State::Ready; }, 20'000))
            qFatal("the list does not come");
        EditSession *session = bench.open(id);
        read(session);
        return session;
    }

    void read(EditSession *session)
    {
        bool done = false;
        bench.readings().readThen(session, [&done] { done = true; });
        if (!QTest::qWaitFor([&] { return done; }, 20'000))
            qFatal("the model is not read");
    }

    SaveOutcome save(EditSession *session)
    {
        const auto plan = SavePlan::make(session->base(), session->edited(), {},
                                         bench.connection()->rules());
        if (!plan)
            qFatal("there is no plan: %s", qPrintable(plan.error().detail));
        SaveProgress *run = bench.saving().save(session, *plan);
        QSignalSpy finished(run, &SaveProgress::finished);
        if (!QTest::qWaitFor(
                [&] { return !finished.isEmpty() && !bench.saving().writer().isWriting(); },
                20'000))
            qFatal("the save hangs");
        return finished[0][0].value<SaveOutcome>();
    }

    bool isUntold() const { return moved.isEmpty() && merged.isEmpty(); }
    JournalEntry newest()
    {
        return *wait(journal.entry(wait(journal.list({.limit = 1}))->first().id));
    }

    Journal journal;
    Workbench bench;
    QSignalSpy moved;
    QSignalSpy merged;
};

Outcome expected(ReadBack readBack)
{
    return readBack == ReadBack::Taken      ? Outcome::Saved
           : readBack == ReadBack::NotTaken ? Outcome::NotTaken
                                            : Outcome::Unverified;
}

QByteArray nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Saved: return "saved";
    case Outcome::NotTaken: return "not taken";
    case Outcome::Unverified: return "unverified";
    case Outcome::Conflict: return "conflict";
    case Outcome::Unknown: return "unknown";
    default: return "other";
    }
}

} // namespace

class tst_Respelling : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void cleanupTestCase();
    void updates_data() { cases(); }
    void updates();
    void creates_data() { cases(); }
    void creates();
    void isTakenBack_data() { cases(); }
    void isTakenBack();
    void aLostUpdateIsSettled_data() { cases(); }
    void aLostUpdateIsSettled();
    void aLostCreateIsFound_data() { cases(); }
    void aLostCreateIsFound();
    void othersAreHeardOfWhenTheyChangedSomething_data();
    void othersAreHeardOfWhenTheyChangedSomething();
    void aDraftStandsAsTheMeaningDoes();
    void deletesWhatOnlyLooksOtherwise();
    void onlyTheSpellingCanBeSent();
    void aLostSpellingIsSettledByTheText();
    void aRegistryThatKeepsOldLabelsIsRemembered();

private:
    static void cases();
    QByteArray &cell(int column) { return m_table[QTest::currentDataTag()][column]; }
    QString create() { return m_registry->create(start); }
    //! All answers are spelled as the row says.
    const SpellingCase &respellingCase();
    void respell() const
    {
        m_registry->rewrite = [](const ReceivedRequest &, const QByteArray &body) {
            return respelled(body, everything);
        };
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<Window> m_window;
    //! By row: update, create, revert, lost update, lost create.
    QMap<QByteArray, std::array<QByteArray, 5>> m_table;
};

void tst_Respelling::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<RegistryProxy>();
    m_window = std::make_unique<Window>(*m_folder, *m_registry);
}

void tst_Respelling::cleanup()
{
    m_window.reset();
    m_registry.reset();
    m_folder.reset();
}

void tst_Respelling::cleanupTestCase()
{
    std::printf("%-37s| %-10s | %-10s | %-10s | %-11s | %s\n", "the registry's answer", "update",
                "create", "revert", "lost update", "lost create");
    for (const SpellingCase &one : spellingCases()) {
        const auto &row = m_table[one.name];
        std::printf("%-37s| %-10s | %-10s | %-10s | %-11s | %s\n", one.name, row[0].constData(),
                    row[1].constData(), row[2].constData(), row[3].constData(), row[4].constData());
    }
    std::fflush(stdout);
}

void tst_Respelling::cases()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < int(spellingCases().size()); ++i)
        QTest::newRow(spellingCases()[size_t(i)].name) << i;
}

const SpellingCase &tst_Respelling::respellingCase()
{
    const int number = *static_cast<int *>(QTest::qData("number", qMetaTypeId<int>()));
    const SpellingCase &one = spellingCases()[size_t(number)];
    m_registry->rewrite = [&one](const ReceivedRequest &request, const QByteArray &body) {
        return request.verb == "GET" ? one.answers(body) : body;
    };
    return one;
}

void tst_Respelling::updates()
{
    const QString id = create();
    EditSession *session = m_window->open(id);
    const SpellingCase &one = respellingCase();
    session->setValue(extraInfo(), JsonText(one.sent));
    session->setLabels({{u"team"_s, u"b"_s}, {u"new"_s, u"2"_s}});
    const SaveOutcome outcome = m_window->save(session);
    cell(0) = nameOf(outcome.result);
    QCOMPARE(outcome.result, expected(one.readBack));
    QCOMPARE(m_registry->model(id).metadata.extraInfo.utf8(), one.sent);
    if (one.readBack != ReadBack::Taken) {
        for (const NotTaken &field : outcome.notTaken)
            QCOMPARE(field.field, &extraInfo());
        return;
    }
    // The registry's spelling is the base, and nobody is told of anything, now or later.
    QVERIFY(!session->isDirty());
    QCOMPARE(session->base().metadata.extraInfo, outcome.now->metadata.extraInfo);
    QCOMPARE(session->edited().extraInfo, outcome.now->metadata.extraInfo);
    m_window->read(session);
    QVERIFY(!session->isDirty());
    session->setValue(field(u"Task"), u"asr"_s);
    m_window->read(session);
    QCOMPARE(m_window->bench.readings().standing(session), DraftStanding::Applies);
    QCOMPARE(m_window->save(session).result, Outcome::Saved);
    QCOMPARE(
        m_registry->listener().requests().at(m_registry->listener().requests().size() - 2).body,
        R"({"Task":"asr"})");
    QVERIFY(m_window->isUntold());
}

void tst_Respelling::creates()
{
    const SpellingCase &one = respellingCase();
    EditSession *session = m_window->bench.createNew();
    session->setValue(field(u"ModelName"), u"new"_s);
    session->setValue(extraInfo(), JsonText(one.sent));
    session->setLabels(start.labels);
    const SaveOutcome outcome = m_window->save(session);
    cell(1) = nameOf(outcome.result);
    QCOMPARE(outcome.result, expected(one.readBack));
    if (one.readBack == ReadBack::Taken) {
        QVERIFY(!session->isDirty());
        QVERIFY(m_window->isUntold());
    }
}

void tst_Respelling::isTakenBack()
{
    const QString id = create();
    EditSession *session = m_window->open(id);
    const SpellingCase &one = respellingCase();
    session->setValue(extraInfo(), JsonText(one.sent));
    m_window->save(session);
    const JournalEntry entry = m_window->newest();
    const auto back = takingBack(entry, session->base().metadata);
    QVERIFY(back);
    if (one.readBack == ReadBack::NotTaken) { // somebody may have changed it
        cell(2) = back->clashes.isEmpty() ? "merges" : "asks";
        QCOMPARE(!back->clashes.isEmpty(), one.revertAsks);
        return;
    }
    QVERIFY(back->clashes.isEmpty());
    QVERIFY(back->fromTheirs.isEmpty());
    QCOMPARE(back->merged.extraInfo, start.extraInfo);
    session->apply(back->merged);
    const SaveOutcome outcome = m_window->save(session);
    cell(2) = nameOf(outcome.result);
    if (one.readBack != ReadBack::Taken)
        return; // what stands there cannot be read, so nothing is sent
    QCOMPARE(outcome.result, Outcome::Saved);
    QCOMPARE(m_registry->model(id).metadata.extraInfo, start.extraInfo);
}

void tst_Respelling::aLostUpdateIsSettled()
{
    const QString id = create();
    EditSession *session = m_window->open(id);
    const SpellingCase &one = respellingCase();
    session->setValue(extraInfo(), JsonText(one.sent));
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "PUT" ? Do::LoseAnswer : Do::Pass;
    };
    const SaveOutcome outcome = m_window->save(session);
    cell(3) = nameOf(outcome.result);
    QCOMPARE(outcome.result, one.readBack == ReadBack::Taken ? Outcome::Saved : Outcome::Unknown);
    QCOMPARE(m_registry->count("PUT"), 1);
}

void tst_Respelling::aLostCreateIsFound()
{
    const SpellingCase &one = respellingCase();
    EditSession *session = m_window->bench.createNew();
    session->setValue(field(u"ModelName"), u"new"_s);
    session->setValue(extraInfo(), JsonText(one.sent));
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "POST" ? Do::LoseAnswer : Do::Pass;
    };
    const SaveOutcome outcome = m_window->save(session);
    cell(4) = nameOf(outcome.result);
    QCOMPARE(outcome.result, one.readBack == ReadBack::Taken ? Outcome::Saved : Outcome::Unknown);
    QCOMPARE(outcome.foundByName, one.readBack == ReadBack::Taken);
}

void tst_Respelling::othersAreHeardOfWhenTheyChangedSomething_data()
{
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<Outcome>("result");
    QTest::newRow("spelled otherwise")
        << QByteArray("{ \"second\": \"A\",\n \"first\": 1.5 }") << Outcome::Saved;
    QTest::newRow("a number changed")
        << QByteArray(R"({"first":1.51,"second":"A"})") << Outcome::Conflict;
    QTest::newRow("a member added")
        << QByteArray(R"({"first":1.5,"second":"A","x":1})") << Outcome::Conflict;
    QTest::newRow("a member lost") << QByteArray(R"({"first":1.5})") << Outcome::Conflict;
}

void tst_Respelling::othersAreHeardOfWhenTheyChangedSomething()
{
    QFETCH(QByteArray, theirs);
    QFETCH(Outcome, result);
    const QString id = create();
    respell();
    EditSession *session = m_window->open(id);
    session->setValue(extraInfo(), JsonText(R"({"first": 2.50, "second": "A"})"));
    const RegisteredModel held = m_registry->model(id);
    ModelMetadata changed = held.metadata;
    changed.extraInfo = JsonText(theirs);
    m_registry->update(held, changed);
    const SaveOutcome outcome = m_window->save(session);
    QCOMPARE(outcome.result, result);
    QCOMPARE(session->isDirty(), result == Outcome::Conflict);
    QVERIFY(m_window->isUntold()); // the review tells of a conflict
}

void tst_Respelling::aDraftStandsAsTheMeaningDoes()
{
    const QString id = create();
    EditSession *session = m_window->open(id);
    const JsonText mine(R"({"first":1.75,"second":"\u0041"})");
    session->setValue(extraInfo(), mine);
    respell();
    m_window->read(session);
    QCOMPARE(m_window->bench.readings().standing(session), DraftStanding::Applies);
    QVERIFY(m_window->isUntold());
    QCOMPARE(session->edited().extraInfo, mine); // to the letter
    QCOMPARE(session->base().metadata.extraInfo.utf8(), R"({"second":"A","first":1.5})");

    // Somebody changed another place: only that is told.
    const RegisteredModel held = m_registry->model(id);
    ModelMetadata changed = held.metadata;
    changed.extraInfo = JsonText(R"({"first":1.50,"second":"\u0042"})");
    m_registry->update(held, changed);
    m_window->read(session);
    QVERIFY(m_window->moved.isEmpty());
    QCOMPARE(m_window->merged.size(), 1);
    QCOMPARE(m_window->merged[0][1].toStringList(), QStringList{u"ExtraInfo$.second"_s});
    QCOMPARE(session->edited().extraInfo.utf8(), R"({"second":"B","first":1.75})");

    // And now the same.
    const RegisteredModel again = m_registry->model(id);
    changed.extraInfo = JsonText(R"({"first":1.60,"second":"\u0042"})");
    m_registry->update(again, changed);
    m_window->read(session);
    QCOMPARE(m_window->moved.size(), 1);
    QCOMPARE(m_window->bench.readings().standing(session), DraftStanding::Clashes);
}

void tst_Respelling::deletesWhatOnlyLooksOtherwise()
{
    const QString id = create();
    const RegisteredModel seen = m_registry->model(id);
    m_window->open(id);
    respell();
    ModelMetadata changed = seen.metadata;
    changed.extraInfo = JsonText(R"({"first":1.5,"second":"B"})");
    m_registry->update(seen, changed);
    const auto moved = wait(m_window->bench.saving().remove(seen));
    QVERIFY(!moved);
    QCOMPARE(moved.error().kind, Error::Kind::Conflict);
    changed.extraInfo = JsonText(R"({"first":1.500,"second":"A"})");
    m_registry->update(m_registry->model(id), changed);
    QVERIFY(wait(m_window->bench.saving().remove(seen)));
    QVERIFY(m_registry->model(id).id.isEmpty());
}

void tst_Respelling::onlyTheSpellingCanBeSent()
{
    const QString id = create();
    EditSession *session = m_window->open(id);
    const JsonText mine(R"({"first":1.5,"second":"A"})");
    session->setValue(extraInfo(), mine);
    QVERIFY(session->isDirty());
    QCOMPARE(session->changeCount(), 1);
    QCOMPARE(m_window->save(session).result, Outcome::Saved);
    QCOMPARE(m_registry->model(id).metadata.extraInfo, mine);
    // Taking it back is a change of the spelling too.
    const auto back = takingBack(m_window->newest(), session->edited());
    QVERIFY(back && back->clashes.isEmpty());
    QCOMPARE(back->merged.extraInfo, start.extraInfo);

    respell(); // the registry has its own
    session->setValue(extraInfo(), start.extraInfo);
    QVERIFY(session->isDirty());
    QCOMPARE(m_window->save(session).result, Outcome::Saved);
    QVERIFY(!session->isDirty());
    QCOMPARE(session->edited().extraInfo.utf8(), R"({"second":"A","first":1.5})");
    QVERIFY(m_window->isUntold());
}

void tst_Respelling::aLostSpellingIsSettledByTheText()
{
    const QString id = create();
    EditSession *session = m_window->open(id);
    session->setValue(extraInfo(), JsonText(R"({"first":1.5,"second":"A"})"));
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "PUT" ? Do::LoseRequest : Do::Pass;
    };
    QCOMPARE(m_window->save(session).result, Outcome::Failed);
    QVERIFY(session->isDirty());
    m_registry->decide = [](const ReceivedRequest &request) {
        return request.verb == "PUT" ? Do::LoseAnswer : Do::Pass;
    };
    QCOMPARE(m_window->save(session).result, Outcome::Saved);
    QVERIFY(!session->isDirty());
}

void tst_Respelling::aRegistryThatKeepsOldLabelsIsRemembered()
{
    const QString id = create();
    EditSession *session = m_window->open(id);
    m_registry->decide = [this](const ReceivedRequest &request) {
        return m_registry->keepOldLabels(request);
    };
    respell();
    const auto saveTeam = [&](const QString &value) {
        m_registry->listener().clear();
        session->setLabels({{u"team"_s, value}, {u"old"_s, u"1"_s}});
        return m_window->save(session).result;
    };
    QCOMPARE(saveTeam(u"b"_s), Outcome::Saved);
    QCOMPARE(m_registry->count("POST"), 2);
    QCOMPARE(saveTeam(u"c"_s), Outcome::Saved);
    QCOMPARE(m_registry->count("POST"), 1);
    QCOMPARE(m_registry->count("DELETE"), 1);
    QVERIFY(m_registry->model(id).metadata.labels.contains({u"team"_s, u"c"_s}));
    QVERIFY(!session->isDirty());
    // Taking it back is one of the same kind.
    const auto back = takingBack(m_window->newest(), session->edited());
    QVERIFY(back && back->clashes.isEmpty());
    session->apply(back->merged);
    QCOMPARE(m_window->save(session).result, Outcome::Saved);
    QVERIFY(m_registry->model(id).metadata.labels.contains({u"team"_s, u"b"_s}));
    QVERIFY(m_window->isUntold());
}

MODELSCRIBE_TEST(tst_Respelling)

} // namespace tst_respelling

#include "tst_respelling.moc"
