// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchmany.h"

#include "api/signedrequest.h"
#include "bench/figures.h"
#include "lists/batchgrid.h"
#include "registry/batchreview.h"
#include "registry/catalogsync.h"
#include "registry/registryproxy.h"
#include "session/batches.h"
#include "session/batchsession.h"
#include "session/workbench.h"
#include "store/batchstore.h"
#include "store/journal.h"
#include "ui/batch/batchpage.h"
#include "ui/batch/batchtable.h"
#include "ui/many/manypane.h"

#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <cmath>
#include <deque>

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int minutes = 60'000; // ms

ModelMetadata numberedMetadata(int number)
{
    ModelMetadata metadata;
    metadata.name = u"bench-model-%1"_s.arg(number);
    metadata.description = u"新闻分类：中文新闻标题的 14 类分类模型。A model of the bench."_s;
    metadata.domain = u"nlp"_s;
    metadata.task = number % 3 ? u"text-classification"_s : u"text-generation"_s;
    metadata.type = number % 2 ? u"Checkpoint"_s : u"LoRA"_s;
    metadata.labels = {{u"team"_s, u"nlp"_s}, {u"run"_s, QString::number(number)}};
    return metadata;
}

//! A workbench over a registry that holds \p count models and has no limits but its own.
struct ManyModels
{
    ManyModels(const Endpoint &endpoint, double writesPerSecond)
        : journal(folder.filePath(u"journal.db"_s))
        , batches(folder.filePath(u"batches.db"_s))
        , bench([writesPerSecond] {
            ClientOptions options = patientOptions();
            options.writesPerSecond = writesPerSecond;
            return options;
        }())
    {
        bench.keepIn(nullptr, &journal, &batches);
        bench.connectTo(
            {.target = {.title = u"bench"_s, .endpoint = endpoint, .registryKey = u"bench"_s},
             .credentials = RegistryProxy::credentials()});
    }

    bool list()
    {
        bench.catalogSync()->refresh();
        return figures::waitFor(
            [this] { return bench.catalogSync()->state() == CatalogSync::State::Ready; },
            10 * minutes);
    }
    QList<RegisteredModel> models(int count) const
    {
        QList<RegisteredModel> models;
        for (const QString &id : ids(count))
            models.append(*bench.catalog()->find(id));
        return models;
    }
    QStringList ids(int count) const
    {
        QStringList ids;
        for (const RegisteredModel &model : bench.catalog()->models()) {
            if (ids.size() < count)
                ids.append(model.id);
        }
        return ids;
    }

    QTemporaryDir folder;
    Journal journal;
    BatchStore batches;
    Workbench bench;
};

BatchEdit setTask(const QString &task) { return {.fields = {{u"Task"_s, {.text = task}}}}; }

bool create(Client &client, int count)
{
    int next = 0;
    int open = 0;
    int done = 0;
    QObject context;
    std::function<void()> goOn = [&] {
        for (; next < count && open < 8; ++next) {
            ++open;
            whenDone(client.run(*operations::createModel(numberedMetadata(next), u"1"_s)), &context,
                     [&](const Result<QString> &id) {
                         --open;
                         done += id.has_value();
                         goOn();
                     });
        }
    };
    goOn();
    return figures::waitFor([&] { return next == count && open == 0; }, 10 * minutes)
           && done == count;
}

void benchManyForm(ManyModels &many, int count)
{
    ManyPane pane(many.bench);
    pane.resize(424, 720);
    pane.show();
    while (pane.buildSome()) { }
    const QStringList ids = many.ids(count);
    QList<double> opened;
    QList<double> counted;
    BatchSession first;
    BatchSession second;
    first.setModelIds(ids);
    second.setModelIds(ids);
    for (int round = 0; round < 5; ++round) {
        opened.append(figures::milliseconds([&] {
            pane.setSession(round % 2 ? &second : &first);
            pane.grab();
        }));
        counted.append(figures::milliseconds([&] {
            if (!figures::waitFor([&] { return pane.counting().isCounted(); }, minutes))
                std::puts("the values are not counted");
        }));
    }
    figures::print("many: form opened and painted", opened, "ms");
    figures::print("many: until its values are counted", counted, "ms");

    auto *origin = pane.findChild<QLineEdit *>(u"field_Origin"_s);
    QList<double> keys;
    for (int i = 0; i < 50; ++i) {
        keys.append(figures::milliseconds([&] {
            QTest::keyClick(origin, 'x');
            pane.grab();
        }));
    }
    figures::printTail("many: a key in a field, painted", keys, "ms");
    pane.setSession(nullptr);
}

void benchGrid(ManyModels &many, int count)
{
    Connection &connection = *many.bench.connection();
    BatchPage page;
    page.resize(1280, 800);
    page.show();
    QList<double> opened;
    for (int round = 0; round < 3; ++round) {
        auto review = std::make_unique<BatchReview>(connection, setTask(u"fill-mask"_s),
                                                    many.models(count));
        opened.append(figures::milliseconds([&] {
            page.review(connection, std::move(review));
            page.grab();
        }));
    }
    figures::print("many: review opened and painted", opened, "ms");
    const double read = figures::milliseconds([&] {
        if (!figures::waitFor([&] { return !page.currentReview()->isRunning(); }, 10 * minutes))
            std::puts("not all were read");
    });
    figures::print("many: all of them read", {read}, "ms");
    QScrollBar *bar = page.table().verticalScrollBar();
    QList<double> frames;
    for (int i = 1; i <= 200; ++i) {
        bar->setValue(int(qint64(bar->maximum()) * ((i * 37) % 200) / 200));
        frames.append(figures::milliseconds([&] { page.grab(); }));
    }
    figures::printTail("many: review scrolled anywhere, painted", frames, "ms");
}

