// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"
#include "registry/catalog.h"
#include "sizes.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/edit/editorpane.h"
#include "ui/json/jsoneditor.h"
#include "ui/many/manypane.h"
#include "ui/uitest.h"
#include "ui/uiworld.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>

#include <functional>
#include <map>
#include <memory>

namespace tst_windowsizes {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

//! That the window and each of its panes have room on a small screen, and that what is in them can
//! be read and hit, as tst_DialogSizes says of the dialogs.
class tst_WindowSizes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everythingCanBeReadAndHit_data();
    void everythingCanBeReadAndHit();

private:
    std::unique_ptr<Language> m_language;
};

namespace {

struct World
{
    World()
        : window(world.workbench, world.connector, WindowSettings{})
    {
        window.resize(smallScreen);
        window.show();
        isUp = world.connectToRegistry() && world.waitLoaded();
        if (!isUp)
            return;
        QList<RegisteredModel> models;
        for (int i = 0; i < 4; ++i) {
            RegisteredModel model = uitest::sampleModel();
            model.id = u"model-%1"_s.arg(i);
            model.metadata.name = u"a-name-that-goes-on-%1-"_s.arg(i).repeated(4);
            models.append(model);
        }
        world.workbench.catalog()->clear();
        world.workbench.catalog()->upsert(models);
        isUp = QTest::qWaitFor([this] { return table().model()->rowCount() == 4; });
    }

    ModelTable &table() { return window.findChild<BrowsePane *>()->table(); }
    void trigger(const QString &action) { window.findChild<QAction *>(action)->trigger(); }
    void select(int count)
    {
        table().setFocus();
        table().setCurrentIndex(table().model()->index(0, 0));
        for (int i = 1; i < count; ++i)
            QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
    }
    EditorPane &editor()
    {
        select(1);
        trigger(u"wholeEditorAction"_s);
        return *window.findChild<EditorPane *>();
    }
    ManyPane &many()
    {
        select(3);
        if (!QTest::qWaitFor([this] { return window.findChild<ManyPane *>(); }))
            qFatal("no pane for many models comes");
        return *window.findChild<ManyPane *>();
    }
    void showFace(JsonEditor::Face face)
    {
        EditorPane &pane = editor();
        pane.setCurrentTab(EditorPane::ExtraInfoTab);
        pane.findChild<JsonEditor *>()->setFace(face);
    }

    UiWorld world{0};
    MainWindow window;
    bool isUp = false;
};

using Show = std::function<void(World &)>;

const std::map<QString, Show> &views()
{
    static const std::map<QString, Show> all{
        {u"list"_s, [](World &) {}},
        {u"sidebar"_s, [](World &world) { world.trigger(u"sidebarAction"_s); }},
        {u"model beside the list"_s, [](World &world) { world.select(1); }},
        {u"details"_s, [](World &world) { world.editor(); }},
        {u"form of ExtraInfo"_s, [](World &world) { world.showFace(JsonEditor::Face::Form); }},
        {u"text of ExtraInfo"_s, [](World &world) { world.showFace(JsonEditor::Face::Text); }},
        {u"tree of ExtraInfo"_s, [](World &world) { world.showFace(JsonEditor::Face::Tree); }},
        {u"labels"_s, [](World &world) { world.editor().setCurrentTab(EditorPane::LabelsTab); }},
        {u"history"_s, [](World &world) { world.editor().setCurrentTab(EditorPane::JournalTab); }},
        {u"new model"_s, [](World &world) { world.trigger(u"newModelAction"_s); }},
        {u"many models"_s, [](World &world) { world.many(); }},
        {u"labels of many models"_s,
         [](World &world) { world.many().setCurrentTab(ManyPane::LabelsTab); }},
        {u"ExtraInfo of many models"_s,
         [](World &world) { world.many().setCurrentTab(ManyPane::ExtraInfoTab); }},
        {u"order by hand"_s, [](World &world) { world.trigger(u"orderByHandAction"_s); }},
        {u"comparison"_s,
         [](World &world) {
             world.many();
             world.trigger(u"compareAction"_s);
         }},
        {u"figures"_s, [](World &world) { world.trigger(u"figuresAction"_s); }},
        {u"drafts"_s, [](World &world) { world.trigger(u"draftsAction"_s); }},
    };
    return all;
}

} // namespace

void tst_WindowSizes::initTestCase()
{
    Theme::install(*qApp);
    m_language = std::make_unique<Language>();
}

void tst_WindowSizes::cleanupTestCase() { m_language.reset(); }

void tst_WindowSizes::everythingCanBeReadAndHit_data() { addSizeRows(views()); }

void tst_WindowSizes::everythingCanBeReadAndHit()
{
    QFETCH(QString, language);
    QFETCH(int, percent);
    QFETCH(QString, name);
    m_language->use(language);
    const TextSize text(percent);
    World world;
    QVERIFY(world.isUp);
    views().at(name)(world);
    QTest::qWait(100);
    QVERIFY2(world.window.size() == smallScreen,
             qPrintable(u"%1 × %2"_s.arg(world.window.width()).arg(world.window.height())));
    const QStringList faults = cutTexts(world.window) + hardToHit(world.window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

MODELSCRIBE_GUI_TEST(tst_WindowSizes)

} // namespace tst_windowsizes

#include "tst_windowsizes.moc"
