// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonunfinished.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! In the order of Editor. They stand in files.
constexpr std::array editorNames = {"key"_L1, "value"_L1, "dialog"_L1, "field"_L1};

} // namespace

QString JsonUnfinishedPlace::toText() const
{
    return editorNames[size_t(editor)] + u' ' + jsonPathText(path);
}

std::optional<JsonUnfinishedPlace> JsonUnfinishedPlace::fromText(const QString &text)
{
    const qsizetype blank = text.indexOf(u' ');
    const auto name = std::ranges::find(editorNames, text.left(blank));
    const auto path = jsonPathFromText(QStringView(text).sliced(blank + 1));
    if (blank < 0 || name == editorNames.end() || !path)
        return {};
    return JsonUnfinishedPlace{Editor(name - editorNames.begin()), *path};
}

} // namespace modelscribe
