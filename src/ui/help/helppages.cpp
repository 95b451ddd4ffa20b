// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helppages.h"

#include "ui/help/helpdocument.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <utility>

// Q_INIT_RESOURCE must stand outside of namespaces; a static library needs it.
static void initHelpResources() { Q_INIT_RESOURCE(help); }

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QByteArray helpFile(const QString &name)
{
    QFile file(u":/help/%1.md"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Of the changelog its versions, without what it says about itself.
QByteArray versionsOf(const QByteArray &changelog)
{
    const qsizetype first = changelog.indexOf("\n## ");
    QByteArray versions = first < 0 ? changelog : changelog.mid(first + 1);
    return versions.replace("## [Unreleased]", "## ModelScribe " MODELSCRIBE_VERSION);
}

} // namespace

const HelpPage *findHelpPage(const QString &name)
{
    const auto page = std::ranges::find_if(
        helpPages, [&name](const HelpPage &one) { return one.name == name; });
    return page == helpPages.end() ? nullptr : &*page;
}

HelpText helpText(const HelpPage &page)
{
    initHelpResources();
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    if (isChinese) {
        if (QByteArray own = helpFile(u"zh/"_s + page.name); !own.isEmpty())
            return {.markdown = std::move(own), .anchors = headingAnchorsOf(helpFile(page.name))};
    }
    QByteArray text = helpFile(page.name);
    if (page.name == "whats-new"_L1)
        text = "# " + page.titleText().toUtf8() + "\n\n" + versionsOf(text);
    return {.markdown = std::move(text), .isInLanguage = !isChinese};
}

} // namespace modelscribe
