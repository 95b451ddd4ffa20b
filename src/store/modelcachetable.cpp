// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/modelcachetable.h"

#include "store/bytes.h"
#include "store/draftencoding.h"

#include <QSet>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int cacheApplicationId = 0x4D536D63; // "MSmc"

bool isAnyRow(const QVariantList &) { return true; }

Result<void> done(const Result<int> &written)
{
    return written ? Result<void>() : failure(written.error());
}

Result<void> makeCacheTables(StoreFile &file)
{
    for (const QString &statement :
         {u"CREATE TABLE models (id INTEGER PRIMARY KEY, model BLOB NOT NULL UNIQUE,"
          " hash INTEGER NOT NULL, content BLOB NOT NULL)"_s,
          u"CREATE TABLE pages (page INTEGER PRIMARY KEY, models BLOB NOT NULL)"_s,
          u"CREATE TABLE facts (id INTEGER PRIMARY KEY, registry BLOB NOT NULL,"
          " workspace BLOB NOT NULL, synced INTEGER NOT NULL, pass INTEGER NOT NULL,"
          " lastpass INTEGER NOT NULL, began INTEGER NOT NULL, nextpage INTEGER NOT NULL)"_s}) {
        if (const auto made = file.write(statement); !made)
            return failure(made.error());
    }
    return {};
}

Result<void> addAllRead(StoreFile &file)
{
    return done(file.write(u"ALTER TABLE facts ADD COLUMN allread INTEGER NOT NULL DEFAULT 0"_s));
}

StoreTable tableOf(const QString &name, const QStringList &columns)
{
    return {.name = name, .columns = columns, .isIntact = isAnyRow, .insert = {}};
}

QByteArray idBytes(const QStringList &ids)
{
    ByteWriter out;
    for (const QString &id : ids)
        out.text(id);
    return out.result();
}

QStringList idsIn(const QByteArray &bytes)
{
    QStringList ids;
    ByteReader in(bytes);
    while (in.ok() && !in.atEnd())
        ids.append(in.text());
    return ids;
}

} // namespace

const StoreSchema &ModelCacheTable::schema()
{
    static const StoreSchema known{
        .name = u"modelcache"_s,
        .applicationId = cacheApplicationId,
        .migrations = {makeCacheTables, addAllRead},
        .tables = {
            tableOf(u"models"_s, {u"id"_s, u"model"_s, u"hash"_s, u"content"_s}),
            tableOf(u"pages"_s, {u"page"_s, u"models"_s}),
            tableOf(u"facts"_s, {u"id"_s, u"registry"_s, u"workspace"_s, u"synced"_s, u"pass"_s,
                                 u"lastpass"_s, u"began"_s, u"nextpage"_s, u"allread"_s})}};
    return known;
}

Result<ModelCacheTable::Facts> ModelCacheTable::facts(StoreFile &file)
{
    auto row = file.read(u"SELECT registry, workspace, synced, pass, lastpass, began, nextpage,"
                         " allread FROM facts WHERE id = 1"_s);
    if (!row)
        return failure(row.error());
    if (!row->next())
        return Facts();
    return Facts{.registry = row->value(0).toByteArray(),
                 .workspace = row->value(1).toByteArray(),
                 .syncedAt = row->value(2).toLongLong(),
                 .pass = row->value(3).toLongLong(),
                 .lastPass = row->value(4).toLongLong(),
                 .began = row->value(5).toLongLong(),
                 .nextPage = row->value(6).toInt(),
                 .allReadAt = row->value(7).toLongLong()};
}

Result<void> ModelCacheTable::setFacts(StoreFile &file, const Facts &facts)
{
    return done(file.write(u"INSERT OR REPLACE INTO facts (id, registry, workspace, synced, pass,"
                           " lastpass, began, nextpage, allread)"
                           " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {facts.registry, facts.workspace, facts.syncedAt, facts.pass,
                            facts.lastPass, facts.began, facts.nextPage, facts.allReadAt}));
}

