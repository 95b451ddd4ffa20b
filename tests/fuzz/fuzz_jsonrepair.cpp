// SPDX-License-Identifier: GPL-3.0-or-later
//
// Repair of any bytes: JSON comes out or a problem, JSON stays as it is, and a text that only lost
// its end becomes JSON again.
#include "fuzz/require.h"
#include "json/jsonrepair.h"
#include "json/jsontree.h"

#include <algorithm>
#include <chrono>

using namespace modelscribe;

namespace {

void checkRepair(QByteArrayView text)
{
    const auto start = std::chrono::steady_clock::now();
    const JsonRepair repair = repairJson(text);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    require(taken.count() < 2 + 1e-5 * double(text.size()), "a repair takes linear time");

    const auto problem = checkJson(repair.text);
    require(problem == repair.problem, "what comes out is JSON or says what is wrong");
    if (problem) {
        require(repair.text == text && repair.steps.isEmpty(), "what cannot be mended stays");
        return;
    }
    const bool wasJson = !checkJson(text);
    require(repair.steps.isEmpty() == (repair.text == text), "every change is a step");
    if (wasJson && !text.trimmed().startsWith('"'))
        require(repair.text == text, "JSON stays as it is");
    require(std::ranges::all_of(repair.steps,
                                [&](const JsonRepairStep &step) {
                                    return step.count > 0 && step.firstAt >= 0
                                           && step.firstAt <= text.size();
                                }),
            "steps are inside the text");
    require(std::ranges::is_sorted(repair.steps, {}, &JsonRepairStep::firstAt)
                || repair.steps.first().code == JsonRepairStep::Code::EscapedText,
            "steps are sorted");
    require(repair.text.size() <= 6 * text.size() + 16, "a repair adds little");
    require(repairJson(repair.text).text == repair.text || repair.text.trimmed().startsWith('"'),
            "a repair is done once");
}

//! A valid container cut anywhere is still one, as far as it went.
void checkTruncated(const QByteArray &text, qsizetype length)
{
    const JsonRepair repair = repairJson(text.first(length));
    const bool begun = !text.first(length).trimmed().isEmpty();
    require(begun == !repair.problem.has_value(), "what was cut off becomes JSON");
    if (begun)
        require(repair.text.trimmed().front() == text.trimmed().front(), "a container stays one");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    checkRepair(text);
    const QByteArray trimmed = text.trimmed();
    if (!checkJson(text) && (trimmed.startsWith('{') || trimmed.startsWith('['))) {
        for (qsizetype i = 0; i < 8; ++i)
            checkTruncated(text, text.size() * i / 8);
    }
    return 0;
}
