// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsontext.h"
#include "model/label.h"

#include <QList>
#include <QString>

namespace modelscribe {

//! What a person may edit about a registered model.
//!
//! A plain value: copy it, compare it, put it in a test. It knows neither JSON nor widgets;
//! modelfields.h describes its members to everyone who needs to walk over them.
//!
//! Every member is text: what the service sent or what the person typed, to the letter. So a number
//! that is no number (yet) is kept and shown, never dropped; modelfields.h says how each is read.
//! Empty means "not set".
struct ModelMetadata
{
    QString name;
    QString description;
    QString accessibility;
    QString origin;
    QString domain;
    QString task;
    QString document;
    QString orderNumber;
    QString type;
    QString parameterSize; //!< Millions, as the service counts, or with a unit: 7B, 350M.
    JsonText extraInfo;
    QList<Label> labels;

    friend bool operator==(const ModelMetadata &, const ModelMetadata &) = default;
};

} // namespace modelscribe
