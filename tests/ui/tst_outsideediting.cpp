// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"
#include "session/readings.h"
#include "settings/settings.h"
#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/panehistory.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/choosing.h"
#include "ui/window/editing.h"
#include "ui/window/outsideediting.h"
#include "uiworld.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>

#include <algorithm>
#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <sys/stat.h>

namespace tst_outsideediting {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

class tst_OutsideEditing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void withoutAProgramTheSettingsAreShown();
    void whatTheProgramWritesIsADraft();
    void eachTimeIsAStep();
    void aLineEndThatWasAddedIsNone();
    void aProgramThatIsNotThereIsSaid();
    void whatIsNoTextIsNotTaken();
    void theFileGoesWithTheWindow();
    void whatWasWrittenRightBeforeTheEndIsTaken_data();
    void whatWasWrittenRightBeforeTheEndIsTaken();
    void whatNobodyLookedAtStays();
    void whatIsTooLongIsSaidAndStays();
    void whatIsNoFileIsNotFollowed_data();
    void whatIsNoFileIsNotFollowed();
    void aSecondStartTakesWhatIsThereFirst();
    void aSecondStartLeavesWhatWasNotTaken();
    void aSecondStartThatFailsLeavesTheFirst_data();
    void aSecondStartThatFailsLeavesTheFirst();
    void changesOnBothSidesAreMerged();
    void whatClashesIsNotTakenUnlessToldTo();
    void whatMayNotBeEditedIsNotTaken();
    void aSaveIsWaitedFor();
    void closingTakesWhatWaitedForASave();
    void theFileIsTheModelsWhateverIsOpen();
    void whatAnEarlierRunLeftIsLookedThrough();
    void whatWasTakenAndKeptIsNoNews();
    void whatAnotherWindowFollowsIsLeftToIt();
    void whatIsAsItWasIsNotReadAgain();
    void longTextsAreTakenToo();
    void noShellReadsTheCommand();

private:
    void openWindow();
    EditSession *session() const { return editor().session(); }
    void edit(const QByteArray &extraInfo) const
    {
        session()->setValue(*findField(u"ExtraInfo"), FieldValue(JsonText(extraInfo)));
    }
    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "(cannot be read)"_ba;
    }
    //! What is beside it, too: as a program that was killed leaves it.
    static void copyAll(const QString &file, const QString &newName)
    {
        const QFileInfo from(file);
        const QStringList names = from.dir().entryList({from.completeBaseName() + u".*"_s},
                                                       QDir::Files);
        for (const QString &name : names) {
            if (name.endsWith(u".lock"_s))
                continue;
            QVERIFY(QFile::copy(from.dir().filePath(name),
                                from.dir().filePath(newName + name.mid(name.indexOf(u'.')))));
        }
    }
    QByteArray text() const { return editor().session()->edited().extraInfo.utf8(); }
    EditorPane &editor() const { return *m_window->findChild<EditorPane *>(); }
    QString followed() const
    {
        const QStringList files = m_window->findChild<OutsideEditing *>()->files();
        return files.isEmpty() ? QString() : files.first();
    }
    //! Starts a program that does nothing; the file is what it would have open.
    void start()
    {
        QVERIFY(m_window->choices().set(SettingId::ExternalEditor, u"true %f"_s));
        m_window->findChild<QAction *>(u"editOutsideAction"_s)->trigger();
        QVERIFY(QFileInfo::exists(followed()));
    }
    void write(const QByteArray &bytes) const { write(followed(), bytes); }
    static void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QString told() const
    {
        QString all;
        for (const MessageStrip *strip : m_window->findChildren<MessageStrip *>())
            all += strip->isVisible() ? strip->text() : QString();
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_data;
    QByteArray m_dataHome;
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void tst_OutsideEditing::openWindow()
{
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{});
    m_window->show();
}

