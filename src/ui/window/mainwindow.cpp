// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "connect/connector.h"
#include "core/visibletext.h"
#include "lists/facetmodel.h"
#include "remote/remotecontent.h"
#include "session/batchkeeper.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/noticestrip.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/sidebar.h"
#include "ui/browse/statusline.h"
#include "ui/edit/editorpane.h"
#include "ui/profiles/connectionbutton.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/steadyfocus.h"
#include "ui/widgets/theme.h"
#include "ui/window/activity.h"
#include "ui/window/batching.h"
#include "ui/window/choosing.h"
#include "ui/window/closing.h"
#include "ui/window/connecting.h"
#include "ui/window/editing.h"
#include "ui/window/fieldcopying.h"
#include "ui/window/firststart.h"
#include "ui/window/helping.h"
#include "ui/window/keepingnotices.h"
#include "ui/window/listing.h"
#include "ui/window/localregistries.h"
#include "ui/window/manyediting.h"
#include "ui/window/newmodels.h"
#include "ui/window/opening.h"
#include "ui/window/ordering.h"
#include "ui/window/outsideediting.h"
#include "ui/window/pages.h"
#include "ui/window/quickopen.h"
#include "ui/window/savedsearching.h"
#include "ui/window/searching.h"
#include "ui/window/servicechecking.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowpanes.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QScreen>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

MainWindow::MainWindow(Workbench &workbench, Connector &connector, const WindowSettings &settings,
                       Settings *choices, QWidget *parent)
    : QMainWindow(parent)
    , m_workbench(workbench)
    , m_settings(settings)
    , m_choices(choices ? *choices : *new Settings({}, this))
    , m_actions(std::make_unique<WindowActions>(*this))
{
    setWindowIcon(Theme::of(this).icon(u"modelscribe"_s));
    m_panes = new WindowPanes(*this, m_actions->toggles(),
                              {settings.sidebarWidth, settings.editorWidth});
    m_header = &m_panes->header();
    m_sidebar = &m_panes->sidebar();
    m_browse = &m_panes->browse();
    m_editor = &m_panes->editor();
    m_status = &m_panes->status();
    m_searching = new Searching(workbench, *m_panes, this);
    m_browse->setWorkbench(&workbench);
    new SteadyFocus(this);
    SteadyFocus::setHome(*this, m_header->searchBox());
    SteadyFocus::setHome(*m_browse, m_browse->table());
    m_editing = new Editing(workbench, *m_editor, *this);
    m_many = new ManyEditing(workbench, *m_panes, *this);
    m_opening = new Opening(workbench, *m_panes, *m_editing, *this);
    m_pages = new Pages(workbench, *m_panes, *m_editing, *m_opening, *this);
    m_quickOpen = new QuickOpen(workbench, *m_panes, *m_editing, *m_opening, settings.recentModels,
                                *this);
    m_connecting = new Connecting(workbench, connector, m_header->connectionButton(),
                                  m_browse->notice());
    m_local = new LocalRegistries(workbench, connector, *m_connecting, *m_panes, settings.local);
    m_listing = new Listing(workbench, {*m_panes, *m_editing, *m_opening, *m_local}, this);
    m_firstStart = new FirstStart(workbench, connector, *m_connecting, *m_panes, this);
    m_notices = new KeepingNotices(workbench, m_panes->strip());
    m_closing = new Closing(workbench, *this);
    m_activity = new Activity(workbench, *m_editing, *m_editor, *this,
                              m_choices.number(SettingId::JournalDays));
    m_batching = new Batching(workbench, {*m_panes, *m_pages, *m_opening, *m_many, *m_activity},
                              *this);
    m_copying = new FieldCopying(workbench, {*m_panes, *m_editing, m_batching->reviewing()},
                                 m_choices.list(SettingId::NotCopied), *this);
    m_ordering = new Ordering(workbench, {*m_panes, m_batching->reviewing(), m_batching->runs()},
                              this);
    m_choosing = new Choosing(m_choices, workbench, {*m_panes, *m_activity, *m_copying}, *this);
    m_outside = new OutsideEditing(workbench, m_choices,
                                   {*m_panes, *m_editing, *m_choosing, *m_notices}, this);
    m_checking = new ServiceChecking(workbench, *this);
    m_helping = new Helping(workbench, *this, m_choices, [this] { return this->settings(); });
    connectBrowsing();
    connectEditing();
    connectDrafts();
    connectActions();
    applySettings();
    connect(&workbench, &Workbench::connectionChanged, this, &MainWindow::connectionChanged);
    connect(&workbench, &Workbench::draftsChanged, this, &MainWindow::draftsChanged);
    retranslate();
    connectionChanged();
    draftsChanged();
    m_header->searchBox().setFocus();
}

