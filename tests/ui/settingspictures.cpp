// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the dialog of the settings, page by page, and of a window that follows them,
//! light and dark, into the folder given as the first argument, to be looked at; the second may
//! name a catalogue (.qm), for another language.
#include "settings/settings.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/edit/editorpane.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/theme.h"
#include "uiworld.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

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
    testing::UiWorld world(60);
    Settings settings;
    MainWindow window(world.workbench, world.connector, WindowSettings{}, &settings);
    window.resize(1280, 800);
    window.show();
    if (!world.connectToRegistry() || !world.waitLoaded())
        return 1;
    window.findChild<BrowsePane *>()->step(1);
    const auto set = [&settings](SettingId id, const QString &value) {
        std::ignore = settings.set(id, value);
    };
    for (const bool dark : {false, true}) {
        Theme::of().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString prefix = folder.filePath(dark ? u"dark-"_s : u"light-"_s);
        set(SettingId::Rows, u"compact"_s);
        set(SettingId::JsonText, u"110"_s);
        set(SettingId::AllowedHosts, u"modelscope.oss-cn-beijing.aliyuncs.com\nraw.example.org"_s);
        SettingsDialog dialog(settings, &window);
        dialog.show();
        for (int page = 0; page < settingsPages; ++page) {
            dialog.showPage(SettingsPage(page));
            QTest::qWait(150);
            dialog.grab().save(prefix + u"page-%1.png"_s.arg(page));
        }
        auto *search = dialog.findChild<QLineEdit *>(u"search"_s);
        search->setFocus();
        search->setText(QLocale().language() == QLocale::Chinese ? u"文字"_s : u"text"_s);
        QTest::qWait(150);
        dialog.grab().save(prefix + u"search.png"_s);
        dialog.close();
        QTest::qWait(150);
        window.grab().save(prefix + u"compact.png"_s);
        set(SettingId::Rows, u"normal"_s);
        set(SettingId::ListText, u"140"_s);
        set(SettingId::FormText, u"130"_s);
        QTest::qWait(150);
        window.grab().save(prefix + u"large.png"_s);
        window.findChild<EditorPane *>()->setCurrentTab(EditorPane::ExtraInfoTab);
        set(SettingId::JsonText, u"150"_s);
        set(SettingId::Dates, u"exact"_s);
        QTest::qWait(300);
        window.grab().save(prefix + u"json.png"_s);
        window.findChild<EditorPane *>()->setCurrentTab(EditorPane::DetailsTab);
        for (const Setting &setting : settingsTable())
            std::ignore = settings.reset(setting.id);
    }
    return 0;
}
