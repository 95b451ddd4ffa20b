// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "app/tour.h"
#include "core/interrupts.h"
#include "core/paths.h"
#include "core/whendone.h"
#include "credentials/keychainstore.h"
#include "credentials/memorystore.h"
#include "lists/relativetime.h"
#include "model/wording.h"
#include "remote/remotecontent.h"
#include "session/batchkeeper.h"
#include "session/labelnotes.h"
#include "session/savedsearches.h"
#include "settings/settingsfile.h"
#include "store/batchstore.h"
#include "store/draftstore.h"
#include "store/journal.h"
#include "ui/widgets/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QSessionManager>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto endPatience = 700ms; // of somebody who told the program to end

//! What other tools keep, for the tour to find.
void inventKeys(const QDir &home)
{
    home.mkpath(u".aliyun"_s);
    QFile file(home.filePath(u".aliyun/config.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        return; // nothing is found then, which the tour says
    file.write(R"({"current": "default", "profiles": [
        {"name": "default", "mode": "AK", "region_id": "cn-shanghai",
         "access_key_id": "LTAIinvented00000001", "access_key_secret": "invented-secret-0001"}]})");
}

//! A home of its own for the tour, which shall touch and show nothing of the person's.
std::unique_ptr<QTemporaryDir> tourHome(ProgramOptions &options)
{
    if (options.tourFolder.isEmpty())
        return nullptr;
    auto home = std::make_unique<QTemporaryDir>();
    qputenv("HOME", QFile::encodeName(home->path()));
    for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
        qunsetenv(variable);
    inventKeys(home->path());
    options.environment.clear();
    options.connection = {};
    return home;
}

std::unique_ptr<KeyStore> keyStore(bool isTour)
{
    if (isTour)
        return std::make_unique<MemoryStore>();
    return std::make_unique<KeychainStore>();
}

} // namespace

Program::Program(ProgramOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_tourHome(tourHome(m_options))
    , m_keys(keyStore(m_tourHome != nullptr))
{
    if (!paths::makePrivateFolder(paths::configFolder()))
        std::fputs("modelscribe: settings cannot be kept\n", stderr);
    openSettings(paths::settingsFile());
    m_profiles = std::make_unique<Profiles>(paths::profilesFile(), *m_keys);
    m_connector = std::make_unique<Connector>(*m_profiles, m_options.environment);
    m_workbench = std::make_unique<Workbench>();

    chooseForRun();
    useLanguage();
    connect(m_choices.get(), &Settings::changed, this, [this](SettingId id) {
        if (id == SettingId::Language)
            useLanguage();
    });
    Theme::install(*qApp);
    m_window = std::make_unique<MainWindow>(*m_workbench, *m_connector,
                                            WindowSettings::load(*m_settings), m_choices.get());
    auto *content = new RemoteContent(m_settings.get(), this);
    m_window->setRemoteContent(content);
    const auto keepSettings = [this] {
        if (!settingsfile::prepareToWrite(m_settings->fileName()))
            return;
        m_settings->sync();
        std::ignore = paths::makeFilePrivate(m_settings->fileName());
    };
    connect(content, &RemoteContent::settingsChanged, this, keepSettings);
    connect(&m_workbench->labelNotes(), &LabelNotes::kept, this, keepSettings);
    connect(m_window.get(), &MainWindow::settingsChanged, this, [this, keepSettings] {
        m_window->settings().save(*m_settings);
        keepSettings();
    });
}

Program::~Program() = default;

void Program::openSettings(const QString &file)
{
    m_choices = std::make_unique<Settings>(file);
    const auto &error = m_choices->readError();
    if (error && error->code == settingsfile::unreadableCode)
        m_unkept = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(
        m_unkept ? m_unkept->filePath(u"settings.ini"_s) : file, QSettings::IniFormat);
}

void Program::openStores()
{
    std::ignore = paths::makePrivateFolder(paths::dataFolder()); // what is wrong the stores tell
    m_journal = std::make_unique<Journal>(paths::journalFile());
    m_drafts = std::make_unique<DraftStore>(paths::draftsFile());
    m_batches = std::make_unique<BatchStore>(paths::batchesFile());
    m_workbench->keepIn(m_drafts.get(), m_journal.get(), m_batches.get());
    m_workbench->keepCopiesIn(paths::copiesFolder());
    m_workbench->searches().keepIn(paths::searchesFile());
    m_workbench->labelNotes().keepIn(m_settings.get());
}

void Program::endOnInterrupts()
{
    m_interrupts = std::make_unique<Interrupts>();
    connect(m_interrupts.get(), &Interrupts::interrupted, this, &Program::endNow);
    // The desktop's session may end right after this returns, or may not end at all.
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this](QSessionManager &) {
        m_window->keepState();
        std::ignore = m_workbench->batchDrafts().keepAll(); // on a thread of its own
        const auto kept = m_workbench->drafts().keepAll();
        const QDeadlineTimer deadline(endPatience);
        while (!kept.isFinished() && !deadline.hasExpired())
            QThread::msleep(5);
    });
}

