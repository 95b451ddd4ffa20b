// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/writer.h"
#include "session/saving.h"
#include "ui/journal/journalview.h"

#include "journalworld.h"
#include "lists/exportfile.h"
#include "registry/catalogsync.h"
#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/journal/activitywindow.h"
#include "ui/journal/journaldetails.h"
#include "ui/journal/journalfilterbox.h"
#include "ui/journal/journaltableview.h"
#include "ui/journal/requestrow.h"
#include "ui/review/changesview.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/statepage.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTabBar>

#include <algorithm>

namespace tst_journalview {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

using Outcome = JournalHead::Outcome;

class tst_JournalView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void withoutEntriesItSaysWhatWillBeHere();
    void withoutAJournalItSaysTheSame();
    void anUnreadableJournalSaysWhyAndOffersToTryAgain();
    void showsWhatWasBeforeAndWhatWasSent();
    void aFailureIsToldWithItsFacts();
    void aCreationHasNothingBefore();
    void whatTheRegistryHoldsInsteadComesFirst();
    void ofAModelOnlyItsOwn();
    void theNewestIsShownUntilOneIsChosen();
    void aRunUnfoldsByKeys();
    void aRunUnfoldsByTheMouse();
    void theFilterWaitsForTheKeys();
    void theKeyboardGoesFromFilterToListAndBack();
    void nothingMatchingOffersToClear();
    void copiesTheEntryAsJson();
    void exportsWhatPassesTheFilter();
    void anExportThatFailsSaysWhy();
    void askingForAFileDoesNotBlock();
    void namesOfFilesAreHarmless();
    void noSecretIsInAnExport();
    void hostileTextIsShownAsText();
    void largeExtraInfoIsComparedAside();
    void narrowDetailsStackTheSides();
    void theWindowTakesFindAndRefresh();

    void aNewModelHasNoJournalTab();
    void theTabFollowsTheModel();

private:
    std::unique_ptr<JournalView> make(JournalView::Scope scope = JournalView::Scope::AllModels);
    //! Waits until the view shows \p count rows and an entry.
    static bool waitFor(JournalView &view, int count)
    {
        return QTest::qWaitFor([&] {
            return view.entries().rowCount() == count
                   && (count == 0 || (view.details().entry() && view.details().isVisible()));
        });
    }
    static QStringList labels(const QWidget &widget)
    {
        QStringList texts;
        for (const QLabel *label : widget.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }
    static bool says(const QWidget &widget, const QString &text)
    {
        const QStringList texts = labels(widget);
        return std::ranges::any_of(texts, [&](const QString &one) { return one.contains(text); });
    }
    static QPushButton *button(const QWidget &widget, const QString &text)
    {
        const auto buttons = widget.findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, text, &QPushButton::text);
        return found == buttons.end() ? nullptr : *found;
    }

    //! A run of three models, below a save.
    QUuid addRun()
    {
        const QUuid group = QUuid::createUuid();
        for (int i = 0; i < 3; ++i) {
            JournalEntry part = world->change(uitest::sampleModel(), 100 - i);
            part.head.modelId = u"model-%1"_s.arg(i);
            part.head.modelName = u"part %1"_s.arg(i);
            part.head.group = group;
            part.head.place = i;
            if (!world->add(part, i == 0 ? Outcome::Failed : Outcome::Saved))
                return {};
        }
        return world->add(world->change(uitest::sampleModel(), 5)) ? group : QUuid();
    }

    void alterJournal(const QString &statement)
    {
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"vandal"_s);
            file.setDatabaseName(world->journalFile());
            QVERIFY(file.open());
            QSqlQuery query(file);
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(u"vandal"_s);
    }

    std::unique_ptr<JournalWorld> world;
};

void tst_JournalView::init() { world = std::make_unique<JournalWorld>(); }

void tst_JournalView::cleanup() { world.reset(); }

std::unique_ptr<JournalView> tst_JournalView::make(JournalView::Scope scope)
{
    auto view = std::make_unique<JournalView>(scope);
    view->setWorkbench(&world->workbench);
    view->resize(900, 700);
    view->show();
    return view;
}

