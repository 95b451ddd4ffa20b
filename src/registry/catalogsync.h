// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalog.h"
#include "registry/connection.h"

#include <QPointer>
#include <QSet>

#include <optional>

// How the registry's list comes into a catalog.
//
// The registry gives its models by pages, oldest first, and does not stand still meanwhile: models
// come, move to an earlier page and go while the pages are asked for, one after the other. Others
// put into the same catalog what a save or a single read has just shown.
//
//      Idle ──refresh()──→ Loading ──last page──→ Ready
//                             │  ↑
//      an error, cancel(): Failed ──refresh()
//
// A refresh asks for page 1, 2, 3, … and puts each into the catalog as it comes. What is there from
// before stays until its successor comes. The end is an empty page, or as many models as TotalCount
// says, or pages that bring nothing new: the count may be anything (contract section 9), so it
// never ends a list by itself that goes on, and never keeps one going that has ended. When it went
// down on the way, models have moved to pages that were read already, and all pages are read once
// more.
//
// A page that cannot be decoded is left out and told as the error at the end; a second one in a
// row, and any other error, ends the refresh. A refresh that is stopped has an error too,
// Kind::Cancelled.
//
// What may never happen:
// - A model leaves the catalog because a page did not come. Only when all of them came, what none
//   of them listed goes, at the end and at once.
// - A page that was asked for before a save or a deletion was told undoes it.
// - An answer to an earlier refresh, connection or workspace is put in.
// - Pages are asked for without end.
namespace modelscribe {

//! Reads the models of a connection's workspace into a catalog, and again when asked to. Another
//! workspace empties the catalog.
class CatalogSync : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Loading, Ready, Failed };

    //! \p catalog must live as long.
    CatalogSync(Connection &connection, Catalog &catalog, QObject *parent = nullptr);
    ~CatalogSync() override;

    State state() const { return m_state; }
    const std::optional<Error> &error() const
    {
        return m_error;
    } //!< Why loading failed, or stopped half-way.
    qint64 expectedCount() const { return m_expected; } //!< TotalCount while loading, else 0.
    QDateTime loadedAt() const { return m_loadedAt; }   //!< When it was Ready last.

    //! From page 1 on; drops a refresh that is under way.
    void refresh();
    void cancel();

signals:
    void stateChanged();

private:
    void requestPage(int number);
    void takePage(int number, const Result<operations::ModelPage> &page);
    void takeFailedPage(int number, const Error &error);
    void put(const QList<RegisteredModel> &models);
    bool isLastPage(const operations::ModelPage &page, bool broughtNew);
    void noteTotal(std::optional<qint64> total);
    void beginSecondPass();
    void changeWorkspace();
    void reset(State state);
    void finish(State state);

    QPointer<Connection> m_connection;
    Catalog &m_catalog;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    qint64 m_expected = 0;
    QDateTime m_loadedAt;

    //! One refresh.
    struct Loading
    {
        quint64 began = 0;     //!< Catalog::now().
        quint64 asked = 0;     //!< The same of the page on its way.
        QSet<QString> listed;  //!< Ids of the pages of this pass.
        QSet<QString> removed; //!< By others meanwhile.
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
