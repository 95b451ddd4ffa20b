// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/batchedit.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

namespace modelscribe {

//! What a column of a batch's grid is about: a field, the labels, or a place of ExtraInfo.
struct BatchColumn
{
    enum class Kind { Field, Labels, Place };

    Kind kind = Kind::Labels;
    const ModelField *field = nullptr;
    JsonPath path;

    //! In the language of now.
    QString title() const;

    friend bool operator==(const BatchColumn &, const BatchColumn &) = default;
};

//! What one cell of it shows, ready to be drawn.
struct BatchCell
{
    enum class Kind {
        Nothing, //!< It stays as it is.
        Change,
        Labels, //!< removed and added.
        Long    //!< Both are too long for a cell.
    };

    Kind kind = Kind::Nothing;
    QString before; //!< Empty: there is nothing.
    QString after;
    QStringList removed; //!< key=value.
    QStringList added;

    //! In one line, for screen readers and texts.
    QString text() const;

    friend bool operator==(const BatchCell &, const BatchCell &) = default;
};

//! What \p edit is about, in the order of the table; labels and places of ExtraInfo last.
QList<BatchColumn> batchColumns(const BatchEdit &edit);
//! The same of one model that becomes something of its own.
QList<BatchColumn> batchColumns(const ModelMetadata &before, const ModelMetadata &after);
//! Which of two columns comes first.
bool comesBefore(const BatchColumn &a, const BatchColumn &b);

BatchCell batchCell(const BatchColumn &column, const ModelMetadata &before,
                    const ModelMetadata &after);

} // namespace modelscribe

Q_DECLARE_METATYPE(modelscribe::BatchCell)
