// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/samples.h"

#include "core/jsonformat.h"
#include "core/jsonmembers.h"
#include "localregistry/bodyfields.h"
#include "localregistry/labelstore.h"
#include "localregistry/modelstore.h"
#include "localregistry/versionstore.h"
#include "localregistry/workspacestore.h"

#include <QFile>

// Must stand outside of every namespace: this library is static, and nobody else mentions it.
static void initialiseResource() { Q_INIT_RESOURCE(localregistry); }

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 minute = 60'000;

struct SampleVersion
{
    QString name;
    ColumnValues values;
};

//! A sample model, read once and inserted as often as needed.
struct Sample
{
    QString workspace;
    QString provider;
    QString userId;
    qint64 age = 0; //!< In milliseconds.
    qint64 createdAge = 0;
    ColumnValues values;
    QList<StoredLabel> labels;
    QList<SampleVersion> versions;
};

qint64 minutes(const BodyReader &reader, QStringView key)
{
    const auto value = reader.value(key);
    return value ? value->utf8().toLongLong() * minute : 0;
}

QString textOf(const BodyReader &reader, QStringView key)
{
    const auto text = reader.text(key);
    return text ? text->value_or(QString()) : QString();
}

QByteArray rawOf(const BodyReader &reader, QStringView key)
{
    const auto value = reader.value(key);
    return value ? compactJson(value->utf8()) : QByteArray();
}

Result<QList<BodyReader>> readList(const BodyReader &reader, QStringView key)
{
    QList<BodyReader> result;
    const auto list = reader.value(key);
    if (!list)
        return result;
    const auto elements = jsonElements(list->utf8());
    if (!elements)
        return failure(elements.error());
    for (const JsonText &element : *elements) {
        const auto members = BodyReader::read(element.utf8());
        if (!members)
            return failure(members.error());
        result.append(*members);
    }
    return result;
}

//! The file is written for people, the registry keeps objects as they come: without white space.
Result<ColumnValues> readValues(const BodyReader &reader, std::span<const BodyField> fields)
{
    auto values = reader.fields(fields, BodyReader::Purpose::Create);
    if (!values)
        return values;
    for (ColumnValue &value : *values) {
        if (value.value.userType() == QMetaType::QByteArray)
            value.value = compactJson(value.value.toByteArray());
    }
    return values;
}

Result<Sample> readSample(const BodyReader &reader)
{
    Sample sample{.workspace = textOf(reader, u"WorkspaceId"),
                  .provider = textOf(reader, u"Provider"),
                  .userId = textOf(reader, u"UserId"),
                  .age = minutes(reader, u"AgeMinutes"),
                  .createdAge = minutes(reader, u"CreatedAgeMinutes")};
    const auto values = readValues(reader, modelBodyFields());
    if (!values)
        return failure(values.error());
    sample.values = *values;
    const auto labels = reader.labels(u"Labels");
    if (!labels)
        return failure(labels.error());
    sample.labels = labels->value_or(QList<StoredLabel>());
    const auto versions = readList(reader, u"Versions");
    if (!versions)
        return failure(versions.error());
    for (const BodyReader &version : *versions) {
        const auto fields = readValues(version, versionBodyFields());
        if (!fields)
            return failure(fields.error());
        sample.versions.append({textOf(version, u"VersionName"), *fields});
    }
    return sample;
}

Result<void> addWorkspaces(Database &database, const QList<BodyReader> &workspaces, qint64 now)
{
    for (const BodyReader &reader : workspaces) {
        const auto added = WorkspaceStore(database).add(
            {.id = textOf(reader, u"WorkspaceId"),
             .name = textOf(reader, u"WorkspaceName"),
             .displayName = textOf(reader, u"DisplayName"),
             .description = textOf(reader, u"Description"),
             .status = textOf(reader, u"Status"),
             .isDefault = rawOf(reader, u"IsDefault") == "true",
             .envTypes = rawOf(reader, u"EnvTypes"),
             .creator = textOf(reader, u"Creator"),
             .adminNames = rawOf(reader, u"AdminNames"),
             .extraInfos = rawOf(reader, u"ExtraInfos"),
             .created = now - minutes(reader, u"CreatedAgeMinutes"),
             .modified = now - minutes(reader, u"AgeMinutes")});
        if (!added)
            return failure(added.error());
    }
    return {};
}

