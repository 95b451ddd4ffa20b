// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/edit/accessibilityedit.h"
#include "ui/edit/descriptiondialog.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/fieldframe.h"
#include "ui/edit/suggestionedit.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/iconbutton.h"
#include "uitest.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPointer>
#include <QTest>
#include <QTextBrowser>

namespace tst_modelform {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! The form inside of its pane, on a session with the sample model.
class tst_ModelForm : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyRowHasAWidgetAndEveryWidgetARow();
    void showsTheValues();
    void typingReachesTheSession_data();
    void typingReachesTheSession();
    void changeIsSaidByBarWordsAndButton();
    void resetBringsTheOriginalBack();
    void problemWaitsUntilTheFieldIsLeft();
    void hopelessProblemIsSaidAtOnce();
    void shownProblemGoesWhenItIsMended();
    void problemMovesNoNeighbour();
    void suggestionsAreShownWhole();
    void cutTextOfALineSaysSo();
    void descriptionGrowsWithItsText();
    void descriptionOpensLargeWithAPreview();
    void warningIsNoError();
    void lineBreaksInANameAreNotSilent();
    void sizeSaysWhatIsSent();
    void otherSessionBringsItsOwnValues();
    void valueFromOutsideIsShown();
    void deletedSessionLeavesAnEmptyPane();
    void readOnlyModelCannotBeTypedInto();

private:
    QWidget *editor(const QString &key) const
    {
        return m_pane->findChild<QWidget *>(u"field_"_s + key);
    }
    QString shown(const QString &key) const
    {
        return editor(key)->metaObject()->userProperty().read(editor(key)).toString();
    }
    FieldFrame *frame(const QString &key) const
    {
        return m_pane->findChild<FieldFrame *>(u"frame_"_s + key);
    }
    IconButton *reset(const QString &key) const
    {
        return m_pane->findChild<IconButton *>(u"reset_"_s + key);
    }
    void retype(const QString &key, const QString &text)
    {
        editor(key)->setFocus();
        QTest::keyClick(editor(key), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(editor(key), Qt::Key_Delete);
        QTest::keyClicks(editor(key), text);
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->hide();
    }

    std::unique_ptr<EditSession> m_session;
    std::unique_ptr<EditorPane> m_pane;
};

void tst_ModelForm::init()
{
    m_session = std::make_unique<EditSession>(uitest::sampleModel());
    m_pane = std::make_unique<EditorPane>();
    m_pane->setSession(m_session.get());
    m_pane->resize(424, 720);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void tst_ModelForm::cleanup()
{
    m_pane.reset();
    m_session.reset();
}

void tst_ModelForm::everyRowHasAWidgetAndEveryWidgetARow()
{
    QStringList rows;
    for (const ModelField &field : modelFields) {
        rows.append(field.key);
        QVERIFY2(editor(field.key), field.key.data());
        QVERIFY2(frame(field.key), field.key.data());
        QCOMPARE(editor(field.key)->accessibleName(), field.labelText());
    }
    rows.append(u"Labels"_s);
    for (const QWidget *widget : m_pane->findChildren<QWidget *>()) {
        if (widget->objectName().startsWith("field_"_L1))
            QVERIFY2(rows.contains(widget->objectName().mid(6)), qPrintable(widget->objectName()));
    }
}

void tst_ModelForm::showsTheValues()
{
    for (const ModelField &field : modelFields)
        QCOMPARE(shown(field.key), m_session->value(field).text());
    QCOMPARE(m_session->changeCount(), 0); // showing is not editing
}

void tst_ModelForm::typingReachesTheSession_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("ModelName") << u"new-name"_s;
    QTest::newRow("ModelDescription") << u"New text"_s;
    QTest::newRow("Domain") << u"cv"_s;
    QTest::newRow("Task") << u"my own task"_s;
    QTest::newRow("ModelType") << u"LoRA"_s;
    QTest::newRow("Origin") << u"HuggingFace"_s;
    QTest::newRow("ParameterSize") << u"7B"_s;
    QTest::newRow("OrderNumber") << u"-12"_s;
    QTest::newRow("ModelDoc") << u"https://example.com/x"_s;
}

void tst_ModelForm::typingReachesTheSession()
{
    QFETCH(QString, text);
    const QString key = QString::fromLatin1(QTest::currentDataTag());
    retype(key, text);
    QCOMPARE(m_session->value(*findField(key)).text(), text);
    QCOMPARE(m_session->changeCount(), 1);
}

void tst_ModelForm::changeIsSaidByBarWordsAndButton()
{
    const auto *label = m_pane->findChild<QLabel *>(u"label_Task"_s);
    QCOMPARE(label->text(), u"Task"_s);
    QVERIFY(reset(u"Task"_s)->isHidden());
    retype(u"Task"_s, u"<b>x</b>"_s);
    QCOMPARE(label->text(), u"Task, changed"_s);
    QCOMPARE(label->property("role").toString(), u"changed"_s);
    QVERIFY(frame(u"Task"_s)->isChanged());
    QVERIFY(reset(u"Task"_s)->isVisible());
    QCOMPARE(reset(u"Task"_s)->accessibleName(), u"Reset Task"_s);
    QCOMPARE(reset(u"Task"_s)->toolTip(), u"Original: text-classification"_s);
    QVERIFY(editor(u"Task"_s)->accessibleDescription().contains(u"text-classification"_s));
    retype(u"Task"_s, u"text-classification"_s);
    QCOMPARE(label->text(), u"Task"_s);
    QVERIFY(reset(u"Task"_s)->isHidden());
}

void tst_ModelForm::resetBringsTheOriginalBack()
{
    retype(u"ModelName"_s, u"other"_s);
    reset(u"ModelName"_s)->click();
    QCOMPARE(shown(u"ModelName"_s), u"bert-zh-news"_s);
    QVERIFY(!m_session->isDirty());
    QVERIFY(editor(u"ModelName"_s)->hasFocus());
}

void tst_ModelForm::problemWaitsUntilTheFieldIsLeft()
{
    retype(u"OrderNumber"_s, u"-"_s);
    QCOMPARE(frame(u"OrderNumber"_s)->problemText(), QString());
    editor(u"ModelName"_s)->setFocus();
    QVERIFY(!frame(u"OrderNumber"_s)->problemText().isEmpty());
    QVERIFY(editor(u"OrderNumber"_s)
                ->accessibleDescription()
                .contains(frame(u"OrderNumber"_s)->problemText()));
    QCOMPARE(editor(u"OrderNumber"_s)->property("problem").toString(), u"true"_s);
}

void tst_ModelForm::hopelessProblemIsSaidAtOnce()
{
    retype(u"ModelDoc"_s, u"javascript:x"_s);
    QVERIFY(!frame(u"ModelDoc"_s)->problemText().isEmpty());
    retype(u"ModelName"_s, QString(128, u'a'));
    QVERIFY(frame(u"ModelName"_s)->problemText().contains(u"127"_s));
}

void tst_ModelForm::shownProblemGoesWhenItIsMended()
{
    retype(u"OrderNumber"_s, u"1x"_s);
    editor(u"ModelName"_s)->setFocus();
    QVERIFY(!frame(u"OrderNumber"_s)->problemText().isEmpty());
    retype(u"OrderNumber"_s, u"1"_s);
    QCOMPARE(frame(u"OrderNumber"_s)->problemText(), QString());
    QCOMPARE(editor(u"OrderNumber"_s)->property("problem").toString(), u"false"_s);
}

void tst_ModelForm::problemMovesNoNeighbour()
{
    const auto tops = [this] {
        QList<int> result;
        for (const QString &key : {u"ParameterSize"_s, u"OrderNumber"_s}) {
            result.append(editor(key)->mapTo(m_pane.get(), QPoint()).y());
            const auto *label = m_pane->findChild<QWidget *>(u"label_"_s + key);
            result.append(label->mapTo(m_pane.get(), QPoint()).y());
        }
        return result;
    };
    const QList<int> before = tops();
    retype(u"OrderNumber"_s, u"12abc"_s);
    editor(u"ModelName"_s)->setFocus();
    QVERIFY(!frame(u"OrderNumber"_s)->problemText().isEmpty());
    QTRY_VERIFY(frame(u"OrderNumber"_s)->height() > editor(u"OrderNumber"_s)->height() + 40);
    const QList<int> after = tops(); // the form may have been scrolled
    QCOMPARE(after[0], after[2]);
    QCOMPARE(after[1], after[3]);
    QCOMPARE(after[0] - after[1], before[0] - before[1]);
}

void tst_ModelForm::suggestionsAreShownWhole()
{
    auto *task = qobject_cast<SuggestionEdit *>(editor(u"Task"_s));
    task->setSuggestions([] {
        return QList<Suggestion>{{u"text-classification"_s, u"Text classification of documents"_s}};
    });
    task->setFocus();
    task->showAll();
    QWidget *popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    QVERIFY2(popup->width() > task->width() + 40, "a narrow field cuts what it offers");
    popup->hide();
}

void tst_ModelForm::cutTextOfALineSaysSo()
{
    // What is beyond "…" is not drawn: two values that differ only there look the same.
    auto *line = qobject_cast<LineEdit *>(editor(u"OrderNumber"_s));
    const QString begin = u"begins the same and goes on for longer than the line "_s;
    line->setValue(begin + u"a"_s);
    const QImage first = line->grab().toImage();
    line->setValue(begin + u"b"_s);
    QCOMPARE(line->grab().toImage(), first);
    line->setValue(u"begins"_s);
    const QImage shortOne = line->grab().toImage();
    QVERIFY(shortOne != first);
    // Blanks are not seen: what is beyond the text can only be the "…".
    line->setValue(u"begins"_s + QString(200, u' ') + u'a');
    QVERIFY(line->grab().toImage() != shortOne);
}

void tst_ModelForm::descriptionGrowsWithItsText()
{
    QWidget *description = editor(u"ModelDescription"_s);
    const auto setText = [this](const QString &text) {
        m_session->setValue(*findField(u"ModelDescription"), text);
        QCoreApplication::processEvents();
    };
    setText(u"one line"_s);
    QCOMPARE(description->height(), 68);
    setText(u"a line\n"_s.repeated(9));
    const int nine = description->height();
    QVERIFY(nine > 120);
    setText(u"a line\n"_s.repeated(900)); // half of what the form is scrolled in
    QVERIFY2(description->height() > nine,
             qPrintable(u"%1 %2 %3"_s.arg(description->height()).arg(nine).arg(m_pane->height())));
    QVERIFY(description->height() < m_pane->height() / 2);
    setText(u"one long line of words that goes on and on "_s.repeated(8));
    QVERIFY(description->height() > 68 && description->height() < nine + 40);
    setText({});
    QCOMPARE(description->height(), 68);
}

void tst_ModelForm::descriptionOpensLargeWithAPreview()
{
    editor(u"ModelDescription"_s)->setFocus();
    uitest::pressKey(*m_pane, Qt::Key_F11, Qt::ShiftModifier);
    const QPointer<DescriptionDialog> large = m_pane->findChild<DescriptionDialog *>();
    QVERIFY(large && large->isVisible());
    QCOMPARE(large->windowTitle(), u"Description"_s);
    QVERIFY(QTest::qWaitForWindowActive(large));
    QCOMPARE(large->textEdit().value(), m_session->edited().description);
    large->textEdit().selectAll();
    uitest::typeKeys(*large, u"**bold** <b>x"_s);
    QCOMPARE(m_session->edited().description, u"**bold** <b>x"_s); // with each key
    const auto *view = large->findChild<QTextBrowser *>();
    QTRY_COMPARE(view->toPlainText(), u"bold <b>x"_s);
    m_session->setValue(*findField(u"ModelDescription"), u"from elsewhere"_s);
    QCOMPARE(large->textEdit().value(), u"from elsewhere"_s);
    uitest::pressKey(*large, Qt::Key_Escape);
    QTRY_VERIFY(!large);
    QCOMPARE(m_session->edited().description, u"from elsewhere"_s);
}

void tst_ModelForm::warningIsNoError()
{
    retype(u"ParameterSize"_s, u"-5"_s);
    editor(u"ModelName"_s)->setFocus();
    QVERIFY(!frame(u"ParameterSize"_s)->problemText().isEmpty());
    QCOMPARE(editor(u"ParameterSize"_s)->property("problem").toString(), u"false"_s);
    QVERIFY(maySave(m_session->problems()));
}

void tst_ModelForm::lineBreaksInANameAreNotSilent()
{
    retype(u"ModelName"_s, {});
    QGuiApplication::clipboard()->setText(u"one\ntwo"_s);
    QTest::keyClick(editor(u"ModelName"_s), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_session->edited().name, u"one\ntwo"_s);
    QVERIFY2(frame(u"ModelName"_s)->problemText().contains(u"U+000A"_s),
             qPrintable(frame(u"ModelName"_s)->problemText()));
}

void tst_ModelForm::sizeSaysWhatIsSent()
{
    const auto *size = m_pane->findChild<LineEdit *>(u"field_ParameterSize"_s);
    QCOMPARE(size->hint(), u"means 110M"_s);
    retype(u"ParameterSize"_s, u"7B"_s);
    QCOMPARE(size->hint(), u"sends 7000"_s);
    retype(u"ParameterSize"_s, u"seven"_s);
    QCOMPARE(size->hint(), QString());
}

void tst_ModelForm::otherSessionBringsItsOwnValues()
{
    retype(u"ModelName"_s, u"edited"_s);
    RegisteredModel other;
    other.id = u"model-2"_s;
    other.metadata.name = u"second"_s;
    EditSession second(other);
    m_pane->setSession(&second);
    QCOMPARE(shown(u"ModelName"_s), u"second"_s);
    QCOMPARE(shown(u"Task"_s), QString());
    QVERIFY(!second.isDirty());
    QCOMPARE(m_session->edited().name, u"edited"_s);
    m_pane->setSession(m_session.get());
    QCOMPARE(shown(u"ModelName"_s), u"edited"_s);
    QVERIFY(frame(u"ModelName"_s)->isChanged());
}

void tst_ModelForm::valueFromOutsideIsShown()
{
    m_session->setValue(*findField(u"Task"), u"fill-mask"_s);
    QCOMPARE(shown(u"Task"_s), u"fill-mask"_s);
    m_session->revert();
    QCOMPARE(shown(u"Task"_s), u"text-classification"_s);
}

void tst_ModelForm::deletedSessionLeavesAnEmptyPane()
{
    m_session.reset();
    QVERIFY(!m_pane->session());
    QVERIFY(!editor(u"ModelName"_s)->isVisible());
    QCOMPARE(shown(u"ModelName"_s), QString());
}

void tst_ModelForm::readOnlyModelCannotBeTypedInto()
{
    RegisteredModel model = uitest::sampleModel();
    model.provider = u"pai"_s;
    EditSession session(model);
    m_pane->setSession(&session);
    for (const QString &key : {u"ModelName"_s, u"ModelDescription"_s, u"Task"_s, u"ModelDoc"_s})
        retype(key, u"x"_s);
    QVERIFY(!editor(u"Accessibility"_s)->focusProxy()->isEnabled());
    QVERIFY(!session.isDirty());
    for (const ModelField &field : modelFields)
        QCOMPARE(shown(field.key), session.value(field).text());
}

MODELSCRIBE_GUI_TEST(tst_ModelForm)

} // namespace tst_modelform

#include "tst_modelform.moc"
