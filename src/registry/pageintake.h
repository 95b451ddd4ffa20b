// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalog.h"

namespace modelscribe {

//! Takes pages of the registry's list into a catalog that others change meanwhile: what a save or a
//! deletion has shown since a page was asked for is newer than the page.
class PageIntake : public QObject
{
    Q_OBJECT

public:
    explicit PageIntake(Catalog &catalog, QObject *parent = nullptr);

    //! What is removed from now on stays away, until end().
    void begin();
    void end();
    //! \p asked: Catalog::now() when the page was asked for.
    void put(const QList<RegisteredModel> &models, quint64 asked);

private:
    Catalog &m_catalog;
    bool m_isOpen = false;
    QSet<QString> m_removed; //!< By others.
};

} // namespace modelscribe
