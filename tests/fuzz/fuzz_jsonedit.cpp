// SPDX-License-Identifier: GPL-3.0-or-later
//
// A document, a zero byte, operations: each gives JSON again, touches only what it says, and can be
// taken back byte for byte.
#include "core/jsonwriter.h"
#include "fuzz/require.h"
#include "json/jsonedit.h"

#include <algorithm>
#include <iterator>
#include <vector>

using namespace modelscribe;

namespace {

constexpr int maxOperations = 32;
constexpr qsizetype maxText = 64 * 1024; //!< A copy of a copy of a copy grows fast.

//! Reads numbers out of the bytes that the fuzzer made; zeros behind their end.
class Choices
{
public:
    explicit Choices(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    bool atEnd() const { return m_at >= m_bytes.size(); }
    quint32 below(quint32 limit)
    {
        const quint32 high = next();
        const quint32 number = limit > 256 ? high * 256 + next() : high;
        return limit == 0 ? 0 : number % limit;
    }

private:
    quint32 next() { return atEnd() ? 0 : static_cast<unsigned char>(m_bytes[m_at++]); }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

const QByteArray values[] = {
    "1.0",         "\"x\"",   "null", "{}",  "[]",          "[1]",  "{\"a\":[1, 2]}", "-0",
    "\"\\ud83d\"", " [ 1 ] ", "",     "1,2", "{\n\"a\":1}", "true", "1e400"};
const QString keys[] = {QStringLiteral("a"),
                        QStringLiteral("b"),
                        QStringLiteral("a 2"),
                        QString(),
                        QStringLiteral("\u00e9\"\\\n"),
                        QString(QChar(0xd83d)),
                        QStringLiteral("item")};

template<typename Value, std::size_t Size>
const Value &oneOf(const Value (&list)[Size], Choices &choices)
{
    return list[choices.below(quint32(Size))];
}

Result<TextChanges> operation(const JsonTree &tree, Choices &choices)
{
    const quint32 what = choices.below(10);
    // One too many: a node that is not there.
    const JsonNodeId node = choices.below(tree.size() + (choices.below(16) == 0 ? 1 : 0));
    if (node >= tree.size())
        return jsonedit::setValue(tree, node, "1");
    const auto position = [&](JsonNodeId parent) {
        return choices.below(tree.childCount(parent) + 2);
    };
    switch (what) {
    case 0: return jsonedit::setValue(tree, node, oneOf(values, choices));
    case 1: return jsonedit::renameKey(tree, node, oneOf(keys, choices));
    case 2: {
        const quint32 at = position(node);
        const QString &key = oneOf(keys, choices);
        return jsonedit::insert(tree, node, at, key, oneOf(values, choices));
    }
    case 3: return jsonedit::remove(tree, node);
    case 4: {
        QList<JsonNodeId> nodes{node};
        for (quint32 more = choices.below(4); more > 0; --more)
            nodes.append(choices.below(tree.size()));
        return jsonedit::remove(tree, nodes);
    }
    case 5: return jsonedit::duplicate(tree, node);
    case 6:
    case 7: {
        const JsonNodeId parent = choices.below(tree.size());
        return jsonedit::move(tree, node, parent, position(parent));
    }
    case 8: return jsonedit::changeType(tree, node, JsonKind(choices.below(6)));
    default: return jsonedit::sortKeys(tree, node, choices.below(2) == 1);
    }
}

//! What turns the changed text back.
TextChanges inverse(const QByteArray &text, const TextChanges &changes)
{
    TextChanges result;
    qsizetype shift = 0;
    for (const TextChange &change : changes) {
        const qsizetype begin = change.begin + shift;
        result.append(
            {begin, begin + change.text.size(), text.mid(change.begin, change.end - change.begin)});
        shift += change.text.size() - (change.end - change.begin);
    }
    return result;
}

void checkChanges(const QByteArray &text, const TextChanges &changes)
{
    qsizetype end = 0;
    for (const TextChange &change : changes) {
        require(change.begin >= end && change.end >= change.begin, "changes are sorted");
        require(change.end <= text.size(), "changes are inside the text");
        end = change.end;
    }
    const auto inserted = jsonedit::insertedAt(changes);
    require(!inserted || (*inserted >= 0 && *inserted <= changedText(text, changes).size()),
            "what was inserted is inside");
}

void checkRefusal(const Error &error)
{
    static const QStringList codes{QStringLiteral("NotJson"),    QStringLiteral("NoSuchPlace"),
                                   QStringLiteral("IntoItself"), QStringLiteral("NoKey"),
                                   QStringLiteral("KeyInUse"),   QStringLiteral("CannotConvert"),
                                   QStringLiteral("TooDeep")};
    require(error.kind == Error::Kind::Invalid, "a refusal is one");
    require(codes.contains(error.code), "a refusal has a code");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype zero = input.indexOf('\0');
    QByteArray text = zero < 0 ? input : input.first(zero);
    Choices choices(zero < 0 ? QByteArrayView() : QByteArrayView(input).sliced(zero + 1));
    const QByteArray original = text;
    std::vector<TextChanges> history;
    for (int i = 0; i < maxOperations && !choices.atEnd() && text.size() < maxText; ++i) {
        const JsonTree tree = JsonTree::parse(text);
        if (!tree.isValid())
            break;
        const auto changes = operation(tree, choices);
        if (!changes) {
            checkRefusal(changes.error());
            continue;
        }
        checkChanges(text, *changes);
        const QByteArray changed = changedText(text, *changes);
        require(!checkJson(changed), "an edit of JSON gives JSON");
        history.push_back(inverse(text, *changes));
        require(changedText(changed, history.back()) == text, "an edit can be taken back");
        text = changed;
    }
    for (auto back = history.rbegin(); back != history.rend(); ++back)
        text = changedText(text, *back);
    require(text == original, "taking all back gives the first text");
    return 0;
}