void tst_OutsideEditing::init()
{
    // Of its own: every window looks through what is there.
    m_data = std::make_unique<QTemporaryDir>();
    m_dataHome = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_data->path()));
    m_world = std::make_unique<UiWorld>();
    openWindow();
    QVERIFY(m_world->connectToRegistry());
    QVERIFY(m_world->waitLoaded());
    ModelMetadata model;
    model.name = u"bert"_s;
    model.extraInfo = JsonText("{\"Rating\": 4.90}");
    const QString id = m_world->addModel(model, QDateTime::currentDateTimeUtc());
    m_world->workbench.catalogSync()->refresh();
    QVERIFY(m_world->waitLoaded());
    m_window->showModel(id);
    QTRY_VERIFY(editor().session());
}

void tst_OutsideEditing::cleanup()
{
    m_window.reset();
    m_world.reset();
    qputenv("XDG_DATA_HOME", m_dataHome);
    m_data.reset();
}

void tst_OutsideEditing::withoutAProgramTheSettingsAreShown()
{
    m_window->findChild<QAction *>(u"editOutsideAction"_s)->trigger();
    QVERIFY(followed().isEmpty());
    QVERIFY(m_window->choosing().dialog());
    QCOMPARE(m_window->choosing().dialog()->page(), SettingsPage::ExtraInfo);
}

void tst_OutsideEditing::whatTheProgramWritesIsADraft()
{
    const QByteArray before = text();
    start();
    QFile file(followed());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    file.close();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(followed()) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(followed()).path()) & others));
    write("{\"Rating\": 5.00}");
    QTRY_COMPARE(text(), "{\"Rating\": 5.00}"_ba);
    QVERIFY(editor().session()->isDirty());
    QVERIFY(told().contains(u"taken from the other program"_s));
    // As editors that put a new file in place of the old one do.
    QFile another(followed() + u".new"_s);
    QVERIFY(another.open(QIODevice::WriteOnly));
    another.write("{\"Rating\": 6}");
    another.close();
    QVERIFY(QFile::remove(followed()) && another.rename(followed()));
    QTRY_COMPARE(text(), "{\"Rating\": 6}"_ba);
    editor().history().undo();
    QCOMPARE(text(), "{\"Rating\": 5.00}"_ba);
    editor().history().undo();
    QCOMPARE(text(), before);
}

//! Also where it looks like typing that goes on.
void tst_OutsideEditing::eachTimeIsAStep()
{
    start();
    write("{\"Rating\": 4.901}");
    m_window->keepState();
    write("{\"Rating\": 4.9012}");
    m_window->keepState();
    edit("{\"Rating\": 4.90123}");
    for (const QByteArray &earlier :
         {"{\"Rating\": 4.9012}"_ba, "{\"Rating\": 4.901}"_ba, "{\"Rating\": 4.90}"_ba}) {
        editor().history().undo();
        QCOMPARE(text(), earlier);
    }
}

void tst_OutsideEditing::aLineEndThatWasAddedIsNone()
{
    start();
    write("{\"Rating\": 5}\n");
    QTRY_COMPARE(text(), "{\"Rating\": 5}"_ba);
}

void tst_OutsideEditing::aProgramThatIsNotThereIsSaid()
{
    QVERIFY(m_window->choices().set(SettingId::ExternalEditor, u"no-such-program-here %f"_s));
    m_window->findChild<QAction *>(u"editOutsideAction"_s)->trigger();
    QVERIFY(followed().isEmpty());
    QVERIFY(told().contains(u"no-such-program-here"_s));
}

void tst_OutsideEditing::whatIsNoTextIsNotTaken()
{
    const QByteArray before = text();
    start();
    const QString file = followed();
    write("{\"a\": \"\xff\xfe\"}");
    QTRY_VERIFY(told().contains(u"not UTF-8"_s));
    QCOMPARE(text(), before);
    m_window.reset();
    QVERIFY(QFileInfo::exists(file)); // nobody else has it
}

