// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the menus of the main window.
#include "lists/modeltablemodel.h"
#include "registry/catalogsync.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/draftterm.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/sidebar.h"
#include "ui/browse/statusline.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/panehistory.h"
#include "ui/window/activity.h"
#include "ui/window/commandpalette.h"
#include "ui/window/editing.h"
#include "ui/window/mainwindow.h"
#include "window/ui_mainwindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace modelscribe {

void MainWindow::connectActions()
{
    connect(m_ui->newModelAction, &QAction::triggered, m_editing, &Editing::createNew);
    connect(m_ui->profilesAction, &QAction::triggered, this, &MainWindow::showProfiles);
    connect(m_ui->localRegistryAction, &QAction::triggered, this,
            &MainWindow::localRegistryRequested);
    connect(m_ui->quitAction, &QAction::triggered, this, &QWidget::close);

    // Through the pane: it shows what stands against saving.
    connect(m_ui->reviewAction, &QAction::triggered, m_editor, &EditorPane::review);
    connect(m_ui->revertAction, &QAction::triggered, m_editing, &Editing::revert);
    connect(m_ui->deleteAction, &QAction::triggered, m_editing, &Editing::remove);
    connect(m_ui->previousModelAction, &QAction::triggered, this, [this] { m_browse->step(-1); });
    connect(m_ui->nextModelAction, &QAction::triggered, this, [this] { m_browse->step(1); });
    connect(m_ui->copyModelIdAction, &QAction::triggered, m_editing, &Editing::copyId);

    connect(m_ui->refreshAction, &QAction::triggered, this, [this] {
        if (m_workbench.catalogSync())
            m_workbench.catalogSync()->refresh();
        if (m_browse->showsDrafts())
            m_workbench.recheckDrafts();
    });
    connect(m_ui->cancelLoadingAction, &QAction::triggered, this, [this] {
        if (m_workbench.catalogSync())
            m_workbench.catalogSync()->cancel();
    });
    connect(m_ui->paletteAction, &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_ui->copyRequestIdAction, &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(m_status->lastRequestId()); });
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_ui->toolsMenu, &QMenu::aboutToShow, this, &MainWindow::updateActions);
}

void MainWindow::connectEditActions()
{
    // The editors take these keys themselves; the menu asks whichever has the focus.
    const auto forward = [this](QAction *action, const char *slot) {
        connect(action, &QAction::triggered, this, [slot] {
            if (QWidget *focus = QApplication::focusWidget())
                QMetaObject::invokeMethod(focus, slot);
        });
        const QByteArray signature = QByteArray(slot) + "()";
        const auto update = [action, signature](const QWidget *focus) {
            action->setEnabled(focus
                               && focus->metaObject()->indexOfMethod(signature.constData()) >= 0);
        };
        connect(qApp, &QApplication::focusChanged, action, [update](QWidget *, QWidget *now) {
            // An open menu takes the focus away, but still means the editor.
            if (now || !QApplication::activePopupWidget())
                update(now);
        });
        update(QApplication::focusWidget());
    };
    connectUndo();
    connect(m_ui->resetFieldAction, &QAction::triggered, m_editor, &EditorPane::resetField);
    forward(m_ui->cutAction, "cut");
    forward(m_ui->copyAction, "copy");
    forward(m_ui->pasteAction, "paste");
    forward(m_ui->selectAllAction, "selectAll");
    connect(m_ui->findAction, &QAction::triggered, this, [this] {
        m_ui->wholeEditorAction->setChecked(false);
        m_header->searchBox().setFocus(Qt::ShortcutFocusReason);
        m_header->searchBox().selectAll();
    });
    connect(m_ui->clearSearchAction, &QAction::triggered, this, [this] {
        search({});
        m_header->searchBox().setFocus();
    });
}

void MainWindow::connectUndo()
{
    PaneHistory &history = m_editor->history();
    const auto connectTo = [this, &history](QAction *action, const char *slot, auto inPane) {
        connect(action, &QAction::triggered, this, [this, &history, slot, inPane] {
            if (history.handles(m_undoFocus))
                (history.*inPane)();
            else if (m_undoFocus)
                QMetaObject::invokeMethod(m_undoFocus, slot);
        });
    };
    connectTo(m_ui->undoAction, "undo", &PaneHistory::undo);
    connectTo(m_ui->redoAction, "redo", &PaneHistory::redo);
    connect(&history, &PaneHistory::changed, this, &MainWindow::updateUndo);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (!now && QApplication::activePopupWidget())
            return; // see above
        m_undoFocus = now;
        updateUndo();
    });
    updateUndo();
}

void MainWindow::updateUndo()
{
    const PaneHistory &history = m_editor->history();
    const bool inPane = history.handles(m_undoFocus);
    const auto has = [this](const char *method) {
        return m_undoFocus && m_undoFocus->metaObject()->indexOfMethod(method) >= 0;
    };
    m_ui->undoAction->setEnabled(inPane ? history.canUndo() : has("undo()"));
    m_ui->redoAction->setEnabled(inPane ? history.canRedo() : has("redo()"));
    const QString undone = inPane ? history.undoText() : QString();
    const QString redone = inPane ? history.redoText() : QString();
    m_ui->undoAction->setText(undone.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(undone));
    m_ui->redoAction->setText(redone.isEmpty() ? tr("&Redo") : tr("&Redo %1").arg(redone));
}

