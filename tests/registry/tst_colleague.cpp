// SPDX-License-Identifier: GPL-3.0-or-later
// A colleague saves while our save is in trouble: what he wrote stays, or we say that we looked.
#include "registry/deleterun.h"
#include "registry/registryproxy.h"
#include "registry/saverun.h"
#include "testclass.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <map>

namespace tst_colleague {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Do = RegistryProxy::Do;
using Saved = SaveOutcome::Result;

namespace {

constexpr int runsOfEach = 3;

const ModelMetadata start{.name = u"bert"_s,
                          .description = u"words"_s,
                          .task = u"old"_s,
                          .extraInfo = JsonText(R"({"a":1})"),
                          .labels = {{u"team"_s, u"a"_s}, {u"old"_s, u"1"_s}}};

//! What one of both changes.
enum class Place { Task, Description, ExtraInfo, TeamLabel, OldLabel };

void change(ModelMetadata &metadata, Place place, const QString &who)
{
    switch (place) {
    case Place::Task: metadata.task = who; break;
    case Place::Description: metadata.description = who; break;
    case Place::ExtraInfo:
        metadata.extraInfo = JsonText(uR"({"a":1,"%1":true})"_s.arg(who).toUtf8());
        break;
    case Place::TeamLabel:
        std::ranges::find(metadata.labels, u"team"_s, &Label::key)->value = who;
        break;
    case Place::OldLabel:
        metadata.labels.removeIf([](const Label &label) { return label.key == u"old"_s; });
        break;
    }
}

bool holds(const ModelMetadata &metadata, Place place, const QString &who)
{
    switch (place) {
    case Place::Task: return metadata.task == who;
    case Place::Description: return metadata.description == who;
    case Place::ExtraInfo: return metadata.extraInfo.utf8().contains(who.toUtf8());
    case Place::TeamLabel: return metadata.labels.contains(Label{u"team"_s, who});
    case Place::OldLabel: return metadata.labels.contains(Label{u"old"_s, who});
    }
    return false;
}

//! The colleague writes \p place, past the wire.
void colleagueWrites(RegistryProxy &registry, const QString &id, Place place)
{
    const RegisteredModel now = registry.model(id);
    if (place == Place::TeamLabel || place == Place::OldLabel) {
        const QString key = place == Place::TeamLabel ? u"team"_s : u"old"_s;
        registry.ask(operations::deleteModelLabels(id, {key}));
        registry.ask(operations::createModelLabels(id, {{key, u"THEIRS"_s}}));
        return;
    }
    ModelMetadata theirs = now.metadata;
    change(theirs, place, u"THEIRS"_s);
    registry.update(now, theirs);
}

struct Fault
{
    const char *name;
    Do what;
    bool mayBeSentAgain = false;
};

constexpr std::array faults = {
    Fault{"reset after it was done", Do::LoseAnswer},
    Fault{"reset before it was done", Do::LoseRequest},
    Fault{"503 after it was done", Do::DoThenBusy},
    Fault{"504 after it was done", Do::DoThenLate},
    Fault{"silence after it was done", Do::HoldAnswer},
    Fault{"silence before it was done", Do::Hold},
    Fault{"500, nothing done", Do::Break},
    Fault{"answer cut", Do::CutAnswer},
    Fault{"429, nothing done", Do::Throttle, true},
};

struct Pair
{
    const char *name;
    QByteArray verb; //!< Of the write that meets the fault.
    Place mine;
    Place theirs;
};

const std::array pairs = {
    Pair{"same field", "PUT", Place::Task, Place::Task},
    Pair{"another field", "PUT", Place::Task, Place::Description},
    Pair{"ExtraInfo", "PUT", Place::ExtraInfo, Place::ExtraInfo},
    Pair{"field and label", "PUT", Place::Task, Place::TeamLabel},
    Pair{"same label, removing", "DELETE", Place::TeamLabel, Place::TeamLabel},
    Pair{"same label, adding", "POST", Place::TeamLabel, Place::TeamLabel},
    Pair{"removed label", "DELETE", Place::OldLabel, Place::OldLabel},
    Pair{"label and field", "POST", Place::TeamLabel, Place::Task},
};

template<typename Run, typename Outcome>
Outcome carryOut(Run &run)
{
    QSignalSpy finished(&run, &Run::finished);
    QEventLoop loop;
    QObject::connect(&run, &Run::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    run.start();
    loop.exec();
    if (finished.isEmpty())
        qFatal("the run hangs");
    return finished[0][0].template value<Outcome>();
}

struct Counts
{
    int runs = 0;
    int sentTwice = 0;
    int overwritten = 0; //!< What the colleague wrote is gone.
    int unsaid = 0;      //!< "Saved", and the registry does not hold it.
};

} // namespace

class tst_Colleague : public QObject
{
    Q_OBJECT

private slots:
    void isNeverOverwrittenUnseen_data();
    void isNeverOverwrittenUnseen();
    void isNotDeletedUnseen_data();
    void isNotDeletedUnseen();
    void aNameTakenMeanwhileIsSeen();
    void theRestGoesOnAfterAnotherLook();
    void cleanupTestCase();

private:
    //! The fault for the first request of \p verb; then the colleague writes.
    void prepare(RegistryProxy &registry, const QString &id, const QByteArray &verb, Do what,
                 Place theirs);

