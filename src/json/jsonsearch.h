// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsontree.h"
#include "json/textchange.h"

#include <QString>

#include <atomic>
#include <mutex>

namespace modelscribe {

//! A text to search in, and the same for regular expressions, converted when first needed and
//! once. Share it between threads.
class JsonSearchText
{
public:
    explicit JsonSearchText(QByteArray utf8)
        : m_utf8(std::move(utf8))
    {
    }

    const QByteArray &utf8() const { return m_utf8; }
    //! Bytes that are no UTF-8 stand for a character each, in the whole text.
    const QString &utf16() const;
    bool isUtf8() const;

private:
    QByteArray m_utf8;
    mutable std::once_flag m_once;
    mutable QString m_utf16;
    mutable bool m_isUtf8 = true;
};

struct JsonSearchQuery
{
    QString pattern;
    bool matchCase = false;
    bool wholeWord = false;
    bool isExpression = false;

    friend bool operator==(const JsonSearchQuery &, const JsonSearchQuery &) = default;
};

struct JsonSearchResult
{
    enum class Problem {
        None,
        BadExpression, //!< detail and position (from 1) say what is wrong with it.
        TooComplex     //!< It tries too many ways on this text.
    };

    //! Sorted, without overlaps. Empty ones ("$") neither inside of a line break nor right behind
    //! another.
    QList<JsonRange> matches;
    bool hasMore = false; //!< There was no room for all.
    Problem problem = Problem::None;
    QString detail;
    qsizetype position = 0;
};

//! Bounded in time whatever the expression; stops early once \p cancelled.
JsonSearchResult searchJson(const JsonSearchText &text, const JsonSearchQuery &query,
                            qsizetype limit, const std::atomic_bool &cancelled);

//! The changes that put \p replacement for every match, or for the match at \p only. In an
//! expression \1, $1, ${1} and ${name} stand for its groups, \0 and $0 for the match, \n for a line
//! break as the text has them, \r\n, \r and \t for themselves; ${…} of a group that it does not
//! have stays.
TextChanges jsonReplacements(const JsonSearchText &text, const JsonSearchQuery &query,
                             const QString &replacement, const std::optional<JsonRange> &only,
                             const std::atomic_bool &cancelled);

} // namespace modelscribe
