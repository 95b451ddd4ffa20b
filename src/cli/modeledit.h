// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/patch.h"

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
    //! What was asked for, once it is read. Its labels are put, its fields are of the table.
    const Patch &patch() const { return m_patch; }

private:
    Result<std::monostate> readFields();
    Result<std::monostate> readLabels();
    Result<std::monostate> readExtraInfo();

    std::vector<std::string> m_set;
    std::vector<std::string> m_clear;
    std::vector<std::string> m_label;
    std::vector<std::string> m_removeLabel;
    std::vector<std::string> m_extraInfoFile; //!< Of which one is taken.

    Patch m_patch;
};

} // namespace modelscribe
