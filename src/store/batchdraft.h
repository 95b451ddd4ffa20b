// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace modelscribe {

//! An edit of many models that nobody agreed to yet.
struct BatchDraft
{
    struct Model
    {
        QString id;
        QString modified; //!< GmtModifiedTime when it was chosen.

        friend bool operator==(const Model &, const Model &) = default;
    };

    QUuid id = QUuid::createUuid();
    QString registryKey;
    QString workspaceId;
    QString title;
    QDateTime changed;   //!< UTC, milliseconds.
    QByteArray edit;     //!< As toJson() writes a BatchEdit.
    QList<Model> models; //!< In the order that numbers them.
    QStringList leftOut; //!< Of the models.

    friend bool operator==(const BatchDraft &, const BatchDraft &) = default;
};

} // namespace modelscribe
