// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/probejudge.h"

namespace modelscribe {

//! Words for what a check of a service asks and finds.
namespace probewording {

//! The question in a few words.
QString title(ProbeQuestion question);
//! What came back; empty before there is anything to say.
QString came(const ProbeFinding &finding);
//! The same without what the service or the network said about who asked, where, and of what.
QString cameForReport(const ProbeFinding &finding);
//! What follows from it; empty when nothing does.
QString means(const ProbeFinding &finding);
//! When a call is sent; empty for always.
QString when(ProbeCall::If when);

} // namespace probewording

} // namespace modelscribe
