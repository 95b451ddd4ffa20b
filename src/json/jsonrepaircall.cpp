// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepaircall.h"

#include "json/jsonrepairword.h"

#include <algorithm>

namespace modelscribe {

RepairCallRead readCall(JsonRepairCursor &cursor, RepairPlace place)
{
    const qsizetype at = cursor.pos;
    const auto call = cursor.lookahead.callAt(at, cursor.closers.isEmpty());
    if (!call || !valueMayEnd(cursor, place, call->close + 1))
        return RepairCallRead::None;
    if (call->isOneValue) {
        cursor.note(JsonRepairStep::Code::Call, at);
        cursor.leaveOut(at, call->inner);
        cursor.callEnds.append(call->close);
        cursor.pos = call->inner;
        return RepairCallRead::Argument;
    }
    cursor.note(JsonRepairStep::Code::UnquotedText, at);
    const qsizetype end = std::min(call->close + 1, cursor.text.size());
    writeWords(cursor, end, end);
    return RepairCallRead::Text;
}

bool openParentheses(JsonRepairCursor &cursor)
{
    const qsizetype inner = cursor.pos + cursor.sizeAt(cursor.pos);
    const RepairAhead end = cursor.lookahead.containerEnd(inner);
    if (end.closer != ')' || end.commas > 0 || cursor.afterSpace(inner) == end.at)
        return false;
    cursor.note(JsonRepairStep::Code::ExtraBracket, cursor.pos);
    cursor.callEnds.append(end.at);
    cursor.pos = inner;
    return true;
}

bool endCall(JsonRepairCursor &cursor)
{
    auto &ends = cursor.callEnds;
    while (!ends.isEmpty() && ends.last() < cursor.pos)
        ends.removeLast();
    if (ends.isEmpty() || ends.last() != cursor.pos || cursor.atEnd())
        return false;
    ends.removeLast();
    cursor.pos += cursor.sizeAt(cursor.pos);
    return true;
}

} // namespace modelscribe
