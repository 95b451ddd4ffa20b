// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privatefile.h"

#include "core/platform.h"

#include <QDateTime>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

tl::unexpected<Error> unwritableFile(const QString &file, const QString &why)
{
    return failure(Error::Kind::Storage, u"%1: %2"_s.arg(file, why));
}

} // namespace

Result<std::monostate> writePrivateFile(const QString &file, const QByteArray &contents)
{
    QSaveFile target(file);
    // commit() itself does not see that the disk took only the beginning.
    const bool isWritten = target.open(QIODevice::WriteOnly)
                           && target.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                           && target.write(contents) == contents.size() && target.flush()
                           && target.commit();
    if (!isWritten)
        return unwritableFile(file, target.errorString());
    return std::monostate();
}

Result<std::monostate> copyDamagedFile(const QString &file)
{
    const QString stem = file + u".damaged-"_s
                         + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString copy = stem;
    for (int again = 2; !platform::isMissing(copy); ++again)
        copy = stem + u'-' + QString::number(again);
    if (!QFile::copy(file, copy))
        return unwritableFile(copy, u"the damaged file cannot be copied there"_s);
    return std::monostate();
}

} // namespace modelscribe
