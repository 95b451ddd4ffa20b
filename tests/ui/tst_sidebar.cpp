// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/fixedcredentials.h"
#include "lists/facetmodel.h"
#include "session/workbench.h"
#include "testclass.h"
#include "ui/browse/sidebar.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_sidebar {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! A catalog filled by hand; its connection leads nowhere.
class tst_Sidebar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withFacetReplacesOnlyFacets_data();
    void withFacetReplacesOnlyFacets();
    void choosingARowGivesItsQuery();
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

void tst_Sidebar::withFacetReplacesOnlyFacets_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("facet");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("into nothing") << u""_s << u"type:LoRA"_s << QStringList{u"type:LoRA"_s};
    QTest::newRow("the rest stays") << u"bert label:team=nlp"_s << u"type:LoRA"_s
                                    << QStringList{u"bert"_s, u"label:team=nlp"_s, u"type:LoRA"_s};
    QTest::newRow("another facet goes")
        << u"domain:cv task:x bert"_s << u"type:LoRA"_s << QStringList{u"bert"_s, u"type:LoRA"_s};
    QTest::newRow("all models") << u"domain:cv bert"_s << u""_s << QStringList{u"bert"_s};
    QTest::newRow("two terms") << u"type:LoRA"_s << u"domain:nlp task:text-generation"_s
                               << QStringList{u"domain:nlp"_s, u"task:text-generation"_s};
    QTest::newRow("drafts go") << u"is:draft"_s << u"domain:nlp"_s << QStringList{u"domain:nlp"_s};
    QTest::newRow("without a domain") << u""_s << u"domain:"_s << QStringList{u"domain:"_s};
}

void tst_Sidebar::withFacetReplacesOnlyFacets()
{
    QFETCH(QString, query);
    QFETCH(QString, facet);
    QFETCH(QStringList, expected);
    QStringList terms = Sidebar::withFacet(query, facet).split(u' ', Qt::SkipEmptyParts);
    terms.sort();
    expected.sort();
    QCOMPARE(terms, expected);
}

void tst_Sidebar::choosingARowGivesItsQuery()
{
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::queryChosen);
    m_sidebar->showQuery(u"bert"_s);
    const QRect row = m_sidebar->visualRect(find(u"Checkpoint"_s));
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), u"bert type:Checkpoint"_s);
}

void tst_Sidebar::choosingARowKeepsWhatIsNotUnderstood()
{
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::queryChosen);
    m_sidebar->showQuery(u"bert"_s);
    m_sidebar->setTypedQuery(u"bert  modified:<30x"_s);
    m_sidebar->expandAll();
    const QRect row = m_sidebar->visualRect(find(u"Checkpoint"_s));
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(chosen.first().first().toString(), u"bert  modified:<30x type:Checkpoint"_s);
}

void tst_Sidebar::theQueryMarksItsRow_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("marked");
    QTest::newRow("nothing") << u""_s << u"All models"_s;
    QTest::newRow("words only") << u"bert label:x"_s << u"All models"_s;
    QTest::newRow("domain") << u"bert domain:NLP"_s << u"nlp"_s;
    QTest::newRow("task below its domain")
        << u"task:text-generation domain:nlp"_s << u"text-generation"_s;
    QTest::newRow("type") << u"type:Checkpoint"_s << u"Checkpoint"_s;
    QTest::newRow("no such row") << u"domain:audio"_s << QString();
    QTest::newRow("negated") << u"-domain:nlp"_s << u"All models"_s;
}

void tst_Sidebar::theQueryMarksItsRow()
{
    QFETCH(QString, query);
    QFETCH(QString, marked);
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::queryChosen);
    m_sidebar->showQuery(query);
    const QModelIndexList selected = m_sidebar->selectionModel()->selectedIndexes();
    QCOMPARE(selected.isEmpty() ? QString() : selected.first().data().toString(), marked);
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
    QCOMPARE(m_sidebar->selectionModel()->selectedIndexes().value(0).data().toString(), u"cv"_s);
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
    QCOMPARE(m_sidebar->currentIndex().data().toString(), u"Drafts"_s);
}

void tst_Sidebar::activityOpensAndLeavesTheListAlone()
{
    QVERIFY(!find(u"Activity"_s).isValid());
    m_facets->showActivity();
    QTRY_VERIFY(find(u"Activity"_s).isValid());
    QSignalSpy queries(m_sidebar.get(), &Sidebar::queryChosen);
    QSignalSpy requested(m_sidebar.get(), &Sidebar::activityRequested);
    m_sidebar->showQuery({});
    const QModelIndex all = m_sidebar->currentIndex();
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {},
                      m_sidebar->visualRect(find(u"Activity"_s)).center());
    QCOMPARE(requested.size(), 1);
    QCOMPARE(m_sidebar->currentIndex(), all);
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
