// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! What stands in PCRE's "[…]" for ECMAScript's \d, \D, \w, \W, \s and \S; empty for any other
//! \p letter. PCRE's own know no character outside of ASCII, or another set of them.
QString ecmaClassSet(QChar letter);

//! What stands in PCRE's "[…]" for ECMAScript's \p{name}, or \P{name}; empty when \p name is none.
QString ecmaPropertySet(QStringView name, bool isNegated);

} // namespace modelscribe
