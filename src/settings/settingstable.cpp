// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingstable.h"

#include "core/visibletext.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestSetting = 20'000;

constexpr std::array themeChoices{
    SettingChoice{"system"_L1, QT_TRANSLATE_NOOP("Setting", "System")},
    SettingChoice{"light"_L1, QT_TRANSLATE_NOOP("Setting", "Light")},
    SettingChoice{"dark"_L1, QT_TRANSLATE_NOOP("Setting", "Dark")},
};

constexpr std::array rowChoices{
    SettingChoice{"normal"_L1, QT_TRANSLATE_NOOP("Setting", "Normal")},
    SettingChoice{"compact"_L1, QT_TRANSLATE_NOOP("Setting", "Compact")},
};

constexpr std::array languageChoices{
    SettingChoice{"system"_L1, QT_TRANSLATE_NOOP("Setting", "System")},
    SettingChoice{"en"_L1, ""},
    SettingChoice{"zh_CN"_L1, ""},
};

constexpr std::array dateChoices{
    SettingChoice{"relative"_L1, QT_TRANSLATE_NOOP("Setting", "How long ago")},
    SettingChoice{"exact"_L1, QT_TRANSLATE_NOOP("Setting", "Date and time")},
    SettingChoice{"locale"_L1, QT_TRANSLATE_NOOP("Setting", "In the format of the language")},
};

constexpr std::array rowActions{
    SettingChoice{"show"_L1, QT_TRANSLATE_NOOP("Setting", "Shows the model")},
    SettingChoice{"edit"_L1, QT_TRANSLATE_NOOP("Setting", "Goes to the editor")},
    SettingChoice{"field"_L1, QT_TRANSLATE_NOOP("Setting", "Edits the field of the cell")},
    SettingChoice{"whole"_L1, QT_TRANSLATE_NOOP("Setting", "Edits in the whole window")},
};

constexpr std::array keptDays{30, 90, 365, 0};

