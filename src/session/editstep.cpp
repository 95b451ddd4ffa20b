// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/editstep.h"

#include "session/edithistory.h"

#include <algorithm>
#include <utility>

namespace modelscribe {

namespace {

constexpr qsizetype overhead = 256; // of a step itself, roughly
constexpr qsizetype mostTyped = 64; // at once; more was pasted

bool isSpace(QChar c) { return c.isSpace(); }
bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool hasLineEnd(const QString &text) { return text.contains(u'\n'); }
bool hasLineEnd(const QByteArray &text) { return text.contains('\n'); }

template<typename Text>
void put(Text &text, const ReplacedPart<Text> &part, bool undone)
{
    text.replace(part.at, (undone ? part.inserted : part.removed).size(),
                 undone ? part.removed : part.inserted);
}

//! Makes one part of two that overlap or touch; false when they do not.
template<typename Text>
bool combine(ReplacedPart<Text> &first, const ReplacedPart<Text> &second)
{
    const qsizetype firstEnd = first.at + first.inserted.size();
    const qsizetype secondEnd = second.at + second.removed.size();
    if (second.at > firstEnd || secondEnd < first.at)
        return false;
    const qsizetype begin = std::max(first.at, second.at);
    const qsizetype end = std::min(firstEnd, secondEnd);
    if (second.at < first.at)
        first.removed.prepend(second.removed.first(first.at - second.at));
    if (secondEnd > firstEnd)
        first.removed.append(second.removed.last(secondEnd - firstEnd));
    first.inserted.replace(begin - first.at, std::max<qsizetype>(0, end - begin), second.inserted);
    first.at = std::min(first.at, second.at);
    return true;
}

//! Whether \p next goes on with \p typed as fingers do: behind it, within a word and what follows
//! it, in one direction.
template<typename Text>
bool continues(const ReplacedPart<Text> &typed, const ReplacedPart<Text> &next)
{
    if (next.removed.isEmpty() && !next.inserted.isEmpty() && !typed.inserted.isEmpty()) {
        const bool newWord = isSpace(typed.inserted.back()) && !isSpace(next.inserted.front());
        return next.at == typed.at + typed.inserted.size() && !newWord
               && next.inserted.size() <= mostTyped && typed.removed.size() <= mostTyped
               && !hasLineEnd(next.inserted);
    }
    if (!next.inserted.isEmpty() || !typed.inserted.isEmpty() || next.removed.isEmpty()
        || typed.removed.isEmpty() || next.removed.size() > mostTyped || hasLineEnd(next.removed))
        return false;
    if (next.at + next.removed.size() == typed.at) // Backspace
        return !isSpace(typed.removed.front()) || isSpace(next.removed.back());
    return next.at == typed.at // Delete
           && (!isSpace(typed.removed.back()) || isSpace(next.removed.front()));
}

template<typename Text>
qsizetype sizeOf(const ReplacedPart<Text> &part)
{
    return (part.removed.size() + part.inserted.size()) * qsizetype(sizeof(part.removed[0]));
}

template<typename Text>
void placeAt(StepPlace &place, const ReplacedPart<Text> &part, bool undone)
{
    place.begin = part.at;
    place.end = part.at + (undone ? part.removed : part.inserted).size();
}

} // namespace

EditStep::EditStep(EditHistory &history, Kind kind, Joins joins, const ModelMetadata &before,
                   const ModelMetadata &after)
    : m_history(history)
    , m_kind(kind)
    , m_joins(joins)
{
    for (const ModelField &field : modelFields) {
        if (const auto *text = std::get_if<QString ModelMetadata::*>(&field.member)) {
            if (before.**text != after.**text)
                m_fields.push_back({&field, replacedBetween(before.**text, after.**text)});
        } else {
            const auto json = std::get<JsonText ModelMetadata::*>(field.member);
            if (before.*json != after.*json)
                m_fields.push_back({&field, std::vector{replacedBetween((before.*json).utf8(),
                                                                        (after.*json).utf8())}});
        }
    }
    if (before.labels != after.labels)
        m_labels = labelsBetween(before.labels, after.labels);
    count();
}

EditStep::~EditStep() { m_history.takeAway(*this); }

EditStep::Labels EditStep::labelsBetween(const QList<Label> &before, const QList<Label> &after)
{
    Labels labels{.before = before, .after = after, .typed = {}};
    const auto [old, now] = std::ranges::mismatch(before, after);
    labels.row = int(now - after.begin());
    // A row that has just got its first text is typed in as well.
    const bool isNew = after.size() == before.size() + 1 && old == before.end();
    if (!isNew && after.size() != before.size())
        return labels;
    if (!isNew && !std::equal(std::next(old), before.end(), std::next(now)))
        return labels;
    const Label was = isNew ? Label() : *old;
    if (was.key != now->key && was.value != now->value)
        return labels;
    labels.column = was.key != now->key ? 0 : 1;
    labels.typed = labels.column == 0 ? replacedBetween(was.key, now->key)
                                      : replacedBetween(was.value, now->value);
    return labels;
}

ModelMetadata EditStep::changed(ModelMetadata metadata, bool undone) const
{
    for (const Field &field : m_fields) {
        if (const auto *part = std::get_if<ReplacedText>(&field.parts)) {
            put(metadata.*std::get<QString ModelMetadata::*>(field.field->member), *part, undone);
            continue;
        }
        JsonText &json = metadata.*std::get<JsonText ModelMetadata::*>(field.field->member);
        QByteArray text = json.utf8();
        const auto &parts = std::get<std::vector<ReplacedBytes>>(field.parts);
        for (size_t i = 0; i < parts.size(); ++i)
            put(text, parts[undone ? parts.size() - 1 - i : i], undone);
        json = JsonText(text);
    }
    if (m_labels)
        metadata.labels = undone ? m_labels->before : m_labels->after;
    return metadata;
}

bool EditStep::isOnlyExtraInfo() const
{
    return !m_labels && m_fields.size() == 1
           && std::holds_alternative<std::vector<ReplacedBytes>>(m_fields.front().parts);
}

const ReplacedText *EditStep::typedText() const
{
    if (m_fields.empty() && m_labels && m_labels->typed)
        return &*m_labels->typed;
    return !m_labels && m_fields.size() == 1 ? std::get_if<ReplacedText>(&m_fields.front().parts)
                                             : nullptr;
}

const ReplacedBytes *EditStep::typedBytes() const
{
    if (!isOnlyExtraInfo())
        return nullptr;
    const auto &parts = std::get<std::vector<ReplacedBytes>>(m_fields.front().parts);
    return parts.size() == 1 ? &parts.front() : nullptr;
}

bool EditStep::isTypedOn(const EditStep &next) const
{
    if (const ReplacedBytes *bytes = typedBytes())
        return next.typedBytes() && continues(*bytes, *next.typedBytes());
    if (!typedText() || !next.typedText() || !continues(*typedText(), *next.typedText()))
        return false;
    if (!m_labels)
        return !next.m_labels && m_fields.front().field == next.m_fields.front().field;
    return next.m_labels && m_labels->row == next.m_labels->row
           && m_labels->column == next.m_labels->column;
}

bool EditStep::join(const EditStep &next)
{
    if (next.m_joins == Joins::Nothing || m_kind != Kind::Edit || m_forgotten)
        return false;
    if (next.m_joins == Joins::Typing ? !isTypedOn(next)
                                      : !isOnlyExtraInfo() || !next.isOnlyExtraInfo())
        return false;
    if (m_labels) {
        m_labels->after = next.m_labels->after;
        combine(*m_labels->typed, *next.m_labels->typed);
    } else if (auto *part = std::get_if<ReplacedText>(&m_fields.front().parts)) {
        combine(*part, std::get<ReplacedText>(next.m_fields.front().parts));
    } else {
        auto &parts = std::get<std::vector<ReplacedBytes>>(m_fields.front().parts);
        for (const auto &more : std::get<std::vector<ReplacedBytes>>(next.m_fields.front().parts)) {
            if (!combine(parts.back(), more))
                parts.push_back(more);
        }
        m_isNothing = parts.size() == 1 && parts.front().removed == parts.front().inserted;
    }
    count();
    return true;
}

QString EditStep::what() const
{
    const auto several = [this] {
        return EditHistory::tr("%n changes", nullptr, int(m_fields.size()) + (m_labels ? 1 : 0));
    };
    const bool isOne = m_fields.size() + (m_labels ? 1 : 0) == 1;
    const QString name = m_fields.empty() ? EditHistory::tr("Labels")
                                          : m_fields.front().field->labelText();
    switch (m_kind) {
    case Kind::Edit: return isOne ? EditHistory::tr("change of %1").arg(name) : several();
    case Kind::Reset: return EditHistory::tr("reset of %1").arg(name);
    case Kind::Revert: return EditHistory::tr("revert");
    case Kind::Registry: return EditHistory::tr("change from the registry");
    }
    return {};
}

StepPlace EditStep::place(bool undone) const
{
    StepPlace place;
    if (!m_fields.empty()) {
        const Field &first = m_fields.front();
        place.field = first.field;
        if (const auto *part = std::get_if<ReplacedText>(&first.parts)) {
            placeAt(place, *part, undone);
        } else {
            const auto &parts = std::get<std::vector<ReplacedBytes>>(first.parts);
            placeAt(place, undone ? parts.front() : parts.back(), undone);
        }
    } else if (m_labels) {
        place.row = m_labels->row;
        place.column = m_labels->column;
        if (m_labels->typed)
            placeAt(place, *m_labels->typed, undone);
    }
    return place;
}

bool EditStep::touches(const ModelField *field) const
{
    return field ? std::ranges::find(m_fields, field, &Field::field) != m_fields.end()
                 : m_labels.has_value();
}

void EditStep::forget()
{
    m_forgotten = true;
    m_fields.clear();
    m_labels.reset();
    count();
}

void EditStep::count()
{
    qsizetype bytes = overhead;
    for (const Field &field : m_fields) {
        if (const auto *part = std::get_if<ReplacedText>(&field.parts)) {
            bytes += sizeOf(*part);
        } else {
            for (const auto &piece : std::get<std::vector<ReplacedBytes>>(field.parts))
                bytes += sizeOf(piece) + qsizetype(sizeof piece);
        }
    }
    if (m_labels) {
        for (const QList<Label> &labels : {m_labels->before, m_labels->after}) {
            for (const Label &label : labels)
                bytes += (label.key.size() + label.value.size()) * qsizetype(sizeof(QChar));
        }
    }
    m_history.weigh(bytes - std::exchange(m_bytes, bytes));
}

} // namespace modelscribe
