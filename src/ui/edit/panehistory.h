// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/edithistory.h"
#include "ui/json/jsonhistory.h"

#include <QWidget>

class QContextMenuEvent;

namespace modelscribe {

//! Undo and redo for all editors of one pane: keys, context menus and the JSON editor come here,
//! and here they become those of the session's EditHistory. Its editors' own histories are out of
//! reach.
class PaneHistory : public JsonHistory
{
    Q_OBJECT

public:
    explicit PaneHistory(QWidget &pane);

    void setSession(EditSession *session);
    EditSession *session() const { return m_session; }
    //! Nothing can be undone meanwhile.
    void setReadOnly(bool readOnly);
    //! Whether undo means this history while \p focus has the focus.
    bool handles(const QWidget *focus) const;

    bool canUndo() const override;
    bool canRedo() const override;
    QString undoText() const; //!< See EditHistory.
    QString redoText() const;
    //! How many steps are done, for goBackTo().
    int index() const;
    //! Undoes what was done since there were \p index steps.
    void goBackTo(int index);

    void beginStep() override;
    void endStep() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

public slots:
    void undo() override;
    void redo() override;

signals:
    void aboutToStep();
    void stepped(const modelscribe::StepPlace &place); //!< To be shown.

private:
    using Step = std::optional<StepPlace> (EditHistory::*)();
    bool prepare();
    void go(Step step);
    bool handleKey(const QObject *watched, QEvent *event);
    bool showMenu(QObject *watched, const QContextMenuEvent &event);

    QWidget &m_pane;
    QPointer<EditSession> m_session;
    QPointer<EditHistory> m_history;
    bool m_readOnly = false;
};

} // namespace modelscribe
