// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchjson.h"

#include "bench/figures.h"
#include "bench/typing.h"
#include "core/jsonformat.h"
#include "core/jsonscanner.h"
#include "ui/edit/editorpane.h"
#include "ui/json/jsoneditor.h"
#include "ui/json/text/jsontextedit.h"

#include <QApplication>
#include <QTest>

using namespace modelscribe;
using namespace Qt::StringLiterals;
using namespace typing;

namespace {

void benchTyping(EditorPane &pane, JsonTextEdit &text, PaintWatch &watch, qsizetype size,
                 const char *sizeName, int keys)
{
    for (const bool valid : {true, false}) {
        QByteArray json = jsonOf(size);
        if (!valid)
            json.replace(0, 2, "{ [ [ {");
        EditSession session(modelWith(json));
        pane.setSession(&session);
        QTest::qWait(50);
        const std::pair<const char *, qsizetype> places[] = {
            {"start", json.indexOf('\n', 1) + 1},
            {"middle", json.indexOf('\n', json.size() / 2) + 1},
            {"end", json.lastIndexOf('}')}};
        for (const auto &[place, offset] : places) {
            const QByteArray name = QByteArray("JSON key to painted, ") + sizeName
                                    + (valid ? ", valid, " : ", broken, ") + place;
            figures::printTail(name.constData(),
                               typeAt(text, watch, offset, valid ? u' ' : u'x', keys), "ms");
        }
        pane.setSession(nullptr);
    }
}

//! As services send it: all in one line, which the editor has to lay out as a whole. It opens as a
//! tree then; this is for those who choose the text.
void benchOneLine(EditorPane &pane, JsonTextEdit &text, PaintWatch &watch, int rounds)
{
    for (const auto &[name, size] : {std::pair("JSON of one line, 8 KB", 8 * 1024),
                                     std::pair("JSON of one line, 16 KB", 16 * 1024),
                                     std::pair("JSON of one line, 64 KB", 64 * 1024),
                                     std::pair("JSON of one line, 200 KB, wrapped", 200 * 1024),
                                     std::pair("JSON of one line, 512 KB", 512 * 1024)}) {
        const QByteArray json = compactJson(jsonOf(size));
        EditSession session(modelWith(json));
        watch.painted = false;
        const QByteArray title(name);
        figures::print((title + ", opened and painted").constData(), {figures::milliseconds([&] {
                           pane.setSession(&session);
                           pane.findChild<JsonEditor *>()->setFace(JsonEditor::Face::Text);
                           paintNow(watch);
                       })},
                       "ms");
        const std::pair<const char *, qsizetype> places[] = {
            {"start", 0}, {"middle", json.indexOf(',', json.size() / 2)}, {"end", json.size()}};
        for (const auto &[place, offset] : places) {
            figures::printTail((title + ", key to painted, " + place).constData(),
                               typeAt(text, watch, offset, u' ', 10 * rounds), "ms");
        }
        pane.setSession(nullptr);
    }
}

} // namespace

namespace {

//! A pane that shows ExtraInfo, and who watches its text.
struct Bench
{
    Bench()
    {
        pane.setSession(&small);
        pane.setCurrentTab(EditorPane::ExtraInfoTab);
        pane.resize(900, 720);
        pane.show();
        text = pane.findChild<JsonTextEdit *>();
        text->viewport()->installEventFilter(&watch);
        QTest::qWait(100);
    }
    ~Bench() { pane.setSession(nullptr); }

    EditSession small{modelWith("{}")};
    EditorPane pane;
    JsonTextEdit *text = nullptr;
    PaintWatch watch;
};

} // namespace

void benchLongLines(int rounds)
{
    Bench bench;
    benchOneLine(bench.pane, *bench.text, bench.watch, rounds);
}

void benchJsonEditor(int rounds)
{
    Bench bench;
    auto &[small, pane, text, watch] = bench;

    constexpr qsizetype megabyte = 1024 * 1024;
    for (const auto &[name, size] : {std::pair("JSON opened and painted, 1 MB", megabyte),
                                     std::pair("JSON opened and painted, 8 MB", 8 * megabyte)}) {
        QList<double> times;
        for (int round = 0; round < rounds; ++round) {
            EditSession session(modelWith(jsonOf(size)));
            watch.painted = false;
            times.append(figures::milliseconds([&] {
                pane.setSession(&session);
                paintNow(watch);
            }));
            QTest::qWait(300);
            pane.setSession(&small);
            QTest::qWait(50);
        }
        figures::print(name, times, "ms");
    }
    const int keys = 10 * rounds;
    benchTyping(pane, *text, watch, 10 * 1024, "10 KB", keys);
    benchTyping(pane, *text, watch, megabyte, "1 MB", keys);
    benchTyping(pane, *text, watch, 8 * megabyte, "8 MB", keys);
}
