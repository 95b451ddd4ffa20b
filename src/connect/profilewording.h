// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "signing/accesskey.h"

#include <QString>

//! Translated sentences about what went wrong with a profile.
namespace modelscribe::profilewording {

//! What is the matter with the keychain; empty when that is not what \p error is about.
QString keychainProblem(const Error &error);
//! "Nothing was saved: …", with what to do and with the facts.
QString failed(const QString &what, const Error &error);
//! What is wrong in the field that an Invalid error names, see Profiles::endpointOf(); empty for
//! another one.
QString ofField(const Error &error);
QString ofKey(const StrangeCharacters &strange);

} // namespace modelscribe::profilewording
