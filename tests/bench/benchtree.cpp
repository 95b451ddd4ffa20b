// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchtree.h"

#include "bench/figures.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreefilterbox.h"
#include "ui/json/tree/jsontreetable.h"
#include "ui/json/tree/jsontreeview.h"
#include "json/jsonedit.h"

#include <QEventLoop>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTimer>

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

//! 100,000 nodes: one array of 50,000 elements, and 5,000 objects of nine members.
QByteArray largeJson()
{
    QByteArray json = "{\n  \"list\": [";
    for (int i = 0; i < 50'000; ++i)
        json += (i ? ",\n    \"item " : "\n    \"item ") + QByteArray::number(i) + '"';
    json += "\n  ],\n  \"records\": [";
    for (int i = 0; i < 5'000; ++i) {
        json += i ? ",\n    {" : "\n    {";
        for (int key = 0; key < 9; ++key)
            json += (key ? ", \"k" : "\"k") + QByteArray::number(key)
                    + "\": " + QByteArray::number(i * key);
        json += '}';
    }
    return json + "\n  ]\n}\n";
}

//! The longest time in which no event was handled, in ms.
double millisecondsUntil(const std::function<bool()> &holds)
{
    QEventLoop loop;
    QTimer poll;
    QElapsedTimer gap;
    double longest = 0;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        longest = std::max(longest, double(gap.nsecsElapsed()) / 1e6);
        gap.restart();
        if (holds())
            loop.quit();
    });
    gap.start();
    poll.start(0);
    loop.exec();
    return longest;
}

} // namespace

void benchTree(int rounds)
{
    JsonTextEdit text;
    JsonDocument document(text);
    JsonTreeView view(document);
    document.setBytes(largeJson());
    millisecondsUntil([&] { return document.isCurrent(); });
    view.resize(600, 700);
    view.show();
    JsonTreeTable &table = view.table();
    JsonTreeModel &model = view.model();
    const auto frame = [&](const std::function<void()> &work) {
        return figures::milliseconds([&] {
            work();
            table.viewport()->repaint();
        });
    };
    const JsonNodeId list = model.nodeAt(0);
    QList<double> expand, collapse, expandAll, collapseAll, scroll, filter, found, edit;
    QRandomGenerator random(1);
    for (int round = 0; round < rounds; ++round) {
        expand.append(frame([&] { table.setExpanded(list, true); }));
        collapse.append(frame([&] { table.setExpanded(list, false); }));
        expandAll.append(frame([&] { table.keepingPlace([&] { model.expandToLevel(9); }); }));
        QScrollBar &bar = *table.verticalScrollBar();
        for (int i = 0; i < 50; ++i)
            scroll.append(frame([&] { bar.setValue(random.bounded(bar.maximum())); }));

        // The search is on another thread; what it found is taken in one go.
        QElapsedTimer all;
        all.start();
        double longest = frame([&] { view.filterBox().setFilter(u"item 1"_s); });
        longest = std::max(longest, millisecondsUntil([&] { return model.isFiltered(); }));
        filter.append(longest);
        found.append(double(all.nsecsElapsed()) / 1e6);
        view.filterBox().setFilter({});
        const JsonTree &tree = *document.tree();
        const auto changes = jsonedit::setValue(tree, list + 1, "1.0");
        const auto edited = JsonTree::shared(changedText(tree.text(), *changes));
        edit.append(frame([&] { table.setTree(edited); }));
        table.setTree(document.tree());
        collapseAll.append(frame([&] { table.keepingPlace([&] { model.expandToLevel(0); }); }));
    }
    figures::print("100,000 nodes: expand 50,000 children", expand, "ms");
    figures::print("100,000 nodes: collapse them", collapse, "ms");
    figures::print("100,000 nodes: expand everything", expandAll, "ms");
    figures::print("100,000 nodes: collapse everything", collapseAll, "ms");
    figures::print("100,000 nodes: scroll anywhere", scroll, "ms");
    figures::print("100,000 nodes: longest stall while filtering", filter, "ms");
    figures::print("100,000 nodes: from typing to what was found", found, "ms");
    figures::print("100,000 nodes: take the tree of a changed text", edit, "ms");
}
