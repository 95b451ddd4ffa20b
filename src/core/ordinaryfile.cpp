// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ordinaryfile.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

tl::unexpected<Error> unreadFile(const QString &code, const QString &why)
{
    return failure(Error{.kind = Error::Kind::Storage, .detail = why, .code = code});
}

} // namespace

Result<QByteArray> readOrdinaryFile(const QString &file, qint64 mostBytes)
{
    const QFileInfo info(file);
    if (info.exists() && !info.isFile())
        return unreadFile(u"no-file"_s,
                          info.isDir() ? u"it is a folder"_s : u"it is not an ordinary file"_s);
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return unreadFile(u"no-reading"_s, in.errorString());
    const QByteArray bytes = in.read(mostBytes + 1);
    if (in.error() != QFile::NoError)
        return unreadFile(u"no-reading"_s, in.errorString());
    if (bytes.size() > mostBytes)
        return unreadFile(u"too-large"_s, u"larger than %1 MiB"_s.arg(mostBytes >> 20));
    return bytes;
}

} // namespace modelscribe
