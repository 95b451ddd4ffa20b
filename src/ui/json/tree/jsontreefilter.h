// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/jsontree.h"

#include <QObject>

#include <memory>
#include <vector>

namespace modelscribe {

//! The nodes of a tree that a filter found.
struct JsonTreeMatches
{
    std::vector<bool> found; //!< By node.
    std::vector<bool> open;  //!< The containers around those.
    std::vector<bool> shown; //!< All of these, and what is inside of a node that was found.
    quint32 count = 0;

    friend bool operator==(const JsonTreeMatches &, const JsonTreeMatches &) = default;
};

//! \p filter: a part of a key or a value, whatever its case, or, when it starts with "$", a path as
//! in json/jsonquery.h. The error is JsonQuery's.
Result<JsonTreeMatches> jsonTreeMatches(const JsonTree &tree, const QString &filter);

//! Filters a tree, on another thread when it is long.
class JsonTreeFilter : public QObject
{
    Q_OBJECT

public:
    //! Longer texts are searched on another thread.
    static constexpr qsizetype searchHereLimit = 64 * 1024;

    using QObject::QObject;

    void setTree(std::shared_ptr<const JsonTree> tree);
    //! Blanks around it do not count; empty shows everything.
    void setText(const QString &text);
    QString text() const { return m_text; }
    bool isActive() const { return !m_text.isEmpty(); }

    //! Of the last search that ended well; never of another tree.
    const std::optional<JsonTreeMatches> &matches() const { return m_matches; }
    //! Why the text is no filter.
    const std::optional<Error> &error() const { return m_error; }

signals:
    void changed(); //!< matches() or error().

private:
    void search();
    void take(Result<JsonTreeMatches> result);

    std::shared_ptr<const JsonTree> m_tree;
    QString m_text;
    std::optional<JsonTreeMatches> m_matches;
    std::optional<Error> m_error;
    quint64 m_wanted = 0; //!< Number of the search whose result counts.
};

} // namespace modelscribe
