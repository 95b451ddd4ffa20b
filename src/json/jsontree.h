// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonscanner.h"
#include "json/jsonpath.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace modelscribe {

enum class JsonKind : quint8 { Object, Array, String, Number, Boolean, Null };

//! Number of a node in document order; 0 is the outermost value. A node's first child, if it has
//! one, is the next number.
using JsonNodeId = quint32;

//! Bytes [begin, end) of a text.
struct JsonRange
{
    qsizetype begin = 0;
    qsizetype end = 0;

    qsizetype size() const { return end - begin; }
    bool contains(qsizetype offset) const { return offset >= begin && offset < end; }

    friend bool operator==(const JsonRange &, const JsonRange &) = default;
};

//! The values of a JSON text and where each stands in it. Nothing is converted: numbers, escapes
//! and duplicate keys are what the text says. A value that never changes; share it between threads.
class JsonTree
{
public:
    JsonTree() = default;
    //! A longer text is refused, as TooDeep.
    static constexpr qsizetype maxSize = (qsizetype(1) << 30) - 1;

    //! Never fails; a text that is no JSON gives a tree without nodes and a problem().
    static JsonTree parse(QByteArray utf8);
    static std::shared_ptr<const JsonTree> shared(QByteArray utf8)
    {
        return std::make_shared<const JsonTree>(parse(std::move(utf8)));
    }

    const QByteArray &text() const { return m_text; }
    bool isValid() const { return !m_nodes.empty(); }
    const std::optional<JsonProblem> &problem() const { return m_problem; }

    quint32 size() const { return quint32(m_nodes.size()); }
    //! Bytes held besides the text.
    qsizetype memory() const { return qsizetype(m_nodes.capacity() * sizeof(Node)); }

    JsonKind kind(JsonNodeId node) const { return m_nodes[node].kind(); }
    bool isContainer(JsonNodeId node) const { return kind(node) <= JsonKind::Array; }
    //! The outermost value is its own parent.
    JsonNodeId parent(JsonNodeId node) const { return m_nodes[node].parent; }
    quint32 childCount(JsonNodeId node) const { return m_nodes[node].childCount; }
    //! The first node behind \p node and everything in it: its next sibling, if there is one.
    JsonNodeId after(JsonNodeId node) const { return node + m_nodes[node].subtreeSize; }
    //! Containers around \p node.
    int depth(JsonNodeId node) const;
    QList<JsonNodeId> children(JsonNodeId node) const;
    quint32 indexInParent(JsonNodeId node) const;

    JsonRange valueRange(JsonNodeId node) const;
    //! With quotation marks; empty for elements and the outermost value.
    JsonRange keyRange(JsonNodeId node) const;
    bool hasKey(JsonNodeId node) const { return m_nodes[node].keySize > 0; }
    //! From the key, if there is one, to the end of the value.
    JsonRange entryRange(JsonNodeId node) const;

    QByteArrayView rawValue(JsonNodeId node) const;
    QByteArrayView rawKey(JsonNodeId node) const;
    //! Escapes become what they stand for, lone surrogates too.
    QString key(JsonNodeId node) const;
    //! The same of a String; of anything else the raw text.
    QString text(JsonNodeId node) const;

    //! The innermost entry around byte \p offset or ending there; the outermost value when none is.
    JsonNodeId nodeAt(qsizetype offset) const;
    JsonPath path(JsonNodeId node) const;
    std::optional<JsonNodeId> find(const JsonPath &path) const;
    //! The member of an object by its decoded key; the last one when there are more, as readers do.
    std::optional<JsonNodeId> member(JsonNodeId object, QStringView key) const;
    //! Members whose key another member of the same object has too, in document order.
    QList<JsonNodeId> duplicates() const;

private:
    struct Node
    {
        quint32 begin; //!< Of the value.
        quint32 size;
        quint32 keyBegin;
        quint32 keySize; //!< 0: no key.
        JsonNodeId parent;
        quint32 subtreeSize;     //!< Nodes, itself included.
        quint32 childCount : 29; //!< Enough for maxSize.
        quint32 kindNumber : 3;

        JsonKind kind() const { return JsonKind(kindNumber); }
    };

    QByteArray m_text;
    std::vector<Node> m_nodes;
    std::optional<JsonProblem> m_problem;
};

//! Compares the keys of a tree with one key; decodes only those that have escapes.
class JsonKeyMatcher
{
public:
    explicit JsonKeyMatcher(QString key);

    const QString &key() const { return m_key; }
    //! False for a node without key.
    bool matches(const JsonTree &tree, JsonNodeId node) const;

private:
    QString m_key;
    QByteArray m_raw; //!< As it stands in a text without escapes; empty when it cannot.
};

} // namespace modelscribe
