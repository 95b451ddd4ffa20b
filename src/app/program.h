// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/language.h"
#include "connect/connector.h"
#include "connect/profiles.h"
#include "credentials/keystore.h"
#include "session/workbench.h"
#include "settings/settings.h"
#include "ui/window/windowsettings.h"

#include <QObject>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace modelscribe {

class BatchStore;
class DraftStore;
class Interrupts;
class Journal;
class MainWindow;

struct ProgramOptions
{
    ConnectionOptions connection;
    //! What the program was started with, keys included.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString modelId;    //!< Opened once the list is there.
    QString tourFolder; //!< Not empty: play the tour on a registry of its own, then quit.
    QString language;   //!< Overrides the setting for this run.
    QString theme;      //!< "light", "dark", "system"; overrides the setting for this run.
};

//! Puts the program together: settings, keychain, profiles, workbench, window. One per process.
class Program : public QObject
{
    Q_OBJECT

public:
    explicit Program(ProgramOptions options, QObject *parent = nullptr);
    ~Program() override;

    //! Shows the window and starts to connect; never waits.
    void start();

private:
    void chooseForRun();
    void useLanguage();
    void openSettings(const QString &file);
    void openStores();
    void endOnInterrupts();
    void endNow();
    void showProfilesError();
    void connectAsChosen();
    void playTour();

    ProgramOptions m_options;
    std::unique_ptr<QTemporaryDir> m_tourHome; //!< The tour touches nothing of the user's.
    std::unique_ptr<QTemporaryDir> m_unkept;   //!< Has what a run remembers that can keep nothing.
    std::unique_ptr<QSettings> m_settings;     //!< What the window remembers.
    std::unique_ptr<Settings> m_choices;       //!< What the person chose; in the same file.
    Language m_language;
    std::unique_ptr<KeyStore> m_keys;
    std::unique_ptr<Profiles> m_profiles;
    std::unique_ptr<Connector> m_connector;
    // Closed last: they write what waits.
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<DraftStore> m_drafts;
    std::unique_ptr<BatchStore> m_batches;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Interrupts> m_interrupts;
};

} // namespace modelscribe
