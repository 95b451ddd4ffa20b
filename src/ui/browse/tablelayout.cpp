// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/tablelayout.h"

#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int maxWidth = 4000;
constexpr qsizetype maxColumns = 100;

// An id may hold any character, and these part what is written.
QString encoded(const QString &id) { return QString::fromLatin1(QUrl::toPercentEncoding(id)); }
QString decoded(const QString &text) { return QUrl::fromPercentEncoding(text.toLatin1()); }

} // namespace

QString TableLayout::toText() const
{
    QStringList parts;
    for (const Column &column : columns)
        parts.append(encoded(column.id) + u'=' + QString::number(column.width));
    QStringList keys;
    for (const Key &key : sort)
        keys.append((key.order == Qt::AscendingOrder ? u'+' : u'-') + encoded(key.id));
    const QString rest = pinned ? u'|' + QString::number(*pinned) : QString();
    return parts.join(u';') + u'|' + keys.join(u';') + rest;
}

TableLayout TableLayout::fromText(const QString &text)
{
    TableLayout layout;
    for (const QString &part : text.section(u'|', 0, 0).split(u';', Qt::SkipEmptyParts)) {
        const QString id = decoded(part.section(u'=', 0, 0));
        const int width = part.section(u'=', 1).toInt();
        if (!id.isEmpty() && layout.columns.size() < maxColumns)
            layout.columns.append({id, width > 0 && width <= maxWidth ? width : 0});
    }
    for (const QString &part : text.section(u'|', 1, 1).split(u';', Qt::SkipEmptyParts)) {
        const QString id = decoded(part.mid(1));
        if (!id.isEmpty() && (part[0] == u'+' || part[0] == u'-'))
            layout.sort.append({id, part[0] == u'+' ? Qt::AscendingOrder : Qt::DescendingOrder});
    }
    bool isNumber = false;
    const int pinned = text.section(u'|', 2, 2).toInt(&isNumber);
    if (isNumber && pinned >= 0 && pinned <= maxColumns)
        layout.pinned = pinned;
    return layout;
}

} // namespace modelscribe
