// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace modelscribe {

//! A JSON text that something can be copied from.
struct JsonSourceText
{
    QString title;
    QString subtitle;
    QByteArray text;
};

//! Texts to choose from, those whose title or subtitle contains a filter.
class JsonSourceList : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit JsonSourceList(QList<JsonSourceText> sources, QObject *parent = nullptr);

    void setFilter(const QString &filter);
    const JsonSourceText &source(int row) const { return m_sources[m_rows[size_t(row)]]; }
    qsizetype total() const { return m_sources.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<JsonSourceText> m_sources;
    std::vector<qsizetype> m_rows;
};

} // namespace modelscribe
