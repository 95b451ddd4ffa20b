// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/relativetime.h"
#include "registry/connection.h"
#include "remote/remotecontent.h"
#include "remote/remotehosts.h"
#include "settings/settings.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/edit/labelseditor.h"
#include "ui/edit/modelform.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/presentation.h"
#include "ui/widgets/theme.h"
#include "ui/window/choosing.h"
#include "uiworld.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>

#include <memory>

namespace tst_choosing {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

//! That what is chosen is done in the window that is open, whoever chose it.
class tst_Choosing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void rowsComeCloser();
    void textSizesAreThoseOfTheParts();
    void keysChangeThePartWithTheFocus();
    void coloursAndMenusFollow();
    void datesAreWrittenAsWanted();
    void enterDoesWhatIsChosen_data();
    void enterDoesWhatIsChosen();
    void aDoubleClickDoesWhatIsChosen();
    void linesAreWrapped();
    void ratesHoldForTheConnectionInUse();
    void allowedHostsAreForgotten();
    void whatTheCommandLineWritesCounts();
    void whatWasChosenHoldsForTheNextWindow();
    void theDialogOpensOnce();
    void aFileThatIsNoneIsSaid();

private:
    QString file() const { return m_folder->filePath(u"settings.ini"_s); }
    void set(SettingId id, const QString &value) { QVERIFY(m_settings->set(id, value)); }
    ModelTable &table() const { return m_window->findChild<BrowsePane *>()->table(); }
    EditorPane &editor() const { return *m_window->findChild<EditorPane *>(); }
    QAction *action(const char *name) const
    {
        return m_window->findChild<QAction *>(QLatin1StringView(name));
    }
    void open();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<RemoteContent> m_content;
    std::unique_ptr<MainWindow> m_window;
};

void tst_Choosing::open()
{
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{}, m_settings.get());
    m_window->setRemoteContent(m_content.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_Choosing::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<QSettings>(file(), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(file());
    m_content = std::make_unique<RemoteContent>(m_store.get());
    m_world = std::make_unique<UiWorld>(6);
    open();
    QVERIFY(m_world->connectToRegistry());
    QVERIFY(m_world->waitLoaded());
    QTRY_VERIFY(table().model()->rowCount() > 3);
    table().setFocus();
    table().step(1);
    QTRY_VERIFY(editor().session());
}

void tst_Choosing::cleanup()
{
    if (m_settings) { // they hold for the whole program
        for (const Setting &setting : settingsTable())
            std::ignore = m_settings->reset(setting.id);
    }
    m_window.reset();
    m_world.reset();
    m_content.reset();
    m_settings.reset();
}

void tst_Choosing::rowsComeCloser()
{
    QCOMPARE(table().rowHeight(0), 30);
    const QString current = table().currentId();
    set(SettingId::Rows, u"compact"_s);
    QCOMPARE(table().rowHeight(0), 24);
    QCOMPARE(table().rowHeight(3), 24);
    QCOMPARE(table().currentId(), current);
    set(SettingId::Rows, u"normal"_s);
    QCOMPARE(table().rowHeight(0), 30);
}

void tst_Choosing::textSizesAreThoseOfTheParts()
{
    editor().setCurrentTab(EditorPane::ExtraInfoTab);
    auto &json = *editor().findChild<ExtraInfoEditor *>();
    const QWidget &form = *editor().findChild<ModelForm *>();
    const auto &field = *form.findChild<QLineEdit *>(u"field_ModelName"_s);
    const double usual = QApplication::font().pointSizeF();
    const auto sizeOf = [usual](const QWidget &widget) {
        return qRound(widget.font().pointSizeF() * 100 / usual);
    };
    set(SettingId::FormText, u"130"_s);
    QCOMPARE(sizeOf(field), 130);
    QCOMPARE(sizeOf(json), 100);
    QCOMPARE(sizeOf(table()), 100);
    const int line = json.textEdit().textHeight(0);
    set(SettingId::JsonText, u"150"_s);
    QCOMPARE(sizeOf(json), 150);
    QVERIFY(json.textEdit().textHeight(0) > line);
    QCOMPARE(sizeOf(field), 130);
    const int row = table().rowHeight(0);
    set(SettingId::ListText, u"150"_s);
    QCOMPARE(sizeOf(table()), 150);
    QVERIFY(table().rowHeight(0) > row);
    QCOMPARE(sizeOf(*m_window->menuWidget()), 100);
    for (const SettingId id : {SettingId::FormText, SettingId::JsonText, SettingId::ListText})
        QVERIFY(m_settings->reset(id));
    QCOMPARE(sizeOf(field), 100);
    QCOMPARE(sizeOf(json), 100);
    QCOMPARE(table().rowHeight(0), row);
}

void tst_Choosing::keysChangeThePartWithTheFocus()
{
    table().setFocus();
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_settings->number(SettingId::ListText), 110);
    editor().focusFirstField();
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_settings->number(SettingId::FormText), 90);
    editor().setCurrentTab(EditorPane::ExtraInfoTab);
    auto &json = *editor().findChild<ExtraInfoEditor *>();
    for (const auto face :
         {JsonEditor::Face::Text, JsonEditor::Face::Tree, JsonEditor::Face::Form}) {
        json.setFace(face);
        json.setFocus();
        QVERIFY(json.isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(m_window->windowHandle(), Qt::Key_Equal, Qt::ControlModifier);
    }
    QCOMPARE(m_settings->number(SettingId::JsonText), 130);
    QTest::keyClick(m_window->windowHandle(), Qt::Key_0, Qt::ControlModifier);
    QVERIFY(m_settings->isStandard(SettingId::JsonText));
    table().setFocus();
    for (int i = 0; i < 12; ++i)
        action("smallerTextAction")->trigger();
    QCOMPARE(m_settings->number(SettingId::ListText), 80); // and no further
}

