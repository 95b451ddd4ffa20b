// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace modelscribe {

//! What the tour does once, and what then has to be so.
struct TourStep
{
    QString name;
    QString sentence;
    std::function<bool()> act;   //!< false: a thing to press or type into is missing.
    std::function<bool()> holds; //!< Asked again and again until it is true.
    QString scene = {}; //!< Not empty: what is shown then is in the documents, see ScenePictures.
};

} // namespace modelscribe
