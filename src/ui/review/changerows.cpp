// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/changerows.h"

#include "core/jsonformat.h"
#include "core/visibletext.h"
#include "ui/linediff.h"

#include <QCoreApplication>

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
    QList<ChangeLine> lines{{kind, visibleText(value.text(), maxLength)}};
    const auto wire = field.kind == FieldKind::ParameterSize ? field.wire(value)
                                                             : Result<QByteArray>(QByteArray());
    if (kind == LineKind::Added && wire && !wire->isEmpty()
        && QString::fromLatin1(*wire) != value.text())
        lines.append({LineKind::Note, ChangeRows::tr("sends %1").arg(QString::fromLatin1(*wire))});
    return lines;
}

//! The changed lines of one side with one line of context in front of each run.
QList<ChangeLine> side(const QStringList &lines, const QList<LineHunk> &hunks, LineKind kind)
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
            result.append({kind, visibleText(lines[i], maxLength)});
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
    row.before = side(was, hunks, LineKind::Removed);
    row.after = side(is, hunks, LineKind::Added);
    const qsizetype all = std::max(was.size(), is.size());
    if (!before.isEmpty() && !after.isEmpty() && all > 1)
        row.note = ChangeRows::tr("%1 of %2 lines").arg(changed).arg(all);
}

void compareJson(ChangeRow &row, const QByteArray &before, const QByteArray &after)
{
    row.fixedFont = true;
    QByteArray was = before;
    QByteArray is = after;
    QString extra;
    if (!before.isEmpty() && compactJson(before) == compactJson(after)) {
        extra = ChangeRows::tr("only blanks and line breaks");
    } else if (before.count('\n') < 2 || after.count('\n') < 2) {
        // One long line against another shows nothing; what is sent stays as it is.
        was = formatJson(before);
        is = formatJson(after);
    }
    compareLines(row, JsonText(was).toString(), JsonText(is).toString());
    if (!extra.isEmpty())
        row.note = extra;
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
            lines.append({kind, visibleText(label.key + u'=' + label.value, maxLength)});
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
