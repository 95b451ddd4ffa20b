// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QDateTime>
#include <QList>
#include <QUuid>

namespace modelscribe {

//! What a list shows of a batch.
struct BatchHead
{
    QUuid id = QUuid::createUuid(); //!< The journal's group of what was written of it.
    QString registryKey;
    QString workspaceId;
    QString title;
    QDateTime agreed; //!< UTC, milliseconds.
    qint64 count = 0; //!< Of its changes.

    friend bool operator==(const BatchHead &, const BatchHead &) = default;
};

//! Changes of many models that a person agreed to at once, until each has come to its end.
struct KeptBatch
{
    struct Change
    {
        RegisteredModel base; //!< As it was looked at; says which model.
        ModelMetadata edited;

        friend bool operator==(const Change &, const Change &) = default;
    };

    BatchHead head;
    QList<Change> changes; //!< In the order in which they are made.

    friend bool operator==(const KeptBatch &, const KeptBatch &) = default;
};

} // namespace modelscribe
