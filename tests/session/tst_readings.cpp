// SPDX-License-Identifier: GPL-3.0-or-later
//! What comes of a reading, without anybody who answers.
#include "session/readings.h"

#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_readings {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

const ModelField &extraInfo() { return *findField(u"ExtraInfo"); }

JsonText ratingAnd(const QByteArray &rating, qsizetype filling)
{
    return JsonText(R"({"filling":")" + QByteArray(filling, 'x') + R"(","Rating":)" + rating + '}');
}

} // namespace

//! A session of a model in a catalog.
struct World
{
    explicit World(qsizetype filling = 10)
        : filling(filling)
    {
        sessions.setRegistry(connection.registryKey());
        readings.use(&connection, &catalog);
        model = {.id = u"model-1"_s, .modified = u"2024-01-01T00:00:00Z"_s};
        model.metadata = {.name = u"bert"_s, .extraInfo = ratingAnd("1", filling)};
        catalog.upsert(model);
        session = sessions.add(std::make_unique<EditSession>(model));
    }

    RegisteredModel moved(const QByteArray &rating)
    {
        RegisteredModel now = model;
        now.modified = u"2024-02-02T00:00:00Z"_s;
        now.metadata.extraInfo = ratingAnd(rating, filling);
        now.metadata.task = u"theirs"_s;
        return now;
    }

    qsizetype filling;
    Sessions sessions;
    Connection connection{{.target = {.title = u"nobody"_s,
                                      .endpoint = *Endpoint::fromText(u"http://127.0.0.1:1"_s)}}};
    Catalog catalog;
    bool isSaving = false;
    Readings readings{sessions, [this](const EditSession *) { return isSaving; }};
    RegisteredModel model;
    EditSession *session = nullptr;
};

class tst_Readings : public QObject
{
    Q_OBJECT

private slots:
    void aClashComesWithItsMerge_data();
    void aClashComesWithItsMerge();
    void theMergeOfALaterReadingIsTheOneThatIsTold();
    void aReadBackThatClashesComesWithItsMerge_data() { aClashComesWithItsMerge_data(); }
    void aReadBackThatClashesComesWithItsMerge();
    void aSessionThatIsBeingSavedIsLeftAlone();
    void whatWasFoundGoesWithTheSession();
};

void tst_Readings::aClashComesWithItsMerge_data()
{
    QTest::addColumn<int>("filling");
    QTest::newRow("here") << 10;
    QTest::newRow("on another thread") << 200'000;
}

void tst_Readings::aClashComesWithItsMerge()
{
    QFETCH(int, filling);
    World world(filling);
    world.session->setValue(extraInfo(), ratingAnd("2", filling));
    const QSignalSpy moved(&world.readings, &Readings::movedInRegistry);
    const RegisteredModel now = world.moved("3");
    world.readings.takeReading(now);
    QCOMPARE(moved.size(), filling > EditSession::checkHereLimit ? 0 : 1);
    QTRY_COMPARE(moved.size(), 1);
    const auto merge = moved[0][2].value<ModelMerge>();
    QCOMPARE(merge.undecided({}), QStringList{u"ExtraInfo$.Rating"_s});
    QVERIFY(world.session->fits(now, merge));
    QCOMPARE(world.readings.standing(world.session), DraftStanding::Clashes);
    QCOMPARE(world.session->base(), world.model);
    world.session->merge(now, merge, {{u"ExtraInfo$.Rating"_s, MergeSide::Mine}});
    QCOMPARE(world.session->base(), now);
    QCOMPARE(world.session->edited().extraInfo, ratingAnd("2", filling));
    QCOMPARE(world.session->edited().task, u"theirs"_s);
}

void tst_Readings::theMergeOfALaterReadingIsTheOneThatIsTold()
{
    World world(200'000);
    world.session->setValue(extraInfo(), ratingAnd("2", world.filling));
    const QSignalSpy moved(&world.readings, &Readings::movedInRegistry);
    world.readings.takeReading(world.moved("3"));
    RegisteredModel later = world.moved("4");
    later.modified = u"2024-03-03T00:00:00Z"_s;
    world.readings.takeReading(later);
    world.session->setValue(*findField(u"Origin"), u"typed meanwhile"_s);
    QTRY_COMPARE(moved.size(), 1);
    QTest::qWait(100);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][1].value<RegisteredModel>(), later);
    QVERIFY(world.session->fits(later, moved[0][2].value<ModelMerge>()));
}

void tst_Readings::aReadBackThatClashesComesWithItsMerge()
{
    QFETCH(int, filling);
    World world(filling);
    world.session->setValue(extraInfo(), ratingAnd("2", filling));
    const QSignalSpy moved(&world.readings, &Readings::movedInRegistry);
    const RegisteredModel now = world.moved("3");
    world.readings.noteSeen(world.session, now.modified);
    const bool holdsAll = world.session->rebase(now, world.model.metadata);
    QVERIFY(!holdsAll);
    world.readings.takeReadBack(world.session, now, holdsAll, {});
    QCOMPARE(world.readings.standing(world.session), DraftStanding::Clashes);
    QTRY_COMPARE(moved.size(), 1);
    const auto merge = moved[0][2].value<ModelMerge>();
    QCOMPARE(merge.undecided({}), QStringList{u"ExtraInfo$.Rating"_s});
    QVERIFY(world.session->fits(now, merge));
}

void tst_Readings::aSessionThatIsBeingSavedIsLeftAlone()
{
    World world;
    world.isSaving = true;
    const QSignalSpy gone(&world.readings, &Readings::goneFromRegistry);
    world.readings.takeReading(world.moved("3"));
    world.readings.takeGone(world.model.id);
    QCOMPARE(world.session->base(), world.model);
    QVERIFY(gone.isEmpty());
    QCOMPARE(world.readings.standing(world.session), DraftStanding::Unknown);
    QCOMPARE(*world.catalog.find(world.model.id), world.moved("3"));
}

void tst_Readings::whatWasFoundGoesWithTheSession()
{
    World world;
    world.readings.takeGone(world.model.id);
    QCOMPARE(world.readings.standing(world.session), DraftStanding::Gone);
    world.sessions.drop(world.session);
    QCOMPARE(world.readings.standing(world.session), DraftStanding::Unknown);
    QVERIFY(!world.sessions.find(world.model.id));
}

MODELSCRIBE_TEST(tst_Readings)

} // namespace tst_readings

#include "tst_readings.moc"
