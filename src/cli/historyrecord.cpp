// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/historyrecord.h"

#include "core/jsonwriter.h"
#include "registry/registrytarget.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString idText(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

QString wireTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

Table table(const QList<JournalHead> &heads, const QStringList &columns)
{
    Table result{.header = columns,
                 .whole = {columns.indexOf(u"ModelId"_s), columns.indexOf(u"Id"_s)}};
    const Table all = fullJournalTable(heads);
    for (const QStringList &row : all.rows) {
        QStringList some;
        for (const QString &column : columns)
            some.append(row[all.header.indexOf(column)]);
        result.rows.append(some);
    }
    return result;
}

} // namespace

Table journalTable(const QList<JournalHead> &heads)
{
    return table(heads, {u"Began"_s, u"What"_s, u"Outcome"_s, u"Changes"_s, u"ModelName"_s,
                         u"ModelId"_s, u"Profile"_s, u"Id"_s});
}

Table fullJournalTable(const QList<JournalHead> &heads)
{
    Table result{.header = {u"Id"_s, u"Began"_s, u"Finished"_s, u"Profile"_s, u"Registry"_s,
                            u"ModelId"_s, u"ModelName"_s, u"What"_s, u"Outcome"_s, u"Changes"_s,
                            u"Reverts"_s}};
    for (const JournalHead &head : heads) {
        result.rows.append({idText(head.id), wireTime(head.began), wireTime(head.finished),
                            registryNameOf(head.profile, head.registryKey), head.registryKey,
                            head.modelId, head.modelName, nameOf(head.what), nameOf(head.outcome),
                            QString::number(head.changeCount), idText(head.reverts)});
    }
    return result;
}

QByteArray journalJson(const QList<JournalHead> &heads)
{
    const Table all = fullJournalTable(heads);
    QByteArrayList objects;
    for (const QStringList &row : all.rows) {
        JsonObjectWriter object;
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (all.header[i] == "Changes"_L1)
                object.add(all.header[i], row[i].toUtf8());
            else if (!row[i].isEmpty())
                object.add(all.header[i], jsonString(row[i]));
        }
        objects.append(object.take());
    }
    JsonObjectWriter writer;
    writer.add(u"Entries", '[' + objects.join(",\n") + ']');
    return writer.take();
}

} // namespace modelscribe
