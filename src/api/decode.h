// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/operations.h"

//! The service's answers about models as values. Whatever is not JSON ends as Kind::Decode; a
//! member that is absent, null or of an unexpected type leaves its place empty (the last also goes
//! to unknown).
namespace modelscribe::decode {

Result<operations::ModelPage> modelPage(const QByteArray &body);
//! Fails when there is no ModelId: an object that is no model at all.
Result<RegisteredModel> model(const QByteArray &body);
Result<QString> createdModelId(const QByteArray &body);
//! For answers that say no more than "done": one JSON object.
Result<std::monostate> nothing(const QByteArray &body);

//! The RequestId in an answer; empty when there is none or it is no JSON.
QString requestId(const QByteArray &body);

} // namespace modelscribe::decode
