// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/probecall.h"

#include "api/operations.h"
#include "core/jsonwriter.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using CallKind = ProbeCall::Kind;
using CallIf = ProbeCall::If;
using Question = ProbeQuestion;

constexpr int surePageSize = 10; //!< The documented default.
constexpr auto firstFields = R"("Task":"first","OrderNumber":7,)"
                             R"("ExtraInfo":{"keep":1,"gone":2,"in":{"x":1,"y":2}})";

Request updateCall(const QByteArray &body)
{
    return {.verb = Request::Verb::Put,
            .action = "UpdateModel"_ba,
            .path = {u"models"_s, QString(probeModelId)},
            .body = body};
}

Request create(const QString &workspaceId, const QString &name)
{
    const QByteArray body = "{\"ModelName\":" + jsonString(name)
                            + ",\"WorkspaceId\":" + jsonString(workspaceId)
                            + ",\"Accessibility\":\"PRIVATE\",\"ModelDescription\":\"first\","
                            + firstFields + ",\"Tag\":[{\"Key\":\"probe\",\"Value\":\"first\"}]}";
    return {.verb = Request::Verb::Post,
            .action = "CreateModel"_ba,
            .path = {u"models"_s},
            .body = body};
}

Request addVersion()
{
    return {.verb = Request::Verb::Post,
            .action = "CreateModelVersion"_ba,
            .path = {u"models"_s, QString(probeModelId), u"versions"_s},
            .body = R"({"Uri":"https://example.com/modelscribe-probe"})"_ba};
}

Request sorted(const QString &workspaceId, const QString &key)
{
    return operations::listModels({.workspaceId = workspaceId,
                                   .sortBy = key,
                                   .descending = true,
                                   .pageSize = surePageSize})
        .request;
}

Request page(const QString &workspaceId, const QString &provider, int size)
{
    return operations::listModels(
               {.workspaceId = workspaceId, .provider = provider, .pageSize = size})
        .request;
}

Request named(const QString &workspaceId, const QString &name, bool isQuoted)
{
    return operations::listModels({.workspaceId = workspaceId,
                                   .exactName = name,
                                   .isQuoted = isQuoted,
                                   .descending = true,
                                   .pageSize = surePageSize})
        .request;
}

QByteArray nameBody(const QString &name) { return "{\"ModelName\":" + jsonString(name) + '}'; }

//! As long as a name may be, in letters of three bytes.
QString longName(const QString &name)
{
    constexpr qsizetype mostCharacters = 127;
    return name + QString(mostCharacters - name.size(), u'模');
}

class CallPlan
{
public:
    void add(Question question, CallKind kind, Request request, CallIf when = CallIf::Always)
    {
        m_calls.append({question, kind, std::move(request), when});
    }
    //! Writes \p body and looks what became of it.
    void tryBody(Question question, const QByteArray &body, CallIf when = CallIf::Always)
    {
        if (question != Question::Omitted)
            add(question, CallKind::Restore, updateCall(probeModelFields()), CallIf::OmittedGo);
        add(question, CallKind::Write, updateCall(body), when);
        add(question, CallKind::ReadBack, operations::getModel(probeModelId).request, when);
    }
    QList<ProbeCall> take() { return std::move(m_calls); }

private:
    QList<ProbeCall> m_calls;
};

QString hexDigits(int words)
{
    QString digits;
    for (int i = 0; i < words; ++i)
        digits += u"%1"_s.arg(QRandomGenerator::system()->generate(), 8, 16, QChar(u'0'));
    return digits;
}

void addReading(CallPlan &plan, const QString &workspaceId)
{
    plan.add(Question::Permissions, CallKind::AskPermissions,
             operations::listPermissions(workspaceId).request);
    plan.add(Question::Gone, CallKind::AskUnknownId,
             operations::getModel(u"model-"_s + hexDigits(2)).request);
    CallIf when = CallIf::Always;
    for (const int size : {500, 200, 100, 50, 20}) {
        plan.add(Question::PageSize, CallKind::AskPage, page(workspaceId, {}, size), when);
        when = CallIf::Refused;
    }
    plan.add(Question::PageSize, CallKind::AskPublicPage, page({}, u"pai"_s, 500), CallIf::TooFew);
}

void addUpdates(CallPlan &plan)
{
    plan.tryBody(Question::Omitted, R"({"ModelDescription":"second"})");
    plan.tryBody(Question::EmptyText, R"({"Task":""})");
    plan.tryBody(Question::NullText, R"({"ModelDescription":null})");
    plan.tryBody(Question::NullNumber, R"({"OrderNumber":null})");
    plan.tryBody(Question::ExtraInfo, R"({"ExtraInfo":{"keep":3,"in":{"x":3}}})");
    plan.tryBody(Question::ExtraInfo, R"({"ExtraInfo":{"gone":null}})", CallIf::Merged);
    plan.tryBody(Question::EmptyExtraInfo, R"({"ExtraInfo":{}})");
    plan.tryBody(Question::Spelling, "{\"ExtraInfo\":{\"z\": 1.0, \"a\":\"\\u00e9\", \"n\":1e2}}");
    plan.add(Question::LabelPost, CallKind::Write,
             operations::createModelLabels(probeModelId, {{u"probe"_s, u"second"_s}}).request);
    plan.add(Question::LabelPost, CallKind::ReadBack, operations::getModel(probeModelId).request);
}

void addNames(CallPlan &plan, const QString &workspaceId, const QString &name)
{
    plan.add(Question::SameName, CallKind::CreateSame, create(workspaceId, name));
    plan.add(Question::ExactName, CallKind::FindExact, named(workspaceId, name, true));
    plan.add(Question::ExactName, CallKind::FindPart, named(workspaceId, name.chopped(1), true));
    plan.add(Question::ExactName, CallKind::FindUnquoted, named(workspaceId, name, false),
             CallIf::NotFound);
    plan.add(Question::NameLength, CallKind::Write, updateCall(nameBody(longName(name))));
    plan.add(Question::NameLength, CallKind::ReadBack, operations::getModel(probeModelId).request);
    plan.add(Question::NameLength, CallKind::WriteShortName, updateCall(nameBody(name + u"模"_s)),
             CallIf::Refused);
    plan.add(Question::NameLength, CallKind::RenameBack, updateCall(nameBody(name)));
}

} // namespace

