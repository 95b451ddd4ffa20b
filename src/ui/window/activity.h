// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journal/reverting.h"

#include <QObject>
#include <QUuid>

#include <memory>

class QWidget;

namespace modelscribe {

class ActivityWindow;
class EditorPane;
class Editing;
class Workbench;

//! What the main window has of the past: the window "Activity", past changes taken back, and how
//! long all of it is kept.
class Activity : public QObject
{
    Q_OBJECT

public:
    //! \p days: how long the journal keeps its entries; 0: for ever.
    Activity(Workbench &workbench, Editing &editing, EditorPane &pane, QWidget &window, int days);
    ~Activity() override;

    int days() const { return m_days; }
    void setDays(int days); //!< Older entries are gone then.
    void open();
    ActivityWindow *window() const { return m_view.get(); } //!< nullptr: not opened yet.

signals:
    void modelRequested(const QString &modelId);
    void daysChanged();
    //! See JournalView.
    void groupRevertRequested(const QUuid &group);

private:
    void prune();
    void takeReverted(Reverting::Outcome outcome, EditSession *session, const PastChange &change,
                      const QString &reason);
    void showChanged(const EditSession &session);

    Workbench &m_workbench;
    Editing &m_editing;
    EditorPane &m_pane;
    QWidget &m_window;
    Reverting m_reverting;
    //! Of its own and not above the main window, where drafts appear.
    std::unique_ptr<ActivityWindow> m_view;
    int m_days;
    bool m_isPruned = false;
};

} // namespace modelscribe
