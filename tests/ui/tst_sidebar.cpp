// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/fixedcredentials.h"
#include "lists/facetmodel.h"
#include "model/queryparser.h"
#include "session/workbench.h"
#include "testclass.h"
#include "ui/browse/sidebar.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

namespace tst_sidebar {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using State = FacetModel::State;

//! A catalog filled by hand; its connection leads nowhere.
class tst_Sidebar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutFacetsKeepsWords();
    void aClickAddsAndTakesAway();
    void withControlItExcludes();
    void noValueIsAskedForAlone();
    void theKeyboardDoesTheSame();
    void theMenuSaysItInWords();
    void labelsOpenToTheirValues();
    void longFacetsShowTheFrequentOnes();
    void choosingARowKeepsWhatIsNotUnderstood();
    void theQueryMarksItsRow_data();
    void theQueryMarksItsRow();
    void openRowsSurviveAReset();
    void sectionsCannotBeClosed();
    void aClickOnTheArrowOnlyOpens();
    void draftsAreAskedForByTheirTerm();
    void activityOpensAndLeavesTheListAlone();

private:
    void add(const QString &name, const QString &domain, const QString &task);
    QModelIndex find(const QString &text) const;
    //! The query that it gives, which is shown then.
    QString click(const QString &text, Qt::KeyboardModifiers modifiers = {});
    QStringList marked(FacetModel::State state) const;

    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<FacetModel> m_facets;
    std::unique_ptr<Sidebar> m_sidebar;
};

void tst_Sidebar::init()
{
    m_workbench = std::make_unique<Workbench>(ClientOptions{.maxAttempts = 1});
    m_workbench->connectTo({.target = {.title = u"x"_s,
                                       .isLocal = true,
                                       .endpoint = *Endpoint::fromText(u"http://127.0.0.1:1"_s)},
                            .credentials = fixedCredentials({.id = "i", .secret = "s"})});
    add(u"a"_s, u"nlp"_s, u"text-generation"_s);
    add(u"b"_s, u"nlp"_s, u"text-classification"_s);
    add(u"c"_s, u"cv"_s, u"object-detection"_s);
    m_facets = std::make_unique<FacetModel>();
    m_facets->setValues(m_workbench->valuesInUse());
    m_sidebar = std::make_unique<Sidebar>();
    m_sidebar->setFacets(m_facets.get());
    m_sidebar->resize(216, 600);
    m_sidebar->show();
    QTRY_VERIFY(find(u"nlp"_s).isValid());
    m_sidebar->showQuery({});
}

void tst_Sidebar::cleanup()
{
    m_sidebar.reset();
    m_facets.reset();
    m_workbench.reset();
}

void tst_Sidebar::add(const QString &name, const QString &domain, const QString &task)
{
    RegisteredModel model;
    model.id = u"model-"_s + name;
    model.metadata.name = name;
    model.metadata.domain = domain;
    model.metadata.task = task;
    model.metadata.type = u"Checkpoint"_s;
    m_workbench->catalog()->upsert(model);
}

QModelIndex tst_Sidebar::find(const QString &text) const
{
    const QModelIndexList found = m_facets->match(m_facets->index(0, 0), Qt::DisplayRole, text, 1,
                                                  Qt::MatchRecursive | Qt::MatchExactly);
    return found.value(0);
}

void tst_Sidebar::withoutFacetsKeepsWords()
{
    QCOMPARE(Sidebar::withoutFacets(u"bert domain:cv task:x -accessibility:PUBLIC label:a=b"_s
                                    u" owner:1 params:>1B type:(a OR b)"_s),
             u"bert params:>1B"_s);
    QCOMPARE(Sidebar::withoutFacets(u"is:draft"_s), QString());
}

QString tst_Sidebar::click(const QString &text, Qt::KeyboardModifiers modifiers)
{
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::queryChosen);
    const QModelIndex index = find(text);
    m_sidebar->expand(index.parent());
    m_sidebar->scrollTo(index);
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, modifiers,
                      m_sidebar->visualRect(index).center());
    const QString query = chosen.value(0).value(0).toString();
    if (!chosen.isEmpty())
        m_sidebar->showQuery(query);
    return query;
}

