// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <optional>
#include <span>

namespace modelscribe {

//! One for each row of settingsTable, in its order.
enum class SettingId {
    Theme,
    Rows,
    ListText,
    FormText,
    JsonText,
    Motion,
    Language,
    Dates,
    EnterKey,
    DoubleClick,
    NotCopied,
    WrapLines,
    ExternalEditor,
    ReadsPerSecond,
    WritesPerSecond,
    Attempts,
    AllowedHosts,
    JournalDays
};

enum class SettingsPage {
    Appearance,
    Language,
    List,
    Editing,
    ExtraInfo,
    Saving,
    Pictures,
    Journal,
    Folders //!< Has no settings: it shows where the files are.
};

enum class SettingKind { Choice, Switch, Number, List, Text };

//! One of the values of a choice.
struct SettingChoice
{
    QLatin1StringView name; //!< In the file and on the command line.
    const char *label;      //!< Source text; empty: its name in its own language, see labelText().

    QString labelText() const;
};

//! A choice of the person that counts for all windows and commands, and all that is known about it.
struct Setting
{
    SettingId id;
    QLatin1StringView key;    //!< On the command line.
    QLatin1StringView stored; //!< In the settings file.
    SettingKind kind;
    QLatin1StringView standard; //!< The value that holds when nothing is chosen.
    SettingsPage page;
    const char *title;     //!< Source text; show titleText().
    const char *help = ""; //!< The same.
    std::span<const SettingChoice> choices = {};
    int least = 0; //!< Of a number, and how far a step goes.
    int most = 0;
    int step = 1;
    std::span<const int> offered = {}; //!< Numbers worth choosing; empty: any.
    const char *unit = "";  //!< Of a number, as "%1 a second"; source text, may be empty.
    const char *never = ""; //!< What 0 means where it is no number; source text.
    bool (*isItem)(const QString &) = nullptr; //!< What can stand in a list.
    bool isOneText = false; //!< A list is stored as one text of lines: empty is not the default.

    QString titleText() const;
    QString helpText() const;
    //! \p number with its unit, for a person.
    QString numberText(int number) const;
    //! The value that \p text spells, as it is kept; nothing when it is not possible. The items of
    //! a list are lines.
    std::optional<QString> accepted(const QString &text) const;
    //! "system, light or dark", in English.
    QString possible() const;
};

//! What can be set. The dialog, the command line, the file and the documentation follow it: a new
//! setting is a row here and something that listens to Settings::changed().
std::span<const Setting> settingsTable();
const Setting &settingOf(SettingId id);
//! nullptr: there is no such key.
const Setting *findSetting(const QString &key);

inline constexpr int settingsPages = int(SettingsPage::Folders) + 1;
QString settingsPageTitle(SettingsPage page);

} // namespace modelscribe
