// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of every document and every sequence of edits.
#include "json/jsonedit.h"

#include "core/jsonformat.h"
#include "core/randomjson.h"
#include "testclass.h"
#include "json/propertyruns.h"
#include "json/randomedit.h"

#include <QTest>

namespace tst_jsonproperties {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::randomedit;

namespace {

constexpr quint32 usualRuns = 10'000;

//! What takes \p changes of \p text back.
TextChanges inverse(const QByteArray &text, const TextChanges &changes)
{
    TextChanges result;
    qsizetype moved = 0;
    for (const TextChange &change : changes) {
        const qsizetype begin = change.begin + moved;
        result.append({begin, begin + change.text.size(),
                       text.sliced(change.begin, change.end - change.begin)});
        moved += change.text.size() - (change.end - change.begin);
    }
    return result;
}

//! Every fourth in even lines, every other fourth without white space.
QByteArray document(quint32 seed)
{
    RandomJson random(seed);
    const QByteArray text = seed % 8 == 0 ? random.document() : random.structure();
    if (seed % 4 == 1)
        return formatJson(text, int(seed % 5));
    return seed % 4 == 2 ? compactJson(text) : text;
}

QByteArray said(quint32 seed, const QByteArray &text, const char *name = "")
{
    return "seed " + QByteArray::number(seed) + ' ' + name + ": " + text;
}

} // namespace

class tst_JsonProperties : public QObject
{
    Q_OBJECT

private slots:
    void aTreeIsItsText();
    void anEditChangesOnlyWhatItSays();
    void valuesAndKeysAreReplacedInPlace();
    void undoOfAnySequenceIsIdentity();
};

void tst_JsonProperties::aTreeIsItsText()
{
    const auto runs = PropertyRuns::fromEnvironment(usualRuns);
    for (quint32 seed = runs.first; seed < runs.first + runs.count; ++seed) {
        const QByteArray text = document(seed);
        const JsonTree tree = JsonTree::parse(text);
        QVERIFY2(tree.isValid(), said(seed, text).constData());
        QVERIFY2(tree.text() == text, said(seed, text).constData());
        // The text again, put together from the ranges of the scalars and what is between them.
        QByteArray again;
        qsizetype from = 0;
        for (JsonNodeId node = 0; node < tree.size(); ++node) {
            const JsonRange entry = tree.entryRange(node);
            QVERIFY2(entry.begin >= from && entry.end > entry.begin, said(seed, text).constData());
            again += text.sliced(from, entry.begin - from);
            from = entry.begin;
            if (tree.hasKey(node)) {
                const JsonRange key = tree.keyRange(node);
                again += tree.rawKey(node).toByteArray()
                         + text.sliced(key.end, tree.valueRange(node).begin - key.end);
                from = tree.valueRange(node).begin;
            }
            if (!tree.isContainer(node)) {
                again += tree.rawValue(node);
                from = entry.end;
            }
            QVERIFY2(tree.find(tree.path(node)) == node, said(seed, text).constData());
            QVERIFY2(tree.nodeAt(entry.begin) == node, said(seed, text).constData());
        }
        QVERIFY2(again + text.sliced(from) == text, said(seed, text).constData());
    }
}

void tst_JsonProperties::anEditChangesOnlyWhatItSays()
{
    const auto runs = PropertyRuns::fromEnvironment(usualRuns);
    QMap<QByteArray, std::pair<int, int>> counts; // done, refused
    for (quint32 seed = runs.first; seed < runs.first + runs.count; ++seed) {
        QRandomGenerator random(seed);
        const JsonTree tree = JsonTree::parse(document(seed));
        for (int i = 0; i < 4; ++i) {
            const Edit edit = RandomEdit(tree, random).make();
            const QByteArray where = said(seed, tree.text(), edit.name);
            QVERIFY2(edit.changes.has_value() == edit.wanted.has_value(), where.constData());
            ++(edit.changes ? counts[edit.name].first : counts[edit.name].second);
            if (!edit.changes)
                continue;
            const JsonTree after = JsonTree::parse(changedText(tree.text(), *edit.changes));
            QVERIFY2(after.isValid(), (where + " -> " + after.text()).constData());
            QVERIFY2(valueOf(after, 0) == *edit.wanted,
                     (where + " -> " + after.text()).constData());
        }
    }
    QVERIFY(runs.count < 1000 || counts.size() == 8);
    for (const auto &[name, count] : counts.asKeyValueRange()) {
        qInfo("%-10s %6d done, %6d refused", name.constData(), count.first, count.second);
        QVERIFY2(runs.count < 1000 || count.first > int(runs.count / 20), name.constData());
    }
}

void tst_JsonProperties::valuesAndKeysAreReplacedInPlace()
{
    const auto runs = PropertyRuns::fromEnvironment(usualRuns);
    for (quint32 seed = runs.first; seed < runs.first + runs.count; ++seed) {
        const QByteArray text = document(seed);
        const JsonTree tree = JsonTree::parse(text);
        const JsonNodeId node = seed % tree.size();
        const JsonRange value = tree.valueRange(node);
        QCOMPARE(*jsonedit::setValue(tree, node, "7e7"),
                 (TextChanges{{value.begin, value.end, "7e7"}}));
        if (tree.hasKey(node)) {
            const JsonRange key = tree.keyRange(node);
            QCOMPARE(*jsonedit::renameKey(tree, node, u"fresh"),
                     (TextChanges{{key.begin, key.end, "\"fresh\""}}));
        }
        // Taking one entry out takes nothing but blanks and one comma along.
        if (node == 0)
            continue;
        const TextChanges changes = *jsonedit::remove(tree, node);
        QCOMPARE(changes.size(), 1);
        QByteArray gone = text.sliced(changes[0].begin, changes[0].end - changes[0].begin);
        const JsonRange entry = tree.entryRange(node);
        QVERIFY2(changes[0].begin <= entry.begin && changes[0].end >= entry.end,
                 said(seed, text).constData());
        gone.remove(entry.begin - changes[0].begin, entry.size());
        const bool last = tree.childCount(tree.parent(node)) == 1;
        QCOMPARE(gone.trimmed(), last ? QByteArray() : QByteArray(","));
        QVERIFY(changes[0].text.isEmpty());
    }
}

void tst_JsonProperties::undoOfAnySequenceIsIdentity()
{
    const auto runs = PropertyRuns::fromEnvironment(usualRuns);
    for (quint32 seed = runs.first; seed < runs.first + runs.count; ++seed) {
        QRandomGenerator random(seed);
        QByteArray text = document(seed);
        QList<std::pair<QByteArray, TextChanges>> history;
        for (int i = 0; i < 5; ++i) {
            const JsonTree tree = JsonTree::parse(text);
            QVERIFY2(tree.isValid(), said(seed, text).constData());
            const Edit edit = RandomEdit(tree, random).make();
            if (!edit.changes)
                continue;
            history.append({text, inverse(text, *edit.changes)});
            text = changedText(text, *edit.changes);
        }
        while (!history.isEmpty()) {
            const auto [before, undo] = history.takeLast();
            text = changedText(text, undo);
            QVERIFY2(text == before, said(seed, before).constData());
        }
    }
}

MODELSCRIBE_TEST(tst_JsonProperties)

} // namespace tst_jsonproperties

#include "tst_jsonproperties.moc"
