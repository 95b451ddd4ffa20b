// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tasksuggestions.h"
#include "testclass.h"
#include "ui/edit/accessibilityedit.h"
#include "ui/edit/documentedit.h"
#include "ui/edit/suggestionedit.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/linkstrip.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_fieldeditors {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_FieldEditors : public QObject
{
    Q_OBJECT

private slots:
    void lineKeepsEveryCodePoint_data();
    void lineKeepsEveryCodePoint();
    void rightToLeftTextStandsInItsDirection_data();
    void rightToLeftTextStandsInItsDirection();
    void longValueIsShownWhole();
    void tooLongPasteIsCutWithAWord();
    void descriptionGivesBackWhatItGot_data();
    void descriptionGivesBackWhatItGot();
    void descriptionKeepsRareCharactersWhenEdited();
    void descriptionKeepsWindowsLineEndsWhenEdited();
    void descriptionPasteIsCappedAndPlain();
    void tabLeavesTheDescription();
    void typedTextWinsOverSuggestions();
    void suggestionsAreFoundByPartsAndTitles();
    void chosenSuggestionCanBeUndone();
    void suggestionsAreAskedForOnceAVisit();
    void wheelChangesNoSuggestionField();
    void tasksOfTheDomainComeFirst();
    void accessibilityKeepsAnUnknownValue();
    void accessibilityIsChosenByKeyboard();
    void onlyWebAddressesAreOpened_data();
    void onlyWebAddressesAreOpened();
    void openingShowsTheHostFirst();
};

void tst_FieldEditors::lineKeepsEveryCodePoint_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"bert-zh"_s;
    QTest::newRow("emoji and family") << u"🤖👨‍👩‍👧"_s;
    QTest::newRow("bidi") << u"a\u202Eb\u2066c"_s;
    QTest::newRow("zero width") << u"a\u200Bb\uFEFFc"_s;
    QTest::newRow("control") << u"a\u0007b\u001Bc"_s;
    QTest::newRow("line breaks") << u"one\ntwo\r\nthree"_s;
    QTest::newRow("combining") << u"e\u0301\u0302\u0303"_s;
    QTest::newRow("html") << u"<img src=x onerror=alert(1)>&lt;"_s;
    QTest::newRow("no-break space") << u"a\u00A0b"_s;
    QTest::newRow("NUL") << u"a\0b"_s;
}

void tst_FieldEditors::lineKeepsEveryCodePoint()
{
    QFETCH(QString, text);
    LineEdit edit;
    edit.setValue(text);
    QCOMPARE(edit.text(), text);
    QTest::keyClick(&edit, Qt::Key_End);
    QTest::keyClicks(&edit, u"x"_s);
    QCOMPARE(edit.text(), text + u'x');
    edit.clear();
    QGuiApplication::clipboard()->setText(text);
    QTest::keyClick(&edit, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(edit.text(), QGuiApplication::clipboard()->text());
}

void tst_FieldEditors::rightToLeftTextStandsInItsDirection_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFromTheRight");
    QTest::newRow("Arabic") << u"نموذج اللغة العربية"_s << true;
    QTest::newRow("Hebrew") << u"מודל שפה bert-he"_s << true;
    QTest::newRow("English") << u"bert-zh-news"_s << false;
}

//! Typed at its end, kept as it is, and begun at the side where it is read from.
void tst_FieldEditors::rightToLeftTextStandsInItsDirection()
{
    QFETCH(QString, text);
    QFETCH(bool, isFromTheRight);
    LineEdit line;
    DescriptionEdit description;
    for (QWidget *editor : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&description)}) {
        editor->resize(600, 80);
        editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(editor));
        QInputMethodEvent typed; // such letters come this way
        typed.setCommitString(text);
        QCoreApplication::sendEvent(editor, &typed);
        QTest::keyClick(editor, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(editor, Qt::Key_Home);
        editor->grab(); // scrolls to where the text is
        const QRect cursor = editor->inputMethodQuery(Qt::ImCursorRectangle).toRect();
        QCOMPARE(cursor.center().x() > editor->width() / 2, isFromTheRight);
    }
    QCOMPARE(line.text(), text);
    QCOMPARE(description.value(), text);
}

void tst_FieldEditors::longValueIsShownWhole()
{
    LineEdit edit;
    const QString text(LineEdit::inputLimit + 1000, u'a');
    edit.setValue(text);
    QCOMPARE(edit.text(), text);
}

void tst_FieldEditors::tooLongPasteIsCutWithAWord()
{
    LineEdit edit;
    const QSignalSpy cut(&edit, &LineEdit::inputCut);
    QGuiApplication::clipboard()->setText(QString(LineEdit::inputLimit, u'a'));
    edit.paste();
    QCOMPARE(cut.size(), 0);
    edit.clear();
    QGuiApplication::clipboard()->setText(QString(2 * LineEdit::inputLimit, u'a'));
    edit.paste();
    QCOMPARE(edit.text().size(), LineEdit::inputLimit);
    QCOMPARE(cut.size(), 1);
}

