// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/jsonmemberedit.h"

#include "core/jsonwriter.h"
#include "json/jsonedit.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

using Undo = JsonDocument::Undo;

namespace {

tl::unexpected<Error> noSuchPlace()
{
    return failure(Error{.kind = Error::Kind::Invalid, .code = u"NoSuchPlace"_s});
}

std::optional<JsonNodeId> element(const JsonTree &tree, std::optional<JsonNodeId> array, int row)
{
    if (!array || tree.kind(*array) != JsonKind::Array || row < 0
        || quint32(row) >= tree.childCount(*array))
        return {};
    JsonNodeId node = *array + 1;
    for (int i = 0; i < row; ++i)
        node = tree.after(node);
    return node;
}

} // namespace

JsonMemberEdit::JsonMemberEdit(JsonDocument &document, Place place, QString key, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_place(std::move(place))
    , m_key(std::move(key))
{
}

std::optional<JsonNodeId> JsonMemberEdit::nodeIn(const JsonTree &tree, const JsonPath &path)
{
    std::optional<JsonNodeId> node;
    if (tree.isValid())
        node = 0;
    for (const JsonStep &step : path) {
        if (!node || tree.kind(*node) != JsonKind::Object)
            return {};
        node = tree.member(*node, step.key);
    }
    return node;
}

std::optional<JsonNodeId> JsonMemberEdit::objectIn(const JsonTree &tree) const
{
    const auto object = nodeIn(tree, m_place.object);
    return object && tree.kind(*object) == JsonKind::Object ? object : std::nullopt;
}

std::optional<JsonNodeId> JsonMemberEdit::memberIn(const JsonTree &tree) const
{
    const auto object = objectIn(tree);
    return object ? tree.member(*object, m_key) : std::nullopt;
}

void JsonMemberEdit::remove()
{
    m_pending.clear();
    enqueue(
        -1,
        [this](const JsonTree &tree) -> Result<TextChanges> {
            const auto member = memberIn(tree);
            return member ? jsonedit::remove(tree, *member) : Result<TextChanges>(TextChanges());
        },
        Undo::OwnStep);
}

void JsonMemberEdit::put(const QByteArray &raw, Undo undo)
{
    enqueue(
        -1, [this, raw](const JsonTree &tree) { return putInto(tree, raw); }, undo);
}

void JsonMemberEdit::enqueue(int row, JsonDocument::Edit edit, Undo undo)
{
    m_edited = true;
    // The newest text of a line is all that counts.
    if (!m_pending.isEmpty() && m_pending.last().row == row && undo == Undo::Joined
        && m_pending.last().undo == undo)
        m_pending.last().edit = std::move(edit);
    else
        m_pending.append({row, std::move(edit), undo});
    flush();
}

bool JsonMemberEdit::flush()
{
    bool isChanged = false;
    while (!m_pending.isEmpty()) {
        Pending pending = m_pending.takeFirst();
        const auto changes = m_document.edit(pending.edit, pending.undo);
        if (changes) {
            isChanged = isChanged || !changes->isEmpty();
            continue;
        }
        if (changes.error().code == "NotCurrent"_L1) {
            m_pending.prepend(std::move(pending)); // again when the text has been read
            break;
        }
        emit refused(changes.error());
    }
    return isChanged;
}

Result<TextChanges> JsonMemberEdit::putInto(const JsonTree &tree, const QByteArray &raw) const
{
    const QByteArray entry = jsonString(m_key) + ": " + raw;
    const bool isNested = !m_place.object.isEmpty();
    if (!tree.isValid()) {
        const QByteArray inner = isNested
                                     ? jsonString(m_place.object.first().key) + ": {" + entry + '}'
                                     : entry;
        return TextChanges{{0, tree.text().size(), "{\n  " + inner + "\n}"}};
    }
    if (const auto member = memberIn(tree))
        return jsonedit::setValue(tree, *member, raw);
    if (const auto object = objectIn(tree))
        return insertInto(tree, *object, raw);
    if (!isNested || tree.kind(0) != JsonKind::Object || nodeIn(tree, m_place.object))
        return noSuchPlace();
    return jsonedit::insert(tree, 0, tree.childCount(0), m_place.object.first().key,
                            '{' + entry + '}');
}

Result<TextChanges> JsonMemberEdit::insertInto(const JsonTree &tree, JsonNodeId object,
                                               const QByteArray &raw) const
{
    // Behind the nearest neighbour before it, else before the nearest one behind it.
    const qsizetype own = m_place.keys.indexOf(m_key);
    quint32 position = tree.childCount(object);
    for (qsizetype i = m_place.keys.size() - 1; i > own; --i) {
        if (const auto next = tree.member(object, m_place.keys[i]))
            position = tree.indexInParent(*next);
    }
    for (qsizetype i = 0; i < own; ++i) {
        if (const auto previous = tree.member(object, m_place.keys[i]))
            position = tree.indexInParent(*previous) + 1;
    }
    return jsonedit::insert(tree, object, position, m_key, raw);
}

void JsonMemberEdit::editItem(int row, const QString &text)
{
    enqueue(
        row,
        [this, row, text](const JsonTree &tree) -> Result<TextChanges> {
            const auto node = element(tree, memberIn(tree), row);
            if (!node || tree.kind(*node) != JsonKind::String)
                return noSuchPlace();
            if (tree.text(*node) == text)
                return TextChanges();
            return jsonedit::setValue(tree, *node, jsonString(text));
        },
        Undo::Joined);
}

void JsonMemberEdit::insertItem(int row)
{
    enqueue(
        row,
        [this, row](const JsonTree &tree) -> Result<TextChanges> {
            const auto array = memberIn(tree);
            if (!array || tree.kind(*array) == JsonKind::Null)
                return putInto(tree, "[\"\"]");
            return jsonedit::insert(tree, *array, quint32(row), {}, "\"\"");
        },
        Undo::OwnStep);
}

void JsonMemberEdit::removeItem(int row)
{
    enqueue(
        row,
        [this, row](const JsonTree &tree) -> Result<TextChanges> {
            const auto node = element(tree, memberIn(tree), row);
            return node ? jsonedit::remove(tree, *node) : noSuchPlace();
        },
        Undo::OwnStep);
}

void JsonMemberEdit::moveItem(int from, int to)
{
    enqueue(
        from,
        [this, from, to](const JsonTree &tree) -> Result<TextChanges> {
            const auto array = memberIn(tree);
            const auto node = element(tree, array, from);
            if (!node)
                return noSuchPlace();
            // Counted before the move.
            return jsonedit::move(tree, *node, *array, quint32(to > from ? to + 1 : to));
        },
        Undo::OwnStep);
}

} // namespace modelscribe

#include "moc_jsonmemberedit.cpp"
