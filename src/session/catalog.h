// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registeredmodel.h"
#include "session/connection.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace modelscribe {

//! The models of one connection's workspace, in memory, as the registry last showed them.
class Catalog : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Loading, Ready, Failed };

    explicit Catalog(Connection &connection, QObject *parent = nullptr);

    State state() const { return m_state; }
    const std::optional<Error> &error() const
    {
        return m_error;
    } //!< Why loading failed, or stopped half-way.
    const QList<RegisteredModel> &models() const { return m_models; }
    const RegisteredModel *find(const QString &modelId) const;
    qint64 expectedCount() const { return m_expected; } //!< TotalCount while loading, else 0.
    QDateTime loadedAt() const { return m_loadedAt; }

    //! Lists all pages again. Rows that are already there stay visible until their successors
    //! arrive; what the registry no longer lists goes at the end. Ends also when TotalCount lies
    //! (faults N22).
    void refresh();
    void cancel();

    void upsert(const RegisteredModel &model); //!< After a save or a single read.
    void remove(const QString &modelId);

signals:
    void stateChanged();
    void modelsAdded(int first, int last);
    void modelChanged(int row);
    void modelsReset(); //!< Rows were removed or reordered.

private:
    void requestPage(int number);
    void takePage(int number, const Result<operations::ModelPage> &page);
    void finish(State state);

    QPointer<Connection> m_connection;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    QList<RegisteredModel> m_models;
    QHash<QString, int> m_rowOf;
    QSet<QString> m_seen; //!< Ids listed in this refresh.
    qint64 m_expected = 0;
    QDateTime m_loadedAt;
    QFuture<Result<operations::ModelPage>> m_request;
};

} // namespace modelscribe