QString ProbeCall::text() const
{
    QString text = QString::fromLatin1(request.verbName()) + u' '
                   + QString::fromUtf8(request.target());
    if (request.body)
        text += u' ' + QString::fromUtf8(*request.body);
    return text;
}

QString randomProbeName() { return u"modelscribe-probe-"_s + hexDigits(3); }

QByteArray probeModelFields() { return "{\"ModelDescription\":\"first\","_ba + firstFields + '}'; }

QList<ProbeCall> probeCalls(const QString &workspaceId, const QString &name)
{
    CallPlan plan;
    addReading(plan, workspaceId);
    plan.add(Question::Labels, CallKind::Create, create(workspaceId, name));
    plan.add(Question::Labels, CallKind::ReadCreated, operations::getModel(probeModelId).request);
    addUpdates(plan);
    addNames(plan, workspaceId, name);
    plan.add(Question::BadValue, CallKind::WriteBadValue,
             updateCall(R"({"Accessibility":"NONE"})"));
    for (const QString &key : {u"GmtModifiedTime"_s, u"ModelName"_s, u"OrderNumber"_s,
                               u"GmtLatestVersionModifiedTime"_s})
        plan.add(Question::Sorting, CallKind::Sort, sorted(workspaceId, key));
    plan.add(Question::Publish, CallKind::WritePublic, updateCall(R"({"Accessibility":"PUBLIC"})"));
    plan.add(Question::Versions, CallKind::AddVersion, addVersion());
    plan.add(Question::Versions, CallKind::Delete, operations::deleteModel(probeModelId).request,
             CallIf::VersionMade);
    return plan.take();
}

QList<Request> probeCleaning(const QString &workspaceId, const QString &name)
{
    return {operations::deleteModel(probeModelId).request,
            operations::getModel(probeModelId).request,
            probeVersions(probeModelId),
            probeVersionDeletion(probeModelId, probeVersionName),
            named(workspaceId, name, true),
            named(workspaceId, name, false)};
}

Request probeVersions(const QString &modelId)
{
    return {.action = "ListModelVersions"_ba,
            .path = {u"models"_s, modelId, u"versions"_s},
            .query = {{u"PageSize"_s, QString::number(surePageSize)}}};
}

Request probeVersionDeletion(const QString &modelId, const QString &version)
{
    return {.verb = Request::Verb::Delete,
            .action = "DeleteModelVersion"_ba,
            .path = {u"models"_s, modelId, u"versions"_s, version}};
}

} // namespace modelscribe
