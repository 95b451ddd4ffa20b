// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonlayout.h"

#include <algorithm>

namespace modelscribe::jsonlayout {

namespace {

constexpr QByteArrayView defaultIndent = "  ";

bool isBreak(char c) { return c == '\n' || c == '\r'; }

bool isBlank(char c) { return c == ' ' || c == '\t'; }

bool hasBreak(QByteArrayView space) { return std::ranges::any_of(space, isBreak); }

QByteArrayView between(const JsonTree &tree, qsizetype begin, qsizetype end)
{
    return QByteArrayView(tree.text()).sliced(begin, end - begin);
}

//! Bytes of the first line break of \p space and what is before it; 0 when there is none.
qsizetype endOfFirstBreak(QByteArrayView space)
{
    const auto at = std::ranges::find_if(space, isBreak) - space.begin();
    if (at == space.size())
        return 0;
    return space.sliced(at).startsWith("\r\n") ? at + 2 : at + 1;
}

//! \p space from its last line break on: without blank lines and blanks at a line's end.
QByteArrayView lastLine(QByteArrayView space)
{
    qsizetype at = space.size();
    while (at > 0 && !isBreak(space[at - 1]))
        --at;
    if (at == 0)
        return space;
    --at;
    if (at > 0 && space[at] == '\n' && space[at - 1] == '\r')
        --at;
    return space.sliced(at);
}

//! What follows the line break that \p line, of lastLine(), starts with.
QByteArrayView indentOf(QByteArrayView line) { return line.sliced(endOfFirstBreak(line)); }

QByteArrayView breakOf(QByteArrayView line) { return line.first(endOfFirstBreak(line)); }

//! The blanks at the start of the line that byte \p at is in.
QByteArrayView indentAt(const JsonTree &tree, qsizetype at)
{
    const QByteArrayView text(tree.text());
    qsizetype begin = at;
    while (begin > 0 && !isBreak(text[begin - 1]))
        --begin;
    qsizetype end = begin;
    while (end < at && isBlank(text[end]))
        ++end;
    return text.sliced(begin, end - begin);
}

//! The first line break of the text.
QByteArrayView breakOf(const JsonTree &tree)
{
    const QByteArrayView text(tree.text());
    const auto at = std::ranges::find_if(text, isBreak) - text.begin();
    if (at == text.size())
        return "\n";
    return text.sliced(at).startsWith("\r\n") ? text.sliced(at, 2) : text.sliced(at, 1);
}

//! Between the opening bracket and the first entry.
QByteArrayView leadOf(const JsonTree &tree, JsonNodeId container)
{
    return between(tree, tree.valueRange(container).begin + 1,
                   tree.entryRange(container + 1).begin);
}

QByteArrayView tailOf(const JsonTree &tree, JsonNodeId container)
{
    JsonNodeId last = container + 1;
    while (tree.after(last) < tree.after(container))
        last = tree.after(last);
    return between(tree, tree.entryRange(last).end, tree.valueRange(container).end - 1);
}

struct Separator
{
    QByteArrayView beforeComma;
    QByteArrayView afterComma;

    bool hasBreak() const
    {
        return jsonlayout::hasBreak(beforeComma) || jsonlayout::hasBreak(afterComma);
    }
    QByteArray copy() const
    {
        return lastLine(beforeComma).toByteArray() + ',' + lastLine(afterComma).toByteArray();
    }
};

Separator separator(const JsonTree &tree, JsonNodeId left)
{
    const qsizetype begin = tree.entryRange(left).end;
    const qsizetype comma = tree.text().indexOf(',', begin);
    return {between(tree, begin, comma),
            between(tree, comma + 1, tree.entryRange(tree.after(left)).begin)};
}

//! Between key and value, on one line.
QByteArray colon(const JsonTree &tree, JsonNodeId member)
{
    const QByteArrayView gap = between(tree, tree.keyRange(member).end,
                                       tree.valueRange(member).begin);
    return hasBreak(gap) ? QByteArray(": ") : gap.toByteArray();
}

//! The first separator of \p container if it is on one line.
std::optional<QByteArray> inlineSeparator(const JsonTree &tree, JsonNodeId container)
{
    if (!tree.isContainer(container) || tree.childCount(container) < 2)
        return {};
    const Separator first = separator(tree, container + 1);
    return first.hasBreak() ? std::nullopt : std::optional(first.copy());
}

//! How entries on one line are set apart around \p container, which has not two of them.
QByteArray inlineSeparatorFor(const JsonTree &tree, JsonNodeId container)
{
    for (JsonNodeId node = container; node != 0;) {
        node = tree.parent(node);
        if (const auto found = inlineSeparator(tree, node))
            return *found;
    }
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        if (const auto found = inlineSeparator(tree, node))
            return *found;
    }
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        if (tree.hasKey(node))
            return colon(tree, node).endsWith(':') ? "," : ", ";
    }
    return ", ";
}

