// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>

namespace modelscribe {

class Connection;
class Workbench;

//! An error as it may be handed on: what is of this program and of the service, nothing that
//! anybody named or wrote.
struct PastError
{
    QDateTime when; //!< UTC.
    QString what;   //!< The service's action, such as "UpdateModel"; of the journal: "update".
    QString code;   //!< The service's, else the kind of the error.
    QString requestId;
    int httpStatus = 0;

    friend bool operator==(const PastError &, const PastError &) = default;
};

//! Notes down which calls of this run failed, and finds those that earlier runs noted down.
class LastErrors : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 10;

    explicit LastErrors(Workbench &workbench, QObject *parent = nullptr);

    //! The latest first.
    const QList<PastError> &ofThisRun() const { return m_errors; }
    //! The latest first; empty without a journal.
    QFuture<Result<QList<PastError>>> ofJournal();

private:
    void follow(Connection *connection);
    void take(const Connection &connection);

    Workbench &m_workbench;
    QList<PastError> m_errors;
};

} // namespace modelscribe
