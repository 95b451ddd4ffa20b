// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any text as ~/.alibabacloud/credentials: sections differ, and what is read does not depend on the
// ends of lines or on remarks between them.
#include "credentials/inicredentials.h"
#include "fuzz/require.h"

using namespace modelscribe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const ToolProfiles profiles = readIniCredentials(text);
    QString respelt = text;
    respelt.replace(u'\n', QStringLiteral("\r\n# remark\r\n"));
    const ToolProfiles again = readIniCredentials(respelt);
    require(profiles.list.size() == again.list.size(), "remarks make no section");
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'767'225'600).toUTC();
    for (qsizetype i = 0; i < profiles.list.size(); ++i) {
        const ToolProfile &profile = profiles.list[i];
        require(!profile.name.isEmpty(), "a section has a name");
        require(profiles.find(profile.name) == &profile, "names differ");
        const auto recipe = recipeOf(profile, profiles, now);
        require(recipe == recipeOf(again.list[i], again, now), "the ends of lines say nothing");
        require(recipe || !recipe.error().text().isEmpty(), "a reason is told");
    }
    return 0;
}
