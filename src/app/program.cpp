// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "app/tour.h"
#include "core/paths.h"
#include "credentials/keychainstore.h"
#include "credentials/memorystore.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QIcon>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int sampleModels = 60;

std::unique_ptr<QTemporaryDir> tourHome(const ProgramOptions &options)
{
    return options.tourFolder.isEmpty() ? nullptr : std::make_unique<QTemporaryDir>();
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
    const QString config = fileIn(paths::configFolder(), {});
    paths::makePrivateFolder(config);
    m_settings = std::make_unique<QSettings>(config + u"/settings.ini"_s, QSettings::IniFormat);
    m_profiles = std::make_unique<Profiles>(config + u"/profiles.json"_s, *m_keys);
    m_workbench = std::make_unique<Workbench>();

    auto &app = *qApp;
    Theme &theme = Theme::install(app);
    const QString language = m_options.language.isEmpty()
                                 ? m_settings->value(u"window/language"_s).toString()
                                 : m_options.language;
    m_language.use(m_tourHome && m_options.language.isEmpty() ? u"en"_s : language);
    m_window = std::make_unique<MainWindow>(*m_workbench, *m_profiles, *m_settings);
    if (m_options.theme == "dark"_L1)
        theme.setMode(Theme::Mode::Dark);
    else if (m_options.theme == "light"_L1 || m_tourHome)
        theme.setMode(Theme::Mode::Light);

    connect(m_window.get(), &MainWindow::languageRequested, this,
            [this](const QString &code) { m_language.use(code); });
    connect(m_window.get(), &MainWindow::localRegistryRequested, this, &Program::connectLocal);
    connect(m_window.get(), &MainWindow::profileRequested, this, &Program::connectProfile);
}

Program::~Program() = default;

QString Program::fileIn(const QString &folder, const QString &name) const
{
    const QString base = m_tourHome ? m_tourHome->filePath(QDir(folder).dirName()) : folder;
    return name.isEmpty() ? base : base + u'/' + name;
}

void Program::start()
{
    m_window->show();
    connectAsChosen();
    if (m_tourHome)
        playTour();
    else if (!m_options.modelId.isEmpty())
        openAskedModel();
}

void Program::connectAsChosen()
{
    ConnectionOptions wanted = m_options.connection;
    if (m_tourHome)
        wanted = {.local = m_tourHome->filePath(u"tour.db"_s)};
    const auto choice = chooseConnection(wanted, QProcessEnvironment::systemEnvironment(),
                                         m_profiles->lastUsed());
    if (!choice) {
        m_window->showConnectionError(choice.error());
        return;
    }
    if (const auto *local = std::get_if<UseLocalRegistry>(&choice->use)) {
        m_localFile = local->file;
        connectLocal();
    } else if (const auto *profile = std::get_if<UseProfile>(&choice->use)) {
        connectProfile(profile->name);
    } else {
        const auto &direct = std::get<UseEndpoint>(choice->use);
        takeSettings(ConnectionSettings{.title = direct.endpoint.url().host(),
                                        .endpoint = direct.endpoint,
                                        .key = direct.key,
                                        .workspaceId = choice->workspaceId});
    }
}

void Program::connectLocal()
{
    if (!m_local) {
        const QString file = m_localFile.isEmpty() ? paths::localRegistryFile() : m_localFile;
        m_local = std::make_unique<LocalService>(file, sampleModels, *m_keys);
    }
    whenDone(m_local->settings(), this,
             [this](const Result<ConnectionSettings> &settings) { takeSettings(settings); });
}

void Program::connectProfile(const QString &name)
{
    whenDone(m_profiles->settingsFor(name), this,
             [this, name](const Result<ConnectionSettings> &settings) {
                 if (settings)
                     m_profiles->setLastUsed(name);
                 takeSettings(settings);
             });
}

void Program::takeSettings(const Result<ConnectionSettings> &settings)
{
    if (!settings) {
        m_window->showConnectionError(settings.error());
        return;
    }
    ConnectionSettings wanted = *settings;
    if (!m_options.connection.workspaceId.isEmpty())
        wanted.workspaceId = m_options.connection.workspaceId;
    m_workbench->connectTo(wanted);
}

void Program::openAskedModel()
{
    connect(m_workbench.get(), &Workbench::connectionChanged, this, [this] {
        Catalog *catalog = m_workbench->catalog();
        connect(catalog, &Catalog::stateChanged, this, [this, catalog] {
            if (catalog->state() == Catalog::State::Ready && !m_options.modelId.isEmpty())
                m_window->openModel(std::exchange(m_options.modelId, {}));
        });
    });
}

void Program::playTour()
{
    m_window->resize(1280, 800);
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
