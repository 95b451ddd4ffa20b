// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/palettesource.h"
#include "ui/window/recentmodels.h"

class QAction;
class QMainWindow;

namespace modelscribe {

class CommandPalette;
class Opening;
class WindowPanes;

//! What the palette finds: actions and settings of the menus, models, saved searches, workspaces.
class QuickOpen : public QObject
{
    Q_OBJECT

public:
    QuickOpen(Workbench &workbench, WindowPanes &panes, Editing &editing, Opening &opening,
              const RecentModels::Kept &recent, QMainWindow &window);

    void open();
    //! Behind the others; it must live as long.
    void addSource(PaletteSource *source);
    const RecentModels &recent() const { return m_recent; }

signals:
    void aboutToOpen(); //!< Actions are to be on or off as they are now.

private:
    QList<PaletteEntry> actions(bool areSettings) const;
    QList<PaletteEntry> searches() const;
    QList<PaletteEntry> workspaces() const;
    void openModel(const QString &modelId);

    Workbench &m_workbench;
    WindowPanes &m_panes;
    Editing &m_editing;
    Opening &m_opening;
    QMainWindow &m_window;
    RecentModels m_recent;
    QList<PaletteSource *> m_sources;
    CommandPalette *m_palette = nullptr; //!< Made when it is first opened.
};

} // namespace modelscribe
