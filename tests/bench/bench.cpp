// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchcatalog.h"
#include "bench/benchjson.h"
#include "bench/benchkeeping.h"
#include "bench/benchmany.h"
#include "bench/benchsearch.h"
#include "bench/benchsync.h"
#include "bench/benchtree.h"
#include "bench/figures.h"
#include "connect/localservice.h"
#include "core/jsonscanner.h"
#include "lists/modeltablemodel.h"
#include "model/queryparser.h"
#include "registry/catalogsync.h"
#include "session/workbench.h"
#include "signing/acs3signature.h"
#include "ui/edit/editorpane.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

QByteArray modelJson(int number)
{
    return R"({"ModelId":"model-)" + QByteArray::number(number).rightJustified(16, '0')
           + R"(","ModelName":"bench-model-)" + QByteArray::number(number)
           + R"(","ModelDescription":"新闻分类：中文新闻标题的 14 类分类模型。A model of the bench.","WorkspaceId":"1",)"
             R"("Accessibility":"PRIVATE","Origin":"ModelScope","Domain":"nlp","Task":"text-classification",)"
             R"("ModelType":"Checkpoint","ModelDoc":"https://example.com/doc.md","OrderNumber":0,"ParameterSize":110,)"
             R"("ExtraInfo":{"RatingCount":2866,"Rating":4.94,"CoverUris":["https://example.com/a.png"],)"
             R"("Notes":")"
           + QByteArray(1500, 'x')
           + R"("},"Labels":[{"Key":"team","Value":"nlp"},{"Key":"lang","Value":"zh"}],"UserId":"2001",)"
             R"("GmtCreateTime":"2026-01-02T03:04:05Z","GmtModifiedTime":"2026-01-02T03:04:05.006Z"})";
}

QByteArray page(int models)
{
    QByteArray body = R"({"RequestId":"1","TotalCount":)" + QByteArray::number(models)
                      + R"(,"Models":[)";
    for (int i = 0; i < models; ++i)
        body += (i ? "," : "") + modelJson(i);
    return body + "]}";
}

void benchSigning(int rounds)
{
    const AccessKey key{.id = "benchKeyId", .secret = "benchKeySecret"};
    const QByteArray body = modelJson(1);
    const QByteArray hash = acs3::hashHex(body);
    QList<double> perSecond;
    QList<double> microseconds;
    for (int round = 0; round < rounds; ++round) {
        constexpr int count = 5000;
        const double ms = figures::milliseconds([&] {
            for (int i = 0; i < count; ++i) {
                acs3::Request request{
                    .method = "PUT",
                    .canonicalUri = acs3::canonicalUri({u"api"_s, u"v1"_s, u"models"_s}),
                    .payloadHash = hash};
                request.headers = {{"host", "aiworkspace.cn-hangzhou.aliyuncs.com"},
                                   {"x-acs-action", "UpdateModel"},
                                   {"x-acs-version", "2021-02-04"},
                                   {"x-acs-date", "2026-01-02T03:04:05Z"},
                                   {"x-acs-signature-nonce", QByteArray::number(i)},
                                   {"x-acs-content-sha256", hash},
                                   {"content-type", "application/json; charset=utf-8"}};
                acs3::sign(request, key);
            }
        });
        perSecond.append(count / ms * 1000);
        microseconds.append(ms * 1000 / count);
    }
    figures::print("signatures", perSecond, "per second");
    figures::print("one signature", microseconds, "us");
}

void benchDecoding(int rounds)
{
    const QByteArray body = page(1000);
    const auto operation = operations::listModels({});
    QList<double> models;
    QList<double> megabytes;
    QList<double> scanned;
    for (int round = 0; round < rounds; ++round) {
        const double ms = figures::milliseconds([&] {
            if (!operation.decode(body))
                std::puts("decode failed");
        });
        models.append(1000 / ms * 1000);
        megabytes.append(double(body.size()) / 1e6 / ms * 1000);
        scanned.append(double(body.size()) / 1e6 / figures::milliseconds([&] { checkJson(body); })
                       * 1000);
    }
    figures::print("models decoded from list pages", models, "per second");
    figures::print("list pages decoded", megabytes, "MB/s");
    figures::print("own JSON scanner", scanned, "MB/s");
}

RegisteredModel sampleModel(int number)
{
    const QByteArray body = R"({"RequestId":"1","TotalCount":1,"Models":[)" + modelJson(number)
                            + "]}";
    return operations::listModels({}).decode(body)->models.first();
}

void benchForm(int rounds)
{
    QList<double> first;
    QList<double> next;
    for (int round = 0; round < rounds; ++round) {
        std::unique_ptr<EditorPane> pane;
        EditSession one(sampleModel(1));
        EditSession other(sampleModel(2));
        first.append(figures::milliseconds([&] {
            pane = std::make_unique<EditorPane>();
            pane->setSession(&one);
            pane->resize(424, 720);
            pane->show();
            pane->grab();
        }));
        next.append(figures::milliseconds([&] {
            pane->setSession(&other);
            pane->grab();
        }));
    }
    figures::print("form made, filled and painted", first, "ms");
    figures::print("form filled with another model and painted", next, "ms");
}

