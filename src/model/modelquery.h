// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/registeredmodel.h"

#include <QList>

namespace modelscribe {

//! The query language of the search box and of "list --query".
//!
//! Terms are separated by blanks and must all hold; "-" before a term negates it; quotation marks
//! keep blanks together, and inside them "" is one quotation mark. A bare term matches when it
//! stands anywhere in name, id, description, domain, task, type, origin or a label. FIELD:VALUE
//! looks into one field: name, id, description, accessibility, origin, domain, task, type, doc,
//! order, size, extra, provider, version, or label:KEY and label:KEY=VALUE; the service's own field
//! names work too. "task:" with nothing behind it finds models without a task. VALUE matches the
//! whole field for accessibility, domain, task, type, origin, label parts, size and order (7B and
//! 7000 are the same size), a part of it elsewhere. Case does not matter. An unknown FIELD makes
//! the term a bare one, so that addresses such as oss://… can be searched for.
class ModelQuery
{
public:
    struct Term
    {
        QString field; //!< Canonical name, empty for a bare term.
        QString value;
        bool negated = false;
        qsizetype begin = 0;      //!< Range in the text, for colouring.
        qsizetype valueBegin = 0; //!< Where the value starts.
        qsizetype end = 0;
    };

    ModelQuery() = default;
    explicit ModelQuery(const QString &text);

    const QList<Term> &terms() const & { return m_terms; }
    QList<Term> terms() && { return std::move(m_terms); }
    bool isEmpty() const { return m_terms.isEmpty(); }
    bool matches(const RegisteredModel &model) const;

    //! \p text with the terms of \p field taken out and, unless \p value is null, one for \p value
    //! put in.
    static QString withTerm(const QString &text, const QString &field, const QString &value);

private:
    QList<Term> m_terms;
    bool m_closed = true; //!< False: the last quotation mark has no partner.
};

} // namespace modelscribe
