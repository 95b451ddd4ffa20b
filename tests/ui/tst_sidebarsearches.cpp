// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/sidebarsearches.h"

#include "lists/facetmodel.h"
#include "lists/modeltablemodel.h"
#include "lists/searchrows.h"
#include "model/lookrules.h"
#include "registry/catalogtest.h"
#include "registry/valuesinuse.h"
#include "session/savedsearches.h"
#include "testclass.h"
#include "ui/browse/sidebar.h"

#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

namespace tst_sidebarsearches {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using State = FacetModel::State;

namespace {

struct SidebarWorld : OfflineCatalog
{
    SidebarWorld()
    {
        catalog.upsert({modelOf(u"1"_s, {.name = u"a"_s, .domain = u"nlp"_s, .task = u"qa"_s}),
                        modelOf(u"2"_s, {.name = u"A"_s, .description = u"d"_s}),
                        modelOf(u"3"_s, {.name = u"c"_s,
                                         .description = u"d"_s,
                                         .task = u"text-generation"_s,
                                         .document = u"https://example.com"_s})});
        models.setCatalog(&catalog);
        searches.change([](SearchSet &set) {
            set.searches = {{u"Nameless"_s, u"name:nothing"_s},
                            {u"两个"_s, u"is:same-name"_s},
                            {u"<b>later</b>"_s, u"modified:<30x"_s}};
        });
        facets.setValues(&values);
        facets.setSearches(&rows);
        sidebar.setFacets(&facets);
        sidebar.setSearches(&searches);
        sidebar.resize(216, 900);
        sidebar.show();
    }

    QModelIndex find(const QString &text) const
    {
        return facets
            .match(facets.index(0, 0), Qt::DisplayRole, text, 1,
                   Qt::MatchRecursive | Qt::MatchExactly)
            .value(0);
    }
    QString countOf(const QString &text) const
    {
        return find(text).data(FacetModel::CountTextRole).toString();
    }
    State stateOf(const QString &text) const { return FacetModel::stateOf(find(text)); }
    QStringList names() const
    {
        QStringList result;
        for (const SavedSearch &search : searches.set().searches)
            result.append(search.name);
        return result;
    }
    //! The query that it gives, which is shown then; null: it gives none.
    QString click(const QString &text)
    {
        QSignalSpy chosen(&sidebar, &Sidebar::queryChosen);
        sidebar.expand(find(text).parent());
        QTest::mouseClick(sidebar.viewport(), Qt::LeftButton, {},
                          sidebar.visualRect(find(text)).center());
        if (chosen.isEmpty())
            return {};
        const QString query = chosen.first().first().toString();
        sidebar.showQuery(query);
        return query.isNull() ? u""_s : query;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&sidebar, key, modifiers);
    }
    QAction *action(const QString &row, const QString &text)
    {
        menu.reset(sidebar.makeMenu(find(row)));
        for (QAction *one : menu ? menu->actions() : QList<QAction *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }

    ValuesInUse values{catalog};
    ModelTableModel models;
    SavedSearches searches;
    SearchRows rows{searches, models};
    FacetModel facets;
    Sidebar sidebar;
    std::unique_ptr<QMenu> menu;
};

} // namespace

class tst_SidebarSearches : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_world.reset(); }
    void rowsHaveTheirCounts();
    void aClickPutsTheQueryIntoTheBox();
    void theOneInTheBoxIsMarked_data();
    void theOneInTheBoxIsMarked();
    void allModelsLeavesIt();
    void whatIsNotUnderstoodSaysWhy();
    void isRenamedInPlace();
    void nothingMovesWhileANameIsTyped();
    void isOrderedByKeys();
    void isOrderedByDragging();
    void isDeletedAndHandedOver();
    void isChangedToTheCurrentSearch();
    void rulesAreChangedTurnedOffAndReset();
    void rulesKnowNoNames();

private:
    std::unique_ptr<SidebarWorld> m_world;
};

void tst_SidebarSearches::init()
{
    m_world = std::make_unique<SidebarWorld>();
    QTRY_COMPARE(m_world->countOf(u"两个"_s), u"2"_s);
}

