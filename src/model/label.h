// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace modelscribe {

//! One label of a model, in the service's words.
struct Label
{
    QString key;
    QString value;

    friend bool operator==(const Label &, const Label &) = default;
};

} // namespace modelscribe
