// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"
#include "registry/connection.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <optional>

namespace modelscribe {

//! The models of one connection's workspace, in memory, as the registry last showed them.
class Catalog : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Loading, Ready, Failed };

    explicit Catalog(Connection &connection, QObject *parent = nullptr);
    ~Catalog() override;

    State state() const { return m_state; }
    const std::optional<Error> &error() const
    {
        return m_error;
    } //!< Why loading failed, or stopped half-way.
    const QList<RegisteredModel> &models() const { return m_models; }
    const RegisteredModel *find(const QString &modelId) const;
    int rowOf(const QString &modelId) const { return m_rowOf.value(modelId, -1); }
    qint64 expectedCount() const { return m_expected; } //!< TotalCount while loading, else 0.
    QDateTime loadedAt() const { return m_loadedAt; }

    //! Lists all pages again. Rows that are already there stay visible until their successors
    //! arrive; what the registry no longer lists goes at the end. Ends also when TotalCount lies
    //! (contract section 9). A damaged page is left out and told by error().
    void refresh();
    void cancel();

    //! After a save or a single read. Needs no connection.
    void upsert(const RegisteredModel &model);
    void remove(const QString &modelId);

signals:
    void stateChanged();
    void modelsAdded(int first, int last);
    void modelChanged(int row);
    void modelsReset(); //!< Rows were removed or reordered.

private:
    void requestPage(int number);
    void takePage(int number, const Result<operations::ModelPage> &page);
    void takeFailedPage(int number, const Error &error);
    bool isLastPage(const operations::ModelPage &page, bool broughtNew);
    void noteTotal(std::optional<qint64> total);
    void merge(const QList<RegisteredModel> &models);
    void dropUnlisted();
    void takeRemoval();
    void clear();
    void finish(State state);

    QPointer<Connection> m_connection;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    QList<RegisteredModel> m_models;
    QHash<QString, int> m_rowOf;
    qint64 m_expected = 0;
    QDateTime m_loadedAt;

    //! One refresh.
    struct Loading
    {
        QSet<QString> listed;  //!< Ids of the pages of this pass.
        QSet<QString> seen;    //!< Ids listed in any pass, or put in meanwhile.
        QSet<QString> removed; //!< Deleted meanwhile: a page on its way may still list them.
        int pass = 1;
        int pagesWithoutNews = 0; //!< In a row.
        int failedPages = 0;      //!< In a row.
        bool shrank = false;      //!< TotalCount went down, so later models moved to earlier pages.
        std::optional<qint64> total;
    };
    Loading m_loading;
    int m_loadNumber = 0; //!< Answers of earlier ones are dropped.
    QFuture<Result<operations::ModelPage>> m_request;
};

} // namespace modelscribe
