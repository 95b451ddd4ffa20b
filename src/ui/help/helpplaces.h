// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/helppages.h"

#include <QList>

class QWidget;

namespace modelscribe {

//! What the help has to say about a place in the window.
struct HelpPlace
{
    const QMetaObject *place = nullptr; //!< A class of widgets; nullptr: everywhere else.
    const HelpPage *page = nullptr;
    QLatin1StringView anchor; //!< Empty: its beginning.
};

//! Every place that has a page of its own.
const QList<HelpPlace> &helpPlaces();
//! Of the innermost place that \p widget stands in; the first steps where there is none.
const HelpPlace &helpPlaceOf(const QWidget *widget);

} // namespace modelscribe