void tst_SidebarSearches::rowsHaveTheirCounts()
{
    QCOMPARE(m_world->countOf(u"Nameless"_s), u"0"_s);
    QTRY_COMPARE(m_world->countOf(u"Needs a look"_s), u"2"_s); // each model once
    QCOMPARE(m_world->countOf(u"No description"_s), u"1"_s);
    QCOMPARE(m_world->countOf(u"No task"_s), u"1"_s);
    QCOMPARE(m_world->countOf(u"Unknown task"_s), u"1"_s);
    QCOMPARE(m_world->countOf(u"No document"_s), u"2"_s);
    QCOMPARE(m_world->countOf(u"Duplicate name"_s), u"2"_s);
    QCOMPARE(m_world->countOf(u"Broken cover"_s), u"0"_s);
    m_world->sidebar.showQuery(u"c"_s); // whatever is asked for
    m_world->catalog.remove(u"2"_s);
    QTRY_COMPARE(m_world->countOf(u"两个"_s), u"0"_s);
    QCOMPARE(m_world->countOf(u"Needs a look"_s), u"1"_s);
}

void tst_SidebarSearches::aClickPutsTheQueryIntoTheBox()
{
    m_world->sidebar.showQuery(u"bert task:qa"_s);
    QCOMPARE(m_world->click(u"两个"_s), u"is:same-name"_s);          // nothing of what was there
    QCOMPARE(m_world->click(u"<b>later</b>"_s), u"modified:<30x"_s); // the box says what is wrong
    QCOMPARE(m_world->click(u"No task"_s), u"missing:task"_s);
    const QString any = m_world->click(u"Needs a look"_s);
    QVERIFY2(any.startsWith(u"missing:description OR missing:task OR "), qPrintable(any));
    m_world->sidebar.setCurrentIndex(m_world->find(u"Nameless"_s));
    QSignalSpy chosen(&m_world->sidebar, &Sidebar::queryChosen);
    m_world->press(Qt::Key_Return);
    QCOMPARE(chosen.first().first().toString(), u"name:nothing"_s);
}

void tst_SidebarSearches::theOneInTheBoxIsMarked_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("marked");
    QTest::newRow("to the letter") << u"is:same-name"_s << u"两个"_s;
    QTest::newRow("as it is meant") << u" IS：same-name "_s << u"两个"_s;
    QTest::newRow("a rule") << u"missing:task"_s << u"No task"_s;
    QTest::newRow("more than it") << u"is:same-name bert"_s << u"All models"_s;
    QTest::newRow("not understood") << u"modified:<30x"_s << u"All models"_s;
    QTest::newRow("nothing") << u""_s << u"All models"_s;
}

void tst_SidebarSearches::theOneInTheBoxIsMarked()
{
    QFETCH(QString, query);
    QFETCH(QString, marked);
    m_world->sidebar.showQuery(query);
    for (const QString &row : {u"两个"_s, u"Nameless"_s, u"<b>later</b>"_s, u"No task"_s,
                               u"Needs a look"_s, u"All models"_s})
        QCOMPARE(m_world->stateOf(row) == State::Included, row == marked);
}

void tst_SidebarSearches::allModelsLeavesIt()
{
    m_world->click(u"两个"_s);
    QCOMPARE(m_world->click(u"All models"_s), u""_s);
    m_world->click(u"Needs a look"_s);
    QCOMPARE(m_world->stateOf(u"Needs a look"_s), State::Included);
    QCOMPARE(m_world->click(u"All models"_s), u""_s);
    m_world->click(u"Nameless"_s);
    QSignalSpy chosen(&m_world->sidebar, &Sidebar::queryChosen);
    m_world->sidebar.setCurrentIndex(m_world->find(u"Saved searches"_s));
    m_world->press(Qt::Key_Return); // Clear
    QCOMPARE(chosen.first().first().toString(), QString());
}

void tst_SidebarSearches::whatIsNotUnderstoodSaysWhy()
{
    const QModelIndex row = m_world->find(u"<b>later</b>"_s);
    QVERIFY(row.data(FacetModel::NoteRole).toString().contains(u"30d"));
    QCOMPARE(row.data(FacetModel::CountTextRole).toString(), QString());
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"is not understood"));
}

