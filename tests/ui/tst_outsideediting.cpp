// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"
#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/panehistory.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/choosing.h"
#include "ui/window/outsideediting.h"
#include "uiworld.h"

#include <QAction>
#include <QFileInfo>

#include <memory>

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
    void aLineEndThatWasAddedIsNone();
    void aProgramThatIsNotThereIsSaid();
    void whatIsNoTextIsNotTaken();
    void theFileGoesWithTheWindow();
    void noShellReadsTheCommand();

private:
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
    void write(const QByteArray &bytes) const
    {
        QFile file(followed());
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

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void tst_OutsideEditing::init()
{
    m_world = std::make_unique<UiWorld>();
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{});
    m_window->show();
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
    QTRY_VERIFY(told().contains(u"no UTF-8"_s));
    QCOMPARE(text(), before);
    m_window.reset();
    QVERIFY(QFileInfo::exists(file)); // nobody else has it
    QVERIFY(QFile::remove(file));
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

void tst_OutsideEditing::noShellReadsTheCommand()
{
    QTemporaryDir folder;
    const QString canary = folder.filePath(u"canary"_s);
    QVERIFY(m_window->choices().set(SettingId::ExternalEditor,
                                    u"true %f ; touch %1 $(touch %1)"_s.arg(canary)));
    m_window->findChild<QAction *>(u"editOutsideAction"_s)->trigger();
    QVERIFY(!followed().isEmpty());
    QTest::qWait(300);
    QVERIFY(!QFileInfo::exists(canary));
}

MODELSCRIBE_GUI_TEST(tst_OutsideEditing)

} // namespace tst_outsideediting

#include "tst_outsideediting.moc"
