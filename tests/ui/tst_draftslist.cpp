// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/fixedcredentials.h"
#include "lists/draftsmodel.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "testclass.h"
#include "ui/browse/draftslist.h"
#include "uitest.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_draftslist {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_DraftsList : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::English);
        qRegisterMetaType<EditSession *>();
    }
    void init();
    void cleanup();

    void nothingIsMadeBeforeItIsSeen();
    void ages_data();
    void ages();
    void aRowSaysWhatIsKnown();
    void theOneChangedLastIsFirst();
    void rowsFollowTheEdits();
    void theQueryNarrows();
    void enterOpensAndDeleteAsks();
    void theMouseDoesToo();
    void theCurrentDraftStaysWhenOthersMove();
    void afterADiscardTheNextRowIsCurrent();
    void hostileNamesAreText();
    void theMenuOffersWhatTheButtonsDo();

private:
    EditSession *add(const QString &name)
    {
        RegisteredModel model = uitest::sampleModel();
        model.id = u"model-"_s + name;
        model.metadata.name = name;
        m_workbench->catalog()->upsert(model);
        EditSession *session = m_workbench->open(model.id);
        session->setValue(*findField(u"Origin"), FieldValue(u"edited"_s));
        QTest::qWait(2); // no two at the same millisecond
        return session;
    }
    QString cell(int row, DraftsModel::Column column)
    {
        return m_list->drafts().index(row, column).data().toString();
    }
    QPushButton *button(const QString &text)
    {
        for (auto *one : m_list->findChildren<QPushButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }

    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<DraftsList> m_list;
};

void tst_DraftsList::init()
{
    m_workbench = std::make_unique<Workbench>(ClientOptions{.maxAttempts = 1});
    m_workbench->connectTo({.target = {.title = u"x"_s,
                                       .isLocal = true,
                                       .endpoint = *Endpoint::fromText(u"http://127.0.0.1:1"_s)},
                            .credentials = fixedCredentials({.id = "i", .secret = "s"})});
    m_list = std::make_unique<DraftsList>();
    new QAbstractItemModelTester(
        &m_list->drafts(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_list.get());
    m_list->setWorkbench(m_workbench.get());
    m_list->resize(640, 400);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
}

void tst_DraftsList::cleanup()
{
    m_list.reset();
    m_workbench.reset();
}

//! Most starts have no drafts, and the first picture need not wait for a table of them.
void tst_DraftsList::nothingIsMadeBeforeItIsSeen()
{
    DraftsList list;
    list.setWorkbench(m_workbench.get());
    list.setQuery(u"zebra"_s);
    QVERIFY(list.findChildren<QWidget *>().isEmpty());
    list.show();
    QVERIFY(list.findChild<DraftsTable *>());
    QCOMPARE(list.table().model()->rowCount(), 0);
    add(u"gpt"_s);
    QCOMPARE(list.table().model()->rowCount(), 0); // of the query from before
    add(u"zebra"_s);
    QCOMPARE(list.table().model()->rowCount(), 1);
}

void tst_DraftsList::ages_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << 0 << u"just now"_s;
    QTest::newRow("a clock ahead") << -100 << u"just now"_s;
    QTest::newRow("almost a minute") << 59 << u"just now"_s;
    QTest::newRow("minutes") << 125 << u"2 min ago"_s;
    QTest::newRow("almost an hour") << 3599 << u"59 min ago"_s;
    QTest::newRow("hours") << 3 * 3600 << u"3 h ago"_s;
    QTest::newRow("days") << 50 * 3600 << u"2 day(s) ago"_s;
}

void tst_DraftsList::ages()
{
    QFETCH(int, seconds);
    QFETCH(QString, text);
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    QCOMPARE(DraftsModel::ageText(now.addSecs(-seconds), now), text);
    QCOMPARE(DraftsModel::ageText({}, now), u"—"_s);
}

