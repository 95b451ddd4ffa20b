// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/probejudge.h"

#include "api/decode.h"
#include "api/workspacedecode.h"
#include "connect/probeorder.h"
#include "core/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using CallKind = ProbeCall::Kind;
using CallIf = ProbeCall::If;
using Question = ProbeQuestion;

int queryNumber(const Request &request, QStringView name)
{
    for (const auto &[key, value] : request.query) {
        if (key == name)
            return value.toInt();
    }
    return 0;
}

QString queryText(const Request &request, QStringView name)
{
    for (const auto &[key, value] : request.query) {
        if (key == name)
            return value;
    }
    return {};
}

QString scopeName(Permissions::Scope scope)
{
    switch (scope) {
    case Permissions::Scope::Unknown: return u"not named"_s;
    case Permissions::Scope::None: return u"none"_s;
    case Permissions::Scope::Own: return u"own"_s;
    case Permissions::Scope::All: return u"all"_s;
    }
    return {};
}

//! Where \p model, an answer's object, has the label of the check.
QStringList placesOfLabels(const QByteArray &model)
{
    QStringList places;
    for (const QString &key : {u"Labels"_s, u"Tags"_s}) {
        if (memberOf(model, key).contains("probe"))
            places.append(key);
    }
    return places;
}

//! A page may be long, and nothing is asked of its models.
struct PageCounts
{
    int models = 0;
    qint64 total = 0;
};

Result<PageCounts> countsOf(const Result<Response> &answer)
{
    if (!answer)
        return failure(answer.error());
    const auto models = jsonElements(memberOf(answer->body, u"Models"));
    if (!models)
        return failure(models.error());
    const auto count = int(models->size());
    bool hasTotal = false;
    const qint64 total = memberOf(answer->body, u"TotalCount").toLongLong(&hasTotal);
    return PageCounts{.models = count, .total = hasTotal ? total : count};
}

} // namespace

ProbeJudge::ProbeJudge(const ServiceRules &known)
    : m_found(known)
    , m_updates(m_found)
    , m_knownGoneCode(known.goneCode)
{
}

bool ProbeJudge::wants(const ProbeCall &call) const
{
    if (!m_updates.wants(call))
        return false;
    switch (call.when) {
    case CallIf::Always: return true;
    case CallIf::Refused:
        return call.kind == CallKind::AskPage ? m_isPageRefused : m_updates.isRefused();
    case CallIf::TooFew: return m_hasTooFew;
    case CallIf::NotFound: return m_foundNothing;
    case CallIf::OmittedGo: return m_updates.areOmittedGone();
    case CallIf::Merged: return m_updates.isExtraInfoMerged();
    case CallIf::VersionMade: return m_hasVersion;
    }
    return false;
}

void ProbeJudge::take(const ProbeCall &call, const Result<Response> &answer)
{
    switch (call.kind) {
    case CallKind::AskPermissions: takePermissions(answer); break;
    case CallKind::AskUnknownId: takeUnknownId(answer); break;
    case CallKind::AskPage: takePage(call, answer); break;
    case CallKind::AskPublicPage: takePublicPage(call, answer); break;
    case CallKind::Create:
        if (!answer)
            m_found.leave(call.question, answer.error());
        break;
    case CallKind::ReadCreated: takeCreated(answer); break;
    case CallKind::Restore: m_updates.takeRestored(call, answer); break;
    case CallKind::RenameBack:
        if (!answer)
            m_found.leave(call.question, answer.error());
        break;
    case CallKind::Write: m_updates.takeWritten(call, answer); break;
    case CallKind::ReadBack:
        if (const auto model = m_updates.takeReadBack(call, answer))
            lookForTimes(*model);
        break;
    case CallKind::CreateSame: takeCreatedSame(call, answer); break;
    case CallKind::FindExact:
    case CallKind::FindPart:
    case CallKind::FindUnquoted: takeFound(call, answer); break;
    case CallKind::WriteShortName: m_updates.takeShortName(answer); break;
    case CallKind::WriteBadValue:
        takeEither(call, answer, "taken");
        // A code for everything says nothing about an id.
        if (!answer && answer.error().code == m_found.rules.goneCode)
            m_found.rules.goneCode.clear();
        break;
    case CallKind::Sort: takeSorted(call, answer); break;
    case CallKind::WritePublic: takePublished(answer); break;
    case CallKind::AddVersion:
        m_hasVersion = answer.has_value();
        if (!answer)
            m_found.leave(call.question, answer.error());
        break;
    case CallKind::Delete: takeEither(call, answer, "together"); break;
    }
}

//! What nobody has tried on another refusal may be the code of each.
void ProbeJudge::end()
{
    m_found.end();
    if (!m_found.isSettled(Question::BadValue) && !m_found.rules.goneCode.isEmpty())
        m_found.rules.goneCode = m_knownGoneCode;
}