    std::map<QByteArray, Counts> m_counts;
};

void tst_Colleague::prepare(RegistryProxy &registry, const QString &id, const QByteArray &verb,
                            Do what, Place theirs)
{
    auto faults = std::make_shared<int>(0);
    registry.decide = [verb, what, faults](const ReceivedRequest &request) {
        return request.verb == verb && (*faults)++ == 0 ? what : Do::Pass;
    };
    registry.meanwhile = [&registry, id, theirs](const ReceivedRequest &) {
        registry.meanwhile = {};
        colleagueWrites(registry, id, theirs);
    };
}

void tst_Colleague::isNeverOverwrittenUnseen_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("pair");
    for (size_t fault = 0; fault < faults.size(); ++fault) {
        for (size_t pair = 0; pair < pairs.size(); ++pair)
            QTest::addRow("%s, %s", faults[fault].name, pairs[pair].name)
                << int(fault) << int(pair);
    }
}

void tst_Colleague::isNeverOverwrittenUnseen()
{
    QFETCH(int, fault);
    QFETCH(int, pair);
    const Fault &trouble = faults[size_t(fault)];
    const Pair &places = pairs[size_t(pair)];
    for (int run = 0; run < runsOfEach; ++run) {
        RegistryProxy registry;
        Client client(registry.endpoint(), RegistryProxy::credentials(), quickOptions());
        const RegisteredModel base = registry.model(registry.create(start));
        ModelMetadata edited = base.metadata;
        change(edited, places.mine, u"MINE"_s);
        prepare(registry, base.id, places.verb, trouble.what, places.theirs);
        // With all kinds of steps: a value is removed before another one is put.
        SaveRun save(client, *SavePlan::make(base, edited, {}, {.labelPost = LabelPost::KeepsOld}));
        save.setOptions({.lookPauses = {1ms, 5ms}});
        const auto outcome = carryOut<SaveRun, SaveOutcome>(save);
        QVERIFY(!registry.meanwhile); // he has written

        Counts &counts = m_counts[trouble.name];
        ++counts.runs;
        const int most = trouble.mayBeSentAgain ? 2 : 1;
        counts.sentTwice += registry.count(places.verb) > most;
        const ModelMetadata held = registry.model(base.id).metadata;
        const bool isThere = holds(held, places.theirs, u"THEIRS"_s);
        counts.overwritten += !isThere;
        ModelMetadata both = base.metadata;
        change(both, places.mine, u"MINE"_s);
        if (places.mine != places.theirs)
            change(both, places.theirs, u"THEIRS"_s);
        const bool isUntrue = outcome.result == Saved::Saved && !sameContent(held, both);
        counts.unsaid += isUntrue;
        QVERIFY2(isThere, "what the colleague wrote is gone");
        QVERIFY2(!isUntrue, "it is not saved as is said");
        QVERIFY(registry.count(places.verb) <= most);
    }
}

void tst_Colleague::isNotDeletedUnseen_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("isDone"); // before he can write
    for (size_t fault = 0; fault < faults.size(); ++fault) {
        const Do what = faults[fault].what;
        QTest::newRow(faults[fault].name) << int(fault)
                                          << (what != Do::LoseRequest && what != Do::Hold
                                              && what != Do::Break && what != Do::Throttle);
    }
}

