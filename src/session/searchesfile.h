// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/searchset.h"

#include <functional>

namespace modelscribe {

using SearchEdit = std::function<void(SearchSet &)>;

//! The saved searches on the disk (JSON, 0600), or a file with searches that a person chose. All of
//! it waits for the disk: for threads that may.
class SearchesFile
{
public:
    explicit SearchesFile(QString name);

    const QString &name() const { return m_name; }

    //! Changes nothing. No file is an empty set, but for a file that somebody chose, which must be
    //! there. Errors as SearchSet::fromJson() has them, with the file's name.
    Result<SearchSet> read(bool mustBeThere = false) const;

    //! Windows share the file: it is read again under a lock, then changed and written. A damaged
    //! one is copied aside and replaced by \p known with the change; one of a newer version is left
    //! alone. Gives what the file says afterwards.
    Result<SearchSet> change(const SearchEdit &edit, const SearchSet &known) const;

private:
    QString m_name;
};

} // namespace modelscribe
