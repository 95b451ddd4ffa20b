// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/batchgrid.h"
#include "session/batchsession.h"
#include "testclass.h"
#include "ui/batch/batchpage.h"
#include "ui/batch/batchrequests.h"
#include "ui/batch/batchtable.h"
#include "ui/review/stepsview.h"
#include "uitest.h"
#include "uiworld.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_batchpage {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using RowState = BatchGrid::RowState;

class tst_BatchPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void nothingIsSentBeforeItIsAgreedTo();
    void byKeysAlone();
    void saysWhatIsChecked();
    void asksInWordsBeforeMakingPublic();
    void showsTheRequestsOfARowExactly();
    void showsWhyARowIsNotSaved();
    void triesAgainWhatCouldNotBeRead();
    void keepsItsPlaceWhenFiltered();
    void staysInOneFrameWith10000();

private:
    void review(const BatchEdit &edit, const QStringList &ids)
    {
        start(edit, ids);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->currentReview()->isRunning(), 30'000);
        QTRY_VERIFY(!button(u"Checking"_s));
    }
    void start(const BatchEdit &edit, const QStringList &ids)
    {
        QList<RegisteredModel> known;
        for (const QString &id : ids)
            known.append({.id = id});
        Connection &connection = *m_world->workbench.connection();
        m_page->review(connection, std::make_unique<BatchReview>(connection, edit, known));
    }
    QString create(const ModelMetadata &metadata)
    {
        return m_world->addModel(metadata, QDateTime::currentDateTimeUtc());
    }
    QPushButton *button(const QString &begin) const
    {
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->text().startsWith(begin) && button->isVisible())
                return button;
        }
        return nullptr;
    }
    static BatchEdit setTask(const QString &task)
    {
        return {.fields = {{u"Task"_s, {.text = task}}}};
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }

    std::unique_ptr<modelscribe::testing::UiWorld> m_world;
    std::unique_ptr<BatchPage> m_page;
};

