// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "core/paths.h"
#include "testclass.h"
#include "testpaths.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/edit/editorpane.h"
#include "ui/firststart/firststartpage.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/keepingnotices.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/types.h>
#endif

namespace tst_program {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Program : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void comesBackToWhatWasTyped();
    void whatIsKeptIsPrivate();
    void opensAndSaysThatDraftsCannotBeKept();
    void asksBeforeClosingLosesThem();
    void saysThatNoStoredProfileCanBeUsed();
    void writesToNoOtherRegistryThanTheOneThatWasMeant();
    void theFirstStartAsks();
    void whoeverSaysWhichIsNotAsked_data();
    void whoeverSaysWhichIsNotAsked();
    void refusesArgumentsThatMeanNothing_data();
    void refusesArgumentsThatMeanNothing();
    void endsAtOnceOnASignal_data();
    void endsAtOnceOnASignal();

private:
    void start()
    {
        ProgramOptions options{.language = u"en"_s, .theme = u"light"_s};
        options.connection.local = m_folder->filePath(u"registry.db"_s);
        m_program = std::make_unique<Program>(options);
        m_program->start();
        QVERIFY(window());
        QVERIFY(QTest::qWaitForWindowActive(window()));
        QTRY_VERIFY_WITH_TIMEOUT(window()->findChild<BrowsePane *>()->shownCount() > 0, 20'000);
    }
    static MainWindow *window()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<MainWindow *>(widget))
                return found;
        }
        return nullptr;
    }
    static EditorPane *editor() { return window()->findChild<EditorPane *>(); }
    static QLineEdit *field(const QString &key)
    {
        return editor()->findChild<QLineEdit *>(u"field_"_s + key);
    }
    void openFirst()
    {
        auto &table = window()->findChild<BrowsePane *>()->table();
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Down);
        QTRY_VERIFY(editor()->session());
    }

    static void writeProfiles(const QByteArray &content)
    {
        QVERIFY(QDir().mkpath(paths::configFolder()));
        QFile file(paths::profilesFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Program> m_program;
    QByteArray m_dataHome;
    QByteArray m_configHome;
};

void tst_Program::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_dataHome = qgetenv("XDG_DATA_HOME");
    m_configHome = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->filePath(u"data"_s)));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->filePath(u"config"_s)));
}

void tst_Program::cleanup()
{
    m_program.reset();
    qputenv("XDG_DATA_HOME", m_dataHome);
    qputenv("XDG_CONFIG_HOME", m_configHome);
    m_folder.reset();
}

void tst_Program::comesBackToWhatWasTyped()
{
    start();
    openFirst();
    const QString id = editor()->session()->modelId();
    field(u"Origin"_s)->setFocus();
    field(u"Origin"_s)->setText({});
    QTest::keyClicks(field(u"Origin"_s), u"typed"_s);
    QTest::keyClick(field(u"Origin"_s), Qt::Key_Home);
    QTest::qWait(450); // 300 ms are promised
    m_program.reset(); // the window is not closed, it is gone

    start();
    QTRY_VERIFY(editor()->session());
    QCOMPARE(editor()->session()->modelId(), id);
    QCOMPARE(editor()->session()->edited().origin, u"typed"_s);
    QTRY_VERIFY(!QApplication::focusWidget()
                || QApplication::focusWidget()->accessibleName() == "Models"_L1);
    QTest::keyClick(window(), Qt::Key_F6);
    QVERIFY(field(u"Origin"_s)->hasFocus());
    QCOMPARE(field(u"Origin"_s)->cursorPosition(), 0);
    window()->close();
    QTRY_VERIFY(!window()->isVisible()); // without a question
}

void tst_Program::whatIsKeptIsPrivate()
{
    start();
    openFirst();
    editor()->session()->setValue(*findField(u"Origin"), FieldValue(u"typed"_s));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                        | QFile::WriteOther | QFile::ExeOther;
    for (const QString &path : {paths::dataFolder(), paths::draftsFile(), paths::journalFile()}) {
        QTRY_VERIFY2(QFileInfo::exists(path), qPrintable(path));
        QVERIFY2(!(QFile::permissions(path) & others), qPrintable(path));
    }
}

