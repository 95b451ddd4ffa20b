// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonschema.h"

#include "json/jsonschemacheck.h"
#include "json/jsonschemaproperties.h"
#include "json/schemaadapter.h"

#include <QThread>

#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxHints = 1000;
//! Calls \p work where there is stack enough for it, and waits.
template<typename Work>
void withDeepStack(const Work &work)
{
    const std::unique_ptr<QThread> thread(QThread::create([&work] { work(); }));
    thread->setStackSize(deepSchemaStack);
    thread->start();
    thread->wait();
}

} // namespace

struct JsonSchema::Private
{
    explicit Private(SchemaDocument text)
        : document(std::move(text))
    {
    }

    SchemaDocument document;
    valijson::Schema schema;
};

JsonSchema::JsonSchema() = default;
JsonSchema::~JsonSchema() = default;

Result<std::shared_ptr<const JsonSchema>> JsonSchema::fromText(const QByteArray &utf8)
{
    auto document = SchemaDocument::fromText(utf8);
    if (!document)
        return failure(document.error());
    const std::shared_ptr<JsonSchema> schema(new JsonSchema);
    schema->d = std::make_unique<Private>(std::move(*document));
    QString problem = u"no thread for reading it"_s;
    withDeepStack([&] {
        try {
            SchemaSource source(schema->d->document);
            valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
            parser.populateSchema(SchemaAdapter(SchemaNode(&source, 0)), schema->d->schema);
            problem.clear();
        } catch (const std::exception &error) {
            problem = QString::fromUtf8(error.what());
        }
    });
    if (!problem.isEmpty())
        return failure(Error::Kind::Decode, problem);
    return std::shared_ptr<const JsonSchema>(schema);
}

QString JsonSchema::id() const { return d->document.string(0, u"$id"_s); }

QString JsonSchema::title() const { return d->document.string(0, u"title"_s); }

QList<SchemaGap> JsonSchema::gaps() const { return d->document.gaps(); }

QList<JsonHint> JsonSchema::check(const JsonTree &tree) const
{
    QList<JsonHint> hints;
    if (!tree.isValid())
        return hints;
    withDeepStack([&] { hints = checkAgainst(d->schema, d->document, tree); });
    const auto place = [](const JsonHint &hint) {
        return std::tuple(hint.range.begin, hint.node, int(hint.code));
    };
    std::ranges::stable_sort(hints, {}, place);
    hints.erase(std::unique(hints.begin(), hints.end()), hints.end());
    hints.resize(std::min<qsizetype>(hints.size(), maxHints));
    return hints;
}

QList<SchemaProperty> JsonSchema::properties(const JsonPath &path) const
{
    return schemaProperties(d->document, path);
}

std::optional<SchemaProperty> JsonSchema::property(const JsonPath &path) const
{
    return schemaProperty(d->document, path);
}

QList<JsonHint> duplicateKeyHints(const JsonTree &tree)
{
    QList<JsonHint> hints;
    for (const JsonNodeId node : tree.duplicates()) {
        if (hints.size() == maxHints)
            break;
        hints.append({.code = JsonHint::Code::DuplicateKey,
                      .node = node,
                      .range = tree.keyRange(node),
                      .expected = {tree.key(node)}});
    }
    return hints;
}

} // namespace modelscribe
