// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/reviewflow.h"

#include <QString>

//! What a review says besides registry/outcomewording.h.
namespace modelscribe::reviewwording {

//! The text of its button.
QString offer(ReviewOffer offer);
//! Why there is no outcome; may be empty.
QString obstacle(ReviewFlow::Obstacle obstacle);

} // namespace modelscribe::reviewwording