void tst_OutsideEditing::theFileGoesWithTheWindow()
{
    start();
    const QString file = followed();
    write("{\"Rating\": 5}");
    QTRY_COMPARE(text(), "{\"Rating\": 5}"_ba);
    m_window.reset();
    QVERIFY(!QFileInfo::exists(file));
}

void tst_OutsideEditing::whatWasWrittenRightBeforeTheEndIsTaken_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("the window is closed") << true;
    QTest::newRow("the program is told to end") << false;
}

void tst_OutsideEditing::whatWasWrittenRightBeforeTheEndIsTaken()
{
    QFETCH(bool, isClosed);
    m_world->keepDrafts();
    start();
    const QString file = followed();
    write("{\"Rating\": 5}");
    if (isClosed)
        m_window->close();
    else
        m_window->keepState();
    QCOMPARE(text(), "{\"Rating\": 5}"_ba);
    m_window.reset();
    QVERIFY(!QFileInfo::exists(file));
}

void tst_OutsideEditing::whatNobodyLookedAtStays()
{
    start();
    const QString file = followed();
    write("{\"Rating\": 5}");
    m_window.reset();
    QCOMPARE(read(file), "{\"Rating\": 5}"_ba);
}

void tst_OutsideEditing::whatIsTooLongIsSaidAndStays()
{
    const QByteArray before = text();
    start();
    const QString name = followed();
    QVERIFY(QFile::resize(name, 33 * 1024 * 1024));
    QTRY_VERIFY(told().contains(u"too long"_s));
    QVERIFY(told().contains(name));
    QCOMPARE(text(), before);
    m_window.reset();
    QVERIFY(QFileInfo::exists(name));
}

void tst_OutsideEditing::whatIsNoFileIsNotFollowed_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("a link") << u"link"_s;
    QTest::newRow("a pipe") << u"pipe"_s; // would be waited at
    QTest::newRow("a folder") << u"folder"_s;
}

void tst_OutsideEditing::whatIsNoFileIsNotFollowed()
{
    QFETCH(QString, kind);
    const QByteArray before = text();
    start();
    const QString file = followed();
    QTemporaryDir folder;
    const QString target = folder.filePath(u"target.json"_s);
    write(target, "{\"Rating\": 5}");
    QVERIFY(QFile::remove(file));
    if (kind == u"link"_s)
        QVERIFY(QFile::link(target, file));
    else if (kind == u"pipe"_s)
        QCOMPARE(mkfifo(QFile::encodeName(file).constData(), 0600), 0);
    else
        QVERIFY(QDir().mkdir(file));
    QTRY_VERIFY(told().contains(u"cannot be read"_s));
    QVERIFY(told().contains(file));
    QCOMPARE(text(), before);
    // A second start does not write through it.
    edit("{\"Rating\": 1}");
    start();
    QCOMPARE(m_window->findChild<OutsideEditing *>()->files().size(), 2);
    m_window.reset();
    QCOMPARE(read(target), "{\"Rating\": 5}"_ba);
    QVERIFY(!platform::isMissing(file));
    openWindow(); // nor does the look at what was left
    QTRY_VERIFY(told().contains(file));
    QVERIFY(!platform::isMissing(file));
}

void tst_OutsideEditing::aSecondStartTakesWhatIsThereFirst()
{
    start();
    const QString file = followed();
    write("{\"Rating\": 5}");
    start();
    QCOMPARE(text(), "{\"Rating\": 5}"_ba);
    QCOMPARE(read(file), "{\"Rating\": 5}"_ba);
    QCOMPARE(m_window->findChild<OutsideEditing *>()->files(), QStringList{file});
}

void tst_OutsideEditing::aSecondStartLeavesWhatWasNotTaken()
{
    const QByteArray before = text();
    start();
    const QString file = followed();
    const QByteArray noText = "{\"a\": \"\xff\xfe\"}";
    write(noText);
    QTRY_VERIFY(told().contains(u"not UTF-8"_s));
    start();
    const QStringList files = m_window->findChild<OutsideEditing *>()->files();
    QCOMPARE(files.size(), 2);
    QCOMPARE(read(file), noText);
    QCOMPARE(read(files.last()), before);
}