//! \p round counts how often the samples have been used up already.
ColumnValues valuesOfRound(const Sample &sample, int round)
{
    ColumnValues values = sample.values;
    for (ColumnValue &value : values) {
        if (round > 0 && value.column == "name"_L1)
            value.value = u"%1-%2"_s.arg(value.value.toString()).arg(round + 1);
    }
    return values;
}

Result<void> addSample(Database &database, const Sample &sample, const QString &id, int round,
                       qint64 now)
{
    // Copies are a little older, so that sorting by time has something to sort.
    const qint64 shift = round * minute;
    const auto row = ModelStore(database).add({.id = id,
                                               .workspace = sample.workspace,
                                               .provider = sample.provider,
                                               .userId = sample.userId,
                                               .created = now - sample.createdAge - shift,
                                               .modified = now - sample.age - shift,
                                               .values = valuesOfRound(sample, round)});
    if (!row)
        return failure(row.error());
    const auto put = LabelStore(database, LabelStore::Of::Models).put(*row, sample.labels);
    if (!put)
        return failure(put.error());
    for (const SampleVersion &version : sample.versions) {
        const auto added = VersionStore(database).add({.model = *row,
                                                       .name = version.name,
                                                       .created = now - sample.age - shift,
                                                       .values = version.values});
        if (!added)
            return failure(added.error());
    }
    return {};
}

QString sampleId(QStringView kind, qsizetype place)
{
    return u"model-%1%2"_s.arg(kind).arg(place + 1, 10, 10, QLatin1Char('0'));
}

Result<QList<Sample>> readSamples(const QList<BodyReader> &readers)
{
    QList<Sample> samples;
    for (const BodyReader &reader : readers) {
        const auto sample = readSample(reader);
        if (!sample)
            return failure(sample.error());
        samples.append(*sample);
    }
    return samples;
}

//! Those of providers, which are in no workspace of the account but have to be in one here.
Result<void> addPublicSamples(Database &database, const BodyReader &content, qint64 now)
{
    const auto readers = readList(content, u"PublicModels");
    const auto samples = readers ? readSamples(*readers) : failure(readers.error());
    const auto workspace = WorkspaceStore(database).defaultId();
    if (!samples || !workspace)
        return failure(samples ? workspace.error() : samples.error());
    for (qsizetype i = 0; i < samples->size(); ++i) {
        Sample sample = samples->at(i);
        sample.workspace = *workspace;
        if (const auto added = addSample(database, sample, sampleId(u"public", i), 0, now); !added)
            return added;
    }
    return {};
}

} // namespace

Result<void> addSamples(Database &database, int models, qint64 now)
{
    initialiseResource();
    QFile file(u":/modelscribe/localregistry/samples.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage, file.errorString());
    const auto content = BodyReader::read(file.readAll());
    const auto workspaces = content ? readList(*content, u"Workspaces") : failure(content.error());
    const auto modelList = content ? readList(*content, u"Models") : failure(content.error());
    if (!workspaces || !modelList || modelList->isEmpty())
        return failure(Error::Kind::Storage, u"the sample data cannot be read"_s);
    if (const auto added = addWorkspaces(database, *workspaces, now); !added)
        return added;
    const auto samples = readSamples(*modelList);
    if (!samples)
        return failure(samples.error());
    for (int i = 0; i < models; ++i) {
        const int round = i / int(samples->size());
        const auto added = addSample(database, samples->at(i % samples->size()),
                                     sampleId(u"sample", i), round, now);
        if (!added)
            return added;
    }
    return models > 0 ? addPublicSamples(database, *content, now) : Result<void>();
}

Result<bool> holdsSamples(Database &database)
{
    // Of ids alone, which SQLite reads from their index.
    auto rows = database.read(
        u"SELECT total(id GLOB 'model-sample[0-9]*'),"
        " total(id NOT GLOB 'model-sample[0-9]*' AND id NOT GLOB 'model-public[0-9]*')"
        " FROM models"_s);
    if (!rows)
        return failure(rows.error());
    return rows->next() && rows->value(0).toDouble() > rows->value(1).toDouble();
}

} // namespace modelscribe
