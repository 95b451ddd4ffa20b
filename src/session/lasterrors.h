// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>

namespace modelscribe {

class Connection;
class Journal;
class Workbench;
struct JournalHead;

//! An error as it may be handed on: what is of this program and of the service, nothing that
//! anybody named or wrote.
struct PastError
{
    QDateTime when; //!< UTC.
    QString what;   //!< The service's action, such as "UpdateModel"; of the journal: "update";
                    //!< "journal": it could not be read.
    QString code;   //!< The service's, else the kind of the error.
    QString requestId;
    int httpStatus = 0;

    friend bool operator==(const PastError &, const PastError &) = default;
};

//! \p error without what is somebody's own.
PastError pastError(const QDateTime &when, const QString &what, const Error &error);

//! Notes down which calls of this run failed, and finds those that earlier runs noted down.
class LastErrors : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 10;

    explicit LastErrors(Workbench &workbench, QObject *parent = nullptr);

    //! The latest first.
    const QList<PastError> &ofThisRun() const { return m_errors; }
    //! The latest first; empty without a journal. Fails when it cannot be read.
    QFuture<Result<QList<PastError>>> ofJournal();

private:
    void follow(Connection *connection);
    void take(const Connection &connection);
    QFuture<Result<QList<PastError>>> read(Journal *journal, const QList<JournalHead> &heads);

    Workbench &m_workbench;
    QList<PastError> m_errors;
};

} // namespace modelscribe
