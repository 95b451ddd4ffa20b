// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/drafttable.h"

#include "store/bytes.h"
#include "store/draftencoding.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int draftsApplicationId = 0x4D536466; // "MSdf"
constexpr char sealOfDraft = 'D';
constexpr size_t mostKnownBases = 16;

//! In the order of the table's columns.
enum DraftColumn { Id, Registry, Model, Base, Created, Changed, Counter, Writer, Content };

QByteArray columnBytes(const QVariantList &row)
{
    ByteWriter out;
    out.bytes(row[Registry].toByteArray());
    out.bytes(row[Model].toByteArray());
    for (const DraftColumn column : {Base, Created, Changed, Counter})
        out.number(quint64(row[column].toLongLong()));
    out.bytes(row[Writer].toByteArray());
    return out.result();
}

bool isDraftIntact(const QVariantList &row)
{
    return isIntact(sealOfDraft, row[Content].toByteArray(), columnBytes(row));
}

bool isBaseIntact(const QVariantList &row)
{
    return row[1].typeId() == QMetaType::QByteArray
           && contentId(row[1].toByteArray()) == row[0].toLongLong();
}

Result<void> makeDraftTables(StoreFile &file)
{
    for (const QString &statement :
         {u"CREATE TABLE bases (id INTEGER PRIMARY KEY, content BLOB NOT NULL)"_s,
          u"CREATE TABLE drafts (id INTEGER PRIMARY KEY, registry BLOB NOT NULL,"
          " model BLOB NOT NULL, base INTEGER NOT NULL, created INTEGER NOT NULL,"
          " changed INTEGER NOT NULL, counter INTEGER NOT NULL, writer BLOB NOT NULL,"
          " content BLOB NOT NULL, UNIQUE (registry, model))"_s}) {
        if (const auto made = file.write(statement); !made)
            return failure(made.error());
    }
    return {};
}

QString replaceClause()
{
    return u" ON CONFLICT (registry, model) DO UPDATE SET base = excluded.base,"
           " created = excluded.created, changed = excluded.changed, counter = excluded.counter,"
           " writer = excluded.writer, content = excluded.content"_s;
}

//! Bytes that Qt did not copy out of the query yet would be copied twice.
QVariantList rowOf(const QSqlQuery &query)
{
    QVariantList row;
    for (int column = Id; column <= Content; ++column)
        row.append(query.value(column));
    return row;
}

QDateTime utc(const QVariant &milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong()).toUTC();
}

//! Writer, counter and time, from column \p first on.
DraftMark markIn(const QSqlQuery &query, int first)
{
    return {.writer = QUuid::fromRfc4122(query.value(first).toByteArray()),
            .counter = query.value(first + 1).toLongLong(),
            .changed = query.value(first + 2).toLongLong()};
}

std::optional<RegisteredModel> baseOf(StoreFile &file, qint64 id)
{
    auto found = file.read(u"SELECT id, content FROM bases WHERE id = ?"_s, {id});
    if (!found || !found->next() || !isBaseIntact({found->value(0), found->value(1)}))
        return {};
    const auto model = encoding::toModel(found->value(1).toByteArray());
    return model ? std::optional(*model) : std::nullopt;
}

std::optional<Draft> draftOf(StoreFile &file, const QVariantList &row)
{
    if (!isDraftIntact(row))
        return {};
    Draft draft{.registryKey = bytesText(row[Registry].toByteArray()),
                .modelId = bytesText(row[Model].toByteArray()),
                .created = utc(row[Created]),
                .changed = utc(row[Changed]),
                .writer = QUuid::fromRfc4122(row[Writer].toByteArray()),
                .counter = row[Counter].toLongLong()};
    const auto base = baseOf(file, row[Base].toLongLong());
    draft.isBaseLost = !base;
    if (base)
        draft.base = *base;
    else if (!draft.isNew())
        draft.base.id = draft.modelId;
    const QByteArray content = row[Content].toByteArray();
    ByteReader in(sealedBody(content));
    draft.workspaceId = in.text();
    draft.ui = in.text();
    const auto edited = encoding::toMetadata(in.bytes(), draft.base.metadata,
                                             &draft.isExtraInfoLost);
    if (!in.ok() || !edited)
        return {};
    draft.edited = *edited;
    // Rows of earlier versions end here.
    for (qsizetype i = in.atEnd() ? 0 : in.count(); i > 0; --i) {
        const QString place = in.text();
        draft.unfinished.insert(place, in.text());
    }
    return in.ok() ? std::optional(draft) : std::nullopt;
}

