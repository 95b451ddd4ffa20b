// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/batchedit.h"

#include <string>
#include <variant>
#include <vector>

namespace modelscribe {

class CommandParser;

//! The options by which a command says what is to become of each of many models.
class BatchOptions
{
public:
    void addTo(CommandParser &command);
    //! Checks them. Kind::Invalid says which and why.
    Result<std::monostate> read();
    const BatchEdit &edit() const { return m_edit; }

private:
    Result<std::monostate> readFields();
    Result<std::monostate> readLabels();
    Result<std::monostate> readExtraInfo();

    std::vector<std::string> m_set;
    std::vector<std::string> m_setEmpty;
    std::vector<std::string> m_clear;
    std::vector<std::string> m_addLabel;
    std::vector<std::string> m_putLabel;
    std::vector<std::string> m_removeLabel;
    std::vector<std::string> m_renameLabel;
    std::vector<std::string> m_setExtra;
    std::vector<std::string> m_removeExtra;

    BatchEdit m_edit;
};

//! A place of ExtraInfo as it is typed: the name of a member, or "$.a.b[0]". Fails (Invalid) with
//! \p option in what it says.
Result<JsonPath> extraInfoPath(const QString &option, const QString &text);

} // namespace modelscribe