void ProbeJudge::takeEither(const ProbeCall &call, const Result<Response> &answer,
                            const QByteArray &taken)
{
    if (answer)
        m_found.settle(call.question, taken);
    else if (isAnswer(answer.error()))
        m_found.settleRefused(call.question, answer.error());
    else
        m_found.leave(call.question, answer.error());
}

//! A refusal may be of something else, such as how many models there may be.
void ProbeJudge::takeCreatedSame(const ProbeCall &call, const Result<Response> &answer)
{
    if (!answer && answer.error().kind != Error::Kind::Conflict)
        return m_found.leave(call.question, answer.error());
    takeEither(call, answer, "allowed");
    m_found.rules.namesAreUnique = !answer;
}

void ProbeJudge::takePermissions(const Result<Response> &answer)
{
    const Question question = Question::Permissions;
    if (!answer && answer.error().kind == Error::Kind::NotFound) // of a workspace, if at all
        return m_found.leave(question, answer.error());
    if (!answer && (isAnswer(answer.error()) || answer.error().kind == Error::Kind::Forbidden))
        return m_found.settleRefused(question, answer.error());
    const auto permissions = answer ? decode::permissions(answer->body)
                                    : Result<Permissions>(failure(answer.error()));
    if (!permissions)
        return m_found.leave(question, permissions.error());
    m_permissions = *permissions;
    m_found.settle(question, "answered");
    for (const QString &code : {permissioncodes::updateModel, permissioncodes::deleteModel,
                                permissioncodes::publishModel}) {
        m_found.of(question).more.append(
            u"%1: %2"_s.arg(code, scopeName(permissions->scope(code, u"PRIVATE"_s))));
    }
}

void ProbeJudge::takeUnknownId(const Result<Response> &answer)
{
    const Question question = Question::Gone;
    if (answer)
        return m_found.settle(question, "found");
    const Error &error = answer.error();
    if (error.kind == Error::Kind::NotFound && error.code != m_found.rules.goneCode) {
        m_found.rules.goneCode.clear();
        return m_found.settleRefused(question, error, "known");
    }
    if (!isAnswer(error) || error.code.isEmpty())
        return m_found.leave(question, error);
    m_found.rules.goneCode = error.code;
    m_found.settleRefused(question, error, "otherCode");
}

void ProbeJudge::takePage(const ProbeCall &call, const Result<Response> &answer)
{
    const Question question = call.question;
    const bool wasRefused = std::exchange(m_isPageRefused, false);
    const int size = queryNumber(call.request, u"PageSize");
    if (!answer) {
        m_isPageRefused = isAnswer(answer.error());
        m_found.leave(question, answer.error());
        return;
    }
    const auto page = countsOf(answer);
    if (!page)
        return m_found.leave(question, page.error());
    const int count = page->models;
    const bool isWhole = count >= size || page->total <= count;
    m_hasTooFew = !wasRefused && isWhole && count < size;
    m_found.of(question).number = m_hasTooFew || wasRefused ? size : count;
    m_found.settle(question, m_hasTooFew                   ? "tooFew"
                             : wasRefused || count >= size ? "limit"
                                                           : "cut");
    if (!m_hasTooFew && m_found.of(question).number > 0)
        m_found.rules.largestPage = m_found.of(question).number;
}

//! What the workspace says counts, when this says nothing more.
void ProbeJudge::takePublicPage(const ProbeCall &call, const Result<Response> &answer)
{
    const auto page = countsOf(answer);
    if (!page)
        return;
    const int size = queryNumber(call.request, u"PageSize");
    const int count = page->models;
    if (count == 0 || (count < size && page->total <= count))
        return;
    m_found.settle(call.question, count >= size ? "limit" : "cut");
    m_found.of(call.question).number = count;
    m_found.rules.largestPage = count;
}

void ProbeJudge::lookForTimes(const RegisteredModel &model)
{
    if (!parseServiceTime(model.created).isValid())
        return;
    const bool hasFraction = model.created.contains(u'.') || model.modified.contains(u'.');
    if (hasFraction || !m_found.isSettled(Question::Times))
        m_found.settle(Question::Times, hasFraction ? "milliseconds" : "seconds");
}

void ProbeJudge::takeCreated(const Result<Response> &answer)
{
    const Question question = Question::Labels;
    const auto model = answer ? decode::model(answer->body)
                              : Result<RegisteredModel>(failure(answer.error()));
    if (!model)
        return m_found.leave(question, model.error());
    m_updates.takeCreated(*model);
    lookForTimes(*model);
    const QStringList places = placesOfLabels(answer->body);
    m_found.settle(question, places.isEmpty()         ? "none"
                             : places.size() == 2     ? "both"
                             : places[0] == "Tags"_L1 ? "tags"
                                                      : "labels");
}

