// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/schemaset.h"

#include "core/ordinaryfile.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

// Must stand outside of every namespace: this library is static, and nobody else mentions it.
static void initialiseResource() { Q_INIT_RESOURCE(schemas); }

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 maxFileSize = 2 * 1024 * 1024;

Result<QByteArray> contentOf(const QString &path)
{
    return readOrdinaryFile(path, maxFileSize).map_error([&path](const Error &error) {
        // One that is too long is as little a schema as one that cannot be parsed.
        const bool isTooLong = error.code == "too-large"_L1;
        return Error{.kind = isTooLong ? Error::Kind::Decode : error.kind,
                     .detail = u"%1: %2"_s.arg(path, error.detail)};
    });
}

QString stringMember(const JsonTree &tree, JsonNodeId object, QStringView key)
{
    const auto node = tree.member(object, key);
    return node && tree.kind(*node) == JsonKind::String ? tree.text(*node) : QString();
}

QStringList stringsMember(const JsonTree &tree, JsonNodeId object, QStringView key)
{
    QStringList result;
    if (const auto node = tree.member(object, key)) {
        for (const JsonNodeId child : tree.children(*node))
            result.append(tree.text(child));
    }
    return result;
}

} // namespace

SchemaSet SchemaSet::builtIn()
{
    initialiseResource();
    return fromFolder(u":/modelscribe/schemas"_s).value_or(SchemaSet());
}

Result<SchemaSet> SchemaSet::fromFolder(const QString &folder)
{
    const auto index = contentOf(folder + "/index.json"_L1);
    if (!index)
        return failure(index.error());
    const JsonTree tree = JsonTree::parse(*index);
    const auto list = tree.isValid() ? tree.member(0, u"schemas") : std::nullopt;
    if (!list)
        return failure(Error::Kind::Decode, u"%1: no list of schemas"_s.arg(folder));
    SchemaSet set;
    for (const JsonNodeId node : tree.children(*list)) {
        Entry entry{.file = stringMember(tree, node, u"file"),
                    .title = stringMember(tree, node, u"title"),
                    .use = stringMember(tree, node, u"for"),
                    .modelTypes = stringsMember(tree, node, u"modelTypes")};
        const auto schema = fromFile(folder + u'/' + entry.file);
        if (!schema)
            return failure(schema.error());
        entry.schema = *schema;
        set.m_entries.append(entry);
    }
    return set;
}

Result<std::shared_ptr<const JsonSchema>> SchemaSet::fromFile(const QString &path)
{
    const auto content = contentOf(path);
    if (!content)
        return failure(content.error());
    auto schema = JsonSchema::fromText(*content);
    if (!schema)
        return failure(schema.error().kind, u"%1: %2"_s.arg(path, schema.error().detail));
    return schema;
}

std::shared_ptr<const JsonSchema> SchemaSet::schemaFor(const QString &use,
                                                       const QString &modelType) const
{
    std::shared_ptr<const JsonSchema> general;
    for (const Entry &entry : m_entries) {
        if (entry.use != use)
            continue;
        if (entry.modelTypes.contains(modelType, Qt::CaseInsensitive))
            return entry.schema;
        if (entry.modelTypes.isEmpty() && !general)
            general = entry.schema;
    }
    return general;
}

Result<std::shared_ptr<const JsonSchema>> SchemaSet::resolve(const QString &reference) const
{
    const auto own = std::ranges::find_if(m_entries, [&](const Entry &entry) {
        return !reference.isEmpty() && entry.schema->id() == reference;
    });
    if (own != m_entries.cend())
        return own->schema;
    QString path = reference;
    const QUrl url(reference, QUrl::StrictMode);
    if (url.scheme() == "file"_L1 && url.host().isEmpty())
        path = url.toLocalFile();
    // Two slashes name another computer on some systems, and a colon a resource of Qt.
    if (path.contains(u'\0') || path.startsWith("//"_L1) || path.startsWith("\\\\"_L1)
        || path.startsWith(u':') || !QDir::isAbsolutePath(path))
        return failure(Error::Kind::Invalid, u"%1: neither a known schema nor a file"_s.arg(path));
    return fromFile(path);
}

QString schemaReference(const JsonTree &document)
{
    return document.isValid() && document.kind(0) == JsonKind::Object
               ? stringMember(document, 0, u"$schema")
               : QString();
}

} // namespace modelscribe
