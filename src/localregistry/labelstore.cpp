// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/labelstore.h"

#include "core/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

QString idList(const QList<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts.append(QString::number(id));
    return texts.join(u',');
}

QString LabelStore::table() const
{
    return m_of == Of::Models ? u"model_labels"_s : u"version_labels"_s;
}

Result<void> LabelStore::put(qint64 owner, const QList<StoredLabel> &labels)
{
    for (const StoredLabel &label : labels) {
        // An empty value is a null QString to Qt and would become NULL.
        const QString value = label.value.isEmpty() ? u""_s : label.value;
        const auto written = m_database.write(
            u"INSERT INTO %1 (owner, key, value) VALUES (?, ?, ?)"
            " ON CONFLICT (owner, key) DO UPDATE SET value = excluded.value"_s.arg(table()),
            {owner, label.key, value});
        if (!written)
            return failure(written.error());
    }
    return {};
}

Result<int> LabelStore::remove(qint64 owner, const QStringList &keys)
{
    int removed = 0;
    for (const QString &key : keys) {
        const auto written = m_database.write(
            u"DELETE FROM %1 WHERE owner = ? AND key = ?"_s.arg(table()), {owner, key});
        if (!written)
            return failure(written.error());
        removed += written->rows;
    }
    return removed;
}

Result<int> LabelStore::count(qint64 owner)
{
    auto rows = m_database.read(u"SELECT count(*) FROM %1 WHERE owner = ?"_s.arg(table()), {owner});
    if (!rows)
        return failure(rows.error());
    rows->next();
    return rows->value(0).toInt();
}

Result<QHash<qint64, QByteArray>> LabelStore::json(const QList<qint64> &owners)
{
    auto rows = m_database.read(
        u"SELECT owner, key, value FROM %1 WHERE owner IN (%2) ORDER BY id"_s.arg(table(),
                                                                                  idList(owners)));
    if (!rows)
        return failure(rows.error());
    QHash<qint64, QByteArray> result;
    while (rows->next()) {
        QByteArray &text = result[rows->value(0).toLongLong()];
        text += text.isEmpty() ? '[' : ',';
        JsonObjectWriter label;
        label.add(u"Key", jsonString(rows->value(1).toString()));
        label.add(u"Value", jsonString(rows->value(2).toString()));
        text += label.take();
    }
    for (QByteArray &text : result)
        text += ']';
    return result;
}

} // namespace modelscribe