QStringList tst_Sidebar::marked(FacetModel::State state) const
{
    QStringList result;
    const auto visit = [&](const auto &self, const QModelIndex &at) -> void {
        for (int row = 0; row < m_facets->rowCount(at); ++row) {
            const QModelIndex index = m_facets->index(row, 0, at);
            if (FacetModel::kindOf(index) != FacetModel::Kind::Section
                && FacetModel::stateOf(index) == state)
                result.append(index.data().toString());
            self(self, index);
        }
    };
    visit(visit, {});
    return result;
}

void tst_Sidebar::aClickAddsAndTakesAway()
{
    m_sidebar->showQuery(u"bert"_s);
    QCOMPARE(click(u"Checkpoint"_s), u"bert type:Checkpoint"_s);
    QCOMPARE(marked(State::Included), QStringList{u"Checkpoint"_s});
    QCOMPARE(click(u"text-generation"_s), u"bert type:Checkpoint task:text-generation"_s);
    QCOMPARE(click(u"text-classification"_s),
             u"bert type:Checkpoint task:(text-generation OR text-classification)"_s);
    QCOMPARE(click(u"text-generation"_s), u"bert type:Checkpoint task:text-classification"_s);
    QCOMPARE(click(u"Checkpoint"_s), u"bert task:text-classification"_s);
    QCOMPARE(click(u"All models"_s), u"bert"_s);
    QCOMPARE(marked(State::Included), QStringList{u"All models"_s});
}

void tst_Sidebar::withControlItExcludes()
{
    QCOMPARE(click(u"cv"_s, Qt::ControlModifier), u"-domain:cv"_s);
    QCOMPARE(marked(State::Excluded), QStringList{u"cv"_s});
    QCOMPARE(click(u"cv"_s, Qt::ControlModifier), QString());
    QCOMPARE(marked(State::Excluded), QStringList());
}

void tst_Sidebar::noValueIsAskedForAlone()
{
    add(u"n"_s, {}, {});
    QTRY_VERIFY(find(u"(none)"_s).isValid());
    QCOMPARE(click(u"nlp"_s), u"domain:nlp"_s);
    QCOMPARE(click(u"(none)"_s), u"domain:"_s);
    QCOMPARE(marked(State::Included), QStringList{u"(none)"_s});
    QCOMPARE(click(u"nlp"_s), u"domain:nlp"_s);
}

void tst_Sidebar::theKeyboardDoesTheSame()
{
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::queryChosen);
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(m_sidebar.get(), key);
        const QString query = chosen.takeLast().first().toString();
        m_sidebar->showQuery(query);
        return query;
    };
    m_sidebar->setCurrentIndex(find(u"nlp"_s));
    QTest::keyClick(m_sidebar.get(), Qt::Key_Down); // passing by does nothing
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(m_sidebar->currentIndex(), find(u"cv"_s));
    QCOMPARE(press(Qt::Key_Return), u"domain:cv"_s);
    QCOMPARE(press(Qt::Key_Delete), u"-domain:cv"_s);
    QCOMPARE(press(Qt::Key_Delete), QString());
    QCOMPARE(press(Qt::Key_Space), u"domain:cv"_s);
    m_sidebar->setCurrentIndex(find(u"Domain"_s)); // the heading takes it away
    QCOMPARE(press(Qt::Key_Return), QString());
}

