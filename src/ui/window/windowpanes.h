// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMainWindow;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;
class QWidget;

namespace modelscribe {

class BrowsePane;
class EditorPane;
class HeaderBar;
class ManyPane;
class MessageStrip;
class Sidebar;
class StatusLine;

//! The panes of the window, where they stand, and how the keyboard walks between them. A wide
//! window has list and editor side by side, a narrow one shows one of them.
class WindowPanes : public QObject
{
    Q_OBJECT

public:
    //! Whether a pane is shown; the menu has them, too.
    struct Toggles
    {
        QAction &sidebar;
        QAction &editor;
        QAction &wholeEditor; //!< And nothing else.
    };
    struct Widths
    {
        int sidebar = 0;
        int editor = 0;
    };

    //! Fills the central widget of \p window.
    WindowPanes(QMainWindow &window, const Toggles &toggles, const Widths &widths);

    HeaderBar &header() const { return *m_header; }
    Sidebar &sidebar() const { return *m_sidebar; }
    BrowsePane &browse() const { return *m_browse; }
    EditorPane &editor() const { return *m_editor; }
    StatusLine &status() const { return *m_status; }
    MessageStrip &strip() const { return *m_strip; } //!< Across the window.

    //! Gives each pane its place; to be called when the window has another size.
    void arrange();
    //! As they were dragged, also while they are hidden.
    Widths widths() const { return m_widths; }
    //! What a narrow window shows; the list when there is no model in the editor.
    void setEditorInFront(bool inFront);
    void showSidebar();    //!< Also when it was hidden.
    void showEditor();     //!< Also when it was hidden.
    void setWholeWindow(); //!< The editor, and nothing else.
    //! A line across the window, above the status line; below those that were added before.
    void addTray(QWidget &tray);
    //! Has \p many where it stays, not shown yet.
    void takeMany(ManyPane &many);
    //! In the place of the editor; nullptr shows that again.
    void showMany(ManyPane *many);
    ManyPane *many() const { return m_many; }
    bool isNarrow() const; //!< It shows either the list or the editor.
    //! In place of header and panes; nullptr shows these again, or the ground where there is one.
    void showPage(QWidget *page);
    //! What stands there while no page does; nullptr: header and panes.
    void setGround(QWidget *ground);
    QWidget *page() const { return m_page; }
    //! To the next pane, or the one before with -1.
    void goToPane(int step);
    //! For the window's focusNextPrevChild().
    bool goOn(bool isForward);

signals:
    void pageChanged(); //!< See page().
    void manyChanged(); //!< See many().
    //! The editor shall have the focus, where the person was in it.
    void editorEntered();

private:
    void build();
    void putPage(QWidget *page);
    void splitterMoved();
    void setWholeEditor(bool whole);
    void focusInside(QWidget &pane);
    void enterSide();

    QMainWindow &m_window;
    Toggles m_toggles;
    Widths m_widths;
    HeaderBar *m_header;
    QSplitter *m_splitter;
    Sidebar *m_sidebar;
    BrowsePane *m_browse;
    QStackedWidget *m_side; //!< Of the editor, and what takes its place.
    EditorPane *m_editor;
    ManyPane *m_many = nullptr;
    MessageStrip *m_strip;
    StatusLine *m_status;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_headerLine = nullptr;
    QWidget *m_page = nullptr;
    QWidget *m_ground = nullptr;
    QList<QWidget *> m_trays;
    bool m_editorInFront = false;
};

} // namespace modelscribe
