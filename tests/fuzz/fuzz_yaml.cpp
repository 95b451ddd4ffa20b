// SPDX-License-Identifier: GPL-3.0-or-later
//
// Conversion of any bytes as YAML: JSON of a bounded size comes out or an error.
#include "core/jsonscanner.h"
#include "fuzz/require.h"
#include "json/yamltojson.h"

using namespace modelscribe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto json = yamlToJson(text);
    if (!json) {
        require(json.error().kind == Error::Kind::Decode, "an error is one of decoding");
        require(!json.error().detail.isEmpty(), "an error says what");
        require(checkJson(text).has_value(), "JSON is YAML");
        return 0;
    }
    require(!checkJson(*json), "JSON comes out");
    require(json->size() <= 16 * 1024 * 1024, "what comes out is bounded");
    if (json->size() <= 4 * 1024 * 1024)
        require(yamlToJson(*json) == *json, "JSON stays as it is");
    return 0;
}
