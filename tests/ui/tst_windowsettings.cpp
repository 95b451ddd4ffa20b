// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/window/windowsettings.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace tst_windowsettings {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_WindowSettings : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas();
    void aBadFileGivesDefaults_data();
    void aBadFileGivesDefaults();
    void anEarlierProgramSaidNoVersion();
    void geometryStaysOnAScreen_data();
    void geometryStaysOnAScreen();
    void theTitleBarStaysOnTheScreen();
};

void tst_WindowSettings::comesBackAsItWas()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    const WindowSettings settings{
        .geometry = QRect(10, 20, 1100, 700),
        .maximized = true,
        .sidebarWidth = 180,
        .editorWidth = 500,
        .sidebarShown = false,
        .editorShown = false,
        .tables = {{QString(), u"Task=0|"_s}, {u"https://a.example/x y"_s, u"|-Task"_s}},
        .recentModels = {{u"https://a.example/x y"_s, {u"model-2"_s, u"model,1"_s}},
                         {u"local"_s, {u"model-3"_s}}},
        .local = {.chosen = LocalSettings::Chosen::Own,
                  .holdsSamples = true,
                  .isStripClosed = true},
        .version = u"0.0.7"_s};
    {
        QSettings store(file, QSettings::IniFormat);
        settings.save(store);
    }
    QCOMPARE(WindowSettings::load(QSettings(file, QSettings::IniFormat)), settings);
}

void tst_WindowSettings::aBadFileGivesDefaults_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("binary") << QByteArray("\0\xff\x01[window]\n=\x02", 14);
    QTest::newRow("words for numbers") << QByteArray("[window]\nsidebarWidth=wide\neditorWidth=\n");
    QTest::newRow("far too large")
        << QByteArray("[window]\nsidebarWidth=1000000000\neditorWidth=999999999999\n");
    QTest::newRow("negative") << QByteArray("[window]\nsidebarWidth=-5\neditorWidth=-1\n");
    QTest::newRow("unknown words")
        << QByteArray("[window]\nsidebarShown=perhaps\n"
                      "[localRegistry]\nchosen=both\nholdsSamples=1\nstripClosed=\n");
    QTest::newRow("no ids") << QByteArray("[recent]\nk61=@Invalid()\nk62=") + QByteArray(300, 'x')
                                   + "\nk63=, ,\n";
    QTest::newRow("geometry out of this world")
        << QByteArray("[window]\ngeometry=@Rect(2147483647 -2147483648 2147483647 2147483647)\n");
}

void tst_WindowSettings::aBadFileGivesDefaults()
{
    QFETCH(QByteArray, contents);
    QTemporaryDir folder;
    const QString name = folder.filePath(u"settings.ini"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size());
    file.close();
    QCOMPARE(WindowSettings::load(QSettings(name, QSettings::IniFormat)), WindowSettings{});
}

void tst_WindowSettings::anEarlierProgramSaidNoVersion()
{
    QTemporaryDir folder;
    QSettings store(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    QCOMPARE(WindowSettings::load(store).version, QStringLiteral(MODELSCRIBE_VERSION));
    store.setValue(u"window/geometry"_s, QRect(10, 20, 1100, 700));
    QCOMPARE(WindowSettings::load(store).version, QString());
}

void tst_WindowSettings::geometryStaysOnAScreen_data()
{
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QList<QRect>>("screens");
    QTest::addColumn<QRect>("expected");
    const QList<QRect> one{QRect(0, 0, 1920, 1080)};
    const QList<QRect> two{QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)};
    QTest::newRow("fits") << QRect(100, 100, 1280, 800) << one << QRect(100, 100, 1280, 800);
    QTest::newRow("nowhere") << QRect(30000, 30000, 1280, 800) << one << QRect();
    QTest::newRow("null") << QRect() << one << QRect();
    QTest::newRow("no screens") << QRect(0, 0, 1280, 800) << QList<QRect>{} << QRect();
    QTest::newRow("half out") << QRect(1500, 900, 1280, 800) << one << QRect(640, 280, 1280, 800);
    QTest::newRow("above") << QRect(10, -400, 1280, 800) << one << QRect(10, 0, 1280, 800);
    QTest::newRow("larger than the screen")
        << QRect(-10, -10, 5000, 4000) << one << QRect(0, 0, 1920, 1080);
    QTest::newRow("tiny") << QRect(10, 10, 1, 1) << one << QRect(10, 10, 480, 360);
    QTest::newRow("second screen")
        << QRect(2000, 50, 1000, 700) << two << QRect(2000, 50, 1000, 700);
    QTest::newRow("second screen is gone") << QRect(2000, 50, 1000, 700) << one << QRect();
}

void tst_WindowSettings::theTitleBarStaysOnTheScreen()
{
    const QMargins frame(4, 36, 4, 4);
    const QList<QRect> screens{QRect(0, 0, 960, 600)}; // 1440 × 900 at 1.5
    QCOMPARE(usableGeometry(QRect(0, 0, 1280, 800), screens, frame), QRect(4, 36, 952, 560));
    QCOMPARE(usableGeometry(QRect(10, 10, 640, 480), screens, frame), QRect(10, 36, 640, 480));
}

void tst_WindowSettings::geometryStaysOnAScreen()
{
    QFETCH(QRect, wanted);
    QFETCH(QList<QRect>, screens);
    QFETCH(QRect, expected);
    QCOMPARE(usableGeometry(wanted, screens), expected);
}

MODELSCRIBE_GUI_TEST(tst_WindowSettings)

} // namespace tst_windowsettings

#include "tst_windowsettings.moc"
