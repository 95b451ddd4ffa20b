// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batchrun.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QTimer>

namespace modelscribe {

//! What became of the models of a run, one a row, as it goes on.
class BatchRunModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Model, End, What, Code, RequestId, ColumnCount };
    //! Which rows there are.
    enum class Filter {
        ToLookAt,
        All,
        Saved,
        Unchanged,
        Skipped,
        Conflict,
        Refused,
        Unknown,
        Open
    };
    Q_ENUM(Filter)
    static constexpr int filterCount = int(Filter::Open) + 1;
    enum Role {
        IndexRole = Qt::UserRole, //!< Of BatchRun's items.
        EndRole,                  //!< BatchEnd as an int; -1 before it.
        UnderWayRole
    };

    explicit BatchRunModel(QObject *parent = nullptr);

    void setRun(BatchRun *run);
    BatchRun *run() const { return m_run; }
    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    qsizetype count(Filter filter) const;
    static QString filterText(Filter filter);

    qsizetype indexAt(int row) const { return m_rows.value(row, -1); } //!< Of the run's items.
    int rowOf(qsizetype index) const;                                  //!< -1 when it is not shown.

    //! All rows with a heading, for the clipboard and files.
    QString asText() const;
    QString asCsv() const;
    QByteArray asJson() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void countsChanged(); //!< A little after the items: they change many times a second.

protected:
    //! The widget that owns it hands QEvent::LanguageChange on to its children.
    bool event(QEvent *event) override;

private:
    static bool passes(const BatchRunItem &item, Filter filter);
    QString text(qsizetype index, int column) const;
    QList<QStringList> table() const;
    void takeItem(int index);
    void rebuild();

    QPointer<BatchRun> m_run;
    Filter m_filter = Filter::All;
    QList<qsizetype> m_rows;
    QTimer m_soon;
};

} // namespace modelscribe
