// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace modelscribe {

//! Frees what \p value holds on another thread: for 100,000 values with a dozen texts each it takes
//! longer than a window may stand still.
template<typename Value>
void freeAside(Value &&value)
{
    auto held = std::make_shared<std::decay_t<Value>>(std::move(value));
    QThreadPool::globalInstance()->start([held = std::move(held)]() mutable { held.reset(); });
}

} // namespace modelscribe