void tst_FieldEditors::descriptionGivesBackWhatItGot_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("CRLF") << u"a\r\nb\r\n"_s;
    QTest::newRow("lone CR") << u"a\rb"_s;
    QTest::newRow("mixed") << u"a\r\nb\nc\rd"_s;
    QTest::newRow("no-break space") << u"a\u00A0b"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029c"_s;
    QTest::newRow("trailing blanks") << u"a  \n\n\n"_s;
    QTest::newRow("html") << u"<b>not bold</b>"_s;
    QTest::newRow("empty") << QString();
}

void tst_FieldEditors::descriptionGivesBackWhatItGot()
{
    QFETCH(QString, text);
    DescriptionEdit edit;
    edit.setValue(u"before"_s);
    edit.setValue(text);
    QCOMPARE(edit.value(), text);
    QTest::keyClicks(&edit, u"x"_s);
    QVERIFY(edit.value() != text);
    edit.undo();
    QCOMPARE(edit.value(), text);
}

void tst_FieldEditors::descriptionKeepsRareCharactersWhenEdited()
{
    DescriptionEdit edit;
    edit.setValue(u"a\u00A0b\u200D🤖"_s);
    edit.moveCursor(QTextCursor::End);
    QTest::keyClicks(&edit, u"x"_s);
    QCOMPARE(edit.value(), u"a\u00A0b\u200D🤖x"_s);
}

void tst_FieldEditors::descriptionKeepsWindowsLineEndsWhenEdited()
{
    DescriptionEdit edit;
    edit.setValue(u"a\r\nb"_s);
    edit.moveCursor(QTextCursor::End);
    QTest::keyClicks(&edit, u"x"_s);
    QCOMPARE(edit.value(), u"a\r\nbx"_s);
}

void tst_FieldEditors::descriptionPasteIsCappedAndPlain()
{
    DescriptionEdit edit;
    const QSignalSpy cut(&edit, &DescriptionEdit::inputCut);
    auto *html = new QMimeData;
    html->setHtml(u"<b>bold</b>"_s);
    html->setText(u"plain"_s);
    QGuiApplication::clipboard()->setMimeData(html);
    edit.paste();
    QCOMPARE(edit.value(), u"plain"_s);
    edit.selectAll();
    QGuiApplication::clipboard()->setText(QString(DescriptionEdit::pasteLimit + 1, u'a'));
    edit.paste();
    QCOMPARE(edit.value().size(), DescriptionEdit::pasteLimit);
    QCOMPARE(cut.size(), 1);
}

void tst_FieldEditors::tabLeavesTheDescription()
{
    QWidget window;
    DescriptionEdit edit;
    edit.setParent(&window);
    LineEdit next(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    edit.setFocus();
    QTest::keyClick(&edit, Qt::Key_Tab);
    QCOMPARE(edit.value(), QString());
    QVERIFY(next.hasFocus());
}

void tst_FieldEditors::typedTextWinsOverSuggestions()
{
    QWidget window;
    SuggestionEdit edit(&window);
    LineEdit other(&window);
    edit.setSuggestions([] { return QList<Suggestion>{{u"nlp"_s, u"Language"_s}}; });
    window.show();
    edit.setFocus();
    QTest::keyClicks(&edit, u"NLP"_s);
    other.setFocus();
    QCOMPARE(edit.text(), u"NLP"_s);
}

void tst_FieldEditors::suggestionsAreFoundByPartsAndTitles()
{
    SuggestionEdit edit;
    edit.setSuggestions([] {
        return QList<Suggestion>{{u"text-generation"_s, u"文本生成"_s}, {u"fill-mask"_s, {}}};
    });
    edit.show();
    edit.setFocus();
    QTest::keyClicks(&edit, u"GENER"_s);
    auto *popup = edit.findChild<QAbstractItemView *>();
    if (!popup) // it is a window of its own
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->isVisible())
                popup = view;
    QVERIFY(popup && popup->isVisible());
    QCOMPARE(popup->model()->rowCount(), 1);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(edit.text(), u"text-generation"_s);
    edit.clear();
    QInputMethodEvent chinese; // keyClicks() knows Latin only
    chinese.setCommitString(u"生成"_s);
    QApplication::sendEvent(&edit, &chinese);
    QCOMPARE(popup->model()->rowCount(), 1);
    popup->hide();
}

void tst_FieldEditors::chosenSuggestionCanBeUndone()
{
    SuggestionEdit edit;
    edit.setSuggestions([] { return QList<Suggestion>{{u"LoRA"_s, {}}}; });
    edit.show();
    edit.setFocus();
    QTest::keyClicks(&edit, u"Lo"_s);
    QWidget *popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(edit.text(), u"LoRA"_s);
    edit.undo();
    QCOMPARE(edit.text(), u"Lo"_s);
}