void tst_OutsideEditing::aSecondStartThatFailsLeavesTheFirst_data()
{
    QTest::addColumn<bool>("isFull");
    QTest::newRow("the disk is full") << true;
    QTest::newRow("there is no such program") << false;
}

void tst_OutsideEditing::aSecondStartThatFailsLeavesTheFirst()
{
    QFETCH(bool, isFull);
    start();
    const QString file = followed();
    edit("{\"Rating\": 4.95}");
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    if (isFull) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{.rlim_cur = 1, .rlim_max = limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
    } else {
        QVERIFY(m_window->choices().set(SettingId::ExternalEditor, u"no-such-program-here"_s));
    }
    m_window->findChild<QAction *>(u"editOutsideAction"_s)->trigger();
    setrlimit(RLIMIT_FSIZE, &limit);
    QCOMPARE(followed(), file);
    QVERIFY(told().contains(isFull ? u"cannot be written"_s : u"cannot be started"_s));
    write("{\"Rating\": 4.95, \"a\": 1}");
    QTRY_COMPARE(text(), "{\"Rating\": 4.95, \"a\": 1}"_ba);
}

void tst_OutsideEditing::changesOnBothSidesAreMerged()
{
    edit("{\"Rating\": 4.90, \"a\": 1}");
    start();
    edit("{\"Rating\": 4.90, \"a\": 2}");
    write("{\"Rating\": 5.00, \"a\": 1}");
    QTRY_COMPARE(text(), "{\"Rating\": 5.00, \"a\": 2}"_ba);
    QVERIFY(told().contains(u"taken from the other program"_s));
    // The other program does not know what was changed here.
    write("{\"Rating\": 5.00, \"a\": 1, \"b\": 3}");
    QTRY_COMPARE(text(), "{\"Rating\": 5.00, \"a\": 2, \"b\": 3}"_ba);
    editor().history().undo();
    QCOMPARE(text(), "{\"Rating\": 5.00, \"a\": 2}"_ba);
    const QString file = followed();
    m_window.reset();
    QVERIFY(!QFileInfo::exists(file));
}

void tst_OutsideEditing::whatClashesIsNotTakenUnlessToldTo()
{
    start();
    const QString file = followed();
    edit("{\"Rating\": 1}");
    write("{\"Rating\": 5}");
    QTRY_VERIFY(told().contains(u"same part"_s));
    QVERIFY(told().contains(file));
    QCOMPARE(text(), "{\"Rating\": 1}"_ba);
    m_window->keepState();
    QCOMPARE(text(), "{\"Rating\": 1}"_ba);
    QCOMPARE(read(file), "{\"Rating\": 5}"_ba);
    // The same again is not said twice.
    write("{\"Rating\": 6}");
    m_window->keepState();
    QCOMPARE(text(), "{\"Rating\": 1}"_ba);
    const QList<QPushButton *> buttons = m_window->findChildren<QPushButton *>();
    const auto takes = std::ranges::find_if(buttons, [](const QPushButton *button) {
        return button->isVisible() && button->text() == u"Take its text"_s;
    });
    QVERIFY(takes != buttons.end());
    (*takes)->click();
    QCOMPARE(text(), "{\"Rating\": 6}"_ba);
    QVERIFY(!told().contains(u"same part"_s));
    editor().history().undo();
    QCOMPARE(text(), "{\"Rating\": 1}"_ba);
    m_window.reset();
    QVERIFY(!QFileInfo::exists(file));
}