void ProbeJudge::takeFound(const ProbeCall &call, const Result<Response> &answer)
{
    const Question question = call.question;
    m_foundNothing = false;
    const auto page = answer ? decode::modelPage(answer->body)
                             : Result<operations::ModelPage>(failure(answer.error()));
    if (!page)
        return m_found.leave(question, page.error());
    const auto ours = std::ranges::find(page->models, m_updates.base().id, &RegisteredModel::id);
    const bool isFound = ours != page->models.end();
    if (call.kind == CallKind::FindExact) {
        m_isNameFound = isFound;
        const auto models = jsonElements(memberOf(answer->body, u"Models"));
        for (const JsonText &model : models.value_or(QList<JsonText>())) {
            if (memberOf(model.utf8(), u"ModelId") == jsonString(m_updates.base().id))
                m_found.of(Question::Labels)
                    .more.append(u"ListModels: "_s + placesOfLabels(model.utf8()).join(u", "_s));
        }
    } else if (call.kind == CallKind::FindPart) {
        m_foundNothing = !m_isNameFound && !isFound && !m_found.of(question).error;
        if (m_isNameFound || isFound)
            m_found.settle(question, isFound ? "part" : "exact");
    } else if (isFound) {
        m_found.settle(question, "literal");
    } else {
        m_found.leaveNotTaken(question);
    }
    if (m_found.isSettled(question))
        m_found.rules.findsQuotedNames = m_found.of(question).answer != "literal";
}

void ProbeJudge::takeSorted(const ProbeCall &call, const Result<Response> &answer)
{
    const Question question = call.question;
    const QString key = queryText(call.request, u"SortBy");
    const bool isRefused = !answer && isAnswer(answer.error());
    const auto page = answer ? decode::modelPage(answer->body)
                             : Result<operations::ModelPage>(failure(answer.error()));
    if (!page && !isRefused)
        return m_found.leave(question, page.error());
    const ListOrder order = isRefused ? ListOrder::Unclear : orderOf(page->models, key);
    const QString told = isRefused                     ? u"refused"_s
                         : order == ListOrder::ByKey   ? u"sorted"_s
                         : order == ListOrder::Another ? u"not sorted"_s
                                                       : u"not clear"_s;
    m_found.of(question).more.append(u"%1: %2"_s.arg(key, told));
    if (key != "GmtModifiedTime"_L1)
        return;
    if (isRefused)
        m_found.settleRefused(question, answer.error());
    else
        m_found.settle(question, order == ListOrder::ByKey     ? "sorted"
                                 : order == ListOrder::Another ? "unsorted"
                                                               : "unclear");
    if (isRefused || order != ListOrder::Unclear)
        m_found.rules.sortsByModified = !isRefused && order == ListOrder::ByKey;
}

void ProbeJudge::takePublished(const Result<Response> &answer)
{
    using Scope = Permissions::Scope;
    const Question question = Question::Publish;
    const bool isForbidden = !answer && answer.error().kind == Error::Kind::Forbidden;
    if (!answer && !isForbidden)
        return m_found.leave(question, answer.error());
    const Scope scope = m_permissions
                            ? m_permissions->scope(permissioncodes::publishModel, u"PRIVATE"_s)
                            : Scope::Unknown;
    if (isForbidden)
        return m_found.settleRefused(question, answer.error(), "forbidden");
    m_found.settle(question, scope == Scope::None ? "unneeded" : "allowed");
    if (scope != Scope::Unknown)
        m_found.rules.publishNeedsPermission = scope != Scope::None;
}

void ProbeJudge::takeThrottled(const QByteArray &retryAfter, const QByteArray &vendorRetryAfter)
{
    bool hasVendor = false;
    const qint64 vendor = vendorRetryAfter.trimmed().toLongLong(&hasVendor);
    if (!hasVendor || vendor <= 0 || m_found.isSettled(Question::RetryAfter))
        return;
    const qint64 seconds = retryAfter.trimmed().toLongLong();
    // Nobody asks for a pause of some milliseconds, nor for one of a quarter of an hour.
    const bool isInSeconds = seconds > 0 ? vendor == seconds : vendor < 100;
    const bool isInMilliseconds = seconds > 0 ? vendor == seconds * 1000 : vendor >= 1000;
    if (!isInSeconds && !isInMilliseconds)
        return;
    m_found.settle(Question::RetryAfter, isInSeconds ? "seconds" : "milliseconds");
    m_found.rules.retryAfterInSeconds = isInSeconds;
}

} // namespace modelscribe
