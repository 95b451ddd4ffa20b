// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "connect/profiles.h"
#include "core/visibletext.h"
#include "core/whendone.h"
#include "lists/facetmodel.h"
#include "registry/catalogsync.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/draftslist.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/noticestrip.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/sidebar.h"
#include "ui/browse/statusline.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/panehistory.h"
#include "ui/edit/remotecontent.h"
#include "ui/profiles/connectionbutton.h"
#include "ui/profiles/connectionmenu.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/steadyfocus.h"
#include "ui/window/activity.h"
#include "ui/window/closing.h"
#include "ui/window/commandpalette.h"
#include "ui/window/editing.h"
#include "ui/window/keepingnotices.h"
#include "window/ui_mainwindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

MainWindow::MainWindow(Workbench &workbench, Profiles &profiles, const WindowSettings &settings,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_workbench(workbench)
    , m_profiles(profiles)
    , m_settings(settings)
    , m_ui(std::make_unique<Ui::MainWindow>())
{
    Theme::of(this).setMode(settings.theme);
    m_ui->setupUi(this);
    setWindowIcon(Theme::of(this).icon(u"modelscribe"_s));
    buildLayout();
    new SteadyFocus(this);
    SteadyFocus::setHome(*this, m_header->searchBox());
    SteadyFocus::setHome(*m_browse, m_browse->table());
    m_editing = new Editing(workbench, *m_editor, *this);
    m_notices = new KeepingNotices(workbench, *m_strip);
    m_closing = new Closing(workbench, *this);
    m_activity = new Activity(workbench, *m_editing, *m_editor, *this, settings.historyDays);
    connectBrowsing();
    connectEditing();
    connectDrafts();
    connectActions();
    connectEditActions();
    connectViewActions();
    applySettings();
    connect(&workbench, &Workbench::connectionChanged, this, &MainWindow::takeConnection);
    connect(&workbench, &Workbench::draftsChanged, this, &MainWindow::takeDrafts);
    retranslate();
    takeConnection();
    takeDrafts();
    m_header->searchBox().setFocus();
}

MainWindow::~MainWindow()
{
    // Its editors lose the focus while they go, when the menu is no more.
    disconnect(qApp, nullptr, this, nullptr);
    m_editor->history().disconnect(this);
}

void MainWindow::setRemoteContent(RemoteContent *content) { m_editor->setRemoteContent(content); }

WindowSettings MainWindow::settings() const
{
    WindowSettings result = m_settings;
    result.geometry = normalGeometry();
    result.maximized = isMaximized();
    result.sidebarShown = m_ui->sidebarAction->isChecked();
    result.editorShown = m_ui->editorAction->isChecked();
    result.historyDays = m_activity->days();
    return result;
}

void MainWindow::connectBrowsing()
{
    SearchBox &box = m_header->searchBox();
    connect(&box, &SearchBox::queryChanged, this, [this](const QString &query) {
        m_browse->setQuery(query);
        m_sidebar->showQuery(query);
        takeCounts();
        updateActions();
    });
    connect(&box, &SearchBox::leftDownwards, this, [this] { m_browse->focusList(); });
    connect(m_sidebar, &Sidebar::queryChosen, &box, &SearchBox::setQuery);
    connect(m_header, &HeaderBar::refreshRequested, m_ui->refreshAction, &QAction::trigger);
    connect(m_header, &HeaderBar::cancelRequested, m_ui->cancelLoadingAction, &QAction::trigger);
    connect(m_header, &HeaderBar::newModelRequested, m_ui->newModelAction, &QAction::trigger);
    connect(&m_header->connectionButton(), &QPushButton::clicked, this,
            &MainWindow::openConnectionMenu);
    connect(m_status, &StatusLine::cancelRequested, m_ui->cancelLoadingAction, &QAction::trigger);
    connect(m_browse, &BrowsePane::countsChanged, this, &MainWindow::takeCounts);
    connect(m_browse, &BrowsePane::refreshRequested, m_ui->refreshAction, &QAction::trigger);
    connect(m_browse, &BrowsePane::newModelRequested, m_ui->newModelAction, &QAction::trigger);
    connect(m_browse, &BrowsePane::profilesRequested, this, &MainWindow::showProfiles);
    connect(m_browse, &BrowsePane::localRegistryRequested, this,
            &MainWindow::localRegistryRequested);
    connect(m_browse, &BrowsePane::clearSearchRequested, m_ui->clearSearchAction,
            &QAction::trigger);
    ModelTable &table = m_browse->table();
    connect(&table, &ModelTable::currentIdChanged, this, &MainWindow::openModel);
    connect(&table, &ModelTable::openRequested, this, [this](const QString &modelId) {
        openModel(modelId);
        setEditorInFront(true);
    });
    connect(&table, &ModelTable::sortChanged, this, [this](int sortColumn, Qt::SortOrder order) {
        m_settings.sortColumn = sortColumn;
        m_settings.sortOrder = order;
        emit settingsChanged();
    });
    connect(&table, &ModelTable::typed, &box, [&box](const QString &text) {
        box.setFocus();
        box.end(false);
        box.insert(text);
    });
}

void MainWindow::connectEditing()
{
    m_editor->setWorkbench(&m_workbench);
    connect(m_editor, &EditorPane::reviewRequested, m_editing, &Editing::review);
    connect(m_editor, &EditorPane::revertRequested, m_editing, &Editing::revert);
    connect(m_editor, &EditorPane::copyIdRequested, m_editing, &Editing::copyId);
    connect(m_editor, &EditorPane::copyJsonRequested, m_editing, &Editing::copyJson);
    connect(m_editor, &EditorPane::deleteRequested, m_editing, &Editing::remove);
    connect(m_editor, &EditorPane::newModelRequested, m_ui->newModelAction, &QAction::trigger);
    connect(m_editor, &EditorPane::anotherRequested, m_editing, &Editing::createAnother);
    connect(m_editor, &EditorPane::keepRequested, m_editing, &Editing::keepForLater);
    connect(m_editor, &EditorPane::discardRequested, this,
            [this] { m_editing->discard(m_editing->session()); });
    connect(m_editor, &EditorPane::previousRequested, this, [this] { m_browse->step(-1); });
    connect(m_editor, &EditorPane::nextRequested, this, [this] { m_browse->step(1); });
    connect(m_editor, &EditorPane::backRequested, this, &MainWindow::back);
    connect(m_editing, &Editing::sessionChanged, this, &MainWindow::updateActions);
    connect(m_editing, &Editing::created, this, &MainWindow::showModel);
    connect(m_editing, &Editing::newModelShown, this, [this] {
        m_browse->clearCurrent();
        m_ui->editorAction->setChecked(true);
        setEditorInFront(true);
    });
    connect(m_editing, &Editing::newModelLeft, this, [this](const QString &modelId) {
        m_browse->setCurrent(modelId);
        setEditorInFront(false);
        m_browse->focusList();
    });
    connect(m_editing, &Editing::deleted, this, [this] {
        if (m_editing->session())
            return; // the person went on
        m_browse->goOnFromGone();
        setEditorInFront(false);
        m_browse->focusList();
    });
}

void MainWindow::connectDrafts()
{
    connect(&m_workbench, &Workbench::draftsRestored, this, &MainWindow::takeRestored);
    const DraftsList &drafts = m_browse->drafts();
    connect(&drafts, &DraftsList::chosen, this, [this](EditSession *session) {
        if (!session->isNew())
            openDraft(session);
    });
    connect(&drafts, &DraftsList::openRequested, this, [this](EditSession *session) {
        openDraft(session);
        if (session->isNew())
            return;
        setEditorInFront(true);
        m_editing->goBack(true);
    });
    connect(&drafts, &DraftsList::discardRequested, m_editing, &Editing::discard);
    connect(&drafts, &DraftsList::copyRequested, m_editing, &Editing::createCopy);
    connect(m_notices, &KeepingNotices::retryRequested, this, [this](EditSession *session) {
        openDraft(session);
        setEditorInFront(true);
        m_editing->review();
    });
    connect(m_closing, &Closing::keeping, m_editing, &Editing::notePlace);
}

void MainWindow::takeConnection()
{
    Connection *connection = m_workbench.connection();
    Catalog *catalog = m_workbench.catalog();
    CatalogSync *sync = m_workbench.catalogSync();
    m_header->connectionButton().setConnection(connection);
    m_status->setConnection(connection);
    m_editing->close();
    m_browse->clearCurrent();
    m_browse->setCatalog(catalog, sync);
    m_facets->setValues(m_workbench.valuesInUse());
    setEditorInFront(false);
    if (catalog) {
        connect(sync, &CatalogSync::stateChanged, this, &MainWindow::takeCatalogState);
        connect(catalog, &Catalog::added, this, &MainWindow::takeCatalogState);
    }
    m_wasFailing = false;
    if (connection) {
        connect(connection, &Connection::stateChanged, this, &MainWindow::takeConnectionState);
        connect(connection, &Connection::workspaceChanged, this, [this] {
            m_editing->close();
            m_browse->clearCurrent();
        });
        if (sync->state() == CatalogSync::State::Idle)
            sync->refresh();
        connection->loadWorkspaces();
    }
    takeCatalogState();
    takeCounts();
    showTitle();
}

//! Drafts that waited for the registry are looked at again when it is back.
void MainWindow::takeConnectionState()
{
    const bool failing = m_workbench.connection()->state() == Connection::State::Failing;
    if (std::exchange(m_wasFailing, failing) && !failing)
        m_workbench.recheckDrafts();
}

void MainWindow::takeCatalogState()
{
    const Catalog *catalog = m_workbench.catalog();
    const CatalogSync *sync = m_workbench.catalogSync();
    const bool loading = sync && sync->state() == CatalogSync::State::Loading;
    m_header->setLoading(loading);
    m_status->setLoading(loading, catalog ? catalog->size() : 0, sync ? sync->expectedCount() : 0);
    m_status->setSyncedAt(sync ? sync->loadedAt() : QDateTime());
    if (catalog && !m_wantedModel.isEmpty() && catalog->find(m_wantedModel))
        showModel(std::exchange(m_wantedModel, {}));
    takeCounts();
    updateActions();
}

void MainWindow::takeDrafts()
{
    QSet<QString> ids;
    for (const EditSession *session : m_workbench.dirtySessions()) {
        if (!session->isNew())
            ids.insert(session->modelId());
    }
    m_browse->setDrafts(ids);
    const qsizetype count = m_workbench.dirtySessions().size();
    m_facets->setDraftCount(int(count));
    m_status->setDrafts(count);
    setWindowModified(count > 0);
    updateActions();
}

void MainWindow::takeCounts()
{
    const qsizetype shown = m_browse->shownCount();
    const qsizetype all = m_browse->wholeCount();
    m_header->searchBox().setCount(shown, all);
    // The line at the bottom speaks of models.
    if (m_browse->showsDrafts())
        m_status->setCount(m_browse->modelCount(), m_browse->modelCount());
    else
        m_status->setCount(shown, all);
    // Later: the list is not in sight yet.
    QMetaObject::invokeMethod(this, &MainWindow::goToListAfterStart, Qt::QueuedConnection);
}

void MainWindow::showTitle()
{
    const Connection *connection = m_workbench.connection();
    setWindowTitle(connection ? u"[*]%1 — ModelScribe"_s.arg(
                       visibleText(connection->title(), 60).replace("[*]"_L1, "[*][*]"_L1))
                              : u"[*]ModelScribe"_s);
}

void MainWindow::openModel(const QString &modelId)
{
    m_wantedModel.clear();
    m_editing->open(modelId);
}

void MainWindow::openDraft(EditSession *session)
{
    m_wantedModel.clear();
    m_editing->openDraft(session);
}

void MainWindow::keepState()
{
    m_editing->notePlace();
    emit settingsChanged();
}

void MainWindow::showModel(const QString &modelId)
{
    const Catalog *catalog = m_workbench.catalog();
    const bool isListed = catalog && catalog->find(modelId);
    if (!isListed && !m_workbench.findDraft(modelId)) {
        m_wantedModel = modelId;
        return;
    }
    if (!m_browse->setCurrent(modelId) && isListed) {
        search({}); // it is there, but the search hides it
        m_browse->setCurrent(modelId);
    }
    openModel(modelId);
    setEditorInFront(true);
}

void MainWindow::showError(std::function<QString()> what, const Error &error)
{
    m_browse->notice().showError(std::move(what), error);
}

void MainWindow::showNotice(std::function<QString()> text) { m_notices->tell(std::move(text)); }

void MainWindow::showProfilesError(const Error &error) { m_notices->tellProfiles(error); }

void MainWindow::search(const QString &query) { m_header->searchBox().setQuery(query); }

void MainWindow::useProfile(const QString &name)
{
    whenDone(m_profiles.settingsFor(name), this,
             [this, name](const Result<ConnectionSettings> &settings) {
                 if (settings) {
                     m_profiles.setLastUsed(name);
                     m_workbench.connectTo(*settings);
                     return;
                 }
                 m_browse->notice().showError(
                     [shown = visibleText(name, 40)] {
                         return tr("The profile “%1” cannot be used").arg(shown);
                     },
                     settings.error(), [] { return tr("Open profiles"); },
                     [this] { showProfiles(); });
             });
}

void MainWindow::showProfiles()
{
    if (m_profilesDialog) {
        m_profilesDialog->raise();
        return;
    }
    m_profilesDialog = new ProfilesDialog(m_profiles, this);
    m_profilesDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_profilesDialog, &ProfilesDialog::useRequested, this, &MainWindow::useProfile);
    m_profilesDialog->open();
}

void MainWindow::openConnectionMenu()
{
    if (!m_connectionMenu) {
        m_connectionMenu = new ConnectionMenu(m_workbench, m_profiles, this);
        connect(m_connectionMenu, &ConnectionMenu::workspaceChosen, this,
                [this](const QString &id) {
                    if (m_workbench.connection())
                        m_workbench.connection()->setWorkspaceId(id);
                });
        connect(m_connectionMenu, &ConnectionMenu::profileChosen, this, &MainWindow::useProfile);
        connect(m_connectionMenu, &ConnectionMenu::localRegistryChosen, this,
                &MainWindow::localRegistryRequested);
        connect(m_connectionMenu, &ConnectionMenu::profilesRequested, this,
                &MainWindow::showProfiles);
    }
    const ConnectionButton &button = m_header->connectionButton();
    m_connectionMenu->popup(button.mapToGlobal(QPoint(0, button.height() + 4)));
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        showTitle();
        takeCounts();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_closing->mayClose()) {
        event->ignore();
        return;
    }
    emit settingsChanged();
    event->accept();
}

} // namespace modelscribe

#include "moc_mainwindow.cpp"
