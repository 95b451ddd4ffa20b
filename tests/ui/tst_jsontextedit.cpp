// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/text/jsontextedit.h"

#include "testclass.h"
#include "ui/json/text/jsonlonglines.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace tst_jsontextedit {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

JsonHint numberHint(const QByteArray &text, const QByteArray &value, const QByteArray &instead)
{
    const qsizetype at = text.indexOf(value);
    const JsonRange range{at, at + value.size()};
    return {.code = JsonHint::Code::UnusualType,
            .range = range,
            .expected = {u"number"_s},
            .fix = {{range.begin, range.end, instead}}};
}

JsonProblem problemIn(const QByteArray &text) { return *checkJson(text); }

} // namespace

class tst_JsonTextEdit : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void bytesAreTheSameUntilAChange();
    void changesAreOneStepOfUndo();
    void manyChangesAreOneStepToo();
    void oneActionIsToldOnce();
    void changesFromElsewhereAreToldToo();
    void readOnlyTextTakesNoChanges();
    void controlDSelectsTheNextOccurrence();
    void typingGoesToAllCursors();
    void escapeGoesBackToOneCursor();
    void escapeWithoutASelectionIsTheWindows();
    void aRectangleIsTypedInto();
    void tabIndentsAndControlTabLeaves();
    void problemIsMarked();
    void marksFollowTheEdits();
    void f8WalksThroughProblemsAndHints();
    void controlPointOffersTheFixes();
    void fixesOfAnOlderTextAreNotOffered();
    void aClickOnTheMessageOffersTheFix();
    void messageIsPaintedBehindTheLine();
    void aThousandHintsPaintFast();
    void longTextsHaveNoColours();
    void longLinesHaveNoColours();
    void longLinesAreMeasuredInPieces();
    void longLinesLookTheSame();
    void foldsToALevel();
    void caretIsTold();
    void selectRangeOpensFolds();
    void hostileMimeData_data();
    void hostileMimeData();
    void hugeTextIsRefused();
    void replacingALongTextKeepsHistory();
    void aScreenReaderGetsTheText();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_edit, key, modifiers);
    }
    void set(const QByteArray &text) { m_edit->setBytes(text, false); }

    std::unique_ptr<QWidget> m_window;
    JsonTextEdit *m_edit = nullptr;
    QLineEdit *m_after = nullptr;
};

void tst_JsonTextEdit::init()
{
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_edit = new JsonTextEdit;
    m_after = new QLineEdit;
    layout->addWidget(m_edit);
    layout->addWidget(m_after);
    m_window->resize(700, 400);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_edit->setFocus();
}

void tst_JsonTextEdit::cleanup() { m_window.reset(); }

void tst_JsonTextEdit::bytesAreTheSameUntilAChange()
{
    const QByteArray text("{\"a\":\"x\0y\"}", 11);
    set(text);
    QCOMPARE(m_edit->bytes(), text);
    QCOMPARE(m_edit->bytes().constData(), m_edit->bytes().constData());
    press(Qt::Key_Space);
    QCOMPARE(m_edit->bytes(), ' ' + text);
    m_edit->undo();
    QCOMPARE(m_edit->bytes(), text);
}

void tst_JsonTextEdit::changesAreOneStepOfUndo()
{
    set("{\"a\":1,\"b\":2}");
    const QSignalSpy edited(m_edit, &JsonTextEdit::edited);
    m_edit->applyChanges({{1, 4, "\"模型\""}, {5, 6, "1.0"}, {11, 12, ""}});
    QCOMPARE(m_edit->bytes(), "{\"模型\":1.0,\"b\":}");
    QCOMPARE(edited.size(), 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_edit->bytes(), "{\"a\":1,\"b\":2}");
    QCOMPARE(edited.size(), 2);
    m_edit->redo();
    QCOMPARE(m_edit->bytes(), "{\"模型\":1.0,\"b\":}");
}

void tst_JsonTextEdit::manyChangesAreOneStepToo()
{
    QByteArray text;
    TextChanges changes;
    for (int i = 0; i < 5000; ++i) {
        changes.append({text.size() + 1, text.size() + 3, "longer"});
        text += "[11]";
    }
    set(text);
    const QSignalSpy edited(m_edit, &JsonTextEdit::edited);
    m_edit->applyChanges(changes);
    QCOMPARE(m_edit->bytes(), changedText(text, changes));
    QCOMPARE(edited.size(), 1);
    m_edit->undo();
    QCOMPARE(m_edit->bytes(), text);
}

