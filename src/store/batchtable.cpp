// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batchtable.h"

#include "store/bytes.h"
#include "store/draftencoding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe::batchtable {

namespace {

constexpr int batchesApplicationId = 0x4D536261; // "MSba"
constexpr char sealOfBatch = 'B';
constexpr char sealOfChange = 'C';
constexpr char sealOfDraft = 'D';

//! A number that is as good as the id.
qint64 numberOf(const QUuid &id) { return contentId(id.toRfc4122()); }

QByteArray numbersOf(const QVariantList &row, qsizetype count)
{
    ByteWriter out;
    for (qsizetype i = 0; i < count; ++i)
        out.number(quint64(row[i].toLongLong()));
    return out.result();
}

bool isBatchIntact(const QVariantList &row)
{
    return isIntact(sealOfBatch, row[1].toByteArray(), numbersOf(row, 1));
}

bool isDraftIntact(const QVariantList &row)
{
    return isIntact(sealOfDraft, row[1].toByteArray(), numbersOf(row, 1));
}

bool isChangeIntact(const QVariantList &row)
{
    // The number of the row is another one in a file that was recovered.
    return isIntact(sealOfChange, row[3].toByteArray(), numbersOf(row.mid(1), 2));
}

Result<void> makeBatchTables(StoreFile &file)
{
    for (const QString &statement :
         {u"CREATE TABLE batches (id INTEGER PRIMARY KEY, content BLOB NOT NULL)"_s,
          u"CREATE TABLE changes (id INTEGER PRIMARY KEY, batch INTEGER NOT NULL,"
          " place INTEGER NOT NULL, content BLOB NOT NULL, UNIQUE (batch, place))"_s}) {
        if (const auto made = file.write(statement); !made)
            return failure(made.error());
    }
    return {};
}

Result<void> makeDraftTable(StoreFile &file)
{
    const auto made = file.write(
        u"CREATE TABLE drafts (id INTEGER PRIMARY KEY, content BLOB NOT NULL)"_s);
    return made ? Result<void>() : failure(made.error());
}

QByteArray bytesOfDraft(const BatchDraft &draft)
{
    ByteWriter out;
    out.bytes(draft.id.toRfc4122());
    out.text(draft.registryKey);
    out.text(draft.workspaceId);
    out.text(draft.title);
    out.number(quint64(draft.changed.toMSecsSinceEpoch()));
    out.bytes(draft.edit);
    out.number(quint64(draft.models.size()));
    for (const BatchDraft::Model &model : draft.models) {
        out.text(model.id);
        out.text(model.modified);
    }
    out.number(quint64(draft.leftOut.size()));
    for (const QString &id : draft.leftOut)
        out.text(id);
    if (draft.places.isEmpty())
        return out.result();
    // Earlier versions read up to here, find no edit and leave it alone.
    out.number(quint64(draft.places.size()));
    for (const QString &place : draft.places)
        out.text(place);
    for (const BatchDraft::Model &model : draft.models)
        out.bytes(model.own);
    return out.result();
}

std::optional<BatchDraft> draftOf(const QVariantList &row)
{
    if (!isDraftIntact(row))
        return {};
    const QByteArray content = row[1].toByteArray();
    ByteReader in(sealedBody(content));
    BatchDraft draft{.id = QUuid::fromRfc4122(in.bytes().toByteArray()),
                     .registryKey = in.text(),
                     .workspaceId = in.text(),
                     .title = in.text()};
    draft.changed = QDateTime::fromMSecsSinceEpoch(qint64(in.number())).toUTC();
    draft.edit = in.bytes().toByteArray();
    for (quint64 left = in.number(); left > 0 && in.ok(); --left) {
        const QString id = in.text();
        draft.models.append({.id = id, .modified = in.text()});
    }
    for (quint64 left = in.number(); left > 0 && in.ok(); --left)
        draft.leftOut.append(in.text());
    if (in.ok() && !in.atEnd()) {
        for (quint64 left = in.number(); left > 0 && in.ok(); --left)
            draft.places.append(in.text());
        for (BatchDraft::Model &model : draft.models)
            model.own = in.bytes().toByteArray();
    }
    return in.ok() ? std::optional(draft) : std::nullopt;
}

QByteArray bytesOfHead(const BatchHead &head)
{
    ByteWriter out;
    out.bytes(head.id.toRfc4122());
    out.text(head.registryKey);
    out.text(head.workspaceId);
    out.text(head.title);
    out.number(quint64(head.agreed.toMSecsSinceEpoch()));
    out.number(quint64(head.count));
    return out.result();
}

std::optional<BatchHead> headOf(const QVariantList &row)
{
    if (!isBatchIntact(row))
        return {};
    const QByteArray content = row[1].toByteArray();
    ByteReader in(sealedBody(content));
    BatchHead head{.id = QUuid::fromRfc4122(in.bytes().toByteArray()),
                   .registryKey = in.text(),
                   .workspaceId = in.text(),
                   .title = in.text()};
    head.agreed = QDateTime::fromMSecsSinceEpoch(qint64(in.number())).toUTC();
    head.count = qint64(in.number());
    return in.ok() ? std::optional(head) : std::nullopt;
}

QByteArray bytesOfChange(const KeptBatch::Change &change)
{
    ByteWriter out;
    out.bytes(encoding::fromModel(change.base));
    out.bytes(encoding::fromMetadata(change.edited, change.base.metadata));
    return out.result();
}

std::optional<KeptBatch::Change> changeOf(const QVariantList &row)
{
    if (!isChangeIntact(row))
        return {};
    const QByteArray content = row[3].toByteArray();
    ByteReader in(sealedBody(content));
    const auto base = encoding::toModel(in.bytes());
    if (!base)
        return {};
    const auto edited = encoding::toMetadata(in.bytes(), base->metadata);
    return in.ok() && edited ? std::optional(KeptBatch::Change{*base, *edited}) : std::nullopt;
}

constexpr auto insertDraft = "INSERT OR REPLACE INTO drafts (id, content) VALUES (?, ?)"_L1;
constexpr auto insertBatch = "INSERT OR REPLACE INTO batches (id, content) VALUES (?, ?)"_L1;

} // namespace

