// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowpanes.h"

#include "session/editsession.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/sidebar.h"
#include "ui/browse/statusline.h"
#include "ui/edit/editorpane.h"
#include "ui/many/manypane.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/taborder.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int narrowBelow = 1000;

} // namespace

WindowPanes::WindowPanes(QMainWindow &window, const Toggles &toggles, const Widths &widths)
    : QObject(&window)
    , m_window(window)
    , m_toggles(toggles)
    , m_widths(widths)
    // Each where it stays: what moves below another is dressed by the style sheet once more, with
    // all that is in it.
    , m_header(new HeaderBar(window.centralWidget()))
    , m_splitter(new QSplitter(Qt::Horizontal, window.centralWidget()))
    , m_sidebar(new Sidebar(m_splitter))
    , m_browse(new BrowsePane(m_splitter))
    , m_side(new QStackedWidget(m_splitter))
    , m_editor(new EditorPane(m_side))
    , m_strip(new MessageStrip(window.centralWidget()))
    , m_status(new StatusLine(window.centralWidget()))
{
    build();
    connect(m_splitter, &QSplitter::splitterMoved, this, &WindowPanes::splitterMoved);
    connect(&toggles.sidebar, &QAction::toggled, this, &WindowPanes::arrange);
    connect(&toggles.editor, &QAction::toggled, this, &WindowPanes::arrange);
    connect(&toggles.wholeEditor, &QAction::toggled, this, &WindowPanes::setWholeEditor);
    connect(m_editor, &EditorPane::wholeWindowRequested, &toggles.wholeEditor, &QAction::toggle);
}

void WindowPanes::build()
{
    m_sidebar->setMinimumWidth(120);
    m_side->addWidget(m_editor);

    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setCollapsible(1, false);

    auto *column = m_column = new QVBoxLayout(m_window.centralWidget());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    m_headerLine = new Separator(m_window.centralWidget());
    column->addWidget(m_headerLine);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_strip); // below: what is aimed at stays where it is
    column->addWidget(new Separator(m_window.centralWidget()));
    column->addWidget(m_status);
    m_window.setMinimumSize(560, 400);
}

bool WindowPanes::isNarrow() const { return m_window.width() < narrowBelow; }

void WindowPanes::setEditorInFront(bool inFront)
{
    m_editorInFront = inFront && (m_many || m_editor->session());
    arrange();
    if (!isNarrow() || !m_editorInFront)
        return;
    if (m_many)
        m_many->focusFirst();
    else
        m_editor->focusFirstField();
}

void WindowPanes::arrange()
{
    const int width = m_window.width();
    const bool narrow = isNarrow();
    const bool whole = m_toggles.wholeEditor.isChecked();
    const bool editor = whole || (narrow ? m_editorInFront : m_toggles.editor.isChecked());
    const bool list = !whole && (!narrow || !m_editorInFront);
    m_editor->setBackVisible(narrow || whole);
    if (m_many)
        m_many->setBackVisible(narrow || whole);
    m_header->setVisible(!whole && !m_page);
    m_headerLine->setVisible(!m_page);
    m_splitter->setVisible(!m_page);
    m_browse->setVisible(list);
    m_side->setVisible(editor);
    m_sidebar->setVisible(!whole && m_toggles.sidebar.isChecked());
    const int sidebar = m_sidebar->isVisibleTo(&m_window) ? m_widths.sidebar : 0;
    const int beside = editor ? (list ? m_widths.editor : width - sidebar) : 0;
    m_splitter->setSizes({sidebar, std::max(0, width - sidebar - beside), beside});
}

//! Dragging a pane shut is the same as hiding it: the menu brings it back at its old width.
void WindowPanes::splitterMoved()
{
    const QList<int> sizes = m_splitter->sizes();
    if (m_toggles.wholeEditor.isChecked())
        return;
    if (sizes[0] > 0)
        m_widths.sidebar = sizes[0];
    else if (m_sidebar->isVisible())
        m_toggles.sidebar.setChecked(false);
    if (isNarrow() || !m_side->isVisible())
        return;
    if (sizes[2] > 0)
        m_widths.editor = sizes[2];
    else
        m_toggles.editor.setChecked(false);
}