constexpr auto selectDrafts =
    "SELECT id, registry, model, base, created, changed, counter, writer, content FROM drafts"_L1;

} // namespace

const StoreSchema &DraftTable::schema()
{
    static const StoreSchema known{
        .name = u"drafts"_s,
        .applicationId = draftsApplicationId,
        .migrations = {makeDraftTables},
        .tables = {
            {.name = u"bases"_s,
             .columns = {u"id"_s, u"content"_s},
             .isIntact = isBaseIntact,
             .insert = u"INSERT OR IGNORE INTO bases (id, content) VALUES (?, ?)"_s,
             .checkedOnOpen = true},
            {.name = u"drafts"_s,
             .columns = {u"id"_s, u"registry"_s, u"model"_s, u"base"_s, u"created"_s, u"changed"_s,
                         u"counter"_s, u"writer"_s, u"content"_s},
             .isIntact = isDraftIntact,
             .insert = u"INSERT INTO drafts (registry, model, base, created, changed, counter,"
                       " writer, content) SELECT registry, model, base, created, changed, counter,"
                       " writer, content FROM (SELECT ? AS id, ? AS registry, ? AS model,"
                       " ? AS base, ? AS created, ? AS changed, ? AS counter, ? AS writer,"
                       " ? AS content) WHERE id IS NOT NULL"_s
                       + replaceClause()
                       + u" WHERE excluded.changed > drafts.changed OR (excluded.changed"
                         " = drafts.changed AND excluded.counter > drafts.counter)"_s,
             .checkedOnOpen = true}}};
    return known;
}

Result<qint64> DraftTable::putBase(StoreFile &file, const Draft &draft)
{
    const DraftKey key(draft.registryKey, draft.modelId);
    QByteArray bytes;
    const auto known = m_knownBases.find(key);
    qint64 id = known == m_knownBases.end() ? -1 : known->second.id;
    if (id < 0 || known->second.base != draft.base) {
        bytes = encoding::fromModel(draft.base);
        id = contentId(bytes);
    }
    auto held = file.read(u"SELECT 1 FROM bases WHERE id = ?"_s, {id});
    if (!held)
        return failure(held.error());
    if (!held->next()) {
        if (bytes.isEmpty())
            bytes = encoding::fromModel(draft.base);
        const auto put = file.write(u"INSERT INTO bases (id, content) VALUES (?, ?)"_s,
                                    {id, bytes});
        if (!put)
            return failure(put.error());
    }
    if (m_knownBases.size() >= mostKnownBases && known == m_knownBases.end())
        m_knownBases.clear();
    m_knownBases[key] = {draft.base, id};
    return id;
}

