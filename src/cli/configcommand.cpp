// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/configcommand.h"

#include "core/jsonwriter.h"
#include "core/paths.h"
#include "model/modelfields.h"
#include "model/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QByteArray settingValueJson(const Setting &setting, const QString &value)
{
    switch (setting.kind) {
    case SettingKind::Number:
    case SettingKind::Switch: return value.toLatin1();
    case SettingKind::List: {
        QByteArrayList items;
        for (const QString &item : value.split(u'\n', Qt::SkipEmptyParts))
            items.append(jsonString(item));
        return '[' + items.join(',') + ']';
    }
    case SettingKind::Choice:
    case SettingKind::Text: break;
    }
    return jsonString(value);
}

QString settingCell(const QString &value) { return QString(value).replace(u'\n', u", "_s); }

QByteArray settingRecord(const Setting &setting, const Settings &settings)
{
    JsonObjectWriter object;
    object.add(u"Key", jsonString(QString(setting.key)));
    object.add(u"Value", settingValueJson(setting, settings.text(setting.id)));
    object.add(u"Default", settingValueJson(setting, setting.standard));
    object.add(u"Possible", jsonString(setting.possible()));
    if (const QString refused = settings.refused(setting.id); !refused.isEmpty())
        object.add(u"Refused", jsonString(refused));
    return object.take();
}

Table settingsTableOf(const QList<const Setting *> &shown, const Settings &settings)
{
    Table table{.header = {u"Key"_s, u"Value"_s, u"Default"_s, u"Possible"_s}, .whole = {0}};
    for (const Setting *setting : shown)
        table.rows.append({setting->key, settingCell(settings.text(setting->id)),
                           settingCell(setting->standard), setting->possible()});
    return table;
}

} // namespace

ConfigCommand::ConfigCommand(Output &output)
    : Command(output)
{
}

ConfigCommand::~ConfigCommand() = default;

CommandParser &ConfigCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand(
        "config", "Lists, shows and changes the settings of the window");
    command.requireCommands(0, 1);
    command.addCommand("list", "Lists them; the same as without a word");
    m_get = &command.addCommand("get", "Shows one");
    m_get->add({.name = "KEY", .into = &m_shown, .isRequired = true});
    m_set = &command.addCommand("set", "Changes one, also in windows that are open");
    m_set->add({.name = "KEY", .into = &m_changed, .isRequired = true});
    m_set->add({.name = "VALUE",
                .into = &m_values,
                .help = "what it is to be; of a list each item by itself"});
    m_set->add({.name = "--default", .into = &m_wantsDefault, .help = "back to the default"});
    m_set->add({.name = "--empty",
                .into = &m_wantsNothing,
                .help = "a list without items",
                .excludes = {"--default"}});
    return command;
}

Result<std::monostate> ConfigCommand::prepare()
{
    if (!m_get->wasGiven() && !m_set->wasGiven())
        return std::monostate{};
    const QString key = QString::fromStdString(m_set->wasGiven() ? m_changed : m_shown);
    m_setting = findSetting(key);
    if (!m_setting)
        return failure(
            Error::Kind::Invalid,
            u"there is no setting “%1”; “modelscribe-cli config list” has them"_s.arg(key));
    if (!m_set->wasGiven())
        return std::monostate{};
    return wanted().transform([this](const QString &value) {
        m_value = value;
        return std::monostate{};
    });
}

//! What the window would not find when fields are copied; nullptr: nothing of that kind.
const QString *ConfigCommand::strangeName(const QStringList &names) const
{
    const auto isKnown = [](const QString &name) {
        return findField(name) || name.startsWith("label:"_L1) || name.startsWith("extra:"_L1);
    };
    if (m_setting->id != SettingId::NotCopied)
        return nullptr;
    const auto strange = std::ranges::find_if_not(names, isKnown);
    return strange == names.end() ? nullptr : &*strange;
}

