// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/changerows.h"

#include "core/jsonformat.h"
#include "core/linediff.h"
#include "core/visibletext.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct ChangeRows
{
    Q_DECLARE_TR_FUNCTIONS(ChangeRows)
};

using LineKind = ChangeLine::Kind;

constexpr qsizetype maxLines = 200; //!< A side; what is longer is counted instead.
constexpr qsizetype maxLength = 500;

QList<ChangeLine> wholeValue(const ModelField &field, const FieldValue &value, LineKind kind)
{
    if (value.isEmpty())
        return {{LineKind::Note, ChangeRows::tr("(empty)")}};
    const QString text = visibleText(value.text(), maxLength);
    if (field.kind != FieldKind::ParameterSize)
        return {{kind, text}};
    // Both sides as the service spells it, or nobody sees which is larger.
    const auto wire = field.wire(value);
    if (!wire || wire->isEmpty() || QString::fromLatin1(*wire) == value.text())
        return {{kind, text}};
    return {{kind, QString::fromLatin1(*wire)},
            {LineKind::Note, ChangeRows::tr("typed as %1").arg(text)}};
}

using Marks = QHash<qsizetype, QList<WordRange>>; //!< By line.

//! Which words differ in lines that stand for each other.
void markWords(const QStringList &was, const QStringList &is, const QList<LineHunk> &hunks,
               Marks &before, Marks &after)
{
    for (const LineHunk &hunk : hunks) {
        const qsizetype pairs = std::min({hunk.beforeCount, hunk.afterCount, maxLines});
        for (qsizetype i = 0; i < pairs && before.size() < maxLines; ++i) {
            const WordDifference words = wordDifference(
                visibleText(was[hunk.beforeBegin + i], maxLength),
                visibleText(is[hunk.afterBegin + i], maxLength));
            before.insert(hunk.beforeBegin + i, words.before);
            after.insert(hunk.afterBegin + i, words.after);
        }
    }
}

//! The changed lines of one side with one line of context in front of each run.
QList<ChangeLine> side(const QStringList &lines, const QList<LineHunk> &hunks, LineKind kind,
                       const Marks &marks)
{
    QList<ChangeLine> result;
    qsizetype shownTo = 0;
    qsizetype left = 0;
    for (const LineHunk &hunk : hunks) {
        const bool before = kind == LineKind::Removed;
        const qsizetype begin = before ? hunk.beforeBegin : hunk.afterBegin;
        const qsizetype count = before ? hunk.beforeCount : hunk.afterCount;
        if (result.size() >= maxLines) {
            left += count;
            continue;
        }
        if (begin > shownTo + 1)
            result.append({LineKind::Context, u"⋯"_s});
        if (begin > shownTo)
            result.append({LineKind::Context, visibleText(lines[begin - 1], maxLength)});
        const qsizetype taken = std::min(count, maxLines);
        for (qsizetype i = begin; i < begin + taken; ++i)
            result.append({kind, visibleText(lines[i], maxLength), marks.value(i)});
        left += count - taken;
        shownTo = begin + count;
    }
    if (left > 0)
        result.append({LineKind::Note, ChangeRows::tr("more lines: %1").arg(left)});
    if (lines.isEmpty())
        result.append({LineKind::Note, ChangeRows::tr("(empty)")});
    return result;
}

void compareLines(ChangeRow &row, const QString &before, const QString &after)
{
    const QStringList was = linesOf(before);
    const QStringList is = linesOf(after);
    const QList<LineHunk> hunks = diffLines(was, is);
    if (hunks.isEmpty()) {
        row.note = ChangeRows::tr("only line ends");
        row.before = {{LineKind::Removed, visibleText(before, maxLength)}};
        row.after = {{LineKind::Added, visibleText(after, maxLength)}};
        return;
    }
    qsizetype changed = 0;
    for (const LineHunk &hunk : hunks)
        changed += std::max(hunk.beforeCount, hunk.afterCount);
    Marks removed;
    Marks added;
    markWords(was, is, hunks, removed, added);
    row.before = side(was, hunks, LineKind::Removed, removed);
    row.after = side(is, hunks, LineKind::Added, added);
    const qsizetype all = std::max(was.size(), is.size());
    if (!before.isEmpty() && !after.isEmpty() && all > 1)
        row.note = ChangeRows::tr("%1 of %2 lines").arg(changed).arg(all);
}

void compareJson(ChangeRow &row, const QByteArray &before, const QByteArray &after)
{
    row.fixedFont = true;
    QByteArray was = before;
    QByteArray is = after;
    const bool onlySpelling = !before.isEmpty() && compactJson(before) == compactJson(after);
    if (onlySpelling) {
        row.note = ChangeRows::tr("only spelling");
    } else if (before.count('\n') < 2 || after.count('\n') < 2) {
        // One long line against another shows nothing; what is sent stays as it is.
        was = formatJson(before);
        is = formatJson(after);
    }
    const QString note = row.note;
    compareLines(row, JsonText(was).toString(), JsonText(is).toString());
    if (onlySpelling)
        row.note = note;
    else if (!before.isEmpty() && !after.isEmpty()
             && (before.count('\n') < 2) != (after.count('\n') < 2))
        row.note = ChangeRows::tr("%1, the rest only in spelling").arg(row.note);
}

ChangeRow fieldRow(const FieldChange &change)
{
    ChangeRow row;
    row.title = change.field->labelText();
    row.note = ChangeRows::tr("changed");
    if (change.before.isEmpty())
        row.note = ChangeRows::tr("added");
    else if (change.after.isEmpty())
        row.note = ChangeRows::tr("cleared");
    if (change.field->kind == FieldKind::JsonObject) {
        compareJson(row, change.before.json().utf8(), change.after.json().utf8());
    } else if (change.field->kind == FieldKind::Text
               && (change.before.text().contains(u'\n') || change.after.text().contains(u'\n'))) {
        compareLines(row, change.before.text(), change.after.text());
    } else {
        row.before = wholeValue(*change.field, change.before, LineKind::Removed);
        row.after = wholeValue(*change.field, change.after, LineKind::Added);
        if (!change.before.isEmpty() && !change.after.isEmpty()) {
            const WordDifference words = wordDifference(row.before.first().text,
                                                        row.after.first().text);
            row.before.first().words = words.before;
            row.after.first().words = words.after;
        }
    }
    return row;
}

ChangeRow labelsRow(const LabelChanges &changes)
{
    ChangeRow row;
    row.title = ChangeRows::tr("Labels");
    QStringList notes;
    const auto fill = [&notes](const QList<Label> &labels, LineKind kind, const QString &note,
                               QList<ChangeLine> &lines) {
        for (const Label &label : labels)
            lines.append({kind, visibleText(keyValueText(label), maxLength)});
        if (!labels.isEmpty())
            notes.append(note);
    };
    fill(changes.added, LineKind::Added, ChangeRows::tr("%1 added").arg(changes.added.size()),
         row.after);
    fill(changes.removed, LineKind::Removed,
         ChangeRows::tr("%1 removed").arg(changes.removed.size()), row.before);
    row.note = notes.join(ChangeRows::tr(", "));
    return row;
}

} // namespace

QList<ChangeRow> changeRows(const ModelMetadata &before, const ModelMetadata &after)
{
    QList<ChangeRow> rows;
    for (const FieldChange &change : fieldChanges(before, after))
        rows.append(fieldRow(change));
    const LabelChanges labels = labelChanges(before.labels, after.labels);
    if (!labels.isEmpty())
        rows.append(labelsRow(labels));
    return rows;
}

} // namespace modelscribe
