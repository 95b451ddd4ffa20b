// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/faultserver.h"
#include "api/httplistener.h"
#include "core/jsonmembers.h"
#include "model/servicerules.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace modelscribe::testing {

//! How a made-up service answers what no document says.
struct Quirks
{
    enum class Take { Clears, Ignores, Refuses };
    enum class Post { Overwrites, Keeps, Adds, Refuses };
    enum class Quoted { Exact, Ignored, Literal };
    enum class Sort { ByKey, ByCreation, Refuses };

    bool omittedStay = true;
    Take emptyText = Take::Clears;
    Take nullText = Take::Ignores;
    Take nullNumber = Take::Ignores;
    Take emptyObject = Take::Clears;
    ServiceRules::Merge merge = ServiceRules::Merge::None;
    bool nullRemoves = false;
    bool respells = false;
    Post post = Post::Overwrites;
    int largestPage = 50;
    bool refusesLargerPages = false;
    Sort sort = Sort::ByKey;
    Quoted quoted = Quoted::Exact;
    bool namesAreUnique = false;
    int sameNameStatus = 409;
    bool countsNameInBytes = false;
    bool takesOtherLetters = true;
    int goneStatus = 404;
    QByteArray goneCode = "201900002";
    bool checksValues = true;
    bool mayPublish = true;
    bool listsPublish = true;
    bool hasWorkspace = true;
    bool tellsPermissions = true;
    bool versionsGoAlong = true;
    QByteArray versionsCode = "HasVersions"; //!< Of a model that cannot be deleted with them.
    bool hasMilliseconds = true;
    bool hasTagsOnly = false;
    QByteArray vendorRetryAfter; //!< One call is refused with it.
};

//! A service in memory that goes by quirks, and fails as it is told.
class FakeService
{
public:
    enum class Fault {
        None,
        Break,       //!< 500, nothing done.
        BreakAfter,  //!< The same, and it is done.
        LoseRequest, //!< Nothing done, no answer.
        LoseAnswer,  //!< Done, no answer.
        Forbid,      //!< 403, nothing done.
        Blab,        //!< 400 in words that say whose it is, nothing done.
        Hold         //!< Nothing is ever answered.
    };

    explicit FakeService(const Quirks &quirks = {}, int others = 120);

    QString address() const;
    //! What becomes of the request with this number, from 0; nothing happens when it is not set.
    std::function<Fault(int number, const ReceivedRequest &request)> fault;
    int requestCount() const { return m_count; }
    //! Models that were not there from the beginning.
    QStringList left() const;
    const QList<ReceivedRequest> &requests() const { return m_listener.requests(); }

private:
    struct Answer
    {
        int status = 200;
        QByteArray body = R"({"RequestId":"R-1"})";
    };
    struct Model
    {
        QString id;
        QJsonObject fields; //!< Without ExtraInfo.
        QByteArray extraInfo;
        QList<std::pair<QString, QString>> labels;
        QStringList versions;
        qint64 created = 0;
        qint64 modified = 0;
    };

    void handle(QTcpSocket &socket, const ReceivedRequest &request);
    Answer answer(const ReceivedRequest &request);
    Answer ofModel(const QByteArray &verb, Model &model, const QByteArray &body);
    Answer list(const QUrlQuery &query);
    Answer create(const QByteArray &body);
    Answer update(Model &model, const QByteArray &body);
    Answer postLabels(Model &model, const QByteArray &body);
    Answer refusal(int status, const QByteArray &code) const;
    std::optional<Answer> checked(const Model &model, const QList<RawMember> &members) const;
    void write(Model &model, const QList<RawMember> &members);
    void writeExtraInfo(Model &model, const QByteArray &sent);
    QByteArray text(const Model &model) const;
    QByteArray time(qint64 seconds) const;
    Model *find(const QString &id);

    Quirks m_quirks;
    QTcpServer m_server;
    HttpListener m_listener;
    QList<Model> m_models;
    int m_others;
    int m_count = 0;
    int m_nextId = 0;
    qint64 m_now = 1'767'312'000; // 2026-01-02
    bool m_hasThrottled = false;
};

} // namespace modelscribe::testing
