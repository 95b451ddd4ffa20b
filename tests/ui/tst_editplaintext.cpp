// SPDX-License-Identifier: GPL-3.0-or-later
//! Content of others is shown as text everywhere in the editor and its dialogs, and everything a
//! person can act on has a name of its own.
#include "session/workbench.h"
#include "testclass.h"
#include "ui/edit/deletedialog.h"
#include "ui/edit/editorpane.h"
#include "ui/review/reviewdialog.h"
#include "ui/widgets/theme.h"
#include "uitest.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>

namespace tst_editplaintext {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

const QString evil = u"<img src='http://127.0.0.1/x'><b>x</b>\u202Eend"_s;

RegisteredModel evilModel()
{
    RegisteredModel model = uitest::sampleModel();
    model.id = u"model-<b>"_s;
    model.ownerId = model.userId = model.workspaceId = model.created = evil;
    model.latestVersionName = evil;
    model.latestVersion = JsonText(evil.toUtf8());
    model.unknown = {{evil, JsonText(evil.toUtf8())}};
    for (const ModelField &field : modelFields)
        field.write(model.metadata, evil);
    model.metadata.extraInfo = JsonText("{\"a\":\"<b>x</b>\"}");
    model.metadata.labels = {{evil, evil}};
    return model;
}

void checkTexts(const QWidget &window)
{
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        const QByteArray what = label->objectName().toUtf8() + ": " + label->text().toUtf8();
        QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                 what.constData());
        QVERIFY2(!label->text().contains(u'\u202E'), what.constData());
    }
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const QString tip = widget->toolTip();
        QVERIFY2(!tip.contains("<img"_L1) && !tip.contains(u'\u202E'), qPrintable(tip));
        QVERIFY2(!Qt::mightBeRichText(tip) || tip.contains("&lt;"_L1), qPrintable(tip));
    }
}

bool isActionable(const QWidget &widget)
{
    if (widget.isHidden() || widget.objectName().startsWith("qt_"_L1))
        return false;
    return qobject_cast<const QAbstractButton *>(&widget)
           || qobject_cast<const QLineEdit *>(&widget)
           || qobject_cast<const QPlainTextEdit *>(&widget)
           || qobject_cast<const QTabBar *>(&widget) || widget.objectName().startsWith("field_"_L1);
}

void checkNames(const QWidget &window)
{
    QHash<QString, const QWidget *> names;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!isActionable(*widget))
            continue;
        const QString name = widget->accessibleName();
        const QString what = QString::fromLatin1(widget->parentWidget()->metaObject()->className())
                             + u' ' + QString::fromLatin1(widget->metaObject()->className()) + u' '
                             + widget->objectName() + u" \""_s + name + u'"';
        QVERIFY2(!name.isEmpty(), qPrintable(what));
        QVERIFY2(!names.contains(name), qPrintable(what));
        names.insert(name, widget);
        // A tool button shows a symbol at most, such as "Aa".
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
            button && !button->text().isEmpty() && !qobject_cast<const QToolButton *>(widget))
            QCOMPARE(name, QString(button->text()).replace("&&"_L1, "&"_L1));
    }
    QVERIFY(!names.isEmpty());
}

} // namespace

class tst_EditPlainText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Theme::install(*qApp); }
    void paneShowsText();
    void reviewShowsText();
    void otherDialogsShowText();
    void namesInThePaneAreUnique_data();
    void namesInThePaneAreUnique();
    void namesInTheDialogsAreUnique();
};

void tst_EditPlainText::paneShowsText()
{
    EditSession session(evilModel());
    EditorPane pane;
    pane.setSession(&session);
    pane.show();
    checkTexts(pane);
    for (const ModelField &field : modelFields)
        session.setValue(field, u"<u>changed</u>\u202E"_s);
    session.setLabels({{evil + u'2', u"a,b"_s}});
    pane.showFirstProblem();
    pane.strip().show(MessageStrip::Kind::Error, u"<b>x</b>"_s);
    checkTexts(pane);
}

void tst_EditPlainText::reviewShowsText()
{
    Workbench workbench;
    EditSession session(evilModel());
    session.setValue(*findField(u"ModelName"), u"<u>changed</u>\u202E"_s);
    session.setLabels({{u"<i>"_s, u"<script>"_s}});
    const auto plan = SavePlan::make(session.base(), session.edited(), u"1"_s);
    QVERIFY(plan);
    ReviewDialog dialog(workbench, session, *plan);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    checkTexts(dialog);
    SaveOutcome outcome{.result = SaveOutcome::Result::Failed, .plan = *plan};
    outcome.error = Error{.detail = evil, .code = evil, .message = evil, .requestId = evil};
    dialog.showOutcome(outcome);
    checkTexts(dialog);
    outcome.result = SaveOutcome::Result::Conflict;
    outcome.now = evilModel();
    dialog.showOutcome(outcome);
    checkTexts(dialog);
}

void tst_EditPlainText::otherDialogsShowText()
{
    DeleteDialog dialog(evilModel());
    checkTexts(dialog);
    QCOMPARE(dialog.textFormat(), Qt::PlainText);
}

void tst_EditPlainText::namesInThePaneAreUnique_data()
{
    QTest::addColumn<int>("tab");
    QTest::newRow("details") << int(EditorPane::DetailsTab);
    QTest::newRow("extra info") << int(EditorPane::ExtraInfoTab);
    QTest::newRow("labels") << int(EditorPane::LabelsTab);
}

void tst_EditPlainText::namesInThePaneAreUnique()
{
    QFETCH(int, tab);
    EditSession session(uitest::sampleModel());
    EditorPane pane;
    pane.setBackVisible(true);
    pane.setSession(&session);
    pane.setCurrentTab(EditorPane::Tab(tab));
    pane.show();
    checkNames(pane);
    for (const ModelField &field : modelFields) // every reset button shows
        session.setValue(field, u"x"_s);
    session.setLabels({});
    pane.strip().show(MessageStrip::Kind::Error, u"Message."_s, u"Do it"_s);
    checkNames(pane);
}

void tst_EditPlainText::namesInTheDialogsAreUnique()
{
    Workbench workbench;
    EditSession session(uitest::sampleModel());
    session.setValue(*findField(u"Task"), u"x"_s);
    session.setLabels({});
    const auto plan = SavePlan::make(session.base(), session.edited(), u"1"_s);
    ReviewDialog review(workbench, session, *plan);
    review.setAttribute(Qt::WA_DeleteOnClose, false);
    review.show();
    checkNames(review);
    QCOMPARE(review.windowTitle(), u"Review changes"_s);
    EditorPane fresh;
    fresh.setSession(EditSession::forNewModel(u"1"_s, &workbench));
    fresh.show();
    checkNames(fresh);
}

MODELSCRIBE_GUI_TEST(tst_EditPlainText)

} // namespace tst_editplaintext

#include "tst_editplaintext.moc"
