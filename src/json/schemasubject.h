// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonhint.h"
#include "json/jsonvalues.h"
#include "json/schemadocument.h"

#include <QHash>

namespace modelscribe {

//! The value that a schema is being applied to, and what is found out about it.
struct SchemaSubject
{
    using Members = QHash<QByteArray, JsonNodeId>;

    const SchemaDocument &document;
    const JsonTree &tree;
    qint64 &work; //!< What may still be done; nothing more is found out at 0.
    JsonNodeId node = 0;
    QList<JsonHint> *hints = nullptr; //!< nullptr: only whether it fits.
    bool isUnknown = false;           //!< What is being decided rests on something unknown.

    bool is(JsonKind kind) const { return tree.kind(node) == kind; }
    JsonNumber number() const { return JsonNumber::fromText(tree.rawValue(node)); }
    Members members();
    //! False when there is too little left of it.
    bool spend(qint64 some) { return (work -= some) > 0; }

    // Each of these is the answer: false for what does not fit, with a hint if hints are wanted.
    bool fail(JsonHint::Code code, const QStringList &expected = {}, const QString &detail = {},
              const std::optional<QByteArray> &fix = {});
    bool failAt(JsonNodeId place, JsonRange range, JsonHint::Code code,
                const QStringList &expected = {});
    bool failMissing(const QByteArray &key);
    bool failUnwanted(JsonNodeId place);
    //! True: what is not known counts as fitting.
    bool leaveUnknown();
};

} // namespace modelscribe
