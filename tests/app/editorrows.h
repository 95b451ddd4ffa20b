// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

//! Every editor of a model that a person can type into, for formtyper and the test that ends it.
namespace editorrows {

//! What the models of that test have in ExtraInfo.
inline constexpr auto extraInfo = R"({
  "a": "two",
  "n": 7,
  "in use": true,
  "long": "line\none",
  "RatingCount": 5,
  "Rating": 4.5,
  "CoverUris": ["https://example.com/1.png"]
})";

struct Row
{
    const char *name;
    const char *typed;
    bool isValue = true;  //!< Otherwise it is kept, and no value that could be saved.
    bool isModal = false; //!< In a window of its own, which takes the keys.
};

inline constexpr std::array rows = {
    Row{"field ModelName", "zq7"},
    Row{"field ModelDescription", "zq7"},
    Row{"field Task", "zq7"},
    Row{"field ModelDoc", "zq7"},
    Row{"field Origin", "zq7"},
    Row{"field ParameterSize", "77123"},
    Row{"field OrderNumber", "77123"},
    Row{"label key", "zq7"},
    Row{"label value", "zq7"},
    Row{"text", "zq7"},
    Row{"text, no JSON", "zq7", false},
    Row{"tree key", "zq7"},
    Row{"tree key in use", "in use", false},
    Row{"tree text", "zq7"},
    Row{"tree number", "77123"},
    Row{"tree number, none", "77x", false},
    Row{"dialog", "zq7", true, true},
    Row{"dialog, no JSON", "zq7", false, true},
    Row{"form number", "77123"},
    Row{"form number, none", "77x", false},
    Row{"form stars", "3.77"},
    Row{"form stars, none", "3x", false},
    Row{"form list", "zq7"},
    Row{"new model", "zq7", true, true},
};

} // namespace editorrows
