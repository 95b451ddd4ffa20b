// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/batchend.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct Batch
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

} // namespace

BatchEnd batchEndOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Done: return BatchEnd::Saved;
    case Verdict::Unchanged: return BatchEnd::Unchanged;
    case Verdict::GoneAlready: return BatchEnd::Skipped;
    case Verdict::Conflict:
    case Verdict::NameTaken: return BatchEnd::Conflict;
    case Verdict::NotTaken:
    case Verdict::Partly:
    case Verdict::Failed: return BatchEnd::Refused;
    case Verdict::Unknown:
    case Verdict::Unverified: return BatchEnd::Unknown;
    case Verdict::Cancelled:
    case Verdict::NotStarted: break;
    }
    return BatchEnd::NotSent;
}

QString nameOf(BatchEnd end)
{
    switch (end) {
    case BatchEnd::Saved: return u"saved"_s;
    case BatchEnd::Unchanged: return u"unchanged"_s;
    case BatchEnd::Skipped: return u"skipped"_s;
    case BatchEnd::Conflict: return u"conflict"_s;
    case BatchEnd::Refused: return u"refused"_s;
    case BatchEnd::Unknown: return u"unknown"_s;
    case BatchEnd::NotSent: break;
    }
    return u"notsent"_s;
}

QString endText(BatchEnd end)
{
    switch (end) {
    case BatchEnd::Saved: return Batch::tr("saved");
    case BatchEnd::Unchanged: return Batch::tr("unchanged");
    case BatchEnd::Skipped: return Batch::tr("skipped");
    case BatchEnd::Conflict: return Batch::tr("conflict");
    case BatchEnd::Refused: return Batch::tr("refused");
    case BatchEnd::Unknown: return Batch::tr("unknown");
    case BatchEnd::NotSent: break;
    }
    return Batch::tr("not sent");
}

} // namespace modelscribe
