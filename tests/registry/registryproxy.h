// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/httplistener.h"
#include "api/operations.h"
#include "api/wiretest.h"
#include "localregistry/localregistry.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <functional>
#include <vector>

namespace modelscribe::testing {

//! A local registry with a wire in front of it that the test can cut.
class RegistryProxy : public QObject
{
    Q_OBJECT

public:
    enum class Do {
        Pass,
        LoseRequest, //!< The registry never sees it.
        LoseAnswer,  //!< The registry does it, the answer never arrives.
        CutAnswer,   //!< Half of the answer arrives.
        SpoilAnswer, //!< The answer arrives with a body that is no JSON.
        Refuse,      //!< 403, nothing done.
        BadRequest,  //!< 400, and so on.
        NotFound,
        Conflict,
        Throttle,
        Break,      //!< 500, nothing done.
        DoThenBusy, //!< The registry does it, the answer is 503.
        DoThenLate, //!< The same with the page of a gateway that waited for too long, 504.
        Ignore,     //!< 200, nothing done.
        Hold,       //!< Nothing happens, ever.
        HoldAnswer, //!< The registry does it, nothing is ever answered.
        Wait        //!< Until letGo(), and its answer until deliver().
    };
    //! A request that waits, or its answer.
    struct Waiting
    {
        QPointer<QTcpSocket> client; //!< Gone: nobody wants the answer any more.
        ReceivedRequest request;
        QByteArray answer; //!< Empty until letGo().
    };

    explicit RegistryProxy(std::optional<int> samples = {});
    ~RegistryProxy() override;

    Endpoint endpoint() const; //!< Through the wire.
    Endpoint direct() const;   //!< Around it.
    static AccessKey key() { return {.id = "LTAI-test-key", .secret = "test-secret"}; }
    static std::shared_ptr<CredentialSource> credentials() { return fixedCredentials(key()); }

    //! What happens to a request; everything passes when it is not set.
    std::function<Do(const ReceivedRequest &)> decide;
    //! What becomes of the body of a good answer that passes; nothing when it is not set.
    std::function<QByteArray(const ReceivedRequest &, const QByteArray &body)> rewrite;
    //! When a request did not pass: after what the registry did with it, before its sender knows.
    std::function<void(const ReceivedRequest &)> meanwhile;
    qsizetype count(const QByteArray &verb) const;
    HttpListener &listener() { return m_listener; }
    //! How often HoldAnswer had the registry's answer in hand.
    int heldAnswers() const { return m_heldAnswers; }
    void addKey(const AccessKey &key) { m_registry.addKey(key); }

    //! In the order they came.
    std::vector<Waiting> &waiting() { return m_waiting; }
    //! The registry does it now; returns when it has answered.
    void letGo(Waiting &waiting);
    //! Sends the answer.
    void deliver(Waiting &waiting);
    //! Whether anybody can connect; open connections are dropped when not.
    void setReachable(bool reachable);

    //! Past the wire.
    template<typename T>
    Result<T> ask(const Operation<T> &operation)
    {
        return wait(m_direct->run(operation));
    }
    QList<RegisteredModel> modelsNamed(const QString &name);
    RegisteredModel model(const QString &id);
    QString create(const ModelMetadata &metadata);
    void update(const RegisteredModel &base, const ModelMetadata &edited);
    //! For decide(): posting a label leaves one alone whose key is there.
    Do keepOldLabels(const ReceivedRequest &request);

private:
    void handle(QTcpSocket &socket, const ReceivedRequest &request);
    QByteArray rewritten(const ReceivedRequest &request, const QByteArray &answer) const;
    void tellMeanwhile(const ReceivedRequest &request);
    void forward(const QPointer<QTcpSocket> &client, const ReceivedRequest &request, Do what);

    QTemporaryDir m_folder;
    LocalRegistry m_registry;
    QTcpServer m_server;
    quint16 m_port = 0;
    int m_heldAnswers = 0;
    HttpListener m_listener;
    std::unique_ptr<Client> m_direct;
    std::vector<Waiting> m_waiting;
};

} // namespace modelscribe::testing
