// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/text/jsonfindbar.h"
#include "ui/json/text/jsontextedit.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace tst_jsonfindbar {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonFindBar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }

    void isOnlyAFieldUntilItIsUsed();
    void countsAndWalks();
    void takesTheSelection();
    void saysWhatIsWrong();
    void replacesOneAndGoesOn();
    void replacesAllAsOneStep();
    void replacesWithGroups();
    void walksAndReplacesEmptyMatches();
    void followsTheEdits();
    void readOnlyTextIsNotReplaced();
    void theWindowStaysAlive();

private:
    void type(QLineEdit *field, const QString &text)
    {
        field->setFocus();
        field->selectAll();
        field->insert(text); // keyClicks() knows no Chinese
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    QToolButton *tool(const QString &text) const
    {
        for (auto *button : m_bar->findChildren<QToolButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<QWidget> m_window;
    JsonTextEdit *m_edit = nullptr;
    JsonFindBar *m_bar = nullptr;
    QLineEdit *m_find = nullptr;
    QLineEdit *m_replace = nullptr;
};

void tst_JsonFindBar::init()
{
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_edit = new JsonTextEdit;
    m_bar = new JsonFindBar(*m_edit);
    layout->addWidget(m_bar);
    layout->addWidget(m_edit);
    const auto fields = m_bar->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields)
        (field->accessibleName() == "Replace with"_L1 ? m_replace : m_find) = field;
    m_window->resize(800, 400);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_edit->setBytes("{\"模型\":1,\n\"b\":\"模型\",\n\"B\":1}", false);
    m_edit->setFocus();
}

void tst_JsonFindBar::isOnlyAFieldUntilItIsUsed()
{
    QVERIFY(m_find->isVisible());
    QVERIFY(!m_replace->isVisible());
    QVERIFY(!tool(u"Aa"_s)->isVisible());
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_find->hasFocus());
    QVERIFY(tool(u"Aa"_s)->isVisible());
    QVERIFY(!m_replace->isVisible());
    press(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(m_replace->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!m_replace->isVisible());
    QVERIFY(!tool(u"Aa"_s)->isVisible());
    QVERIFY(m_edit->hasFocus());
}

void tst_JsonFindBar::countsAndWalks()
{
    type(m_find, u"b"_s);
    QTRY_COMPARE(m_bar->statusText(), u"1 of 2"_s);
    QVERIFY(m_find->hasFocus());
    press(Qt::Key_Return);
    QCOMPARE(m_bar->statusText(), u"2 of 2"_s);
    press(Qt::Key_F3);
    QCOMPARE(m_bar->statusText(), u"1 of 2"_s);
    press(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(m_bar->statusText(), u"2 of 2"_s);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(m_bar->statusText(), u"1 of 2"_s);
    m_edit->setFocus();
    press(Qt::Key_F3);
    QCOMPARE(m_edit->selectedText(), u"B"_s);
    tool(u"Aa"_s)->click();
    QTRY_COMPARE(m_bar->statusText(), u"1 of 1"_s);
}

void tst_JsonFindBar::takesTheSelection()
{
    m_edit->selectRange({2, 8});
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(m_find->text(), u"模型"_s);
    QTRY_COMPARE(m_bar->statusText(), u"1 of 2"_s);
}

void tst_JsonFindBar::saysWhatIsWrong()
{
    type(m_find, u"absent"_s);
    QTRY_COMPARE(m_bar->statusText(), u"No match"_s);
    QCOMPARE(m_find->property("problem").toString(), u"true"_s);
    QCOMPARE(m_find->accessibleDescription(), u"No match"_s);
    tool(u".*"_s)->click();
    type(m_find, u"a(b"_s);
    QTRY_VERIFY2(m_bar->statusText().startsWith("Character 4: "_L1),
                 qPrintable(m_bar->statusText()));
    m_edit->setBytes("\"" + QByteArray(100'000, 'a') + "\"", false);
    type(m_find, u"(a+)+[cd]"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_bar->statusText().startsWith("Too complex"_L1), 20'000);
}

void tst_JsonFindBar::replacesOneAndGoesOn()
{
    press(Qt::Key_H, Qt::ControlModifier);
    type(m_find, u"模型"_s);
    QTRY_COMPARE(m_bar->statusText(), u"1 of 2"_s);
    type(m_replace, u"m"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bar->statusText(), u"1 of 1"_s);
    QCOMPARE(m_edit->bytes(), "{\"m\":1,\n\"b\":\"模型\",\n\"B\":1}");
    QVERIFY(m_replace->hasFocus());
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bar->statusText(), u"No match"_s);
    QCOMPARE(m_edit->bytes(), "{\"m\":1,\n\"b\":\"m\",\n\"B\":1}");
}

void tst_JsonFindBar::replacesAllAsOneStep()
{
    const QByteArray before = m_edit->bytes();
    const QSignalSpy edited(m_edit, &JsonTextEdit::edited);
    const QSignalSpy replaced(m_bar, &JsonFindBar::replaced);
    press(Qt::Key_H, Qt::ControlModifier);
    type(m_find, u"1"_s);
    type(m_replace, u"1.0"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_edit->bytes(), "{\"模型\":1.0,\n\"b\":\"模型\",\n\"B\":1.0}");
    QCOMPARE(edited.size(), 1);
    QCOMPARE(replaced[0][0].toLongLong(), 2);
    m_edit->undo();
    QCOMPARE(m_edit->bytes(), before);
}

void tst_JsonFindBar::replacesWithGroups()
{
    press(Qt::Key_H, Qt::ControlModifier);
    tool(u".*"_s)->click();
    type(m_find, u"\"(\\w+)\":"_s);
    type(m_replace, u"'$1':"_s);
    m_bar->replaceAll();
    QTRY_COMPARE(m_edit->bytes(), "{'模型':1,\n'b':\"模型\",\n'B':1}");
}

void tst_JsonFindBar::walksAndReplacesEmptyMatches()
{
    m_edit->setBytes("[1\r\n,2\r\n]", false);
    press(Qt::Key_H, Qt::ControlModifier);
    tool(u".*"_s)->click();
    type(m_find, u"$"_s);
    type(m_replace, u" "_s);
    QTRY_COMPARE(m_bar->statusText(), u"1 of 3"_s);
    m_bar->findNext();
    QCOMPARE(m_bar->statusText(), u"2 of 3"_s);
    m_bar->findPrevious();
    QCOMPARE(m_bar->statusText(), u"1 of 3"_s);
    m_bar->replaceCurrent();
    QTRY_COMPARE(m_bar->statusText(), u"2 of 3"_s);
    m_bar->replaceCurrent();
    QTRY_COMPARE(m_bar->statusText(), u"3 of 3"_s);
    QCOMPARE(m_edit->bytes(), "[1 \r\n,2 \r\n]");
}

void tst_JsonFindBar::followsTheEdits()
{
    type(m_find, u"模型"_s);
    QTRY_COMPARE(m_bar->statusText(), u"1 of 2"_s);
    m_edit->applyChanges({{2, 8, "x"}});
    QTRY_VERIFY(!m_bar->isSearching());
    QCOMPARE(m_bar->statusText(), u"1 found"_s);
    m_bar->findNext();
    QCOMPARE(m_edit->selectedText(), u"模型"_s);
}

void tst_JsonFindBar::readOnlyTextIsNotReplaced()
{
    m_edit->setReadOnly(true);
    const QByteArray before = m_edit->bytes();
    press(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(!m_replace->isVisible());
    type(m_find, u"b"_s);
    QTRY_COMPARE(m_bar->statusText(), u"1 of 2"_s);
    m_bar->replaceAll();
    m_bar->replaceCurrent();
    QTRY_VERIFY(!m_bar->isSearching());
    QCOMPARE(m_edit->bytes(), before);
}

void tst_JsonFindBar::theWindowStaysAlive()
{
    QByteArray text("[");
    while (text.size() < 8 * 1024 * 1024)
        text += "\"模型 and words\",\n";
    m_edit->setBytes(text + "0]", false);
    QCoreApplication::processEvents();
    QElapsedTimer beat;
    qint64 longest = 0;
    QTimer heart;
    connect(&heart, &QTimer::timeout, this, [&] { longest = std::max(longest, beat.restart()); });
    beat.start();
    heart.start(5);
    type(m_find, u"WORDS"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_bar->isSearching(), 30'000);
    QCOMPARE(m_bar->statusText(), u"1 of 10,000+"_s);
    qInfo("longest wait while searching 8 MiB: %lld ms", static_cast<long long>(longest));
    QVERIFY(longest < 1000); // a search here would take longer in a debug build
}

MODELSCRIBE_GUI_TEST(tst_JsonFindBar)

} // namespace tst_jsonfindbar

#include "tst_jsonfindbar.moc"
