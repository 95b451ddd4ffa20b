// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonpath.h"

#include <QMap>
#include <QString>

#include <optional>

namespace modelscribe {

//! What was typed into open editors of a JSON text and is no value yet, by the place.
using JsonUnfinished = QMap<QString, QString>;

//! An editor of one value: which one, and of what.
struct JsonUnfinishedPlace
{
    enum class Editor { Key, Value, Dialog, Field };

    Editor editor = Editor::Value;
    JsonPath path;

    QString toText() const;
    static std::optional<JsonUnfinishedPlace> fromText(const QString &text);
};

} // namespace modelscribe
