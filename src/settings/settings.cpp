// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include "core/paths.h"
#include "settings/settingsfile.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QSettings>
#include <QTimer>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto followPause = 100ms; // a file is written in several steps

QString spelled(const QVariant &stored)
{
    return stored.typeId() == QMetaType::QStringList ? stored.toStringList().join(u'\n')
                                                     : stored.toString();
}

QVariant toStored(const Setting &setting, const QString &value)
{
    if (setting.kind == SettingKind::List && !setting.isOneText)
        return value.split(u'\n', Qt::SkipEmptyParts);
    return value;
}

} // namespace

Settings::Settings(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    read();
}

Settings::~Settings() = default;

QString Settings::text(SettingId id) const
{
    if (const auto ofRun = m_ofRun.constFind(id); ofRun != m_ofRun.constEnd())
        return *ofRun;
    const auto known = m_known.constFind(id);
    return known != m_known.constEnd() ? *known : QString(settingOf(id).standard);
}

bool Settings::isOn(SettingId id) const { return text(id) == "true"_L1; }

QStringList Settings::list(SettingId id) const { return text(id).split(u'\n', Qt::SkipEmptyParts); }

bool Settings::isStandard(SettingId id) const { return text(id) == settingOf(id).standard; }

Result<std::monostate> Settings::set(SettingId id, const QString &value)
{
    const Setting &setting = settingOf(id);
    const std::optional<QString> accepted = setting.accepted(value);
    if (!accepted)
        return failure(Error::Kind::Invalid,
                       u"%1: “%2” is not valid; it takes %3"_s.arg(
                           setting.key, QString(value).replace(u'\n', u' '), setting.possible()));
    const QString before = text(id);
    const bool isKept = !m_ofRun.contains(id) && !m_refused.contains(id)
                        && !m_unwritten.contains(id);
    if (*accepted == before && isKept)
        return std::monostate{};
    m_ofRun.remove(id);
    m_refused.remove(id);
    if (*accepted == setting.standard)
        m_known.remove(id);
    else
        m_known.insert(id, *accepted);
    const auto written = write(setting, *accepted);
    if (written)
        m_unwritten.remove(id);
    else
        m_unwritten.insert(id);
    if (text(id) != before)
        emit changed(id);
    if (!written)
        emit writeFailed(written.error());
    return written;
}

Result<std::monostate> Settings::reset(SettingId id) { return set(id, settingOf(id).standard); }

void Settings::overrideForRun(SettingId id, const QString &value)
{
    const std::optional<QString> accepted = settingOf(id).accepted(value);
    if (!accepted)
        return;
    const QString before = text(id);
    m_ofRun.insert(id, *accepted);
    if (text(id) != before)
        emit changed(id);
}

//! The default is not written, so that a later version may have a better one.
Result<std::monostate> Settings::write(const Setting &setting, const QString &value)
{
    if (m_file.isEmpty())
        return std::monostate{};
    if (const auto folder = paths::makePrivateFolder(QFileInfo(m_file).path()); !folder)
        return folder;
    if (const auto prepared = settingsfile::prepareToWrite(m_file); !prepared)
        return prepared;
    // One of its own: a status of QSettings never gets better.
    QSettings store(m_file, QSettings::IniFormat);
    if (value == setting.standard)
        store.remove(setting.stored);
    else
        store.setValue(setting.stored, toStored(setting, value));
    store.sync();
    if (store.status() == QSettings::AccessError)
        return failure(Error{.kind = Error::Kind::Storage,
                             .detail = u"%1: %2"_s.arg(m_file, settingsfile::whyNotWritten(m_file)),
                             .code = u"settings-unwritable"_s});
    std::ignore = paths::makeFilePrivate(m_file);
    return std::monostate{};
}

void Settings::follow()
{
    if (m_watcher || m_file.isEmpty())
        return;
    m_watcher = std::make_unique<QFileSystemWatcher>();
    auto *reading = new QTimer(this);
    reading->setSingleShot(true);
    reading->setInterval(followPause);
    connect(reading, &QTimer::timeout, this, &Settings::read);
    // Its folder has other files that change more often.
    const auto readSoon = [this, reading] {
        if (stateNow() != m_seen)
            reading->start();
    };
    connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, readSoon);
    connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, readSoon);
    read();
}

std::pair<qint64, QDateTime> Settings::stateNow() const
{
    const QFileInfo info(m_file);
    return {info.exists() ? info.size() : -1, info.lastModified()};
}

//! False: nothing can be read, and what is known counts on.
bool Settings::look()
{
    if (m_file.isEmpty())
        return false;
    if (m_watcher) // of a file that was replaced it knows nothing
        m_watcher->addPaths({m_file, QFileInfo(m_file).path()});
    m_seen = stateNow();
    const auto checked = settingsfile::check(m_file);
    const auto before = std::exchange(m_readError,
                                      checked ? std::nullopt : std::optional(checked.error()));
    if (m_readError && m_readError != before)
        emit readFailed();
    return !m_readError || m_readError->code == settingsfile::damagedCode;
}

void Settings::read()
{
    if (!look())
        return;
    if (m_store)
        m_store->sync();
    else
        m_store = std::make_unique<QSettings>(m_file, QSettings::IniFormat);
    QList<SettingId> others;
    for (const Setting &setting : settingsTable()) {
        const QString before = text(setting.id);
        const QVariant stored = m_store->value(setting.stored);
        const QString given = spelled(stored);
        // An empty text is what the file of an earlier version has where nothing was chosen.
        const bool isChosen = stored.isValid() && (!given.isEmpty() || setting.isOneText);
        const std::optional<QString> value = setting.accepted(given);
        m_known.remove(setting.id);
        m_refused.remove(setting.id);
        if (isChosen && !value)
            m_refused.insert(setting.id, given);
        else if (isChosen && *value != setting.standard)
            m_known.insert(setting.id, *value);
        if (text(setting.id) != before)
            others.append(setting.id);
    }
    for (const SettingId id : others)
        emit changed(id);
}

} // namespace modelscribe

#include "moc_settings.cpp"
