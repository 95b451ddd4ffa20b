// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/batcheffects.h"

namespace modelscribe {

//! The verbs as the form over many models calls them.
QString verbText(FieldVerb::Kind kind);
QString leaveText(); //!< Of a field that has no verb.

//! What is still to be typed; no mistake, but nothing can be reviewed without it.
QString missingText(const ModelField &field, const FieldVerb &verb);

struct EffectText
{
    QString text;
    bool isWarning = false;
};
//! What \p verb comes to among \p models; empty when that needs no word.
EffectText effectText(const ModelField &field, const FieldVerb &verb, const BatchEffect &effect,
                      int models);

} // namespace modelscribe