Result<int> ModelCacheTable::put(StoreFile &file, const QList<RegisteredModel> &models)
{
    QList<QVariantList> rows;
    rows.reserve(models.size());
    for (const RegisteredModel &model : models) {
        const QByteArray content = encoding::fromModel(model);
        rows.append({textBytes(model.id), contentId(content), content});
    }
    return file.writeMany(u"INSERT INTO models (model, hash, content) VALUES (?, ?, ?)"
                          " ON CONFLICT (model) DO UPDATE SET hash = excluded.hash,"
                          " content = excluded.content WHERE hash <> excluded.hash"_s,
                          rows);
}

Result<void> ModelCacheTable::remove(StoreFile &file, const QStringList &modelIds)
{
    QList<QVariantList> rows;
    rows.reserve(modelIds.size());
    for (const QString &id : modelIds)
        rows.append(QVariantList{textBytes(id)});
    return done(file.writeMany(u"DELETE FROM models WHERE model = ?"_s, rows));
}

Result<void> ModelCacheTable::keepOnly(StoreFile &file, const QStringList &modelIds)
{
    auto rows = file.read(u"SELECT model FROM models"_s);
    if (!rows)
        return failure(rows.error());
    const QSet<QString> kept(modelIds.begin(), modelIds.end());
    QStringList others;
    while (rows->next()) {
        const QString id = bytesText(rows->value(0).toByteArray());
        if (!kept.contains(id))
            others.append(id);
    }
    rows->finish();
    return remove(file, others);
}

Result<void> ModelCacheTable::removeRows(StoreFile &file, const QList<qint64> &rows)
{
    QList<QVariantList> ids;
    for (const qint64 id : rows)
        ids.append(QVariantList{id});
    return done(file.writeMany(u"DELETE FROM models WHERE id = ?"_s, ids));
}

Result<void> ModelCacheTable::clear(StoreFile &file)
{
    for (const QString &table : {u"models"_s, u"pages"_s, u"facts"_s}) {
        if (const auto cleared = file.write(u"DELETE FROM "_s + table); !cleared)
            return failure(cleared.error());
    }
    return {};
}

Result<void> ModelCacheTable::notePage(StoreFile &file, int page, const QStringList &modelIds)
{
    return done(file.write(u"INSERT OR REPLACE INTO pages (page, models) VALUES (?, ?)"_s,
                           {page, idBytes(modelIds)}));
}

Result<void> ModelCacheTable::forgetPages(StoreFile &file)
{
    return done(file.write(u"DELETE FROM pages"_s));
}

Result<CachedPass> ModelCacheTable::pass(StoreFile &file, const Facts &facts)
{
    auto rows = file.read(u"SELECT page, models FROM pages ORDER BY page"_s);
    if (!rows)
        return failure(rows.error());
    CachedPass pass{.began = QDateTime::fromMSecsSinceEpoch(facts.began).toUTC(),
                    .nextPage = facts.nextPage};
    int page = 1;
    for (; rows->next() && rows->value(0).toInt() == page; ++page) {
        pass.lastPage = idsIn(rows->value(1).toByteArray());
        pass.listed += pass.lastPage;
    }
    if (page != facts.nextPage)
        return failure(Error::Kind::Decode, u"a page of the pass is missing"_s);
    return pass;
}

Result<qint64> ModelCacheTable::count(StoreFile &file)
{
    auto row = file.read(u"SELECT count(*) FROM models"_s);
    if (!row)
        return failure(row.error());
    return row->next() ? row->value(0).toLongLong() : 0;
}

Result<CachedModels> ModelCacheTable::load(StoreFile &file, qint64 after, int most)
{
    auto rows = file.read(
        u"SELECT id, model, hash, content FROM models WHERE id > ? ORDER BY id LIMIT ?"_s,
        {after, most});
    if (!rows)
        return failure(rows.error());
    CachedModels some{.last = after};
    int count = 0;
    for (; rows->next(); ++count) {
        some.last = rows->value(0).toLongLong();
        const QByteArray content = rows->value(3).toByteArray();
        auto model = encoding::toModel(content);
        if (contentId(content) == rows->value(2).toLongLong() && model
            && model->id == bytesText(rows->value(1).toByteArray()))
            some.models.append(*std::move(model));
        else
            some.damaged.append(some.last);
    }
    if (rows->lastError().isValid())
        return failure(Error::Kind::Storage, rows->lastError().text());
    some.atEnd = count < most;
    return some;
}

} // namespace modelscribe
