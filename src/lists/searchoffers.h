// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/offercounter.h"
#include "model/querycompletion.h"
#include "model/tasksuggestions.h"
#include "registry/extrainfovocabulary.h"
#include "registry/valuesinuse.h"

namespace modelscribe {

//! Something that can stand at the cursor of a query.
struct SearchOffer
{
    enum class Section { Field, Value };

    Section section = Section::Field;
    QString text;   //!< As it is shown.
    QString insert; //!< What takes the place of the word at the cursor.
    QString about;  //!< Translated: what it is, or what people call it.
    int count = -1; //!< Models that have it; -1: is not counted.

    friend bool operator==(const SearchOffer &, const SearchOffer &) = default;
};

//! What can stand at a place of a query, and what it takes the place of.
struct SearchOffers
{
    QueryCompletion completion;
    QList<SearchOffer> offers;
};

//! Knows what a catalog has for queries: fields, the values that occur, labels, paths of ExtraInfo.
class OfferSource
{
public:
    //! Both may be nullptr, and may go.
    void setCatalog(ValuesInUse *values, ExtraInfoVocabulary *vocabulary);
    //! Without one, counts are of all models.
    void setCounter(OfferCounter *counter) { m_counter = counter; }
    //! At \p cursor of \p query; nothing where anything may be typed. Counts are of the models that
    //! the rest of the query finds; while these are counted there are none.
    SearchOffers at(const QString &query, qsizetype cursor) const;

private:
    QList<SearchOffer> anything(const QueryCompletion &completion, bool isOnlyField) const;
    QList<SearchOffer> values(const QueryCompletion &completion, const QString &before,
                              qsizetype most) const;
    QList<SearchOffer> labels(const QueryCompletion &completion, const QString &before,
                              qsizetype most) const;
    QList<SearchOffer> paths(const QueryCompletion &completion, const QString &before,
                             qsizetype most) const;
    QList<QueryCandidate> valuesOf(const QueryCompletion &completion) const;
    QList<QueryCandidate> pathCandidates(const QString &before = {}) const;
    QList<QueryCandidate> labelCandidates() const;
    using Count = std::function<int(const QString &value)>;
    QList<QueryCandidate> counted(QList<QueryCandidate> candidates, const Count &count) const;

    QPointer<ValuesInUse> m_values;
    QPointer<ExtraInfoVocabulary> m_vocabulary;
    QPointer<OfferCounter> m_counter;
    mutable QList<QueryCandidate> m_paths; //!< Of m_pathsOf.
    mutable std::shared_ptr<const JsonVocabulary> m_pathsOf;
};

} // namespace modelscribe
