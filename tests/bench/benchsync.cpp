// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchsync.h"

#include "bench/figures.h"
#include "credentials/fixedcredentials.h"
#include "lists/facetmodel.h"
#include "lists/modeltablemodel.h"
#include "registry/catalogsync.h"
#include "registry/catalogtext.h"
#include "registry/valuesinuse.h"
#include "session/workbench.h"

#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
#include <numeric>

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

constexpr int listPageSize = operations::pageSize;

//! Times of models, in seconds: created one a second, some edited later, some just now.
class Times
{
public:
    explicit Times(int count)
        : m_count(count)
    {
    }

    //! One of a hundred models was edited by now.
    void editSome() { m_now = QDateTime::currentSecsSinceEpoch(); }

    qint64 created(int number) const { return 1'700'000'000 + number; }
    qint64 modified(int number) const
    {
        if (m_now > 0 && number % 100 == 0)
            return m_now - number % 1000;
        return number % 7 == 0 ? created(m_count + number * 3LL % m_count) : created(number);
    }
    std::vector<int> newestFirst() const
    {
        std::vector<int> numbers(size_t(m_count), 0);
        std::iota(numbers.begin(), numbers.end(), 0);
        std::ranges::stable_sort(numbers, std::greater(),
                                 [this](int number) { return modified(number); });
        return numbers;
    }

private:
    int m_count;
    qint64 m_now = 0;
};

QByteArray timeText(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate).toLatin1();
}

QByteArray numberedModel(int number, const Times &times)
{
    return R"({"ModelId":"model-)" + QByteArray::number(number).rightJustified(16, '0')
           + R"(","ModelName":"bench-model-)" + QByteArray::number(number)
           + R"(","ModelDescription":")"
           + QByteArray(number % 2 ? "新闻分类：中文新闻标题的分类模型。"
                                   : "A model of the bench. ")
                 .repeated(12)
           + R"(","WorkspaceId":"1","Accessibility":"PRIVATE","Origin":"ModelScope","Domain":"nlp",)"
             R"("Task":"text-classification","ModelType":"Checkpoint","OrderNumber":0,)"
             R"("ParameterSize":110,"ExtraInfo":{"RatingCount":2866,"Rating":4.94,"Notes":)"
           + "[" + QByteArray(R"({"Key":"precision","Value":0.9143,"Unit":"ratio"},)").repeated(16)
           + R"(1]},"Labels":[{"Key":"team","Value":"nlp"},{"Key":"lang","Value":"zh"}],)"
             R"("UserId":"2001","GmtCreateTime":")"
           + timeText(times.created(number)) + R"(","GmtModifiedTime":")"
           + timeText(times.modified(number)) + R"("})";
}

//! A registry on a thread of its own that knows one call.
class PageServer : public QObject
{
public:
    explicit PageServer(int count)
        : m_count(count)
        , m_times(count)
    {
        moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            this, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }
    ~PageServer() override
    {
        QMetaObject::invokeMethod(
            this, [this] { delete m_server; }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    QString address() const { return u"http://127.0.0.1:%1"_s.arg(m_port); }

    void editSome()
    {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_times.editSome();
                m_newest.clear();
            },
            Qt::BlockingQueuedConnection);
    }

    std::atomic<int> perSecond = 0; //!< 0: no limit.
    std::atomic<int> calls = 0;
    std::atomic<int> refused = 0;

private:
    void listen()
    {
        m_server = new QTcpServer;
        m_server->listen(QHostAddress::LocalHost);
        m_port = m_server->serverPort();
        m_time.start();
        connect(m_server, &QTcpServer::newConnection, m_server, [this] {
            QTcpSocket *socket = m_server->nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(*socket); });
        });
    }

    void answer(QTcpSocket &socket)
    {
        while (socket.canReadLine()) {
            const QByteArray line = socket.readLine();
            if (line.startsWith("GET "))
                socket.setProperty("target", line.split(' ').at(1));
            if (line.trimmed().isEmpty())
                socket.write(answerTo(socket.property("target").toByteArray()));
        }
    }

    QByteArray answerTo(const QByteArray &target)
    {
        ++calls;
        const qint64 now = m_time.elapsed();
        while (!m_recent.empty() && now - m_recent.front() >= 1000)
            m_recent.pop_front();
        if (perSecond > 0 && int(m_recent.size()) >= perSecond) {
            ++refused;
            return head(429, R"({"Code":"Throttling"})");
        }
        m_recent.push_back(now);
        const QUrlQuery query(QString::fromLatin1(target.split('?').last()));
        const int page = query.queryItemValue(u"PageNumber"_s).toInt();
        const int size = query.queryItemValue(u"PageSize"_s).toInt();
        const bool isNewestFirst = query.queryItemValue(u"SortBy"_s) == "GmtModifiedTime"_L1;
        if (isNewestFirst && m_newest.empty())
            m_newest = m_times.newestFirst();
        QByteArray body = R"({"RequestId":"1","TotalCount":)" + QByteArray::number(m_count)
                          + R"(,"Models":[)";
        const int first = (page - 1) * size;
        for (int i = first; i < std::min(first + size, m_count); ++i)
            body += (i > first ? "," : "")
                    + numberedModel(isNewestFirst ? m_newest[size_t(i)] : i, m_times);
        return head(200, body + "]}");
    }

    static QByteArray head(int status, const QByteArray &body)
    {
        return "HTTP/1.1 " + QByteArray::number(status)
               + " Status\r\nContent-Type: application/json\r\nContent-Length: "
               + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    QThread m_thread;
    QTcpServer *m_server = nullptr;
    quint16 m_port = 0;
    int m_count;
    Times m_times;
    std::vector<int> m_newest;
    QElapsedTimer m_time;
    std::deque<qint64> m_recent;
};

