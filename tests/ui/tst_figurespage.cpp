// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figurespage.h"

#include "registry/catalog.h"
#include "testclass.h"
#include "testpaths.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/figures/figurecard.h"
#include "ui/figures/figurestable.h"
#include "ui/window/windowpanes.h"
#include "uitest.h"
#include "uiworld.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace tst_figurespage {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

namespace {

constexpr int domainGroup = 0;
constexpr int sizeGroup = 3;

RegisteredModel countedModel(int i)
{
    RegisteredModel model;
    model.id = u"model-%1"_s.arg(i);
    model.created = u"2026-0%1-15T08:00:00Z"_s.arg(i % 3 + 1);
    model.metadata.name = u"model %1"_s.arg(i);
    model.metadata.domain = i % 4 == 0 ? u"cv"_s : u"<b>nlp</b>\u202E"_s;
    model.metadata.task = i % 2 ? u"qa"_s : QString();
    model.metadata.type = u"Checkpoint"_s;
    model.metadata.parameterSize = i % 5 ? u"7000"_s : u"110"_s;
    return model;
}

} // namespace

class tst_FiguresPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void countsWhatTheListShows();
    void aSmallShareIsNotNothing();
    void enterShowsTheModels();
    void aBarIsClicked();
    void sizesBecomeARange();
    void hostileValuesAreText();
    void escLeadsBack();
    void noModelsIsSaid();
    void withoutTheModuleTheTableStays();
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();

private:
    FiguresPage *open();
    QModelIndex row(int group, int bar) const;
    SearchBox &search() { return *m_window->findChild<SearchBox *>(); }
    ModelTable &list() { return m_window->findChild<BrowsePane *>()->table(); }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void tst_FiguresPage::init()
{
    m_world = std::make_unique<UiWorld>();
    m_window = std::make_unique<MainWindow>(m_world->workbench, m_world->connector,
                                            WindowSettings{});
    QVERIFY(m_world->connectToRegistry());
    QVERIFY(m_world->waitLoaded());
    QList<RegisteredModel> models;
    for (int i = 0; i < 40; ++i)
        models.append(countedModel(i));
    m_world->workbench.catalog()->upsert(models);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(list().model()->rowCount(), 40);
    QCoreApplication::addLibraryPath(buildPath(u"src/app"_s));
}

void tst_FiguresPage::cleanup()
{
    m_window.reset();
    m_world.reset();
}