void tst_SidebarSearches::isRenamedInPlace()
{
    Sidebar &sidebar = m_world->sidebar;
    const auto type = [&](const QString &row, const QString &text, Qt::Key end) {
        sidebar.setCurrentIndex(m_world->find(row));
        m_world->press(Qt::Key_F2);
        auto *line = sidebar.findChild<QLineEdit *>();
        QVERIFY(line);
        QCOMPARE(line->text(), row);
        line->selectAll();
        line->insert(text);
        QTest::keyClick(line, end);
        QTRY_VERIFY(!sidebar.findChild<QLineEdit *>());
    };
    type(u"Nameless"_s, u"  Named "_s, Qt::Key_Return);
    QCOMPARE(m_world->names().first(), u"Named"_s);
    QTRY_COMPARE(sidebar.currentIndex(), m_world->find(u"Named"_s));
    type(u"Named"_s, u"x"_s, Qt::Key_Escape);
    type(u"Named"_s, u" "_s, Qt::Key_Return);
    QCOMPARE(m_world->names().first(), u"Named"_s);
    type(u"Named"_s, u"两个"_s, Qt::Key_Return); // is taken
    QCOMPARE(m_world->names().first(), u"两个 (2)"_s);
    m_world->press(Qt::Key_F2); // only looked at
    QTest::keyClick(sidebar.findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_VERIFY(!sidebar.findChild<QLineEdit *>());
    QCOMPARE(m_world->names().first(), u"两个 (2)"_s);
}

void tst_SidebarSearches::nothingMovesWhileANameIsTyped()
{
    Sidebar &sidebar = m_world->sidebar;
    sidebar.renameSearch(u"Nameless"_s);
    auto *line = sidebar.findChild<QLineEdit *>();
    QVERIFY(line);
    QSignalSpy reset(&m_world->facets, &QAbstractItemModel::modelReset);
    m_world->catalog.upsert(modelOf(u"9"_s, {.name = u"x"_s, .domain = u"new"_s}));
    QTest::qWait(100);
    QCOMPARE(reset.size(), 0);
    QVERIFY(!m_world->find(u"new"_s).isValid());
    line->selectAll(); // as an active window does
    QTest::keyClicks(line, u"ab"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(m_world->find(u"new"_s).isValid());
    QVERIFY2(m_world->names().contains(u"ab"_s), qPrintable(m_world->names().join(u'|')));
}

void tst_SidebarSearches::isOrderedByKeys()
{
    const QString later = u"<b>later</b>"_s;
    m_world->sidebar.setCurrentIndex(m_world->find(u"Nameless"_s));
    m_world->press(Qt::Key_Up, Qt::AltModifier); // is the first one
    m_world->press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_world->names(), (QStringList{u"两个"_s, u"Nameless"_s, later}));
    QCOMPARE(m_world->sidebar.currentIndex(), m_world->find(u"Nameless"_s));
    m_world->press(Qt::Key_Down, Qt::AltModifier);
    m_world->press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_world->names(), (QStringList{u"两个"_s, later, u"Nameless"_s}));
    m_world->action(u"Nameless"_s, u"Move up"_s)->trigger();
    QCOMPARE(m_world->names(), (QStringList{u"两个"_s, u"Nameless"_s, later}));
    QVERIFY(!m_world->action(u"两个"_s, u"Move up"_s)->isEnabled());
}

void tst_SidebarSearches::isOrderedByDragging()
{
    QWidget *view = m_world->sidebar.viewport();
    const auto at = [&](const QString &row) {
        return m_world->sidebar.visualRect(m_world->find(row)).center();
    };
    QSignalSpy chosen(&m_world->sidebar, &Sidebar::queryChosen);
    const QString later = u"<b>later</b>"_s;
    const auto drag = [&](const QString &from, const QPoint &to) {
        QTest::mousePress(view, Qt::LeftButton, {}, at(from));
        QTest::mouseMove(view, to - QPoint(0, 1));
        QTest::mouseMove(view, to);
    };
    drag(u"Nameless"_s, at(later) + QPoint(0, 8));
    QTest::mouseRelease(view, Qt::LeftButton, {}, at(later) + QPoint(0, 8));
    QCOMPARE(m_world->names(), (QStringList{u"两个"_s, later, u"Nameless"_s}));
    drag(u"Nameless"_s, at(u"两个"_s) - QPoint(0, 8));
    QTest::mouseRelease(view, Qt::LeftButton, {}, at(u"两个"_s) - QPoint(0, 8));
    QCOMPARE(m_world->names(), (QStringList{u"Nameless"_s, u"两个"_s, later}));
    drag(u"Nameless"_s, at(later));
    m_world->press(Qt::Key_Escape); // leaves it where it is
    QTest::mouseRelease(view, Qt::LeftButton, {}, at(later));
    drag(u"Nameless"_s, at(u"All models"_s)); // no place for it
    QTest::mouseRelease(view, Qt::LeftButton, {}, at(u"All models"_s));
    QCOMPARE(m_world->names(), (QStringList{u"Nameless"_s, u"两个"_s, later}));
    QCOMPARE(chosen.size(), 0);
}

