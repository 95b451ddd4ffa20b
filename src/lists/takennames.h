// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QString>

#include <utility>

namespace modelscribe {

class BatchReview;
class Catalog;

//! A batch that gives models other names, and the names that there are: of which it would make
//! another model's name. A value, to be asked on any thread.
class TakenNames
{
public:
    //! Takes a moment with 100,000 models.
    TakenNames(const Catalog &catalog, const BatchReview &review);

    //! Nothing is renamed.
    bool isEmpty() const { return m_renamed.isEmpty(); }
    //! Places in the review of models that are renamed to what another model is called, or is to
    //! be. Names are the same to the letter, as clients of the service have it (contract 2.3).
    QSet<qsizetype> find() const;

private:
    struct Renamed
    {
        qsizetype place;
        QString id;
        QString name;
    };

    QList<Renamed> m_renamed;
    QList<std::pair<QString, QString>> m_others; //!< Id and name.
};

} // namespace modelscribe
