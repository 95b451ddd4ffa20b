// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"
#include "testclass.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsoncelledit.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/lineedit.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QRandomGenerator>
#include <QTest>

namespace tst_exacttextedit {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

//! Everything that some text widget of Qt respells or drops, and what stands beside it.
const QStringList hostileBits{u"a"_s,
                              u" "_s,
                              u"\n"_s,
                              u"\r\n"_s,
                              u"\r"_s,
                              u"\u00A0"_s,
                              u"\u2028"_s,
                              u"\u2029"_s,
                              u"\u0085"_s,
                              u"\u000B"_s,
                              u"\u000C"_s,
                              u"\t"_s,
                              QString(QChar(0)),
                              u"\u001B"_s,
                              u"\uFFFC"_s,
                              QString(QChar(0xFDD0)),
                              QString(QChar(0xFDD1)),
                              QString(QChar(0xFFFE)),
                              u"\uFEFF"_s,
                              u"\u200B"_s,
                              u"\u202E"_s,
                              u"\u00AD"_s,
                              u"\u3000"_s,
                              u"e\u0301"_s,
                              u"漢"_s,
                              u"😀"_s,
                              QString(QChar(0xD83D)),
                              u"<b>"_s,
                              u"&amp;"_s,
                              u"\\n"_s};

QString hostileText(QRandomGenerator &random, int most)
{
    QString text;
    for (int i = int(random.bounded(most)); i >= 0; --i)
        text += hostileBits[random.bounded(hostileBits.size())];
    return text;
}

quint32 seedOfTest()
{
    const QByteArray given = qgetenv("MODELSCRIBE_SEED");
    return given.isEmpty() ? 20261128 : given.toUInt();
}

void putOnClipboard(const QString &text) { QGuiApplication::clipboard()->setText(text); }

QString clipboardText() { return QGuiApplication::clipboard()->text(); }

template<typename Widget>
struct Droppable : Widget
{
    using Widget::dropEvent;
};

//! Its members for drag and drop are protected.
struct Draggable : DescriptionEdit
{
    using DescriptionEdit::createMimeDataFromSelection;
    using DescriptionEdit::insertFromMimeData;
};

} // namespace

//! Nothing that is set, typed, pasted or dropped is respelled, in any text widget.
class tst_ExactTextEdit : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QGuiApplication::clipboard()->clear(); }
    void everyBitComesBack_data();
    void everyBitComesBack();
    void randomEditsAreExact();
    void undoneIsTheSameText();
    void draggedTextIsExact();
    void whatAnInputMethodCommitsIsExact();
    void enterBreaksAsTheLinesAround_data();
    void enterBreaksAsTheLinesAround();
    void partOfAChangeKeepsTheRest_data();
    void partOfAChangeKeepsTheRest();
    void linesKeepEverything();
    void jsonTextKeepsEverything();
};

void tst_ExactTextEdit::everyBitComesBack_data()
{
    QTest::addColumn<QString>("bit");
    for (const QString &bit : hostileBits)
        QTest::addRow("%s", JsonText::fromString(bit).utf8().toHex().constData()) << bit;
}

void tst_ExactTextEdit::everyBitComesBack()
{
    QFETCH(QString, bit);
    const QString text = u"x"_s + bit + u"y"_s + bit;
    DescriptionEdit edit;
    edit.setValue(text);
    QCOMPARE(edit.value(), text);
    edit.selectAll();
    edit.copy();
    QCOMPARE(clipboardText(), text);
    edit.cut();
    QCOMPARE(edit.value(), QString());
    QCOMPARE(clipboardText(), text);
    edit.paste();
    QCOMPARE(edit.value(), text);
    ExactTextEdit plain; // as dialogs have it
    plain.paste();
    QCOMPARE(plain.text(), text);
    edit.moveCursor(QTextCursor::Start);
    QTest::keyClicks(&edit, u"z"_s);
    QCOMPARE(edit.value(), u'z' + text); // an edit elsewhere leaves it
}

