// SPDX-License-Identifier: GPL-3.0-or-later
//
// An answer with a page of models: reading it ends, only JSON is taken, all that is handed on as
// JSON is JSON, and a model that is written and read again is the same.
#include "api/decode.h"
#include "api/workspacedecode.h"
#include "core/jsonscanner.h"
#include "fuzz/require.h"
#include "model/modeljson.h"

using namespace modelscribe;

namespace {

bool isJson(const JsonText &text) { return text.isEmpty() || !checkJson(text.utf8()); }

void checkModel(const RegisteredModel &model)
{
    require(isJson(model.metadata.extraInfo), "ExtraInfo is JSON");
    require(isJson(model.latestVersion), "the latest version is JSON");
    for (const RawMember &member : model.unknown)
        require(!checkJson(member.value.utf8()), "an unknown member is JSON");
    const QByteArray written = modelJson(model);
    require(!checkJson(written), "a model is written as JSON");
    const auto again = decode::model(written);
    require(again.has_value() == !model.id.isEmpty(), "a model with an id can be read again");
    if (again)
        require(modelJson(*again) == written, "a model is read again as it was written");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto page = decode::modelPage(body);
    if (page) {
        require(!checkJson(body), "a page is JSON");
        for (const RegisteredModel &model : page->models)
            checkModel(model);
    }
    if (const auto one = decode::model(body))
        checkModel(*one);
    decode::workspacePage(body);
    decode::requestId(body);
    return 0;
}
