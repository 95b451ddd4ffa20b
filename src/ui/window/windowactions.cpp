// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowactions.h"

#include "lists/draftterm.h"
#include "registry/catalogsync.h"
#include "session/readings.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/statusline.h"
#include "ui/edit/editorpane.h"
#include "ui/widgets/theme.h"
#include "ui/window/activity.h"
#include "ui/window/batching.h"
#include "ui/window/choosing.h"
#include "ui/window/editactions.h"
#include "ui/window/editing.h"
#include "ui/window/fieldcopying.h"
#include "ui/window/helping.h"
#include "ui/window/manyediting.h"
#include "ui/window/newmodels.h"
#include "ui/window/ordering.h"
#include "ui/window/outsideediting.h"
#include "ui/window/pages.h"
#include "ui/window/quickopen.h"
#include "ui/window/savedsearching.h"
#include "ui/window/servicechecking.h"
#include "window/ui_mainwindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMessageBox>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

WindowActions::WindowActions(QMainWindow &window)
    : m_window(window)
    , m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(&window);
}

WindowActions::~WindowActions() = default;

WindowPanes::Toggles WindowActions::toggles() const
{
    return {*m_ui->sidebarAction, *m_ui->editorAction, *m_ui->wholeEditorAction};
}

void WindowActions::setUp(const Parts &parts, Settings &settings)
{
    m_parts.emplace(parts);
    for (Row &row : rows())
        connect(row.action, &QAction::triggered, this, std::move(row.run));
    const ModelTable &table = m_parts->panes.browse().table();
    connect(&table, &ModelTable::selectionCountChanged, this,
            [this] { m_ui->compareAction->setEnabled(m_parts->pages.canCompare()); });
    connect(&table, &ModelTable::compareRequested, &m_parts->pages, &Pages::compare);
    connect(&m_parts->pages, &Pages::draftsRequested, this, &WindowActions::listDrafts);
    connect(&m_parts->panes, &WindowPanes::pageChanged, this, &WindowActions::update);
    connect(&m_parts->panes, &WindowPanes::manyChanged, this, &WindowActions::update);
    for (const QMenu *menu : {m_ui->fileMenu, m_ui->editMenu, m_ui->modelMenu, m_ui->toolsMenu})
        connect(menu, &QMenu::aboutToShow, this, &WindowActions::update);
    connect(&m_parts->quickOpen, &QuickOpen::aboutToOpen, this, &WindowActions::update);
    setUpEditing();
    m_ui->largerTextAction->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    setUpChoice(settings, SettingId::Theme,
                {m_ui->themeSystemAction, m_ui->themeLightAction, m_ui->themeDarkAction});
    setUpChoice(
        settings, SettingId::Language,
        {m_ui->languageSystemAction, m_ui->languageEnglishAction, m_ui->languageChineseAction});
}

