// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchcatalog.h"

#include "bench/figures.h"
#include "lists/facetmodel.h"
#include "lists/modeltablemodel.h"
#include "registry/extrainfovocabulary.h"
#include "registry/valuesinuse.h"
#include "session/workbench.h"

#include <QEventLoop>
#include <QTimer>

#include <ctime>
#include <optional>
#include <utility>

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

constexpr int modelCount = 100'000;
constexpr int pageSize = 100;

RegisteredModel modelNumber(int number)
{
    RegisteredModel model;
    model.id = u"model-%1"_s.arg(number, 16, 10, QLatin1Char('0'));
    model.modified = u"2026-%1-11T10:%2:00Z"_s.arg(number % 12 + 1, 2, 10, QLatin1Char('0'))
                         .arg(number % 60, 2, 10, QLatin1Char('0'));
    ModelMetadata &metadata = model.metadata;
    metadata.name = u"bench-model-%1"_s.arg(number * 7919LL % modelCount);
    metadata.domain = u"domain-%1"_s.arg(number % 12);
    metadata.task = u"task-%1"_s.arg(number % 60);
    metadata.type = number % 3 ? u"Checkpoint"_s : u"LoRA"_s;
    metadata.origin = number % 2 ? u"ModelScope"_s : u"HuggingFace"_s;
    metadata.extraInfo = JsonText(R"({"Rating":4.5,"Notes":")" + QByteArray(100, 'x') + "\"}");
    metadata.labels = {
        {u"team"_s, u"team-%1"_s.arg(number % 40)},
        {u"lang"_s, number % 4 ? u"zh"_s : u"en"_s},
        {u"commit"_s, u"%1"_s.arg(number, 40, 16, QLatin1Char('0'))}}; // another one each
    return model;
}

//! What this thread has worked, in ms: a machine that has other work too does not count.
double worked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double worked(const std::function<void()> &work)
{
    const double before = worked();
    work();
    return worked() - before;
}

//! The longest work between two turns of the event loop, in ms.
class LoopWatch : public QObject
{
public:
    LoopWatch()
    {
        m_timer.callOnTimeout(this, [this] { note(); });
        m_timer.start(0);
    }

    double longest() const { return m_longest; }
    void note()
    {
        const double now = worked();
        m_longest = std::max(m_longest, now - std::exchange(m_before, now));
    }

private:
    QTimer m_timer;
    double m_before = worked();
    double m_longest = 0;
};

//! Calls \p step once a turn of the event loop until it says that it was the last, and then lets
//! all be done that was put off; the longest gap.
double longestGap(const std::function<bool()> &step)
{
    QEventLoop loop;
    LoopWatch watch;
    QTimer turns;
    turns.callOnTimeout(&loop, [&] {
        if (!step()) {
            turns.stop();
            QTimer::singleShot(500, &loop, &QEventLoop::quit);
        }
    });
    turns.start(0);
    loop.exec();
    watch.note();
    return watch.longest();
}

//! What a window has that follows the catalog.
struct World
{
    World()
    {
        bench.connectTo({.target = {.title = u"bench"_s,
                                    .endpoint = *Endpoint::fromText(u"http://127.0.0.1:1"_s)}});
        table.setCatalog(bench.catalog());
        facets.setValues(bench.valuesInUse());
        bench.extraInfoVocabulary()->start();
    }

    void addPage(int first)
    {
        QList<RegisteredModel> page;
        for (int i = first; i < first + pageSize; ++i)
            page.append(modelNumber(i));
        bench.catalog()->upsert(page);
    }

    Workbench bench;
    ModelTableModel table;
    FacetModel facets;
};

//! The longest step that a page of 100 costs the catalog alone, and with the values counted.
void benchPages()
{
    for (const bool counted : {false, true}) {
        Catalog catalog;
        std::optional<ValuesInUse> values;
        if (counted)
            values.emplace(catalog);
        QList<double> times;
        for (int next = 0; next < modelCount; next += pageSize) {
            QList<RegisteredModel> page;
            for (int i = next; i < next + pageSize; ++i)
                page.append(modelNumber(i));
            times.append(worked([&] { catalog.upsert(page); }));
        }
        figures::printTail(counted ? "100,000 models: a page taken and counted"
                                   : "100,000 models: a page taken",
                           times, "ms");
    }
}

void benchPopups(const World &world, int rounds)
{
    const auto popup = [rounds](const char *name, const std::function<qsizetype()> &ask) {
        QList<double> times;
        for (int round = 0; round < rounds; ++round) {
            times.append(worked([&] {
                if (ask() == 0)
                    std::puts("nothing in use");
            }));
        }
        figures::print(name, times, "ms");
    };
    const ValuesInUse &values = *world.bench.valuesInUse();
    popup("100,000 models: popup, label keys", [&] { return values.mostUsedLabelKeys().size(); });
    popup("100,000 models: popup, values of a label key",
          [&] { return values.mostUsedLabelValues(u"team"_s).size(); });
    popup("100,000 models: popup, 100,000 values of a label key",
          [&] { return values.mostUsedLabelValues(u"commit"_s).size(); });
    popup("100,000 models: popup, values of a field",
          [&] { return values.mostUsed(*findField(u"Task")).size(); });
}

void benchChanges(World &world, int rounds)
{
    QList<double> changed;
    QList<double> gaps;
    QList<double> removals;
    QList<double> removalGaps;
    for (int round = 0; round < rounds; ++round) {
        RegisteredModel model = modelNumber(round);
        model.metadata.task = u"changed %1"_s.arg(round);
        gaps.append(longestGap([&] {
            changed.append(worked([&] { world.bench.catalog()->upsert(model); }));
            return false;
        }));
        removalGaps.append(longestGap([&] {
            removals.append(worked([&] { world.bench.catalog()->remove(model.id); }));
            return false;
        }));
    }
    figures::print("100,000 models: one changes", changed, "ms");
    figures::print("100,000 models: longest gap after one changed", gaps, "ms");
    figures::print("100,000 models: one is removed", removals, "ms");
    figures::print("100,000 models: longest gap after one was removed", removalGaps, "ms");
}

} // namespace

void benchCatalog(int rounds)
{
    QList<double> fills;
    QList<double> gaps;
    std::unique_ptr<World> world;
    for (int round = 0; round < std::min(rounds, 3); ++round) {
        world = std::make_unique<World>();
        int next = 0;
        fills.append(worked([&] {
            gaps.append(longestGap([&] {
                world->addPage(next);
                next += pageSize;
                return next < modelCount;
            }));
        }));
    }
    figures::print("100,000 models: list filled by pages of 100", fills, "ms");
    figures::print("100,000 models: longest gap while it is filled", gaps, "ms");
    if (world->table.rowCount() != modelCount)
        std::puts("rows are missing");
    benchPages();
    benchPopups(*world, rounds);
    benchChanges(*world, rounds);
}
