// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registryproxy.h"
#include "session/editorstruth.h"
#include "session/workbench.h"

#include <QRandomGenerator>

#include <array>

namespace modelscribe::testing {

//! Two people with a window each, who edit the same models in one registry. What goes over the wire
//! waits until a random choice lets it through, requests and answers apart, so everything that can
//! happen between two steps of a save does; and the same seed does the same again.
class TwoEditors : public QObject
{
    Q_OBJECT

public:
    TwoEditors(quint32 seed, int models);
    ~TwoEditors() override;

    //! Stops at the first problem.
    void run(int steps);
    //! Everything that waits goes through, everything that is typed is saved or decided.
    void end();

    QString problem() const { return readable(m_truth.problem); }
    const EditorsTruth::Counts &counts() const { return m_truth.counts; }
    //! What happened to the model that the problem is about.
    QString story() const;

private:
    //! What one person has on the desk about one model.
    struct Desk
    {
        Places wants; //!< Typed and not saved yet; an empty value: is to go.
        QHash<QString, QSet<QString>> known;
        std::optional<RegisteredModel> moved; //!< To be decided about.
        QStringList told;                     //!< Taken over, since the last save was begun.
    };
    struct Person
    {
        QString name;
        std::unique_ptr<Workbench> bench;
        int started = 0;
        int finished = 0;
        QHash<QString, Desk> desks;
    };
    struct Running
    {
        EditorsTruth::Save save;
        QPointer<SaveProgress> run;
        bool isLeft = false; //!< Its session was discarded.
    };

    void openWindow(Person &person);
    int below(int limit) { return int(m_random.bounded(limit)); }
    QString newValue(const Person &person);
    void note(const QString &line);
    QString readable(QString text) const; //!< With numbers for ids, which are made at random.
    bool isOver() const { return !m_truth.problem.isEmpty(); }

    void act(Person &person);
    void open(Person &person, const QString &model);
    void typeField(Person &person, EditSession &session);
    void typeLabel(Person &person, EditSession &session);
    void typeExtraInfo(Person &person, EditSession &session);
    void noteTyping(Person &person, const EditSession &session, const ModelMetadata &before);
    void save(Person &person, EditSession &session);
    void decide(Person &person, EditSession &session);
    void discard(Person &person, EditSession &session);
    void checkTold(const Person &person, const EditorsTruth::Save &save);
    void takeOutcome(Person &person, Running &running, const SaveOutcome &outcome);
    void check(Person &person, const QString &model);
    void checkAll();

    void settle();
    void moveWire();
    void letGo(RegistryProxy::Waiting &waiting);
    void deliver(size_t index);
    Person &sender(const RegistryProxy::Waiting &waiting);
    Running *running(const Person &person, const EditSession *session);
    Running *writer(const Person &person, const ReceivedRequest &request, SaveStep::Kind *kind);

    QRandomGenerator m_random;
    RegistryProxy m_registry;
    Client m_direct; //!< Around the wire.
    QStringList m_models;
    std::array<Person, 2> m_people;
    std::vector<std::unique_ptr<Running>> m_running;
    EditorsTruth m_truth;
    int m_values = 0;
    int m_hot = 0;             //!< Where people work now: a few models from here.
    ModelMetadata m_delivered; //!< What the registry held when the answer was made.
    int m_deliveredAt = -1;
    QHash<QTcpSocket *, std::pair<ModelMetadata, int>> m_answers;
    QStringList m_trace;
};

} // namespace modelscribe::testing
