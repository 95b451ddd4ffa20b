// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace modelscribe {

//! Which of a region's hosts is meant.
enum class Network {
    Public,
    Vpc //!< Reached from machines of Alibaba Cloud only.
};

} // namespace modelscribe