void tst_BatchPage::init()
{
    m_world = std::make_unique<modelscribe::testing::UiWorld>();
    QVERIFY(m_world->connectToRegistry());
    m_page = std::make_unique<BatchPage>();
    m_page->resize(1280, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void tst_BatchPage::cleanup()
{
    m_page.reset();
    m_world.reset();
}

void tst_BatchPage::nothingIsSentBeforeItIsAgreedTo()
{
    const QStringList ids{create({.name = u"a"_s}), create({.name = u"b"_s, .task = u"t"_s}),
                          create({.name = u"c"_s})};
    const QSignalSpy agreed(m_page.get(), &BatchPage::agreed);
    review(setTask(u"t"_s), ids);
    QVERIFY(button(u"Save 2 model(s)"_s));
    m_page->grid().leaveOut({2}, true);
    QVERIFY(button(u"Save 1 model(s)"_s));
    QVERIFY(agreed.isEmpty());
    button(u"Save 1"_s)->click();
    QCOMPARE(agreed.size(), 1);
    const auto set = agreed[0][0].value<ChangeSet>();
    QCOMPARE(set.changes.size(), 1);
    QCOMPARE(set.changes[0].base.id, ids[0]);
    QCOMPARE(set.title, u"Task"_s);
    const auto model = m_world->waitFor(
        m_world->workbench.connection()->client().run(operations::getModel(ids[0])));
    QVERIFY(model && model->metadata.task.isEmpty()); // the page itself sends nothing
}

void tst_BatchPage::byKeysAlone()
{
    const QStringList ids{create({.name = u"a"_s}), create({.name = u"?!"_s})};
    const QSignalSpy agreed(m_page.get(), &BatchPage::agreed);
    const QSignalSpy back(m_page.get(), &BatchPage::backRequested);
    const QSignalSpy leftOut(m_page.get(), &BatchPage::leftOutChanged);
    review(setTask(u"t"_s), ids);
    QCOMPARE(QApplication::focusWidget(), &m_page->table());
    press(Qt::Key_Space);
    QCOMPARE(m_page->grid().stateAt(0), RowState::LeftOut);
    QCOMPARE(leftOut.size(), 1);
    press(Qt::Key_Space);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Space);
    QCOMPARE(m_page->grid().totals().models, 0);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(agreed.isEmpty()); // there is nothing to save
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    auto *requests = m_page->findChild<BatchRequests *>();
    QVERIFY(requests->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!requests->isVisible());
    QVERIFY(back.isEmpty());
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"?!"_s);
    QCOMPARE(m_page->grid().rowCount(), 1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(agreed.size(), 1); // what is not shown is saved too
    QCOMPARE(agreed[0][0].value<ChangeSet>().changes.size(), 2);
    press(Qt::Key_Escape);
    QCOMPARE(back.size(), 1);
}

void tst_BatchPage::saysWhatIsChecked()
{
    QStringList ids;
    for (int i = 0; i < 5; ++i)
        ids.append(create({.name = u"model"_s}));
    start(setTask(u"t"_s), ids);
    QVERIFY(button(u"Checking 0 of 5"_s));
    QVERIFY(!button(u"Checking"_s)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Save 5"_s), 30'000);
    QVERIFY(button(u"Save 5"_s)->isEnabled());
}

void tst_BatchPage::asksInWordsBeforeMakingPublic()
{
    review({.fields = {{u"Accessibility"_s, {.text = u"PUBLIC"_s}}}},
           {create({.name = u"a"_s, .accessibility = u"PRIVATE"_s}),
            create({.name = u"b"_s, .accessibility = u"PRIVATE"_s})});
    const QSignalSpy agreed(m_page.get(), &BatchPage::agreed);
    auto *publish = m_page->findChild<QCheckBox *>();
    QVERIFY(publish->isVisible());
    QVERIFY(publish->text().contains(u"2"_s));
    QVERIFY(!button(u"Save"_s)->isEnabled());
    m_page->save();
    QVERIFY(agreed.isEmpty());
    publish->click();
    QVERIFY(button(u"Save 2"_s)->isEnabled());
    // Another change set asks again.
    review({.fields = {{u"Accessibility"_s, {.text = u"PUBLIC"_s}}}},
           {create({.name = u"c"_s, .accessibility = u"PRIVATE"_s})});
    QVERIFY(!button(u"Save"_s)->isEnabled());
}

void tst_BatchPage::showsTheRequestsOfARowExactly()
{
    const QString id = create({.name = u"a"_s});
    review(
        {.fields = {{u"Task"_s, {.text = u"t"_s}}}, .labels = {{.key = u"k"_s, .value = u"v"_s}}},
        {id, create({.name = u"b"_s, .task = u"t"_s, .labels = {{u"k"_s, u"v"_s}}})});
    press(Qt::Key_Return);
    auto *requests = m_page->findChild<BatchRequests *>();
    const QList<StepRow *> rows = requests->steps().rows();
    QCOMPARE(rows.size(), 4);
    QVERIFY(rows[1]->requestText().startsWith(u"PUT /api/v1/models/"_s + id));
    rows[1]->setOpen(true);
    QCOMPARE(rows[1]->bodyText(), u"{\"Task\":\"t\"}"_s);
    press(Qt::Key_Down); // it follows
    QTRY_VERIFY(requests->steps().isHidden());
}

void tst_BatchPage::showsWhyARowIsNotSaved()
{
    review({.fields = {{u"ModelName"_s,
                        {.kind = FieldVerb::Kind::Replace,
                         .replacement = {.query = {.pattern = u"bad"_s}}}}}},
           {create({.name = u"bad"_s})});
    QCOMPARE(m_page->grid().stateAt(0), RowState::Problem);
    QVERIFY(m_page->grid().stateText(0).startsWith(u'1'));
    press(Qt::Key_Return);
    auto *requests = m_page->findChild<BatchRequests *>();
    QVERIFY(requests->steps().isHidden());
    bool isSaid = false;
    for (const QLabel *label : requests->findChildren<QLabel *>())
        isSaid = isSaid || (label->isVisible() && label->text() == m_page->grid().detailText(0));
    QVERIFY(isSaid);
    QVERIFY(!m_page->grid().detailText(0).isEmpty());
}

void tst_BatchPage::triesAgainWhatCouldNotBeRead()
{
    QStringList ids;
    for (int i = 0; i < 20; ++i)
        ids.append(create({.name = u"model"_s}));
    const QString address = m_world->address();
    m_world->stopRegistry();
    start(setTask(u"t"_s), ids);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Check again"_s), 60'000);
    QVERIFY(!button(u"Save"_s)->isEnabled());
    QVERIFY(!address.isEmpty());
}

void tst_BatchPage::keepsItsPlaceWhenFiltered()
{
    const QStringList ids{create({.name = u"a"_s}), create({.name = u"b"_s, .task = u"t"_s}),
                          create({.name = u"c"_s})};
    review(setTask(u"t"_s), ids);
    m_page->table().setCurrentIndex(m_page->grid().index(2, 0));
    button(u"To save"_s)->click();
    QTRY_COMPARE(m_page->table().currentIndex().row(), 1);
    QCOMPARE(m_page->grid().itemAt(1).base.id, ids[2]);
}

void tst_BatchPage::staysInOneFrameWith10000()
{
    // None of them is there: what is measured is the page, not the registry.
    QStringList ids;
    for (int i = 0; i < 10'000; ++i)
        ids.append(u"model-%1"_s.arg(i));
    QElapsedTimer timer;
    timer.start();
    start(setTask(u"t"_s), ids);
    const qint64 opened = timer.restart();
    m_page->table().scrollToBottom();
    m_page->grab();
    const qint64 painted = timer.elapsed();
    qInfo("10,000 models: opened in %lld ms, scrolled and painted in %lld ms", opened, painted);
    QCOMPARE(m_page->grid().rowCount(), 10'000);
    m_page->clear();
}

MODELSCRIBE_GUI_TEST(tst_BatchPage)

} // namespace tst_batchpage

#include "tst_batchpage.moc"
