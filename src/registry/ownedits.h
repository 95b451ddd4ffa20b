// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/batchedit.h"
#include "model/modelstep.h"
#include "registry/batchreview.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace modelscribe {

//! What is to become of one of many models of which each becomes something of its own.
struct OwnEdit
{
    BatchEdit edit;         //!< First, whatever the model holds.
    QList<ModelStep> steps; //!< Then one after the other; what clashes is left alone.

    friend bool operator==(const OwnEdit &, const OwnEdit &) = default;
};

//! Those of many models, in their order. They are held as bytes, as a file has them, so
//! that those of many models cost little.
class OwnEdits
{
public:
    OwnEdits() = default;
    //! As a file has them.
    OwnEdits(const QList<QByteArray> &bytes, const QStringList &places)
        : m_bytes(bytes)
        , m_places(places)
    {
    }

    void append(const OwnEdit &edit);
    //! They say nothing about any model.
    bool isEmpty() const { return m_places.isEmpty(); }
    qsizetype size() const { return m_bytes.size(); }
    //! Fails (Decode) for what append() did not make.
    Result<OwnEdit> at(qsizetype place) const;
    //! Keys of fields they are about, in the order of the table, and Labels.
    const QStringList &places() const { return m_places; }
    const QList<QByteArray> &bytes() const { return m_bytes; }
    //! Of the models in this order.
    Derivation derivation() const;

    friend bool operator==(const OwnEdits &, const OwnEdits &) = default;

private:
    QList<QByteArray> m_bytes;
    QStringList m_places;
};

} // namespace modelscribe