void tst_JournalView::withoutEntriesItSaysWhatWillBeHere()
{
    const auto view = make();
    QTRY_VERIFY(says(*view, u"Nothing has been saved yet"_s));
    QVERIFY(!view->details().isVisible());
    QVERIFY(!button(*view, u"Export as JSON…"_s)->isEnabled());
    view->copyEntry(); // of nothing
    QVERIFY(world->add(world->change(uitest::sampleModel(), 5)));
    QVERIFY(waitFor(*view, 1)); // by itself
    QVERIFY(view->table().isVisible());
}

void tst_JournalView::withoutAJournalItSaysTheSame()
{
    world->workbench.keepIn(nullptr, nullptr);
    const auto view = make();
    QTRY_VERIFY(says(*view, u"Nothing has been saved yet"_s));
    view->setWorkbench(nullptr);
    QVERIFY(says(*view, u"Nothing has been saved yet"_s));
}

void tst_JournalView::anUnreadableJournalSaysWhyAndOffersToTryAgain()
{
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65)));
    alterJournal(u"ALTER TABLE entries RENAME TO gone"_s);
    const auto view = make();
    QTRY_VERIFY(says(*view, u"The history cannot be read"_s));
    QVERIFY(!view->details().isVisible());
    alterJournal(u"ALTER TABLE gone RENAME TO entries"_s);
    button(*view, u"Try again"_s)->click();
    QVERIFY(waitFor(*view, 1));
    // With rows there already, they stay, and the strip says it.
    alterJournal(u"ALTER TABLE entries RENAME TO gone"_s);
    view->refresh();
    QTRY_VERIFY(view->strip().text().startsWith(u"The history cannot be read: "_s));
    QCOMPARE(view->entries().rowCount(), 1);
    QVERIFY(view->table().isVisible());
}

void tst_JournalView::showsWhatWasBeforeAndWhatWasSent()
{
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65)));
    const auto view = make();
    QVERIFY(waitFor(*view, 1));
    const auto changes = view->details().findChildren<ChangesView *>();
    QStringList titles;
    for (const ChangesView *one : changes) {
        for (const ChangeRow &row : one->rows())
            titles.append(row.title);
    }
    QCOMPARE(titles, (QStringList{u"Description"_s, u"Task"_s, u"ExtraInfo"_s, u"Labels"_s}));
    const auto rows = view->details().findChildren<RequestRow *>();
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows[1]->text(), u"done · 200: PUT /api/v1/models/model-rbvg5wzljz41ks92, RequestId "
                              "3F2A0001-1111-2222-3333-444455556666"_s);
    QCOMPARE(rows[1]->accessibleName(), rows[1]->text());
    QVERIFY(says(view->details(), u"Changed · done"_s));
    QVERIFY(says(view->details(), u"took 0.4 s"_s));
    QVERIFY(says(view->details(), u"After"_s));
}

void tst_JournalView::aFailureIsToldWithItsFacts()
{
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65), Outcome::Failed));
    const auto view = make();
    QVERIFY(waitFor(*view, 1));
    QVERIFY(says(view->details(), u"paimodel:UpdateModel"_s));
    QVERIFY(says(view->details(), u"Code=NoPermission RequestId=3F2A0001"_s));
    QVERIFY(says(view->details(), u"You are not allowed to do that."_s));
    QVERIFY(says(view->details(), u"Intended"_s));
    QVERIFY(!says(view->details(), u"After"_s));
    const auto rows = view->details().findChildren<RequestRow *>();
    QVERIFY(rows[1]->text().startsWith(u"failed · 403: PUT"_s));
    QVERIFY(rows[2]->text().startsWith(u"skipped: DELETE"_s));
    const QPushButton *revert = button(*view, u"Revert this change…"_s);
    QVERIFY(!revert->isEnabled());
    QCOMPARE(revert->toolTip(), u"Nothing was written"_s);
}

