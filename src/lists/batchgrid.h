// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/batchcells.h"
#include "registry/batchreview.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <array>

namespace modelscribe {

//! A batch before it is sent: a row a model, a column each thing that changes, and which of the
//! models are to be left out.
//!
//! Rows fill in while the review reads them. With a filter a row that comes to match is put in
//! where it belongs; one that matches no more stays until the filter is set again, so that nothing
//! goes away below the hand.
class BatchGrid : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class RowState { Waiting, ToSave, Unchanged, Problem, ReadOnly, Gone, Unread, LeftOut };
    Q_ENUM(RowState)
    //! What is shown. Problem has all that cannot be saved but is not read-only.
    enum class Filter { All, ToSave, Unchanged, Problem, ReadOnly, LeftOut };
    Q_ENUM(Filter)
    static constexpr int filterCount = 6;
    enum Role {
        StateRole = Qt::UserRole, //!< RowState.
        CellRole                  //!< BatchCell, of columns between the first and the last.
    };

    //! What is to be saved takes.
    struct Totals
    {
        qint64 models = 0;
        qint64 requests = 0;
        qint64 writes = 0;
        qint64 published = 0; //!< Models that everyone may see then, and now not.
    };

    explicit BatchGrid(QObject *parent = nullptr);

    //! Models about which nobody was asked, by id: they are left out at first, and say so.
    struct Doubts
    {
        QSet<QString> drafts; //!< They have unsaved edits of their own.
        //! Why the registry will probably refuse to change them, and whom to ask.
        QHash<QString, QString> notYours;
    };

    //! nullptr: nothing. \p leftOut by id.
    void setReview(BatchReview *review, const QSet<QString> &leftOut = {}, Doubts doubts = {});
    const BatchReview *review() const { return m_review; }

    //! The place in the review.
    qsizetype indexAt(int row) const { return m_rows[row]; }
    const BatchItem &itemAt(int row) const { return m_review->item(m_rows[row]); }
    RowState stateAt(int row) const { return stateOf(m_rows[row]); }
    int rowOf(qsizetype index) const; //!< -1 when it is not shown.
    //! Of those between the first and the last.
    const BatchColumn &columnAt(int column) const { return m_columns[column - 1]; }

    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    //! Of names and ids, any part in any case.
    void setNeedle(const QString &text);
    //! At once; else it is done once for many models.
    void recount();
    qint64 count(Filter filter) const { return m_counts[size_t(filter)]; }
    const Totals &totals() const { return m_totals; }

    bool mayBeLeftOut(int row) const;
    void leaveOut(const QList<int> &rows, bool out);
    //! Of what is to be saved as far as it is shown: all, none, or some of it.
    Qt::CheckState checkState() const;
    const QSet<qsizetype> &leftOut() const { return m_leftOut; }
    //! Those of \p indexes would get the name of another model: they are left out at first, and
    //! say so.
    void setTakenNames(const QSet<qsizetype> &indexes);
    bool isNameTaken(qsizetype index) const { return m_taken.contains(index); }
    bool hasDraft(qsizetype index) const
    {
        return m_doubts.drafts.contains(m_review->item(index).base.id);
    }
    bool isNotYours(qsizetype index) const
    {
        return m_doubts.notYours.contains(m_review->item(index).base.id);
    }

    //! For a person: what stands in the last column.
    QString stateText(int row) const;
    //! Sentences on what is wrong with it; may be empty.
    QString detailText(int row) const;
    //! What is shown, a line a model: with tabs, or as CSV.
    QString asText() const;
    QStringList headerTexts() const;
    QList<QStringList> texts() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    //! count(), totals() or checkState(); once for many models.
    void countsChanged();
    void leftOutChanged(const QString &modelId, bool out);

protected:
    bool event(QEvent *event) override;

private:
    RowState stateOf(qsizetype index) const;
    bool matches(qsizetype index) const;
    void takeItem(int index);
    void takeColumns(const BatchItem &item);
    void showRow(qsizetype index);
    void arrange();
    QString text(int row, int column) const;

    QPointer<BatchReview> m_review;
    QList<BatchColumn> m_columns;
    bool m_findsColumns = false; //!< Each model becomes something of its own.
    QSet<QString> m_leftOutIds;  //!< Of models that are not read yet.
    QSet<qsizetype> m_leftOut;
    QSet<qsizetype> m_taken;
    Doubts m_doubts;
    QList<qsizetype> m_rows; //!< Places in the review, ascending.
    Filter m_filter = Filter::All;
    QString m_needle; //!< Folded.
    std::array<qint64, filterCount> m_counts{};
    Totals m_totals;
    QTimer m_recountSoon;
};

} // namespace modelscribe
