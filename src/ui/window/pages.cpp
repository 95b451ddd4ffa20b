// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pages.h"

#include "lists/comparison.h"
#include "registry/connection.h"
#include "session/editsession.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/compare/comparepage.h"
#include "ui/edit/editorpane.h"
#include "ui/figures/figurespage.h"
#include "ui/review/reviewdialog.h"
#include "ui/window/editing.h"
#include "ui/window/opening.h"
#include "ui/window/windowpanes.h"

namespace modelscribe {

Pages::Pages(Workbench &workbench, WindowPanes &panes, Editing &editing, Opening &opening,
             QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_panes(panes)
    , m_editing(editing)
    , m_opening(opening)
    , m_window(window)
{
    connect(&workbench, &Workbench::connectionChanged, this, [this] {
        leave();
        if (Connection *connection = m_workbench.connection())
            connect(connection, &Connection::listScopeChanged, this, &Pages::leave);
    });
}

bool Pages::canCompare() const
{
    const BrowsePane &browse = m_panes.browse();
    const qsizetype count = browse.table().selectedCount();
    return !m_panes.page() && !browse.showsDrafts() && count > 1 && count <= mostCompared;
}

void Pages::compare()
{
    if (!canCompare())
        return;
    if (m_editing.session())
        m_editing.session()->flush(); // what is typed is compared, too
    if (!m_compare)
        m_compare = makeComparePage();
    const QStringList ids = m_panes.browse().table().selectedIds(mostCompared);
    m_panes.showPage(m_compare);
    m_compare->compare(ids);
}

ComparePage *Pages::makeComparePage()
{
    auto *page = new ComparePage(m_workbench, m_panes.browse().models(), &m_window);
    page->hide();
    connect(page, &ComparePage::backRequested, this, &Pages::leave);
    connect(page, &ComparePage::openRequested, this, [this](const QString &modelId) {
        leave();
        m_opening.show(modelId);
    });
    connect(page, &ComparePage::reviewRequested, this, [this, page](EditSession *session) {
        if (ReviewDialog::openFor(m_workbench, *session, &m_window))
            return;
        leave(); // something stands against saving: the editor says what
        m_opening.show(session->modelId());
        m_panes.editor().review();
    });
    connect(page, &ComparePage::draftsRequested, this, &Pages::draftsRequested);
    return page;
}

bool Pages::canShowFigures() const { return m_workbench.catalog() != nullptr; }

void Pages::figures()
{
    if (!canShowFigures())
        return;
    if (!m_figures)
        m_figures = makeFiguresPage();
    if (m_panes.page() == m_figures)
        return leave();
    m_figures->setQuery(m_panes.header().searchBox().query());
    m_panes.showPage(m_figures);
    m_figures->focusTable();
}

FiguresPage *Pages::makeFiguresPage()
{
    auto *page = new FiguresPage(m_panes.browse().models(), &m_window);
    page->hide();
    connect(page, &FiguresPage::backRequested, this, &Pages::leave);
    connect(page, &FiguresPage::filterRequested, this, [this](const FigureBar &bar) {
        leave();
        SearchBox &box = m_panes.header().searchBox();
        box.setQuery(queryWithBar(box.query(), bar));
    });
    return page;
}

void Pages::leave()
{
    if (!m_panes.page())
        return;
    m_panes.showPage(nullptr);
    m_panes.browse().focusList();
}

} // namespace modelscribe

#include "moc_pages.cpp"