void tst_JsonTextEdit::oneActionIsToldOnce()
{
    set("{\"a\":1}");
    const QSignalSpy edited(m_edit, &JsonTextEdit::edited);
    m_edit->selectRange({1, 4});
    QTest::keyClicks(m_edit, u"x"_s); // takes the selection away and puts a character in
    QCOMPARE(edited.size(), 1);
    QGuiApplication::clipboard()->setText(u"pasted"_s);
    m_edit->paste();
    QCOMPARE(edited.size(), 2);
    m_edit->selectRange({0, 3});
    m_edit->cut();
    QCOMPARE(edited.size(), 3);
    set("[]");
    QCOMPARE(edited.size(), 3);
}

void tst_JsonTextEdit::changesFromElsewhereAreToldToo()
{
    set("{}");
    const QSignalSpy edited(m_edit, &JsonTextEdit::edited);
    m_edit->SendScintilla(QsciScintillaBase::SCI_CLEARALL);
    QCOMPARE(m_edit->bytes(), QByteArray());
    QTRY_COMPARE(edited.size(), 1);
}

void tst_JsonTextEdit::readOnlyTextTakesNoChanges()
{
    set("{}");
    m_edit->setReadOnly(true);
    m_edit->applyChanges({{0, 1, "["}});
    QTest::keyClicks(m_edit, u"x"_s);
    QCOMPARE(m_edit->bytes(), "{}");
}

void tst_JsonTextEdit::controlDSelectsTheNextOccurrence()
{
    set("{\"key\":1,\"x\":{\"key\":2},\"key\":3}");
    m_edit->selectRange({3, 3});
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_edit->selection(), (JsonRange{2, 5}));
    press(Qt::Key_D, Qt::ControlModifier);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_edit->cursorCount(), 3);
    QTest::keyClicks(m_edit, u"id"_s);
    QCOMPARE(m_edit->bytes(), "{\"id\":1,\"x\":{\"id\":2},\"id\":3}");
}

void tst_JsonTextEdit::typingGoesToAllCursors()
{
    set("1\n2\n3");
    m_edit->selectRange({0, 0});
    const auto line = [&](int n) {
        const auto at = static_cast<unsigned long>(
            m_edit->SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, n));
        const int x = int(
            m_edit->SendScintilla(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0UL, long(at)));
        const int y = int(
            m_edit->SendScintilla(QsciScintillaBase::SCI_POINTYFROMPOSITION, 0UL, long(at)));
        return QPoint(x + 1, y + 6);
    };
    for (const int n : {1, 2}) {
        QTest::mouseClick(m_edit->viewport(), Qt::LeftButton, Qt::ControlModifier, line(n));
    }
    QCOMPARE(m_edit->cursorCount(), 3);
    const QSignalSpy edited(m_edit, &JsonTextEdit::edited);
    QTest::keyClicks(m_edit, u"-"_s);
    QCOMPARE(m_edit->bytes(), "-1\n-2\n-3");
    QCOMPARE(edited.size(), 1);
    m_edit->undo();
    QCOMPARE(m_edit->bytes(), "1\n2\n3");
}

void tst_JsonTextEdit::escapeGoesBackToOneCursor()
{
    set("aa aa aa");
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_edit->cursorCount(), 3);
    press(Qt::Key_Escape);
    QCOMPARE(m_edit->cursorCount(), 1);
    QVERIFY(m_edit->hasFocus());
}

void tst_JsonTextEdit::escapeWithoutASelectionIsTheWindows()
{
    set("{}");
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(m_edit, &escape);
    QVERIFY(!escape.isAccepted());
}