void tst_Program::opensAndSaysThatDraftsCannotBeKept()
{
    QVERIFY(QDir().mkpath(paths::draftsFile()));
    start();
    auto *strip = qobject_cast<MessageStrip *>(window()->findChild<KeepingNotices *>()->parent());
    QTRY_VERIFY(strip->isVisible());
    QVERIFY(strip->text().contains(u"a folder where the file should be"_s));
    openFirst();
    editor()->session()->setValue(*findField(u"Origin"), FieldValue(u"typed"_s));
    QVERIFY(QDir().rmdir(paths::draftsFile()));
    QTRY_COMPARE_WITH_TIMEOUT(strip->kind(), MessageStrip::Kind::Success, 20'000);
    m_program.reset();

    start();
    QTRY_VERIFY(editor()->session());
    QCOMPARE(editor()->session()->edited().origin, u"typed"_s);
}

void tst_Program::asksBeforeClosingLosesThem()
{
    QVERIFY(QDir().mkpath(paths::draftsFile()));
    start();
    openFirst();
    editor()->session()->setValue(*findField(u"Origin"), FieldValue(u"typed"_s));
    window()->close();
    QTRY_VERIFY(QApplication::activeModalWidget());
    QVERIFY(window()->isVisible());
}

void tst_Program::saysThatNoStoredProfileCanBeUsed()
{
    writeProfiles(R"({"lastUsed":"prod","profiles":[{"name":"prod"},]})");
    start();
    auto *strip = qobject_cast<MessageStrip *>(window()->findChild<KeepingNotices *>()->parent());
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(u"profiles.json: line 1, column"_s), qPrintable(strip->text()));
    strip->dismiss();
    writeProfiles("[]"); // the window looks on
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(u"not a JSON object"_s), qPrintable(strip->text()));
}

void tst_Program::writesToNoOtherRegistryThanTheOneThatWasMeant()
{
    writeProfiles("{");
    m_program = std::make_unique<Program>(ProgramOptions{.language = u"en"_s});
    m_program->start();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTest::qWait(500);
    QVERIFY(!QFileInfo::exists(paths::localRegistryFile()));
}

void tst_Program::theFirstStartAsks()
{
    const auto begin = [this] {
        m_program = std::make_unique<Program>(
            ProgramOptions{.environment = {}, .language = u"en"_s, .theme = u"light"_s});
        m_program->start();
        QVERIFY(QTest::qWaitForWindowActive(window()));
    };
    begin();
    auto *page = window()->findChild<FirstStartPage *>();
    QVERIFY(page && page->isVisible());
    QVERIFY(!QFileInfo::exists(paths::localRegistryFile()));
    window()->close();
    m_program.reset();
    begin(); // who only looked is asked again
    page = window()->findChild<FirstStartPage *>();
    QVERIFY(page);
    for (auto *button : page->findChildren<QPushButton *>()) {
        if (button->accessibleName() == "Start an empty local registry"_L1)
            button->click();
    }
    QTRY_VERIFY(QFileInfo::exists(paths::ownRegistryFile()));
    QTRY_COMPARE(window()->windowTitle(), u"[*]Local registry — ModelScribe"_s);
    m_program.reset(); // the choice is kept by now
    QVERIFY(QFile::remove(paths::ownRegistryFile()));
    begin();
    QVERIFY(!window()->findChild<FirstStartPage *>());
    QTRY_COMPARE(window()->windowTitle(), u"[*]Local registry — ModelScribe"_s);
    QVERIFY(!QFileInfo::exists(paths::localRegistryFile()));
}