//! As the list of hosts spells them: small letters, a port where it is not the usual one.
bool isHost(const QString &text)
{
    const QUrl url(u"https://"_s + text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && url.port() != 443
           && url.authority(QUrl::FullyEncoded) == text && text == text.toLower();
}

bool isOneLine(const QString &text) { return !text.isEmpty() && text.size() <= 2000; }

constexpr std::array table{
    Setting{.id = SettingId::Theme,
            .key = "appearance.colours"_L1,
            .stored = "window/theme"_L1,
            .kind = SettingKind::Choice,
            .standard = "system"_L1,
            .page = SettingsPage::Appearance,
            .title = QT_TRANSLATE_NOOP("Setting", "Colours"),
            .choices = themeChoices},
    Setting{.id = SettingId::Rows,
            .key = "appearance.rows"_L1,
            .stored = "appearance/rows"_L1,
            .kind = SettingKind::Choice,
            .standard = "normal"_L1,
            .page = SettingsPage::Appearance,
            .title = QT_TRANSLATE_NOOP("Setting", "Rows"),
            .choices = rowChoices},
    Setting{.id = SettingId::ListText,
            .key = "appearance.list-text"_L1,
            .stored = "appearance/listText"_L1,
            .kind = SettingKind::Number,
            .standard = "100"_L1,
            .page = SettingsPage::Appearance,
            .title = QT_TRANSLATE_NOOP("Setting", "Text of the list"),
            .least = 80,
            .most = 160,
            .step = 10,
            .unit = QT_TRANSLATE_NOOP("Setting", "%1 %")},
    Setting{.id = SettingId::FormText,
            .key = "appearance.form-text"_L1,
            .stored = "appearance/formText"_L1,
            .kind = SettingKind::Number,
            .standard = "100"_L1,
            .page = SettingsPage::Appearance,
            .title = QT_TRANSLATE_NOOP("Setting", "Text of the form"),
            .least = 80,
            .most = 160,
            .step = 10,
            .unit = QT_TRANSLATE_NOOP("Setting", "%1 %")},
    Setting{.id = SettingId::JsonText,
            .key = "appearance.json-text"_L1,
            .stored = "appearance/jsonText"_L1,
            .kind = SettingKind::Number,
            .standard = "100"_L1,
            .page = SettingsPage::Appearance,
            .title = QT_TRANSLATE_NOOP("Setting", "Text of JSON"),
            .help = QT_TRANSLATE_NOOP(
                "Setting", "Ctrl+plus, Ctrl+minus and Ctrl+0 change the part that has the focus."),
            .least = 80,
            .most = 160,
            .step = 10,
            .unit = QT_TRANSLATE_NOOP("Setting", "%1 %")},
    Setting{.id = SettingId::Motion,
            .key = "appearance.motion"_L1,
            .stored = "appearance/motion"_L1,
            .kind = SettingKind::Switch,
            .standard = "true"_L1,
            .page = SettingsPage::Appearance,
            .title = QT_TRANSLATE_NOOP("Setting", "Animation"),
            .help = QT_TRANSLATE_NOOP("Setting", "Show animations while waiting")},
    Setting{.id = SettingId::Language,
            .key = "language.window"_L1,
            .stored = "window/language"_L1,
            .kind = SettingKind::Choice,
            .standard = "system"_L1,
            .page = SettingsPage::Language,
            .title = QT_TRANSLATE_NOOP("Setting", "Language"),
            .help = QT_TRANSLATE_NOOP("Setting", "Dates and numbers follow it."),
            .choices = languageChoices},
    Setting{.id = SettingId::Dates,
            .key = "language.dates"_L1,
            .stored = "language/dates"_L1,
            .kind = SettingKind::Choice,
            .standard = "relative"_L1,
            .page = SettingsPage::Language,
            .title = QT_TRANSLATE_NOOP("Setting", "Dates"),
            .help = QT_TRANSLATE_NOOP("Setting",
                                      "In lists and notices; tool tips always show date and time."),
            .choices = dateChoices},
    Setting{.id = SettingId::EnterKey,
            .key = "list.enter"_L1,
            .stored = "list/enter"_L1,
            .kind = SettingKind::Choice,
            .standard = "show"_L1,
            .page = SettingsPage::List,
            .title = QT_TRANSLATE_NOOP("Setting", "Enter"),
            .choices = rowActions},
    Setting{.id = SettingId::DoubleClick,
            .key = "list.double-click"_L1,
            .stored = "list/doubleClick"_L1,
            .kind = SettingKind::Choice,
            .standard = "show"_L1,
            .page = SettingsPage::List,
            .title = QT_TRANSLATE_NOOP("Setting", "Double click"),
            .choices = rowActions},
    Setting{.id = SettingId::NotCopied,
            .key = "editing.not-copied"_L1,
            .stored = "window/notCopied"_L1,
            .kind = SettingKind::List,
            .standard = "ModelName"_L1,
            .page = SettingsPage::Editing,
            .title = QT_TRANSLATE_NOOP("Setting", "Not copied"),
            .help = QT_TRANSLATE_NOOP("Setting", "What is not ticked when “Copy fields…” opens."),
            .isItem = &isOneLine,
            .isOneText = true},
    Setting{.id = SettingId::WrapLines,
            .key = "extrainfo.wrap"_L1,
            .stored = "json/wrap"_L1,
            .kind = SettingKind::Switch,
            .standard = "true"_L1,
            .page = SettingsPage::ExtraInfo,
            .title = QT_TRANSLATE_NOOP("Setting", "Long lines"),
            .help = QT_TRANSLATE_NOOP("Setting", "Wrap them in the text")},
    Setting{.id = SettingId::ExternalEditor,
            .key = "extrainfo.editor"_L1,
            .stored = "extrainfo/editor"_L1,
            .kind = SettingKind::Text,
            .standard = ""_L1,
            .page = SettingsPage::ExtraInfo,
            .title = QT_TRANSLATE_NOOP("Setting", "External editor"),
            .help = QT_TRANSLATE_NOOP("Setting",
                                      "A program and its arguments, such as “code --wait %f”; %f "
                                      "stands for the file. It is run without a shell.")},
    Setting{.id = SettingId::ReadsPerSecond,
            .key = "rate.reads"_L1,
            .stored = "rate/reads"_L1,
            .kind = SettingKind::Number,
            .standard = "25"_L1,
            .page = SettingsPage::Saving,
            .title = QT_TRANSLATE_NOOP("Setting", "Reads"),
            .help = QT_TRANSLATE_NOOP("Setting", "The whole account shares 50 a second."),
            .least = 1,
            .most = 50,
            .unit = QT_TRANSLATE_NOOP("Setting", "%1 a second")},
    Setting{.id = SettingId::WritesPerSecond,
            .key = "rate.writes"_L1,
            .stored = "rate/writes"_L1,
            .kind = SettingKind::Number,
            .standard = "10"_L1,
            .page = SettingsPage::Saving,
            .title = QT_TRANSLATE_NOOP("Setting", "Writes"),
            .help = QT_TRANSLATE_NOOP("Setting", "The whole account shares 20 a second."),
            .least = 1,
            .most = 20,
            .unit = QT_TRANSLATE_NOOP("Setting", "%1 a second")},
    Setting{.id = SettingId::Attempts,
            .key = "rate.attempts"_L1,
            .stored = "rate/attempts"_L1,
            .kind = SettingKind::Number,
            .standard = "3"_L1,
            .page = SettingsPage::Saving,
            .title = QT_TRANSLATE_NOOP("Setting", "Attempts"),
            .help = QT_TRANSLATE_NOOP("Setting",
                                      "How often a read is tried when the service is busy or "
                                      "cannot be reached."),
            .least = 2, // a clock that is wrong is seen by the first
            .most = 6},
    Setting{.id = SettingId::AllowedHosts,
            .key = "pictures.hosts"_L1,
            .stored = "remote/hosts"_L1,
            .kind = SettingKind::List,
            .standard = ""_L1,
            .page = SettingsPage::Pictures,
            .title = QT_TRANSLATE_NOOP("Setting", "Allowed hosts"),
            .help = QT_TRANSLATE_NOOP(
                "Setting",
                "Their pictures and documents are loaded without a question. “Always for …” "
                "where one is shown adds its host."),
            .isItem = &isHost},
    Setting{.id = SettingId::JournalDays,
            .key = "journal.days"_L1,
            .stored = "window/historyDays"_L1,
            .kind = SettingKind::Number,
            .standard = "90"_L1,
            .page = SettingsPage::Journal,
            .title = QT_TRANSLATE_NOOP("Setting", "Keep the journal"),
            .help = QT_TRANSLATE_NOOP("Setting", "Older entries are removed at once and cannot be "
                                                 "reverted. Drafts are kept until they are saved "
                                                 "or discarded."),
            .least = 0,
            .most = 36'500,
            .offered = keptDays,
            .unit = QT_TRANSLATE_N_NOOP("Setting", "%Ln day(s)"),
            .never = QT_TRANSLATE_NOOP("Setting", "forever")},
};

QString translatedSetting(const char *text)
{
    return *text ? QCoreApplication::translate("Setting", text) : QString();
}

std::optional<QString> acceptedSwitch(const QString &text)
{
    const QString word = text.toLower();
    if (word == "true"_L1 || word == "on"_L1 || word == "yes"_L1)
        return u"true"_s;
    if (word == "false"_L1 || word == "off"_L1 || word == "no"_L1)
        return u"false"_s;
    return {};
}

std::optional<QString> acceptedList(const Setting &setting, const QString &text)
{
    QStringList items = text.split(u'\n', Qt::SkipEmptyParts);
    if (!std::ranges::all_of(items, setting.isItem))
        return {};
    items.removeDuplicates();
    return items.join(u'\n');
}

} // namespace

