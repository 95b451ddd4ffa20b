// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/probereport.h"

#include "connect/probewording.h"
#include "model/errorname.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct ProbeReportWords
{
    Q_DECLARE_TR_FUNCTIONS(ProbeReport)
};

using FindingState = ProbeFinding::State;

QString findingStateName(FindingState state)
{
    switch (state) {
    case FindingState::Waiting: return u"waiting"_s;
    case FindingState::Running: return u"running"_s;
    case FindingState::Settled: return u"settled"_s;
    case FindingState::Unsettled: return u"unsettled"_s;
    case FindingState::NotTried: return u"not tried"_s;
    }
    return {};
}

QString questionName(ProbeQuestion question)
{
    static constexpr const char *names[probeQuestionCount] = {
        "Permissions",    "UnknownId", "PageSize",  "Times",      "Labels",
        "Omitted",        "EmptyText", "NullText",  "NullNumber", "ExtraInfo",
        "EmptyExtraInfo", "Spelling",  "LabelPost", "SameName",   "ExactName",
        "NameLength",     "BadValue",  "Sorting",   "Publish",    "DeleteWithVersion",
        "RetryAfterUnit"};
    return QString::fromLatin1(names[int(question)]);
}

//! What was sent to find \p question out, without what is somebody's own.
QStringList shapesOf(const ServiceProbe &probe, ProbeQuestion question)
{
    static const QString wideLetters(8, u'模');
    QStringList shapes;
    const QList<ProbeCall> calls = probeCalls(u"WORKSPACE_ID"_s, u"NAME"_s);
    for (const qsizetype place : probe.sentCalls()) {
        const ProbeCall &call = calls[place];
        if (call.question != question || call.kind == ProbeCall::Kind::Restore
            || call.kind == ProbeCall::Kind::ReadBack)
            continue;
        QString shape = call.text();
        if (call.kind == ProbeCall::Kind::AskUnknownId)
            shape.replace(call.request.path.last(), "UNKNOWN_ID"_L1);
        while (shape.contains(wideLetters))
            shape.replace(wideLetters, u"…"_s);
        while (shape.contains(u"……"_s))
            shape.replace(u"……"_s, u"…"_s);
        shapes.append(shape);
    }
    return shapes;
}

//! Of the region; nothing of who asks, or where.
QString serviceText(const ServiceProbe &probe)
{
    const QString region = probe.target().endpoint.region();
    return probe.target().isLocal ? u"local registry"_s
           : region.isEmpty()     ? u"another endpoint"_s
                                  : region;
}

} // namespace

QString probereport::markdown(const ServiceProbe &probe)
{
    QStringList lines{u"# "_s + ProbeReportWords::tr("Check of a model registry service"),
                      {},
                      u"ModelScribe %1, %2, %3"_s.arg(QStringLiteral(MODELSCRIBE_VERSION),
                                                      probe.facts().found.toString(Qt::ISODate),
                                                      serviceText(probe))};
    for (const ProbeFinding &one : probe.findings()) {
        lines << QString() << u"## "_s + probewording::title(one.question);
        lines << QString();
        for (const QString &shape : shapesOf(probe, one.question))
            lines << u"    "_s + shape;
        lines << QString();
        const QString came = probewording::cameForReport(one);
        lines << u"**%1** %2 [%3]"_s.arg(came, probewording::means(one),
                                         one.answer.isEmpty() ? findingStateName(one.state)
                                                              : QString::fromLatin1(one.answer));
        if (!one.more.isEmpty())
            lines << QString() << one.more.join(u"; "_s);
    }
    if (!probe.left().isEmpty()) {
        lines << QString() << u"## "_s + ProbeReportWords::tr("Left behind") << QString();
        for (const QString &name : probe.left())
            lines << u"- "_s + name;
    }
    return lines.join(u'\n') + u'\n';
}

QJsonObject probereport::json(const ServiceProbe &probe)
{
    QJsonArray findings;
    for (const ProbeFinding &one : probe.findings()) {
        QJsonObject finding{{u"Question"_s, questionName(one.question)},
                            {u"State"_s, findingStateName(one.state)},
                            {u"Sent"_s, QJsonArray::fromStringList(shapesOf(probe, one.question))},
                            {u"Answer"_s, QString::fromLatin1(one.answer)},
                            {u"Came"_s, probewording::cameForReport(one)},
                            {u"Means"_s, probewording::means(one)}};
        if (one.httpStatus > 0)
            finding.insert(u"HTTP"_s, one.httpStatus);
        if (!one.code.isEmpty())
            finding.insert(u"Code"_s, wordOf(one.code));
        if (one.number > 0)
            finding.insert(u"Number"_s, one.number);
        if (!one.more.isEmpty())
            finding.insert(u"More"_s, QJsonArray::fromStringList(one.more));
        findings.append(finding);
    }
    return {{u"Program"_s, u"ModelScribe "_s + QStringLiteral(MODELSCRIBE_VERSION)},
            {u"Service"_s, serviceText(probe)},
            {u"Date"_s, probe.facts().found.toUTC().toString(Qt::ISODate)},
            {u"Findings"_s, findings},
            {u"Switches"_s, rulesToJson(probe.facts().rules)},
            {u"LeftBehind"_s, QJsonArray::fromStringList(probe.left())}};
}

QStringList probeCallLines(const ServiceProbe &probe, const QStringList &leftEarlier)
{
    QStringList lines;
    for (const ProbeCall &call : probe.calls()) {
        const QString when = probewording::when(call.when);
        lines.append(when.isEmpty() ? call.text() : u"%1  [%2]"_s.arg(call.text(), when));
    }
    for (const Request &request : probeCleaning(probe.target().workspaceId, probe.modelName()))
        lines.append(u"%1 %2  [%3]"_s.arg(QString::fromLatin1(request.verbName()),
                                          QString::fromUtf8(request.target()),
                                          ProbeReportWords::tr("to delete what was made")));
    for (const QString &name : leftEarlier)
        lines.append(ProbeReportWords::tr(
                         "First the same to delete “%1”, which an earlier check left behind")
                         .arg(name));
    return lines;
}

} // namespace modelscribe
