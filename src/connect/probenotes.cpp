// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/probenotes.h"

#include "core/paths.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto probesMember = "probes"_L1;

ProbeNote noteFromJson(const QJsonObject &json)
{
    ProbeNote note{
        .registryKey = json.value("registry"_L1).toString(),
        .workspaceId = json.value("workspaceId"_L1).toString(),
        .name = json.value("name"_L1).toString(),
        .began = QDateTime::fromString(json.value("began"_L1).toString(), Qt::ISODateWithMs),
        .isOpen = json.value("open"_L1).toBool(),
        .goneCode = json.value("goneCode"_L1).toString()};
    for (const QJsonValue &id : json.value("modelIds"_L1).toArray())
        note.modelIds.append(id.toString());
    return note;
}

QJsonObject noteToJson(const ProbeNote &note)
{
    return {{u"registry"_s, note.registryKey},
            {u"workspaceId"_s, note.workspaceId},
            {u"name"_s, note.name},
            {u"began"_s, note.began.toUTC().toString(Qt::ISODateWithMs)},
            {u"modelIds"_s, QJsonArray::fromStringList(note.modelIds)},
            {u"open"_s, note.isOpen},
            {u"goneCode"_s, note.goneCode}};
}

void removeNote(QJsonArray &notes, const QString &name)
{
    for (qsizetype i = notes.size() - 1; i >= 0; --i) {
        if (notes.at(i)["name"_L1] == QJsonValue(name))
            notes.removeAt(i);
    }
}

} // namespace

ProbeNotes::ProbeNotes(QString file)
    : m_file(std::move(file))
{
}

Result<QList<ProbeNote>> ProbeNotes::list(const QString &registryKey) const
{
    return SharedJsonFile(m_file).read().map([&registryKey](const QJsonObject &all) {
        QList<ProbeNote> notes;
        for (const QJsonValue &value : all.value(probesMember).toArray()) {
            ProbeNote note = noteFromJson(value.toObject());
            if (note.registryKey == registryKey && !note.name.isEmpty())
                notes.append(std::move(note));
        }
        return notes;
    });
}

Result<std::monostate> ProbeNotes::put(const ProbeNote &note) const
{
    return SharedJsonFile(m_file).change([&note](QJsonObject &all) {
        QJsonArray notes = all.value(probesMember).toArray();
        removeNote(notes, note.name);
        notes.append(noteToJson(note));
        all.insert(probesMember, notes);
    });
}

Result<std::monostate> ProbeNotes::remove(const QString &name) const
{
    return SharedJsonFile(m_file).change([&name](QJsonObject &all) {
        QJsonArray notes = all.value(probesMember).toArray();
        removeNote(notes, name);
        all.insert(probesMember, notes);
    });
}

Result<ProbeNotes::Held> ProbeNotes::hold(const QString &registryKey) const
{
    if (const auto folder = paths::makePrivateFolder(QFileInfo(m_file).path()); !folder)
        return failure(folder.error());
    auto lock = std::make_shared<QLockFile>(m_file + u".running"_s);
    lock->setStaleLockTime(0); // a check takes as long as it takes; a dead program's goes at once
    if (!lock->tryLock(0)) {
        Error error = lockError(*lock);
        if (lock->error() == QLockFile::LockFailedError)
            error.code = u"probe-running"_s;
        return failure(error);
    }
    return list(registryKey).transform([&lock](const QList<ProbeNote> &notes) {
        return Held{.lock = lock, .notes = notes};
    });
}

} // namespace modelscribe
