// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonwriter.h"
#include "json/jsonschemacheck.h"
#include "json/jsonvalues.h"

#include <valijson/internal/basic_adapter.hpp>

#include <QSet>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

namespace modelscribe {

class SchemaAdapter;

using SchemaMember = std::pair<std::string, SchemaAdapter>;

struct ArrayContent
{
    std::vector<SchemaAdapter> list;
};

struct ObjectContent
{
    std::vector<SchemaMember> list;
    std::unordered_map<std::string, size_t> places;

    void add(std::string key, const SchemaAdapter &value);
};

//! What valijson reads a schema from.
class SchemaSource
{
public:
    static constexpr int maxReads = 500'000;

    explicit SchemaSource(const SchemaDocument &document)
        : m_document(document)
        , m_stackStart(stackAddress())
    {
    }

    const SchemaDocument &document() const { return m_document; }
    const JsonTree &tree() const { return m_document.tree(); }
    std::shared_ptr<const ArrayContent> array(JsonNodeId node);
    std::shared_ptr<const ObjectContent> object(JsonNodeId node);

private:
    void addTargets(ObjectContent &root);
    //! valijson follows a schema with calls in calls, and reads a place as often as it is referred
    //! to; throws before that fills the stack or the memory.
    void guardWork();
    static std::uintptr_t stackAddress()
    {
        return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    }

    const SchemaDocument &m_document;
    std::uintptr_t m_stackStart;
    int m_reads = 0;
    QHash<JsonNodeId, std::shared_ptr<const ArrayContent>> m_arrays;
    QHash<JsonNodeId, std::shared_ptr<const ObjectContent>> m_objects;
};

// The following have the members that valijson's templates ask for.

class SchemaArray
{
public:
    class const_iterator
    {
    public:
        explicit const_iterator(const SchemaAdapter *at)
            : m_at(at)
        {
        }
        const SchemaAdapter &operator*() const { return *m_at; }
        const SchemaAdapter *operator->() const { return m_at; }
        const_iterator &operator++();
        const_iterator operator++(int);
        void advance(std::ptrdiff_t by);
        bool operator==(const const_iterator &) const = default;

    private:
        const SchemaAdapter *m_at;
    };

    SchemaArray() = default;
    explicit SchemaArray(std::shared_ptr<const ArrayContent> content)
        : m_content(std::move(content))
    {
    }
    const_iterator begin() const;
    const_iterator end() const;
    size_t size() const;

private:
    std::shared_ptr<const ArrayContent> m_content = std::make_shared<ArrayContent>();
};

class SchemaObject
{
public:
    using const_iterator = std::vector<SchemaMember>::const_iterator;

    SchemaObject() = default;
    explicit SchemaObject(std::shared_ptr<const ObjectContent> content)
        : m_content(std::move(content))
    {
    }
    const_iterator begin() const;
    const_iterator end() const;
    const_iterator find(const std::string &key) const;

private:
    std::shared_ptr<const ObjectContent> m_content = std::make_shared<ObjectContent>();
};

//! A member of the outermost schema by which valijson finds \p node: a JSON Pointer would have to
//! be spelled in its way, and leads through no empty key.
inline std::string nameOfTarget(JsonNodeId node) { return '\1' + std::to_string(node); }

class SchemaNode
{
public:
    SchemaNode() { } // clang 14 takes no "= default" for the constant that valijson makes of it
    SchemaNode(SchemaSource *source, JsonNodeId node)
        : m_source(source)
        , m_node(node)
    {
    }

    valijson::adapters::FrozenValue *freeze() const { return new SchemaValue(m_node); }
    std::optional<SchemaArray> getArrayOptional() const
    {
        return isArray() ? std::optional(SchemaArray(m_source->array(m_node))) : std::nullopt;
    }
    std::optional<SchemaObject> getObjectOptional() const
    {
        return isObject() ? std::optional(SchemaObject(m_source->object(m_node))) : std::nullopt;
    }
    bool getArraySize(size_t &size) const
    {
        size = isArray() ? tree().childCount(m_node) : 0;
        return isArray();
    }
    bool getObjectSize(size_t &size) const;
    bool getBool(bool &value) const
    {
        value = isBool() && tree().rawValue(m_node) == "true";
        return isBool();
    }
    bool getDouble(double &value) const
    {
        // A double cannot hold every bound, so it says where the bound stands.
        value = isBound() ? m_node : is(JsonKind::Number) ? number().toDouble() : 0;
        return isDouble();
    }
    bool getInteger(int64_t &value) const
    {
        value = 0;
        if (isInteger() && !isPlainInteger(value))
            value = int64_t(number().toDouble());
        return isInteger();
    }
    bool getString(std::string &value) const;

    static bool hasStrictTypes() { return true; }
    bool isArray() const { return is(JsonKind::Array); }
    bool isBool() const { return is(JsonKind::Boolean); }
    bool isNull() const { return is(JsonKind::Null); }
    bool isNumber() const { return is(JsonKind::Number); }
    bool isObject() const { return is(JsonKind::Object); }
    bool isString() const { return is(JsonKind::String) || isLostReference(); }
    bool isInteger() const
    {
        int64_t value = 0;
        return isNumber() && !isBound()
               && (isPlainInteger(value)
                   || (number().isInteger() && std::abs(number().toDouble()) < 9e18));
    }
    bool isDouble() const { return isNumber() && !isInteger(); }

private:
    const JsonTree &tree() const { return m_source->tree(); }
    QByteArrayView raw() const { return tree().rawValue(m_node); }
    JsonNumber number() const { return JsonNumber::fromText(raw()); }
    bool isPlainInteger(int64_t &value) const
    {
        bool ok = false;
        value = raw().toLongLong(&ok);
        return ok;
    }
    bool is(JsonKind kind) const { return m_source && tree().kind(m_node) == kind; }
    bool isBound() const;
    bool isLostReference() const;