void tst_Choosing::coloursAndMenusFollow()
{
    set(SettingId::Theme, u"dark"_s);
    QVERIFY(Theme::of().isDark());
    QVERIFY(action("themeDarkAction")->isChecked());
    set(SettingId::Theme, u"light"_s);
    QVERIFY(!Theme::of().isDark());
    set(SettingId::Language, u"zh_CN"_s);
    QVERIFY(action("languageChineseAction")->isChecked());
    set(SettingId::Motion, u"false"_s);
    QVERIFY(!Presentation::instance().hasMotion());
}

void tst_Choosing::datesAreWrittenAsWanted()
{
    const QDateTime when = QDateTime::currentDateTime().addDays(-1);
    QCOMPARE(relativeTime(when), u"yesterday"_s);
    editor().showResumed(when);
    const MessageStrip &resumed = *editor().findChild<MessageStrip *>(u"resumed"_s);
    QVERIFY(resumed.text().contains(u"yesterday"_s));
    set(SettingId::Dates, u"exact"_s);
    QVERIFY(resumed.text().contains(when.toString(u"yyyy-MM-dd HH:mm"_s)));
    QCOMPARE(relativeTime(when), when.toString(u"yyyy-MM-dd HH:mm"_s));
    // The column of times has room for it.
    for (int column = 0; column < table().model()->columnCount(); ++column) {
        if (table().model()->headerData(column, Qt::Horizontal).toString() == u"Modified"_s
            && !table().isColumnHidden(column))
            QVERIFY(table().columnWidth(column)
                    >= table().fontMetrics().horizontalAdvance(relativeTime(when)));
    }
    QVERIFY(m_settings->reset(SettingId::Dates));
    QCOMPARE(relativeTime(when), u"yesterday"_s);
}

void tst_Choosing::enterDoesWhatIsChosen_data()
{
    QTest::addColumn<QString>("choice");
    QTest::newRow("show") << u"show"_s;
    QTest::newRow("edit") << u"edit"_s;
    QTest::newRow("field") << u"field"_s;
    QTest::newRow("whole") << u"whole"_s;
}

void tst_Choosing::enterDoesWhatIsChosen()
{
    QFETCH(QString, choice);
    set(SettingId::EnterKey, choice);
    table().setFocus();
    const QString id = table().currentId();
    QTest::keyClick(&table(), Qt::Key_Return);
    QTRY_COMPARE(editor().session()->modelId(), id);
    const bool isInEditor = editor().isAncestorOf(QApplication::focusWidget());
    QCOMPARE(isInEditor, choice != u"show"_s);
    QCOMPARE(action("wholeEditorAction")->isChecked(), choice == u"whole"_s);
    QCOMPARE(m_window->findChild<BrowsePane *>()->isVisible(), choice != u"whole"_s);
}

void tst_Choosing::aDoubleClickDoesWhatIsChosen()
{
    const auto doubleClick = [this](int row) {
        const QPoint at = table().visualRect(table().model()->index(row, 0)).center();
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, at);
    };
    doubleClick(1);
    QVERIFY(!editor().isAncestorOf(QApplication::focusWidget()));
    set(SettingId::DoubleClick, u"field"_s);
    doubleClick(2);
    QVERIFY(editor().isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(editor().session()->modelId(), table().currentId());
    set(SettingId::DoubleClick, u"whole"_s);
    doubleClick(1);
    QVERIFY(action("wholeEditorAction")->isChecked());
}

