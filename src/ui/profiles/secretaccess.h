// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

class SecretEdit;

//! What screen readers and other programs learn of a secret through the system's accessibility: how
//! long it is. Qt tells them each character that is typed, and all of a text that is not masked.
namespace secretaccess {

//! From now on, for every SecretEdit.
void maskSecrets();
//! To be called when the secret is shown or hidden.
void revealChanged(SecretEdit &edit);

//! As many dots as \p secret has characters.
QString dots(const QString &secret);

} // namespace secretaccess

} // namespace modelscribe