void tst_Program::whoeverSaysWhichIsNotAsked_data()
{
    QTest::addColumn<QString>("by");
    for (const char *by : {"local", "endpoint", "profile", "environment"})
        QTest::newRow(by) << QString::fromLatin1(by);
}

void tst_Program::whoeverSaysWhichIsNotAsked()
{
    QFETCH(QString, by);
    ProgramOptions options{.environment = {}, .language = u"en"_s, .theme = u"light"_s};
    if (by == "local"_L1)
        options.connection.local = paths::localRegistryFile();
    else if (by == "endpoint"_L1)
        options.connection.endpoint = u"http://127.0.0.1:1"_s;
    else if (by == "profile"_L1)
        options.connection.profile = u"none"_s;
    else
        options.environment.insert(u"MODELSCRIBE_PROFILE"_s, u"none"_s);
    m_program = std::make_unique<Program>(options);
    m_program->start();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QVERIFY(!window()->findChild<FirstStartPage *>());
    QTest::qWait(100);
    QVERIFY(!window()->findChild<FirstStartPage *>());
}

void tst_Program::refusesArgumentsThatMeanNothing_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("empty file") << u"--local \"$UNSET\""_s << "--local is given empty"_ba;
    QTest::newRow("empty endpoint") << u"--endpoint="_s << "--endpoint is given empty"_ba;
    QTest::newRow("empty profile") << u"--profile ''"_s << "--profile is given empty"_ba;
    QTest::newRow("empty workspace") << u"--workspace ''"_s << "--workspace is given empty"_ba;
    QTest::newRow("empty id") << u"''"_s << "argument 1 is empty"_ba;
    QTest::newRow("Latin-1 file") << uR"sh(--local "$(printf 'caf\351.db')")sh"_s
                                  << "argument 2 is not UTF-8 text"_ba;
    QTest::newRow("GBK id") << uR"sh("$(printf '\274\327')")sh"_s
                            << "argument 1 is not UTF-8 text"_ba;
}

void tst_Program::refusesArgumentsThatMeanNothing()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, said);
    QProcess process;
    process.start(u"/bin/sh"_s, {u"-c"_s, u"exec \"$0\" "_s + arguments,
                                 testing::buildPath(u"src/app/modelscribe"_s)});
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 2);
    const QByteArray told = process.readAllStandardError();
    QVERIFY2(told.startsWith("modelscribe: " + said), told.constData());
}

void tst_Program::endsAtOnceOnASignal_data()
{
#ifdef Q_OS_UNIX
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("rules");
    QTest::newRow("terminated") << SIGTERM << QString();
    QTest::newRow("interrupted") << SIGINT << QString();
    QTest::newRow("terminal closed") << SIGHUP << QString();
    // What Qt says while it ends is said after everything of ours is gone.
    QTest::newRow("terminated, with all that Qt has to say") << SIGTERM << u"*=true;*.debug=true"_s;
#else
    QSKIP("There are no signals here");
#endif
}

void tst_Program::endsAtOnceOnASignal()
{
#ifdef Q_OS_UNIX
    QFETCH(int, number);
    QFETCH(QString, rules);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!rules.isEmpty()) {
        environment.insert(u"QT_LOGGING_RULES"_s, rules);
        environment.insert(u"QT_DEBUG_PLUGINS"_s, u"1"_s);
    }
    process.setProcessEnvironment(environment);
    process.start(testing::buildPath(u"src/app/modelscribe"_s),
                  {u"--local"_s, m_folder->filePath(u"registry.db"_s)});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(
        QFileInfo::exists(paths::draftsFile()) && QFileInfo::exists(paths::journalFile()), 20'000);
    QTest::qWait(500);
    QElapsedTimer timer;
    timer.start();
    kill(pid_t(process.processId()), number);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 5000);
    const QByteArray said = process.readAll();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit, said.constData());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed()))); // 1 s at rest
#endif
}

MODELSCRIBE_GUI_TEST(tst_Program)

} // namespace tst_program

#include "tst_program.moc"
