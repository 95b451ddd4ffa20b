// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sessions.h"

#include <unordered_map>

namespace modelscribe {

//! What one class knows about each session; forgotten when the session is dropped.
template<typename State>
class SessionStates
{
public:
    //! \p sessions must outlive \p owner, which has this as a member.
    SessionStates(Sessions &sessions, QObject *owner)
        : m_sessions(sessions)
    {
        QObject::connect(&sessions, &Sessions::dropped, owner,
                         [this](const EditSession *session) { m_states.erase(session); });
    }
    Q_DISABLE_COPY_MOVE(SessionStates)

    //! nullptr for a session that is not held (any more). Stays where it is until then.
    State *find(const EditSession *session)
    {
        return m_sessions.holds(session) ? &m_states[session] : nullptr;
    }

    //! Of one that nothing is known about: as it is from the start.
    State value(const EditSession *session) const
    {
        const auto state = m_states.find(session);
        return state == m_states.end() ? State() : state->second;
    }

private:
    Sessions &m_sessions;
    std::unordered_map<const EditSession *, State> m_states;
};

} // namespace modelscribe