MainWindow::~MainWindow()
{
    // Its editors lose the focus while they go, when the menu is no more.
    m_actions.reset();
}

void MainWindow::setRemoteContent(RemoteContent *content) { m_editor->setRemoteContent(content); }

WindowSettings MainWindow::settings() const
{
    WindowSettings result = m_settings;
    result.geometry = normalGeometry();
    result.maximized = isMaximized();
    result.sidebarShown = m_actions->toggles().sidebar.isChecked();
    result.editorShown = m_actions->toggles().editor.isChecked();
    result.sidebarWidth = m_panes->widths().sidebar;
    result.editorWidth = m_panes->widths().editor;
    result.recentModels = m_quickOpen->recent().kept();
    result.local = m_local->settings();
    return result;
}

void MainWindow::applySettings()
{
    m_browse->table().columns().arrange(TableLayout::fromText(m_settings.tableOf({})));
    m_actions->toggles().sidebar.setChecked(m_settings.sidebarShown);
    m_actions->toggles().editor.setChecked(m_settings.editorShown);
    resize(sizeOnScreen({1280, 800}, roomOnScreen(*this)));
    QList<QRect> screens;
    for (const QScreen *screen : QGuiApplication::screens())
        screens.append(screen->availableGeometry());
    const QRect geometry = usableGeometry(m_settings.geometry, screens, windowFrame);
    if (!geometry.isNull())
        setGeometry(geometry);
    if (m_settings.maximized)
        setWindowState(windowState() | Qt::WindowMaximized);
    m_panes->arrange();
}

void MainWindow::connectBrowsing()
{
    connect(m_searching, &Searching::queryChanged, this, [this] {
        m_listing->showCounts();
        updateActions();
    });
    WindowActions *actions = m_actions.get();
    connect(m_header, &HeaderBar::refreshRequested, actions, &WindowActions::refresh);
    connect(m_header, &HeaderBar::cancelRequested, actions, &WindowActions::cancelLoading);
    connect(m_header, &HeaderBar::newModelRequested, actions, &WindowActions::createNew);
    connect(m_status, &StatusLine::cancelRequested, actions, &WindowActions::cancelLoading);
    connect(m_browse, &BrowsePane::refreshRequested, actions, &WindowActions::refresh);
    connect(m_browse, &BrowsePane::newModelRequested, actions, &WindowActions::createNew);
    connect(m_browse, &BrowsePane::profilesRequested, this, &MainWindow::showProfiles);
    connect(m_browse, &BrowsePane::localRegistryRequested, this, &MainWindow::useLocalRegistry);
    connect(m_browse, &BrowsePane::clearSearchRequested, actions, &WindowActions::clearSearch);
    connect(&m_browse->table().columns(), &TableColumns::changed, this,
            &MainWindow::keepArrangement);
    connect(m_listing, &Listing::changed, this, &MainWindow::updateActions);
}

void MainWindow::keepArrangement()
{
    const Connection *connection = m_workbench.connection();
    m_settings.setTable(connection ? connection->registryKey() : QString(),
                        m_browse->table().columns().arrangement().toText());
    emit settingsChanged();
}