void tst_OutsideEditing::whatMayNotBeEditedIsNotTaken()
{
    const QByteArray before = text();
    start();
    const QString file = followed();
    bool isRead = false; // or that would bring back what was there
    m_world->workbench.readings().readThen(session(), [&isRead] { isRead = true; });
    QTRY_VERIFY(isRead);
    RegisteredModel theirs = session()->base();
    theirs.provider = u"pai"_s;
    session()->replaceBase(theirs);
    QVERIFY(session()->isReadOnly());
    write("{\"Rating\": 5}");
    QTRY_VERIFY(told().contains(u"can no longer be edited"_s));
    QVERIFY(told().contains(file));
    QCOMPARE(text(), before);
    m_window.reset();
    QCOMPARE(read(file), "{\"Rating\": 5}"_ba);
}

void tst_OutsideEditing::aSaveIsWaitedFor()
{
    start();
    edit("{\"Rating\": 4.95}");
    const auto plan = SavePlan::make(session()->base(), session()->edited(), u"1"_s);
    QVERIFY(plan && m_world->workbench.saving().save(session(), *plan));
    write("{\"Rating\": 4.90, \"a\": 1}");
    m_window->keepState();
    QVERIFY(m_world->workbench.saving().runningSave(session()));
    QCOMPARE(text(), "{\"Rating\": 4.95}"_ba);
    QTRY_COMPARE(text(), "{\"Rating\": 4.95, \"a\": 1}"_ba);
    QVERIFY(!m_world->workbench.saving().runningSave(session()));
}

void tst_OutsideEditing::closingTakesWhatWaitedForASave()
{
    m_world->keepDrafts();
    start();
    const QString file = followed();
    const QPointer<EditSession> edited = session();
    edit("{\"Rating\": 4.95}");
    const auto plan = SavePlan::make(edited->base(), edited->edited(), u"1"_s);
    QVERIFY(plan && m_world->workbench.saving().save(edited, *plan));
    write("{\"Rating\": 4.90, \"a\": 1}");
    m_window->close();
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY(!m_window->isVisible());
    QVERIFY(edited);
    QCOMPARE(edited->edited().extraInfo.utf8(), "{\"Rating\": 4.95, \"a\": 1}"_ba);
    m_window.reset();
    QVERIFY(!QFileInfo::exists(file));
}

void tst_OutsideEditing::theFileIsTheModelsWhateverIsOpen()
{
    start();
    const QString file = followed();
    const QPointer<EditSession> before = session();
    const QString id = before->modelId();
    m_world->workbench.saving().discard(before);
    QTRY_VERIFY(!before);
    m_window->showModel(id);
    QTRY_VERIFY(session());
    start();
    QCOMPARE(m_window->findChild<OutsideEditing *>()->files(), QStringList{file});
}

void tst_OutsideEditing::whatAnEarlierRunLeftIsLookedThrough()
{
    start();
    copyAll(followed(), u"ExtraInfo-same"_s);
    copyAll(followed(), u"ExtraInfo-other"_s);
    const QDir folder = QFileInfo(followed()).dir();
    m_window.reset();
    QCOMPARE(folder.entryList({u"*.json"_s}, QDir::Files).size(), 2);
    const QString other = folder.filePath(u"ExtraInfo-other.json"_s);
    write(other, "{\"Rating\": 5}");
    openWindow();
    QTRY_VERIFY(told().contains(other));
    QVERIFY(told().contains(u"bert"_s));
    QCOMPARE(read(other), "{\"Rating\": 5}"_ba);
    QStringList left = folder.entryList(QDir::Files);
    left.removeOne(u"ExtraInfo-other.json"_s);
    QCOMPARE(left.size(), 1); // what is known about it
    QVERIFY(left.first().startsWith(u"ExtraInfo-other"_s));
    QVERIFY(!(QFile::permissions(folder.filePath(left.first()))
              & (QFile::ReadGroup | QFile::ReadOther)));
}