    SchemaSource *m_source = nullptr;
    JsonNodeId m_node = 0;
};

class SchemaAdapter
    : public valijson::adapters::BasicAdapter<SchemaAdapter, SchemaArray, SchemaMember,
                                              SchemaObject, SchemaNode>
{
public:
    SchemaAdapter() = default;
    explicit SchemaAdapter(const SchemaNode &node)
        : BasicAdapter(node)
    {
    }
    //! valijson makes these of documents that it fetches, which it is not allowed to.
    explicit SchemaAdapter(const QByteArray &) { }
};

inline void ObjectContent::add(std::string key, const SchemaAdapter &value)
{
    places.emplace(key, list.size());
    list.emplace_back(std::move(key), value);
}

inline SchemaArray::const_iterator &SchemaArray::const_iterator::operator++()
{
    ++m_at;
    return *this;
}

inline SchemaArray::const_iterator SchemaArray::const_iterator::operator++(int)
{
    return const_iterator(m_at++);
}

inline void SchemaArray::const_iterator::advance(std::ptrdiff_t by) { m_at += by; }

inline SchemaArray::const_iterator SchemaArray::begin() const
{
    return const_iterator(m_content->list.data());
}

inline SchemaArray::const_iterator SchemaArray::end() const
{
    return const_iterator(m_content->list.data() + size());
}

inline size_t SchemaArray::size() const { return m_content->list.size(); }

inline SchemaObject::const_iterator SchemaObject::begin() const { return m_content->list.begin(); }
inline SchemaObject::const_iterator SchemaObject::end() const { return m_content->list.end(); }

inline SchemaObject::const_iterator SchemaObject::find(const std::string &key) const
{
    const auto place = m_content->places.find(key);
    return place == m_content->places.end() ? end() : begin() + std::ptrdiff_t(place->second);
}

inline bool SchemaNode::isBound() const
{
    static constexpr QStringView keywords[] = {u"maximum", u"minimum", u"exclusiveMaximum",
                                               u"exclusiveMinimum", u"multipleOf"};
    return m_source && tree().hasKey(m_node) && !tree().isContainer(m_node)
           && std::ranges::find(keywords, QStringView(tree().key(m_node))) != std::end(keywords);
}

inline bool SchemaNode::isLostReference() const
{
    return m_source && tree().hasKey(m_node) && m_source->document().isLost(tree().parent(m_node))
           && tree().key(m_node) == QLatin1StringView("$ref");
}

inline bool SchemaNode::getObjectSize(size_t &size) const
{
    size = isObject() ? m_source->object(m_node)->list.size() : 0;
    return isObject();
}

inline bool SchemaNode::getString(std::string &value) const
{
    if (!isString())
        return false;
    const SchemaDocument &document = m_source->document();
    const JsonNodeId schema = tree().parent(m_node);
    if (isLostReference())
        value = lostFormat;
    else if (document.isReference(schema) && tree().key(m_node) == QLatin1StringView("$ref"))
        value = "#/" + nameOfTarget(document.resolved(schema));
    else if (isBound())
        value.clear(); // valijson would take a text for a number
    else
        value = utf8KeepingSurrogates(tree().text(m_node)).toStdString();
    return true;
}

inline std::shared_ptr<const ArrayContent> SchemaSource::array(JsonNodeId node)
{
    auto &known = m_arrays[node];
    if (!known) {
        auto content = std::make_shared<ArrayContent>();
        for (const JsonNodeId child : tree().children(node))
            content->list.emplace_back(SchemaNode(this, child));
        known = content;
    }
    return known;
}

inline std::shared_ptr<const ObjectContent> SchemaSource::object(JsonNodeId node)
{
    guardWork();
    auto &known = m_objects[node];
    if (!known) {
        auto content = std::make_shared<ObjectContent>();
        const bool isLost = m_document.isLost(node);
        for (const JsonNodeId child : tree().children(node)) {
            const QString key = tree().key(child);
            // References are looked up already; valijson need not know what "$id" is called now.
            const bool isId = (key == QLatin1StringView("$id") || key == QLatin1StringView("id"))
                              && tree().kind(child) == JsonKind::String;
            if (isId || m_document.member(node, key) != child)
                continue;
            if (!isLost)
                content->add(utf8KeepingSurrogates(key).toStdString(),
                             SchemaAdapter(SchemaNode(this, child)));
            else if (key == QLatin1StringView("$ref")) // which is all that counts
                content->add("format", SchemaAdapter(SchemaNode(this, child)));
        }
        if (node == 0)
            addTargets(*content);
        known = content;
    }
    return known;
}

inline void SchemaSource::addTargets(ObjectContent &root)
{
    const auto &references = m_document.references();
    for (const JsonNodeId target : QSet<JsonNodeId>(references.cbegin(), references.cend()))
        root.add(nameOfTarget(target), SchemaAdapter(SchemaNode(this, target)));
}

inline void SchemaSource::guardWork()
{
    const std::uintptr_t here = stackAddress();
    if (std::max(here, m_stackStart) - std::min(here, m_stackStart) > deepSchemaStack * 3 / 4)
        valijson::throwRuntimeError("nested too deeply");
    if (++m_reads > maxReads)
        valijson::throwRuntimeError("too much to read");
}

} // namespace modelscribe

template<>
struct valijson::adapters::AdapterTraits<modelscribe::SchemaAdapter>
{
    using DocumentType = QByteArray;
    static std::string adapterName() { return "SchemaAdapter"; }
};
