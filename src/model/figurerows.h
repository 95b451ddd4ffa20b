// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfigures.h"

#include <array>
#include <utility>

namespace modelscribe {

//! What has a number a value, by the service's names.
inline constexpr std::array countedFigures = {
    std::pair(QLatin1StringView("Domain"), &ModelFigures::domains),
    std::pair(QLatin1StringView("Task"), &ModelFigures::tasks),
    std::pair(QLatin1StringView("ModelType"), &ModelFigures::types),
    std::pair(QLatin1StringView("Accessibility"), &ModelFigures::accessibilities),
    std::pair(QLatin1StringView("Origin"), &ModelFigures::origins),
};

//! All figures as rows of Figure, Value, Models, with these words as the first. Sizes and months
//! are what a query takes.
QList<QStringList> figureRows(const ModelFigures &figures);

} // namespace modelscribe
