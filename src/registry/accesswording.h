// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QString>

namespace modelscribe {

class Access;

//! Sentences about who may change what. \p access may be nullptr: nothing is known.
namespace accesswording {

//! "林悦 (1002)"; the id alone when nobody knows the name. Plain text.
QString user(const Access *access, const QString &userId);
//! "nlp-platform (27043)"; the id alone when nobody knows the name. Plain text.
QString workspace(const Access *access, const QString &workspaceId);
//! Why the registry will probably refuse a change of \p model, and whom to ask; empty when nothing
//! is known to stand against it.
QString whyNotChanged(Access *access, const RegisteredModel &model);
//! The same of making a private model public.
QString whyNotPublished(Access *access, const RegisteredModel &model);

} // namespace accesswording

} // namespace modelscribe
