// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the first start and of the samples, light and dark, in a large and a small
//! window, into the folder given as the first argument, to be looked at; the second may name a
//! catalogue (.qm), for another language.
#include "connect/toolkeys.h"
#include "core/paths.h"
#include "credentials/memorystore.h"
#include "registry/catalogsync.h"
#include "session/workbench.h"
#include "ui/firststart/firststartpage.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/widgets/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

void writeTools(const QDir &home)
{
    home.mkdir(u".aliyun"_s);
    QFile config(home.filePath(u".aliyun/config.json"_s));
    if (!config.open(QIODevice::WriteOnly))
        return;
    config.write(R"({"current":"train","profiles":[
        {"name":"default","mode":"AK","access_key_id":"LTAIinvented2","access_key_secret":"invented",
         "region_id":"cn-shanghai"},
        {"name":"train","mode":"RamRoleArn","access_key_id":"LTAIinvented1","access_key_secret":"invented",
         "ram_role_arn":"acs:ram::1:role/model-editor","ram_session_name":"s","region_id":"cn-hangzhou"}]})");
}

QProcessEnvironment keys()
{
    QProcessEnvironment environment;
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"LTAIinvented0"_s);
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"invented"_s);
    return environment;
}

void shoot(QWidget &window, const QString &file)
{
    QTest::qWait(400);
    window.grab().save(file);
}

} // namespace

int main(int argc, char *argv[])
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath(u"data"_s)));
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    folder.mkpath(u"."_s);
    QTranslator catalogue;
    if (argc > 2 && catalogue.load(QString::fromLocal8Bit(argv[2]))) {
        QLocale::setDefault(QLocale(catalogue.language()));
        QCoreApplication::installTranslator(&catalogue);
    }
    writeTools(QDir(home.path()));
    MemoryStore keychain;
    Profiles profiles(home.filePath(u"profiles.json"_s), keychain);
    Connector connector(std::make_unique<ToolKeys>(keys(), KeyResolverOptions(), home.path()),
                        profiles);
    const auto choice = connector.choose({});
    for (const bool dark : {false, true}) {
        const QString prefix = folder.filePath(dark ? u"dark-"_s : u"light-"_s);
        Workbench workbench;
        Theme::of().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        MainWindow window(workbench, connector, WindowSettings{});
        window.resize(1280, 800);
        if (!dark)
            window.useWhatWasChosen(*choice);
        QTest::qWait(300); // what is found is there at the first frame
        window.show();
        auto *page = window.findChild<FirstStartPage *>();
        if (page) {
            for (const bool isDark : {false, true}) {
                Theme::of().setMode(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
                const QString name = folder.filePath(isDark ? u"dark-"_s : u"light-"_s);
                window.resize(1280, 800);
                shoot(window, name + u"first.png"_s);
                window.resize(1024, 600);
                shoot(window, name + u"first-small.png"_s);
                window.resize(560, 600);
                shoot(window, name + u"first-narrow.png"_s);
            }
            Theme::of().setMode(Theme::Mode::Light);
            for (auto *button : page->findChildren<QPushButton *>()) {
                if (button->accessibleName().endsWith(u"train"_s))
                    button->click();
            }
            if (auto *dialog = window.findChild<ProfilesDialog *>()) {
                shoot(*dialog, prefix + u"use.png"_s);
                dialog->close();
            }
        }
        window.resize(1280, 800);
        window.useLocalRegistry();
        if (!QTest::qWaitFor([&] {
                return workbench.catalogSync()
                       && workbench.catalogSync()->state() == CatalogSync::State::Ready;
            }))
            return 1;
        shoot(window, prefix + u"samples.png"_s);
        window.resize(1024, 600);
        shoot(window, prefix + u"samples-small.png"_s);
        window.resize(640, 600);
        shoot(window, prefix + u"samples-narrow.png"_s);
    }
    return 0;
}