std::vector<WindowActions::Row> WindowActions::rows()
{
    auto &[workbench, panes, editing, many, batching, copying, ordering, activity, pages, quickOpen,
           saved, choosing, outside, checking, helping] = *m_parts;
    BrowsePane &browse = panes.browse();
    EditorPane &editor = panes.editor();
    NewModels &newModels = editing.newModels();
    return {
        {m_ui->newModelAction, [&newModels] { newModels.create(); }},
        {m_ui->profilesAction, [this] { emit profilesRequested(); }},
        {m_ui->localRegistryAction, [this] { emit localRegistryRequested(0); }},
        {m_ui->ownRegistryAction, [this] { emit localRegistryRequested(1); }},
        {m_ui->quitAction, [this] { m_window.close(); }},

        {m_ui->resetFieldAction, [&editor] { editor.resetField(); }},
        {m_ui->pasteValuesAction, [&batching = batching] { batching.pasteValues(); }},
        {m_ui->copyFieldsAction, [&copying = copying] { copying.copy(); }},
        {m_ui->pasteFieldsAction, [&copying = copying] { copying.paste(); }},
        {m_ui->fillDownAction, [&copying = copying] { copying.fillDown(); }},
        {m_ui->selectPastedAction, [&many = many] { many.selectPasted(); }},
        {m_ui->editOutsideAction, [&outside = outside] { outside.start(); }},
        {m_ui->findAction, [this] { findModels(); }},
        {m_ui->clearSearchAction, [this] { findAll(); }},
        {m_ui->saveSearchAction, [&saved = saved] { saved.save(); }},
        {m_ui->importSearchesAction, [&saved = saved] { saved.importSearches(); }},
        {m_ui->exportSearchesAction, [&saved = saved] { saved.exportSearches(); }},
        {m_ui->settingsAction, [&choosing = choosing] { choosing.open(); }},

        // Through the pane: it shows what stands against saving.
        {m_ui->reviewAction,
         [&panes = panes, &many = many, &editor] {
             if (panes.many())
                 many.review();
             else
                 editor.review();
         }},
        {m_ui->reviewDraftsAction, [&batching = batching] { batching.reviewDrafts(); }},
        {m_ui->revertAction, [&editing = editing] { editing.revert(); }},
        {m_ui->newFromAction,
         [&editing = editing, &newModels] { newModels.createFrom(editing.session()); }},
        {m_ui->orderByHandAction, [&ordering = ordering] { ordering.begin(); }},
        {m_ui->moveUpAction, [&ordering = ordering] { ordering.move(-1); }},
        {m_ui->moveDownAction, [&ordering = ordering] { ordering.move(1); }},
        {m_ui->deleteAction, [&editing = editing] { editing.remove(); }},
        {m_ui->compareAction, [&pages = pages] { pages.compare(); }},
        {m_ui->previousModelAction, [&browse] { browse.step(-1); }},
        {m_ui->nextModelAction, [&browse] { browse.step(1); }},
        {m_ui->copyModelIdAction, [&editing = editing] { editing.copyId(); }},

        {m_ui->draftsAction, [this] { listDrafts(); }},
        {m_ui->columnsAction,
         [&browse] { browse.chooseColumns(browse.mapToGlobal(QPoint(browse.width() - 264, 32))); }},
        {m_ui->figuresAction, [&pages = pages] { pages.figures(); }},
        {m_ui->activityAction, [&activity = activity] { activity.open(); }},
        {m_ui->largerTextAction, [&choosing = choosing] { choosing.resizeText(1); }},
        {m_ui->smallerTextAction, [&choosing = choosing] { choosing.resizeText(-1); }},
        {m_ui->normalTextAction, [&choosing = choosing] { choosing.resizeText(0); }},
        {m_ui->nextPaneAction, [&panes = panes] { panes.goToPane(1); }},
        {m_ui->previousPaneAction, [&panes = panes] { panes.goToPane(-1); }},

        {m_ui->refreshAction, [this] { readAgain(); }},
        {m_ui->cancelLoadingAction,
         [&workbench = workbench] {
             if (workbench.catalogSync())
                 workbench.catalogSync()->cancel();
         }},
        {m_ui->labelsAction, [&batching = batching] { batching.showLabels(); }},
        {m_ui->paletteAction, [&quickOpen = quickOpen] { quickOpen.open(); }},
        {m_ui->checkServiceAction, [&checking = checking] { checking.check(); }},
        {m_ui->copyRequestIdAction, [this] { copyRequestId(); }},

        {m_ui->helpAction, [&helping = helping] { helping.open(); }},
        {m_ui->shortcutsAction, [&helping = helping] { helping.showPage("shortcuts"_L1); }},
        {m_ui->whatsNewAction, [&helping = helping] { helping.showPage("whats-new"_L1); }},
        {m_ui->reportAction, [&helping = helping] { helping.report(); }},
        {m_ui->aboutAction, [this] { showAbout(); }},
    };
}

void WindowActions::setUpEditing()
{
    const EditActions::Actions actions{*m_ui->undoAction,  *m_ui->redoAction,
                                       *m_ui->cutAction,   *m_ui->copyAction,
                                       *m_ui->pasteAction, *m_ui->selectAllAction};
    m_edit = new EditActions(actions, m_parts->panes.editor().history(), this);
}

void WindowActions::setUpChoice(Settings &settings, SettingId id, const QList<QAction *> &actions)
{
    auto *group = new QActionGroup(this);
    const auto choices = settingOf(id).choices;
    for (qsizetype i = 0; i < actions.size(); ++i) {
        group->addAction(actions[i]);
        connect(actions[i], &QAction::triggered, this,
                [&settings, id, name = choices[size_t(i)].name] {
                    std::ignore = settings.set(id, name);
                });
    }
    const auto mark = [&settings, id, actions, choices] {
        for (qsizetype i = 0; i < actions.size(); ++i)
            actions[i]->setChecked(choices[size_t(i)].name == settings.text(id));
    };
    mark();
    connect(&settings, &Settings::changed, this, [id, mark](SettingId changed) {
        if (changed == id)
            mark();
    });
}

void WindowActions::update()
{
    const auto &[workbench, panes, editing, many, batching, copying, ordering, activity, pages,
                 quickOpen, saved, choosing, outside, checking, helping] = *m_parts;
    // What is in the editor is not in sight while a page is, or a form over many.
    const bool isEditor = !panes.page() && !panes.many();
    const EditSession *session = isEditor ? editing.session() : nullptr;
    const CatalogSync *sync = workbench.catalogSync();
    const bool loading = sync && sync->state() == CatalogSync::State::Loading;
    const bool dirty = session && session->isDirty();
    const bool isRegistered = session && !session->isNew();
    m_ui->newModelAction->setEnabled(sync != nullptr);
    m_ui->reviewAction->setEnabled(dirty || (!panes.page() && many.canReview()));
    m_ui->reviewDraftsAction->setEnabled(workbench.connection() && !panes.page());
    m_ui->revertAction->setEnabled(dirty && isRegistered);
    m_ui->resetFieldAction->setEnabled(dirty);
    m_ui->wholeEditorAction->setEnabled(session || panes.many());
    if (!session && !panes.many())
        m_ui->wholeEditorAction->setChecked(false);
    m_ui->deleteAction->setEnabled(isRegistered && !session->isReadOnly());
    m_ui->editOutsideAction->setEnabled(session && !session->isReadOnly());
    m_ui->copyModelIdAction->setEnabled(isRegistered);
    m_ui->newFromAction->setEnabled(isRegistered);
    updateMany();
    m_ui->compareAction->setEnabled(pages.canCompare());
    m_ui->figuresAction->setEnabled(pages.canShowFigures());
    const bool canStep = !panes.page() && panes.browse().shownCount() > 0;
    m_ui->previousModelAction->setEnabled(canStep);
    m_ui->nextModelAction->setEnabled(canStep);
    m_ui->refreshAction->setEnabled(sync && !loading);
    m_ui->cancelLoadingAction->setEnabled(loading);
    m_ui->clearSearchAction->setEnabled(!panes.header().searchBox().text().isEmpty());
    m_ui->saveSearchAction->setEnabled(panes.header().searchBox().canBeSaved());
    m_ui->exportSearchesAction->setEnabled(saved.hasAny());
    m_ui->checkServiceAction->setEnabled(checking.canCheck());
    m_ui->copyRequestIdAction->setEnabled(!panes.status().lastRequestId().isEmpty());
}

