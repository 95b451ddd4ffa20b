// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lookrules.h"

#include "model/queryparser.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr std::array ruleTable = {
    LookRule{"description"_L1, QT_TRANSLATE_NOOP("LookRule", "No description"),
             "missing:description"_L1},
    LookRule{"task"_L1, QT_TRANSLATE_NOOP("LookRule", "No task"), "missing:task"_L1},
    LookRule{"unknown-task"_L1, QT_TRANSLATE_NOOP("LookRule", "Unknown task"),
             "is:unknown-task"_L1},
    LookRule{"document"_L1, QT_TRANSLATE_NOOP("LookRule", "No document"), "missing:doc"_L1},
    LookRule{"cover"_L1, QT_TRANSLATE_NOOP("LookRule", "Broken cover"), "is:bad-cover"_L1},
    LookRule{"name"_L1, QT_TRANSLATE_NOOP("LookRule", "Duplicate name"), "is:same-name"_L1},
    LookRule{"label"_L1, QT_TRANSLATE_NOOP("LookRule", "Spaces around label keys"),
             "is:padded-label"_L1},
};

} // namespace

std::span<const LookRule> lookRules() { return ruleTable; }

const LookRule *findLookRule(QStringView id)
{
    const auto *row = std::ranges::find_if(ruleTable,
                                           [id](const LookRule &rule) { return id == rule.id; });
    return row == ruleTable.end() ? nullptr : row;
}

QString anyOfQueries(const QStringList &queries)
{
    QueryNode any{.kind = QueryNode::Kind::Or};
    for (const QString &query : queries) {
        const ParsedQuery parsed = parseQuery(query);
        if (parsed.isUnderstood() && !parsed.query.isEmpty())
            any.children.push_back(parsed.query.root());
    }
    return any.children.size() == 1 ? Query(any.children.front()).text() : Query(any).text();
}

} // namespace modelscribe
