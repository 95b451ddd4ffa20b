// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/modelmetadata.h"

#include <QMap>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace modelscribe {

class CommandParser;

//! The options by which create and update say what a model shall be.
class ModelEdit
{
public:
    void addSettingOptions(CommandParser &command);
    void addRemovingOptions(CommandParser &command);

    //! Checks names and shapes and reads the ExtraInfo file. Kind::Invalid says which and why.
    Result<std::monostate> read();
    //! \p metadata with what was asked for.
    ModelMetadata applied(ModelMetadata metadata) const;

private:
    Result<std::monostate> readFields();
    Result<std::monostate> readLabels();
    Result<std::monostate> readExtraInfo();

    std::vector<std::string> m_set;
    std::vector<std::string> m_clear;
    std::vector<std::string> m_label;
    std::vector<std::string> m_removeLabel;
    std::vector<std::string> m_extraInfoFile; //!< Of which one is taken.

    QMap<QString, QString> m_values; //!< By field; cleared ones are empty.
    QList<Label> m_labels;
    QStringList m_goneLabels;
    std::optional<JsonText> m_extraInfo;
};

} // namespace modelscribe