void tst_JournalView::aCreationHasNothingBefore()
{
    JournalEntry entry = world->change(uitest::sampleModel(), 65);
    entry.head.what = JournalHead::What::Create;
    entry.before.reset();
    QVERIFY(world->add(entry));
    const auto view = make();
    QVERIFY(waitFor(*view, 1));
    QVERIFY(says(view->details(), u"Created · done"_s));
    const QPushButton *revert = button(*view, u"Revert this change…"_s);
    QVERIFY(!revert->isEnabled());
    QVERIFY(revert->toolTip().contains(u"can be deleted"_s));
    QVERIFY(revert->accessibleDescription().contains(u"can be deleted"_s));
}

void tst_JournalView::whatTheRegistryHoldsInsteadComesFirst()
{
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65), Outcome::NotTaken));
    const auto view = make();
    QVERIFY(waitFor(*view, 1));
    QVERIFY(says(view->details(), u"The registry holds other values:"_s));
    const auto changes = view->details().findChildren<ChangesView *>();
    QCOMPARE(changes.size(), 2);
    const auto held = std::ranges::find(changes, 1, [](const auto *v) { return v->rows().size(); });
    QVERIFY(held != changes.end());
    QCOMPARE((*held)->rows().first().title, u"Description"_s);
    const auto sent = std::ranges::find(changes, 4, [](const auto *v) { return v->rows().size(); });
    QVERIFY(sent != changes.end());
    QTRY_VERIFY((*held)->mapTo(view.get(), QPoint()).y()
                < (*sent)->mapTo(view.get(), QPoint()).y());
}

void tst_JournalView::ofAModelOnlyItsOwn()
{
    QVERIFY(world->connectToRegistry());
    RegisteredModel other = uitest::sampleModel();
    other.id = u"model-other"_s;
    QVERIFY(world->add(world->change(other, 65)));
    JournalEntry elsewhere = world->change(uitest::sampleModel(), 60);
    elsewhere.head.registryKey = u"elsewhere"_s;
    QVERIFY(world->add(elsewhere));
    const JournalEntry own = world->change(uitest::sampleModel(), 70);
    QVERIFY(world->add(own));
    const auto view = make(JournalView::Scope::OneModel);
    view->setModelId(own.head.modelId);
    QVERIFY(waitFor(*view, 1));
    QCOMPARE(view->details().entry()->id(), own.head.id);
    QVERIFY(view->table().isColumnHidden(JournalModel::Model));
    view->setModelId(u"model-unknown"_s);
    QTRY_VERIFY(says(*view, u"No saves of this model yet"_s));
    QVERIFY(!view->details().isVisible());
}

void tst_JournalView::theNewestIsShownUntilOneIsChosen()
{
    const JournalEntry first = world->change(uitest::sampleModel(), 100);
    const JournalEntry second = world->change(uitest::sampleModel(), 50);
    const JournalEntry third = world->change(uitest::sampleModel(), 10);
    QVERIFY(world->add(first));
    const auto view = make();
    QVERIFY(waitFor(*view, 1));
    QVERIFY(world->add(second));
    QTRY_COMPARE(view->details().entry()->id(), second.head.id);
    QTest::keyClick(&view->table(), Qt::Key_Down);
    QTRY_COMPARE(view->details().entry()->id(), first.head.id);
    QVERIFY(world->add(third));
    QTRY_COMPARE(view->entries().rowCount(), 3);
    QTest::qWait(50);
    QCOMPARE(view->details().entry()->id(), first.head.id);
    QCOMPARE(view->table().currentIndex().row(), 2);
}

