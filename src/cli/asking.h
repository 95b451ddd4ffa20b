// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;

namespace modelscribe {

//! Calls \p answered with whether the next line of standard input agrees, unless \p context is gone
//! by then.
void askOnTerminal(QObject *context, const std::function<void(bool isAgreed)> &answered);

} // namespace modelscribe
