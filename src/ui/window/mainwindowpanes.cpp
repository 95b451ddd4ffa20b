// SPDX-License-Identifier: GPL-3.0-or-later
// Where the panes of the main window stand, and how the keyboard walks between them.
#include "lists/facetmodel.h"
#include "session/editsession.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/sidebar.h"
#include "ui/browse/statusline.h"
#include "ui/edit/editorpane.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/taborder.h"
#include "ui/window/editing.h"
#include "ui/window/mainwindow.h"
#include "window/ui_mainwindow.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScreen>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int narrowBelow = 1000;

QFrame *separator(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("role", u"separator"_s);
    line->setFixedHeight(1);
    return line;
}

} // namespace

void MainWindow::buildLayout()
{
    // Each where it stays: what moves below another is dressed by the style sheet once more, with
    // all that is in it.
    QWidget *all = m_ui->centralWidget;
    m_header = new HeaderBar(all);
    QFrame *belowHeader = separator(all);
    m_splitter = new QSplitter(Qt::Horizontal, all);
    m_sidebar = new Sidebar(m_splitter);
    m_facets = new FacetModel(this);
    m_browse = new BrowsePane(m_splitter);
    m_editor = new EditorPane(m_splitter);
    m_strip = new MessageStrip(all);
    QFrame *aboveStatus = separator(all);
    m_status = new StatusLine(all);
    m_browse->setWorkbench(&m_workbench);
    m_facets->showActivity();
    m_sidebar->setFacets(m_facets);
    m_sidebar->setMinimumWidth(120);
    m_editor->setMinimumWidth(280);

    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setCollapsible(1, false);
    connect(m_splitter, &QSplitter::splitterMoved, this, &MainWindow::takeSplitter);

    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(belowHeader);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_strip); // below: what is aimed at stays where it is
    column->addWidget(aboveStatus);
    column->addWidget(m_status);
    setMinimumSize(560, 400);
}

void MainWindow::applySettings()
{
    m_browse->table().sortBy(m_settings.sortColumn, m_settings.sortOrder);
    m_ui->sidebarAction->setChecked(m_settings.sidebarShown);
    m_ui->editorAction->setChecked(m_settings.editorShown);
    resize(sizeOnScreen({1280, 800}, roomOnScreen(*this)));
    QList<QRect> screens;
    for (const QScreen *screen : QGuiApplication::screens())
        screens.append(screen->availableGeometry());
    const QRect geometry = usableGeometry(m_settings.geometry, screens, windowFrame);
    if (!geometry.isNull())
        setGeometry(geometry);
    if (m_settings.maximized)
        setWindowState(windowState() | Qt::WindowMaximized);
    arrange();
}

bool MainWindow::isNarrow() const { return width() < narrowBelow; }

void MainWindow::setEditorInFront(bool inFront)
{
    m_editorInFront = inFront && m_editing->session();
    arrange();
    if (isNarrow() && m_editorInFront)
        m_editor->focusFirstField();
}

//! Wide: list and editor side by side. Narrow: one of them.
void MainWindow::arrange()
{
    const bool narrow = isNarrow();
    const bool whole = m_ui->wholeEditorAction->isChecked();
    const bool editor = whole || (narrow ? m_editorInFront : m_ui->editorAction->isChecked());
    const bool list = !whole && (!narrow || !m_editorInFront);
    m_editor->setBackVisible(narrow || whole);
    m_header->setVisible(!whole);
    m_browse->setVisible(list);
    m_editor->setVisible(editor);
    m_sidebar->setVisible(!whole && m_ui->sidebarAction->isChecked());
    const int sidebar = m_sidebar->isVisibleTo(this) ? m_settings.sidebarWidth : 0;
    const int beside = editor ? (list ? m_settings.editorWidth : width() - sidebar) : 0;
    m_splitter->setSizes({sidebar, std::max(0, width() - sidebar - beside), beside});
}

