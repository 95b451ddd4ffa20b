// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/operations.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <optional>

namespace modelscribe {

class Connection;

//! The bounds; tests narrow them.
struct PageReaderOptions
{
    int mostAtOnce = 6; //!< As many as a client opens connections.
    //! Before a page is asked for again that the service refused as one too many, although the
    //! client has repeated it; the last one repeats no more.
    QList<std::chrono::milliseconds> pauses = {std::chrono::seconds(2),  std::chrono::seconds(5),
                                               std::chrono::seconds(10), std::chrono::seconds(20),
                                               std::chrono::seconds(30), std::chrono::seconds(30)};
};

//! Asks for the pages of a registry's list, several at once while the service takes it well, and
//! hands them on one after the other in their order.
//!
//! One more at once after each page that came at the first try, half as many after one that did
//! not, and one alone after a refusal. Behind the last page that is expected only one is asked for.
class PageReader : public QObject
{
    Q_OBJECT

public:
    struct Page
    {
        int number = 0;
        quint64 asked = 0; //!< What \p now gave when it was asked for.
        Result<operations::ModelPage> content;
    };
    using Take = std::function<void(const Page &page)>;

    //! \p query: what is asked for and its order; the scope is the connection's.
    PageReader(Connection &connection, std::function<quint64()> now, PageReaderOptions options,
               operations::ListModelsQuery query = {}, QObject *parent = nullptr);
    ~PageReader() override;

    //! Calls \p take with page \p first and those that follow, until stop() or for good after a
    //! page that cannot be had.
    void start(int first, Take take);
    void stop();
    void setLastExpected(int page) { m_lastExpected = page; }
    //! Asks for no more for the time being.
    void hold(bool held);

private:
    struct Asked
    {
        int number = 0;
        quint64 moment = 0;
        QFuture<Result<operations::ModelPage>> request;
        std::optional<Result<operations::ModelPage>> answer;
        int attempts = 1;
        bool isRefused = false; //!< Is asked for again after the pause.
    };

    void askMore();
    void send(Asked &page);
    Asked *find(int number);
    void takeAnswer(int number, const Result<operations::ModelPage> &answer);
    bool waitsFor(const Asked &page);
    void adapt(const Asked &page);
    void handOn();

    QPointer<Connection> m_connection;
    std::function<quint64()> m_now;
    PageReaderOptions m_options;
    operations::ListModelsQuery m_query;
    Take m_take;
    std::deque<Asked> m_asked; //!< By number.
    int m_run = 0;             //!< Answers of earlier ones are dropped.
    int m_next = 1;
    int m_atOnce = 1;
    int m_lastExpected = 0;
    bool m_isHeld = false;
    qsizetype m_pauses = 0; //!< In a row.
    QTimer m_pause;
};

} // namespace modelscribe