Result<Draft> DraftTable::put(StoreFile &file, Draft draft)
{
    const auto base = putBase(file, draft);
    if (!base)
        return failure(base.error());
    const QByteArray registry = textBytes(draft.registryKey);
    const QByteArray model = textBytes(draft.modelId);
    auto old = file.read(
        u"SELECT counter, created, base FROM drafts WHERE registry = ? AND model = ?"_s,
        {registry, model});
    if (!old)
        return failure(old.error());
    const bool isThere = old->next();
    if (isThere) {
        draft.counter = std::max(draft.counter, old->value(0).toLongLong());
        draft.created = utc(old->value(1));
    } else if (!draft.created.isValid()) {
        draft.created = draft.changed;
    }
    const bool hadOtherBase = isThere && old->value(2).toLongLong() != *base;
    old->finish();
    ++draft.counter;

    ByteWriter body;
    body.text(draft.workspaceId);
    body.text(draft.ui);
    body.bytes(encoding::fromMetadata(draft.edited, draft.base.metadata));
    if (!draft.unfinished.isEmpty()) {
        body.number(quint64(draft.unfinished.size()));
        for (auto it = draft.unfinished.cbegin(); it != draft.unfinished.cend(); ++it) {
            body.text(it.key());
            body.text(*it);
        }
    }
    QVariantList row = {0,
                        registry,
                        model,
                        *base,
                        draft.created.toMSecsSinceEpoch(),
                        draft.changed.toMSecsSinceEpoch(),
                        draft.counter,
                        draft.writer.toRfc4122()};
    row.append(seal(sealOfDraft, body.result(), columnBytes(row)));
    const auto put = file.write(u"INSERT INTO drafts (registry, model, base, created, changed,"
                                " counter, writer, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s
                                    + replaceClause(),
                                row.sliced(Registry));
    if (!put)
        return failure(put.error());
    if (hadOtherBase) {
        const auto swept = file.write(
            u"DELETE FROM bases WHERE id NOT IN (SELECT base FROM drafts)"_s);
        if (!swept)
            return failure(swept.error());
    }
    return draft;
}

Result<void> DraftTable::remove(StoreFile &file, const DraftKey &key)
{
    m_knownBases.erase(key);
    const auto removed = file.write(u"DELETE FROM drafts WHERE registry = ? AND model = ?"_s,
                                    {textBytes(key.first), textBytes(key.second)});
    if (!removed)
        return failure(removed.error());
    const auto swept = file.write(u"DELETE FROM bases WHERE id NOT IN (SELECT base FROM drafts)"_s);
    if (!swept)
        return failure(swept.error());
    return {};
}

Result<std::optional<DraftMark>> DraftTable::mark(StoreFile &file, const DraftKey &key)
{
    auto row = file.read(
        u"SELECT writer, counter, changed FROM drafts WHERE registry = ? AND model = ?"_s,
        {textBytes(key.first), textBytes(key.second)});
    if (!row)
        return failure(row.error());
    return row->next() ? std::optional(markIn(*row, 0)) : std::nullopt;
}

Result<DraftList> DraftTable::all(StoreFile &file, const QString &registryKey)
{
    const bool isAny = registryKey.isEmpty();
    auto rows = file.read(selectDrafts + (isAny ? u""_s : u" WHERE registry = ?"_s)
                              + u" ORDER BY changed DESC, id DESC"_s,
                          isAny ? QVariantList() : QVariantList{textBytes(registryKey)});
    if (!rows)
        return failure(rows.error());
    DraftList list;
    while (rows->next()) {
        if (auto draft = draftOf(file, rowOf(*rows)))
            list.drafts.append(*std::move(draft));
        else
            ++list.unreadable;
    }
    return list;
}

Result<std::optional<Draft>> DraftTable::find(StoreFile &file, const DraftKey &key)
{
    auto rows = file.read(selectDrafts + u" WHERE registry = ? AND model = ?"_s,
                          {textBytes(key.first), textBytes(key.second)});
    if (!rows)
        return failure(rows.error());
    if (!rows->next())
        return std::nullopt;
    auto draft = draftOf(file, rowOf(*rows));
    if (!draft)
        return failure(Error::Kind::Decode, u"the kept draft cannot be read"_s);
    return draft;
}

Result<std::map<DraftKey, DraftMark>> DraftTable::marks(StoreFile &file)
{
    auto rows = file.read(u"SELECT registry, model, writer, counter, changed FROM drafts"_s);
    if (!rows)
        return failure(rows.error());
    std::map<DraftKey, DraftMark> marks;
    while (rows->next()) {
        const DraftKey key(bytesText(rows->value(0).toByteArray()),
                           bytesText(rows->value(1).toByteArray()));
        marks[key] = markIn(*rows, 2);
    }
    return marks;
}

} // namespace modelscribe
