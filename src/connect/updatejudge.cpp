// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/updatejudge.h"

#include "api/decode.h"
#include "core/jsonwriter.h"
#include "model/modelfields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using CallKind = ProbeCall::Kind;
using Question = ProbeQuestion;
using Clear = ServiceRules::Clear;

bool sameJson(const QByteArray &a, const QByteArray &b)
{
    const auto wrapped = [](const QByteArray &value) {
        return FieldValue(JsonText("{\"v\":" + value + '}'));
    };
    return findField(u"ExtraInfo")->sameMeaning(wrapped(a), wrapped(b));
}

bool isEmptyExtraInfo(const JsonText &text)
{
    const auto members = jsonMembers(text.utf8());
    return text.isEmpty() || text.utf8() == "null" || (members && members->isEmpty());
}

} // namespace

bool UpdateJudge::wants(const ProbeCall &call) const
{
    if (call.kind == CallKind::ReadBack && !m_isWritten && !m_lost)
        return false;
    return m_unprepared != call.question || call.kind == CallKind::Restore;
}

void UpdateJudge::takeRestored(const ProbeCall &call, const Result<Response> &answer)
{
    m_unprepared.reset();
    if (answer)
        return;
    m_unprepared = call.question;
    m_isWritten = false;
    m_lost.reset();
    m_found.leave(call.question, answer.error());
}

//! Nobody can tell whether what was lost came to pass, where it would not show.
void UpdateJudge::leaveNotTaken(Question question)
{
    if (m_lost)
        m_found.leave(question, *m_lost);
    else
        m_found.leaveNotTaken(question);
}

void UpdateJudge::takeWritten(const ProbeCall &call, const Result<Response> &answer)
{
    m_sent = call.request.body.value_or(QByteArray());
    m_isWritten = answer.has_value();
    m_isRefused = !answer && isAnswer(answer.error());
    m_lost.reset();
    if (m_isRefused)
        refusedWrite(call.question, answer.error());
    else if (!answer && answer.error().outcomeUnknown)
        m_lost = answer.error();
    else if (!answer)
        m_found.leave(call.question, answer.error());
}

//! A refusal is an answer.
void UpdateJudge::refusedWrite(Question question, const Error &error)
{
    switch (question) {
    case Question::EmptyText:
    case Question::NullText:
        m_found.settleRefused(question, error);
        judgeClearText();
        break;
    case Question::NullNumber:
        m_found.settleRefused(question, error);
        m_found.rules.clearNumber = Clear::Impossible;
        break;
    case Question::EmptyExtraInfo:
        m_found.settleRefused(question, error);
        m_found.rules.emptiesExtraInfo = false;
        break;
    case Question::LabelPost:
        m_found.settleRefused(question, error);
        m_found.rules.labelPost = LabelPost::KeepsOld;
        break;
    case Question::ExtraInfo: // a member that cannot be null cannot be removed so
        m_found.leave(question, error);
        break;
    default: m_found.leave(question, error);
    }
}

std::optional<RegisteredModel> UpdateJudge::takeReadBack(const ProbeCall &call,
                                                         const Result<Response> &answer)
{
    const auto model = answer ? decode::model(answer->body)
                              : Result<RegisteredModel>(failure(answer.error()));
    if (!model) {
        m_found.leave(call.question, model.error());
        return {};
    }
    judge(call.question, *model);
    m_base = *model;
    return *model;
}

void UpdateJudge::judge(Question question, const RegisteredModel &now)
{
    const ModelMetadata &held = now.metadata;
    switch (question) {
    case Question::Omitted: judgeOmitted(held); break;
    case Question::EmptyText: judgeClear(question, held.task.isEmpty()); break;
    case Question::NullText: judgeClear(question, held.description.isEmpty()); break;
    case Question::NullNumber: judgeClear(question, held.orderNumber.isEmpty()); break;
    case Question::EmptyExtraInfo: judgeClear(question, isEmptyExtraInfo(held.extraInfo)); break;
    case Question::ExtraInfo: judgeExtraInfo(held.extraInfo); break;
    case Question::Spelling:
        judgeSpelling(JsonText(memberOf(m_sent, u"ExtraInfo")), held.extraInfo);
        break;
    case Question::LabelPost: judgeLabels(held); break;
    case Question::NameLength:
        if (jsonString(held.name) == memberOf(m_sent, u"ModelName")) {
            m_found.settle(question, "characters");
            m_found.rules.countsNameInBytes = false;
        } else if (!m_lost && held.name != m_base.metadata.name) {
            m_found.settle(question, "cut");
            m_found.rules.countsNameInBytes = true;
        } else {
            leaveNotTaken(question);
        }
        break;
    default: break;
    }
}