void tst_Colleague::isNotDeletedUnseen()
{
    QFETCH(int, fault);
    QFETCH(bool, isDone);
    const Fault &trouble = faults[size_t(fault)];
    for (int run = 0; run < runsOfEach; ++run) {
        RegistryProxy registry;
        Client client(registry.endpoint(), RegistryProxy::credentials(), quickOptions());
        const RegisteredModel base = registry.model(registry.create(start));
        if (isDone) {
            registry.decide = [&](const ReceivedRequest &request) {
                return request.verb == "DELETE" ? trouble.what : Do::Pass;
            };
        } else {
            prepare(registry, base.id, "DELETE", trouble.what, Place::Task);
        }
        DeleteRun deletion(client, base.id);
        deletion.setOptions({.lookPauses = {1ms, 5ms}});
        const auto outcome = carryOut<DeleteRun, DeleteOutcome>(deletion);
        ++m_counts[trouble.name].runs;
        m_counts[trouble.name].sentTwice += registry.count("DELETE") > 1;
        const RegisteredModel held = registry.model(base.id);
        m_counts[trouble.name].overwritten += held.id.isEmpty() != isDone;
        QCOMPARE(held.id.isEmpty(), isDone);
        QCOMPARE(registry.count("DELETE"), 1);
        using Result = DeleteOutcome::Result;
        QCOMPARE(outcome.result, isDone                         ? Result::Deleted
                                 : trouble.what == Do::Throttle ? Result::Moved
                                                                : Result::Failed);
        if (!isDone)
            QCOMPARE(held.metadata.task, u"THEIRS"_s);
    }
}

void tst_Colleague::aNameTakenMeanwhileIsSeen()
{
    RegistryProxy registry;
    Client client(registry.endpoint(), RegistryProxy::credentials(), quickOptions());
    int posts = 0;
    registry.decide = [&](const ReceivedRequest &request) {
        return request.verb == "POST" && ++posts == 1 ? Do::Throttle : Do::Pass;
    };
    registry.meanwhile = [&](const ReceivedRequest &) {
        registry.meanwhile = {};
        registry.create({.name = start.name, .task = u"THEIRS"_s});
    };
    SaveRun create(client, *SavePlan::make({}, start, {}));
    const auto outcome = carryOut<SaveRun, SaveOutcome>(create);
    QCOMPARE(outcome.result, Saved::NameTaken);
    QCOMPARE(posts, 1);
    QCOMPARE(registry.modelsNamed(start.name).size(), 1);
}

void tst_Colleague::theRestGoesOnAfterAnotherLook()
{
    RegistryProxy registry;
    Client client(registry.endpoint(), RegistryProxy::credentials(), quickOptions());
    const RegisteredModel base = registry.model(registry.create(start));
    ModelMetadata edited = base.metadata;
    edited.task = u"MINE"_s;
    edited.labels = {{u"team"_s, u"b"_s}};
    prepare(registry, base.id, "DELETE", Do::Throttle, Place::Description);
    SaveRun save(client, *SavePlan::make(base, edited, {}));
    int announced = 0;
    save.setOptions({.beforeWrites = [&](const SavePlan &) {
        ++announced;
        return readyResult<std::monostate>(std::monostate());
    }});
    const auto outcome = carryOut<SaveRun, SaveOutcome>(save);
    // What he changed has nothing to do with the labels that are left to send.
    QCOMPARE(outcome.result, Saved::Saved);
    QCOMPARE(announced, 1);
    QCOMPARE(registry.count("PUT"), 1);
    QCOMPARE(registry.count("DELETE"), 2);
    QCOMPARE(registry.count("POST"), 1);
    QCOMPARE(registry.count("GET"), 3);
    const ModelMetadata held = registry.model(base.id).metadata;
    QCOMPARE(held.description, u"THEIRS"_s);
    QCOMPARE(held.task, u"MINE"_s);
    QCOMPARE(held.labels, edited.labels);
}

void tst_Colleague::cleanupTestCase()
{
    std::printf("| fault | runs | sent twice | overwritten unseen | said saved and is not |\n"
                "| --- | --- | --- | --- | --- |\n");
    for (const auto &[fault, counts] : m_counts)
        std::printf("| %s | %d | %d | %d | %d |\n", fault.constData(), counts.runs,
                    counts.sentTwice, counts.overwritten, counts.unsaid);
    std::fflush(stdout);
}

MODELSCRIBE_TEST(tst_Colleague)

} // namespace tst_colleague

#include "tst_colleague.moc"
