// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checkreport.h"

#include "cli/output.h"
#include "connect/checkwording.h"
#include "core/jsonwriter.h"
#include "model/rampolicy.h"
#include "model/wording.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString checkStepName(CheckStep::Kind kind)
{
    static constexpr const char *names[] = {
        "Name", "Tls", "Keys", "Clock", "Signature", "ListWorkspaces", "ListModels"};
    return QString::fromLatin1(names[int(kind)]);
}

QString checkStateName(CheckStep::State state)
{
    static constexpr const char *names[] = {"waiting", "running", "passed",
                                            "warned",  "failed",  "not tried"};
    return QString::fromLatin1(names[int(state)]);
}

QByteArray checkStepRecord(const CheckStep &step, const QString &detail)
{
    JsonObjectWriter writer;
    writer.add(u"Step", jsonString(checkStepName(step.kind)));
    writer.add(u"State", jsonString(checkStateName(step.state)));
    if (!detail.isEmpty())
        writer.add(u"Detail", jsonString(detail));
    if (step.until.isValid())
        writer.add(u"Until", jsonString(step.until.toUTC().toString(Qt::ISODate)));
    if (step.clockOffset)
        writer.add(u"ClockOffset", QByteArray::number(*step.clockOffset));
    if (step.count)
        writer.add(u"TotalCount", QByteArray::number(*step.count));
    if (step.error)
        writer.add(u"Error", errorRecord(*step.error, wording::whole(*step.error)));
    return writer.take();
}

} // namespace

ExitCode reportCheck(Output &output, const ConnectionCheck &check)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Table table{.header = {u"Step"_s, u"State"_s, u"Detail"_s}};
    QByteArrayList steps;
    for (const CheckStep &step : check.steps()) {
        const QString detail = step.state == CheckStep::State::NotTried
                                   ? QString()
                                   : checkwording::detail(step, now);
        table.rows.append({checkStepName(step.kind), checkStateName(step.state), detail});
        steps.append(checkStepRecord(step, detail));
    }
    switch (output.format()) {
    case Output::Format::Table: output.table(table); break;
    case Output::Format::Csv: output.csv(table); break;
    case Output::Format::Json: {
        JsonObjectWriter writer;
        writer.add(u"Endpoint", jsonString(check.target().endpoint.toString()));
        writer.add(u"Passed", check.hasPassed() ? "true" : "false");
        writer.add(u"Steps", '[' + steps.join(",\n") + ']');
        output.json(writer.take());
    }
    }
    const CheckStep *failed = check.failed();
    if (!failed)
        return check.hasPassed() ? ExitCode::Done : ExitCode::Interrupted;
    output.error(*failed->error);
    if (const QString policy = ramPolicyFor(failed->error->action); !policy.isEmpty()) {
        output.note(u"A policy that allows it:"_s);
        for (const QString &line : policy.trimmed().split(u'\n'))
            output.note(line);
    }
    return exitCodeFor(*failed->error);
}

} // namespace modelscribe