void tst_ExactTextEdit::randomEditsAreExact()
{
    QRandomGenerator random(seedOfTest());
    for (int round = 0; round < 60; ++round) {
        DescriptionEdit edit;
        QString wanted = hostileText(random, 30);
        edit.setValue(wanted);
        QCOMPARE(edit.value(), wanted);
        for (int step = 0; step < 20; ++step) {
            // Positions of the document: what is selected is known by copying it.
            const int count = edit.document()->characterCount();
            QTextCursor cursor = edit.textCursor();
            cursor.setPosition(int(random.bounded(count)));
            cursor.setPosition(0, QTextCursor::KeepAnchor);
            edit.setTextCursor(cursor);
            putOnClipboard({});
            edit.copy();
            const QString before = cursor.hasSelection() ? clipboardText() : QString();
            QVERIFY2(wanted.startsWith(before), qPrintable(wanted + u" / "_s + before));
            cursor.setPosition(cursor.anchor());
            edit.setTextCursor(cursor);
            const QString pasted = hostileText(random, 8);
            putOnClipboard(pasted);
            edit.paste();
            wanted = before + pasted + wanted.mid(before.size());
            QCOMPARE(edit.value(), wanted);
            if (random.bounded(4) == 0) {
                const QString other = hostileText(random, 30);
                wanted = random.bounded(2) == 0 ? other : wanted.left(wanted.size() / 2) + other;
                edit.setValue(wanted);
                QCOMPARE(edit.value(), wanted);
            }
        }
    }
}

void tst_ExactTextEdit::undoneIsTheSameText()
{
    QRandomGenerator random(seedOfTest());
    ExactTextEdit edit; // with a history of its own, as in a dialog
    edit.setText(u"a\r\nb\rc\u2029d"_s);
    QStringList states{edit.text()};
    for (int step = 0; step < 30; ++step) {
        QTextCursor cursor = edit.textCursor();
        cursor.setPosition(int(random.bounded(edit.document()->characterCount())));
        cursor.setPosition(int(random.bounded(edit.document()->characterCount())),
                           QTextCursor::KeepAnchor);
        edit.setTextCursor(cursor);
        edit.insertText(u"<"_s + hostileText(random, 6) + u">"_s);
        states.append(edit.text());
    }
    while (states.size() > 1) {
        QCOMPARE(edit.text(), states.takeLast());
        edit.undo();
    }
    QCOMPARE(edit.text(), states.first());
}

void tst_ExactTextEdit::draggedTextIsExact()
{
    const QString text = hostileBits.join(QString());
    Draggable from;
    from.setValue(text);
    from.selectAll();
    const std::unique_ptr<QMimeData> data(from.createMimeDataFromSelection());
    Draggable to;
    to.insertFromMimeData(data.get());
    QCOMPARE(to.value(), text);
}

void tst_ExactTextEdit::whatAnInputMethodCommitsIsExact()
{
    DescriptionEdit edit;
    QInputMethodEvent event;
    event.setCommitString(u"漢\r\n\u2029字\u00A0"_s);
    QApplication::sendEvent(&edit, &event);
    QCOMPARE(edit.value(), u"漢\r\n\u2029字\u00A0"_s);
}

void tst_ExactTextEdit::enterBreaksAsTheLinesAround_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("LF") << u"a\nb"_s << u"a\nb\n"_s;
    QTest::newRow("CRLF") << u"a\r\nb"_s << u"a\r\nb\r\n"_s;
    QTest::newRow("CR") << u"a\rb"_s << u"a\rb\r"_s;
    QTest::newRow("paragraph separator") << u"a\u2029b"_s << u"a\u2029b\n"_s;
    QTest::newRow("one line") << u"a"_s << u"a\n"_s;
    QTest::newRow("after an empty line") << u"a\r\n\r\n"_s << u"a\r\n\r\n\r\n"_s;
}

