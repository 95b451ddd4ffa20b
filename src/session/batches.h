// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batchrun.h"

#include <memory>

namespace modelscribe {

class Journal;
class Saving;
struct BatchHead;
struct KeptBatch;

//! A run that an earlier program began and did not bring to its end.
struct LeftBatch
{
    QUuid id;
    QString title;
    qint64 count = 0;
    QDateTime agreed;
};

//! The runs of a window: those that it began, one after the other, and those that were left.
//!
//! A run belongs to the connection it was agreed to for. With another connection it goes on no
//! further: it is kept, and asked about when that registry is connected to again, as one that was
//! left by a program that ended. Nothing that was left goes on by itself.
class Batches : public QObject
{
    Q_OBJECT

public:
    //! What the list says of a model that a run is about.
    enum class RowState { None, Waiting, UnderWay, Saved, Conflict, Refused, Unknown };
    Q_ENUM(RowState)

    explicit Batches(Saving &saving, QObject *parent = nullptr);
    ~Batches() override;

    //! From now on; nullptr: nowhere. Both must outlive this.
    void keepIn(BatchStore *store, Journal *journal);
    void use(Connection *connection);

    //! What a person agreed to, in the connection in use; nullptr without one.
    BatchRun *start(const ChangeSet &set);
    //! In the order of their beginning.
    QList<BatchRun *> runs() const;
    //! The one to show: which sends, else which may go on, else which ended last; or nullptr.
    BatchRun *current() const;
    //! Nobody needs to look at it any more. Only of one that has ended.
    void dismiss(BatchRun *run);
    //! All runs pause, because the window is about to close, and go on if it does not.
    void hold();
    void letGo();

    const QList<LeftBatch> &left() const { return m_left; }
    void goOnWith(const QUuid &id);
    //! Makes a run of it that is paused; told by opened().
    void lookAt(const QUuid &id);
    void forget(const QUuid &id);

    RowState rowState(const QString &modelId) const;
    //! A run writes to it, or is about to.
    bool isBusy(const QString &modelId) const;

signals:
    void currentChanged(); //!< Another one.
    void runChanged(modelscribe::BatchRun *run);
    void opened(modelscribe::BatchRun *run); //!< See lookAt().
    //! rowState(); without ids: of many.
    void rowsChanged(const QStringList &modelIds);
    void leftChanged();
    //! One that was left could not be gone on with.
    void failed(const modelscribe::Error &error);

private:
    BatchRun *add(const ChangeSet &set);
    void takeState(BatchRun *run);
    void startNext();
    void tellCurrent();
    void readLeft();
    void takeLeft(const QList<BatchHead> &heads);
    void claim(const QUuid &id, bool isLook);
    void open(const KeptBatch &batch, bool isLook);
    void drop(const QUuid &id);

    Saving &m_saving;
    BatchStore *m_store = nullptr;
    Journal *m_journal = nullptr;
    QPointer<Connection> m_connection;
    std::vector<std::unique_ptr<BatchRun>> m_runs;
    QPointer<BatchRun> m_shown; //!< As told last.
    QList<LeftBatch> m_left;
    QList<QPointer<BatchRun>> m_held;
    int m_round = 0; //!< Of use().
};

} // namespace modelscribe