void tst_FieldEditors::suggestionsAreAskedForOnceAVisit()
{
    int asked = 0;
    SuggestionEdit edit;
    edit.setSuggestions([&asked] {
        ++asked;
        return QList<Suggestion>{{u"LoRA"_s, {}}};
    });
    edit.show();
    edit.setFocus();
    QCOMPARE(asked, 0);
    QTest::keyClicks(&edit, u"abc"_s);
    edit.showAll();
    QCOMPARE(asked, 1);
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->hide();
}

void tst_FieldEditors::wheelChangesNoSuggestionField()
{
    SuggestionEdit edit;
    edit.setSuggestions([] { return QList<Suggestion>{{u"a"_s, {}}, {u"b"_s, {}}}; });
    edit.setValue(u"a"_s);
    edit.show();
    const QPointF middle = edit.rect().center();
    QWheelEvent wheel(middle, edit.mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&edit, &wheel);
    QCOMPARE(edit.text(), u"a"_s);
}

void tst_FieldEditors::tasksOfTheDomainComeFirst()
{
    const TaskSuggestions english(false);
    QVERIFY(english.domains().contains(Suggestion{u"nlp"_s, u"Natural Language Processing"_s}));
    const TaskSuggestions chinese(true);
    QVERIFY(chinese.domains().contains(Suggestion{u"nlp"_s, u"自然语言处理"_s}));
    const auto all = english.tasks({});
    const auto audio = english.tasks(u"audio"_s);
    QCOMPARE(audio.size(), all.size());
    QVERIFY(audio.first() != all.first());
    const auto merged = withValuesInUse({{u"a"_s, {}}}, {u"b"_s, u"a"_s, QString(), u"b"_s});
    QCOMPARE(merged, (QList<Suggestion>{{u"a"_s, {}}, {u"b"_s, {}}}));
}

void tst_FieldEditors::accessibilityKeepsAnUnknownValue()
{
    AccessibilityEdit edit;
    edit.setValue(u"SECRET"_s);
    QCOMPARE(edit.value(), u"SECRET"_s);
    for (const auto *button : edit.findChildren<QPushButton *>())
        QVERIFY(!button->isChecked());
    QVERIFY(edit.accessibleDescription().contains(u"SECRET"_s));
}

void tst_FieldEditors::accessibilityIsChosenByKeyboard()
{
    AccessibilityEdit edit;
    edit.setValue(u"PRIVATE"_s);
    const QSignalSpy changes(&edit, &AccessibilityEdit::valueChanged);
    for (auto *button : edit.findChildren<QPushButton *>())
        if (button->accessibleName() == "Public"_L1)
            QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(edit.value(), u"PUBLIC"_s);
    QCOMPARE(changes.size(), 1);
}

void tst_FieldEditors::onlyWebAddressesAreOpened_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("opens");
    QTest::newRow("https") << u"https://example.com/a.md"_s << true;
    QTest::newRow("http") << u"http://example.com"_s << true;
    QTest::newRow("oss") << u"oss://bucket/key"_s << false;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("smb") << u"smb://host/share"_s << false;
    QTest::newRow("no host") << u"https:///path"_s << false;
    QTest::newRow("word") << u"readme"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void tst_FieldEditors::onlyWebAddressesAreOpened()
{
    QFETCH(QString, text);
    QFETCH(bool, opens);
    QCOMPARE(LinkStrip::webAddress(text).isValid(), opens);
    DocumentEdit edit;
    bool opened = false;
    edit.setOpener([&opened](const QUrl &) { opened = true; });
    edit.setValue(text);
    edit.askToOpen();
    QCOMPARE(edit.findChild<QMessageBox *>() != nullptr, opens);
    QVERIFY(!opened); // not before the person agreed
}

void tst_FieldEditors::openingShowsTheHostFirst()
{
    DocumentEdit edit;
    QUrl opened;
    edit.setOpener([&opened](const QUrl &url) { opened = url; });
    edit.setValue(u"https://good.example@ex\u0430mple.com/b"_s); // a Cyrillic letter
    edit.askToOpen();
    auto *box = edit.findChild<QMessageBox *>();
    QVERIFY(box);
    for (const auto *label : box->findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
    QVERIFY2(box->text().contains(u"xn--"_s), qPrintable(box->text()));
    QVERIFY(!box->text().contains(u"good.example"_s));
    for (auto *button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    QCOMPARE(opened.host(QUrl::FullyEncoded), u"xn--exmple-4nf.com"_s);
}

MODELSCRIBE_GUI_TEST(tst_FieldEditors)

} // namespace tst_fieldeditors

#include "tst_fieldeditors.moc"