void tst_DraftsList::aRowSaysWhatIsKnown()
{
    EditSession *bert = add(u"bert"_s);
    bert->setValue(*findField(u"Task"), FieldValue(u"x"_s));
    QTRY_COMPARE(cell(0, DraftsModel::Changes), u"2 change(s)"_s);
    QCOMPARE(cell(0, DraftsModel::Name), u"bert"_s);
    QCOMPARE(cell(0, DraftsModel::Age), u"just now"_s);
    QCOMPARE(cell(0, DraftsModel::Standing), u"not checked"_s);
    const QString year = QString::number(QDate::currentDate().year());
    const auto tip = m_list->drafts().index(0, DraftsModel::Age).data(Qt::ToolTipRole);
    QVERIFY(tip.toString().contains(year));

    QTest::qWait(2);
    m_workbench->createNew()->setValue(*findField(u"Origin"), FieldValue(u"x"_s));
    QCOMPARE(m_list->drafts().rowCount(), 2);
    QCOMPARE(cell(0, DraftsModel::Name), u"(new model)"_s);
    QCOMPARE(cell(0, DraftsModel::Standing), u"not yet created"_s);
}

void tst_DraftsList::theOneChangedLastIsFirst()
{
    EditSession *bert = add(u"bert"_s);
    add(u"qwen"_s);
    QCOMPARE(cell(0, DraftsModel::Name), u"qwen"_s);
    bert->setValue(*findField(u"Origin"), FieldValue(u"more"_s));
    QTRY_COMPARE(cell(0, DraftsModel::Name), u"bert"_s);
}

void tst_DraftsList::rowsFollowTheEdits()
{
    QSignalSpy counts(m_list.get(), &DraftsList::countsChanged);
    EditSession *bert = add(u"bert"_s);
    QCOMPARE(m_list->drafts().rowCount(), 1);
    QVERIFY(counts.count() > 0);
    bert->setValue(*findField(u"ModelName"), FieldValue(u"renamed"_s));
    QTRY_COMPARE(cell(0, DraftsModel::Name), u"renamed"_s);
    bert->revert();
    QCOMPARE(m_list->drafts().rowCount(), 0);
    QCOMPARE(m_list->drafts().wholeCount(), 0);
}

void tst_DraftsList::theQueryNarrows()
{
    add(u"bert"_s);
    add(u"qwen"_s);
    m_list->setQuery(u"name:qwe"_s);
    QCOMPARE(m_list->drafts().rowCount(), 1);
    QCOMPARE(m_list->drafts().wholeCount(), 2);
    QCOMPARE(cell(0, DraftsModel::Name), u"qwen"_s);
    m_list->setQuery({});
    QCOMPARE(m_list->drafts().rowCount(), 2);
}

void tst_DraftsList::enterOpensAndDeleteAsks()
{
    EditSession *bert = add(u"bert"_s);
    QSignalSpy chosen(m_list.get(), &DraftsList::chosen);
    QSignalSpy opened(m_list.get(), &DraftsList::openRequested);
    EditSession *asked = nullptr;
    connect(m_list.get(), &DraftsList::openRequested, this,
            [&asked](EditSession *session) { asked = session; });
    QSignalSpy discarded(m_list.get(), &DraftsList::discardRequested);
    DraftsTable &table = m_list->table();
    table.setFocus();
    QVERIFY(!m_list->current()); // nobody chose it yet
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(opened.count(), 0);
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(asked, bert);
    QTest::keyClick(&table, Qt::Key_Delete);
    auto *box = m_list->findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY(box->text().contains(u"bert"_s));
    QTest::keyClick(box, Qt::Key_Return); // the default keeps it
    QCOMPARE(discarded.count(), 0);
    QTRY_VERIFY(!m_list->findChild<QMessageBox *>());
    QTest::keyClick(&table, Qt::Key_Delete);
    box = m_list->findChild<QMessageBox *>();
    for (QAbstractButton *one : box->buttons()) {
        if (one->text() == "Discard draft"_L1)
            one->click();
    }
    QCOMPARE(discarded.count(), 1);
}

