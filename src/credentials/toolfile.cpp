// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/toolfile.h"

#include "core/platform.h"

#include <QFile>
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
    if (!info.isFile()) // a pipe would be waited for
        return trouble(Trouble::NotAFile);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return trouble(Trouble::NoPermission);
    QByteArray text = file.read(mostBytes + 1);
    if (file.error() != QFile::NoError)
        return trouble(Trouble::NoPermission);
    if (text.size() > mostBytes)
        return trouble(Trouble::TooLarge);
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    if (!QByteArrayView(text).isValidUtf8())
        return trouble(Trouble::Damaged, u"it is not UTF-8 text"_s);
    return std::optional(text);
}

} // namespace modelscribe