FiguresPage *tst_FiguresPage::open()
{
    uitest::pressKey(*m_window, Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    auto *page = m_window->findChild<FiguresPage *>();
    if (page && !QTest::qWaitFor([page] { return page->table().model()->rowCount() > 0; }))
        return nullptr;
    // The charts come one by one.
    return page && QTest::qWaitFor([page] { return page->cards().size() == 6; }) ? page : nullptr;
}

QModelIndex tst_FiguresPage::row(int group, int bar) const
{
    const auto *model = m_window->findChild<FiguresPage *>()->table().model();
    return model->index(bar, 0, model->index(group, 0));
}

void tst_FiguresPage::countsWhatTheListShows()
{
    search().setQuery(u"task:qa"_s);
    QTRY_COMPARE(list().model()->rowCount(), 20);
    FiguresPage *page = open();
    QVERIFY(page && page->isVisible());
    QVERIFY(page->table().hasFocus());
    QCOMPARE(page->cards().size(), 6);
    QCOMPARE(row(domainGroup, 0).siblingAtColumn(1).data().toString(), u"20"_s);
    QCOMPARE(page->cards().at(domainGroup)->group().bars.size(), 1);
    QStringList texts;
    for (const QLabel *label : page->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.contains(u"Figures of 20 model(s)"_s) && texts.contains(u"task:qa"_s),
             qPrintable(texts.join(u'\n')));
    // And follows it.
    m_world->workbench.catalog()->remove(u"model-1"_s);
    QTRY_COMPARE(row(domainGroup, 0).siblingAtColumn(1).data().toString(), u"19"_s);
    QVERIFY(page->table().currentIndex().isValid());
}

void tst_FiguresPage::aSmallShareIsNotNothing()
{
    FiguresTable table;
    FigureGroup group{.title = u"Task"_s};
    for (const int models : {0, 1, 2999})
        group.bars.append({.label = QString::number(models), .models = models});
    table.setGroups({group}, 3000);
    const QModelIndex title = table.model()->index(0, 0);
    QStringList shares;
    for (int row = 0; row < 3; ++row)
        shares.append(table.model()->index(row, 2, title).data().toString());
    QCOMPARE(shares, QStringList({u"0.0 %"_s, u"<0.1 %"_s, u"100.0 %"_s}));
}

void tst_FiguresPage::enterShowsTheModels()
{
    search().setQuery(u"model"_s);
    FiguresPage *page = open();
    QVERIFY(page);
    QCOMPARE(page->table().currentIndex(), row(domainGroup, 0));
    uitest::pressKey(*m_window, Qt::Key_Down);
    QCOMPARE(page->table().currentIndex().data().toString(), u"cv"_s);
    QVERIFY(page->table()
                .currentIndex()
                .data(Qt::AccessibleTextRole)
                .toString()
                .startsWith(u"Domain, cv, 10"_s));
    uitest::pressKey(*m_window, Qt::Key_Return);
    QVERIFY(!page->isVisible());
    QCOMPARE(search().query(), u"model domain:cv"_s);
    QTRY_COMPARE(list().model()->rowCount(), 10);
}

void tst_FiguresPage::aBarIsClicked()
{
    FiguresPage *page = open();
    QVERIFY(page);
    emit page->cards().at(domainGroup)->chosen(1);
    QCOMPARE(search().query(), u"domain:cv"_s);
    // A bar that stands for many values asks for nothing.
    page = open();
    QVERIFY(page->isVisible());
}

void tst_FiguresPage::sizesBecomeARange()
{
    FiguresPage *page = open();
    QVERIFY(page);
    const FigureGroup group = page->cards().at(sizeGroup)->group();
    QCOMPARE(group.bars.first().label, u"100M to 300M"_s);
    QCOMPARE(group.bars.first().models, 8);
    page->table().setCurrentIndex(row(sizeGroup, 0));
    uitest::pressKey(*m_window, Qt::Key_Return);
    QCOMPARE(search().query(), u"params:100..299"_s);
    QTRY_COMPARE(list().model()->rowCount(), 8);
}

void tst_FiguresPage::hostileValuesAreText()
{
    FiguresPage *page = open();
    QVERIFY(page);
    QCOMPARE(row(domainGroup, 0).data().toString(), u"<b>nlp</b>⟦U+202E⟧"_s);
    QVERIFY(!row(domainGroup, 0).data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
    uitest::pressKey(*m_window, Qt::Key_Return);
    QTRY_COMPARE(list().model()->rowCount(), 30);
}

void tst_FiguresPage::escLeadsBack()
{
    FiguresPage *page = open();
    QVERIFY(page);
    uitest::pressKey(*m_window, Qt::Key_Escape);
    QVERIFY(!page->isVisible() && list().isVisible());
    QVERIFY(list().hasFocus());
    QVERIFY(open()->isVisible());
    uitest::pressKey(*m_window, Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!page->isVisible());
}

void tst_FiguresPage::noModelsIsSaid()
{
    search().setQuery(u"nothing-like-it"_s);
    QTRY_COMPARE(list().model()->rowCount(), 0);
    uitest::pressKey(*m_window, Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    auto *page = m_window->findChild<FiguresPage *>();
    QTRY_VERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget()));
    QCOMPARE(qobject_cast<QPushButton *>(QApplication::focusWidget())->text(),
             u"Back to the list"_s);
    uitest::pressKey(*m_window, Qt::Key_Space);
    QVERIFY(!page->isVisible());
}

void tst_FiguresPage::withoutTheModuleTheTableStays()
{
    FiguresPage page(m_window->findChild<BrowsePane *>()->models());
    const QTemporaryDir empty;
    QFile broken(empty.filePath(u"modelscribe_charts.so"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no module") > 0);
    broken.close();
    page.setModuleFolders({u"/nowhere"_s, empty.path()});
    page.resize(900, 600);
    page.show();
    QTRY_VERIFY(page.table().model()->rowCount() > 0);
    QVERIFY(page.cards().isEmpty() && page.table().isVisible());
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    QVERIFY2(texts.contains(u"Charts cannot be drawn."_s), qPrintable(texts.join(u'\n')));
}

void tst_FiguresPage::everyFormatIsWritten_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QByteArray>("begins");
    QTest::addColumn<QByteArray>("has");
    QTest::newRow("png") << u"Picture (PNG)"_s << QByteArray("\x89PNG") << QByteArray();
    QTest::newRow("svg") << u"Drawing (SVG)"_s << QByteArray("<?xml") << QByteArray("&lt;b&gt;nlp");
    QTest::newRow("csv") << u"Table (CSV)"_s
                         << QByteArray("\xEF\xBB\xBF"
                                       "Figure,Value,Models")
                         << QByteArray("Domain,cv,10\r\n");
}

void tst_FiguresPage::everyFormatIsWritten()
{
    QFETCH(QString, entry);
    QFETCH(QByteArray, begins);
    QFETCH(QByteArray, has);
    FiguresPage *page = open();
    QVERIFY(page);
    for (const QMenu *menu : page->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text() == entry)
                action->trigger();
        }
    }
    auto *dialog = page->window()->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"out"_s);
    emit dialog->fileSelected(name);
    dialog->close();
    QTRY_VERIFY(QFile::exists(name));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray contents = file.readAll();
    QVERIFY2(contents.startsWith(begins), contents.left(40).constData());
    QVERIFY2(contents.contains(has), contents.left(4000).constData());
    QVERIFY(!contents.contains("<b>nlp") || entry.contains(u"CSV"_s));
}

MODELSCRIBE_GUI_TEST(tst_FiguresPage)

} // namespace tst_figurespage

#include "tst_figurespage.moc"