//! By what the entries of \p container are further in than its own line.
std::optional<QByteArrayView> indentUnit(const JsonTree &tree, JsonNodeId container)
{
    const QByteArrayView lead = leadOf(tree, container);
    if (!hasBreak(lead))
        return {};
    const QByteArrayView own = indentAt(tree, tree.valueRange(container).begin);
    const QByteArrayView inner = indentOf(lastLine(lead));
    return inner.startsWith(own) ? inner.sliced(own.size()) : defaultIndent;
}

QByteArrayView indentUnitFor(const JsonTree &tree, JsonNodeId container)
{
    for (JsonNodeId node = container; node != 0;) {
        node = tree.parent(node);
        if (const auto unit = indentUnit(tree, node))
            return *unit;
    }
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        if (!tree.isContainer(node) || tree.childCount(node) == 0)
            continue;
        if (const auto unit = indentUnit(tree, node))
            return *unit;
    }
    return defaultIndent;
}

//! The nearest container beside \p node that is of its kind and not empty.
std::optional<JsonNodeId> nearestAlike(const JsonTree &tree, JsonNodeId node)
{
    std::optional<JsonNodeId> found;
    const JsonNodeId end = node == 0 ? 0 : tree.after(tree.parent(node));
    for (JsonNodeId other = tree.parent(node) + 1; other < end; other = tree.after(other)) {
        if (tree.kind(other) == tree.kind(node) && tree.childCount(other) > 0) {
            if (other > node)
                return found ? found : other;
            found = other;
        }
    }
    return found;
}

//! The white space before the entry of \p node, if it starts a line.
std::optional<QByteArrayView> ownLine(const JsonTree &tree, JsonNodeId node)
{
    if (node == 0)
        return {};
    const QByteArrayView text(tree.text());
    const qsizetype end = tree.entryRange(node).begin;
    qsizetype begin = end;
    while (isBlank(text[begin - 1]) || isBreak(text[begin - 1]))
        --begin;
    // Commas may stand before the entries instead of behind them.
    if (text[begin - 1] == ',' && !hasBreak(between(tree, begin, end))) {
        --begin;
        while (isBlank(text[begin - 1]) || isBreak(text[begin - 1]))
            --begin;
    }
    const QByteArrayView space = between(tree, begin, end);
    return hasBreak(space) ? std::optional(space) : std::nullopt;
}

Slot lines(const JsonTree &tree, JsonNodeId container, QByteArrayView lineBreak,
           QByteArrayView unit)
{
    const JsonRange value = tree.valueRange(container);
    const QByteArrayView base = indentAt(tree, value.begin);
    return {{value.begin + 1, value.end - 1},
            lineBreak.toByteArray() + base.toByteArray() + unit.toByteArray(),
            lineBreak.toByteArray() + base.toByteArray()};
}

