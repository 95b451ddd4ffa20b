// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/searchesfile.h"

#include <QObject>

#include <memory>

namespace modelscribe {

//! The searches a person saved and the rules of what needs a look, of all registries: they are
//! words, and what they find is the catalog's.
//!
//! A change counts here at once and goes to the file on a thread of its own, where other windows'
//! changes are taken over; what cannot be written stays in memory. Without a file there is nothing
//! else.
class SavedSearches : public QObject
{
    Q_OBJECT

public:
    explicit SavedSearches(QObject *parent = nullptr);
    ~SavedSearches() override;

    const SearchSet &set() const { return m_set; }
    //! Reads \p file and follows what others write there.
    void keepIn(const QString &file);
    //! \p edit may run more than once, each time on what the file says by then.
    void change(const SearchEdit &edit);

signals:
    void changed();
    //! The file cannot be read or written.
    void failed(const modelscribe::Error &error);

private:
    void work();
    void took(const Result<SearchSet> &result, qsizetype edits);

    SearchSet m_set;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelscribe
