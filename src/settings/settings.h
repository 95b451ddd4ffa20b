// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "settings/settingstable.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QObject>
#include <QSet>

#include <memory>
#include <optional>
#include <utility>
#include <variant>

class QFileSystemWatcher;
class QSettings;

namespace modelscribe {

//! What a person has chosen, by settingsTable, in the settings file that all windows and commands
//! share. A change is in the file at once, and whoever listens to changed() does what it says.
//!
//! Values are texts, as the command line spells them. What the file has and is not possible reads
//! as the default, stays in the file, and refused() names it.
class Settings : public QObject
{
    Q_OBJECT

public:
    //! \p file: settings.ini; empty: the choices last as long as this object.
    explicit Settings(QString file = {}, QObject *parent = nullptr);
    ~Settings() override;

    QString text(SettingId id) const;
    int number(SettingId id) const { return text(id).toInt(); }
    bool isOn(SettingId id) const;
    QStringList list(SettingId id) const;
    bool isStandard(SettingId id) const;
    //! What the file has for it and is not possible; empty: nothing of that kind.
    QString refused(SettingId id) const { return m_refused.value(id); }
    //! Why the file, or some of it, was not read the last time; see settingsfile::check().
    const std::optional<Error> &readError() const { return m_readError; }

    //! Invalid: \p value is not possible, see Setting::possible(). Storage: it counts, but cannot
    //! be written.
    Result<std::monostate> set(SettingId id, const QString &value);
    Result<std::monostate> reset(SettingId id);
    //! Counts until it is set, and goes into no file: what this run was started with.
    void overrideForRun(SettingId id, const QString &value);
    //! From now on takes over what other windows and commands write into the file.
    void follow();
    //! Takes over what the file says now.
    void read();

signals:
    void changed(modelscribe::SettingId id);
    void writeFailed(const modelscribe::Error &error);
    void readFailed(); //!< See readError().

private:
    Result<std::monostate> write(const Setting &setting, const QString &value);
    bool look();
    std::pair<qint64, QDateTime> stateNow() const;

    QString m_file;
    std::unique_ptr<QSettings> m_store; //!< nullptr: in no file, or in none that can be read.
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    QMap<SettingId, QString> m_known; //!< Other than the default.
    QMap<SettingId, QString> m_refused;
    QMap<SettingId, QString> m_ofRun;
    QSet<SettingId> m_unwritten; //!< They count, and are still to be written when set again.
    std::optional<Error> m_readError;
    std::pair<qint64, QDateTime> m_seen; //!< Size and time of what was read.
};

} // namespace modelscribe
