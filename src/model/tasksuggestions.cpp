// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tasksuggestions.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

static void initModelResources() { Q_INIT_RESOURCE(model); }

namespace modelscribe {

TaskSuggestions::TaskSuggestions(bool chinese)
{
    initModelResources();
    QFile file(u":/model/tasks.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const auto suggestion = [chinese](const QJsonObject &entry) {
        return Suggestion{entry["id"_L1].toString(),
                          entry[chinese ? "name_zh"_L1 : "name_en"_L1].toString()};
    };
    const QJsonArray domains = QJsonDocument::fromJson(file.readAll())["domains"_L1].toArray();
    for (const QJsonValue &entry : domains) {
        const QJsonObject domain = entry.toObject();
        m_domains.append(suggestion(domain));
        const QJsonArray tasks = domain["tasks"_L1].toArray();
        for (const QJsonValue &task : tasks)
            m_tasks.append({m_domains.last().value, suggestion(task.toObject())});
    }
}

QList<Suggestion> TaskSuggestions::tasks(const QString &domain) const
{
    QList<Task> sorted = m_tasks;
    std::ranges::stable_partition(sorted,
                                  [&domain](const Task &task) { return task.domain == domain; });
    QList<Suggestion> result;
    QSet<QString> seen;
    for (const Task &task : std::as_const(sorted)) {
        if (!seen.contains(task.suggestion.value))
            result.append(task.suggestion);
        seen.insert(task.suggestion.value);
    }
    return result;
}

bool isKnownTask(const QString &task)
{
    static const auto known = [] {
        QSet<QString> values;
        for (const Suggestion &suggestion : TaskSuggestions(false).tasks({}))
            values.insert(suggestion.value);
        return values;
    }();
    return known.contains(task);
}

QList<Suggestion> withValuesInUse(QList<Suggestion> known, const QStringList &inUse)
{
    QSet<QString> seen;
    for (const Suggestion &suggestion : std::as_const(known))
        seen.insert(suggestion.value);
    for (const QString &value : inUse) {
        if (!value.isEmpty() && !seen.contains(value))
            known.append({value, {}});
        seen.insert(value);
    }
    return known;
}

} // namespace modelscribe
