// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/registeredmodel.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QStringList>

namespace modelscribe {

class Connection;

//! Asks for models by themselves that no page of the list named: they may be gone, or have moved to
//! a page that was read already.
class GoneCheck : public QObject
{
    Q_OBJECT

public:
    GoneCheck(Connection &connection, const QStringList &modelIds, QObject *parent = nullptr);
    ~GoneCheck() override;

    void start();

    const QStringList &gone() const { return m_gone; }
    const QList<RegisteredModel> &found() const { return m_found; }
    //! Why it is not known of all.
    const std::optional<Error> &error() const { return m_error; }

signals:
    void finished();

private:
    void askNext();
    void take(const QString &modelId, const Result<RegisteredModel> &model);

    QPointer<Connection> m_connection;
    QStringList m_waiting;
    QStringList m_gone;
    QList<RegisteredModel> m_found;
    std::optional<Error> m_error;
    QFuture<Result<RegisteredModel>> m_request;
};

} // namespace modelscribe