//! How evenly a beat of 5 ms comes.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(this, [this] {
            m_gaps.append(std::max(0.0, double(m_since.nsecsElapsed()) / 1e6 - 5));
            m_since.start();
        });
        m_since.start();
        m_timer.start(5);
    }
    void print(const char *name)
    {
        if (!m_gaps.isEmpty())
            figures::printTail(name, m_gaps, "ms");
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    QList<double> m_gaps;
};

double writtenMegabytes()
{
    QFile io(u"/proc/self/io"_s);
    if (!io.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : io.readAll().split('\n')) {
        if (line.startsWith("write_bytes:"))
            return line.mid(12).trimmed().toDouble() / 1e6;
    }
    return 0;
}

//! What a window has that follows the list, from its start to the end of a refresh.
struct Reading
{
    Reading(const PageServer &server, const QString &folder, double readsPerSecond)
        : bench(ClientOptions{.readsPerSecond = readsPerSecond})
    {
        bench.keepCopiesIn(folder);
        time.start();
        bench.connectTo({.target = {.title = u"bench"_s,
                                    .endpoint = *Endpoint::fromText(server.address()),
                                    .registryKey = u"bench"_s},
                         .credentials = fixedCredentials({.id = "id", .secret = "secret"})});
        table.setCatalog(bench.catalog());
        facets.setValues(bench.valuesInUse());
        QObject::connect(bench.catalog(), &Catalog::added, &table, [this] {
            if (firstRows < 0)
                firstRows = time.elapsed();
        });
    }

    double refresh()
    {
        return ended([](CatalogSync &sync) { sync.refresh(); });
    }
    double refreshNewest()
    {
        return ended([](CatalogSync &sync) { sync.refreshNewest(CatalogSync::Then::Enough); });
    }

    double ended(const std::function<void(CatalogSync &)> &begin)
    {
        QEventLoop loop;
        CatalogSync *sync = bench.catalogSync();
        QObject::connect(sync, &CatalogSync::stateChanged, &loop, [&] {
            if (sync->state() != CatalogSync::State::Loading)
                loop.quit();
        });
        begin(*sync);
        loop.exec();
        if (sync->error())
            std::printf("failed: %s\n", qPrintable(sync->error()->detail));
        return double(time.elapsed());
    }

    //! Until the index of all text has what the catalog has.
    void waitForTexts()
    {
        QEventLoop loop;
        bench.catalogText()->find({"a"}, &loop, [&loop](const TextAnswer &) { loop.quit(); });
        loop.exec();
    }

    QElapsedTimer time;
    qint64 firstRows = -1;
    Workbench bench;
    ModelTableModel table;
    FacetModel facets;
};

void benchNewest(PageServer &server, Reading &reading, const char *name)
{
    Heartbeat beat;
    reading.time.start();
    server.calls = 0;
    const double written = writtenMegabytes();
    figures::print(name, {reading.refreshNewest()}, "ms");
    QThread::msleep(200);
    figures::print("    by", {double(server.calls)}, "requests");
    figures::print("    written", {writtenMegabytes() - written}, "MB");
    beat.print("    gap of the event loop");
}

void benchUnlimited(PageServer &server, const QString &folder, int count)
{
    const double before = figures::residentMegabytes();
    {
        Heartbeat beat;
        Reading reading(server, folder, 0);
        const double ms = reading.refresh();
        figures::print("sync: all, into a new copy", {ms}, "ms");
        figures::print("sync: models", {count / ms * 1000}, "per second");
        figures::print("sync: first rows", {double(reading.firstRows)}, "ms");
        beat.print("sync: gap of the event loop");
        figures::print("sync: memory with all of it", {figures::residentMegabytes() - before},
                       "MB more");
    }
    {
        Heartbeat beat;
        Reading reading(server, folder, 0);
        QEventLoop loop;
        QObject::connect(reading.bench.catalogSync(), &CatalogSync::stateChanged, &loop,
                         &QEventLoop::quit);
        loop.exec();
        figures::print("sync: first rows from the copy", {double(reading.firstRows)}, "ms");
        figures::print("sync: all rows from the copy", {double(reading.time.elapsed())}, "ms");
        beat.print("sync: gap while they come");
        reading.waitForTexts(); // which are written too
        reading.time.start();
        const double written = writtenMegabytes();
        figures::print("sync: refresh without a change", {reading.refresh()}, "ms");
        QThread::msleep(200);
        figures::print("sync: written by it", {writtenMegabytes() - written}, "MB");
        benchNewest(server, reading, "sync: newest first, nothing changed");
        server.editSome();
        benchNewest(server, reading, "sync: newest first, one of 100 changed");
    }
}

//! \p pages at \p rate from a service that refuses more than 50 a second.
void benchLimited(PageServer &server, double rate, const char *name)
{
    QTemporaryDir folder;
    server.perSecond = 50;
    server.calls = 0;
    server.refused = 0;
    Reading reading(server, folder.path(), rate);
    const double ms = reading.refresh();
    figures::print(name, {server.calls / ms * 1000}, "calls per second");
    figures::print("    of which refused", {double(server.refused)}, "calls");
    server.perSecond = 0;
}

} // namespace

void benchSync(int count)
{
    PageServer server(count);
    QTemporaryDir folder;
    benchUnlimited(server, folder.path(), count);
    PageServer some(std::min(count, 500 * listPageSize));
    benchLimited(some, 25, "sync: service allows 50, ours is 25");
    benchLimited(some, 50, "sync: service allows 50, ours is 50");
}