void tst_JournalView::aRunUnfoldsByKeys()
{
    const QUuid group = addRun();
    QVERIFY(!group.isNull());
    const auto view = make();
    QVERIFY(waitFor(*view, 2));
    const QSignalSpy opened(view.get(), &JournalView::modelRequested);
    const QSignalSpy reverted(view.get(), &JournalView::groupRevertRequested);
    view->table().setFocus();
    QTest::keyClick(&view->table(), Qt::Key_Down);
    QCOMPARE(view->table().currentId(), group);
    QTRY_VERIFY(says(view->details(), u"3 model(s): "_s));
    QVERIFY(!view->details().entry());
    QPushButton *revert = button(*view, u"Revert the run…"_s);
    QVERIFY(revert && revert->isVisible());
    revert->click();
    QCOMPARE(reverted.size(), 1);
    QCOMPARE(reverted[0][0].toUuid(), group);
    QTest::keyClick(&view->table(), Qt::Key_Right);
    QCOMPARE(view->entries().rowCount(), 5);
    QCOMPARE(view->table().currentId(), group);
    QTest::keyClick(&view->table(), Qt::Key_Down);
    QTRY_VERIFY(view->details().entry());
    QCOMPARE(view->details().entry()->modelId(), u"model-2"_s);
    QTest::keyClick(&view->table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), u"model-2"_s);
    QTest::keyClick(&view->table(), Qt::Key_Left); // to its run
    QCOMPARE(view->table().currentId(), group);
    QCOMPARE(view->entries().rowCount(), 5);
    QTest::keyClick(&view->table(), Qt::Key_Left);
    QCOMPARE(view->entries().rowCount(), 2);
    QTest::keyClick(&view->table(), Qt::Key_Return);
    QCOMPARE(view->entries().rowCount(), 5);
    QCOMPARE(opened.size(), 1);
    // What is looked for is found in it.
    view->filter().setText(u"part 1"_s);
    QVERIFY(waitFor(*view, 1));
    QCOMPARE(view->details().entry()->modelId(), u"model-1"_s);
}

void tst_JournalView::aRunUnfoldsByTheMouse()
{
    QVERIFY(!addRun().isNull());
    const auto view = make();
    QVERIFY(waitFor(*view, 2));
    const auto click = [&view](int x) {
        const QRect cell = view->table().visualRect(view->entries().index(1, JournalModel::Model));
        QTest::mouseClick(view->table().viewport(), Qt::LeftButton, {},
                          QPoint(cell.left() + x, cell.center().y()));
    };
    click(60);
    QCOMPARE(view->entries().rowCount(), 2);
    click(12);
    QCOMPARE(view->entries().rowCount(), 5);
    click(12);
    QCOMPARE(view->entries().rowCount(), 2);
}

void tst_JournalView::theFilterWaitsForTheKeys()
{
    RegisteredModel qwen = uitest::sampleModel();
    qwen.id = u"model-qwen"_s;
    qwen.metadata.name = u"qwen"_s;
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65)));
    QVERIFY(world->add(world->change(qwen, 60)));
    const auto view = make();
    QVERIFY(waitFor(*view, 2));
    QSignalSpy resets(&view->entries(), &QAbstractItemModel::modelReset);
    QTest::keyClicks(&view->filter(), u"QWEN"_s);
    QCOMPARE(resets.size(), 0);
    QVERIFY(waitFor(*view, 1));
    QCOMPARE(view->details().entry()->modelId(), u"model-qwen"_s);
    QTest::keyClick(&view->filter(), Qt::Key_Escape);
    QVERIFY(waitFor(*view, 2));
    view->filter().setText(u"model-qwen"_s);
    QTest::keyClick(&view->filter(), Qt::Key_Return); // at once
    QCOMPARE(view->entries().filter().text, u"model-qwen"_s);
}

void tst_JournalView::theKeyboardGoesFromFilterToListAndBack()
{
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65)));
    QVERIFY(world->add(world->change(uitest::sampleModel(), 60)));
    const auto view = make();
    QVERIFY(QTest::qWaitForWindowActive(view.get()));
    QVERIFY(waitFor(*view, 2));
    view->filter().setFocus();
    QTest::keyClick(&view->filter(), Qt::Key_Down);
    QVERIFY(view->table().hasFocus());
    QTest::keyClick(&view->table(), Qt::Key_Down);
    QCOMPARE(view->table().currentIndex().row(), 1);
    QTest::keyClick(&view->table(), Qt::Key_Up);
    QTest::keyClick(&view->table(), Qt::Key_Up);
    QVERIFY(view->filter().hasFocus());
    QSignalSpy wanted(view.get(), &JournalView::modelRequested);
    QTest::keyClick(&view->table(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), uitest::sampleModel().id);
}

