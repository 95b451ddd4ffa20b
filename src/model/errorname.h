// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace modelscribe {

//! "NotFound": for records and reports; not translated.
QString nameOf(Error::Kind kind);

//! \p text when it is a single word; else "?". For a code or an id that is handed on: the service
//! may send anything as one, and what is no word may be somebody's text.
QString wordOf(const QString &text);

} // namespace modelscribe
