// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journaltable.h"

#include "store/bytes.h"
#include "store/journalencoding.h"

using namespace Qt::StringLiterals;

namespace modelscribe::journaltable {

namespace {

constexpr int journalApplicationId = 0x4D536A6E; // "MSjn"
constexpr char sealOfHead = 'H';
constexpr char sealOfContent = 'J';
constexpr char sealOfEnding = 'E';

//! In the order of the table's columns.
enum JournalColumn { Id, Began, Finished, Registry, Model, Search, Head };

//! Number and text of a row; the text can be made again, so it is not sealed.
QByteArray headColumns(const QVariantList &row)
{
    ByteWriter out;
    for (const JournalColumn column : {Id, Began, Finished})
        out.number(quint64(row[column].toLongLong()));
    out.bytes(row[Registry].toByteArray());
    out.bytes(row[Model].toByteArray());
    return out.result();
}

//! The numbers that stand before a text.
QByteArray numberBytes(const QVariantList &numbers)
{
    ByteWriter out;
    for (const QVariant &number : numbers)
        out.number(quint64(number.toLongLong()));
    return out.result();
}

bool isHeadIntact(const QVariantList &row)
{
    return isIntact(sealOfHead, row[Head].toByteArray(), headColumns(row));
}

bool isContentIntact(const QVariantList &row)
{
    return isIntact(sealOfContent, row[1].toByteArray(), numberBytes({row[0]}));
}

bool isEndingIntact(const QVariantList &row)
{
    return isIntact(sealOfEnding, row[2].toByteArray(), numberBytes({row[0], row[1]}));
}

Result<void> makeJournalTables(StoreFile &file)
{
    for (const QString &statement :
         {u"CREATE TABLE entries (id INTEGER PRIMARY KEY, began INTEGER NOT NULL,"
          " finished INTEGER NOT NULL, registry BLOB NOT NULL, model BLOB NOT NULL,"
          " search TEXT NOT NULL, head BLOB NOT NULL)"_s,
          u"CREATE INDEX entries_began ON entries(began)"_s,
          u"CREATE INDEX entries_model ON entries(model, began)"_s,
          // Written once: what a save comes to must not cost its ExtraInfo again.
          u"CREATE TABLE contents (id INTEGER PRIMARY KEY, content BLOB NOT NULL)"_s,
          u"CREATE TABLE endings (id INTEGER PRIMARY KEY, finished INTEGER NOT NULL,"
          " content BLOB NOT NULL)"_s}) {
        if (const auto made = file.write(statement); !made)
            return failure(made.error());
    }
    return {};
}

// One that has ended is newer than the same one begun.
constexpr auto insertEntry =
    "INSERT INTO entries (id, began, finished, registry, model, search, head)"
    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET finished = excluded.finished,"
    " registry = excluded.registry, model = excluded.model, search = excluded.search,"
    " head = excluded.head WHERE excluded.finished >= entries.finished"_L1;
constexpr auto insertContent = "INSERT OR IGNORE INTO contents (id, content) VALUES (?, ?)"_L1;
constexpr auto insertEnding =
    "INSERT INTO endings (id, finished, content) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
    " finished = excluded.finished, content = excluded.content"
    " WHERE excluded.finished >= endings.finished"_L1;

qint64 keyOf(const QUuid &id) { return contentId(id.toRfc4122()); }

qint64 milliseconds(const QDateTime &time)
{
    return time.isValid() ? std::max<qint64>(1, time.toMSecsSinceEpoch()) : 0;
}

} // namespace

const StoreSchema &schema()
{
    static const StoreSchema known{
        .name = u"journal"_s,
        .applicationId = journalApplicationId,
        .migrations = {makeJournalTables},
        .tables = {{.name = u"entries"_s,
                    .columns = {u"id"_s, u"began"_s, u"finished"_s, u"registry"_s, u"model"_s,
                                u"search"_s, u"head"_s},
                    .isIntact = isHeadIntact,
                    .insert = insertEntry},
                   {.name = u"contents"_s,
                    .columns = {u"id"_s, u"content"_s},
                    .isIntact = isContentIntact,
                    .insert = insertContent},
                   {.name = u"endings"_s,
                    .columns = {u"id"_s, u"finished"_s, u"content"_s},
                    .isIntact = isEndingIntact,
                    .insert = insertEnding}}};
    return known;
}

Result<void> put(StoreFile &file, const JournalEntry &entry)
{
    const JournalHead &head = entry.head;
    const QString words = searchText(entry);
    QVariantList row = {keyOf(head.id),
                        milliseconds(head.began),
                        milliseconds(head.finished),
                        textBytes(head.registryKey),
                        textBytes(head.modelId),
                        words.isNull() ? u""_s : words}; // null would be NULL
    row.append(seal(sealOfHead, encoding::fromHead(head), headColumns(row)));
    if (const auto written = file.write(insertEntry, row); !written)
        return failure(written.error());
    if (head.finished.isValid()) {
        const QByteArray ending = seal(sealOfEnding, encoding::fromEnding(entry),
                                       numberBytes({row[Id], row[Finished]}));
        const auto written = file.write(insertEnding, {row[Id], row[Finished], ending});
        if (!written)
            return failure(written.error());
    }
    auto held = file.read(u"SELECT 1 FROM contents WHERE id = ?"_s, {row[Id]});
    if (!held)
        return failure(held.error());
    if (held->next())
        return {};
    const QByteArray content = seal(sealOfContent, encoding::fromContent(entry),
                                    numberBytes({row[Id]}));
    const auto written = file.write(insertContent, {row[Id], content});
    if (!written)
        return failure(written.error());
    return {};
}

Result<std::optional<JournalEntry>> find(StoreFile &file, const QUuid &id)
{
    auto rows = file.read(u"SELECT e.id, e.began, e.finished, e.registry, e.model, NULL, e.head,"
                          " c.content, n.finished, n.content FROM entries e"
                          " LEFT JOIN contents c ON c.id = e.id"
                          " LEFT JOIN endings n ON n.id = e.id WHERE e.id = ?"_s,
                          {keyOf(id)});
    if (!rows)
        return failure(rows.error());
    if (!rows->next())
        return std::nullopt;
    QVariantList row;
    for (int column = Id; column <= Head + 3; ++column)
        row.append(rows->value(column));
    const QByteArray sealedHead = row[Head].toByteArray();
    const QByteArray content = row[Head + 1].toByteArray();
    const QByteArray ending = row[Head + 3].toByteArray();
    const auto damaged = failure(Error::Kind::Decode, u"an entry of the journal is damaged"_s);
    if (!isHeadIntact(row) || !isContentIntact({row[Id], content}))
        return damaged;
    const auto head = encoding::toHead(sealedBody(sealedHead));
    if (!head)
        return damaged;
    JournalEntry entry{.head = *head};
    if (!encoding::toContent(sealedBody(content), entry))
        return damaged;
    if (entry.head.finished.isValid()
        && (!isEndingIntact({row[Id], row[Head + 2], ending})
            || !encoding::toEnding(sealedBody(ending), entry)))
        return damaged;
    return entry;
}

Result<QList<JournalHead>> list(StoreFile &file, const JournalFilter &filter)
{
    QStringList conditions = {u"1"_s};
    QVariantList values;
    const auto add = [&](const QString &condition, const QVariant &value) {
        conditions.append(condition);
        values.append(value);
    };
    if (!filter.registryKey.isEmpty())
        add(u"registry = ?"_s, textBytes(filter.registryKey));
    if (!filter.modelId.isEmpty())
        add(u"model = ?"_s, textBytes(filter.modelId));
    if (!filter.text.isEmpty())
        add(u"instr(search, ?) > 0"_s, filter.text.toCaseFolded());
    if (filter.from.isValid())
        add(u"began >= ?"_s, filter.from.toMSecsSinceEpoch());
    if (filter.until.isValid())
        add(u"began < ?"_s, filter.until.toMSecsSinceEpoch());
    if (filter.onlyBegun)
        conditions.append(u"finished = 0"_s);
    // The group stands in the sealed head only: what passes is counted here.
    const bool isGroup = !filter.group.isNull();
    values << (isGroup ? -1 : filter.limit) << (isGroup ? 0 : filter.offset);
    auto rows = file.read(u"SELECT id, began, finished, registry, model, NULL, head FROM entries"
                          " WHERE "_s
                              + conditions.join(u" AND "_s)
                              + u" ORDER BY began DESC, id DESC LIMIT ? OFFSET ?"_s,
                          values);
    if (!rows)
        return failure(rows.error());
    QList<JournalHead> heads;
    while (rows->next()) {
        QVariantList row;
        for (int column = Id; column <= Head; ++column)
            row.append(rows->value(column));
        const QByteArray sealedHead = row[Head].toByteArray();
        if (!isHeadIntact(row))
            continue;
        const auto head = encoding::toHead(sealedBody(sealedHead));
        if (head && (!isGroup || head->group == filter.group))
            heads.append(*head);
    }
    return isGroup ? heads.mid(filter.offset, filter.limit) : heads;
}

Result<int> removeBefore(StoreFile &file, const QDateTime &time)
{
    int count = 0;
    const auto done = file.transaction([&]() -> Result<void> {
        const auto entries = file.write(u"DELETE FROM entries WHERE began < ?"_s,
                                        {milliseconds(time)});
        if (!entries)
            return failure(entries.error());
        count = *entries;
        for (const QString &table : {u"contents"_s, u"endings"_s}) {
            const auto rest = file.write(
                u"DELETE FROM %1 WHERE id NOT IN (SELECT id FROM entries)"_s.arg(table));
            if (!rest)
                return failure(rest.error());
        }
        return {};
    });
    if (!done)
        return failure(done.error());
    if (count > 0)
        std::ignore = file.read(u"PRAGMA incremental_vacuum"_s);
    return count;
}

} // namespace modelscribe::journaltable
