// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/runwording.h"

#include "model/wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace modelscribe::runwording {

namespace {

struct Run
{
    Q_DECLARE_TR_FUNCTIONS(RunWording)
};

QString number(qint64 value) { return QLocale().toString(value); }

} // namespace

QString title(const BatchRun &run)
{
    using State = BatchRun::State;
    const auto all = int(run.size());
    const qint64 saved = run.counts().value(BatchEnd::Saved);
    switch (run.state()) {
    case State::Keeping:
    case State::Queued:
    case State::Running: return Run::tr("Saving %Ln model(s)", nullptr, all);
    case State::Pausing: return Run::tr("Pausing…");
    case State::Stopping: return Run::tr("Stopping…");
    case State::Paused:
        return Run::tr("Paused, %Ln model(s) to go", nullptr, int(run.size() - run.endedCount()));
    case State::Ended: break;
    }
    if (saved == run.size() || (run.isSettled() && saved > 0))
        return Run::tr("%Ln model(s) saved", nullptr, int(saved));
    return Run::tr("%1 of %Ln model(s) saved", nullptr, all).arg(number(saved));
}

QString fields(const BatchRun &run, qsizetype most)
{
    QStringList names = run.fields();
    const qsizetype others = names.size() - most;
    if (others > 0)
        names = names.first(most) << Run::tr("%Ln more", nullptr, int(others));
    return names.join(Run::tr(", "));
}

QString about(const BatchRun &run)
{
    if (!run.error())
        return fields(run);
    return wording::whatHappened(*run.error()) + Run::tr(". ") + wording::nextStep(*run.error());
}

QString count(BatchEnd end, qint64 count)
{
    const auto n = int(count);
    switch (end) {
    case BatchEnd::Saved: return Run::tr("%Ln saved", nullptr, n);
    case BatchEnd::Unchanged: return Run::tr("%Ln unchanged", nullptr, n);
    case BatchEnd::Skipped: return Run::tr("%Ln skipped", nullptr, n);
    case BatchEnd::Conflict: return Run::tr("%Ln conflict(s)", nullptr, n);
    case BatchEnd::Refused: return Run::tr("%Ln refused", nullptr, n);
    case BatchEnd::Unknown: return Run::tr("%Ln unknown", nullptr, n);
    case BatchEnd::NotSent: break;
    }
    return Run::tr("%Ln not sent", nullptr, n);
}

QString rate(const BatchRun &run)
{
    const auto rate = run.writesPerSecond();
    return rate ? Run::tr("%1 writes a second").arg(QLocale().toString(*rate, 'f', 1)) : QString();
}

QString timeLeft(const BatchRun &run)
{
    const auto left = run.timeLeft();
    if (!left)
        return {};
    const qint64 seconds = left->count();
    if (seconds < 90)
        return Run::tr("%1 s left").arg(seconds);
    if (seconds < qint64(90) * 60)
        return Run::tr("%1 min left").arg((seconds + 30) / 60);
    return Run::tr("%1 h left").arg((seconds + 1800) / 3600);
}

} // namespace modelscribe::runwording