void MainWindow::connectViewActions()
{
    connect(m_ui->draftsAction, &QAction::triggered, this, [this] {
        m_ui->wholeEditorAction->setChecked(false);
        search(draftTerm);
        setEditorInFront(false);
        m_browse->focusList();
    });
    connect(m_ui->sidebarAction, &QAction::toggled, this, &MainWindow::arrange);
    connect(m_ui->editorAction, &QAction::toggled, this, &MainWindow::arrange);
    connect(m_ui->wholeEditorAction, &QAction::toggled, this, &MainWindow::setWholeEditor);
    connect(m_editor, &EditorPane::wholeWindowRequested, m_ui->wholeEditorAction, &QAction::toggle);
    connect(m_ui->activityAction, &QAction::triggered, m_activity, &Activity::open);
    connect(m_sidebar, &Sidebar::activityRequested, m_activity, &Activity::open);
    connect(m_activity, &Activity::modelRequested, this, &MainWindow::showModel);
    connect(m_activity, &Activity::daysChanged, this, &MainWindow::settingsChanged);
    connect(m_ui->nextPaneAction, &QAction::triggered, this, [this] { goToPane(1); });
    connect(m_ui->previousPaneAction, &QAction::triggered, this, [this] { goToPane(-1); });

    const std::array themes = {std::pair(m_ui->themeSystemAction, Theme::Mode::System),
                               std::pair(m_ui->themeLightAction, Theme::Mode::Light),
                               std::pair(m_ui->themeDarkAction, Theme::Mode::Dark)};
    auto *themeGroup = new QActionGroup(this);
    for (const auto &[action, mode] : themes) {
        themeGroup->addAction(action);
        action->setChecked(m_settings.theme == mode);
        connect(action, &QAction::triggered, this, [this, chosen = mode] {
            m_settings.theme = chosen;
            Theme::of(this).setMode(chosen);
            emit settingsChanged();
        });
    }
    const std::array languages = {std::pair(m_ui->languageSystemAction, QString()),
                                  std::pair(m_ui->languageEnglishAction, u"en"_s),
                                  std::pair(m_ui->languageChineseAction, u"zh_CN"_s)};
    auto *languageGroup = new QActionGroup(this);
    for (const auto &[action, language] : languages) {
        languageGroup->addAction(action);
        action->setChecked(m_settings.language == language);
        connect(action, &QAction::triggered, this, [this, chosen = language] {
            m_settings.language = chosen;
            emit languageRequested(chosen);
            emit settingsChanged();
        });
    }
}

void MainWindow::retranslate()
{
    m_editor->setEmptyText(tr("Choose a model to see and edit its metadata."));
    updateUndo();
}

void MainWindow::updateActions()
{
    const EditSession *session = m_editing->session();
    const CatalogSync *sync = m_workbench.catalogSync();
    const bool loading = sync && sync->state() == CatalogSync::State::Loading;
    const bool dirty = session && session->isDirty();
    const bool isRegistered = session && !session->isNew();
    m_ui->newModelAction->setEnabled(sync != nullptr);
    m_header->setNewModel(sync != nullptr, session == nullptr);
    m_editor->setNewModelPossible(sync != nullptr);
    m_ui->reviewAction->setEnabled(dirty);
    m_ui->revertAction->setEnabled(dirty && isRegistered);
    m_ui->resetFieldAction->setEnabled(dirty);
    m_ui->wholeEditorAction->setEnabled(session);
    if (!session)
        m_ui->wholeEditorAction->setChecked(false);
    m_ui->deleteAction->setEnabled(isRegistered && !session->isReadOnly());
    m_ui->copyModelIdAction->setEnabled(isRegistered);
    m_ui->previousModelAction->setEnabled(m_browse->shownCount() > 0);
    m_ui->nextModelAction->setEnabled(m_browse->shownCount() > 0);
    m_ui->refreshAction->setEnabled(sync && !loading);
    m_ui->cancelLoadingAction->setEnabled(loading);
    m_ui->clearSearchAction->setEnabled(!m_header->searchBox().text().isEmpty());
    m_ui->copyRequestIdAction->setEnabled(!m_status->lastRequestId().isEmpty());

    const int row = m_browse->rowOf(session);
    m_editor->setNavigation(row > 0, row >= 0 && row + 1 < m_browse->shownCount());
}

void MainWindow::openPalette()
{
    updateActions();
    if (!m_palette)
        m_palette = new CommandPalette(this);
    QList<QAction *> actions;
    for (const QMenu *menu : menuBar()->findChildren<QMenu *>())
        actions += menu->actions();
    actions.removeAll(m_ui->paletteAction);
    m_palette->open(actions);
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setWindowTitle(tr("About ModelScribe"));
    box->setIconPixmap(Theme::of(this).pixmap(u"modelscribe"_s, ThemeColor::Accent, {64, 64},
                                              devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(u"ModelScribe " MODELSCRIBE_VERSION ""_s);
    box->setInformativeText(
        tr("Browse and edit the metadata of the models in Alibaba Cloud PAI's model registry.\n\n"
           "Free software under the GNU General Public License, version 3 or later. Qt %1.")
            .arg(QLatin1StringView(qVersion())));
    auto *close = box->addButton(tr("Close"), QMessageBox::RejectRole);
    box->setDefaultButton(close);
    box->open();
}

} // namespace modelscribe