void tst_DraftsList::theMouseDoesToo()
{
    add(u"bert"_s);
    QSignalSpy opened(m_list.get(), &DraftsList::openRequested);
    QVERIFY(!button(u"Open draft"_s)->isEnabled());
    const QPoint at = m_list->table().visualRect(m_list->drafts().index(0, 0)).center();
    QTest::mouseClick(m_list->table().viewport(), Qt::LeftButton, {}, at);
    QVERIFY(button(u"Open draft"_s)->isEnabled());
    QVERIFY(!button(u"Create again as a copy…"_s)->isVisible());
    QTest::mouseClick(button(u"Open draft"_s), Qt::LeftButton);
    QCOMPARE(opened.count(), 1);
    QTest::mouseDClick(m_list->table().viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(opened.count(), 2);
}

void tst_DraftsList::theCurrentDraftStaysWhenOthersMove()
{
    EditSession *bert = add(u"bert"_s);
    EditSession *qwen = add(u"qwen"_s);
    QSignalSpy chosen(m_list.get(), &DraftsList::chosen);
    m_list->setCurrent(bert);
    QCOMPARE(m_list->current(), bert);
    QCOMPARE(m_list->table().currentIndex().row(), 1);
    bert->setValue(*findField(u"Origin"), FieldValue(u"more"_s));
    QTRY_COMPARE(m_list->table().currentIndex().row(), 0);
    QCOMPARE(m_list->current(), bert);
    qwen->setValue(*findField(u"Origin"), FieldValue(u"more"_s));
    QTRY_COMPARE(m_list->table().currentIndex().row(), 1);
    QCOMPARE(m_list->current(), bert);
    QCOMPARE(chosen.count(), 0); // nobody chose
}

void tst_DraftsList::afterADiscardTheNextRowIsCurrent()
{
    EditSession *a = add(u"a"_s);
    EditSession *b = add(u"b"_s);
    EditSession *c = add(u"c"_s);
    m_list->setCurrent(b);
    m_workbench->saving().discard(b);
    QTRY_COMPARE(m_list->current(), a); // c, b, a before
    m_workbench->saving().discard(a);
    QTRY_COMPARE(m_list->current(), c);
}

void tst_DraftsList::hostileNamesAreText()
{
    EditSession *evil = m_workbench->createNew();
    evil->setValue(*findField(u"ModelName"), FieldValue(u"<img src=x>\u202Eevil\nline"_s));
    m_list->setCurrent(evil);
    QVERIFY(!cell(0, DraftsModel::Name).contains(QChar(0x202E)));
    QVERIFY(!cell(0, DraftsModel::Name).contains(u'\n'));
    const auto tip = m_list->drafts().index(0, DraftsModel::Name).data(Qt::ToolTipRole).toString();
    QVERIFY(!tip.contains(u"<img"_s));
    m_list->askToDiscard();
    auto *box = m_list->findChild<QMessageBox *>();
    QVERIFY(box);
    for (const QLabel *label : box->findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
    QVERIFY(!m_list->grab().isNull());
}

void tst_DraftsList::theMenuOffersWhatTheButtonsDo()
{
    EditSession *bert = add(u"bert"_s);
    m_list->setCurrent(bert);
    QSignalSpy opened(m_list.get(), &DraftsList::openRequested);
    emit m_list->table().customContextMenuRequested({5, 5});
    auto *menu = m_list->findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2); // it is not gone, so it need not be made again
    menu->actions().first()->trigger();
    QCOMPARE(opened.count(), 1);
    menu->close();
}

MODELSCRIBE_GUI_TEST(tst_DraftsList)

} // namespace tst_draftslist

#include "tst_draftslist.moc"
