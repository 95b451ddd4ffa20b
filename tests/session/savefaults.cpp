// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/savefaults.h"

using namespace Qt::StringLiterals;

namespace modelscribe::testing {

namespace {

using Kind = SaveStep::Kind;

QString faultName(SaveFault fault, bool isWrite)
{
    switch (fault) {
    case SaveFault::Refused: return u"connection refused"_s;
    case SaveFault::BadRequest: return u"400"_s;
    case SaveFault::Forbidden: return u"403"_s;
    case SaveFault::NotFound: return u"404"_s;
    case SaveFault::Conflict: return u"409"_s;
    case SaveFault::ThrottledOnce: return u"429, then well"_s;
    case SaveFault::BrokenOnce: return u"500 once"_s;
    case SaveFault::Broken: return u"500 always"_s;
    case SaveFault::SilentBefore: return isWrite ? u"timeout before it was done"_s : u"timeout"_s;
    case SaveFault::SilentAfter: return u"timeout after it was done"_s;
    case SaveFault::Reset: return u"reset in the answer"_s;
    case SaveFault::Garbage: return u"garbage answer"_s;
    case SaveFault::KilledBefore: return isWrite ? u"killed before it was done"_s : u"killed"_s;
    case SaveFault::KilledAfter: return u"killed after it was done"_s;
    }
    return {};
}

QString stepName(bool isCreate, Kind step)
{
    switch (step) {
    case Kind::CheckName: return u"create: GET name"_s;
    case Kind::CheckUnchanged: return u"update: GET check"_s;
    case Kind::Create: return u"create: POST"_s;
    case Kind::UpdateFields: return u"update: PUT fields"_s;
    case Kind::RemoveLabels: return u"update: DELETE labels"_s;
    case Kind::AddLabels: return u"update: POST labels"_s;
    case Kind::Verify: return isCreate ? u"create: GET verify"_s : u"update: GET verify"_s;
    }
    return {};
}

bool isWrite(Kind step) { return SaveStep{.kind = step}.isWrite(); }

} // namespace

QString SaveFaultRow::name() const
{
    return stepName(isCreate, step) + u", "_s + faultName(fault, isWrite(step));
}

QList<SaveFaultRow> allSaveFaults()
{
    QList<SaveFaultRow> rows;
    const auto add = [&](bool isCreate, std::initializer_list<Kind> steps) {
        for (const Kind step : steps) {
            for (int fault = 0; fault <= int(SaveFault::KilledAfter); ++fault) {
                const bool isAfter = SaveFault(fault) == SaveFault::SilentAfter
                                     || SaveFault(fault) == SaveFault::KilledAfter;
                if (isWrite(step) || !isAfter) // a reading does nothing
                    rows.append({.isCreate = isCreate, .step = step, .fault = SaveFault(fault)});
            }
        }
    };
    add(false, {Kind::CheckUnchanged, Kind::UpdateFields, Kind::RemoveLabels, Kind::AddLabels,
                Kind::Verify});
    add(true, {Kind::CheckName, Kind::Create, Kind::Verify});
    return rows;
}

RegistryProxy::Do whatHappens(SaveFault fault, int attempt)
{
    using Do = RegistryProxy::Do;
    switch (fault) {
    case SaveFault::BadRequest: return Do::BadRequest;
    case SaveFault::Forbidden: return Do::Refuse;
    case SaveFault::NotFound: return Do::NotFound;
    case SaveFault::Conflict: return Do::Conflict;
    case SaveFault::ThrottledOnce: return attempt == 1 ? Do::Throttle : Do::Pass;
    case SaveFault::BrokenOnce: return attempt == 1 ? Do::Break : Do::Pass;
    case SaveFault::Broken: return Do::Break;
    case SaveFault::KilledBefore:
    case SaveFault::SilentBefore: return Do::Hold;
    case SaveFault::KilledAfter:
    case SaveFault::SilentAfter: return Do::HoldAnswer;
    case SaveFault::Reset: return Do::CutAnswer;
    case SaveFault::Garbage: return Do::SpoilAnswer;
    case SaveFault::Refused: break;
    }
    return Do::Pass;
}

QString resultName(SaveOutcome::Result result)
{
    static const QStringList names{u"Saved"_s,     u"NotTaken"_s,   u"Conflict"_s,
                                   u"NameTaken"_s, u"Failed"_s,     u"Partly"_s,
                                   u"Unknown"_s,   u"Unverified"_s, u"Cancelled"_s};
    return names.value(int(result));
}

QString saveFaultTable(const QList<SaveFaultRow> &rows,
                       const std::function<QString(const SaveFaultRow &)> &window)
{
    QStringList lines;
    const auto add = [&](const QStringList &cells) {
        lines.append(u"| "_s + cells.join(u" | "_s) + u" |"_s);
    };
    QStringList head{u"step"_s, u"fault"_s, u"the registry holds"_s, u"the journal says"_s,
                     u"outcome"_s};
    if (window)
        head.append(u"the window shows"_s);
    head.append(u"going on"_s);
    add(head);
    add(QStringList(head.size(), u"---"_s));
    for (const SaveFaultRow &row : rows) {
        QStringList cells{stepName(row.isCreate, row.step), faultName(row.fault, isWrite(row.step)),
                          row.holds, row.journal};
        cells.append(row.isKill()  ? u"killed"_s
                     : row.outcome ? resultName(row.outcome->result)
                                   : u"none"_s);
        if (window)
            cells.append(window(row).replace(u'|', u"\\|"_s).simplified());
        cells.append(row.retry);
        add(cells);
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace modelscribe::testing
