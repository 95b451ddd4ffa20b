// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace modelscribe {

//! A page of the help. All but two are docs/NAME.md, which people read as files, too.
struct HelpPage
{
    QLatin1StringView name;
    const char *title; //!< Source text; show titleText().

    QString titleText() const { return QCoreApplication::translate("HelpPage", title); }
};

//! In the order in which they are listed.
inline constexpr std::array helpPages = {
    HelpPage{QLatin1StringView("first-steps"), QT_TRANSLATE_NOOP("HelpPage", "First steps")},
    HelpPage{QLatin1StringView("finding"), QT_TRANSLATE_NOOP("HelpPage", "Finding models")},
    HelpPage{QLatin1StringView("query-language"), QT_TRANSLATE_NOOP("HelpPage", "Query language")},
    HelpPage{QLatin1StringView("editing"), QT_TRANSLATE_NOOP("HelpPage", "Editing")},
    HelpPage{QLatin1StringView("json-editor"), QT_TRANSLATE_NOOP("HelpPage", "ExtraInfo")},
    HelpPage{QLatin1StringView("many-at-a-time"), QT_TRANSLATE_NOOP("HelpPage", "Many at a time")},
    HelpPage{QLatin1StringView("keeping-your-work"),
             QT_TRANSLATE_NOOP("HelpPage", "Keeping your work")},
    HelpPage{QLatin1StringView("accounts-and-keys"),
             QT_TRANSLATE_NOOP("HelpPage", "Accounts and keys")},
    HelpPage{QLatin1StringView("command-line"), QT_TRANSLATE_NOOP("HelpPage", "Command line")},
    HelpPage{QLatin1StringView("settings"), QT_TRANSLATE_NOOP("HelpPage", "Settings")},
    HelpPage{QLatin1StringView("what-is-kept-where"),
             QT_TRANSLATE_NOOP("HelpPage", "What is kept where")},
    HelpPage{QLatin1StringView("shortcuts"),
             QT_TRANSLATE_NOOP("HelpPage", "Shortcuts")}, // of the actions
    HelpPage{QLatin1StringView("whats-new"),
             QT_TRANSLATE_NOOP("HelpPage", "What’s new")}, // CHANGELOG.md
};

//! nullptr when there is none of this name.
const HelpPage *findHelpPage(const QString &name);

//! What stands in a page that is a file.
struct HelpText
{
    QByteArray markdown;
    bool isInLanguage = true; //!< False: in English, and the program speaks another language.
    //! Of a translated page: the anchors of the English one, by which links know its headings.
    QStringList anchors;
};

HelpText helpText(const HelpPage &page);

} // namespace modelscribe
