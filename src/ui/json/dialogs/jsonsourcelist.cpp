// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/jsonsourcelist.h"

#include "core/visibletext.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

namespace modelscribe {

JsonSourceList::JsonSourceList(QList<JsonSourceText> sources, QObject *parent)
    : QAbstractTableModel(parent)
    , m_sources(std::move(sources))
{
    setFilter({});
}

void JsonSourceList::setFilter(const QString &filter)
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_sources.size(); ++i) {
        if (filter.isEmpty() || m_sources[i].title.contains(filter, Qt::CaseInsensitive)
            || m_sources[i].subtitle.contains(filter, Qt::CaseInsensitive))
            m_rows.push_back(i);
    }
    endResetModel();
}

int JsonSourceList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JsonSourceList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant JsonSourceList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonSourceText &text = source(index.row());
    const QString &shown = index.column() == 0 ? text.title : text.subtitle;
    if (role == Qt::DisplayRole)
        return visibleText(shown, 120);
    if (role == Qt::ToolTipRole)
        return visibleToolTip(shown);
    if (role == Qt::ForegroundRole && index.column() == 1)
        return Theme::of().color(ThemeColor::Muted);
    return {};
}

} // namespace modelscribe

#include "moc_jsonsourcelist.cpp"
