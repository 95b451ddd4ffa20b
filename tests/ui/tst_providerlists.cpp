// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/facetmodel.h"
#include "lists/modeltablemodel.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/sidebar.h"
#include "ui/edit/editorpane.h"
#include "ui/review/reviewdialog.h"
#include "ui/widgets/statepage.h"
#include "uitest.h"
#include "uiworld.h"

#include <QLineEdit>
#include <QPushButton>

namespace tst_providerlists {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using State = FacetModel::State;

//! The public models of a provider beside those of the workspace.
class tst_ProviderLists : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();
    void areReadWhenFirstOpened();
    void areSearchedTheSameWay();
    void areReadOnlyInListAndForm();
    void aNewModelFromOneIsOnesOwn();
    void draftsStayInSight();
    void byKeysAlone();
    void anEmptyOneSaysSo();
    void comesBackFromItsCopy();

private:
    QModelIndex row(const QString &text) const
    {
        const QAbstractItemModel *facets = m_sidebar->model();
        return facets
            ->match(facets->index(0, 0), Qt::DisplayRole, text, 1,
                    Qt::MatchRecursive | Qt::MatchExactly)
            .value(0);
    }
    State stateOf(const QString &text) const { return FacetModel::stateOf(row(text)); }
    QString countOf(const QString &text) const
    {
        return row(text).data(FacetModel::CountTextRole).toString();
    }
    void click(const QString &text)
    {
        QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {},
                          m_sidebar->visualRect(row(text)).center());
    }
    //! Waits until that many are read.
    bool waitFor(qsizetype models)
    {
        return m_world->waitLoaded()
               && QTest::qWaitFor([this, models] { return m_browse->shownCount() == models; });
    }
    QList<RegisteredModel> shown() const
    {
        QList<RegisteredModel> models;
        for (int at = 0; at < m_browse->models().rowCount(); ++at)
            models.append(m_browse->models().modelAt(at));
        return models;
    }

    static constexpr qsizetype own = 12;
    static constexpr qsizetype ofPai = 6;
    std::unique_ptr<QTemporaryDir> m_copies;
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
    BrowsePane *m_browse = nullptr;
    Sidebar *m_sidebar = nullptr;
    EditorPane *m_pane = nullptr;
};

void tst_ProviderLists::init()
{
    m_copies = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<UiWorld>(own);
    m_world->workbench.keepCopiesIn(m_copies->path());
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{});
    m_browse = m_window->findChild<BrowsePane *>();
    m_sidebar = m_window->findChild<Sidebar *>();
    m_pane = m_window->findChild<EditorPane *>();
    QVERIFY(m_world->connectToRegistry());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(waitFor(own));
}

void tst_ProviderLists::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void tst_ProviderLists::areReadWhenFirstOpened()
{
    QVERIFY(row(u"Models of PAI"_s).isValid());
    QCOMPARE(row(u"Models of PAI"_s).row(), 1);
    QVERIFY(!row(u"Models of Hugging Face"_s).isValid()); // nobody asked
    QCOMPARE(stateOf(u"All models"_s), State::Included);
    QCOMPARE(countOf(u"Models of PAI"_s), QString());
    QVERIFY(row(u"Needs a look"_s).isValid());
    QTRY_COMPARE(countOf(u"All models"_s), u"12"_s);

    click(u"Models of PAI"_s);
    QVERIFY(waitFor(ofPai));
    for (const RegisteredModel &model : shown())
        QCOMPARE(model.provider, u"pai"_s);
    QTRY_COMPARE(countOf(u"Models of PAI"_s), u"6"_s);
    QCOMPARE(countOf(u"All models"_s), QString());
    QCOMPARE(stateOf(u"Models of PAI"_s), State::Included);
    QCOMPARE(stateOf(u"All models"_s), State::None);
    QVERIFY(!row(u"Needs a look"_s).isValid());
    QTRY_VERIFY(row(u"Models of Hugging Face"_s).isValid());

    click(u"Models of Hugging Face"_s);
    QVERIFY(waitFor(2));
    click(u"All models"_s);
    QVERIFY(waitFor(own));
    QCOMPARE(stateOf(u"All models"_s), State::Included);
}

void tst_ProviderLists::areSearchedTheSameWay()
{
    SearchBox &box = m_window->findChild<HeaderBar *>()->searchBox();
    box.setQuery(u"task:fill-mask"_s);
    click(u"Models of PAI"_s);
    QVERIFY(waitFor(1)); // what is asked for of one list is asked for of the other
    QCOMPARE(shown().first().metadata.name, u"chinese-bert-wwm-ext"_s);
    QCOMPARE(stateOf(u"Models of PAI"_s), State::Included);
    QTRY_VERIFY(row(u"multi-modal"_s).isValid()); // of its facets
    click(u"Models of PAI"_s);                    // again: all of them
    QVERIFY(waitFor(ofPai));
    QCOMPARE(box.text(), QString());
}