QString SettingChoice::labelText() const
{
    if (name == "en"_L1)
        return u"English"_s;
    if (name == "zh_CN"_L1)
        return u"中文"_s;
    return translatedSetting(label);
}

QString Setting::titleText() const { return translatedSetting(title); }

QString Setting::helpText() const { return translatedSetting(help); }

QString Setting::numberText(int number) const
{
    if (number == 0 && *never)
        return translatedSetting(never);
    if (!*unit)
        return QString::number(number);
    const QString text = QCoreApplication::translate("Setting", unit, nullptr, number);
    return text.contains("%1"_L1) ? text.arg(number) : text;
}

std::optional<QString> Setting::accepted(const QString &text) const
{
    if (text.size() > longestSetting)
        return {};
    switch (kind) {
    case SettingKind::Choice: {
        const auto choice = std::ranges::find(choices, text, &SettingChoice::name);
        return choice != choices.end() ? std::optional<QString>(choice->name) : std::nullopt;
    }
    case SettingKind::Switch: return acceptedSwitch(text);
    case SettingKind::Number: {
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        if (!isNumber || number < least || number > most)
            return {};
        return QString::number(number);
    }
    case SettingKind::List: return acceptedList(*this, text);
    case SettingKind::Text: {
        const bool isLine = namesOfInvisible(text).isEmpty() && text.size() <= 1000;
        return isLine ? std::optional(text) : std::nullopt;
    }
    }
    Q_UNREACHABLE();
}

QString Setting::possible() const
{
    switch (kind) {
    case SettingKind::Choice: {
        QStringList names;
        for (const SettingChoice &choice : choices)
            names.append(choice.name);
        const QString last = names.takeLast();
        return names.join(u", "_s) + u" or "_s + last;
    }
    case SettingKind::Switch: return u"true or false"_s;
    case SettingKind::Number:
        return u"a number from %1 to %2"_s.arg(least).arg(most)
               + (*never ? u"; 0: "_s + QLatin1StringView(never) : QString());
    case SettingKind::List:
        return isItem == &isHost ? u"names of hosts, each by itself"_s
                                 : u"names of fields, each by itself"_s;
    case SettingKind::Text: return u"one line of text"_s;
    }
    Q_UNREACHABLE();
}

std::span<const Setting> settingsTable() { return table; }

const Setting &settingOf(SettingId id)
{
    const Setting &setting = table.at(size_t(id));
    Q_ASSERT(setting.id == id);
    return setting;
}

const Setting *findSetting(const QString &key)
{
    const auto setting = std::ranges::find(table, key, &Setting::key);
    return setting == table.end() ? nullptr : &*setting;
}

QString settingsPageTitle(SettingsPage page)
{
    static constexpr std::array titles{
        QT_TRANSLATE_NOOP("Setting", "Appearance"),
        QT_TRANSLATE_NOOP("Setting", "Language and dates"),
        QT_TRANSLATE_NOOP("Setting", "List"),
        QT_TRANSLATE_NOOP("Setting", "Editing"),
        QT_TRANSLATE_NOOP("Setting", "ExtraInfo"),
        QT_TRANSLATE_NOOP("Setting", "Saving and rate"),
        QT_TRANSLATE_NOOP("Setting", "Pictures and documents"),
        QT_TRANSLATE_NOOP("Setting", "Drafts and journal"),
        QT_TRANSLATE_NOOP("Setting", "Folders"),
    };
    static_assert(titles.size() == settingsPages);
    return translatedSetting(titles[size_t(page)]);
}

} // namespace modelscribe