//! As after a kill, right behind it.
void tst_OutsideEditing::whatWasTakenAndKeptIsNoNews()
{
    m_world->keepDrafts();
    start();
    const QDir folder = QFileInfo(followed()).dir();
    const QString about = folder.filePath(QFileInfo(followed()).completeBaseName() + u".about"_s);
    const QByteArray before = read(about);
    write("{\"Rating\": 5}\n");
    QTRY_VERIFY(read(about) != before);
    QCOMPARE(text(), "{\"Rating\": 5}"_ba);
    copyAll(followed(), u"ExtraInfo-taken"_s);
    m_window.reset();
    QCOMPARE(folder.entryList(QDir::Files).size(), 2);
    openWindow();
    QTRY_VERIFY(folder.isEmpty());
}

void tst_OutsideEditing::whatAnotherWindowFollowsIsLeftToIt()
{
    start();
    copyAll(followed(), u"ExtraInfo-same"_s);
    const QString left = QFileInfo(followed()).dir().filePath(u"ExtraInfo-same.json"_s);
    QVERIFY(QFileInfo::exists(left));
    UiWorld world;
    MainWindow another(world.workbench, world.connector, WindowSettings{});
    another.show();
    QTRY_VERIFY(!QFileInfo::exists(left));
    QVERIFY(QFileInfo::exists(followed()));
}

void tst_OutsideEditing::whatIsAsItWasIsNotReadAgain()
{
    const QByteArray before = text();
    start();
    const QString file = followed();
    const QDateTime written = QFileInfo(file).lastModified();
    // The same file, time and size, which nothing but a look at the whole could tell.
    QFile same(file);
    QVERIFY(same.open(QIODevice::ReadWrite));
    same.write(QByteArray(before).replace("4.90", "4.91"));
    same.flush();
    QVERIFY(same.setFileTime(written, QFileDevice::FileModificationTime));
    same.close();
    // Something that has to be read, in the same look.
    session()->setValue(*findField(u"ModelName"), FieldValue(u"bert2"_s));
    EditSession *other = m_world->workbench.createNew();
    m_window->findChild<Editing *>()->openDraft(other);
    QTRY_COMPARE(session(), other);
    const QStringList first = m_window->findChild<OutsideEditing *>()->files();
    start();
    QString second;
    for (const QString &one : m_window->findChild<OutsideEditing *>()->files()) {
        if (!first.contains(one))
            second = one;
    }
    write(second, "{\"b\": 1}");
    QTRY_COMPARE(other->edited().extraInfo.utf8(), "{\"b\": 1}"_ba);
    QCOMPARE(m_world->workbench.dirtySessions().first()->edited().extraInfo.utf8(), before);
    m_window.reset();
    QVERIFY(QFileInfo::exists(file)); // before it would be removed it is read
}

void tst_OutsideEditing::longTextsAreTakenToo()
{
    const QByteArray filler(200'000, 'x');
    edit("{\"Rating\": 4.90, \"a\": \"" + filler + "\"}");
    start();
    edit("{\"Rating\": 4.90, \"a\": \"" + filler + "\", \"b\": 1}");
    write("{\"Rating\": 5, \"a\": \"" + filler + "\"}");
    QTRY_COMPARE(text(), "{\"Rating\": 5, \"a\": \"" + filler + "\", \"b\": 1}");
}

void tst_OutsideEditing::noShellReadsTheCommand()
{
    QTemporaryDir folder;
    const QString canary = folder.filePath(u"canary"_s);
    const QString done = folder.filePath(u"done"_s);
    QVERIFY(m_window->choices().set(
        SettingId::ExternalEditor,
        u"sh -c \"echo > %1\" $(touch %2) %f ; touch %2"_s.arg(done, canary)));
    m_window->findChild<QAction *>(u"editOutsideAction"_s)->trigger();
    QVERIFY(!followed().isEmpty());
    QTRY_VERIFY(QFileInfo::exists(done)); // a shell would have made the other one before
    QVERIFY(!QFileInfo::exists(canary));
}

MODELSCRIBE_GUI_TEST(tst_OutsideEditing)

} // namespace tst_outsideediting

#include "tst_outsideediting.moc"
