// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/permissions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

void Permissions::add(const QString &code, const QList<Rule> &rules)
{
    m_rules[code.toLower()].append(rules);
}

Permissions::Scope Permissions::scope(const QString &code, const QString &accessibility) const
{
    const auto found = m_rules.constFind(code.toLower());
    if (found == m_rules.cend()) {
        const bool speaksOfModels = std::any_of(
            m_rules.keyBegin(), m_rules.keyEnd(),
            [](const QString &key) { return key.startsWith("paimodel:"_L1); });
        return speaksOfModels ? Scope::None : Scope::Unknown;
    }
    if (found->isEmpty())
        return Scope::All;
    Scope scope = Scope::None;
    for (const Rule &rule : *found) {
        const bool isOther = (rule.accessibility == "PUBLIC"_L1
                              || rule.accessibility == "PRIVATE"_L1)
                             && rule.accessibility.compare(accessibility, Qt::CaseInsensitive) != 0;
        if (!isOther)
            scope = std::max(scope, rule.access == "CREATOR"_L1 ? Scope::Own : Scope::All);
    }
    return scope;
}

QString Member::title() const
{
    for (const QString &text : {displayName, name, accountName}) {
        if (!text.trimmed().isEmpty())
            return text;
    }
    return userId;
}

bool Member::isAdministrator() const
{
    return roles.contains("PAI.WorkspaceOwner"_L1) || roles.contains("PAI.WorkspaceAdmin"_L1);
}

} // namespace modelscribe