void tst_ExactTextEdit::enterBreaksAsTheLinesAround()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    for (const auto modifier : {Qt::NoModifier, Qt::ShiftModifier}) {
        DescriptionEdit edit;
        edit.setValue(text);
        edit.moveCursor(QTextCursor::End);
        QTest::keyClick(&edit, Qt::Key_Return, modifier);
        QCOMPARE(edit.value(), expected);
    }
}

void tst_ExactTextEdit::partOfAChangeKeepsTheRest_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("LF to CRLF") << u"a\nb"_s << u"a\r\nb"_s;
    QTest::newRow("CRLF to LF") << u"a\r\nb"_s << u"a\nb"_s;
    QTest::newRow("CRLF to CR") << u"a\r\nb"_s << u"a\rb"_s;
    QTest::newRow("CR to CRLF") << u"a\rb"_s << u"a\r\nb"_s;
    QTest::newRow("between CR and LF") << u"a\r\nb"_s << u"a\rx\nb"_s;
    QTest::newRow("CR and LF meet") << u"a\rx\nb"_s << u"a\r\nb"_s;
    QTest::newRow("behind CRLF") << u"a\r\n\r\nb"_s << u"a\r\nb"_s;
    QTest::newRow("only CR goes") << u"\r\n"_s << u"\n"_s;
    QTest::newRow("separators") << u"a\u2028b"_s << u"a\u2029b"_s;
}

void tst_ExactTextEdit::partOfAChangeKeepsTheRest()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    DescriptionEdit edit;
    edit.setValue(before);
    edit.setValue(after);
    QCOMPARE(edit.value(), after);
    edit.setValue(before);
    QCOMPARE(edit.value(), before);
}

void tst_ExactTextEdit::linesKeepEverything()
{
    const QString text = hostileBits.join(QString());
    LineEdit field;
    JsonCellEdit cell({}, nullptr);
    for (QLineEdit *line : std::initializer_list<QLineEdit *>{&field, &cell}) {
        line->clear();
        putOnClipboard(text);
        line->paste();
        QCOMPARE(line->text(), text);
        line->selectAll();
        putOnClipboard({});
        line->copy();
        QCOMPARE(clipboardText(), text);
        line->cut();
        QCOMPARE(line->text(), QString());
        line->undo();
        QCOMPARE(line->text(), text);
    }
    Droppable<LineEdit> target;
    QMimeData data;
    data.setText(text);
    QDropEvent drop({2, 2}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    target.dropEvent(&drop);
    QCOMPARE(target.text(), text);
}

void tst_ExactTextEdit::jsonTextKeepsEverything()
{
    QString text = hostileBits.join(QString());
    text.chop(text.size() - text.lastIndexOf(QChar(0xD83D))); // UTF-8 has no half characters
    text.remove(QChar(0));                                    // QScintilla copies no further
    text = u"\uFEFF"_s + text;
    Droppable<JsonTextEdit> edit;
    putOnClipboard(text);
    edit.paste();
    QCOMPARE(edit.bytes(), text.toUtf8());
    edit.selectAll();
    putOnClipboard({});
    edit.copy();
    QCOMPARE(clipboardText(), text);
    edit.cut();
    QCOMPARE(edit.bytes(), QByteArray());
    edit.paste();
    QCOMPARE(edit.bytes(), text.toUtf8());
    edit.selectAll();
    QTest::keyClick(&edit, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(edit.bytes(), text.toUtf8());
    edit.setBytes("{}", false);
    edit.resize(200, 100);
    edit.show();
    QMimeData data;
    data.setText(text);
    QDropEvent drop({2, 2}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    edit.dropEvent(&drop);
    QCOMPARE(edit.bytes().size(), text.toUtf8().size() + 2);
    QVERIFY(edit.bytes().contains(text.toUtf8()));
}

MODELSCRIBE_GUI_TEST(tst_ExactTextEdit)

} // namespace tst_exacttextedit

#include "tst_exacttextedit.moc"