const StoreSchema &schema()
{
    static const StoreSchema known{
        .name = u"batches"_s,
        .applicationId = batchesApplicationId,
        .migrations = {makeBatchTables, makeDraftTable},
        .tables = {
            {.name = u"batches"_s,
             .columns = {u"id"_s, u"content"_s},
             .isIntact = isBatchIntact,
             .insert = insertBatch,
             .checkedOnOpen = true},
            {.name = u"drafts"_s,
             .columns = {u"id"_s, u"content"_s},
             .isIntact = isDraftIntact,
             .insert = insertDraft,
             .checkedOnOpen = true},
            {.name = u"changes"_s,
             .columns = {u"id"_s, u"batch"_s, u"place"_s, u"content"_s},
             .isIntact = isChangeIntact,
             .insert = u"INSERT OR IGNORE INTO changes (batch, place, content) SELECT batch, place,"
                       " content FROM (SELECT ? AS id, ? AS batch, ? AS place, ? AS content)"_s}}};
    return known;
}

Result<void> put(StoreFile &file, const KeptBatch &batch)
{
    if (const auto gone = remove(file, batch.head.id); !gone)
        return gone;
    const qint64 number = numberOf(batch.head.id);
    BatchHead head = batch.head;
    head.count = batch.changes.size();
    const auto put = file.write(
        insertBatch, {number, seal(sealOfBatch, bytesOfHead(head), numbersOf({number}, 1))});
    if (!put)
        return failure(put.error());
    QList<QVariantList> rows;
    for (qsizetype place = 0; place < batch.changes.size(); ++place) {
        const QVariantList numbers{number, place};
        rows.append(
            {number, place,
             seal(sealOfChange, bytesOfChange(batch.changes[place]), numbersOf(numbers, 2))});
    }
    const auto written = file.writeMany(
        u"INSERT INTO changes (batch, place, content) VALUES (?, ?, ?)"_s, rows);
    return written ? Result<void>() : failure(written.error());
}

Result<QList<BatchHead>> list(StoreFile &file, const QString &registryKey)
{
    auto rows = file.read(u"SELECT id, content FROM batches"_s);
    if (!rows)
        return failure(rows.error());
    QList<BatchHead> heads;
    while (rows->next()) {
        const auto head = headOf({rows->value(0), rows->value(1)});
        if (head && (registryKey.isEmpty() || head->registryKey == registryKey))
            heads.append(*head);
    }
    std::ranges::stable_sort(heads, {}, &BatchHead::agreed);
    return heads;
}

Result<std::optional<KeptBatch>> find(StoreFile &file, const QUuid &id)
{
    const qint64 number = numberOf(id);
    auto head = file.read(u"SELECT id, content FROM batches WHERE id = ?"_s, {number});
    if (!head)
        return failure(head.error());
    if (!head->next())
        return std::optional<KeptBatch>();
    const auto known = headOf({head->value(0), head->value(1)});
    if (!known || known->id != id)
        return std::optional<KeptBatch>();
    KeptBatch batch{.head = *known};
    auto rows = file.read(
        u"SELECT id, batch, place, content FROM changes WHERE batch = ? ORDER BY place"_s,
        {number});
    if (!rows)
        return failure(rows.error());
    while (rows->next()) {
        const auto change = changeOf(
            {rows->value(0), rows->value(1), rows->value(2), rows->value(3)});
        if (change && rows->value(2).toLongLong() == batch.changes.size())
            batch.changes.append(*change);
    }
    if (batch.changes.size() != batch.head.count)
        return failure(Error::Kind::Storage, u"changes of it are damaged or missing"_s);
    return std::optional(batch);
}

Result<void> remove(StoreFile &file, const QUuid &id)
{
    const qint64 number = numberOf(id);
    for (const QString &statement :
         {u"DELETE FROM changes WHERE batch = ?"_s, u"DELETE FROM batches WHERE id = ?"_s}) {
        if (const auto gone = file.write(statement, {number}); !gone)
            return failure(gone.error());
    }
    return {};
}

Result<void> putDraft(StoreFile &file, const BatchDraft &draft)
{
    const qint64 number = numberOf(draft.id);
    const auto put = file.write(
        insertDraft, {number, seal(sealOfDraft, bytesOfDraft(draft), numbersOf({number}, 1))});
    return put ? Result<void>() : failure(put.error());
}

Result<QList<BatchDraft>> drafts(StoreFile &file, const QString &registryKey)
{
    auto rows = file.read(u"SELECT id, content FROM drafts"_s);
    if (!rows)
        return failure(rows.error());
    QList<BatchDraft> found;
    while (rows->next()) {
        const auto draft = draftOf({rows->value(0), rows->value(1)});
        if (draft && draft->registryKey == registryKey)
            found.append(*draft);
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &BatchDraft::changed);
    return found;
}

Result<void> removeDraft(StoreFile &file, const QUuid &id)
{
    const auto gone = file.write(u"DELETE FROM drafts WHERE id = ?"_s, {numberOf(id)});
    return gone ? Result<void>() : failure(gone.error());
}

} // namespace modelscribe::batchtable
