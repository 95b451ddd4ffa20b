// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "ui/window/windowsettings.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>

class QSplitter;

namespace Ui {
class MainWindow;
}

namespace modelscribe {

class Activity;
class BrowsePane;
class Closing;
class CommandPalette;
class ConnectionMenu;
class Connector;
class EditSession;
class Editing;
class EditorPane;
class HeaderBar;
class KeepingNotices;
class MessageStrip;
class RemoteContent;
class ProfilesDialog;
class Sidebar;
class StatusLine;
class Workbench;
class FacetModel;
struct ConnectionChoice;

//! The window: header, facets, list, editor, status line, and the menu with everything it can do.
//! It changes nothing itself: the workbench does, and the window shows what became of it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    //! \p settings are what the last window remembered, see settings().
    MainWindow(Workbench &workbench, Connector &connector, const WindowSettings &settings,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    //! What the next window should look like.
    WindowSettings settings() const;
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
    void useProfile(const QString &name);
    void useLocalRegistry();
    void search(const QString &query);
    //! Hands in what is only here: the place in the editor and the settings. For an end without
    //! closing.
    void keepState();

public slots:
    void showProfiles();

signals:
    //! "en", "zh_CN" or empty for the system's; the application installs the translations.
    void languageRequested(const QString &language);
    void settingsChanged(); //!< And at closing.

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void buildLayout();
    void connectBrowsing();
    void connectEditing();
    void connectDrafts();
    void connectActions();
    void connectEditActions();
    void connectUndo();
    void updateUndo();
    void connectViewActions();
    void retranslate();
    void applySettings();

    void takeConnection();
    void takeCatalogState();
    void takeDrafts();
    void takeRestored(EditSession *last);
    void goToListAfterStart();
    void takeConnectionState();
    void openDraft(EditSession *session);
    void takeCounts();
    void showTitle();
    void showUnusable(const ConnectionChoice &choice, const Error &error);
    void updateActions();

    void openModel(const QString &modelId);
    void openConnectionMenu();
    bool isNarrow() const;
    void arrange();
    void takeSplitter();
    void setWholeEditor(bool whole);
    void setEditorInFront(bool inFront);
    void goToPane(int step);
    void back();
    void openPalette();
    void showAbout();

    Workbench &m_workbench;
    Connector &m_connector;
    WindowSettings m_settings;
    std::unique_ptr<Ui::MainWindow> m_ui;

    HeaderBar *m_header = nullptr;
    Sidebar *m_sidebar = nullptr;
    FacetModel *m_facets = nullptr;
    BrowsePane *m_browse = nullptr;
    EditorPane *m_editor = nullptr;
    Editing *m_editing = nullptr;
    Activity *m_activity = nullptr;
    StatusLine *m_status = nullptr;
    MessageStrip *m_strip = nullptr;
    KeepingNotices *m_notices = nullptr;
    Closing *m_closing = nullptr;
    QSplitter *m_splitter = nullptr;
    CommandPalette *m_palette = nullptr;
    ConnectionMenu *m_connectionMenu = nullptr; //!< Made when it is first opened.
    QPointer<ProfilesDialog> m_profilesDialog;

    QPointer<QWidget> m_undoFocus; //!< What undo and redo are about.
    QString m_wantedModel;         //!< To be shown when the list has it.
    bool m_editorInFront = false;
    bool m_wasFailing = false; //!< The connection, when its state was last looked at.
    bool m_cameBack = false;   //!< To what was open when the program ended.
    bool m_goesToList = false; //!< As soon as there is one.
};

} // namespace modelscribe
