// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonrepair.h"
#include "json/yamltojson.h"

namespace modelscribe {

//! What a text that should be JSON can be read as.
struct JsonConversion
{
    bool isJson = false; //!< It is JSON as it stands; repair.text is the text.
    JsonRepair repair;
    QByteArray yaml; //!< The text read as YAML; empty: it is none, or not worth offering.
    bool prefersYaml = false;
    YamlNotes yamlNotes;
    bool isFrontMatter = false; //!< yaml is that of a model card,
    bool leavesBody = false;    //!< and the text behind it is not in it.

    bool isRepaired() const { return !isJson && !repair.problem; }
    bool hasYaml() const { return !yaml.isEmpty(); }
    bool isUsable() const { return !repair.problem || hasYaml(); }
    //! The better one of what there is; empty when there is nothing.
    QByteArray best() const;
};

//! For any text; empty ones are no JSON.
JsonConversion convertToJson(const QByteArray &utf8);

} // namespace modelscribe
