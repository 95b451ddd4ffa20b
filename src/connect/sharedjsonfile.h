// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <variant>

class QLockFile;

namespace modelscribe {

//! A small private file (JSON, 0600) that the windows and commands of a user share.
class SharedJsonFile
{
public:
    explicit SharedJsonFile(QString name);

    //! No file is an empty object; Kind::Storage for one that cannot be read or is none of ours.
    Result<QJsonObject> read() const;
    //! Has \p edit change what is there now, under a lock, and is on the disk then. A damaged file
    //! is copied aside first. Waits for whoever has the lock, for a while.
    Result<std::monostate> change(const std::function<void(QJsonObject &)> &edit) const;

private:
    QString m_name;
};

//! Why \p lock cannot be had: somebody else has it, or it cannot be made there.
Error lockError(const QLockFile &lock);

} // namespace modelscribe
