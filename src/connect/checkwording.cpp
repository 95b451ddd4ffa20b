// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/checkwording.h"

#include "core/visibletext.h"
#include "model/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace modelscribe::checkwording {

namespace {

struct CheckWords
{
    Q_DECLARE_TR_FUNCTIONS(CheckWording)
};

using Kind = CheckStep::Kind;
using State = CheckStep::State;

//! Not as a plural: the command line has no translations, which plurals come from.
QString countText(const CheckStep &step) { return QLocale().toString(step.count.value_or(0)); }

QString tlsText(const CheckStep &step)
{
    if (step.subject.isEmpty())
        return CheckWords::tr("not needed on this computer");
    return CheckWords::tr("%1, until %2")
        .arg(visibleText(step.subject, 60),
             QLocale().toString(step.until.toLocalTime().date(), QLocale::ShortFormat));
}

QString keysText(const CheckStep &step, const QDateTime &now)
{
    if (!step.until.isValid())
        return step.subject;
    return CheckWords::tr("%1, %2 left")
        .arg(step.subject, wording::duration(now.secsTo(step.until)));
}

QString clockText(const CheckStep &step)
{
    if (!step.clockOffset)
        return CheckWords::tr("the registry does not report its time");
    if (step.state != State::Warned)
        return CheckWords::tr("correct");
    const QString apart = wording::duration(std::abs(*step.clockOffset));
    return *step.clockOffset > 0
               ? CheckWords::tr("this computer’s is %1 behind; corrected in requests").arg(apart)
               : CheckWords::tr("this computer’s is %1 ahead; corrected in requests").arg(apart);
}

QString foundText(const CheckStep &step, const QDateTime &now)
{
    switch (step.kind) {
    case Kind::Name:
        return step.isProxy ? CheckWords::tr("by proxy %1").arg(visibleText(step.subject, 60))
                            : CheckWords::tr("%1, %2 ms")
                                  .arg(step.subject, QString::number(step.time.count()));
    case Kind::Tls: return tlsText(step);
    case Kind::Keys: return keysText(step, now);
    case Kind::Clock: return clockText(step);
    case Kind::Signature: return CheckWords::tr("accepted");
    case Kind::Workspaces:
        return step.state == State::Warned ? CheckWords::tr("not allowed; the workspace is given")
                                           : CheckWords::tr("workspaces: %1").arg(countText(step));
    case Kind::Models: return CheckWords::tr("models: %1").arg(countText(step));
    }
    return {};
}

} // namespace

QString title(CheckStep::Kind kind)
{
    switch (kind) {
    case Kind::Name: return CheckWords::tr("Host name");
    case Kind::Tls: return CheckWords::tr("TLS");
    case Kind::Keys: return CheckWords::tr("Keys");
    case Kind::Clock: return CheckWords::tr("Clock");
    case Kind::Signature: return CheckWords::tr("Signature");
    case Kind::Workspaces: return u"ListWorkspaces"_s;
    case Kind::Models: return u"ListModels"_s;
    }
    return {};
}

QString detail(const CheckStep &step, const QDateTime &now)
{
    switch (step.state) {
    case State::Waiting:
    case State::Running:
    case State::Failed: return {};
    case State::NotTried: return CheckWords::tr("not tried");
    case State::Passed:
    case State::Warned: break;
    }
    return foundText(step, now);
}

} // namespace modelscribe::checkwording
