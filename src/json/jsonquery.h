// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/jsontree.h"

namespace modelscribe {

//! A subset of JSONPath (RFC 9535): $ root, .key and ['key'] members, [n] and [-n] elements, * and
//! [*] all children, ..key and ..* at any depth, [n:m] slices, [a,b] unions. No filters.
class JsonQuery
{
public:
    //! Error::Kind::Invalid with the position (from 1) as its detail when \p text is none.
    static Result<JsonQuery> parse(QStringView text);

    //! In document order, each once.
    QList<JsonNodeId> run(const JsonTree &tree) const;

    struct Selector
    {
        enum class Kind { Key, Index, Slice, All };
        Kind kind = Kind::All;
        QString key;
        qint64 from = 0; //!< Index, or start of a slice; negative: from the end.
        std::optional<qint64> to;
    };
    struct Segment
    {
        bool anyDepth = false;
        QList<Selector> selectors;
    };

private:
    QList<Segment> m_segments;
};

} // namespace modelscribe