void tst_JsonTextEdit::aRectangleIsTypedInto()
{
    set("ab\nab\nab");
    const auto send = [&](unsigned int message, unsigned long at) {
        m_edit->SendScintilla(message, at);
    };
    send(QsciScintillaBase::SCI_SETRECTANGULARSELECTIONANCHOR, 1);
    send(QsciScintillaBase::SCI_SETRECTANGULARSELECTIONCARET, 7);
    QCOMPARE(m_edit->cursorCount(), 3);
    QTest::keyClicks(m_edit, u"x"_s);
    QCOMPARE(m_edit->bytes(), "axb\naxb\naxb");
    press(Qt::Key_Escape);
    QCOMPARE(m_edit->cursorCount(), 1);

    const auto at = [&](long place) {
        const auto where = [&](unsigned int message) {
            return int(m_edit->SendScintilla(message, 0UL, place));
        };
        return QPoint(where(QsciScintillaBase::SCI_POINTXFROMPOSITION),
                      where(QsciScintillaBase::SCI_POINTYFROMPOSITION) + 6);
    };
    QTest::mousePress(m_edit->viewport(), Qt::LeftButton, Qt::AltModifier, at(0));
    QTest::mouseMove(m_edit->viewport(), at(8));
    QTest::mouseRelease(m_edit->viewport(), Qt::LeftButton, Qt::AltModifier, at(8));
    QCOMPARE(m_edit->cursorCount(), 3);
}

void tst_JsonTextEdit::tabIndentsAndControlTabLeaves()
{
    set("{}");
    press(Qt::Key_Tab);
    QCOMPARE(m_edit->bytes(), "  {}");
    QVERIFY(m_edit->hasFocus());
    press(Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(m_after->hasFocus());
    m_edit->setFocus();
    QTest::keyClick(m_edit, Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_edit->hasFocus());
    QVERIFY(m_edit->whatsThis().contains(u"Ctrl+Tab"_s));
}

void tst_JsonTextEdit::problemIsMarked()
{
    const QByteArray text("{\n  \"a\": 1,\n  oops\n}");
    set(text);
    m_edit->setProblem(problemIn(text));
    QVERIFY(m_edit->markersAtLine(2) != 0U);
    QCOMPARE(m_edit->markersAtLine(1), 0U);
    m_edit->setProblem({});
    QCOMPARE(m_edit->markersAtLine(2), 0U);
    set("");
    m_edit->setProblem(JsonProblem{JsonProblem::Code::Empty}); // nothing to underline
    m_window->grab();
}

void tst_JsonTextEdit::marksFollowTheEdits()
{
    const QByteArray text("{\n\"a\": \"1\",\n\"b\": \"2\"\n}");
    set(text);
    m_edit->setHints({numberHint(text, "\"2\"", "2")});
    m_edit->selectRange({0, 0});
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    press(Qt::Key_F8);
    QCOMPARE(m_edit->caret(), text.indexOf("\"2\"") + 2);
    m_edit->applyChanges({{0, 4, ""}});
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_F8);
    QCOMPARE(m_edit->caret(), text.indexOf("\"2\"") - 2);
}

void tst_JsonTextEdit::f8WalksThroughProblemsAndHints()
{
    const QByteArray text("{\n\"a\": \"1\",\n\"b\": \"2\"\n}");
    set(text);
    m_edit->setHints({numberHint(text, "\"1\"", "1"), numberHint(text, "\"2\"", "2")});
    const QSignalSpy reached(m_edit, &JsonTextEdit::markReached);
    const qsizetype first = text.indexOf("\"1\"");
    const qsizetype second = text.indexOf("\"2\"");
    for (const qsizetype place : {first, second, first}) {
        press(Qt::Key_F8);
        QCOMPARE(m_edit->caret(), place);
    }
    press(Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(m_edit->caret(), second);
    QCOMPARE(reached[0][0].toString(), u"Usually a number"_s);
    QCOMPARE(m_edit->accessibleDescription(), u"Usually a number"_s);
    m_edit->setHints({});
    press(Qt::Key_F8);
    QCOMPARE(reached.size(), 4);
}

void tst_JsonTextEdit::controlPointOffersTheFixes()
{
    const QByteArray text("{\n\"DownloadCount\": \"606056\"\n}");
    set(text);
    m_edit->setHints({numberHint(text, "\"606056\"", "606056")});
    const QSignalSpy wanted(m_edit, &JsonTextEdit::fixRequested);
    press(Qt::Key_Period, Qt::ControlModifier);
    QVERIFY2(!m_edit->findChild<QMenu *>(), "there is nothing on the first line");
    press(Qt::Key_F8);
    press(Qt::Key_Period, Qt::ControlModifier);
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->actions().constFirst()->text(), u"Make it 606056"_s);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<JsonHint>().fix.first().text, "606056");
    QCOMPARE(m_edit->bytes(), text);
}

