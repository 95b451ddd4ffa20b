// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

//! The refusals of the local registry, with the service's own codes (contract section 7).
namespace modelscribe::refusals {

Error refusal(int httpStatus, const QString &code, const QString &message);
//! 400: \p field is wrong, and why.
Error invalidParameter(QStringView field, const QString &why);
Error modelNotFound(const QString &id);
Error versionNotFound(const QString &name);
Error workspaceNotFound(const QString &id);
//! 403: the caller lacks \p action ("paimodel:UpdateModel").
Error forbidden(const QString &action, const QString &why);
//! 500, without telling why.
Error internalError(const QString &detail);
//! A failure of the database in \p file; \p trouble is "damaged", "full", "locked", "read-only"
//! (403) or another word, for which nothing is told either.
Error storageFailure(const QString &trouble, const QString &file, const QString &detail);

//! \p error as the body of an answer.
QByteArray errorBody(const Error &error, const QByteArray &requestId, const QByteArray &hostId);

} // namespace modelscribe::refusals
