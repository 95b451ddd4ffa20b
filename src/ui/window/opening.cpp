// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/opening.h"

#include "registry/connection.h"
#include "session/draftkeeper.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/draftslist.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/edit/editorpane.h"
#include "ui/window/editing.h"
#include "ui/window/newmodels.h"
#include "ui/window/windowpanes.h"

#include <QApplication>

#include <utility>

namespace modelscribe {

Opening::Opening(Workbench &workbench, WindowPanes &panes, Editing &editing, QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_panes(panes)
    , m_editing(editing)
    , m_window(window)
{
    connectLists();
    connectEditing();
    connect(&workbench.drafts(), &DraftKeeper::restored, this, &Opening::takeRestored);
}

void Opening::connectLists()
{
    const ModelTable &table = m_panes.browse().table();
    connect(&table, &ModelTable::currentIdChanged, this, &Opening::open);
    connect(&table, &ModelTable::openRequested, this, [this](const QString &modelId) {
        open(modelId);
        m_panes.setEditorInFront(true);
    });
    connect(&table, &ModelTable::editRequested, this, [this](const QString &modelId) {
        open(modelId);
        m_panes.showEditor();
        m_panes.editor().focusFirstField();
    });
    connect(&table, &ModelTable::wholeWindowRequested, this, [this](const QString &modelId) {
        open(modelId);
        m_panes.setWholeWindow();
    });
    connect(&table, &ModelTable::cellEditRequested, this,
            [this](const QString &modelId, const QString &column) {
                open(modelId);
                m_panes.setEditorInFront(true);
                m_panes.editor().focusField(column);
            });
    connect(&table, &ModelTable::copyAsNewRequested, this, [this](const QString &modelId) {
        open(modelId);
        m_editing.newModels().createFrom(m_editing.session());
    });
    connect(&table, &ModelTable::deleteRequested, this, [this](const QString &modelId) {
        open(modelId);
        m_editing.remove();
    });
    const DraftsList &drafts = m_panes.browse().drafts();
    connect(&drafts, &DraftsList::chosen, this, [this](EditSession *session) {
        if (!session->isNew())
            openDraft(session);
    });
    connect(&drafts, &DraftsList::openRequested, this, [this](EditSession *session) {
        openDraft(session);
        if (session->isNew())
            return;
        m_panes.setEditorInFront(true);
        m_editing.goBack(true);
    });
    connect(&drafts, &DraftsList::discardRequested, &m_editing, &Editing::discard);
    connect(&drafts, &DraftsList::copyRequested, &m_editing.newModels(), &NewModels::createCopy);
}

void Opening::connectEditing()
{
    connect(&m_editing, &Editing::created, this, &Opening::show);
    connect(&m_editing, &Editing::deleted, this, &Opening::goOnFromDeleted);
    const NewModels *newModels = &m_editing.newModels();
    connect(newModels, &NewModels::shown, this, [this] {
        m_panes.browse().clearCurrent();
        m_panes.showEditor();
    });
    connect(newModels, &NewModels::left, this, [this](const QString &modelId) {
        m_panes.browse().setCurrent(modelId);
        leaveEditor();
    });
}

void Opening::leaveEditor()
{
    m_panes.setEditorInFront(false);
    m_panes.browse().focusList();
}

void Opening::goOnFromDeleted()
{
    if (m_editing.session())
        return; // the person went on
    m_panes.browse().goOnFromGone();
    leaveEditor();
}

void Opening::open(const QString &modelId)
{
    m_wanted.clear();
    m_editing.open(modelId);
}

void Opening::openDraft(EditSession *session)
{
    m_wanted.clear();
    m_editing.openDraft(session);
}

void Opening::show(const QString &modelId)
{
    const Catalog *catalog = m_workbench.catalog();
    const bool isListed = catalog && catalog->find(modelId);
    if (catalog && !isListed) // it is none of the provider's that are listed, if any are
        m_workbench.connection()->listProvider({});
    if (!isListed && !m_workbench.findDraft(modelId)) {
        m_wanted = modelId;
        return;
    }
    BrowsePane &browse = m_panes.browse();
    if (!browse.setCurrent(modelId) && isListed) {
        m_panes.header().searchBox().setQuery({}); // it is there, but the search hides it
        browse.setCurrent(modelId);
    }
    open(modelId);
    m_panes.setEditorInFront(true);
}

void Opening::listChanged()
{
    const Catalog *catalog = m_workbench.catalog();
    if (catalog && !m_wanted.isEmpty() && catalog->find(m_wanted))
        show(std::exchange(m_wanted, {}));
}

void Opening::takeRestored(EditSession *last)
{
    const bool isStart = !std::exchange(m_cameBack, true);
    if (!m_wanted.isEmpty()) {
        if (m_workbench.findDraft(m_wanted)) // the list may never have it
            show(std::exchange(m_wanted, {}));
        return;
    }
    if (m_editing.session())
        return; // the person was quicker
    QWidget *focus = QApplication::focusWidget();
    const EditSession *session = m_editing.comeBack(isStart ? last : nullptr);
    if (!session)
        return;
    m_panes.browse().setCurrent(session->modelId());
    m_panes.setEditorInFront(true);
    m_editing.goBack(false);
    // What is typed first is seldom meant for the field that was left last.
    if (focus && m_panes.editor().isAncestorOf(QApplication::focusWidget()))
        focus->setFocus(Qt::OtherFocusReason);
    m_goesToList = isStart;
    goToListAfterStart();
}

void Opening::goToListAfterStart()
{
    const SearchBox &box = m_panes.header().searchBox();
    // Not hasFocus(): the window may not be the active one yet.
    const auto isAtSearch = [&] {
        return !m_window.focusWidget() || m_window.focusWidget() == &box;
    };
    m_goesToList = m_goesToList && isAtSearch() && box.text().isEmpty();
    if (!m_goesToList)
        return;
    m_panes.browse().focusList();
    m_goesToList = isAtSearch(); // there are no rows yet
}

} // namespace modelscribe

#include "moc_opening.cpp"