void tst_Sidebar::theMenuSaysItInWords()
{
    const auto texts = [this](const QString &row) {
        QStringList result;
        const std::unique_ptr<QMenu> menu(m_sidebar->makeMenu(find(row)));
        for (const QAction *action : menu->actions())
            result.append(action->text());
        result.removeAll(QString());
        return result;
    };
    const auto choose = [this](const QString &row, const QString &text) {
        QSignalSpy chosen(m_sidebar.get(), &Sidebar::queryChosen);
        const std::unique_ptr<QMenu> menu(m_sidebar->makeMenu(find(row)));
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                action->trigger();
        }
        return chosen.value(0).value(0).toString();
    };
    m_sidebar->showQuery(u"domain:cv"_s);
    QCOMPARE(texts(u"nlp"_s), (QStringList{u"Only this"_s, u"Add"_s, u"Exclude"_s, u"Copy"_s}));
    QCOMPARE(texts(u"cv"_s), (QStringList{u"Only this"_s, u"Exclude"_s, u"Remove"_s, u"Copy"_s}));
    QCOMPARE(choose(u"nlp"_s, u"Only this"_s), u"domain:nlp"_s);
    QCOMPARE(choose(u"nlp"_s, u"Add"_s), u"domain:(cv OR nlp)"_s);
    QCOMPARE(choose(u"cv"_s, u"Remove"_s), QString());
    QVERIFY(!m_sidebar->makeMenu(find(u"Domain"_s)));
}

void tst_Sidebar::labelsOpenToTheirValues()
{
    RegisteredModel model = *m_workbench->catalog()->find(u"model-a"_s);
    const QString hostile = u"a \"b\" <b>中文</b> \u202Ex=1 (y) OR z"_s;
    model.metadata.labels = {{u"team"_s, u"nlp"_s}, {u"odd key"_s, hostile}};
    m_workbench->catalog()->upsert(model);
    QTRY_VERIFY(find(u"team"_s).isValid());
    QVERIFY(!m_sidebar->isExpanded(find(u"team"_s)));
    QCOMPARE(click(u"team"_s), QString()); // opens
    QVERIFY(m_sidebar->isExpanded(find(u"team"_s)));
    const QModelIndex odd = m_facets->index(0, 0, find(u"odd key"_s));
    for (const QString &query :
         {click(odd.data().toString()), click(odd.data().toString(), Qt::ControlModifier)}) {
        const ParsedQuery parsed = parseQuery(query);
        QVERIFY2(parsed.isUnderstood() && parsed.notes.isEmpty(), qPrintable(query));
        QCOMPARE(parsed.query.matches(model), !query.startsWith(u'-'));
    }
    QCOMPARE(marked(State::Excluded).size(), 1);
}

void tst_Sidebar::longFacetsShowTheFrequentOnes()
{
    for (int i = 0; i < 30; ++i)
        add(u"m%1"_s.arg(i), u"nlp"_s, u"task-%1"_s.arg(i, 2, 10, QChar(u'0')));
    QTRY_VERIFY(find(u"Show all 32…"_s).isValid());
    QCOMPARE(m_facets->rowCount(find(u"nlp"_s)), 9);
    m_sidebar->showQuery(u"task:task-29"_s); // is shown however rare it is
    QVERIFY(find(u"task-29"_s).isValid());
    m_sidebar->expand(find(u"nlp"_s));
    click(u"Show all 32…"_s);
    QCOMPARE(m_facets->rowCount(find(u"nlp"_s)), 33);
    click(u"Show fewer"_s);
    QCOMPARE(m_facets->rowCount(find(u"nlp"_s)), 10);
}

void tst_Sidebar::choosingARowKeepsWhatIsNotUnderstood()
{
    m_sidebar->showQuery(u"bert"_s);
    m_sidebar->setTypedQuery(u"bert  modified:<30x"_s);
    QCOMPARE(click(u"Checkpoint"_s), u"bert  modified:<30x type:Checkpoint"_s);
}

void tst_Sidebar::theQueryMarksItsRow_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("included");
    QTest::addColumn<QStringList>("excluded");
    const QStringList all{u"All models"_s};
    QTest::newRow("nothing") << u""_s << all << QStringList();
    QTest::newRow("words only") << u"bert label:x"_s << all << QStringList();
    QTest::newRow("domain") << u"bert domain:ＮＬＰ"_s << QStringList{u"nlp"_s} << QStringList();
    QTest::newRow("a task and its domain")
        << u"task:text-generation domain:nlp"_s << QStringList{u"nlp"_s, u"text-generation"_s}
        << QStringList();
    QTest::newRow("several") << u"domain:(cv OR nlp)"_s << QStringList{u"cv"_s, u"nlp"_s}
                             << QStringList();
    QTest::newRow("no such row") << u"domain:audio"_s << all << QStringList();
    QTest::newRow("negated") << u"-domain:nlp"_s << QStringList() << QStringList{u"nlp"_s};
}

