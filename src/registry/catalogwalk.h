// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalog.h"

#include <QTimer>

#include <functional>

namespace modelscribe {

//! Finds the models of a catalog that something holds of, some a turn of the event loop: to look
//! at all of 100,000 takes longer than a person at the keyboard waits.
//!
//! What goes meanwhile is not found. What changes after it was looked at, or comes, is as it was
//! then: whoever goes by the answer asks of these once more.
class CatalogWalk : public QObject
{
    Q_OBJECT

public:
    using Holds = std::function<bool(const RegisteredModel &model)>;

    //! \p catalog must live as long.
    CatalogWalk(const Catalog &catalog, Holds holds, QObject *parent = nullptr);

    //! finished() may come before it returns.
    void start();
    void stop(); //!< finished() does not come.

    const QStringList &found() const { return m_found; }

signals:
    void finished();

private:
    void begin();
    void lookAtSome();
    void takeRemoved(const QStringList &modelIds);

    const Catalog &m_catalog;
    Holds m_holds;
    std::list<RegisteredModel>::const_iterator m_next; //!< While m_isUnderWay.
    QStringList m_found;
    bool m_isUnderWay = false;
    bool m_hasAnyGone = false;
    QTimer m_nextTurn;
};

} // namespace modelscribe
