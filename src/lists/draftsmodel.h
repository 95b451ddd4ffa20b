// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query.h"
#include "session/batchkeeper.h"
#include "session/workbench.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QTimer>

namespace modelscribe {

//! The drafts of a workbench's connection, of one model and of many, the one changed last first.
class DraftsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Changes, Age, Standing, ColumnCount };
    enum Role {
        DraftIdRole = Qt::UserRole, //!< See EditSession::draftId().
        StateRole                   //!< State.
    };
    //! A draft's standing as it is shown.
    enum class State { NotChecked, Applies, Clashes, Gone, NotCreated, Moved };
    Q_ENUM(State)

    explicit DraftsModel(QObject *parent = nullptr);

    void setWorkbench(Workbench *workbench);
    //! Leaves only drafts that match, as they are edited.
    void setQuery(const QString &query);

    //! nullptr when there is no such row, or it is of many models.
    EditSession *sessionAt(int row) const;
    //! nullptr when there is no such row, or it is of one model.
    BatchSession *batchAt(int row) const;
    int rowOf(const QString &draftId) const; //!< -1 when it is not shown.
    //! Of those shown, models that are in the registry already.
    int savedTogetherCount() const;
    qsizetype wholeCount() const { return m_wholeCount; }
    //! Ages move on by themselves; to be called about once a minute while somebody looks.
    void refreshAges();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString stateText(State state);
    //! "just now", "2 min ago", "3 h ago", "2 days ago".
    static QString ageText(const QDateTime &changed,
                           const QDateTime &now = QDateTime::currentDateTimeUtc());

protected:
    //! The widget that owns it hands QEvent::LanguageChange on to its children.
    bool event(QEvent *event) override;

private:
    struct Row
    {
        QPointer<EditSession> session;
        QPointer<BatchSession> batch; //!< One of the two.

        friend bool operator==(const Row &, const Row &) = default;
    };

    void refresh();
    void refreshSoon();
    QList<Row> wanted();
    QDateTime changedAt(const Row &row) const;
    QString batchText(const BatchSession &batch, int column) const;
    QString batchToolTip(const BatchSession &batch, int column) const;
    QVariant batchData(const BatchSession &batch, int column, int role) const;
    State stateOf(const EditSession &session) const;
    QString text(const EditSession &session, int column) const;
    QString toolTip(const EditSession &session, int column) const;

    QPointer<Workbench> m_workbench;
    QString m_queryText;
    Query m_query;
    QList<Row> m_rows;
    qsizetype m_wholeCount = 0;
    QTimer m_refreshSoon;
};

} // namespace modelscribe