void tst_ProviderLists::areReadOnlyInListAndForm()
{
    click(u"Models of PAI"_s);
    QVERIFY(waitFor(ofPai));
    const QModelIndex first = m_browse->models().index(0, 0);
    QCOMPARE(first.data(ModelTableModel::MarkRole).value<RowMarks::Mark>(),
             RowMarks::Mark::ReadOnly);
    QCOMPARE(first.data(Qt::AccessibleDescriptionRole).toString(), u"Read-only"_s);
    m_browse->table().setFocus();
    QTest::keyClick(&m_browse->table(), Qt::Key_Down);
    QTRY_VERIFY(m_pane->session());
    EditSession *session = m_pane->session();
    QVERIFY(session->isReadOnly());
    QVERIFY(m_pane->findChild<QLineEdit *>(u"field_ModelName"_s)->isReadOnly());
    ModelMetadata edited = session->edited();
    edited.task = u"x"_s;
    session->apply(edited);
    QVERIFY(!session->isDirty());
}

void tst_ProviderLists::aNewModelFromOneIsOnesOwn()
{
    m_world->workbench.connection()->setWorkspaceId(u"1"_s);
    QVERIFY(m_world->waitLoaded());
    click(u"Models of PAI"_s);
    QVERIFY(waitFor(ofPai));
    const RegisteredModel theirs = shown().first();
    emit m_browse->table().copyAsNewRequested(theirs.id);
    QVERIFY(m_pane->session() && m_pane->session()->isNew());
    QVERIFY(!m_pane->session()->isReadOnly());
    QCOMPARE(m_pane->session()->base().workspaceId, u"1"_s);
    QCOMPARE(m_pane->session()->edited().task, theirs.metadata.task);
    m_pane->findChild<QLineEdit *>(u"field_ModelName"_s)->setFocus();
    m_pane->findChild<QLineEdit *>(u"field_ModelName"_s)->selectAll();
    uitest::typeKeys(*m_window, u"harbour"_s);
    uitest::pressKey(*m_window, Qt::Key_S, Qt::ControlModifier);
    auto *review = m_window->findChild<ReviewDialog *>();
    QVERIFY(review);
    review->save();
    // The list in sight is none that it could be in.
    QTRY_VERIFY(m_pane->session() && !m_pane->session()->isNew());
    QTRY_VERIFY(m_world->workbench.connection()->listScope().provider.isEmpty());
    const QString id = m_pane->session()->modelId();
    QTRY_COMPARE(m_browse->table().currentId(), id);
    QTRY_COMPARE(m_pane->session()->modelId(), id);
    QVERIFY(m_world->waitLoaded());
    const RegisteredModel *made = m_world->workbench.catalog()->find(id);
    QVERIFY(made);
    QCOMPARE(made->provider, QString());
    QCOMPARE(made->metadata.name, u"harbour"_s);
    click(u"Models of PAI"_s);
    QVERIFY(waitFor(ofPai));
}

void tst_ProviderLists::draftsStayInSight()
{
    const QString id = shown().first().id;
    EditSession *session = m_world->workbench.open(id);
    ModelMetadata edited = session->edited();
    edited.task = u"edited"_s;
    session->apply(edited);
    click(u"Models of PAI"_s);
    QVERIFY(waitFor(ofPai));
    QTRY_COMPARE(countOf(u"Drafts"_s), u"1"_s);
    click(u"Drafts"_s);
    QTRY_VERIFY(m_browse->showsDrafts());
    click(u"All models"_s);
    QVERIFY(waitFor(own));
    QVERIFY(!m_browse->showsDrafts());
    QVERIFY(session->isDirty());
}

void tst_ProviderLists::byKeysAlone()
{
    m_sidebar->setFocus();
    m_sidebar->setCurrentIndex(row(u"All models"_s));
    QTest::keyClick(m_sidebar, Qt::Key_Down);
    QTest::keyClick(m_sidebar, Qt::Key_Return);
    QVERIFY(waitFor(ofPai));
    QCOMPARE(m_sidebar->currentIndex(), row(u"Models of PAI"_s));
    QVERIFY(m_sidebar->hasFocus());
    QCOMPARE(row(u"Models of PAI"_s).data(Qt::AccessibleTextRole).toString(),
             u"Models of PAI, 6, read-only, shown"_s);
}

void tst_ProviderLists::anEmptyOneSaysSo()
{
    m_world->workbench.connection()->listProvider(u"nobody"_s);
    auto *page = m_browse->findChild<StatePage *>();
    QTRY_VERIFY(page->isVisible() && page->findChild<QPushButton *>());
    auto *back = page->findChild<QPushButton *>();
    QCOMPARE(back->accessibleName(), u"Show the workspace’s models"_s);
    back->click();
    QVERIFY(waitFor(own));
}

void tst_ProviderLists::comesBackFromItsCopy()
{
    click(u"Models of PAI"_s);
    QVERIFY(waitFor(ofPai));
    click(u"All models"_s);
    QVERIFY(waitFor(own));
    m_world->stopRegistry();
    click(u"Models of PAI"_s);
    QVERIFY(waitFor(ofPai)); // without a word to the registry
    QCOMPARE(m_world->workbench.catalogSync()->error(), std::nullopt);
}

MODELSCRIBE_GUI_TEST(tst_ProviderLists)

} // namespace tst_providerlists

#include "tst_providerlists.moc"
