// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/savedsearching.h"

#include "session/savedsearches.h"
#include "testclass.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/sidebar.h"
#include "uiworld.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

namespace tst_savedsearching {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

class tst_SavedSearching : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void savesWhatStandsInTheBoxAndAsksForAName();
    void whatIsSavedAlreadyIsNamed();
    void aDeletedOneComesBack();
    void goesIntoAFileAndComesBack();
    void theSameNameIsSaid();
    void anotherFileIsRefusedAndNothingIsLost();
    void tellsWhatCannotBeKept();

private:
    SavedSearching &saved() const { return *m_window->findChild<SavedSearching *>(); }
    SavedSearches &searches() const { return m_world->workbench.searches(); }
    SearchBox &box() const { return *m_window->findChild<SearchBox *>(); }
    QAction &action(const char *name) const
    {
        return *m_window->findChild<QAction *>(QLatin1StringView(name));
    }
    //! What a strip of the window says.
    QString told() const;
    QStringList names() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void tst_SavedSearching::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<UiWorld>();
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void tst_SavedSearching::cleanup()
{
    m_window.reset();
    m_world.reset();
}

QString tst_SavedSearching::told() const
{
    for (const MessageStrip *strip : m_window->findChildren<MessageStrip *>()) {
        if (strip->isVisible())
            return strip->text();
    }
    return {};
}

QStringList tst_SavedSearching::names() const
{
    QStringList result;
    for (const SavedSearch &search : searches().set().searches)
        result.append(search.name);
    return result;
}

void tst_SavedSearching::savesWhatStandsInTheBoxAndAsksForAName()
{
    action("sidebarAction").setChecked(false);
    box().setQuery(u"(("_s);
    QVERIFY(!box().canBeSaved());
    saved().save();
    QVERIFY(names().isEmpty());
    box().setQuery(u" type:LoRA -task:qa "_s);
    action("saveSearchAction").trigger();
    QCOMPARE(names(), QStringList{u"LoRA, -qa"_s});
    QCOMPARE(searches().set().searches.first().query, u"type:LoRA -task:qa"_s);
    auto *sidebar = m_window->findChild<Sidebar *>();
    QVERIFY(sidebar->isVisible());
    auto *line = sidebar->findChild<QLineEdit *>();
    QVERIFY(line);
    QCOMPARE(line->selectedText(), u"LoRA, -qa"_s);
    QTest::keyClicks(line, u"Mine"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(names(), QStringList{u"Mine"_s});
    QTRY_VERIFY(sidebar->hasFocus());
}

void tst_SavedSearching::whatIsSavedAlreadyIsNamed()
{
    searches().change([](SearchSet &set) { set.add({u"Mine"_s, u"bert"_s}); });
    box().setQuery(u"bert "_s);
    saved().save();
    QCOMPARE(names(), QStringList{u"Mine"_s});
    QCOMPARE(told(), u"This search is saved as “Mine”."_s);
}

void tst_SavedSearching::aDeletedOneComesBack()
{
    searches().change([](SearchSet &set) {
        set.searches = {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"c"_s, u"3"_s}};
    });
    auto *sidebar = m_window->findChild<Sidebar *>();
    const QModelIndex row = sidebar->model()
                                ->match(sidebar->model()->index(0, 0), Qt::DisplayRole, u"b"_s, 1,
                                        Qt::MatchRecursive | Qt::MatchExactly)
                                .value(0);
    sidebar->setCurrentIndex(row);
    QTest::keyClick(sidebar, Qt::Key_Delete);
    QCOMPARE(names(), (QStringList{u"a"_s, u"c"_s}));
    QCOMPARE(told(), u"“b” was deleted."_s);
    for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Undo")
            button->click();
    }
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void tst_SavedSearching::goesIntoAFileAndComesBack()
{
    const SearchSet set{.searches = {{u"两个"_s, u"a \"b\"\n((("_s}, {u"x"_s, u""_s}},
                        .rules = {{u"task"_s, u"mine alone"_s}}};
    searches().change([&set](SearchSet &held) { held = set; });
    const QString file = m_folder->filePath(u"shared.json"_s);
    saved().exportTo(file);
    QTRY_COMPARE(told(), u"2 search(es) exported to shared.json."_s);
    searches().change([](SearchSet &held) { held = {}; });
    saved().importFrom(file);
    QTRY_COMPARE(searches().set().searches, set.searches);
    QVERIFY(searches().set().rules.isEmpty());
    saved().exportTo(m_folder->filePath(u"no/such/folder.json"_s));
    for (int message = 0; message < 2; ++message) { // of the export and the import
        for (MessageStrip *strip : m_window->findChildren<MessageStrip *>())
            strip->dismiss();
    }
    QTRY_VERIFY2(told().startsWith(u"The searches were not exported. "_s), qPrintable(told()));
}

void tst_SavedSearching::theSameNameIsSaid()
{
    searches().change([](SearchSet &set) { set.searches = {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}}; });
    const QString file = m_folder->filePath(u"shared.json"_s);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(
        SearchSet{.searches = {{u"a"_s, u"1"_s}, {u"b"_s, u"other"_s}, {u"c"_s, u"3"_s}}}.toJson());
    out.close();
    saved().importFrom(file);
    QTRY_COMPARE(names(), (QStringList{u"a"_s, u"b"_s, u"b (2)"_s, u"c"_s}));
    QCOMPARE(searches().set().find(u"b"_s)->query, u"2"_s);
    QCOMPARE(told(),
             u"2 search(es) imported. Other searches have these names, so the imported ones "
             "are called “b (2)”. 1 were there already."_s);
}

void tst_SavedSearching::anotherFileIsRefusedAndNothingIsLost()
{
    searches().change([](SearchSet &set) { set.add({u"a"_s, u"1"_s}); });
    const QString file = m_folder->filePath(u"<b>other.json"_s);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(R"({"format": "modelscribe-searches", "version": 1, "searches": [{"name": 1}]})");
    out.close();
    saved().importFrom(file);
    QTRY_VERIFY2(told().contains(u"“searches”, entry 1"_s), qPrintable(told()));
    QVERIFY(told().startsWith(u"No search was imported. "_s));
    QCOMPARE(names(), QStringList{u"a"_s});
}

void tst_SavedSearching::tellsWhatCannotBeKept()
{
    const QString file = m_folder->filePath(u"searches.json"_s);
    QVERIFY(QDir().mkpath(file));
    searches().keepIn(file);
    searches().change([](SearchSet &set) { set.add({u"a"_s, u"1"_s}); });
    QTRY_VERIFY2(told().startsWith(u"Saved searches cannot be kept: "_s), qPrintable(told()));
    QCOMPARE(names(), QStringList{u"a"_s});
}

MODELSCRIBE_GUI_TEST(tst_SavedSearching)

} // namespace tst_savedsearching

#include "tst_savedsearching.moc"
