// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace modelscribe {

//! What a registry does with a label that is posted while its key is there (contract section 2.6).
enum class LabelPost {
    Overwrites, //!< It gets the new value.
    KeepsOld    //!< It must be removed first. Found out by reading back what was posted.
};

} // namespace modelscribe
