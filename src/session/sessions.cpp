// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessions.h"

#include <QPointer>

#include <algorithm>

namespace modelscribe {

EditSession *Sessions::add(std::unique_ptr<EditSession> session)
{
    EditSession *one = session.get();
    one->setRules(m_rules);
    m_entries.push_back({.registry = m_registry, .session = std::move(session)});
    emit added(one);
    connect(one, &EditSession::changed, this, [this, one] { noteDirty(one); });
    return one;
}

void Sessions::setRules(const ServiceRules &rules)
{
    m_rules = rules;
    for (const Entry &entry : m_entries) {
        if (entry.registry == m_registry)
            entry.session->setRules(rules);
    }
}

void Sessions::drop(EditSession *session)
{
    const size_t index = indexOf(session);
    if (index == m_entries.size())
        return;
    m_entries[index].session.release()->deleteLater();
    m_entries.erase(m_entries.begin() + index);
    emit dropped(session);
    if (session->isDirty())
        emit dirtyChanged();
}

size_t Sessions::indexOf(const EditSession *session) const
{
    return std::ranges::find(m_entries, session,
                             [](const Entry &entry) { return entry.session.get(); })
           - m_entries.begin();
}

bool Sessions::isHere(const EditSession *session) const
{
    const size_t index = indexOf(session);
    return index < m_entries.size() && m_entries[index].registry == m_registry;
}

QString Sessions::registryOf(const EditSession *session) const
{
    const size_t index = indexOf(session);
    return index < m_entries.size() ? m_entries[index].registry : QString();
}

EditSession *Sessions::find(const QString &modelId) const
{
    if (modelId.isEmpty())
        return nullptr;
    const auto entry = std::ranges::find_if(m_entries, [&](const Entry &one) {
        return one.registry == m_registry && one.session->modelId() == modelId;
    });
    return entry == m_entries.end() ? nullptr : entry->session.get();
}

EditSession *Sessions::findDraft(const QString &registry, const QString &draftId) const
{
    const auto entry = std::ranges::find_if(m_entries, [&](const Entry &one) {
        return one.registry == registry && one.session->draftId() == draftId;
    });
    return entry == m_entries.end() ? nullptr : entry->session.get();
}

QList<EditSession *> Sessions::all() const
{
    QList<EditSession *> result;
    for (const Entry &entry : m_entries)
        result.append(entry.session.get());
    return result;
}

QList<EditSession *> Sessions::dirty(bool isHere) const
{
    QList<EditSession *> result;
    for (const Entry &entry : m_entries) {
        if ((entry.registry == m_registry) == isHere && entry.session->isDirty())
            result.append(entry.session.get());
    }
    return result;
}

QList<EditSession *> Sessions::dirtyHere() const { return dirty(true); }

QList<EditSession *> Sessions::dirtyElsewhere() const { return dirty(false); }

void Sessions::flushAll() const
{
    QList<QPointer<EditSession>> sessions; // listeners may open and drop some
    for (const Entry &entry : m_entries)
        sessions.append(entry.session.get());
    for (const QPointer<EditSession> &session : std::as_const(sessions)) {
        if (session)
            session->flush();
    }
}

void Sessions::noteDirty(const EditSession *session)
{
    const size_t index = indexOf(session);
    if (index < m_entries.size()
        && std::exchange(m_entries[index].wasDirty, session->isDirty()) != session->isDirty())
        emit dirtyChanged();
}

} // namespace modelscribe

#include "moc_sessions.cpp"