//! The writes that arrive, and how many more than allowed came within any one second.
struct Allowance
{
    explicit Allowance(int perSecond)
        : allowed(perSecond)
    {
        clock.start();
    }

    bool take()
    {
        const qint64 now = clock.nsecsElapsed();
        while (!recent.empty() && now - recent.front() >= 1'000'000'000)
            recent.pop_front();
        if (begin < 0)
            begin = now;
        end = now;
        if (int(recent.size()) >= allowed) {
            ++refused;
            return false;
        }
        recent.push_back(now);
        ++taken;
        return true;
    }
    double perSecond() const { return taken > 1 ? (taken - 1) / (double(end - begin) / 1e9) : 0; }

    int allowed;
    QElapsedTimer clock;
    std::deque<qint64> recent;
    qint64 begin = -1;
    qint64 end = -1;
    int taken = 0;
    int refused = 0;
};

//! Models a second; 0 when not all were saved.
double savedPerSecond(ManyModels &many, int count, const QString &task)
{
    Connection &connection = *many.bench.connection();
    BatchReview review(connection, setTask(task), many.models(count));
    review.start();
    if (!figures::waitFor([&] { return !review.isRunning(); }, 10 * minutes))
        return 0;
    const ChangeSet set = review.changes(task);
    QElapsedTimer time;
    time.start();
    const BatchRun *run = many.bench.batches().start(set);
    if (!figures::waitFor([run] { return run->state() == BatchRun::State::Ended; }, 30 * minutes))
        return 0;
    const double seconds = double(time.nsecsElapsed()) / 1e9;
    int saved = 0;
    for (qsizetype i = 0; i < run->size(); ++i)
        saved += run->item(i).end == BatchEnd::Saved;
    if (saved != count)
        std::printf("only %d of %d saved\n", saved, count);
    return saved / seconds;
}

//! One PUT a model over one connection, signed beforehand.
double curlPerSecond(const RegistryProxy &proxy, const QStringList &ids)
{
    const QString curl = QStandardPaths::findExecutable(u"curl"_s);
    if (curl.isEmpty()) {
        std::puts("no curl here to compare with");
        return 0;
    }
    QTemporaryDir folder;
    QFile config(folder.filePath(u"requests"_s));
    if (!config.open(QIODevice::WriteOnly))
        return 0;
    for (const QString &id : ids) {
        Request request = operations::updateModel(id, {}, {.task = u"curl"_s})->request;
        const auto made = signedRequest(proxy.direct(), request, RegistryProxy::key(),
                                        QDateTime::currentDateTimeUtc(),
                                        QUuid::createUuid().toByteArray(QUuid::Id128));
        config.write("next\nurl = \"" + made->network.url().toEncoded()
                     + "\"\nrequest = PUT\nsilent\noutput = /dev/null\ndata = \""
                     + QByteArray(*request.body).replace('"', "\\\"") + "\"\n");
        for (const QByteArray &name : made->network.rawHeaderList()) {
            const QByteArray lower = name.toLower();
            if (lower != "connection" && lower != "content-length")
                config.write("header = \"" + name + ": " + made->network.rawHeader(name) + "\"\n");
        }
        config.write("write-out = \"%{http_code}\\n\"\n");
    }
    config.close();
    QProcess process;
    QElapsedTimer time;
    time.start();
    process.start(curl, {u"--config"_s, config.fileName()});
    process.closeWriteChannel();
    if (!figures::waitFor([&] { return process.state() == QProcess::NotRunning; }, 10 * minutes))
        return 0;
    const double seconds = double(time.nsecsElapsed()) / 1e9;
    const auto good = process.readAllStandardOutput().count("200\n");
    if (good != ids.size())
        std::printf("curl: only %lld of %lld were taken\n", qlonglong(good), qlonglong(ids.size()));
    return double(good) / seconds;
}

} // namespace

void benchMany(int count)
{
    RegistryProxy proxy;
    {
        Client client(proxy.direct(), RegistryProxy::credentials(), patientOptions());
        if (!create(client, count)) {
            std::puts("the models could not be made");
            return;
        }
    }
    const int writes = std::min(count, 1000);
    {
        ManyModels many(proxy.direct(), 0);
        if (!many.list()) {
            std::puts("no list");
            return;
        }
        benchManyForm(many, count);
        benchGrid(many, count);
        figures::print("many: saved (read, written, read back, noted)",
                       {savedPerSecond(many, writes, u"fill-mask"_s)}, "models per second");
        figures::print("many: curl, one PUT each", {curlPerSecond(proxy, many.ids(writes))},
                       "models per second");
    }
    Allowance allowance(20);
    proxy.decide = [&](const ReceivedRequest &request) {
        return request.verb == "GET" || allowance.take() ? RegistryProxy::Do::Pass
                                                         : RegistryProxy::Do::Throttle;
    };
    ManyModels limited(proxy.endpoint(), allowance.allowed);
    if (!limited.list())
        return;
    savedPerSecond(limited, writes, u"summarization"_s);
    figures::print("many: written where 20 a second are allowed", {allowance.perSecond()},
                   "per second");
    figures::print("    of which refused", {double(allowance.refused)}, "writes");
}