void tst_JournalView::nothingMatchingOffersToClear()
{
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65)));
    const auto view = make();
    QVERIFY(waitFor(*view, 1));
    view->filter().setText(u"<b>nowhere</b>"_s);
    QTRY_VERIFY(says(*view, u"Nothing matches “<b>nowhere</b>”"_s));
    QVERIFY(!view->details().isVisible());
    button(*view, u"Clear the filter"_s)->click();
    QVERIFY(waitFor(*view, 1));
}

void tst_JournalView::copiesTheEntryAsJson()
{
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65)));
    const auto view = make();
    QVERIFY(waitFor(*view, 1));
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(&view->table(), Qt::Key_C, Qt::ControlModifier);
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    QCOMPARE(json[u"ModelName"_s].toString(), u"bert-zh-news"_s);
    QCOMPARE(json[u"Requests"_s].toArray().size(), 5);
    QVERIFY(text.contains("12000000000000000001")); // to the letter
    QVERIFY(text.contains('\n'));
    QCOMPARE(view->strip().text(), u"Copied as JSON."_s);
    QGuiApplication::clipboard()->clear();
    view->details().findChild<IconButton *>()->click();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), text);
}

void tst_JournalView::exportsWhatPassesTheFilter()
{
    RegisteredModel qwen = uitest::sampleModel();
    qwen.metadata.name = u"qwen"_s;
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65)));
    for (int i = 0; i < 120; ++i) // more than a page
        QVERIFY(JournalWorld::waitFor(world->journal.begin(world->change(qwen, i))));
    const auto view = make();
    QVERIFY(QTest::qWaitFor([&] { return view->entries().rowCount() >= 100; }));
    view->filter().setText(u"qwen"_s);
    QTest::keyClick(&view->filter(), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return view->entries().rowCount() >= 100; }));
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"activity.json"_s);
    view->exportTo(file);
    QVERIFY(!button(*view, u"Export as JSON…"_s)->isEnabled()); // one at a time
    QTRY_COMPARE(view->strip().text(), u"Saved as activity.json."_s);
    QVERIFY(button(*view, u"Export as JSON…"_s)->isEnabled());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QJsonArray entries = QJsonDocument::fromJson(written.readAll()).array();
    QCOMPARE(entries.size(), 120);
    QCOMPARE(entries[0][u"ModelName"_s].toString(), u"qwen"_s);
}

void tst_JournalView::anExportThatFailsSaysWhy()
{
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65)));
    const auto view = make();
    QVERIFY(waitFor(*view, 1));
    const QTemporaryDir folder;
    view->exportTo(folder.filePath(u"missing/<i>x.json"_s));
    QTRY_VERIFY(view->strip().text().startsWith(u"<i>x.json was not written"_s));
    QCOMPARE(view->strip().kind(), MessageStrip::Kind::Error);
}

void tst_JournalView::askingForAFileDoesNotBlock()
{
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65)));
    const auto view = make();
    QVERIFY(waitFor(*view, 1));
    button(*view, u"Export as JSON…"_s)->click();
    auto *dialog = view->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QCOMPARE(dialog->defaultSuffix(), u"json"_s);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"chosen.json"_s);
    emit dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY(QFile::exists(file));
}

void tst_JournalView::namesOfFilesAreHarmless()
{
    QCOMPARE(fileNameOf(u"history-model-x1.json"_s), u"history-model-x1.json"_s);
    QCOMPARE(fileNameOf(u"../a/b\\c\n\u202e:*"_s), u".._a_b_c____"_s);
    QCOMPARE(fileNameOf(u"模型"_s), u"__"_s);
    QCOMPARE(fileNameOf(QString(500, u'x')).size(), 100);
}

