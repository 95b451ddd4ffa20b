// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/manypage.h"

namespace modelscribe {

void ManyPage::setSession(BatchSession *session, const Catalog *catalog)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_catalog = catalog;
    if (session) {
        connect(session, &BatchSession::editChanged, this, &ManyPage::takeEdit);
        connect(session, &BatchSession::modelsChanged, this, &ManyPage::recount);
    }
    takeSession();
    recount();
}

} // namespace modelscribe

#include "moc_manypage.cpp"