//! Dragging a pane shut is the same as hiding it: the menu brings it back at its old width.
void MainWindow::takeSplitter()
{
    const QList<int> sizes = m_splitter->sizes();
    if (m_ui->wholeEditorAction->isChecked())
        return;
    if (sizes[0] > 0)
        m_settings.sidebarWidth = sizes[0];
    else if (m_sidebar->isVisible())
        m_ui->sidebarAction->setChecked(false);
    if (isNarrow() || !m_editor->isVisible())
        return;
    if (sizes[2] > 0)
        m_settings.editorWidth = sizes[2];
    else
        m_ui->editorAction->setChecked(false);
}

//! To the whole window and back, with the focus and the cursor where they are.
void MainWindow::setWholeEditor(bool whole)
{
    const QPointer<QWidget> focus = QApplication::focusWidget();
    arrange();
    if (whole && (!focus || !m_editor->isAncestorOf(focus)))
        m_editing->enter();
    else if (focus && focus->isVisible())
        focus->setFocus(Qt::OtherFocusReason);
}

void MainWindow::back()
{
    if (m_ui->wholeEditorAction->isChecked())
        return m_ui->wholeEditorAction->setChecked(false);
    if (m_editing->session() && m_editing->session()->isNew())
        return m_editing->keepForLater();
    setEditorInFront(false);
    m_browse->focusList();
}

void MainWindow::takeRestored(EditSession *last)
{
    const bool isStart = !std::exchange(m_cameBack, true);
    if (!m_wantedModel.isEmpty()) {
        if (m_workbench.findDraft(m_wantedModel)) // the list may never have it
            showModel(std::exchange(m_wantedModel, {}));
        return;
    }
    if (m_editing->session())
        return; // the person was quicker
    QWidget *focus = QApplication::focusWidget();
    const EditSession *session = m_editing->comeBack(isStart ? last : nullptr);
    if (!session)
        return;
    m_browse->setCurrent(session->modelId());
    setEditorInFront(true);
    m_editing->goBack(false);
    // What is typed first is seldom meant for the field that was left last.
    if (focus && m_editor->isAncestorOf(QApplication::focusWidget()))
        focus->setFocus(Qt::OtherFocusReason);
    m_goesToList = isStart;
    goToListAfterStart();
}

void MainWindow::goToListAfterStart()
{
    const SearchBox &box = m_header->searchBox();
    // Not hasFocus(): the window may not be the active one yet.
    const auto isAtSearch = [&] { return !focusWidget() || focusWidget() == &box; };
    m_goesToList = m_goesToList && isAtSearch() && box.text().isEmpty();
    if (!m_goesToList)
        return;
    m_browse->focusList();
    m_goesToList = isAtSearch(); // there are no rows yet
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_editing)
        arrange();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Out of the editor, into the list.
    if (event->key() == Qt::Key_Escape && m_editor->isAncestorOf(QApplication::focusWidget())) {
        back();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    QList<QWidget *> sections{m_header, m_sidebar, m_browse};
    sections += m_editor->sections();
    sections.append(m_status);
    return goOnInTabOrder(*this, sections, next);
}

void MainWindow::goToPane(int step)
{
    m_ui->wholeEditorAction->setChecked(false);
    QList<QWidget *> panes{&m_header->searchBox()};
    for (QWidget *pane : {static_cast<QWidget *>(m_sidebar), static_cast<QWidget *>(m_browse),
                          static_cast<QWidget *>(m_editor)}) {
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
    } else if (next == m_editor && m_editing->session())
        return m_editing->enter();
    next->setFocus(Qt::ShortcutFocusReason);
    if (!next->hasFocus()) { // a panel without focus of its own
        for (QWidget *child : next->findChildren<QWidget *>()) {
            if (child->isVisible() && child->focusPolicy() & Qt::TabFocus)
                return child->setFocus(Qt::ShortcutFocusReason);
        }
    }
}

} // namespace modelscribe
