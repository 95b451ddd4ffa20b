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
        QByteArray own;   //!< What is to become of it by itself; empty where all become the same.

        friend bool operator==(const Model &, const Model &) = default;
    };

    QUuid id = QUuid::createUuid();
    QString registryKey;
    QString workspaceId;
    QString title;
    QDateTime changed;   //!< UTC, milliseconds.
    QByteArray edit;     //!< As toJson() writes a BatchEdit; empty where each has its own.
    QList<Model> models; //!< In the order that numbers them.
    QStringList leftOut; //!< Of the models.
    QStringList places;  //!< Fields that the models' own are about.

    friend bool operator==(const BatchDraft &, const BatchDraft &) = default;
};

} // namespace modelscribe