Slot slotInEmpty(const JsonTree &tree, JsonNodeId container)
{
    const JsonRange value = tree.valueRange(container);
    const JsonRange inner{value.begin + 1, value.end - 1};
    const QByteArrayView space = between(tree, inner.begin, inner.end);
    if (hasBreak(space)) {
        const QByteArrayView line = lastLine(space);
        return {{inner.begin, inner.begin},
                line.toByteArray() + indentUnitFor(tree, container).toByteArray(),
                {}};
    }
    if (const auto like = nearestAlike(tree, container)) {
        const QByteArrayView lead = leadOf(tree, *like);
        if (const auto unit = indentUnit(tree, *like))
            return lines(tree, container, breakOf(lastLine(lead)), *unit);
        if (space.isEmpty())
            return {inner, lead.toByteArray(), lastLine(tailOf(tree, *like)).toByteArray()};
    } else if (container == 0) {
        return lines(tree, container, breakOf(tree), defaultIndent);
    } else if (const auto line = ownLine(tree, container)) {
        return lines(tree, container, breakOf(lastLine(*line)), indentUnitFor(tree, container));
    }
    return {{inner.end, inner.end}, {}, space.toByteArray()};
}

} // namespace

TextChange Slot::filledWith(QByteArrayView entry) const
{
    return {range.begin, range.end, before + entry.toByteArray() + after};
}

Slot slotFor(const JsonTree &tree, JsonNodeId parent, quint32 position)
{
    const QList<JsonNodeId> children = tree.children(parent);
    const qsizetype count = children.size();
    if (count == 0)
        return slotInEmpty(tree, parent);
    QByteArray comma;
    if (count > 1) {
        const qsizetype left = std::clamp<qsizetype>(qsizetype(position) - 1, 0, count - 2);
        comma = separator(tree, children[left]).copy();
    } else if (const QByteArrayView lead = leadOf(tree, parent); hasBreak(lead)) {
        comma = ',' + lastLine(lead).toByteArray();
    } else {
        comma = inlineSeparatorFor(tree, parent);
    }
    if (qsizetype(position) == count) {
        const qsizetype end = tree.entryRange(children.last()).end;
        return {{end, end}, comma, {}};
    }
    const qsizetype begin = tree.entryRange(children[position]).begin;
    return {{begin, begin}, {}, comma};
}

QByteArray colonFor(const JsonTree &tree, JsonNodeId parent, quint32 position)
{
    if (tree.kind(parent) == JsonKind::Object && tree.childCount(parent) > 0)
        return colon(tree, tree.children(parent)[position == 0 ? 0 : position - 1]);
    for (JsonNodeId node = parent + 1; node-- > 0;) {
        if (tree.hasKey(node))
            return colon(tree, node);
    }
    for (JsonNodeId node = parent; node < tree.size(); ++node) {
        if (tree.hasKey(node))
            return colon(tree, node);
    }
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        if (const auto comma = inlineSeparator(tree, node))
            return comma->endsWith(',') ? ":" : ": ";
    }
    return ": ";
}

TextChange withoutEntries(const JsonTree &tree, const QList<JsonNodeId> &children, qsizetype first,
                          qsizetype last)
{
    const qsizetype begin = tree.entryRange(children[first]).begin;
    const qsizetype end = tree.entryRange(children[last]).end;
    if (first == 0 && last == children.size() - 1) {
        const JsonRange whole = tree.valueRange(tree.parent(children[first]));
        return {whole.begin + 1, whole.end - 1, {}};
    }
    const qsizetype endBefore = first == 0 ? 0 : tree.entryRange(children[first - 1]).end;
    if (last == children.size() - 1)
        return {endBefore, end, {}};

    const QByteArrayView before = first == 0 ? leadOf(tree, tree.parent(children[first]))
                                             : separator(tree, children[first - 1]).afterComma;
    const Separator behind = separator(tree, children[last]);
    // The last entries of a line that goes on before them, or of lines that start with the comma.
    if (first > 0 && behind.hasBreak() && !hasBreak(before))
        return {endBefore, end, {}};
    const qsizetype next = tree.entryRange(children[last + 1]).begin;
    if (hasBreak(before) && hasBreak(behind.afterComma)) {
        const qsizetype lineEnd = endOfFirstBreak(behind.afterComma);
        return {begin - indentOf(lastLine(before)).size(),
                next - behind.afterComma.size() + lineEnd,
                {}};
    }
    return {begin, next, {}};
}

} // namespace modelscribe::jsonlayout
