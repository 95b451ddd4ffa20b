// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/handorder.h"

#include <QObject>
#include <QUuid>

namespace modelscribe {

class BatchReviewing;
class BatchRun;
class BatchRuns;
class WindowPanes;
class Workbench;
struct ChangeSet;

//! The list is put in order by hand: rows that stand by order number are moved, and which numbers
//! change then is a draft that the list shows until it is reviewed and saved, or taken back.
class Ordering : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        WindowPanes &panes;
        BatchReviewing &reviewing;
        BatchRuns &runs;
    };

    Ordering(Workbench &workbench, const Parts &parts, QObject *parent);

    const HandOrder &order() const { return m_order; }
    //! Shows the list by order number.
    void begin();
    bool canMove() const;
    void move(int by); //!< The selected rows.

private:
    void moveBefore(int row);
    void openDraft(const QUuid &id);
    void takeBack();
    void takeAgreed(const ChangeSet &set, BatchSession *session);
    void takeRun(const BatchRun *run);
    void show();
    void showBar();

    Workbench &m_workbench;
    Parts m_parts;
    HandOrder m_order;
    QHash<QString, QString> m_shown;
    //! What was agreed to and is on its way: rows stay where they will be.
    QHash<QString, QString> m_sent;
    QUuid m_run; //!< That sends it.
};

} // namespace modelscribe