void benchFirstList(int rounds)
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        QTemporaryDir folder;
        LocalService service(folder.filePath(u"bench.db"_s), 60);
        Workbench workbench;
        times.append(figures::milliseconds([&] {
            whenDone(service.settings(), &workbench,
                     [&](const Result<ConnectionSettings> &settings) {
                         if (!settings)
                             return;
                         workbench.connectTo(*settings);
                         workbench.catalogSync()->refresh();
                     });
            if (!figures::waitFor(
                    [&] { return workbench.catalog() && !workbench.catalog()->isEmpty(); }))
                std::printf("no list: %s\n",
                            workbench.catalog() && workbench.catalogSync()->error()
                                ? qPrintable(workbench.catalogSync()->error()->detail)
                                : "no answer");
        }));
    }
    figures::print("new local registry to first list", times, "ms");
}

void benchTable(int rounds)
{
    Catalog catalog;
    const RegisteredModel sample = sampleModel(0);
    for (int i = 0; i < 100'000; ++i) {
        RegisteredModel model = sample;
        model.id = u"model-%1"_s.arg(i);
        model.metadata.name = u"bench-model-%1"_s.arg((i * 7919) % 100'000);
        model.metadata.task = i % 3 ? u"text-generation"_s : u"object-detection"_s;
        catalog.upsert(model);
    }
    ModelTableModel table;
    table.setCatalog(&catalog);
    while (table.rowCount() < catalog.size())
        QCoreApplication::processEvents();
    QList<double> filter;
    QList<double> clear;
    QList<double> sort;
    for (int round = 0; round < rounds; ++round) {
        filter.append(figures::milliseconds(
            [&] { table.setQuery(parseQuery(u"task:object-detection 99"_s).query); }));
        clear.append(figures::milliseconds([&] { table.setQuery({}); }));
        sort.append(
            figures::milliseconds([&] { table.sort(ModelTableModel::Name, Qt::AscendingOrder); }));
    }
    figures::print("100,000 models: filter by text and field", filter, "ms");
    figures::print("100,000 models: clear the filter", clear, "ms");
    figures::print("100,000 models: sort by name", sort, "ms");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"rounds"_s, u"How often each figure is taken."_s, u"n"_s, u"9"_s});
    parser.addOption({u"json"_s, u"Only the JSON editor."_s});
    parser.addOption({u"long-lines"_s, u"Only the JSON editor on texts of one line."_s});
    parser.addOption({u"keeping"_s, u"Only drafts, journal and merging."_s});
    parser.addOption({u"catalog"_s, u"Only what many models cost."_s});
    parser.addOption(
        {u"search"_s, u"Only the search over all text, with 10,000 and 100,000 models."_s});
    parser.addOption({u"models"_s, u"With --search: that many models instead."_s, u"n"_s});
    parser.addOption({u"many"_s, u"Only changing N models at a time."_s, u"N"_s});
    parser.addOption({u"sync"_s, u"Only reading a list of N models."_s, u"N"_s});
    parser.process(app);
    const int rounds = std::max(1, parser.value(u"rounds"_s).toInt());
    // The form is shown and closed before there is an event loop: that must not count as the end.
    QApplication::setQuitOnLastWindowClosed(false);
    Theme::install(app);

    std::printf("%-52s %12s  (min .. max)\n", "figure", "median");
    if (parser.isSet(u"json"_s)) {
        benchJsonEditor(rounds);
        return 0;
    }
    if (parser.isSet(u"long-lines"_s)) {
        benchLongLines(rounds);
        return 0;
    }
    if (parser.isSet(u"keeping"_s)) {
        benchKeeping(rounds);
        return 0;
    }
    if (parser.isSet(u"many"_s)) {
        benchMany(std::max(1, parser.value(u"many"_s).toInt()));
        return 0;
    }
    if (parser.isSet(u"sync"_s)) {
        benchSync(std::max(1, parser.value(u"sync"_s).toInt()));
        return 0;
    }
    if (parser.isSet(u"catalog"_s)) {
        benchTable(rounds);
        benchCatalog(rounds);
        return 0;
    }
    if (parser.isSet(u"search"_s)) {
        if (const int models = parser.value(u"models"_s).toInt(); models > 0) {
            benchSearch(models);
            return 0;
        }
        benchSearch(10'000);
        benchSearch(100'000);
        return 0;
    }
    benchSigning(rounds);
    benchDecoding(rounds);
    benchForm(rounds);
    benchJsonEditor(rounds);
    benchLongLines(rounds);
    benchKeeping(rounds);
    benchMany(100);
    benchFirstList(rounds);
    figures::print("resident memory so far", {figures::residentMegabytes()}, "MB");
    benchTable(rounds);
    figures::print("resident memory with 100,000 models in the catalogue",
                   {figures::residentMegabytes()}, "MB");
    benchCatalog(rounds);
    benchTree(rounds);
    return 0;
}
