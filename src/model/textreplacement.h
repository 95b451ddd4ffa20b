// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/jsonsearch.h"

#include <QList>
#include <QString>

namespace modelscribe {

//! Find and replace in the text of a field, with the expressions and groups that json/jsonsearch.h
//! knows.
struct TextReplacement
{
    JsonSearchQuery query;
    QString with;

    //! What is found in a text, and what it becomes.
    struct Found
    {
        qsizetype begin = 0;
        qsizetype length = 0;
        QString with;

        friend bool operator==(const Found &, const Found &) = default;
    };

    //! Fails (Invalid) when there is nothing to look for, and with the code "NotAPattern" and what
    //! is wrong as its detail when an expression is none.
    Result<std::monostate> check() const;
    //! From the front. Fails as check() does, with the code "TakesTooLong" when the expression
    //! tries too many ways on this text, and with "NotText" for one with halves of surrogate pairs.
    Result<QList<Found>> find(const QString &text) const;
    Result<QString> applied(const QString &text) const;

    friend bool operator==(const TextReplacement &, const TextReplacement &) = default;
};

} // namespace modelscribe
