// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/queryfields.h"
#include "model/queryproblem.h"
#include "model/querystates.h"

namespace modelscribe {

//! One translated sentence: what is not understood and what was expected there, or how something
//! was taken.
QString queryProblemText(const QueryProblem &problem);

//! What a field asks about, in a few translated words.
QString queryFieldText(const QueryField &field);
//! What a state is, in a few translated words.
QString queryStateText(QueryState state);

} // namespace modelscribe
