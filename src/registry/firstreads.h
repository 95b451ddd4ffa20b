// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/registeredmodel.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>

namespace modelscribe {

class Catalog;
class Connection;

//! Reads models that somebody looks at by themselves, before the page that names them comes: one
//! after the other, each once, and not many. What cannot be read is left to the pages.
class FirstReads : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 30; //!< From begin() to stop().

    FirstReads(Connection &connection, Catalog &catalog, QObject *parent = nullptr);
    ~FirstReads() override;

    //! A pass over the pages begins: what comes into the catalog from now on is fresh.
    void begin();
    void stop();
    //! These, in their order, and no more those that were wanted before.
    void want(const QStringList &modelIds);

private:
    void askNext();
    void take(const QString &modelId, quint64 asked, const Result<RegisteredModel> &model);

    QPointer<Connection> m_connection;
    Catalog &m_catalog;
    bool m_isOn = false;
    quint64 m_began = 0;
    QStringList m_wanted;
    QSet<QString> m_asked;
    QFuture<Result<RegisteredModel>> m_request;
    bool m_isAsking = false;
    int m_run = 0; //!< Answers of earlier ones are dropped.
};

} // namespace modelscribe