void tst_JournalView::noSecretIsInAnExport()
{
    QVERIFY(world->connectToRegistry());
    const QString id = world->addModel(uitest::sampleModel().metadata,
                                       QDateTime::currentDateTimeUtc());
    Client &client = world->workbench.connection()->client();
    const auto model = JournalWorld::waitFor(client.run(operations::getModel(id)));
    QVERIFY(model);
    world->workbench.catalogSync()->refresh();
    QVERIFY(world->waitLoaded());
    EditSession *session = world->workbench.open(id);
    session->setValue(*findField(u"Task"), u"changed"_s);
    const auto plan = SavePlan::make(session->base(), session->edited(), {});
    QVERIFY(plan);
    QVERIFY(world->workbench.saving().save(session, *plan));
    QVERIFY(world->add(world->change(*model, 0)));
    QTRY_VERIFY(!world->workbench.saving().writer().isWriting());
    const auto view = make();
    QVERIFY(QTest::qWaitFor([&] { return view->details().entry().has_value(); }));
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"all.json"_s);
    view->exportTo(file);
    QTRY_VERIFY(QFile::exists(file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray json = written.readAll();
    QVERIFY(json.contains(id.toUtf8()));
    for (const QByteArray &secret :
         {world->key().secret, world->key().id, "Signature"_ba, "Authorization"_ba})
        QVERIFY2(!json.contains(secret), secret.constData());
}

void tst_JournalView::hostileTextIsShownAsText()
{
    RegisteredModel model = uitest::sampleModel();
    model.metadata.name = u"<img src=x>\u202ename"_s;
    JournalEntry entry = world->change(model, 65);
    entry.head.profile = u"<b>work</b>"_s;
    entry.after->task = u"<i>task</i>\n\u200b"_s;
    entry.requests[1].path = u"/api/<script>"_s;
    entry.error = Error{.message = u"<h1>no</h1>"_s, .requestId = u"<a href=x>id</a>"_s};
    QVERIFY(world->add(entry));
    const auto view = make();
    QVERIFY(waitFor(*view, 1));
    for (const QLabel *label : view->findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QVERIFY(says(view->details(), u"<b>work</b>"_s));
    for (const QWidget *widget : view->findChildren<QWidget *>()) {
        const QString tip = widget->toolTip();
        QVERIFY2(!Qt::mightBeRichText(tip) || !tip.contains("<b>work"_L1), qPrintable(tip));
    }
}

void tst_JournalView::largeExtraInfoIsComparedAside()
{
    RegisteredModel model = uitest::sampleModel();
    QByteArray extra = "{\n";
    for (int i = 0; i < 60'000; ++i)
        extra += "\"key" + QByteArray::number(i) + "\": " + QByteArray::number(i) + ",\n";
    model.metadata.extraInfo = JsonText(extra + "\"Rating\": 4.94\n}");
    const JournalEntry large = world->change(model, 65);
    const JournalEntry small = world->change(uitest::sampleModel(), 10);
    QVERIFY(world->add(large));
    QVERIFY(world->add(small));
    const auto view = make();
    QVERIFY(waitFor(*view, 2));
    view->table().setCurrentId(large.head.id);
    QTRY_COMPARE(view->details().entry()->id(), large.head.id);
    auto *changes = view->details().findChild<ChangesView *>();
    const auto views = view->details().findChildren<ChangesView *>();
    for (ChangesView *one : views) {
        if (!one->rows().isEmpty())
            changes = one;
    }
    QTRY_VERIFY(std::ranges::any_of(changes->rows(), [](const ChangeRow &row) {
        return row.note.endsWith(u"of 60003 lines"_s);
    }));
    // The answer for an entry that is not shown any more is dropped.
    view->table().setCurrentId(small.head.id);
    view->table().setCurrentId(large.head.id);
    view->table().setCurrentId(small.head.id);
    QTest::qWait(300);
    QTRY_COMPARE(view->details().entry()->id(), small.head.id);
    QVERIFY(std::ranges::any_of(
        changes->rows(), [](const ChangeRow &row) { return row.note == u"2 of 10 lines"_s; }));
}

void tst_JournalView::narrowDetailsStackTheSides()
{
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65)));
    const auto view = make();
    QVERIFY(waitFor(*view, 1));
    const auto widest = [&] {
        int width = 0;
        for (const ChangeCell *cell : view->details().findChildren<ChangeCell *>())
            width = std::max(width, cell->width());
        return width;
    };
    QVERIFY(says(view->details(), u"Field"_s));
    view->resize(424, 700);
    QTRY_VERIFY(!says(view->details(), u"Field"_s));
    QTRY_VERIFY(widest() > 180); // half of it, not a third
    for (const QWidget *widget : view->findChildren<QWidget *>())
        QVERIFY(!widget->isVisible() || widget->mapTo(view.get(), QPoint()).x() < view->width());
}