void UpdateJudge::judgeOmitted(const ModelMetadata &now)
{
    const ModelMetadata &before = m_base.metadata;
    if (now.description == before.description || m_base.id.isEmpty())
        return leaveNotTaken(Question::Omitted);
    const bool areKept = now.task == before.task && now.orderNumber == before.orderNumber
                         && sameJson(now.extraInfo.utf8(), before.extraInfo.utf8());
    m_found.settle(Question::Omitted, areKept ? "kept" : "cleared");
    m_omittedGo = !areKept;
    m_found.rules.omittedStay = areKept;
}

void UpdateJudge::judgeClear(Question question, bool isCleared)
{
    if (!isCleared && m_lost)
        return m_found.leave(question, *m_lost);
    m_found.settle(question, isCleared ? "cleared" : "ignored");
    if (question == Question::NullNumber)
        m_found.rules.clearNumber = isCleared ? Clear::ByNull : Clear::Impossible;
    else if (question == Question::EmptyExtraInfo)
        m_found.rules.emptiesExtraInfo = isCleared;
    else
        judgeClearText();
}

//! Of two questions: "" is what is sent where it works.
void UpdateJudge::judgeClearText()
{
    if (!m_found.isSettled(Question::EmptyText))
        return;
    if (m_found.isAnswered(Question::EmptyText, "cleared"))
        m_found.rules.clearText = Clear::ByEmpty;
    else if (m_found.isSettled(Question::NullText))
        m_found.rules.clearText = m_found.isAnswered(Question::NullText, "cleared")
                                      ? Clear::ByNull
                                      : Clear::Impossible;
    else if (m_found.rules.clearText == Clear::ByEmpty) // as it does not work
        m_found.rules.clearText = Clear::Impossible;
}

void UpdateJudge::judgeExtraInfo(const JsonText &now)
{
    using Merge = ServiceRules::Merge;
    const Question question = Question::ExtraInfo;
    const QByteArray gone = memberOf(now.utf8(), u"gone");
    if (m_isMerged) { // asked before; now whether null takes a member away
        m_found.rules.nullRemoves = gone.isEmpty();
        if (m_found.rules.nullRemoves)
            m_found.settle(question, m_found.of(question).answer + "Null");
        else if (m_lost)
            m_found.leave(question, *m_lost);
        return;
    }
    if (memberOf(now.utf8(), u"keep") != "3")
        return leaveNotTaken(question);
    const bool isDeep = !memberOf(memberOf(now.utf8(), u"in"), u"y").isEmpty();
    m_isMerged = !gone.isEmpty();
    m_found.rules.extraInfo = !m_isMerged ? Merge::None : isDeep ? Merge::Deep : Merge::Members;
    m_found.rules.nullRemoves = false;
    m_found.settle(question, !m_isMerged ? "replaced" : isDeep ? "mergedDeep" : "merged");
}

void UpdateJudge::judgeSpelling(const JsonText &sent, const JsonText &now)
{
    const Question question = Question::Spelling;
    if (memberOf(now.utf8(), u"z").isEmpty())
        return leaveNotTaken(question);
    bool isSame = sent == now;
    bool isMeant = true;
    const auto members = jsonMembers(sent.utf8());
    for (const RawMember &member : members.value_or(QList<RawMember>())) {
        const QByteArray held = memberOf(now.utf8(), member.key);
        isSame = isSame && held == member.value.utf8();
        isMeant = isMeant && sameJson(held, member.value.utf8());
        if (held != member.value.utf8())
            m_found.of(question).more.append(
                u"%1 → %2"_s.arg(member.value.toString(), QString::fromUtf8(held)));
    }
    m_found.settle(question, isSame ? "same" : isMeant ? "respelled" : "changed");
}

void UpdateJudge::judgeLabels(const ModelMetadata &now)
{
    const QStringList values = labelValues(now.labels, u"probe"_s);
    const bool hasNew = values.contains(u"second"_s);
    if (!hasNew && m_lost)
        return m_found.leave(Question::LabelPost, *m_lost);
    const bool overwrites = hasNew && values.size() == 1;
    m_found.settle(Question::LabelPost, overwrites ? "overwritten" : hasNew ? "added" : "kept");
    m_found.rules.labelPost = overwrites ? LabelPost::Overwrites : LabelPost::KeepsOld;
}

void UpdateJudge::takeShortName(const Result<Response> &answer)
{
    const Question question = Question::NameLength;
    if (!answer)
        return m_found.leave(question, answer.error());
    m_found.settle(question, "bytes"); // the letters are fine, so it was too long
    m_found.rules.countsNameInBytes = true;
}

} // namespace modelscribe
