// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace modelscribe {

//! What a person types or a script pipes, one line a question. On a terminal the question is asked
//! on stderr and a secret is not shown; else the lines of standard input are taken in their order.
class SecretInput
{
public:
    //! Cancelled: Ctrl-C or the end of the input. Blanks around it are dropped.
    static Result<QByteArray> line(const QString &question);
    static Result<QByteArray> secret(const QString &question);
    //! A yes to \p question; nothing but "y" and "yes" is one. False where nobody types.
    static bool agrees(const QString &question);
};

} // namespace modelscribe
