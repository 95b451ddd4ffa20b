// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/exportfile.h"

#include "core/backgroundwork.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype writeHereLimit = 64 * 1024;

Result<std::monostate> write(const QString &name, const QByteArray &contents)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size() || !file.flush()
        || !file.commit()) // commit() does not see what flush() could not write
        return failure(Error::Kind::Storage, file.errorString());
    return std::monostate();
}

} // namespace

QString fileNameOf(const QString &text)
{
    QString name;
    for (const QChar &c : text) {
        const bool isPlain = c.unicode() < 0x80 && (c.isLetterOrNumber() || u"-_."_s.contains(c));
        name.append(isPlain ? c : u'_');
    }
    return name.left(100);
}

void writeFile(const QString &file, const QByteArray &contents, QObject *context,
               std::function<void(const Result<std::monostate> &)> done)
{
    runAside(
        context, contents.size() < writeHereLimit,
        [file, contents] { return write(file, contents); }, std::move(done));
}

} // namespace modelscribe
