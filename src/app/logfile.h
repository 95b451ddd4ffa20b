// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! While it lives, what Qt's logging prints goes to \p folder/modelscribe.log as well: one line a
//! message (escapes and line breaks neutralised, signatures and tokens masked), 0600, rotated once
//! at 1 MiB. A folder that cannot be written is said once on stderr and otherwise ignored. One at a
//! time, and none when a process destroys its statics: messages come then too.
class Logging
{
public:
    explicit Logging(const QString &folder);
    ~Logging();
    Logging(const Logging &) = delete;
    Logging &operator=(const Logging &) = delete;
};

} // namespace modelscribe
