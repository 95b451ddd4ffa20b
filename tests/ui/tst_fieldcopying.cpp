// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/fieldcopying.h"

#include "batchworld.h"
#include "lists/batchgrid.h"
#include "lists/modeltablemodel.h"
#include "model/copiedfields.h"
#include "settings/settings.h"
#include "testclass.h"
#include "ui/batch/batchpage.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/edit/editorpane.h"
#include "ui/many/copyfieldsdialog.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/batching.h"
#include "ui/window/batchreviewing.h"
#include "ui/window/manyediting.h"
#include "ui/window/windowpanes.h"
#include "uitest.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

namespace tst_fieldcopying {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

class tst_FieldCopying : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theDialogTicksAllButTheName();
    void groupsTickTheirRows();
    void theChoiceIsRemembered();
    void manyMembersGoTogether();
    void fromOneModelToOthers();
    void copiesWhatStandsInTheEditor();
    void fromAnotherWindowAsText();
    void whatIsNoCopyIsRefused();
    void intoOneModel();
    void fillsAColumnDown();
    void fillsDownAPlaceOfExtraInfo();
    void saysWhyNothingIsFilled();
    void newFromThisOne();

private:
    FieldCopying &copying() { return *m_world->window->findChild<FieldCopying *>(); }
    ModelTable &table() { return m_world->window->findChild<BrowsePane *>()->table(); }
    BatchPage *page() { return m_world->window->findChild<Batching *>()->reviewing().page(); }
    QAction &action(const QString &name) { return *m_world->window->findChild<QAction *>(name); }
    //! As somebody who looks into the menu.
    QAction &inMenu(const QString &name)
    {
        QAction &found = action(name);
        for (auto *menu : m_world->window->findChildren<QMenu *>()) {
            if (menu->actions().contains(&found))
                emit menu->aboutToShow();
        }
        return found;
    }
    void make(const QList<ModelMetadata> &models)
    {
        for (const ModelMetadata &model : models)
            m_ids.append(m_world->registry.create(model));
        m_world->connectTo();
        QTRY_COMPARE(table().model()->rowCount(), m_ids.size());
        table().sortBy(0, Qt::AscendingOrder);
        QTest::qWait(20); // the table finds its place
        table().setFocus();
    }
    void select(const QList<int> &rows)
    {
        QStringList ids;
        for (const int row : rows)
            ids.append(m_ids[row]);
        table().setCurrentIndex(table().model()->index(rows.first(), 0));
        table().selectIds(ids);
    }
    ModelMetadata held(int model) { return m_world->registry.model(m_ids[model]).metadata; }
    bool isReviewed(int models)
    {
        return QTest::qWaitFor(
            [&] {
                return page() && page()->isVisible() && page()->currentReview()
                       && !page()->currentReview()->isRunning()
                       && page()->grid().totals().models == models;
            },
            20'000);
    }
    bool save()
    {
        page()->save();
        return QTest::qWaitFor(
            [this] {
                const BatchRun *run = m_world->bench->batches().current();
                return run && run->state() == BatchRun::State::Ended;
            },
            30'000);
    }
    CopyFieldsDialog *dialog() { return m_world->window->findChild<CopyFieldsDialog *>(); }
    void copyOf(int model)
    {
        select({model});
        QTRY_VERIFY(inMenu(u"copyFieldsAction"_s).isEnabled());
        action(u"copyFieldsAction"_s).trigger();
        QVERIFY(dialog());
        dialog()->findChild<QPushButton *>(u"copyChosen"_s)->click();
        QTRY_VERIFY(!dialog());
    }

    std::unique_ptr<BatchWorld> m_world;
    QStringList m_ids;
};

namespace {

ModelMetadata sourceOfFields()
{
    return {.name = u"a-source"_s,
            .origin = u"ModelScope"_s,
            .task = u"ner"_s,
            .orderNumber = u"7"_s,
            .extraInfo = JsonText(R"({"Rating":4.90,"deep":{"x":1.0}})"),
            .labels = {{u"team"_s, u"nlp"_s}}};
}

ModelMetadata otherModel(const QString &name)
{
    return {.name = name,
            .task = u"x"_s,
            .extraInfo = JsonText(R"({"keep": 1.50})"),
            .labels = {{u"stage"_s, u"dev"_s}}};
}

QList<ModelMetadata> fourOfThem()
{
    return {sourceOfFields(), otherModel(u"b"_s), otherModel(u"c"_s), otherModel(u"d"_s)};
}

QTreeWidgetItem *rowNamed(const QTreeWidget &tree, const QString &text)
{
    return tree.findItems(text, Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

} // namespace

void tst_FieldCopying::init()
{
    m_ids.clear();
    QGuiApplication::clipboard()->clear();
    m_world = std::make_unique<BatchWorld>();
    QVERIFY(QTest::qWaitForWindowActive(m_world->window.get()));
}

void tst_FieldCopying::cleanup() { m_world.reset(); }

void tst_FieldCopying::theDialogTicksAllButTheName()
{
    auto copied = CopiedFields::of(sourceOfFields());
    const CopyFieldsDialog dialog(copied, u"a"_s, Settings().list(SettingId::NotCopied), nullptr);
    const auto &tree = *dialog.findChild<QTreeWidget *>();
    QCOMPARE(rowNamed(tree, u"Task"_s)->text(1), u"ner"_s);
    QCOMPARE(rowNamed(tree, u"deep"_s)->text(1), u"{\"x\":1.0}"_s);
    QCOMPARE(rowNamed(tree, u"Fields"_s)->checkState(0), Qt::PartiallyChecked);
    QCOMPARE(rowNamed(tree, u"Labels"_s)->checkState(0), Qt::Checked);
    copied.fields.remove(u"ModelName"_s);
    QCOMPARE(dialog.chosen(), copied);
    QCOMPARE(dialog.findChild<QPushButton *>(u"copyChosen"_s)->text(), u"Copy 6 value(s)"_s);
}

void tst_FieldCopying::groupsTickTheirRows()
{
    const CopyFieldsDialog dialog(CopiedFields::of(sourceOfFields()), u"a"_s, {}, nullptr);
    auto &tree = *dialog.findChild<QTreeWidget *>();
    rowNamed(tree, u"Fields"_s)->setCheckState(0, Qt::Unchecked);
    rowNamed(tree, u"ExtraInfo"_s)->setCheckState(0, Qt::Unchecked);
    CopiedFields labels;
    labels.labels = sourceOfFields().labels;
    QCOMPARE(dialog.chosen(), labels);
    rowNamed(tree, u"Labels"_s)->setCheckState(0, Qt::Unchecked);
    QVERIFY(!dialog.findChild<QPushButton *>(u"copyChosen"_s)->isEnabled());
}

void tst_FieldCopying::theChoiceIsRemembered()
{
    const QStringList before{u"ModelName"_s, u"label:of another model"_s};
    const CopyFieldsDialog dialog(CopiedFields::of(sourceOfFields()), u"a"_s, before, nullptr);
    auto &tree = *dialog.findChild<QTreeWidget *>();
    rowNamed(tree, u"Name"_s)->setCheckState(0, Qt::Checked);
    rowNamed(tree, u"Rating"_s)->setCheckState(0, Qt::Unchecked);
    QCOMPARE(dialog.notWanted(), QStringList({u"label:of another model"_s, u"extra:Rating"_s}));
    const CopyFieldsDialog again(CopiedFields::of(sourceOfFields()), u"a"_s, dialog.notWanted(),
                                 nullptr);
    QCOMPARE(again.chosen(), dialog.chosen());
}

void tst_FieldCopying::manyMembersGoTogether()
{
    CopiedFields copied;
    for (int i = 0; i < 2000; ++i)
        copied.extraInfo.append({QString::number(i), JsonText("1")});
    const CopyFieldsDialog dialog(copied, u"a"_s, {}, nullptr);
    auto &tree = *dialog.findChild<QTreeWidget *>();
    QCOMPARE(rowNamed(tree, u"ExtraInfo"_s)->childCount(), 1);
    QCOMPARE(dialog.chosen(), copied);
    rowNamed(tree, u"ExtraInfo"_s)->setCheckState(0, Qt::Unchecked);
    QVERIFY(dialog.chosen().isEmpty());
}

void tst_FieldCopying::fromOneModelToOthers()
{
    make(fourOfThem());
    QVERIFY(!inMenu(u"pasteFieldsAction"_s).isEnabled());
    copyOf(0);
    select({0, 1, 2});
    QAction &paste = inMenu(u"pasteFieldsAction"_s);
    QVERIFY(paste.isEnabled());
    QCOMPARE(paste.text(), u"Paste f&ields into 3 model(s)…"_s);
    paste.trigger();
    QVERIFY(isReviewed(2)); // not where they come from
    QCOMPARE(m_world->registry.count("PUT"), 0);
    QVERIFY(save());
    for (const int model : {1, 2}) {
        QCOMPARE(held(model).name, otherModel(QString(QChar(u'a' + model))).name);
        QCOMPARE(held(model).task, u"ner"_s);
        QCOMPARE(held(model).origin, u"ModelScope"_s);
        QCOMPARE(held(model).orderNumber, u"7"_s);
        const QByteArray extra = held(model).extraInfo.utf8();
        for (const char *part : {"\"keep\": 1.50", "4.90", "{\"x\":1.0}"})
            QVERIFY2(extra.contains(part), extra.constData());
        QCOMPARE(held(model).labels, QList<Label>({{u"stage"_s, u"dev"_s}, {u"team"_s, u"nlp"_s}}));
    }
    QCOMPARE(held(3).task, u"x"_s);
}

void tst_FieldCopying::copiesWhatStandsInTheEditor()
{
    make(fourOfThem());
    select({0});
    QTRY_VERIFY(inMenu(u"copyFieldsAction"_s).isEnabled());
    EditSession *session = m_world->window->findChild<EditorPane *>()->session();
    session->setValue(*findField(u"Task"), FieldValue(u"typed"_s));
    emit table().copyFieldsRequested(m_ids[0]);
    QVERIFY(dialog());
    QCOMPARE(dialog()->chosen().fields.value(u"Task"_s), u"typed"_s);
}

void tst_FieldCopying::fromAnotherWindowAsText()
{
    make(fourOfThem());
    copyOf(0);
    const QString text = QGuiApplication::clipboard()->text();
    QGuiApplication::clipboard()->setText(u"\n "_s + text); // through a chat, say
    select({1, 2});
    QVERIFY(inMenu(u"pasteFieldsAction"_s).isEnabled());
    action(u"pasteFieldsAction"_s).trigger();
    QVERIFY(isReviewed(2));
}

void tst_FieldCopying::whatIsNoCopyIsRefused()
{
    make(fourOfThem());
    select({1, 2});
    for (const QString &text : {u"bert"_s, u"{\"Task\": 1}"_s, u"{\"ModelId\": \"m\"}"_s,
                                u"{"_s + QString(2'000'000, u' ')}) {
        QGuiApplication::clipboard()->setText(text);
        QVERIFY(!inMenu(u"pasteFieldsAction"_s).isEnabled());
    }
    auto *hostile = new QMimeData;
    hostile->setData(CopiedFields::mimeType, "{\"Task\": \"\\u0000\", \"Task\": [[[[\xff");
    QGuiApplication::clipboard()->setMimeData(hostile);
    inMenu(u"pasteFieldsAction"_s).trigger();
    const MessageStrip &strip = m_world->window->findChild<WindowPanes *>()
                                    ? m_world->window->findChild<WindowPanes *>()->strip()
                                    : *m_world->window->findChild<MessageStrip *>();
    QCOMPARE(strip.kind(), MessageStrip::Kind::Error);
    QVERIFY(strip.isVisible());
    QVERIFY(!page() || !page()->isVisible());
}

void tst_FieldCopying::intoOneModel()
{
    make(fourOfThem());
    copyOf(0);
    select({3});
    inMenu(u"pasteFieldsAction"_s).trigger();
    QVERIFY(isReviewed(1));
    QVERIFY(save());
    QCOMPARE(held(3).task, u"ner"_s);
}

void tst_FieldCopying::fillsAColumnDown()
{
    make(fourOfThem());
    select({0, 1, 3});
    const int column = m_world->window->findChild<BrowsePane *>()->models().indexOf(
        *ModelColumn::of(u"Task"_s));
    table().selectionModel()->setCurrentIndex(table().model()->index(1, column),
                                              QItemSelectionModel::NoUpdate);
    QVERIFY(inMenu(u"fillDownAction"_s).isEnabled());
    QTest::keyClick(&table(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(isReviewed(2));
    QVERIFY(save());
    QCOMPARE(held(1).task, u"ner"_s);
    QCOMPARE(held(2).task, u"x"_s);
    QCOMPARE(held(3).task, u"ner"_s);
    QCOMPARE(held(1).labels, otherModel({}).labels);
}

void tst_FieldCopying::fillsDownAPlaceOfExtraInfo()
{
    make(fourOfThem());
    auto &columns = table().columns();
    columns.choose({u"ModelName"_s, u"extra.deep.x"_s});
    QTRY_COMPARE(table().model()->columnCount(), 2);
    QTest::qWait(20);
    select({0, 1, 2});
    table().selectionModel()->setCurrentIndex(table().model()->index(2, 1),
                                              QItemSelectionModel::NoUpdate);
    QTest::keyClick(&table(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(isReviewed(2));
    QVERIFY(save());
    QCOMPARE(held(2).extraInfo.utf8(), R"({"keep": 1.50, "deep": {"x":1.0}})");
}

void tst_FieldCopying::saysWhyNothingIsFilled()
{
    make(fourOfThem());
    const auto &strip = m_world->window->findChild<WindowPanes *>()->strip();
    select({1});
    QTest::keyClick(&table(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(strip.isVisible());
    const QString first = strip.text();
    select({1, 2});
    const auto fill = [&](const QString &column) {
        const int at = m_world->window->findChild<BrowsePane *>()->models().indexOf(
            *ModelColumn::of(column));
        table().selectionModel()->setCurrentIndex(table().model()->index(1, at),
                                                  QItemSelectionModel::NoUpdate);
        QTest::keyClick(&table(), Qt::Key_D, Qt::ControlModifier);
    };
    fill(u"ModelType"_s);
    QCOMPARE(strip.text(), u"“b” has no value in the column Type to fill down."_s);
    QVERIFY(strip.text() != first);
    fill(u"GmtModifiedTime"_s);
    QCOMPARE(strip.text(), u"The column Modified cannot be edited."_s);
    QVERIFY(!page() || !page()->isVisible());
}

void tst_FieldCopying::newFromThisOne()
{
    make(fourOfThem());
    select({0});
    auto *editor = m_world->window->findChild<EditorPane *>();
    QTRY_VERIFY(editor->session());
    QVERIFY(inMenu(u"newFromAction"_s).isEnabled());
    action(u"newFromAction"_s).trigger();
    QTRY_VERIFY(editor->session() && editor->session()->isNew());
    QCOMPARE(editor->session()->edited().task, u"ner"_s);
    QCOMPARE(editor->session()->edited().extraInfo, sourceOfFields().extraInfo);
    QCOMPARE(editor->session()->edited().labels, sourceOfFields().labels);
}

MODELSCRIBE_GUI_TEST(tst_FieldCopying)

} // namespace tst_fieldcopying

#include "tst_fieldcopying.moc"
