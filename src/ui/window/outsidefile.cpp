// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/outsidefile.h"

#include "core/paths.h"
#include "core/privatefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto textEnd = ".json"_L1;
constexpr auto aboutEnd = ".about"_L1;
constexpr auto lockEnd = ".lock"_L1;

//! Another one of those that belong to the file of a text.
QString besideText(const QString &path, QLatin1StringView end)
{
    return path.chopped(textEnd.size()) + end;
}

QByteArray outsideHash(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

//! Most programs end a file with a line end that the text never had.
QByteArray withoutAddedEnd(QByteArray text, const QByteArray &known)
{
    if (!known.endsWith('\n') && text.endsWith('\n'))
        text.chop(text.endsWith("\r\n") ? 2 : 1);
    return text;
}

OutsideFile::Stamp stampOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {};
    return {info.size(), info.lastModified(), platform::fileIdentity(path)};
}

//! All of it, as it is; Other unless it cannot be had. Nothing is read that would have no end.
OutsideFile::Reading wholeOf(const QString &path)
{
    using State = OutsideFile::State;
    OutsideFile::Reading reading{.stamp = stampOf(path)}; // before it is read: it may change
    const auto end = [&reading](State state) {
        reading.state = state;
        return reading;
    };
    const QFileInfo info(path);
    QFile file(path);
    if (info.isSymLink() || !info.isFile() || !file.open(QIODevice::ReadOnly))
        return end(platform::isMissing(path) ? State::Missing : State::Unreadable);
    if (reading.stamp.size > OutsideFile::longest)
        return end(State::TooLong);
    reading.text = file.read(OutsideFile::longest + 1);
    if (file.error() != QFile::NoError)
        return end(State::Unreadable);
    return end(reading.text.size() > OutsideFile::longest ? State::TooLong : State::Other);
}

QJsonObject aboutOf(const QString &path)
{
    constexpr qint64 most = 64 * 1024;
    const QString about = besideText(path, aboutEnd);
    const QFileInfo info(about);
    QFile file(about);
    if (info.isSymLink() || !info.isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.read(most)).object();
}

} // namespace

OutsideFile::OutsideFile(QString path, Owner owner)
    : m_path(std::move(path))
    , m_owner(std::move(owner))
    , m_lock(besideText(m_path, lockEnd))
{
}

Result<std::unique_ptr<OutsideFile>> OutsideFile::make(const Owner &owner, const QByteArray &text)
{
    if (const auto made = paths::makePrivateFolder(folder()); !made)
        return failure(made.error());
    const QString path = folder() + u"/ExtraInfo-"_s
                         + QUuid::createUuid().toString(QUuid::Id128).left(12) + textEnd;
    std::unique_ptr<OutsideFile> file(new OutsideFile(path, owner));
    std::ignore = file->m_lock.tryLock(); // it is a new name; where nothing can be locked, so be it
    // First: whoever finds the file knows what it is.
    file->m_known = text;
    auto written = file->writeAbout();
    if (written)
        written = file->write(owner, text);
    if (!written)
        return failure(written.error());
    return file;
}

OutsideFile::~OutsideFile()
{
    // It is read once more: nothing else tells for sure that nobody wrote to it.
    const State state = read(m_path, m_known).state;
    if (state != State::Known && state != State::Missing)
        return;
    QFile::remove(m_path);
    QFile::remove(besideText(m_path, aboutEnd));
}

QString OutsideFile::folder() { return paths::dataFolder() + u"/outside"_s; }

OutsideFile::Reading OutsideFile::read(const QString &path, const QByteArray &known)
{
    Reading reading = wholeOf(path);
    if (reading.state != State::Other)
        return reading;
    reading.text = withoutAddedEnd(std::move(reading.text), known);
    if (reading.text == known)
        reading.state = State::Known;
    else if (reading.text.isEmpty())
        reading.state = State::Empty;
    else if (!QUtf8StringView(reading.text).isValidUtf8())
        reading.state = State::NoText;
    return reading;
}

QList<OutsideFile::Left> OutsideFile::clearUp()
{
    const QDir all(folder());
    QStringList texts;
    const QStringList names = all.entryList(
        {u"ExtraInfo-*"_s + textEnd, u"ExtraInfo-*"_s + aboutEnd},
        QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names)
        texts.append(all.filePath(name.left(name.lastIndexOf(u'.')) + textEnd));
    texts.removeDuplicates();
    QList<Left> left;
    for (const QString &path : std::as_const(texts)) {
        platform::ProcessLock lock(besideText(path, lockEnd));
        if (lock.tryLock() != platform::ProcessLock::Result::Held)
            continue;
        const QJsonObject about = aboutOf(path);
        const QByteArray known = about.value("sha256"_L1).toString().toLatin1();
        const Reading reading = wholeOf(path);
        const bool isText = reading.state == State::Other;
        const bool isKnown = isText
                             && (reading.text.isEmpty() || outsideHash(reading.text) == known
                                 || outsideHash(withoutAddedEnd(reading.text, {})) == known);
        if (!isKnown && reading.state != State::Missing) {
            left.append({path, about.value("name"_L1).toString()});
            continue;
        }
        QFile::remove(path);
        QFile::remove(besideText(path, aboutEnd));
    }
    return left;
}

OutsideFile::Stamp OutsideFile::stamp() const { return stampOf(m_path); }

Result<std::monostate> OutsideFile::write(const Owner &owner, const QByteArray &text)
{
    if (auto written = writePrivateFile(m_path, text); !written)
        return written;
    m_owner = owner;
    m_known = text;
    m_seen = stamp();
    return writeAbout();
}

void OutsideFile::settle(const Reading &reading)
{
    m_known = reading.text;
    m_seen = reading.stamp;
}

void OutsideFile::noteKept()
{
    std::ignore = writeAbout(); // without it the next start tells of the file, which is no loss
}

Result<std::monostate> OutsideFile::writeAbout() const
{
    const QJsonObject about{{u"registry"_s, m_owner.registry},
                            {u"model"_s, m_owner.draftId},
                            {u"name"_s, m_owner.name},
                            {u"sha256"_s, QString::fromLatin1(outsideHash(m_known))}};
    return writePrivateFile(besideText(m_path, aboutEnd), QJsonDocument(about).toJson());
}

} // namespace modelscribe
