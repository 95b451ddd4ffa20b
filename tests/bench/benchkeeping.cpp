// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchkeeping.h"

#include "bench/figures.h"
#include "bench/typing.h"
#include "registry/savejournal.h"
#include "session/workbench.h"
#include "store/draftstore.h"
#include "store/journal.h"
#include "ui/edit/editorpane.h"

#include <QPlainTextEdit>
#include <QTemporaryDir>

#include <array>

using namespace modelscribe;
using namespace typing;

namespace {

constexpr qsizetype kilobyte = 1024;
constexpr qsizetype megabyte = 1024 * kilobyte;

using Size = std::pair<const char *, qsizetype>;

template<typename T>
double untilDone(const std::function<QFuture<Result<T>>()> &begin)
{
    return figures::milliseconds([&] {
        const QFuture<Result<T>> future = begin();
        while (!future.isFinished())
            QCoreApplication::processEvents();
        if (!future.result())
            qFatal("%s", qPrintable(future.result().error().detail));
    });
}

//! A workbench that keeps drafts in a file, and one model in it; its registry does not answer.
struct KeptModel
{
    explicit KeptModel(qsizetype size)
        : drafts(folder.filePath(u"drafts.db"_s))
        , journal(folder.filePath(u"journal.db"_s))
        , model(modelWith(jsonOf(size)))
    {
        bench.keepIn(&drafts, &journal);
        bench.connectTo({.target = {.title = u"bench"_s,
                                    .endpoint = *Endpoint::fromText(u"http://127.0.0.1:1"_s)}});
        bench.catalog()->upsert(model);
        session = bench.open(model.id);
    }