void tst_JournalView::theWindowTakesFindAndRefresh()
{
    QVERIFY(world->add(world->change(uitest::sampleModel(), 65)));
    ActivityWindow window(world->workbench, 90);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(window.view().filter().hasFocus());
    QVERIFY(waitFor(window.view(), 1));
    {
        Journal other(world->journalFile()); // another process
        QVERIFY(JournalWorld::waitFor(other.begin(world->change(uitest::sampleModel(), 1))));
    }
    QTest::keyClick(&window, Qt::Key_F5);
    QVERIFY(waitFor(window.view(), 2));
    window.view().table().setFocus();
    QTest::keyClick(&window.view().table(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(window.view().filter().hasFocus());
    QTest::keyClicks(&window.view().filter(), u"x"_s);
    QTest::keyClick(&window.view().filter(), Qt::Key_Escape);
    QVERIFY(window.isVisible()); // only the filter
    QTest::keyClick(&window.view().filter(), Qt::Key_Escape);
    QVERIFY(!window.isVisible());
}

void tst_JournalView::aNewModelHasNoJournalTab()
{
    EditorPane pane;
    auto *tabs = pane.findChild<QTabBar *>();
    EditSession *fresh = EditSession::forNewModel(u"1"_s, &pane);
    pane.setWorkbench(&world->workbench);
    pane.setSession(fresh);
    QVERIFY(!tabs->isTabVisible(EditorPane::JournalTab));
    EditSession session(uitest::sampleModel());
    pane.setSession(&session);
    QVERIFY(tabs->isTabVisible(EditorPane::JournalTab));
    pane.setCurrentTab(EditorPane::JournalTab);
    pane.setSession(fresh);
    QVERIFY(pane.currentTab() != EditorPane::JournalTab);
    pane.setSession(nullptr);
    pane.setCurrentTab(EditorPane::JournalTab);
}

void tst_JournalView::theTabFollowsTheModel()
{
    QVERIFY(world->connectToRegistry());
    RegisteredModel other = uitest::sampleModel();
    other.id = u"model-other"_s;
    const JournalEntry first = world->change(uitest::sampleModel(), 65);
    const JournalEntry second = world->change(other, 65);
    QVERIFY(world->add(first));
    QVERIFY(world->add(second));
    EditorPane pane;
    pane.setWorkbench(&world->workbench);
    pane.show();
    EditSession session(uitest::sampleModel());
    EditSession otherSession(other);
    pane.setSession(&session);
    QVERIFY(!pane.findChild<JournalView *>());
    pane.setCurrentTab(EditorPane::JournalTab);
    auto *view = pane.findChild<JournalView *>();
    QVERIFY(view && view->isVisible());
    QTRY_VERIFY(view->details().entry());
    QCOMPARE(view->details().entry()->id(), first.head.id);
    pane.setSession(&otherSession);
    QCOMPARE(pane.currentTab(), EditorPane::JournalTab);
    QTRY_COMPARE(view->details().entry()->id(), second.head.id);
    QSignalSpy revert(&pane, &EditorPane::revertChangeRequested);
    pane.setSession(nullptr);
    pane.setSession(&session);
    QTRY_COMPARE(view->details().entry()->id(), first.head.id);
}

MODELSCRIBE_GUI_TEST(tst_JournalView)

} // namespace tst_journalview

#include "tst_journalview.moc"