//! Without a question: nobody may be there to answer.
void Program::endNow()
{
    m_interrupts.reset(); // a second signal ends the program at once
    m_window->keepState();
    whenDone(m_workbench->keepAll(), this, [](const Result<std::monostate> &kept) {
        if (!kept)
            std::fprintf(stderr, "modelscribe: drafts are lost: %s\n",
                         qPrintable(wording::whatHappened(kept.error())));
        QCoreApplication::exit(kept ? 0 : 1);
    });
    QTimer::singleShot(endPatience, this, [] {
        std::fputs("modelscribe: the disk is slow; the last edits may be lost\n", stderr);
        QCoreApplication::exit(1);
    });
}

//! What this run was started with, and what the pictures of the tour shall look like.
void Program::chooseForRun()
{
    if (m_tourHome) {
        m_choices->overrideForRun(SettingId::Theme, u"light"_s);
        m_choices->overrideForRun(SettingId::Language, u"en"_s);
    }
    if (!m_options.language.isEmpty())
        m_choices->overrideForRun(SettingId::Language, m_options.language);
    if (!m_options.theme.isEmpty())
        m_choices->overrideForRun(SettingId::Theme, m_options.theme);
}

void Program::useLanguage()
{
    const QString code = m_choices->text(SettingId::Language);
    m_language.use(code == "system"_L1 ? QString() : code);
}

void Program::start()
{
    m_window->show();
    openStores();
    endOnInterrupts();
    m_profiles->follow();
    m_choices->follow();
    showProfilesError();
    connect(m_profiles.get(), &Profiles::readFailed, this, &Program::showProfilesError);
    connectAsChosen();
    if (!m_options.modelId.isEmpty())
        m_window->showModel(m_options.modelId);
    if (m_tourHome)
        playTour();
}

void Program::showProfilesError()
{
    if (const auto &error = m_profiles->readError())
        m_window->showProfilesError(*error);
}

void Program::connectAsChosen()
{
    const auto choice = m_connector->choose(m_options.connection);
    if (!choice) {
        if (m_profiles->readError() == choice.error())
            return; // which is shown already
        m_window->showError([] { return tr("The registry that was asked for cannot be used"); },
                            choice.error());
        return;
    }
    if (choice->isFallback)
        m_window->useWhatWasChosen(*choice);
    else
        m_window->use(*choice);
}

void Program::playTour()
{
    m_window->resize(1280, 800);
    QApplication::setCursorFlashTime(0); // pictures are the same each time
    showTimesAsIfNowWere(QDateTime(QDate(2026, 9, 16), QTime(14, 30)));
    auto *tour = new Tour(*m_window, *m_workbench, m_language, m_options.tourFolder, this);
    connect(tour, &Tour::finished, this, [this](bool held) {
        std::printf(
            "%s\n",
            qPrintable(held ? u"The pictures are in "_s + QDir(m_options.tourFolder).absolutePath()
                            : u"The tour did not hold; the pictures so far are in "_s
                                  + QDir(m_options.tourFolder).absolutePath()));
        QCoreApplication::exit(held ? 0 : 1);
    });
    tour->start();
}

} // namespace modelscribe

#include "moc_program.cpp"
