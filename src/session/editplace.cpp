// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/editplace.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! As the tabs stand; names, because a later version may order them otherwise.
constexpr std::array tabNames = {"Details"_L1, "ExtraInfo"_L1, "Labels"_L1, "History"_L1};

} // namespace

QString EditPlace::toText() const
{
    QJsonObject json;
    if (isOpen)
        json.insert("open"_L1, true);
    if (tab > 0 && tab < int(tabNames.size()))
        json.insert("tab"_L1, tabNames[size_t(tab)]);
    if (!field.isEmpty())
        json.insert("field"_L1, field);
    if (cursor >= 0)
        json.insert("cursor"_L1, cursor);
    if (row >= 0 && column >= 0) {
        json.insert("row"_L1, row);
        json.insert("column"_L1, column);
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

EditPlace EditPlace::fromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    EditPlace place;
    place.isOpen = json.value("open"_L1).toBool();
    const auto tab = std::ranges::find(tabNames, json.value("tab"_L1).toString());
    place.tab = tab == tabNames.end() ? 0 : int(tab - tabNames.begin());
    place.field = json.value("field"_L1).toString();
    place.cursor = std::max(json.value("cursor"_L1).toInteger(-1), qint64(-1));
    place.row = std::max(json.value("row"_L1).toInt(-1), -1);
    place.column = std::max(json.value("column"_L1).toInt(-1), -1);
    return place;
}

} // namespace modelscribe