    QTemporaryDir folder;
    DraftStore drafts;
    Journal journal;
    Workbench bench;
    RegisteredModel model;
    EditSession *session = nullptr;
};

void benchKeys(EditorPane &pane, const Size &size, int keys)
{
    const QByteArray name(size.first);
    auto *text = pane.findChild<JsonTextEdit *>();
    PaintWatch watch;
    text->viewport()->installEventFilter(&watch);
    KeptModel kept(size.second);
    pane.setSession(kept.session);
    pane.setCurrentTab(EditorPane::ExtraInfoTab);
    QTest::qWait(300);
    const QByteArray json = kept.model.metadata.extraInfo.utf8();
    const qsizetype middle = json.indexOf('\n', json.size() / 2) + 1;
    figures::printTail(("drafts on, key in ExtraInfo to painted, " + name).constData(),
                       typeAt(*text, watch, middle, u' ', keys), "ms");

    QTest::qWait(1000); // what was typed is one step, or several
    QList<double> steps;
    for (int i = 0; i < keys; ++i) {
        const qsizetype before = text->length();
        watch.painted = false;
        const double ms = figures::milliseconds([&] {
            QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
            paintNow(watch);
        });
        if (text->length() == before)
            break;
        steps.append(ms);
    }
    if (!steps.isEmpty())
        figures::print(("drafts on, undo step in ExtraInfo to painted, " + name).constData(), steps,
                       "ms");

    pane.setCurrentTab(EditorPane::DetailsTab);
    auto *description = pane.findChild<QPlainTextEdit *>(u"field_ModelDescription"_s);
    PaintWatch line;
    description->viewport()->installEventFilter(&line);
    QTest::qWait(400);
    QList<double> times;
    QElapsedTimer clock;
    clock.start();
    for (int i = 1; i <= keys; ++i) {
        const double due = i * keyInterval;
        while (double(clock.nsecsElapsed()) / 1e6 < due)
            QCoreApplication::processEvents();
        line.painted = false;
        QTest::keyClick(description, 'x');
        paintNow(line);
        times.append(double(clock.nsecsElapsed()) / 1e6 - due);
    }
    figures::printTail(("drafts on, key in a field to painted, ExtraInfo " + name).constData(),
                       times, "ms");
    pane.setSession(nullptr);
}

void benchHandOver(const Size &size, int rounds)
{
    const QByteArray name(size.first);
    KeptModel kept(size.second);
    QByteArray json = kept.model.metadata.extraInfo.utf8();
    const qsizetype middle = json.indexOf("true", json.size() / 2);
    const ModelField &field = *findField(u"ExtraInfo");
    QList<double> withDrafts;
    QList<double> alone;
    QList<double> put;
    EditSession session(kept.model);
    for (int i = 0; i < 20 * rounds; ++i) {
        json.insert(middle, ' ');
        const JsonText text{json};
        const auto microseconds = [](const std::function<void()> &work) {
            return 1000 * figures::milliseconds(work);
        };
        withDrafts.append(microseconds([&] { kept.session->setValue(field, FieldValue(text)); }));
        alone.append(microseconds([&] { session.setValue(field, FieldValue(text)); }));
        Draft draft{.registryKey = u"other"_s,
                    .modelId = kept.model.id,
                    .base = kept.model,
                    .edited = session.edited()};
        put.append(microseconds([&] { kept.drafts.put(draft); }));
        QTest::qWait(20);
    }
    figures::printTail(("an edit taken by its session, ExtraInfo " + name).constData(), alone,
                       "us");
    figures::printTail(("the same, handed over as a draft, " + name).constData(), withDrafts, "us");
    figures::printTail(("DraftStore::put() on the GUI thread, " + name).constData(), put, "us");
}

void benchWriting(const Size &size, int rounds)
{
    const QByteArray name(size.first);
    KeptModel kept(size.second);
    Draft draft{.registryKey = u"other"_s,
                .modelId = kept.model.id,
                .base = kept.model,
                .edited = kept.model.metadata};
    QByteArray json = draft.edited.extraInfo.utf8();
    const qsizetype middle = json.indexOf("true", json.size() / 2);
    QList<double> times;
    QList<double> notes;
    for (int i = 0; i < 5 * rounds; ++i) {
        json.insert(middle, ' ');
        draft.edited.extraInfo = JsonText(json);
        const double ms = untilDone<qint64>([&] { return kept.drafts.put(draft); });
        if (i > 0) // with the first one the base is written
            times.append(ms);
        else
            figures::print(("first draft of a model to the disk, " + name).constData(), {ms}, "ms");
        const auto plan = SavePlan::make(kept.model, draft.edited, {});
        if (!plan)
            qFatal("%s", qPrintable(plan.error().detail));
        const JournalEntry entry = journalEntryFor(*plan, u"bench"_s, draft.registryKey);
        notes.append(untilDone<std::monostate>([&] { return kept.journal.begin(entry); }));
    }
    figures::printTail(("next draft to the disk (100 ms are waited), " + name).constData(), times,
                       "ms");
    figures::printTail(("journal entry to the disk, " + name).constData(), notes, "ms");
}

void benchMerging(const Size &size, int rounds)
{
    const ModelMetadata base = modelWith(jsonOf(size.second)).metadata;
    const auto changed = [&](qsizetype at, const char *value) {
        ModelMetadata model = base;
        QByteArray json = model.extraInfo.utf8();
        json.replace(json.indexOf("true", at), 4, value);
        model.extraInfo = JsonText(json);
        return model;
    };
    const ModelMetadata mine = changed(0, "\"mine\"");
    const ModelMetadata theirs = changed(size.second / 2, "\"theirs\"");
    QList<double> times;
    for (int i = 0; i < rounds; ++i)
        times.append(figures::milliseconds([&] {
            if (!mergeModels(base, mine, theirs).clashes.isEmpty())
                qFatal("they do not clash");
        }));
    figures::print((QByteArray("mergeModels(), both changed ExtraInfo, ") + size.first).constData(),
                   times, "ms");
}

} // namespace

void benchKeeping(int rounds)
{
    const std::array sizes{Size("1 KB", kilobyte), Size("5 MB", 5 * megabyte)};
    {
        EditorPane pane;
        EditSession small(modelWith("{}"));
        pane.setSession(&small);
        pane.resize(900, 720);
        pane.show();
        pane.setCurrentTab(EditorPane::ExtraInfoTab);
        QTest::qWait(100);
        for (const Size &size : sizes)
            benchKeys(pane, size, 20 * rounds);
        pane.setSession(nullptr);
    }
    for (const Size &size : sizes)
        benchHandOver(size, rounds);
    for (const Size &size : sizes)
        benchWriting(size, rounds);
    for (const Size &size :
         {Size("1 KB", kilobyte), Size("5 MB", 5 * megabyte), Size("8 MB", 8 * megabyte)})
        benchMerging(size, rounds);
}
