// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/quickopen.h"

#include "core/visibletext.h"
#include "lists/providertitle.h"
#include "registry/catalog.h"
#include "registry/connection.h"
#include "session/savedsearches.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/searchbox.h"
#include "ui/widgets/mnemonic.h"
#include "ui/window/commandpalette.h"
#include "ui/window/editing.h"
#include "ui/window/opening.h"
#include "ui/window/palettemodels.h"
#include "ui/window/windowpanes.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace modelscribe {

QuickOpen::QuickOpen(Workbench &workbench, WindowPanes &panes, Editing &editing, Opening &opening,
                     const RecentModels::Kept &recent, QMainWindow &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_panes(panes)
    , m_editing(editing)
    , m_opening(opening)
    , m_window(window)
    , m_recent(workbench, editing, recent)
{
    addSource(
        new PaletteList([] { return tr("Commands"); }, [this] { return actions(false); }, this));
    addSource(
        new PaletteList([] { return tr("Settings"); }, [this] { return actions(true); }, this));
    auto *models = new PaletteModels(
        panes.browse().models(), [this] { return m_recent.ids(); },
        [&workbench](const QString &id) {
            return workbench.catalog() ? workbench.catalog()->find(id) : nullptr;
        },
        this);
    connect(models, &PaletteModels::chosen, this, &QuickOpen::openModel);
    addSource(models);
    addSource(
        new PaletteList([] { return tr("Saved searches"); }, [this] { return searches(); }, this));
    addSource(
        new PaletteList([] { return tr("Workspaces"); }, [this] { return workspaces(); }, this));
}

void QuickOpen::addSource(PaletteSource *source)
{
    m_sources.append(source);
    if (m_palette)
        m_palette->addSource(source);
}

void QuickOpen::open()
{
    emit aboutToOpen();
    if (!m_palette) {
        m_palette = new CommandPalette(&m_window);
        for (PaletteSource *source : std::as_const(m_sources))
            m_palette->addSource(source);
    }
    m_palette->open();
}

//! Of the menus: settings are what is switched on and off, commands the others.
QList<PaletteEntry> QuickOpen::actions(bool areSettings) const
{
    QList<PaletteEntry> entries;
    for (const QMenu *menu : m_window.menuBar()->findChildren<QMenu *>()) {
        const bool isInside = qobject_cast<const QMenu *>(menu->parentWidget());
        for (QAction *action : menu->actions()) {
            if (action->isSeparator() || action->menu() || action->isCheckable() != areSettings
                || !action->isEnabled() || !action->isVisible())
                continue;
            const QString text = withoutMnemonic(action->text());
            entries.append({.text = isInside ? tr("%1: %2", "a setting and one of its values")
                                                   .arg(withoutMnemonic(menu->title()), text)
                                             : text,
                            .about = {},
                            .keys = action->shortcut().toString(QKeySequence::NativeText),
                            .isInUse = action->isChecked(),
                            .run = [action = QPointer(action)] {
                                if (action)
                                    action->trigger();
                            }});
        }
    }
    return entries;
}

QList<PaletteEntry> QuickOpen::searches() const
{
    QList<PaletteEntry> entries;
    for (const SavedSearch &search : m_workbench.searches().set().searches) {
        entries.append({.text = visibleText(search.name),
                        .about = visibleText(search.query, 200),
                        .keys = {},
                        .run = [this, query = search.query] {
                            m_panes.showPage(nullptr);
                            m_panes.header().searchBox().setQuery(query);
                        }});
    }
    return entries;
}

QList<PaletteEntry> QuickOpen::workspaces() const
{
    Connection *connection = m_workbench.connection();
    if (!connection)
        return {};
    QList<PaletteEntry> entries;
    const auto add = [&](const QString &title, const QString &id) {
        entries.append({.text = visibleText(title, 200),
                        .about = visibleText(id, 60),
                        .keys = {},
                        .isInUse = connection->listScope() == ListScope{.workspaceId = id},
                        .run = [connection = QPointer(connection), id] {
                            if (connection)
                                connection->setWorkspaceId(id);
                        }});
    };
    if (!connection->workspaces().isEmpty())
        add(tr("All workspaces"), {});
    for (const Workspace &workspace : connection->workspaces())
        add(workspace.title(), workspace.id);
    for (const QString &provider : connection->providers()) {
        entries.append({.text = providerListTitle(provider),
                        .about = tr("Public models, read-only"),
                        .keys = {},
                        .isInUse = connection->listScope().provider == provider,
                        .run = [connection = QPointer(connection), provider] {
                            if (connection)
                                connection->listProvider(provider);
                        }});
    }
    return entries;
}

void QuickOpen::openModel(const QString &modelId)
{
    m_panes.showPage(nullptr);
    m_opening.show(modelId);
    m_panes.showEditor();
    m_editing.enter();
    m_recent.note(modelId);
}

} // namespace modelscribe

#include "moc_quickopen.cpp"
