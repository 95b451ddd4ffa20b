// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalog.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace modelscribe {

//! Looks at chosen models of a catalog, some a turn of the event loop, so that nobody who types
//! waits for it.
class ModelWalk : public QObject
{
    Q_OBJECT

public:
    using Look = std::function<void(const RegisteredModel &model, qsizetype place)>;

    explicit ModelWalk(QObject *parent = nullptr);

    //! Leaves what was under way. Ids that \p catalog does not know are passed over. The first few
    //! are looked at before it returns, so that of few models finished() comes at once.
    void start(const Catalog *catalog, const QStringList &ids, Look look);
    void stop();
    bool isUnderWay() const { return m_isUnderWay; }

signals:
    void finished();

private:
    void lookAtSome();

    QPointer<const Catalog> m_catalog;
    QStringList m_ids;
    Look m_look;
    qsizetype m_next = 0;
    bool m_isUnderWay = false;
    QTimer m_nextTurn;
};

} // namespace modelscribe
