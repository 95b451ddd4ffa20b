// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batchkeeper.h"

#include <QHash>

namespace modelscribe {

//! The order that a person gives to models by hand, as the order numbers that are to change, until
//! it is agreed to. It is one draft of many models, of which each gets a number of its own.
class HandOrder : public QObject
{
    Q_OBJECT

public:
    //! \p drafts must outlive this.
    explicit HandOrder(BatchKeeper &drafts, QObject *parent = nullptr);

    static bool isOrder(const BatchSession &session);

    //! By model id; of the connection in use.
    const QHash<QString, QString> &numbers() const { return m_numbers; }
    //! None: there is nothing to agree to.
    void setNumbers(const QHash<QString, QString> &numbers);
    //! The draft; nullptr without any numbers.
    BatchSession *session() const { return m_session; }

signals:
    void changed();

private:
    void follow();

    BatchKeeper &m_drafts;
    QPointer<BatchSession> m_session;
    QHash<QString, QString> m_numbers;
};

} // namespace modelscribe