void tst_JsonTextEdit::fixesOfAnOlderTextAreNotOffered()
{
    const QByteArray text("{\"a\": \"1\"}");
    set(text);
    m_edit->setHints({numberHint(text, "\"1\"", "1")});
    press(Qt::Key_Space);
    press(Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(!QApplication::activePopupWidget());
}

void tst_JsonTextEdit::aClickOnTheMessageOffersTheFix()
{
    const QByteArray text("{\"a\": \"1\"}");
    set(text);
    m_edit->setHints({numberHint(text, "\"1\"", "1")});
    const long end = m_edit->length();
    const int x = int(m_edit->SendScintilla(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0UL, end));
    QTest::mouseClick(m_edit->viewport(), Qt::LeftButton, Qt::NoModifier, {x + 5, 8});
    QVERIFY2(!QApplication::activePopupWidget(), "before the message");
    QTest::mouseClick(m_edit->viewport(), Qt::LeftButton, Qt::NoModifier, {x + 30, 8});
    QVERIFY(QApplication::activePopupWidget());
    QApplication::activePopupWidget()->close();
}

void tst_JsonTextEdit::messageIsPaintedBehindTheLine()
{
    const QByteArray text("{\"a\": \"1\"}");
    set(text);
    const long end = m_edit->length();
    const int x = int(m_edit->SendScintilla(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0UL, end));
    const auto inks = [&] {
        const QImage image = m_edit->viewport()->grab().toImage();
        QSet<QRgb> colors;
        for (int px = x + 17; px < x + 120; ++px) {
            for (int py = 2; py < 16; ++py)
                colors.insert(image.pixel(px, py));
        }
        return colors.size();
    };
    QCOMPARE(inks(), 1);
    m_edit->setHints({numberHint(text, "\"1\"", "1")});
    QVERIFY(inks() > 3);
    m_window->resize(x + 60, 300); // no room: nothing is painted over the text
    QCoreApplication::processEvents();
    m_window->grab();
}

void tst_JsonTextEdit::aThousandHintsPaintFast()
{
    QByteArray text("{\n");
    QList<JsonHint> hints;
    for (int i = 0; i < 1000; ++i) {
        hints.append({.code = JsonHint::Code::TooSmall,
                      .range = {text.size(), text.size() + 3},
                      .expected = {u"0"_s}});
        text += "\"k\": -1,\n";
    }
    set(text);
    QElapsedTimer timer;
    timer.start();
    m_window->grab();
    const qint64 without = timer.nsecsElapsed();
    m_edit->setHints(hints);
    timer.start();
    for (int i = 0; i < 10; ++i)
        m_window->grab();
    qInfo("painted without hints %lld us, with 1,000 %lld us", without / 1000,
          timer.nsecsElapsed() / 10'000);
    QVERIFY(timer.elapsed() < 2000);
    QByteArray line = text; // all of them on one line
    line.replace('\n', ' ');
    set(line);
    m_edit->setHints(hints);
    timer.start();
    m_window->grab();
    QVERIFY(timer.elapsed() < 2000);
}

void tst_JsonTextEdit::longTextsHaveNoColours()
{
    set("{}");
    QVERIFY(m_edit->hasColours());
    const QByteArray large = "[" + QByteArray(JsonTextEdit::colourLimit, '\n') + "]";
    set(large);
    QVERIFY(!m_edit->hasColours());
    QCOMPARE(m_edit->bytes(), large);
    set("{}");
    QVERIFY(m_edit->hasColours());
    m_edit->applyChanges({{1, 1, QByteArray(JsonTextEdit::colourLimit, '\n')}});
    QVERIFY(!m_edit->hasColours());
}

namespace {

QByteArray longLine()
{
    QByteArray text("{");
    for (int i = 0; text.size() <= JsonLongLines::limit; ++i)
        text += "\"名字" + QByteArray::number(i) + "\":[1.50,\"a🤖b\"],";
    return text + "\"e\":\"" + QByteArray(2000, 'x') + "\"}";
}

//! The most bytes of one style in a row: what Scintilla measures at once.
qsizetype longestRunIn(const JsonTextEdit &edit)
{
    const long length = edit.length();
    QByteArray cells(2 * length + 2, '\0');
    edit.SendScintilla(QsciScintilla::SCI_GETSTYLEDTEXT, 0L, length, cells.data());
    qsizetype longest = 0;
    for (qsizetype at = 0, run = 0; at < length; ++at) {
        run = at > 0 && cells[2 * at + 1] == cells[2 * at - 1] ? run + 1 : 1;
        longest = std::max(longest, run);
    }
    return longest;
}

} // namespace

void tst_JsonTextEdit::longLinesHaveNoColours()
{
    const QByteArray line = longLine();
    set("{\n\"a\": 1\n}");
    QVERIFY(m_edit->hasColours());
    m_edit->applyChanges({{7, 8, line}});
    QVERIFY(!m_edit->hasColours());
    QCOMPARE(m_edit->bytes(), "{\n\"a\": " + line + "\n}");
    m_edit->undo();
    QVERIFY(m_edit->hasColours());
    QCOMPARE(m_edit->bytes(), "{\n\"a\": 1\n}");
    set(line);
    QVERIFY(!m_edit->hasColours());
    QCOMPARE(m_edit->bytes(), line);
    m_edit->applyChanges({{line.size() / 2, line.size() / 2, "\n"}}); // two that are short enough
    QVERIFY(m_edit->hasColours());
    set(QByteArray(line).replace(",", ",\r"));
    QVERIFY(m_edit->hasColours());
}

void tst_JsonTextEdit::longLinesAreMeasuredInPieces()
{
    QByteArray line = longLine();
    set(line);
    QVERIFY(longestRunIn(*m_edit) < 30);
    m_edit->goTo(line.size() / 2);
    const qsizetype at = m_edit->caret();
    QTest::keyClicks(m_edit, u"x"_s.repeated(100));
    line.insert(at, QByteArray(100, 'x'));
    QCOMPARE(m_edit->bytes(), line);
    // A little more than a piece, until it is cut at the next key.
    QVERIFY2(longestRunIn(*m_edit) < 60, QByteArray::number(longestRunIn(*m_edit)).constData());
    for (int i = 0; i < 100; ++i)
        press(Qt::Key_Backspace);
    line.remove(at, 100);
    QCOMPARE(m_edit->bytes(), line);
    QVERIFY(longestRunIn(*m_edit) < 60);
    m_edit->applyChanges({{1, 1, QByteArray(500, ' ')}, {at, at + 1, QByteArray(5000, '-')}});
    line.replace(at, 1, QByteArray(5000, '-')).insert(1, QByteArray(500, ' '));
    QCOMPARE(m_edit->bytes(), line);
    QVERIFY(longestRunIn(*m_edit) < 60);
    m_edit->undo();
    QVERIFY(longestRunIn(*m_edit) < 60);
}

void tst_JsonTextEdit::longLinesLookTheSame()
{
    const QByteArray line(JsonLongLines::limit + 100, 'm');
    m_edit->setWrapping(false);
    set(line);
    m_edit->viewport()->repaint(); // it is laid out anew then
    const auto endOf = [this](int characters) {
        return m_edit->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, long(characters));
    };
    const long width = endOf(1000) - endOf(0);
    QVERIFY(width > 3000);
    const QImage pieces = m_edit->viewport()->grab().toImage();
    m_edit->SendScintilla(QsciScintilla::SCI_STARTSTYLING, 0UL);
    m_edit->SendScintilla(QsciScintilla::SCI_SETSTYLING, static_cast<unsigned long>(line.size()),
                          0L);
    m_edit->viewport()->repaint();
    QCOMPARE(endOf(1000) - endOf(0), width);
    QCOMPARE(m_edit->viewport()->grab().toImage(), pieces);
}

void tst_JsonTextEdit::foldsToALevel()
{
    set("{\n\"a\": {\n\"b\": {\n\"c\": 1\n}\n}\n}");
    const auto visible = [&](unsigned long line) {
        return m_edit->SendScintilla(QsciScintillaBase::SCI_GETLINEVISIBLE, line) != 0;
    };
    m_edit->foldToLevel(1);
    QVERIFY(visible(1));
    QVERIFY(!visible(2));
    m_edit->foldToLevel(2);
    QVERIFY(visible(2));
    QVERIFY(!visible(3));
    m_edit->foldToLevel(0);
    QVERIFY(visible(3));
}

void tst_JsonTextEdit::caretIsTold()
{
    set("{\"a\":1}");
    const QSignalSpy moved(m_edit, &JsonTextEdit::caretMoved);
    press(Qt::Key_End, Qt::ControlModifier);
    QTRY_VERIFY(!moved.isEmpty());
    QCOMPARE(moved.last()[0].toLongLong(), 7);
}

void tst_JsonTextEdit::selectRangeOpensFolds()
{
    set("{\n\"a\": {\n\"b\": 1\n}\n}");
    m_edit->foldToLevel(1);
    m_edit->selectRange({9, 12});
    QVERIFY(m_edit->SendScintilla(QsciScintillaBase::SCI_GETLINEVISIBLE, 2UL) != 0);
    QCOMPARE(m_edit->selection(), (JsonRange{9, 12}));
}

void tst_JsonTextEdit::hostileMimeData_data()
{
    QTest::addColumn<QMimeData *>("mime");
    QTest::addColumn<QByteArray>("expected");
    auto *html = new QMimeData;
    html->setHtml(u"<img src=\"file:///etc/passwd\"><b>x</b>"_s);
    QTest::newRow("HTML alone") << html << QByteArray();
    auto *both = new QMimeData;
    both->setHtml(u"<b>x</b>"_s);
    both->setText(u"<b>plain</b>"_s);
    QTest::newRow("HTML and text") << both << QByteArray("<b>plain</b>");
    auto *files = new QMimeData;
    files->setUrls({QUrl(u"file:///etc/passwd"_s)});
    QTest::newRow("files") << files << QByteArray();
    auto *image = new QMimeData;
    image->setData(u"image/png"_s, QByteArray("\x89PNG\0\1\2", 7));
    QTest::newRow("binary") << image << QByteArray();
    auto *surrogate = new QMimeData;
    surrogate->setText(QString(QChar(0xD800)));
    QTest::newRow("a lone surrogate") << surrogate << QByteArray("\\ud800");
}

void tst_JsonTextEdit::hostileMimeData()
{
    QFETCH(QMimeData *, mime);
    QFETCH(QByteArray, expected);
    set("");
    QGuiApplication::clipboard()->setMimeData(mime); // takes it
    m_edit->paste();
    QCOMPARE(m_edit->bytes().toLower(), expected);
}

void tst_JsonTextEdit::hugeTextIsRefused()
{
    set("{}");
    const QSignalSpy cut(m_edit, &JsonTextEdit::inputCut);
    QGuiApplication::clipboard()->setText(QString(100 * 1024 * 1024, u'x'));
    QElapsedTimer timer;
    timer.start();
    m_edit->paste();
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(m_edit->bytes(), "{}");
    QCOMPARE(cut.size(), 1);
    QGuiApplication::clipboard()->setText(QString(2 * 1024 * 1024, u'模')); // 6 MiB as UTF-8
    m_edit->paste();
    QCOMPARE(m_edit->bytes(), "{}");
    QCOMPARE(cut.size(), 2);
    QGuiApplication::clipboard()->clear();
}

void tst_JsonTextEdit::replacingALongTextKeepsHistory()
{
    set("{\"a\":1}");
    m_edit->setBytes("{\n}", true);
    QCOMPARE(m_edit->bytes(), "{\n}");
    m_edit->undo();
    QCOMPARE(m_edit->bytes(), "{\"a\":1}");
    set("[]");
    m_edit->undo();
    QCOMPARE(m_edit->bytes(), "[]");
}

void tst_JsonTextEdit::aScreenReaderGetsTheText()
{
    set("{}");
    const auto text = [&] {
        return QAccessible::queryAccessibleInterface(m_edit)->textInterface();
    };
    QVERIFY2(!text(), "it would count all characters before the caret at every key");
    QAccessible::setActive(true);
    QVERIFY(text());
    QCOMPARE(text()->text(0, 2), u"{}"_s);
    QAccessible::setActive(false);
    QVERIFY(!text());
}

MODELSCRIBE_GUI_TEST(tst_JsonTextEdit)

} // namespace tst_jsontextedit

#include "tst_jsontextedit.moc"
