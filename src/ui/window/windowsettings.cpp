// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowsettings.h"

#include <QSettings>
#include <QSize>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr QSize smallest(480, 360);

int within(const QVariant &value, int least, int most, int otherwise)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? number : otherwise;
}

constexpr auto tablesGroup = "tables/"_L1;
constexpr auto recentGroup = "recent/"_L1;
constexpr qsizetype longestTable = 20'000;
constexpr qsizetype longestId = 200;
constexpr qsizetype longestVersion = 40;

//! A registry key may hold a slash, which would part groups of settings.
QString settingOf(QLatin1StringView group, const QString &registryKey)
{
    return group + u'k' + QString::fromLatin1(registryKey.toUtf8().toHex());
}

//! What a \p group has by registry key.
QHash<QString, QVariant> loadGroup(const QSettings &settings, QLatin1StringView group)
{
    QHash<QString, QVariant> result;
    for (const QString &key : settings.allKeys()) {
        if (key.startsWith(group)) {
            const QString hex = key.mid(group.size() + 1);
            result.insert(QString::fromUtf8(QByteArray::fromHex(hex.toLatin1())),
                          settings.value(key));
        }
    }
    return result;
}

QHash<QString, QString> loadTables(const QSettings &settings)
{
    QHash<QString, QString> tables;
    for (const auto &[registry, value] : loadGroup(settings, tablesGroup).asKeyValueRange()) {
        if (const QString text = value.toString(); text.size() <= longestTable)
            tables.insert(registry, text);
    }
    return tables;
}

QHash<QString, QStringList> loadRecentModels(const QSettings &settings)
{
    QHash<QString, QStringList> recent;
    for (const auto &[registry, value] : loadGroup(settings, recentGroup).asKeyValueRange()) {
        QStringList ids = value.toStringList().mid(0, mostRecentModels);
        ids.removeIf([](const QString &id) { return id.isEmpty() || id.size() > longestId; });
        if (!ids.isEmpty())
            recent.insert(registry, ids);
    }
    return recent;
}

LocalSettings loadLocal(const QSettings &settings)
{
    using Chosen = LocalSettings::Chosen;
    LocalSettings local;
    const QString chosen = settings.value(u"localRegistry/chosen"_s).toString();
    if (chosen == "samples"_L1)
        local.chosen = Chosen::Samples;
    else if (chosen == "own"_L1)
        local.chosen = Chosen::Own;
    local.holdsSamples = settings.value(u"localRegistry/holdsSamples"_s) == u"true"_s;
    local.isStripClosed = settings.value(u"localRegistry/stripClosed"_s) == u"true"_s;
    return local;
}

void saveLocal(const LocalSettings &local, QSettings &settings)
{
    using Chosen = LocalSettings::Chosen;
    const auto text = [](bool is) { return is ? u"true"_s : u"false"_s; };
    if (local.chosen != Chosen::Nothing)
        settings.setValue(u"localRegistry/chosen"_s,
                          local.chosen == Chosen::Own ? u"own"_s : u"samples"_s);
    settings.setValue(u"localRegistry/holdsSamples"_s, text(local.holdsSamples));
    settings.setValue(u"localRegistry/stripClosed"_s, text(local.isStripClosed));
}

} // namespace

WindowSettings WindowSettings::load(const QSettings &settings)
{
    WindowSettings result;
    const auto value = [&settings](QLatin1StringView key) {
        return settings.value(u"window/"_s + key);
    };
    const QRect rect = value("geometry"_L1).toRect();
    constexpr int far = 100'000;
    if (rect.isValid() && std::abs(rect.x()) < far && std::abs(rect.y()) < far && rect.width() < far
        && rect.height() < far)
        result.geometry = rect;
    result.maximized = value("maximized"_L1).toBool();
    result.sidebarWidth = within(value("sidebarWidth"_L1), 120, 600, result.sidebarWidth);
    result.editorWidth = within(value("editorWidth"_L1), 280, 2000, result.editorWidth);
    result.sidebarShown = value("sidebarShown"_L1) != u"false"_s;
    result.editorShown = value("editorShown"_L1) != u"false"_s;
    result.tables = loadTables(settings);
    result.recentModels = loadRecentModels(settings);
    result.local = loadLocal(settings);
    // Any program that ran before left a geometry; on a first start nothing is new.
    if (result.geometry.isValid())
        result.version = value("version"_L1).toString().left(longestVersion);
    return result;
}

void WindowSettings::save(QSettings &settings) const
{
    const auto set = [&settings](QLatin1StringView key, const QVariant &value) {
        settings.setValue(u"window/"_s + key, value);
    };
    set("geometry"_L1, geometry);
    set("maximized"_L1, maximized);
    set("sidebarWidth"_L1, sidebarWidth);
    set("editorWidth"_L1, editorWidth);
    // As text: an INI file gives back text, and a missing value must not read as false.
    set("sidebarShown"_L1, sidebarShown ? u"true"_s : u"false"_s);
    set("editorShown"_L1, editorShown ? u"true"_s : u"false"_s);
    for (auto table = tables.cbegin(); table != tables.cend(); ++table)
        settings.setValue(settingOf(tablesGroup, table.key()), table.value());
    for (auto recent = recentModels.cbegin(); recent != recentModels.cend(); ++recent)
        settings.setValue(settingOf(recentGroup, recent.key()), recent.value());
    saveLocal(local, settings);
    set("version"_L1, version);
}

void WindowSettings::setTable(const QString &registryKey, const QString &text)
{
    tables.insert(registryKey, text);
    tables.insert(QString(), text);
}

QRect usableGeometry(const QRect &wanted, const QList<QRect> &screens, const QMargins &frame)
{
    if (!wanted.isValid() || screens.isEmpty())
        return {};
    const QRect *best = nullptr;
    qint64 bestArea = 0;
    for (const QRect &screen : screens) {
        const QRect seen = screen & wanted;
        const qint64 area = qint64(std::max(0, seen.width())) * std::max(0, seen.height());
        if (area > bestArea) {
            best = &screen;
            bestArea = area;
        }
    }
    if (!best)
        return {};
    const QRect room = best->marginsRemoved(frame);
    const QSize size = wanted.size().expandedTo(smallest).boundedTo(room.size());
    QRect result(wanted.topLeft(), size);
    result.moveLeft(std::clamp(result.left(), room.left(), room.right() + 1 - size.width()));
    result.moveTop(std::clamp(result.top(), room.top(), room.bottom() + 1 - size.height()));
    return result;
}

} // namespace modelscribe
