// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace modelscribe {

struct Suggestion
{
    QString value;
    QString title; //!< What it is called, in the language of the window; may be empty.

    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

//! What resources/tasks.json lists, as suggestions; titles in \p locale's language (Chinese or
//! English).
class TaskSuggestions
{
public:
    TaskSuggestions() = default;
    explicit TaskSuggestions(bool chinese);

    QList<Suggestion> domains() const { return m_domains; }
    //! The tasks of \p domain first, then those of the others, each once.
    QList<Suggestion> tasks(const QString &domain) const;

private:
    struct Task
    {
        QString domain;
        Suggestion suggestion;
    };
    QList<Suggestion> m_domains;
    QList<Task> m_tasks;
};

//! One of those that resources/tasks.json lists, to the letter, in whatever domain.
bool isKnownTask(const QString &task);

//! \p known, then what is in use and not among them.
QList<Suggestion> withValuesInUse(QList<Suggestion> known, const QStringList &inUse);

} // namespace modelscribe
