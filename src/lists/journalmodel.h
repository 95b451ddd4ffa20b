// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "lists/journalrows.h"
#include "registry/pastchange.h"

#include <QAbstractTableModel>
#include <QFuture>
#include <QPointer>

#include <optional>

namespace modelscribe {

class Journal;

struct JournalRowFilter
{
    QString registryKey; //!< Empty: of all.
    QString modelId;     //!< Empty: of all.
    QString text;        //!< In name, id, profile, changed values, RequestIds or errors; any case.
    QUuid group;         //!< Null: of all.
};

//! What the journal holds, newest first, a page at a time; it follows the journal by itself. The
//! entries of a run of many models are one row until it is unfolded, unless they are looked for: by
//! a text, of one model or of one run.
class JournalModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Model, What, Changes, Outcome, Profile, ColumnCount };
    enum Role {
        ToneRole = Qt::UserRole, //!< A Tone.
        KindRole                 //!< A JournalRow::Kind.
    };
    enum class State { Loading, Ready, Failed };
    //! How good it is what a cell says; the word says it too.
    enum class Tone { Plain, Muted, Good, Warning, Bad };
    Q_ENUM(Tone)

    static constexpr int pageSize = 100;

    explicit JournalModel(QObject *parent = nullptr);
    ~JournalModel() override;

    //! nullptr: nothing is kept, so there is nothing to show.
    void setJournal(Journal *journal);
    void setFilter(const JournalRowFilter &filter);
    const JournalRowFilter &filter() const { return m_filter; }
    //! Reads again, which other processes' entries need.
    void refresh();

    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; } //!< Of the last reading.
    //! Of a run its newest entry.
    const JournalHead &head(int row) const { return m_rows.at(row).head; }
    bool isRun(int row) const { return m_rows.at(row).isRun(); }
    bool isUnfolded(int row) const { return m_rows.at(row).kind == JournalRow::Kind::UnfoldedRun; }
    void setUnfolded(int row, bool isUnfolded);
    //! Of an entry, or of a run its group.
    QUuid idAt(int row) const { return m_rows.at(row).id(); }
    //! Of the entries that are here.
    int modelCount() const;
    //! Of idAt(), or of the run that the entry stands in; -1 when it is not (yet) there.
    int rowOf(const QUuid &id) const;
    //! NotFound without a journal.
    QFuture<Result<PastChange>> entry(const QUuid &id) const;
    //! Everything that passes the filter, also what no page brought yet.
    QFuture<Result<QByteArray>> exportJson() const;

    static QString whatText(PastChange::What what, bool isRevert);
    static QString outcomeText(PastChange::Outcome outcome);
    static Tone tone(const JournalRow &row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void stateChanged();

private:
    void read(qsizetype offset, qsizetype limit);
    void takeMore(const QList<JournalHead> &heads);
    void arrange();
    void readFields();
    void takeFields(const QUuid &group, const PastChange &entry);
    bool folds() const;
    void setState(State state);
    JournalFilter wanted(qsizetype offset, qsizetype limit) const;

    QPointer<Journal> m_journal;
    JournalRowFilter m_filter;
    QList<JournalHead> m_heads;
    QList<JournalRow> m_rows;
    QSet<QUuid> m_unfolded;                //!< Groups.
    QHash<QUuid, QStringList> m_runFields; //!< By group; see JournalRun::fields.
    State m_state = State::Ready;
    std::optional<Error> m_error;
    bool m_hasMore = false;
    bool m_isReading = false;
    bool m_isStale = false; //!< Something was written while it was read.
    int m_reading = 0;      //!< Answers of earlier ones are dropped.
};

//! Has \p journal, which may be null, forget what is older; 0 days keep everything.
void keepJournal(Journal *journal, int days);

} // namespace modelscribe
