// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "model/modelchecks.h"

#include <QList>
#include <QStringList>

namespace modelscribe::wording {

//! What happened, in one translated plain-text sentence without code, RequestId and full stop. The
//! service's own words stand in quotation marks; host, proxy and reason of a broken connection in
//! brackets.
QString whatHappened(const Error &error);
//! What to do next, in one translated sentence; may be empty.
QString nextStep(const Error &error);
//! Both as whole sentences.
QString whole(const Error &error);
//! One after the other, as the language joins them.
QString joined(const QStringList &sentences);
//! "Code=… RequestId=… HTTP=…" with the parts that are known; not translated.
QString facts(const Error &error);

//! "18 min": a time that passes, roughly, in its largest fitting unit.
QString duration(qint64 seconds);

//! One error for each row of the table that these sentences come from.
QList<Error> errorExamples();

//! One translated sentence about one value.
QString problem(const Problem &problem);
//! What is wrong with a JSON text, without the position.
QString jsonProblem(const JsonProblem &problem);

} // namespace modelscribe::wording