void MainWindow::connectEditing()
{
    m_editor->setWorkbench(&m_workbench);
    connect(m_editor, &EditorPane::reviewRequested, m_editing, &Editing::review);
    connect(m_editor, &EditorPane::revertRequested, m_editing, &Editing::revert);
    connect(m_editor, &EditorPane::copyIdRequested, m_editing, &Editing::copyId);
    connect(m_editor, &EditorPane::copyJsonRequested, m_editing, &Editing::copyJson);
    connect(m_editor, &EditorPane::deleteRequested, m_editing, &Editing::remove);
    connect(m_editor, &EditorPane::newModelRequested, m_actions.get(), &WindowActions::createNew);
    NewModels *newModels = &m_editing->newModels();
    connect(m_editor, &EditorPane::anotherRequested, newModels, &NewModels::createAnother);
    connect(m_editor, &EditorPane::keepRequested, newModels, &NewModels::keepForLater);
    connect(m_editor, &EditorPane::discardRequested, this,
            [this] { m_editing->discard(m_editing->session()); });
    connect(m_editor, &EditorPane::previousRequested, this, [this] { m_browse->step(-1); });
    connect(m_editor, &EditorPane::nextRequested, this, [this] { m_browse->step(1); });
    connect(m_editor, &EditorPane::backRequested, this, &MainWindow::back);
    connect(m_editing, &Editing::sessionChanged, this, &MainWindow::updateActions);
    connect(m_many, &ManyEditing::sessionChanged, this, &MainWindow::updateActions);
}

void MainWindow::connectDrafts()
{
    connect(m_notices, &KeepingNotices::retryRequested, this, [this](EditSession *session) {
        m_opening->openDraft(session);
        m_panes->setEditorInFront(true);
        m_editing->review();
    });
    connect(m_closing, &Closing::keeping, m_editing, &Editing::notePlace);
    connect(m_closing, &Closing::keeping, m_outside, &OutsideEditing::takeNow);
}

void MainWindow::connectActions()
{
    SavedSearching &saved = m_searching->saved();
    m_actions->setUp({m_workbench, *m_panes, *m_editing, *m_many, *m_batching, *m_copying,
                      *m_ordering, *m_activity, *m_pages, *m_quickOpen, saved, *m_choosing,
                      *m_outside, *m_checking, *m_helping},
                     m_choices);
    m_helping->tellNews(std::exchange(m_settings.version, WindowSettings().version), *m_notices);
    connect(&saved, &SavedSearching::told, m_notices, &KeepingNotices::offer);
    WindowActions *actions = m_actions.get();
    connect(actions, &WindowActions::profilesRequested, this, &MainWindow::showProfiles);
    connect(actions, &WindowActions::localRegistryRequested, m_connecting,
            &Connecting::useLocalOffer);
    connect(m_firstStart, &FirstStart::languageChosen, this, [this](const QString &language) {
        std::ignore = m_choices.set(SettingId::Language, language);
    });
    connect(m_firstStart, &FirstStart::firstStepsRequested, m_helping,
            [this] { m_helping->showPage("first-steps"_L1); });
    connect(m_local, &LocalRegistries::settingsChanged, this, &MainWindow::settingsChanged);
    connect(m_panes, &WindowPanes::editorEntered, m_editing, &Editing::enter);
    connect(m_sidebar, &Sidebar::activityRequested, m_activity, &Activity::open);
    connect(m_activity, &Activity::modelRequested, m_opening, &Opening::show);
    connect(&m_quickOpen->recent(), &RecentModels::changed, this, &MainWindow::settingsChanged);
    connect(m_connecting, &Connecting::noticed, this, &MainWindow::showNotice);
    connect(m_checking, &ServiceChecking::noticed, this, &MainWindow::showNotice);
}

