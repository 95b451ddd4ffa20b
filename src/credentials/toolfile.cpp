// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/toolfile.h"

#include "core/ordinaryfile.h"
#include "core/platform.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 mostBytes = 1024 * 1024;

} // namespace

OrTrouble<std::optional<QByteArray>> readToolFile(const QString &path)
{
    using Trouble = KeyTrouble::Kind;
    const QFileInfo info(path);
    if (!info.exists()) {
        // Behind a folder that may not be looked into there may be one.
        if (platform::isMissing(path))
            return std::optional<QByteArray>();
        return trouble(info.isSymLink() ? Trouble::NotAFile : Trouble::NoPermission);
    }
    const auto read = readOrdinaryFile(path, mostBytes);
    if (!read && read.error().code == "no-file"_L1)
        return trouble(Trouble::NotAFile);
    if (!read)
        return trouble(read.error().code == "too-large"_L1 ? Trouble::TooLarge
                                                           : Trouble::NoPermission);
    QByteArray text = *read;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    if (!QByteArrayView(text).isValidUtf8())
        return trouble(Trouble::Damaged, u"it is not UTF-8 text"_s);
    return std::optional(text);
}

} // namespace modelscribe
