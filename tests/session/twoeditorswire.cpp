// SPDX-License-Identifier: GPL-3.0-or-later
// How requests and answers of the two people get through, and how it all ends.
#include "session/twoeditors.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe::testing {

namespace {

//! The id in "/api/v1/models/<id>/labels?…"; empty for the list.
QString modelOf(const ReceivedRequest &request)
{
    const qsizetype query = request.target.indexOf('?');
    const QByteArray path = query < 0 ? request.target : request.target.first(query);
    return QString::fromLatin1(path.split('/').value(4));
}

} // namespace

TwoEditors::Person &TwoEditors::sender(const RegistryProxy::Waiting &waiting)
{
    const QByteArray by = waiting.request.header("authorization");
    return by.contains("key-of-" + m_people[0].name.toLatin1()) ? m_people[0] : m_people[1];
}

//! Until everything that was sent waits at the wire, and nothing else is under way.
void TwoEditors::settle()
{
    QElapsedTimer timer;
    timer.start();
    for (int calm = 0; calm < 4;) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
        std::vector<RegistryProxy::Waiting> &waiting = m_registry.waiting();
        std::erase_if(waiting, [](const RegistryProxy::Waiting &one) { return !one.client; });
        const bool isLevel = std::ranges::all_of(m_people, [&](const Person &person) {
            return person.started - person.finished
                   == std::ranges::count_if(waiting, [&](const RegistryProxy::Waiting &one) {
                          return &sender(one) == &person;
                      });
        });
        calm = isLevel ? calm + 1 : 0;
        if (!isLevel)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (timer.elapsed() > 20'000) {
            m_truth.complain(u"the wire hangs"_s);
            return;
        }
    }
}

void TwoEditors::moveWire()
{
    std::vector<RegistryProxy::Waiting> &waiting = m_registry.waiting();
    if (waiting.empty())
        return;
    // Sorted by what it is: two that were sent at once may come in any order.
    std::ranges::stable_sort(waiting, [this](const auto &a, const auto &b) {
        const auto rank = [this](const RegistryProxy::Waiting &one) {
            return std::tuple(sender(one).name, one.request.header("x-acs-signature-nonce").size(),
                              one.request.header("x-acs-signature-nonce"));
        };
        return rank(a) < rank(b);
    });
    const size_t index = below(int(waiting.size()));
    if (waiting[index].answer.isEmpty())
        letGo(waiting[index]);
    else
        deliver(index);
    settle();
}

void TwoEditors::letGo(RegistryProxy::Waiting &waiting)
{
    Person &person = sender(waiting);
    const ReceivedRequest &request = waiting.request;
    const QString model = modelOf(request);
    note(u"  %1: %2 %3 goes"_s.arg(person.name, QString::fromLatin1(request.verb),
                                   QString::fromLatin1(request.target)));
    SaveStep::Kind kind{};
    const Running *running = request.verb == "GET" ? nullptr : writer(person, request, &kind);
    m_registry.letGo(waiting);
    if (request.verb == "GET") {
        if (!model.isEmpty())
            m_answers.insert(waiting.client, {m_truth.held(model), m_truth.now()});
        return;
    }
    if (!running) {
        m_truth.complain(u"%1 writes to %2 without a save"_s.arg(person.name, model));
        return;
    }
    const QFuture<Result<RegisteredModel>> after = m_direct.run(operations::getModel(model));
    while (!after.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (const auto read = after.result())
        m_truth.written(running->save, kind, read->metadata);
    else
        m_truth.complain(u"%1 cannot be read"_s.arg(model));
}

void TwoEditors::deliver(size_t index)
{
    RegistryProxy::Waiting &waiting = m_registry.waiting()[index];
    Person &person = sender(waiting);
    const QString model = modelOf(waiting.request);
    note(u"  %1: %2 %3 is answered"_s.arg(person.name, QString::fromLatin1(waiting.request.verb),
                                          QString::fromLatin1(waiting.request.target)));
    std::tie(m_delivered, m_deliveredAt) = m_answers.take(waiting.client);
    m_registry.deliver(waiting);
    m_registry.waiting().erase(m_registry.waiting().begin() + qsizetype(index));
    settle();
    if (!model.isEmpty())
        check(person, model);
}

TwoEditors::Running *TwoEditors::writer(const Person &person, const ReceivedRequest &request,
                                        SaveStep::Kind *kind)
{
    for (const auto &one : m_running) {
        if (one->save.who != person.name || !one->run)
            continue;
        for (const SaveStep &step : one->run->plan().steps) {
            if (step.state == SaveStep::State::Running && step.isWrite()
                && step.request.verbName() == request.verb
                && step.request.target() == request.target
                && step.request.body.value_or(QByteArray()) == request.body) {
                *kind = step.kind;
                return one.get();
            }
        }
    }
    return nullptr;
}

void TwoEditors::end()
{
    const auto calmDown = [this] {
        while (!m_registry.waiting().empty() && !isOver())
            moveWire();
    };
    calmDown();
    // Each saves all edits; what the other saved before has to be decided about.
    for (int round = 0; round < 20 && !isOver(); ++round) {
        bool isDone = true;
        for (Person &person : m_people) {
            for (EditSession *session : person.bench->dirtySessions()) {
                isDone = false;
                if (person.desks[session->modelId()].moved)
                    decide(person, *session);
                else
                    save(person, *session);
                settle();
                calmDown();
            }
        }
        if (isDone)
            break;
        if (round == 19)
            m_truth.complain(u"there is no end of edits"_s);
    }
    checkAll();
    for (Person &person : m_people) {
        for (const QString &model : std::as_const(m_models)) {
            person.bench->open(model);
            settle();
            calmDown();
            const EditSession *session = person.bench->findDraft(model);
            if (!session || session->isDirty()
                || placesOf(session->edited()) != placesOf(m_truth.held(model)))
                m_truth.complain(u"%1 sees another %2 than there is"_s.arg(person.name, model));
        }
    }
    m_registry.decide = {};
    for (const QString &model : std::as_const(m_models)) {
        if (placesOf(m_registry.model(model).metadata) != placesOf(m_truth.held(model)))
            m_truth.complain(u"%1 changed without a write"_s.arg(model));
    }
}

} // namespace modelscribe::testing