//! To the whole window and back, with the focus and the cursor where they are.
void WindowPanes::setWholeEditor(bool whole)
{
    const QPointer<QWidget> focus = QApplication::focusWidget();
    arrange();
    if (whole && (!focus || !m_side->isAncestorOf(focus)))
        enterSide();
    else if (focus && focus->isVisible())
        focus->setFocus(Qt::OtherFocusReason);
}

void WindowPanes::addTray(QWidget &tray)
{
    m_column->insertWidget(m_column->indexOf(m_strip) + 1 + int(m_trays.size()), &tray);
    m_trays.append(&tray);
}

void WindowPanes::enterSide()
{
    if (m_many)
        m_many->focusFirst();
    else
        emit editorEntered();
}

void WindowPanes::takeMany(ManyPane &many) { m_side->addWidget(&many); }

void WindowPanes::showMany(ManyPane *many)
{
    if (m_many == many)
        return;
    m_many = many;
    m_side->setCurrentWidget(many ? static_cast<QWidget *>(many) : m_editor);
    if (!many && !m_editor->session())
        m_editorInFront = false;
    arrange();
    emit manyChanged();
}

void WindowPanes::showPage(QWidget *page) { putPage(page ? page : m_ground); }

void WindowPanes::setGround(QWidget *ground)
{
    if (m_page == std::exchange(m_ground, ground))
        putPage(ground);
}

void WindowPanes::putPage(QWidget *page)
{
    if (m_page == page)
        return;
    if (page)
        m_toggles.wholeEditor.setChecked(false);
    if (m_page)
        m_page->hide();
    m_page = page;
    if (page && m_column->indexOf(page) < 0)
        m_column->insertWidget(m_column->indexOf(m_splitter), page, 1);
    arrange();
    if (page)
        page->show();
    emit pageChanged();
}

void WindowPanes::showSidebar()
{
    m_toggles.wholeEditor.setChecked(false);
    m_toggles.sidebar.setChecked(true);
    showPage(nullptr);
}

void WindowPanes::showEditor()
{
    m_toggles.editor.setChecked(true);
    showPage(nullptr);
    setEditorInFront(true);
}

void WindowPanes::setWholeWindow()
{
    showEditor();
    m_toggles.wholeEditor.setChecked(true);
}

bool WindowPanes::goOn(bool isForward)
{
    if (m_page)
        return goOnInTabOrder(
            m_window, QList<QWidget *>{m_page, m_strip} + m_trays + QList<QWidget *>{m_status},
            isForward);
    QList<QWidget *> sections{m_header, m_sidebar, m_browse};
    sections += m_browse->sections();
    sections += m_many ? m_many->sections() : m_editor->sections();
    sections += m_trays;
    sections.append(m_status);
    return goOnInTabOrder(m_window, sections, isForward);
}

void WindowPanes::goToPane(int step)
{
    if (m_page)
        return focusInside(*m_page);
    m_toggles.wholeEditor.setChecked(false);
    QList<QWidget *> panes{&m_header->searchBox()};
    for (QWidget *pane : {static_cast<QWidget *>(m_sidebar), static_cast<QWidget *>(m_browse),
                          static_cast<QWidget *>(m_side)}) {
        if (pane->isVisible())
            panes.append(pane);
    }
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            at = i;
    }
    QWidget *next = panes[(at + step + panes.size()) % panes.size()];
    if (next == m_browse) {
        m_browse->focusList();
        if (m_browse->isAncestorOf(QApplication::focusWidget()))
            return;
    } else if (next == m_side && (m_many || m_editor->session())) {
        return enterSide();
    }
    focusInside(next == m_side ? *m_editor : *next);
}

void WindowPanes::focusInside(QWidget &pane)
{
    pane.setFocus(Qt::ShortcutFocusReason);
    if (pane.hasFocus())
        return;
    // A panel without focus of its own.
    for (QWidget *child : pane.findChildren<QWidget *>()) {
        if (child->isVisible() && child->focusPolicy() & Qt::TabFocus)
            return child->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace modelscribe

#include "moc_windowpanes.cpp"
