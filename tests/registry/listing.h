// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/faultserver.h"
#include "api/wiretest.h"
#include "registry/catalogsync.h"
#include "registry/catalogtest.h"

#include <QEventLoop>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace modelscribe::testing {

using namespace Qt::StringLiterals;

inline QList<RegisteredModel> numbered(int count)
{
    QList<RegisteredModel> models;
    for (int i = 0; i < count; ++i)
        models.append(modelOf(u"model-%1"_s.arg(i), {.name = u"name %1"_s.arg(i)}));
    return models;
}

inline QString queryValue(const ReceivedRequest &request, const QString &key)
{
    return QUrlQuery(QUrl(QString::fromLatin1(request.target))).queryItemValue(key);
}

inline int pageNumber(const ReceivedRequest &request)
{
    return queryValue(request, u"PageNumber"_s).toInt();
}

//! Of a request for the newest first.
inline bool isNewestFirst(const ReceivedRequest &request)
{
    return queryValue(request, u"SortBy"_s) == "GmtModifiedTime"_L1;
}

//! Of a request for one model.
inline QByteArray singleId(const ReceivedRequest &request)
{
    const QByteArray prefix = "/api/v1/models/";
    return request.target.startsWith(prefix) ? request.target.mid(prefix.size()) : QByteArray();
}

//! A registry whose pages the test makes.
struct ListWatch
{
    explicit ListWatch(QList<RegisteredModel> held = {})
        : models(std::move(held))
    {
        server.listener().setHandler([this](QTcpSocket &socket, const ReceivedRequest &request) {
            if (const QByteArray id = singleId(request); !id.isEmpty()) {
                socket.write(singleInstead ? singleInstead() : single(QString::fromLatin1(id)));
                return;
            }
            ++requests;
            if (before)
                before(pageNumber(request));
            if (newestFirst && isNewestFirst(request)) {
                ++newestRequests;
                socket.write(newestFirst(pageNumber(request)));
                return;
            }
            const QByteArray count = total.value_or(QByteArray::number(models.size()));
            const QByteArray page = pageJson(models.mid((pageNumber(request) - 1) * size, size),
                                             count);
            const int status = answerInstead ? answerInstead(pageNumber(request), socket) : 0;
            if (status == 0)
                socket.write(httpAnswer(200, page));
        });
    }

    QByteArray single(const QString &id)
    {
        ++singleReads;
        const auto model = std::ranges::find(models, id, &RegisteredModel::id);
        return model == models.end() ? httpAnswer(404, R"({"Code":"201900002"})")
                                     : httpAnswer(200, modelJson(*model));
    }

    FaultServer server;
    QList<RegisteredModel> models;
    int singleReads = 0;
    std::function<QByteArray()> singleInstead; //!< What a request for one model gets.
    std::optional<QByteArray> total;
    int size = operations::pageSize;
    int requests = 0;
    int newestRequests = 0; //!< Among them.
    std::function<QByteArray(int page)>
        newestFirst; //!< Answers them; without it they are as others.
    std::function<void(int page)> before;
    std::function<int(int page, QTcpSocket &)> answerInstead; //!< 0: the page after all.
    ConnectionSettings settings() const
    {
        return {.target = {.endpoint = *Endpoint::fromText(server.address())},
                .credentials = canarySource()};
    }

    Connection connection{settings(), patientOptions()};
    Catalog catalog;
    CatalogSync sync{connection, catalog};
};

//! The state once it is no longer loading. (QTRY_COMPARE() sleeps 10 ms a round, which adds up.)
inline CatalogSync::State settled(CatalogSync &sync)
{
    QEventLoop loop;
    QObject::connect(&sync, &CatalogSync::stateChanged, &loop, [&] {
        if (sync.state() != CatalogSync::State::Loading)
            loop.quit();
    });
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    if (sync.state() == CatalogSync::State::Loading)
        loop.exec();
    return sync.state();
}

template<typename Models>
QStringList orderOf(const Models &models)
{
    QStringList ids;
    for (const RegisteredModel &model : models)
        ids.append(model.id);
    return ids;
}

template<typename Models>
QSet<QString> idsOf(const Models &models)
{
    const QStringList ids = orderOf(models);
    return {ids.begin(), ids.end()};
}

} // namespace modelscribe::testing
