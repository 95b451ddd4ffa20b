// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/batchedit.h"
#include "model/modelchecks.h"
#include "registry/change.h"
#include "registry/connection.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>
#include <optional>
#include <vector>

namespace modelscribe {

//! What a batch is to one of its models.
struct BatchItem
{
    enum class State {
        Waiting,   //!< Not read yet.
        Changed,   //!< Is to be saved.
        Unchanged, //!< It is so already.
        Problem,   //!< The checks, or what is to be done, do not go with what it holds.
        ReadOnly,
        Gone,
        Unread //!< It could not be read; error says why.
    };

    State state = State::Waiting;
    RegisteredModel base; //!< As it was read; before that, as it was known.
    ModelMetadata edited; //!< Of Changed and Problem.
    QList<Problem> problems;
    QStringList leftAlone; //!< See Derived.
    std::optional<Error> error;
    int requests = 0; //!< Of its save plan, with those that only read.
    int writes = 0;
};

//! What a model that was read is to become.
struct Derived
{
    ModelMetadata edited;
    QStringList leftAlone; //!< Places that somebody else changed, as MergeClash::key() writes them.
    //! Nothing of it is to be saved before somebody decided about leftAlone.
    bool isSetAside = false;
};

//! Says it; \p place is the model's among all, from 0. Is called on other threads, several at a
//! time.
using Derivation = std::function<Result<Derived>(const RegisteredModel &model, qsizetype place)>;

//! Reads each of many models from the registry and works out what an edit makes of it, so that it
//! can be looked at before anything is sent. It sends nothing that writes.
class BatchReview : public QObject
{
    Q_OBJECT

public:
    //! \p known: of each at least the id, in the order that numbers them. When the connection goes
    //! the rest stays Waiting.
    BatchReview(Connection &connection, BatchEdit edit, QList<RegisteredModel> known,
                QObject *parent = nullptr);
    //! Where each of them is to become something of its own.
    BatchReview(Connection &connection, Derivation derive, QList<RegisteredModel> known,
                QObject *parent = nullptr);
    ~BatchReview() override;

    void start();
    //! What is not read stays Waiting.
    void stop();
    //! Tries again what could not be read, or was not.
    void readRest();
    bool isRunning() const { return m_isRunning; }

    //! Empty when each becomes something of its own.
    const BatchEdit &edit() const { return m_edit; }
    qsizetype size() const { return qsizetype(m_items.size()); }
    const BatchItem &item(qsizetype index) const { return m_items[size_t(index)]; }
    qsizetype readCount() const { return m_read; }
    //! What is to be saved, but for the \p leftOut.
    ChangeSet changes(const QString &title, const QSet<qsizetype> &leftOut = {}) const;

signals:
    void itemChanged(int index);
    //! All are read, or an error that each of them would meet came: then the rest waits.
    void finished();

private:
    void goOn();
    void take(qsizetype index, const Result<RegisteredModel> &model);
    void workOut(qsizetype index, const RegisteredModel &model);
    void end(qsizetype index, BatchItem item);
    void finish();

    QPointer<Connection> m_connection;
    BatchEdit m_edit;
    Derivation m_derive;
    std::vector<BatchItem> m_items;
    qsizetype m_next = 0;
    qsizetype m_read = 0;
    int m_pass = 0; //!< Answers of one before are not taken.
    int m_underWay = 0;
    int m_tooLong = 0; //!< Models with which the pattern went on and on.
    int m_hopelessInARow = 0;
    bool m_isRunning = false;
};

} // namespace modelscribe