Result<QString> ConfigCommand::wanted() const
{
    const bool isList = m_setting->kind == SettingKind::List;
    if (!m_values.empty() && (m_wantsDefault || m_wantsNothing))
        return failure(Error::Kind::Invalid, u"--default and --empty go without a value"_s);
    if (m_wantsDefault)
        return QString(m_setting->standard);
    if (m_wantsNothing && !isList)
        return failure(Error::Kind::Invalid,
                       u"%1 is not a list; --empty is for lists"_s.arg(m_setting->key));
    if (m_values.empty() && !m_wantsNothing)
        return failure(Error::Kind::Invalid, u"%1: the value is missing; it takes %2"_s.arg(
                                                 m_setting->key, m_setting->possible()));
    if (m_values.size() > 1 && !isList)
        return failure(Error::Kind::Invalid, u"%1 takes one value"_s.arg(m_setting->key));
    QStringList values;
    for (const std::string &value : m_values)
        values.append(QString::fromStdString(value));
    if (const QString *strange = strangeName(values))
        return failure(Error::Kind::Invalid,
                       u"%1: “%2” is not the name of a field; nor does it begin with “label:” or "
                       "“extra:”"_s.arg(m_setting->key, *strange));
    const QString value = values.join(u'\n');
    if (const auto accepted = m_setting->accepted(value))
        return *accepted;
    return failure(Error::Kind::Invalid,
                   u"%1: “%2” is not valid; it takes %3"_s.arg(m_setting->key, settingCell(value),
                                                               m_setting->possible()));
}

void ConfigCommand::run(Connection *)
{
    m_settings = std::make_unique<Settings>(paths::settingsFile());
    if (m_settings->readError() && !m_set->wasGiven())
        output().note(u"modelscribe-cli: "_s + wording::whole(*m_settings->readError()));
    if (m_set->wasGiven())
        set();
    else if (m_get->wasGiven())
        get();
    else
        list();
}

void ConfigCommand::tellRefused(const Setting &setting)
{
    if (const QString refused = m_settings->refused(setting.id); !refused.isEmpty())
        output().note(u"modelscribe-cli: %1: the settings file says “%2”, which is not possible; "
                      "the default counts"_s.arg(setting.key, settingCell(refused)));
}

void ConfigCommand::list()
{
    QList<const Setting *> all;
    QByteArrayList records;
    for (const Setting &setting : settingsTable()) {
        all.append(&setting);
        records.append(settingRecord(setting, *m_settings));
        tellRefused(setting);
    }
    JsonObjectWriter whole;
    whole.add(u"Settings", '[' + records.join(",\n") + ']');
    switch (output().format()) {
    case Output::Format::Table: output().table(settingsTableOf(all, *m_settings)); break;
    case Output::Format::Csv: output().csv(settingsTableOf(all, *m_settings)); break;
    case Output::Format::Json: output().json(whole.take()); break;
    }
    finish(ExitCode::Done);
}

void ConfigCommand::get()
{
    tellRefused(*m_setting);
    const QString value = m_settings->text(m_setting->id);
    switch (output().format()) {
    case Output::Format::Table:
        for (const QString &line : value.split(u'\n'))
            output().line(line);
        break;
    case Output::Format::Csv: output().csv(settingsTableOf({m_setting}, *m_settings)); break;
    case Output::Format::Json: output().json(settingRecord(*m_setting, *m_settings)); break;
    }
    finish(ExitCode::Done);
}

void ConfigCommand::set()
{
    if (const auto written = m_settings->set(m_setting->id, m_value); !written) {
        output().error(written.error());
        return finish(exitCodeFor(written.error()));
    }
    m_done = u"The setting was changed"_s;
    if (output().format() == Output::Format::Json && output().isFormatAsked())
        output().json(settingRecord(*m_setting, *m_settings));
    else
        output().remark(u"%1 is now %2"_s.arg(
            m_setting->key, m_value.isEmpty() ? u"empty"_s : settingCell(m_value)));
    finish(ExitCode::Done);
}

} // namespace modelscribe

#include "moc_configcommand.cpp"
