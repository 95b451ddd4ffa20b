// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace modelscribe {

//! A query under a name.
struct SavedSearch
{
    QString name;
    QString query; //!< As it was typed; a later version may not understand it any more.

    friend bool operator==(const SavedSearch &, const SavedSearch &) = default;
};

//! What became of searches that came from a file.
struct SearchImport
{
    QStringList added;     //!< Under these names.
    QStringList renamed;   //!< Those of them whose name another search had.
    qsizetype known = 0;   //!< Name and query were there already.
    qsizetype leftOut = 0; //!< There is room for no more.
};

//! The searches that a person saved, in their order, and the queries of the rules that a person
//! gave another one. A plain value; each name stands once.
struct SearchSet
{
    static constexpr qsizetype most = 500;
    static constexpr qsizetype longestName = 200;

    QList<SavedSearch> searches;
    QMap<QString, QString> rules; //!< Query by LookRule::id.

    //! What goes into a file: of \p searches only, without rules, for others.
    QByteArray toJson() const;
    //! All or nothing. Storage: "no-searches", with a detail that says why and where, or
    //! "newer-version".
    static Result<SearchSet> fromJson(const QByteArray &utf8);

    const SavedSearch *find(const QString &name) const;
    //! \p wanted, or "wanted (2)" where another search has that.
    QString freeName(const QString &wanted) const;
    //! The one of the rule's own or the person's; empty: the rule is off.
    QString ruleQuery(const QString &id) const;

    // False where there is nothing to do or it cannot be done: no such search, the name is taken,
    // there is no room.
    bool add(const SavedSearch &search, qsizetype place = most);
    bool rename(const QString &name, const QString &newName);
    bool setQuery(const QString &name, const QString &query);
    bool move(const QString &name, qsizetype place);
    bool remove(const QString &name);
    //! Back to the rule's own with its own query.
    bool setRule(const QString &id, const QString &query);

    //! Adds what is not there; nothing that is there changes.
    SearchImport take(const QList<SavedSearch> &others);

    friend bool operator==(const SearchSet &, const SearchSet &) = default;
};

//! What a search for \p query could be called.
QString suggestedSearchName(const QString &query);

} // namespace modelscribe