void MainWindow::connectionChanged()
{
    Connection *connection = m_workbench.connection();
    m_actions->nameLocalRegistries(m_local->actionTexts());
    m_header->connectionButton().setConnection(connection);
    m_editing->close();
    m_browse->clearCurrent();
    m_browse->setCatalog(m_workbench.catalog(), m_workbench.catalogSync());
    m_searching->takeCatalog();
    m_panes->setEditorInFront(false);
    if (connection) {
        m_browse->table().columns().arrange(
            TableLayout::fromText(m_settings.tableOf(connection->registryKey())));
        connect(connection, &Connection::listScopeChanged, this, [this] {
            m_editing->close();
            m_browse->clearCurrent();
        });
    }
    m_listing->takeConnection();
    showTitle();
}

void MainWindow::draftsChanged()
{
    QSet<QString> ids;
    for (const EditSession *session : m_workbench.dirtySessions()) {
        if (!session->isNew())
            ids.insert(session->modelId());
    }
    m_browse->setDrafts(ids);
    const qsizetype count = m_workbench.dirtySessions().size()
                            + m_workbench.batchDrafts().drafts().size();
    m_searching->facets().setDraftCount(int(count));
    m_status->setDrafts(count);
    setWindowModified(count > 0);
    updateActions();
}

void MainWindow::retranslate()
{
    m_editor->setEmptyText(tr("Choose a model to see and edit its metadata."));
}

void MainWindow::showTitle()
{
    const Connection *connection = m_workbench.connection();
    setWindowTitle(connection ? u"[*]%1 — ModelScribe"_s.arg(
                       visibleText(connection->title(), 60).replace("[*]"_L1, "[*][*]"_L1))
                              : u"[*]ModelScribe"_s);
}

void MainWindow::back()
{
    QAction &wholeEditor = m_actions->toggles().wholeEditor;
    if (wholeEditor.isChecked())
        return wholeEditor.setChecked(false);
    if (m_editing->session() && m_editing->session()->isNew())
        return m_editing->newModels().keepForLater();
    m_panes->setEditorInFront(false);
    m_browse->focusList();
}

void MainWindow::keepState()
{
    m_editing->notePlace();
    m_outside->takeNow();
    emit settingsChanged();
}

void MainWindow::showError(std::function<QString()> what, const Error &error)
{
    m_browse->notice().showError(std::move(what), error);
}

void MainWindow::showNotice(std::function<QString()> text) { m_notices->tell(std::move(text)); }

void MainWindow::showProfilesError(const Error &error) { m_notices->tellProfiles(error); }

void MainWindow::showModel(const QString &modelId) { m_opening->show(modelId); }

void MainWindow::search(const QString &query) { m_header->searchBox().setQuery(query); }

void MainWindow::use(const ConnectionChoice &choice) { m_connecting->use(choice); }

void MainWindow::useWhatWasChosen(const ConnectionChoice &fallback)
{
    if (const auto choice = m_local->remembered(fallback))
        m_connecting->use(*choice);
    else
        m_firstStart->show();
}

void MainWindow::useProfile(const QString &name) { m_connecting->useProfile(name); }

void MainWindow::useLocalRegistry() { m_connecting->useLocalRegistry(); }

void MainWindow::showProfiles() { m_connecting->showProfiles(); }

void MainWindow::updateActions()
{
    m_actions->update();
    const bool isConnected = m_workbench.catalog() != nullptr;
    const EditSession *session = m_editing->session();
    m_header->setNewModel(isConnected, session == nullptr && !m_panes->many());
    m_editor->setNewModelPossible(isConnected);
    const int row = m_browse->rowOf(session);
    m_editor->setNavigation(row > 0, row >= 0 && row + 1 < m_browse->shownCount());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_panes)
        m_panes->arrange();
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

bool MainWindow::focusNextPrevChild(bool next) { return m_panes->goOn(next); }

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_actions->retranslate();
        m_actions->nameLocalRegistries(m_local->actionTexts());
        retranslate();
        showTitle();
        m_listing->showCounts();
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
