// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/batchrecord.h"

#include "core/jsonwriter.h"
#include "core/visibletext.h"
#include "model/wording.h"
#include "registry/outcomewording.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Outcome = BatchLine::Outcome;

void takeError(BatchLine &line, const std::optional<Error> &error)
{
    line.error = error;
    line.code = error ? error->code : QString();
    line.requestId = error ? error->requestId : QString();
}

QString problemTexts(const QList<Problem> &problems)
{
    QStringList texts;
    for (const Problem &problem : problems) {
        if (!problem.warning)
            texts.append(wording::problem(problem));
    }
    return texts.join(u' ');
}

} // namespace

std::optional<BatchLine> BatchLine::of(const BatchItem &item)
{
    using State = BatchItem::State;
    BatchLine line{
        .modelId = item.base.id, .name = item.base.metadata.name, .outcome = Outcome::Skipped};
    switch (item.state) {
    case State::Changed: return {};
    case State::Waiting: line.outcome = Outcome::NotSent; break;
    case State::Unchanged: line.outcome = Outcome::Unchanged; break;
    case State::ReadOnly: line.why = u"It is read-only."_s; break;
    case State::Gone:
        line.why = u"There is no such model."_s;
        line.error = Error{.kind = Error::Kind::NotFound};
        break;
    case State::Problem:
        line.why = item.error ? wording::whatHappened(*item.error) : problemTexts(item.problems);
        takeError(line, item.error.value_or(Error{.kind = Error::Kind::Invalid}));
        break;
    case State::Unread:
        line.outcome = Outcome::NotSent;
        line.why = item.error ? wording::whatHappened(*item.error) : QString();
        takeError(line, item.error);
        break;
    }
    return line;
}

BatchLine BatchLine::of(const Change &change, const WriteOutcome &outcome)
{
    BatchLine line{.modelId = change.base.id,
                   .name = change.base.metadata.name,
                   .outcome = batchEndOf(outcome.verdict)};
    if (line.outcome != Outcome::Saved && line.outcome != Outcome::Unchanged)
        line.why = outcomewording::sentence(outcome);
    takeError(line, outcome.error);
    if (outcome.verdict == Verdict::Conflict)
        line.error = Error{.kind = Error::Kind::Conflict};
    return line;
}

QByteArray BatchLine::json() const
{
    JsonObjectWriter writer;
    writer.add(u"ModelId", jsonString(modelId));
    if (!name.isEmpty())
        writer.add(u"ModelName", jsonString(name));
    writer.add(u"Outcome", jsonString(nameOf(outcome)));
    if (!why.isEmpty())
        writer.add(u"Why", jsonString(why));
    if (!code.isEmpty())
        writer.add(u"Code", jsonString(code));
    if (!requestId.isEmpty())
        writer.add(u"RequestId", jsonString(requestId));
    return writer.take();
}

QString BatchLine::text() const
{
    QString text = u"%1  %2  %3"_s.arg(nameOf(outcome).leftJustified(9), modelId,
                                       visibleText(name));
    if (!why.isEmpty())
        text += u"  "_s + why;
    if (!code.isEmpty())
        text += u"  Code="_s + code;
    if (!requestId.isEmpty())
        text += u"  RequestId="_s + requestId;
    return text;
}

QByteArray countsJson(const QString &run, const BatchCounts &counts)
{
    JsonObjectWriter writer;
    if (!run.isEmpty())
        writer.add(u"Run", jsonString(run));
    for (const Outcome outcome : allBatchEnds) {
        QString name = nameOf(outcome);
        name = outcome == Outcome::NotSent ? u"NotSent"_s : name.at(0).toUpper() + name.mid(1);
        writer.add(name, QByteArray::number(counts.value(outcome)));
    }
    return writer.take();
}

QString countsText(const BatchCounts &counts)
{
    QStringList parts;
    for (const Outcome outcome : allBatchEnds) {
        if (const qint64 count = counts.value(outcome); count > 0)
            parts.append(u"%1 %2"_s.arg(count).arg(outcome == Outcome::NotSent ? u"not sent"_s
                                                                               : nameOf(outcome)));
    }
    return parts.isEmpty() ? u"no models"_s : parts.join(u", "_s);
}

} // namespace modelscribe