void tst_Sidebar::theQueryMarksItsRow()
{
    QFETCH(QString, query);
    QFETCH(QStringList, included);
    QFETCH(QStringList, excluded);
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::queryChosen);
    m_sidebar->showQuery(query);
    QStringList found = marked(State::Included);
    found.sort();
    QCOMPARE(found, included);
    QCOMPARE(marked(State::Excluded), excluded);
    QCOMPARE(chosen.count(), 0); // showing is not choosing
}

void tst_Sidebar::openRowsSurviveAReset()
{
    QVERIFY(!m_sidebar->isExpanded(find(u"nlp"_s)));
    m_sidebar->expand(find(u"nlp"_s));
    m_sidebar->showQuery(u"domain:cv"_s);
    QSignalSpy reset(m_facets.get(), &QAbstractItemModel::modelReset);
    add(u"d"_s, u"audio"_s, {});
    QTRY_COMPARE(reset.count(), 1);
    QVERIFY(m_sidebar->isExpanded(find(u"nlp"_s)));
    QVERIFY(!m_sidebar->isExpanded(find(u"cv"_s)));
    QCOMPARE(marked(State::Included), QStringList{u"cv"_s});
}

void tst_Sidebar::sectionsCannotBeClosed()
{
    QVERIFY(m_sidebar->isExpanded(find(u"Domain"_s)));
    m_sidebar->collapse(find(u"Domain"_s));
    QVERIFY(m_sidebar->isExpanded(find(u"Domain"_s)));
}

void tst_Sidebar::aClickOnTheArrowOnlyOpens()
{
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::queryChosen);
    const QRect row = m_sidebar->visualRect(find(u"nlp"_s));
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {},
                      QPoint(row.left() + 18, row.center().y()));
    QVERIFY(m_sidebar->isExpanded(find(u"nlp"_s)));
    QCOMPARE(chosen.count(), 0);
}

void tst_Sidebar::draftsAreAskedForByTheirTerm()
{
    m_facets->setDraftCount(2);
    QTRY_VERIFY(find(u"Drafts"_s).isValid());
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::queryChosen);
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {},
                      m_sidebar->visualRect(find(u"Drafts"_s)).center());
    QCOMPARE(chosen.first().first().toString(), u"is:draft"_s);
    m_sidebar->showQuery(u"bert is:draft"_s);
    QCOMPARE(marked(State::Included), QStringList{u"Drafts"_s});
}

void tst_Sidebar::activityOpensAndLeavesTheListAlone()
{
    QVERIFY(!find(u"Activity"_s).isValid());
    m_facets->showActivity();
    QTRY_VERIFY(find(u"Activity"_s).isValid());
    QSignalSpy queries(m_sidebar.get(), &Sidebar::queryChosen);
    QSignalSpy requested(m_sidebar.get(), &Sidebar::activityRequested);
    m_sidebar->showQuery({});
    click(u"Activity"_s);
    QCOMPARE(requested.size(), 1);
    m_sidebar->setCurrentIndex(find(u"All models"_s));
    // The arrow keys come by, Enter opens.
    QTest::keyClick(m_sidebar.get(), Qt::Key_Down);
    QCOMPARE(m_sidebar->currentIndex(), find(u"Activity"_s));
    QCOMPARE(requested.size(), 1);
    QTest::keyClick(m_sidebar.get(), Qt::Key_Return);
    QCOMPARE(requested.size(), 2);
    QCOMPARE(queries.size(), 0);
}

MODELSCRIBE_GUI_TEST(tst_Sidebar)

} // namespace tst_sidebar

#include "tst_sidebar.moc"