void tst_Choosing::linesAreWrapped()
{
    editor().setCurrentTab(EditorPane::ExtraInfoTab);
    auto &json = *editor().findChild<ExtraInfoEditor *>();
    QVERIFY(json.textEdit().isWrapping());
    set(SettingId::WrapLines, u"false"_s);
    QVERIFY(!json.textEdit().isWrapping());
    QVERIFY(!json.bar().action(JsonEditor::Tool::Wrap)->isChecked());
    // And the other way round.
    m_settings->follow();
    json.bar().action(JsonEditor::Tool::Wrap)->trigger();
    m_store->sync();
    QTRY_VERIFY(m_settings->isOn(SettingId::WrapLines));
}

void tst_Choosing::ratesHoldForTheConnectionInUse()
{
    const Connection &connection = *m_world->workbench.connection();
    set(SettingId::WritesPerSecond, u"3"_s);
    QCOMPARE(connection.writesPerSecond(), 3.0);
    set(SettingId::ReadsPerSecond, u"6"_s);
    QCOMPARE(connection.leastTimeFor(60, 0).count(), 10'000);
    QVERIFY(m_world->connectToRegistry()); // and for the next one
    QCOMPARE(m_world->workbench.connection()->writesPerSecond(), 3.0);
}

void tst_Choosing::allowedHostsAreForgotten()
{
    m_content->hosts().allow(QUrl(u"https://a.example/x.png"_s));
    m_content->hosts().allow(QUrl(u"https://b.example/x.png"_s));
    m_store->sync();
    m_settings->read();
    QCOMPARE(m_settings->list(SettingId::AllowedHosts),
             (QStringList{u"a.example"_s, u"b.example"_s}));
    set(SettingId::AllowedHosts, u"b.example"_s);
    QVERIFY(!m_content->hosts().isAllowed(QUrl(u"https://a.example/y.png"_s)));
    QVERIFY(m_content->hosts().isAllowed(QUrl(u"https://b.example/y.png"_s)));
    QVERIFY(m_settings->reset(SettingId::AllowedHosts));
    QVERIFY(m_content->hosts().list().isEmpty());
}

void tst_Choosing::whatTheCommandLineWritesCounts()
{
    m_settings->follow();
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("[appearance]\nrows=compact\nlistText=120\n[window]\ntheme=dark\n");
    out.close();
    QTRY_VERIFY(Theme::of().isDark());
    QVERIFY(table().rowHeight(0) < 30);
    QCOMPARE(Presentation::instance().percent(Presentation::Part::List), 120);
}

void tst_Choosing::whatWasChosenHoldsForTheNextWindow()
{
    set(SettingId::Rows, u"compact"_s);
    set(SettingId::EnterKey, u"whole"_s);
    m_window.reset();
    open();
    QVERIFY(QTest::qWaitFor([this] { return table().model()->rowCount() > 0; }));
    QCOMPARE(table().rowHeight(0), 24);
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Return);
    QVERIFY(action("wholeEditorAction")->isChecked());
}

void tst_Choosing::theDialogOpensOnce()
{
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Comma, Qt::ControlModifier);
    SettingsDialog *dialog = m_window->choosing().dialog();
    QVERIFY(dialog && dialog->isVisible());
    action("settingsAction")->trigger();
    QCOMPARE(m_window->choosing().dialog(), dialog);
    dialog->close();
    QTRY_VERIFY(!m_window->choosing().dialog());
}

void tst_Choosing::aFileThatIsNoneIsSaid()
{
    const QString folder = m_folder->filePath(u"folder"_s);
    QVERIFY(QDir().mkpath(folder));
    Settings settings(folder);
    MainWindow window(m_world->workbench, m_world->connector, WindowSettings{}, &settings);
    const MessageStrip &strip = *window.centralWidget()->findChild<MessageStrip *>(
        QString(), Qt::FindDirectChildrenOnly);
    QVERIFY2(strip.text().contains(folder), qPrintable(strip.text()));
    QVERIFY(strip.text().contains(u"is used until the program is closed"_s));
    QVERIFY(!settings.set(SettingId::Rows, u"compact"_s));
    QVERIFY(strip.text().contains(folder));
    QCOMPARE(settings.text(SettingId::Rows), u"compact"_s);
    std::ignore = settings.set(SettingId::Rows, u"normal"_s);
}

MODELSCRIBE_GUI_TEST(tst_Choosing)

} // namespace tst_choosing

#include "tst_choosing.moc"
