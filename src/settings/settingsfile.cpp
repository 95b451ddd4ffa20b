// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsfile.h"

#include "core/ordinaryfile.h"
#include "core/privatefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace modelscribe::settingsfile {

namespace {

constexpr qint64 longestFile = 4 * 1024 * 1024;

tl::unexpected<Error> trouble(QLatin1StringView code, const QString &file, const QString &why)
{
    return failure(
        Error{.kind = Error::Kind::Storage, .detail = u"%1: %2"_s.arg(file, why), .code = code});
}

//! As QSettings writes it; what people write may go over several lines.
bool isPlain(const QByteArray &text)
{
    return std::ranges::all_of(text.split('\n'), [](const QByteArray &line) {
        const QByteArrayView shown = QByteArrayView(line).trimmed();
        return shown.isEmpty() || shown.startsWith(';') || shown.indexOf('=') > 0
               || (shown.startsWith('[') && shown.endsWith(']'));
    });
}

//! By a copy: QSettings tells its status once for a file of which others in the program know.
bool isOfSettings(const QByteArray &text)
{
    if (text.contains('\0'))
        return false;
    if (isPlain(text))
        return true;
    const QTemporaryDir folder;
    QFile copy(folder.filePath(u"settings.ini"_s));
    if (!copy.open(QIODevice::WriteOnly) || copy.write(text) != text.size())
        return true; // nothing is known against it
    copy.close();
    const QSettings trial(copy.fileName(), QSettings::IniFormat);
    std::ignore = trial.allKeys(); // sections are read when they are asked for
    return trial.status() == QSettings::NoError;
}

} // namespace

Result<std::monostate> check(const QString &name)
{
    if (!QFileInfo::exists(name))
        return std::monostate{};
    const auto text = readOrdinaryFile(name, longestFile);
    if (!text)
        return trouble(unreadableCode, name, text.error().detail);
    if (!isOfSettings(*text))
        return trouble(damagedCode, name, u"some of it is not settings"_s);
    return std::monostate{};
}

Result<std::monostate> prepareToWrite(const QString &name)
{
    const auto checked = check(name);
    return !checked && checked.error().code == damagedCode ? copyDamagedFile(name) : checked;
}

QString whyNotWritten(const QString &name)
{
    QSaveFile trial(name);
    if (!trial.open(QIODevice::WriteOnly))
        return trial.errorString();
    trial.cancelWriting();
    return u"the disk may be full"_s;
}

} // namespace modelscribe::settingsfile
