// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectioncheck.h"

#include <QString>

//! Translated words for the checklist of a connection.
namespace modelscribe::checkwording {

QString title(CheckStep::Kind kind);
//! What was found, in a few words: "DigiCert, until 3 Mar 2027"; "not tried". Of a step that failed
//! nothing: wording::whole() says what is the matter and what to do.
QString detail(const CheckStep &step, const QDateTime &now);

} // namespace modelscribe::checkwording