void WindowActions::updateMany()
{
    const bool isConnected = m_parts->workbench.catalog() != nullptr;
    const FieldCopying &copying = m_parts->copying;
    m_ui->selectPastedAction->setEnabled(isConnected);
    m_ui->pasteValuesAction->setEnabled(isConnected && !m_parts->panes.page());
    m_ui->copyFieldsAction->setEnabled(copying.canCopy());
    const auto models = int(copying.modelsToPasteInto());
    m_ui->pasteFieldsAction->setEnabled(models > 0);
    m_ui->pasteFieldsAction->setText(models > 0
                                         ? tr("Paste f&ields into %Ln model(s)…", nullptr, models)
                                         : tr("Paste f&ields…"));
    m_ui->fillDownAction->setEnabled(copying.canFillDown());
    m_ui->orderByHandAction->setEnabled(isConnected);
    m_ui->moveUpAction->setEnabled(m_parts->ordering.canMove());
    m_ui->moveDownAction->setEnabled(m_parts->ordering.canMove());
}

void WindowActions::retranslate()
{
    m_ui->retranslateUi(&m_window);
    if (m_edit)
        m_edit->updateUndo();
}

void WindowActions::nameLocalRegistries(const QStringList &texts)
{
    m_ui->localRegistryAction->setText(texts.value(0));
    m_ui->ownRegistryAction->setText(texts.value(1));
}

void WindowActions::createNew() { m_ui->newModelAction->trigger(); }

void WindowActions::refresh() { m_ui->refreshAction->trigger(); }

void WindowActions::cancelLoading() { m_ui->cancelLoadingAction->trigger(); }

void WindowActions::clearSearch() { m_ui->clearSearchAction->trigger(); }

void WindowActions::readAgain()
{
    if (m_parts->workbench.catalogSync())
        m_parts->workbench.catalogSync()->refreshNewest(CatalogSync::Then::All);
    if (m_parts->panes.browse().showsDrafts())
        m_parts->workbench.readings().recheckDrafts();
}

void WindowActions::findModels()
{
    m_ui->wholeEditorAction->setChecked(false);
    m_parts->panes.showPage(nullptr);
    if (m_parts->panes.page()) // nothing to look through yet
        return;
    SearchBox &box = m_parts->panes.header().searchBox();
    box.setFocus(Qt::ShortcutFocusReason);
    box.selectAll();
}

void WindowActions::findAll()
{
    m_parts->panes.showPage(nullptr);
    if (m_parts->panes.page()) // nothing to look through yet
        return;
    SearchBox &box = m_parts->panes.header().searchBox();
    box.setQuery({});
    box.setFocus();
}

void WindowActions::listDrafts()
{
    m_ui->wholeEditorAction->setChecked(false);
    m_parts->panes.showPage(nullptr);
    if (m_parts->panes.page()) // nothing to look through yet
        return;
    m_parts->panes.header().searchBox().setQuery(draftTerm);
    m_parts->panes.setEditorInFront(false);
    m_parts->panes.browse().focusList();
}

void WindowActions::copyRequestId()
{
    QApplication::clipboard()->setText(m_parts->panes.status().lastRequestId());
}

void WindowActions::showAbout()
{
    auto *box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setWindowTitle(tr("About ModelScribe"));
    box->setIconPixmap(Theme::of(&m_window).pixmap(u"modelscribe"_s, ThemeColor::Accent, {64, 64},
                                                   m_window.devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(u"ModelScribe " MODELSCRIBE_VERSION ""_s);
    box->setInformativeText(
        tr("Browse and edit the metadata of the models in Alibaba Cloud PAI’s model registry.\n\n"
           "Free software under the GNU General Public License, version 3 or later. Qt %1.")
            .arg(QLatin1StringView(qVersion())));
    auto *close = box->addButton(tr("Close"), QMessageBox::RejectRole);
    box->setDefaultButton(close);
    box->open();
}

} // namespace modelscribe

#include "moc_windowactions.cpp"
