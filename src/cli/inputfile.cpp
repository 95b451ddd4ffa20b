// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputfile.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

tl::unexpected<Error> unreadable(const QString &why) { return failure(Error::Kind::Invalid, why); }

//! By the bytes of its name, which need not be text.
bool openByBytes(QFile &file, const std::string &bytes)
{
    std::FILE *opened = std::fopen(bytes.c_str(), "rb");
    return opened && file.open(opened, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
}

} // namespace

Result<QByteArray> readInput(const QString &option, const std::string &bytesOfName,
                             qint64 mostBytes)
{
    const QString name = QString::fromStdString(bytesOfName);
    QFile file(name);
    const bool isInput = name == "-"_L1;
    if (!isInput && QFileInfo(name).isDir())
        return unreadable(u"%1: %2 is a folder"_s.arg(option, name));
    const bool isOpen = isInput ? file.open(stdin, QIODevice::ReadOnly)
                        : QByteArrayView(bytesOfName).isValidUtf8()
                            ? file.open(QIODevice::ReadOnly)
                            : openByBytes(file, bytesOfName);
    if (!isOpen)
        return unreadable(u"%1: cannot read %2: %3"_s.arg(option, name, file.errorString()));
    QByteArray bytes;
    // A pipe may hand over less than asked for.
    while (bytes.size() <= mostBytes) {
        const QByteArray more = file.read(mostBytes + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > mostBytes)
        return unreadable(u"%1: %2 is larger than %3 MiB"_s.arg(option, name).arg(mostBytes >> 20));
    return bytes;
}

} // namespace modelscribe
