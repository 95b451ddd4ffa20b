// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <span>

namespace modelscribe {

//! Why a model needs a look: a query that people may change, see SearchSet::ruleQuery().
struct LookRule
{
    QLatin1StringView id; //!< In the file of the searches.
    const char *title;    //!< Source text; show titleText().
    QLatin1StringView query;

    QString titleText() const { return QCoreApplication::translate("LookRule", title); }
};

//! In the order of their rows.
std::span<const LookRule> lookRules();
const LookRule *findLookRule(QStringView id);

//! What any of \p queries finds, as a query; those that are empty or not understood are left out.
QString anyOfQueries(const QStringList &queries);

} // namespace modelscribe
