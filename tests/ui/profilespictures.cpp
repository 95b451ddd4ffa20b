// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the dialog of the profiles, a window with a protected one, and models that a
//! person may not change, light and dark, into the folder given as the first argument, to be looked
//! at; the second may name a catalogue (.qm), for another language.
#include "connect/toolkeys.h"
#include "remote/tlsserver.h"
#include "ui/browse/browsepane.h"
#include "ui/profiles/checkpanel.h"
#include "ui/profiles/keysfrombox.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/widgets/theme.h"
#include "uiworld.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
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
        {"name":"train","mode":"RamRoleArn","access_key_id":"LTAIinvented1","access_key_secret":"invented",
         "ram_role_arn":"acs:ram::1:role/model-editor","ram_session_name":"s","region_id":"cn-shanghai"},
        {"name":"default","mode":"AK","access_key_id":"LTAIinvented2","access_key_secret":"invented"},
        {"name":"sso","mode":"CloudSSO","access_key_id":"a","access_key_secret":"b","sts_token":"c",
         "sts_expiration":1}]})");
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    folder.mkpath(u"."_s);
    QTranslator catalogue;
    if (argc > 2 && catalogue.load(QString::fromLocal8Bit(argv[2]))) {
        QLocale::setDefault(QLocale(catalogue.language()));
        QCoreApplication::installTranslator(&catalogue);
    }
    QTemporaryDir home;
    writeTools(QDir(home.path()));
    testing::UiWorld world(60);
    if (!world.connectToRegistry())
        return 1;
    const auto store = [&](const Profile &profile) {
        const auto done = testing::UiWorld::waitFor(
            world.profiles.store(profile, world.key(), Profiles::Keep::ThisSession));
        if (!done)
            qWarning("%s was not stored", qPrintable(profile.name));
    };
    store({.name = u"pai-prod"_s,
           .endpoint = world.address(),
           .workspaceId = u"2"_s,
           .colour = u"red"_s,
           .isProtected = true});
    store({.name = u"pai-shanghai"_s, .region = u"cn-shanghai"_s, .colour = u"green"_s});
    store({.name = u"训练集群"_s,
           .region = u"cn-wulanchabu"_s,
           .network = Network::Vpc,
           .colour = u"blue"_s});
    Connector connector(
        std::make_unique<ToolKeys>(QProcessEnvironment(), KeyResolverOptions(), home.path()),
        world.profiles);
    MainWindow window(world.workbench, connector, WindowSettings{});
    window.resize(1280, 800);
    window.show();
    window.useProfile(u"pai-prod"_s);
    if (!QTest::qWaitFor([&] { return world.workbench.connection()->isProtected(); })
        || !world.waitLoaded())
        return 1;
    for (const bool dark : {false, true}) {
        Theme::of().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString prefix = folder.filePath(dark ? u"dark-"_s : u"light-"_s);
        auto &browse = *window.findChild<BrowsePane *>();
        QTest::qWait(600);
        browse.step(1);
        QTest::qWait(300);
        window.grab().save(prefix + u"protected.png"_s);
        ProfilesDialog dialog(connector, &window);
        dialog.setInUse(u"pai-prod"_s);
        dialog.showProfile(u"pai-prod"_s);
        dialog.show();
        auto *panel = dialog.findChild<CheckPanel *>();
        const auto test = [&] {
            panel->findChild<QPushButton *>(u"testButton"_s)->click();
            if (!QTest::qWaitFor([&] { return panel->check() && !panel->check()->isRunning(); },
                                 20'000))
                qWarning("the test did not end");
            QTest::qWait(100);
        };
        test();
        dialog.grab().save(prefix + u"passed.png"_s);
        dialog.findChild<QLineEdit *>(u"keyId"_s)->setText(u"LTAIunknown"_s);
        dialog.findChild<QLineEdit *>(u"secret"_s)->setText(u"invented"_s);
        test();
        dialog.grab().save(prefix + u"failed.png"_s);
        dialog.findChild<KeysFromBox *>()->choose(
            {.kind = KeysFrom::Kind::AliyunProfile, .name = u"train"_s});
        dialog.findChild<KeysFromBox *>()->showPopup();
        QTest::qWait(300);
        dialog.grab().save(prefix + u"role.png"_s);
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->grab().save(prefix + u"keys.png"_s);
        dialog.findChild<KeysFromBox *>()->hidePopup();
        testing::TlsServer stranger(u"good.pem"_s, testing::TlsServer::Authority::Stranger);
        dialog.findChild<KeysFromBox *>()->choose({.kind = KeysFrom::Kind::Session});
        dialog.findChild<QComboBox *>(u"region"_s)
            ->setCurrentText(stranger.url(QString()).toString());
        dialog.findChild<QPushButton *>(u"showNetwork"_s)->click();
        dialog.findChild<QComboBox *>(u"proxy"_s)->setCurrentIndex(2);
        dialog.findChild<QLineEdit *>(u"proxyAddress"_s)->setText(u"proxy.example:3128"_s);
        dialog.findChild<QLineEdit *>(u"proxyUser"_s)->setText(u"me"_s);
        dialog.findChild<QLineEdit *>(u"proxyPassword"_s)->setText(u"invented"_s);
        test();
        dialog.findChild<QPushButton *>(u"showNetwork"_s)->setFocus();
        for (auto *area : dialog.findChildren<QScrollArea *>())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        QTest::qWait(100);
        dialog.grab().save(prefix + u"network.png"_s);
    }
    return 0;
}
