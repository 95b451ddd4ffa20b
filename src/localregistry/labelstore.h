// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localregistry/database.h"
#include "localregistry/storedlabel.h"

#include <QHash>

namespace modelscribe {

//! The labels of models or of versions; both tables look alike.
class LabelStore
{
public:
    enum class Of { Models, Versions };

    LabelStore(Database &database, Of of)
        : m_database(database)
        , m_of(of)
    {
    }

    //! New keys are appended, known ones get the new value and keep their place.
    Result<void> put(qint64 owner, const QList<StoredLabel> &labels);
    //! How many there were.
    Result<int> remove(qint64 owner, const QStringList &keys);
    Result<int> count(qint64 owner);
    //! [{"Key","Value"},…] for each of \p owners that has any.
    Result<QHash<qint64, QByteArray>> json(const QList<qint64> &owners);

private:
    QString table() const;

    Database &m_database;
    Of m_of;
};

//! "1,2,3" for IN (…).
QString idList(const QList<qint64> &ids);

} // namespace modelscribe
