// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/sharedjsonfile.h"

#include <QDateTime>
#include <QList>
#include <QLockFile>
#include <QStringList>

#include <memory>

namespace modelscribe {

//! What one check of a service has made there, or is about to make: models of one random name.
struct ProbeNote
{
    QString registryKey;
    QString workspaceId;
    QString name; //!< Random, so whatever bears it was made by this check.
    QDateTime began;
    QStringList modelIds; //!< As the service answered.
    //! A creation was sent and what came of it is not known: one more of this name may be there.
    bool isOpen = false;
    QString goneCode; //!< ServiceRules::goneCode, as far as it was found out.

    friend bool operator==(const ProbeNote &, const ProbeNote &) = default;
};

//! Notes of what is to be deleted again, on the disk before it is made: whatever happens to the
//! program, the next one finds it there. Shared by all windows and commands of a user.
class ProbeNotes
{
public:
    explicit ProbeNotes(QString file);

    //! Of one registry.
    Result<QList<ProbeNote>> list(const QString &registryKey) const;
    //! New, or in place of the one of its name. Is on the disk when it returns; waits for that.
    Result<std::monostate> put(const ProbeNote &note) const;
    Result<std::monostate> remove(const QString &name) const;

    //! The notes of one registry, for whoever is to delete by them or to add to them.
    struct Held
    {
        //! Whoever checks or cleans up has it, so that nobody deletes what another check still
        //! uses.
        std::shared_ptr<QLockFile> lock;
        QList<ProbeNote> notes;
    };
    //! Fails with the code "probe-running" when somebody else has the lock.
    Result<Held> hold(const QString &registryKey) const;

private:
    QString m_file;
};

} // namespace modelscribe
