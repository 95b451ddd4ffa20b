// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QTabBar;
class QWidget;

namespace modelscribe {

class EditSession;
class EditorPane;
struct EditPlace;

//! Notes in the session that an editor shows where the person is, and goes back there.
class EditPlaceKeeper : public QObject
{
    Q_OBJECT

public:
    explicit EditPlaceKeeper(EditorPane &pane);

    //! What the pane shows from now on. The one before it is not open any more.
    void setSession(EditSession *session);
    //! Goes where the person was; without \p withFocus only the tab is shown.
    void goBack(bool withFocus = true);
    //! Gives the field where the person was the focus; false when that is nowhere in sight.
    bool enter();
    //! Hands in now what is noted a moment later otherwise.
    void note();

private:
    EditPlace place() const;
    QWidget *fieldOf(QWidget *widget) const;
    void follow(QWidget *widget);
    void noteSoon();

    EditorPane &m_pane;
    QPointer<QTabBar> m_tabs; //!< Goes first, and the focus after it.
    QPointer<EditSession> m_session;
    QPointer<QWidget> m_field; //!< The last one that had the focus.
    QMetaObject::Connection m_cursor;
    QTimer m_soon;
};

} // namespace modelscribe
