// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/twoeditors.h"
#include "registry/catalogsync.h"
#include "session/readings.h"
#include "session/saving.h"

#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe::testing {

namespace {

constexpr int maxWaiting = 5; // a browser-like client keeps six connections
constexpr int hotModels = 2;
constexpr int stepsInOnePlace = 150;

ModelMetadata firstMetadata(int number)
{
    const QString mark = u"first %1"_s.arg(number);
    return {
        .name = mark + u" name"_s,
        .description = mark + u" description"_s,
        .origin = mark + u" origin"_s,
        .task = mark + u" task"_s,
        .orderNumber = QString::number(100'000 + number),
        .parameterSize = QString::number(200'000 + number),
        .extraInfo = JsonText(
            u"{\"Rating\": %1,\n \"Notes\": \"%2\", \"o\": {\"x\": \"%2 x\", \"y\": \"%2 y\"}}"_s
                .arg(number)
                .arg(mark)
                .toUtf8()),
        .labels = {{u"team"_s, mark}, {u"stage"_s, mark}}};
}

} // namespace

TwoEditors::TwoEditors(quint32 seed, int models)
    : m_random(seed)
    , m_direct(m_registry.direct(), RegistryProxy::credentials(), patientOptions())
{
    for (int i = 0; i < models; ++i) {
        const QString id = m_registry.create(firstMetadata(i));
        m_truth.start(id, m_registry.model(id).metadata);
        m_models.append(id);
    }
    m_people[0].name = u"Ann"_s;
    m_people[1].name = u"Ben"_s;
    for (Person &person : m_people)
        openWindow(person);
    m_registry.decide = [](const ReceivedRequest &) { return RegistryProxy::Do::Wait; };
}

TwoEditors::~TwoEditors()
{
    for (Person &person : m_people)
        person.bench.reset();
}

void TwoEditors::openWindow(Person &person)
{
    const AccessKey key{.id = "key-of-" + person.name.toLatin1(), .secret = "secret"};
    m_registry.addKey(key);
    ClientOptions options = patientOptions();
    options.nonce = [&person,
                     random = std::make_shared<QRandomGenerator>(person.name[0].unicode())] {
        ++person.started;
        return person.name.toLatin1() + QByteArray::number(person.started)
               + QByteArray::number(random->generate64(), 16);
    };
    person.bench = std::make_unique<Workbench>(options);
    Workbench &bench = *person.bench;
    bench.connectTo({.target = {.title = person.name, .endpoint = m_registry.endpoint()},
                     .credentials = fixedCredentials(key)});
    connect(&bench.connection()->client(), &Client::callFinished, this,
            [&person] { ++person.finished; });
    connect(&bench.readings(), &Readings::movedInRegistry, this,
            [this, &person](EditSession *session, const RegisteredModel &now) {
                note(u"%1 is told that %2 moved"_s.arg(person.name, session->modelId()));
                person.desks[session->modelId()].moved = now;
            });
    connect(&bench.readings(), &Readings::mergedFromRegistry, this,
            [&person](const EditSession *session, const QStringList &places) {
                person.desks[session->modelId()].told += places;
            });
    bench.catalogSync()->refresh();
    if (!QTest::qWaitFor([&] { return bench.catalogSync()->state() == CatalogSync::State::Ready; },
                         20'000))
        qFatal("the list does not load");
}

void TwoEditors::note(const QString &line)
{
    m_trace.append(line);
    if (m_trace.size() > 20'000)
        m_trace.removeFirst();
    if (qEnvironmentVariableIsSet("MODELSCRIBE_TRACE"))
        qInfo("%s", qPrintable(readable(line)));
}

QString TwoEditors::story() const
{
    const auto model = std::ranges::find_if(
        m_models, [this](const QString &id) { return m_truth.problem.contains(id); });
    const QStringList lines = model == m_models.end()
                                  ? m_trace.last(std::min(m_trace.size(), qsizetype(60)))
                                  : m_trace.filter(*model);
    return readable(lines.join(u'\n'));
}

QString TwoEditors::readable(QString text) const
{
    for (qsizetype i = 0; i < m_models.size(); ++i)
        text.replace(m_models[i], u"model %1"_s.arg(i));
    return text;
}

QString TwoEditors::newValue(const Person &person)
{
    return u"%1 %2"_s.arg(person.name).arg(++m_values);
}

void TwoEditors::run(int steps)
{
    for (int step = 0; step < steps && !isOver(); ++step) {
        if (step % stepsInOnePlace == 0)
            m_hot = below(int(m_models.size()));
        Person &person = m_people[below(2)];
        if (person.started - person.finished < maxWaiting)
            act(person);
        settle();
        for (int moves = below(5); moves > 0 && !isOver(); --moves)
            moveWire();
        if (step % 100 == 0)
            checkAll();
    }
}

void TwoEditors::act(Person &person)
{
    const bool isFar = below(10) == 0;
    QString model = m_models[isFar ? below(int(m_models.size()))
                                   : (m_hot + below(hotModels)) % int(m_models.size())];
    // Where the other one is saving just now it is most delicate.
    const auto others = std::ranges::find_if(
        m_running, [&](const auto &one) { return one->save.who != person.name; });
    const bool isBusy = others != m_running.end() && below(3) > 0;
    if (isBusy)
        model = (*others)->save.model;
    EditSession *session = person.bench->findDraft(model);
    if (!session) {
        open(person, model);
        return;
    }
    const int choice = isBusy && session->isDirty() && below(2) ? 99 : below(100);
    if (choice < 10) {
        open(person, model); // reads it again
    } else if (choice < 13) {
        QThread::msleep(2);
        person.bench->readings().recheck(session, std::chrono::milliseconds(0));
    } else if (choice < 15) {
        if (person.bench->catalogSync()->state() != CatalogSync::State::Loading)
            person.bench->catalogSync()->refresh();
    } else if (choice < 18) {
        discard(person, *session);
    } else if (choice < 40) {
        typeField(person, *session);
    } else if (choice < 52) {
        typeLabel(person, *session);
    } else if (choice < 66) {
        typeExtraInfo(person, *session);
    } else if (person.desks[model].moved) {
        decide(person, *session);
    } else {
        save(person, *session);
    }
    check(person, model);
}

void TwoEditors::open(Person &person, const QString &model)
{
    note(u"%1 opens %2"_s.arg(person.name, model));
    person.bench->open(model);
}

void TwoEditors::save(Person &person, EditSession &session)
{
    if (person.bench->saving().runningSave(&session) || !session.isDirty())
        return;
    const auto plan = SavePlan::make(session.base(), session.edited(), session.base().workspaceId);
    if (!plan) {
        m_truth.complain(
            u"%1 cannot save %2: %3"_s.arg(person.name, session.modelId(), plan.error().detail));
        return;
    }
    note(u"%1 saves %2"_s.arg(person.name, session.modelId()));
    person.desks[session.modelId()].told.clear();
    auto *save = m_running
                     .emplace_back(std::make_unique<Running>(
                         Running{.save = {.who = person.name,
                                          .model = session.modelId(),
                                          .plan = *plan,
                                          .base = placesOf(plan->base.metadata),
                                          .edited = placesOf(plan->edited),
                                          .known = person.desks[session.modelId()].known},
                                 .run = person.bench->saving().save(&session, *plan)}))
                     .get();
    connect(save->run, &SaveProgress::stepChanged, this, [this, save](int index) {
        const SaveStep &step = save->run->plan().steps[index];
        if (step.state != SaveStep::State::Done)
            return;
        if (step.kind == SaveStep::Kind::CheckUnchanged)
            save->save.checkedAt = m_deliveredAt;
        else if (step.kind == SaveStep::Kind::Verify)
            save->save.verified = m_delivered;
    });
    connect(save->run, &SaveProgress::finished, this,
            [this, &person, save](const SaveOutcome &outcome) {
                takeOutcome(person, *save, outcome);
                std::erase_if(m_running, [&](const auto &one) { return one.get() == save; });
            });
}

void TwoEditors::takeOutcome(Person &person, Running &running, const SaveOutcome &outcome)
{
    using Result = SaveOutcome::Result;
    const EditorsTruth::Save &save = running.save;
    note(u"%1's save of %2 ended as %3"_s.arg(person.name, save.model).arg(int(outcome.result)));
    if (running.isLeft)
        return; // what was written was judged when it was
    m_truth.saved(save, outcome);
    Desk &desk = person.desks[save.model];
    if (outcome.result == Result::Conflict)
        desk.moved = outcome.now;
    const Places held = placesOf(save.verified);
    if (outcome.result == Result::Saved || outcome.result == Result::NotTaken) {
        for (const QString &place : differingPlaces(save.base, save.edited)) {
            desk.known[place] += {save.edited.value(place), held.value(place)};
            if (desk.wants.contains(place) && desk.wants.value(place) == save.edited.value(place))
                desk.wants.remove(place);
        }
    }
    if (outcome.result != Result::Conflict && !desk.moved)
        checkTold(person, save);
    const EditSession *session = person.bench->findDraft(save.model);
    if (!session) {
        m_truth.complain(u"the session of %1 is gone"_s.arg(save.model));
        return;
    }
    const Places base = placesOf(session->base().metadata);
    // Where it was typed meanwhile and moved too, that is told and to be decided.
    if (outcome.result != Result::Conflict && base != held && !desk.moved)
        m_truth.complain(u"%1's session of %2 did not take over what was read back: %3"_s.arg(
            person.name, save.model, differingPlaces(base, held).join(u' ')));
    desk.wants.removeIf([&](Places::iterator it) { return base.value(it.key()) == it.value(); });
}

//! What another wrote between check and read-back, and this save did not change.
void TwoEditors::checkTold(const Person &person, const EditorsTruth::Save &save)
{
    const QStringList told = person.desks.value(save.model).told;
    const auto keyOf = [](const QString &place) { return place.section(u'$', 0, 0); };
    QSet<QString> changed;
    for (const QString &place : differingPlaces(save.base, save.edited))
        changed.insert(keyOf(place));
    for (const QString &place : differingPlaces(save.base, placesOf(save.verified))) {
        if (!changed.contains(keyOf(place)) && !told.contains(keyOf(place)))
            m_truth.complain(u"%1 is not told that %2 of %3 was taken over"_s.arg(
                person.name, place, save.model));
    }
}

void TwoEditors::decide(Person &person, EditSession &session)
{
    const QString &model = session.modelId();
    Desk &desk = person.desks[model];
    if (person.bench->saving().runningSave(&session))
        return;
    const RegisteredModel now = *std::exchange(desk.moved, std::nullopt);
    const ModelMerge merge = mergeModels(session.base().metadata, session.edited(), now.metadata);
    QHash<QString, MergeSide> decisions;
    for (const MergeClash &clash : merge.clashes)
        decisions.insert(clash.key(), below(2) ? MergeSide::Mine : MergeSide::Theirs);
    session.merge(now, decisions);
    const Places base = placesOf(session.base().metadata);
    const Places edited = placesOf(session.edited());
    for (auto it = decisions.cbegin(); it != decisions.cend(); ++it) {
        note(u"%1 decides %2 of %3: %4"_s.arg(
            person.name, it.key(), model, it.value() == MergeSide::Mine ? u"mine"_s : u"theirs"_s));
        desk.wants.removeIf([&](Places::iterator want) { return isUnder(want.key(), it.key()); });
        for (const QString &place : base.keys() + edited.keys()) {
            if (!isUnder(place, it.key()))
                continue;
            desk.known[place].insert(base.value(place));
            if (base.value(place) == edited.value(place))
                continue;
            if (it.value() == MergeSide::Theirs)
                m_truth.complain(u"%1 of %2 is not theirs"_s.arg(place, model));
            desk.wants[place] = edited.value(place);
        }
    }
    desk.wants.removeIf([&](Places::iterator it) { return base.value(it.key()) == it.value(); });
}

void TwoEditors::discard(Person &person, EditSession &session)
{
    const QString model = session.modelId();
    note(u"%1 discards %2"_s.arg(person.name, model));
    if (Running *left = running(person, &session))
        left->isLeft = true;
    person.desks.remove(model);
    person.bench->saving().discard(&session);
}

TwoEditors::Running *TwoEditors::running(const Person &person, const EditSession *session)
{
    const SaveProgress *run = person.bench->saving().runningSave(session);
    const auto found = std::ranges::find_if(
        m_running, [&](const auto &one) { return run && one->run == run; });
    return found == m_running.end() ? nullptr : found->get();
}

void TwoEditors::check(Person &person, const QString &model)
{
    const EditSession *session = person.bench->findDraft(model);
    const Desk desk = person.desks.value(model);
    if (!session) {
        if (!desk.wants.isEmpty())
            m_truth.complain(u"%1's edits of %2 are gone"_s.arg(person.name, model));
        return;
    }
    const Places base = placesOf(session->base().metadata);
    const Places edited = placesOf(session->edited());
    for (auto it = desk.wants.cbegin(); it != desk.wants.cend(); ++it) {
        if (edited.value(it.key()) != it.value())
            m_truth.complain(u"%1 typed \"%2\" at %3 of %4, and there is \"%5\""_s.arg(
                person.name, it.value(), it.key(), model, edited.value(it.key())));
    }
    for (const QString &place : differingPlaces(base, edited)) {
        if (!desk.wants.contains(place))
            m_truth.complain(u"%1 of %2 is edited to \"%3\" (\"%4\"), and %5 did not do it"_s.arg(
                place, model, edited.value(place), base.value(place), person.name));
    }
}

void TwoEditors::checkAll()
{
    for (Person &person : m_people) {
        for (const QString &model : std::as_const(m_models))
            check(person, model);
    }
}

} // namespace modelscribe::testing

#include "credentials/fixedcredentials.h"
#include "moc_twoeditors.cpp"
