// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tourstep.h"

#include <vector>

namespace modelscribe {

class MainWindow;
class Workbench;

//! The steps that set the scenes of the documents' pictures, on a fresh registry of samples, and
//! leave it as it was: samples have the same IDs each time, models that somebody makes have not.
std::vector<TourStep> sceneSteps(MainWindow &window, Workbench &workbench);

} // namespace modelscribe
