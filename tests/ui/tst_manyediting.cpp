// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/manyediting.h"

#include "lists/modeltablemodel.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/selectionbar.h"
#include "ui/edit/editorpane.h"
#include "ui/many/manypane.h"
#include "uitest.h"
#include "uiworld.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace tst_manyediting {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace modelscribe::uitest;
using namespace Qt::StringLiterals;

class tst_ManyEditing : public QObject
{
    Q_OBJECT

private slots:
    void comesWithTheSecondModel();
    void typingMeansSet();
    void whatIsTypedAndTakenAwayIsLeft();
};

namespace {

constexpr int patience = 20'000; // ms

struct ManyWorld
{
    //! Models of the list, besides those that the registry comes with.
    explicit ManyWorld(int count = 20)
        : window(world.workbench, world.connector, WindowSettings())
    {
        window.resize(1280, 800);
        window.show();
        isUp = world.connectToRegistry() && world.waitLoaded();
        QList<RegisteredModel> models;
        for (int i = 0; i < count; ++i) {
            RegisteredModel model = sampleModel();
            model.id = u"model-%1"_s.arg(i);
            model.metadata.name = u"bert-%1"_s.arg(i);
            model.metadata.type = i % 2 ? u"Checkpoint"_s : u"LoRA"_s;
            model.metadata.origin = u"Alibaba"_s;
            if (i % 5 == 4)
                model.provider = u"pai"_s;
            models.append(model);
        }
        if (!isUp)
            return;
        world.workbench.catalog()->clear();
        world.workbench.catalog()->upsert(models);
        isUp = QTest::qWaitFor([&] { return table().model()->rowCount() == count; }, patience);
    }

    ModelTable &table() { return window.findChild<BrowsePane *>()->table(); }
    ManyEditing &many() { return *window.findChild<ManyEditing *>(); }
    ManyPane *pane() { return window.findChild<ManyPane *>(); }
    template<typename T = QLineEdit>
    T *field(const QString &key)
    {
        return pane()->findChild<T *>(u"field_"_s + key);
    }
    //! As a person does it: the first row, then down with Shift.
    bool select(int count)
    {
        table().setFocus();
        table().setCurrentIndex(table().model()->index(0, 0));
        for (int i = 1; i < count; ++i)
            QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        return QTest::qWaitFor(
            [&] {
                return many().session() && pane()->counting().isCounted()
                       && pane()->counting().values().models == count;
            },
            patience);
    }
    FieldVerb verb(const QString &key) { return many().session()->edit().fields.value(key); }

    UiWorld world;
    MainWindow window;
    bool isUp = false;
};

} // namespace

void tst_ManyEditing::comesWithTheSecondModel()
{
    ManyWorld world;
    QVERIFY(world.isUp);
    world.table().setCurrentIndex(world.table().model()->index(0, 0));
    QTRY_VERIFY(world.window.findChild<EditorPane *>()->isVisible());
    QVERIFY(!world.many().session());
    QVERIFY(world.select(5));
    QTRY_VERIFY(world.pane()->isVisible());
    QVERIFY(!world.window.findChild<EditorPane *>()->isVisible());
    QCOMPARE(world.many().session()->modelIds().size(), 5);
    QVERIFY(world.pane()->findChild<QLabel *>(u"manyTitle"_s)->text().startsWith(u"5 model"_s));
    QCOMPARE(world.window.findChild<SelectionBar *>()->isVisible(), true);
    // Equal values stand there, different ones are counted.
    QCOMPARE(world.field(u"Origin"_s)->text(), u"Alibaba"_s);
    QCOMPARE(world.field(u"ModelType"_s)->text(), QString());
    QCOMPARE(world.field(u"ModelType"_s)->placeholderText().left(11), u"2 different"_s);
}

void tst_ManyEditing::typingMeansSet()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    QLineEdit *size = world.field(u"ParameterSize"_s);
    size->setFocus();
    size->selectAll();
    QTest::keyClick(size, Qt::Key_7);
    QCOMPARE(world.verb(u"ParameterSize"_s).text, u"7"_s);
    QTest::keyClick(size, 'B');
    QCOMPARE(world.verb(u"ParameterSize"_s), (FieldVerb{.text = u"7B"_s}));
    QCOMPARE(world.many().session()->edit().size(), 1);
    auto *verb = world.pane()->findChild<QPushButton *>(u"verb_ParameterSize"_s);
    QCOMPARE(verb->text(), u"Set"_s);
    auto *review = world.pane()->findChild<QPushButton *>(u"manyReview"_s);
    QVERIFY(review->isEnabled());
}

void tst_ManyEditing::whatIsTypedAndTakenAwayIsLeft()
{
    ManyWorld world;
    QVERIFY(world.isUp && world.select(3));
    QLineEdit *type = world.field(u"ModelType"_s);
    type->setFocus();
    QTest::keyClick(type, 'x');
    QCOMPARE(world.verb(u"ModelType"_s).text, u"x"_s);
    QTest::keyClick(type, Qt::Key_Backspace);
    QVERIFY(world.many().session()->edit().isEmpty());
}

MODELSCRIBE_GUI_TEST(tst_ManyEditing)

} // namespace tst_manyediting

#include "tst_manyediting.moc"
