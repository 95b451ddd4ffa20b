// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "ui/window/windowsettings.h"

#include <QMainWindow>

#include <functional>
#include <memory>

namespace modelscribe {

class Activity;
class Batching;
class BrowsePane;
class Choosing;
class Closing;
class Connecting;
class Connector;
class Editing;
class EditorPane;
class FieldCopying;
class FirstStart;
class HeaderBar;
class Helping;
class KeepingNotices;
class Listing;
class LocalRegistries;
class ManyEditing;
class Opening;
class Ordering;
class OutsideEditing;
class Pages;
class QuickOpen;
class RemoteContent;
class Searching;
class Settings;
class ServiceChecking;
class Sidebar;
class StatusLine;
class WindowActions;
class WindowPanes;
class Workbench;
struct ConnectionChoice;

//! The window: header, facets, list, editor, status line, and the menu with everything it can do.
//! It changes nothing itself: the workbench does, and the window shows what became of it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    //! \p settings are what the last window remembered, see settings(); \p choices outlives this,
    //! nullptr: what is chosen lasts as long as the window.
    MainWindow(Workbench &workbench, Connector &connector, const WindowSettings &settings,
               Settings *choices = nullptr, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! What the next window should look like.
    WindowSettings settings() const;
    Settings &choices() const { return m_choices; }
    Choosing &choosing() const { return *m_choosing; }
    //! See EditorPane.
    void setRemoteContent(RemoteContent *content);
    //! Shows the model when the list has it, or as soon as it does.
    void showModel(const QString &modelId);
    //! Something outside of the list failed.
    void showError(std::function<QString()> what, const Error &error);
    //! Something that went on a way of its own, across the window until it is dismissed.
    void showNotice(std::function<QString()> text);
    //! The file of the profiles cannot be read.
    void showProfilesError(const Error &error);
    //! Opens what was chosen and connects; what goes wrong is shown.
    void use(const ConnectionChoice &choice);
    //! Nobody said which registry: what was chosen before, or a page that asks for it at the first
    //! start. \p fallback: what is left without a choice.
    void useWhatWasChosen(const ConnectionChoice &fallback);
    void useProfile(const QString &name);
    void useLocalRegistry();
    void search(const QString &query);
    //! Hands in what is only here: the place in the editor, what other programs wrote, and the
    //! settings. For an end without closing.
    void keepState();

public slots:
    void showProfiles();

signals:
    void settingsChanged(); //!< And at closing.

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void connectBrowsing();
    void connectEditing();
    void connectDrafts();
    void connectActions();
    void retranslate();
    void applySettings();
    void keepArrangement();

    void connectionChanged();
    void draftsChanged();
    void showTitle();
    void updateActions();

    void back();

    Workbench &m_workbench;
    WindowSettings m_settings;
    Settings &m_choices;
    std::unique_ptr<WindowActions> m_actions;

    WindowPanes *m_panes = nullptr;
    HeaderBar *m_header = nullptr;
    Sidebar *m_sidebar = nullptr;
    Searching *m_searching = nullptr;
    BrowsePane *m_browse = nullptr;
    EditorPane *m_editor = nullptr;
    Editing *m_editing = nullptr;
    ManyEditing *m_many = nullptr;
    Opening *m_opening = nullptr;
    Pages *m_pages = nullptr;
    QuickOpen *m_quickOpen = nullptr;
    Activity *m_activity = nullptr;
    Connecting *m_connecting = nullptr;
    LocalRegistries *m_local = nullptr;
    Listing *m_listing = nullptr;
    FirstStart *m_firstStart = nullptr;
    StatusLine *m_status = nullptr;
    KeepingNotices *m_notices = nullptr;
    Closing *m_closing = nullptr;
    Batching *m_batching = nullptr;
    FieldCopying *m_copying = nullptr;
    Ordering *m_ordering = nullptr;
    Choosing *m_choosing = nullptr;
    OutsideEditing *m_outside = nullptr;
    ServiceChecking *m_checking = nullptr;
    Helping *m_helping = nullptr;
};

} // namespace modelscribe
