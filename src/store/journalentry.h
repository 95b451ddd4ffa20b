// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "model/registeredmodel.h"

#include <QDateTime>
#include <QUuid>

#include <optional>

namespace modelscribe {

//! One request as it was or was to be sent. There is no place for headers, so no key or signature
//! can get in.
struct JournalRequest
{
    enum class State { Waiting, Done, Failed, Unknown, Skipped };

    QString method;
    QString path; //!< With its query.
    QByteArray body;
    State state = State::Waiting;
    QString requestId;
    int httpStatus = 0;

    friend bool operator==(const JournalRequest &, const JournalRequest &) = default;
};

//! What a list shows of an entry.
struct JournalHead
{
    enum class What { Create, Update, Delete, Labels };
    enum class Outcome {
        Begun, //!< Not ended: it is under way, or its program was killed and nobody knows.
        Saved,
        NotTaken, //!< Sent, but the registry holds other values.
        Failed,   //!< Nothing was written.
        Partly,
        Unknown,
        Unverified //!< Written, but reading back failed.
    };

    QUuid id = QUuid::createUuid();
    QDateTime began = QDateTime::currentDateTimeUtc(); //!< UTC, milliseconds.
    QDateTime finished;                                //!< Invalid while Begun.
    QString profile;
    QString registryKey;
    QString modelId; //!< Of a create: its draft's (Draft::newModelId()) until it is known.
    QString modelName;
    What what = What::Update;
    Outcome outcome = Outcome::Begun;
    qint64 changeCount = 0;
    QUuid reverts;    //!< The entry that this one takes back.
    QUuid group;      //!< Of what a person agreed to at once; null when that was one change.
    qint64 place = 0; //!< Which of the group's changes, from 0.

    friend bool operator==(const JournalHead &, const JournalHead &) = default;
};

//! The word for it in exports, such as "update" and "not-taken".
QString nameOf(JournalHead::What what);
QString nameOf(JournalHead::Outcome outcome);

//! Something that was written to a registry.
struct JournalEntry
{
    JournalHead head;
    std::optional<RegisteredModel> before; //!< Not of a create.
    std::optional<ModelMetadata> after;    //!< As it was to be; not of a removal.
    std::optional<RegisteredModel> held;   //!< As read back at the end.
    QList<JournalRequest> requests;
    std::optional<Error> error;

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

//! How an entry ended.
struct JournalEnd
{
    QDateTime finished = QDateTime::currentDateTimeUtc();
    JournalHead::Outcome outcome = JournalHead::Outcome::Saved;
    QString modelId;                //!< Of a create; empty: as it was.
    QList<JournalRequest> requests; //!< Empty: as they were. Their bodies are as they were anyway.
    std::optional<RegisteredModel> held;
    std::optional<Error> error;
};

void applyEnd(JournalEntry &entry, const JournalEnd &end);
//! \p requests with the bodies that \p begun, the same ones before they were sent, have.
QList<JournalRequest> withBodies(QList<JournalRequest> requests,
                                 const QList<JournalRequest> &begun);

struct JournalFilter
{
    QString registryKey; //!< Empty: of all.
    QString modelId;     //!< Empty: of all.
    QString text;        //!< In name, id, profile, changed values, RequestIds or errors; any case.
    QDateTime from;      //!< At or after.
    QDateTime until;     //!< Before.
    QUuid group;         //!< Null: of all.
    bool onlyBegun = false; //!< Those that did not end.
    qsizetype offset = 0;
    qsizetype limit = 100; //!< Negative: all.
};

//! What the filter's text is looked for in.
QString searchText(const JournalEntry &entry);
//! Whether it passes the filter, but for offset and limit.
bool passes(const JournalHead &head, const QString &searchText, const JournalFilter &filter);

//! As a JSON object. An ExtraInfo that is JSON stands as it is, any other as a string.
QByteArray toJson(const JournalEntry &entry);

} // namespace modelscribe
