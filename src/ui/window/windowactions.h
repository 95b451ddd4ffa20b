// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"
#include "ui/window/windowpanes.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class MainWindow;
}

namespace modelscribe {

class Activity;
class Batching;
class Choosing;
class EditActions;
class Editing;
class FieldCopying;
class Helping;
class ManyEditing;
class Ordering;
class OutsideEditing;
class Pages;
class QuickOpen;
class SavedSearching;
class ServiceChecking;
class Workbench;

//! The menus of the window: what each action does, and when it can be done.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    //! What the actions are about.
    struct Parts
    {
        Workbench &workbench;
        WindowPanes &panes;
        Editing &editing;
        ManyEditing &many;
        Batching &batching;
        FieldCopying &copying;
        Ordering &ordering;
        Activity &activity;
        Pages &pages;
        QuickOpen &quickOpen;
        SavedSearching &saved;
        Choosing &choosing;
        OutsideEditing &outside;
        ServiceChecking &checking;
        Helping &helping;
    };

    //! Gives \p window its menus and an empty central widget.
    explicit WindowActions(QMainWindow &window);
    ~WindowActions() override;

    WindowPanes::Toggles toggles() const;
    //! From here on they do something. What the menus have of \p settings is marked.
    void setUp(const Parts &parts, Settings &settings);
    //! What can be done now.
    void update();
    void retranslate();
    //! \p texts: see LocalRegistries::actionTexts().
    void nameLocalRegistries(const QStringList &texts);

    // What the action does, when it can be done.
    void createNew();
    void refresh();
    void cancelLoading();
    void clearSearch();

signals:
    void profilesRequested();
    void localRegistryRequested(int offer); //!< See Connector::localOffers().

private:
    struct Row
    {
        QAction *action;
        std::function<void()> run;
    };

    //! One an action; those of the clipboard, themes and languages are set up on their own.
    std::vector<Row> rows();
    void setUpEditing();
    void updateMany();
    //! One action for each choice of \p id, in their order.
    void setUpChoice(Settings &settings, SettingId id, const QList<QAction *> &actions);
    void readAgain();
    void findModels();
    void findAll();
    void listDrafts();
    void copyRequestId();
    void showAbout();

    QMainWindow &m_window;
    std::unique_ptr<Ui::MainWindow> m_ui;
    std::optional<Parts> m_parts;
    EditActions *m_edit = nullptr;
};

} // namespace modelscribe