void tst_SidebarSearches::isDeletedAndHandedOver()
{
    QSignalSpy removed(&m_world->sidebar.searches(), &SidebarSearches::removed);
    m_world->sidebar.setCurrentIndex(m_world->find(u"两个"_s));
    m_world->press(Qt::Key_Delete);
    QCOMPARE(m_world->names(), (QStringList{u"Nameless"_s, u"<b>later</b>"_s}));
    QCOMPARE(removed.first().first().value<SavedSearch>(),
             (SavedSearch{u"两个"_s, u"is:same-name"_s}));
    QCOMPARE(removed.first().at(1).toInt(), 1);
    QCOMPARE(m_world->sidebar.currentIndex(), m_world->find(u"<b>later</b>"_s));
    m_world->press(Qt::Key_Delete);
    m_world->press(Qt::Key_Delete);
    QVERIFY(!m_world->find(u"Saved searches"_s).isValid());
    QCOMPARE(m_world->sidebar.currentIndex(), m_world->find(u"All models"_s));
}

void tst_SidebarSearches::isChangedToTheCurrentSearch()
{
    const QString change = u"Replace with the current search"_s;
    QVERIFY(!m_world->action(u"Nameless"_s, change)->isEnabled()); // there is none
    m_world->sidebar.showQuery(u"name:a"_s);
    m_world->action(u"Nameless"_s, change)->trigger();
    QCOMPARE(m_world->searches.set().find(u"Nameless"_s)->query, u"name:a"_s);
    QCOMPARE(m_world->stateOf(u"Nameless"_s), State::Included);
    QTRY_COMPARE(m_world->countOf(u"Nameless"_s), u"2"_s);
    m_world->sidebar.setTypedQuery(u"((("_s);
    QVERIFY(!m_world->action(u"Nameless"_s, change)->isEnabled());
}

void tst_SidebarSearches::rulesAreChangedTurnedOffAndReset()
{
    const auto state = [&] { return m_world->searches.set().rules; };
    m_world->sidebar.showQuery(u"missing:task name:c"_s);
    m_world->action(u"No task"_s, u"Replace with the current search"_s)->trigger();
    QCOMPARE(state().value(u"task"_s), u"missing:task name:c"_s);
    QTRY_COMPARE(m_world->countOf(u"No task"_s), u"0"_s);
    m_world->action(u"No task"_s, u"Turn off"_s)->trigger();
    QCOMPARE(m_world->countOf(u"No task"_s), u"off"_s);
    QVERIFY(m_world->click(u"No task"_s).isNull());
    QVERIFY(!m_world->click(u"Needs a look"_s).contains(u"missing:task"_s));
    QVERIFY(!m_world->action(u"No task"_s, u"Turn off"_s)->isEnabled());
    m_world->action(u"No task"_s, u"Back to missing:task"_s)->trigger();
    QVERIFY(state().isEmpty());
    QTRY_COMPARE(m_world->countOf(u"No task"_s), u"1"_s);
    m_world->searches.change([](SearchSet &set) {
        for (const LookRule &rule : lookRules())
            set.setRule(rule.id, QString());
    });
    QVERIFY(m_world->click(u"Needs a look"_s).isNull()); // only opens
    QTRY_COMPARE(m_world->countOf(u"Needs a look"_s), u"0"_s);
}

void tst_SidebarSearches::rulesKnowNoNames()
{
    m_world->sidebar.expand(m_world->find(u"Needs a look"_s));
    m_world->sidebar.setCurrentIndex(m_world->find(u"No task"_s));
    const SearchSet before = m_world->searches.set();
    m_world->press(Qt::Key_F2);
    m_world->press(Qt::Key_Delete);
    QVERIFY(!m_world->sidebar.findChild<QLineEdit *>());
    QCOMPARE(m_world->searches.set(), before);
}

MODELSCRIBE_GUI_TEST(tst_SidebarSearches)

} // namespace tst_sidebarsearches

#include "tst_sidebarsearches.moc"
