// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsoncompleter.h"
#include "ui/json/text/jsontextedit.h"

#include <QListView>
#include <QTest>

namespace tst_jsoncompleter {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonCompleter : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_text.reset(); }

    void controlSpaceOffersKeys();
    void enterTakesAKeyAndAddsTheColon();
    void tabTakesAValue();
    void escapeCloses();
    void typingOpensAndNarrows();
    void readOnlyTextOffersNothing();
    void longTextsAreLookedAtElsewhere();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_text.get(), key, modifiers);
    }
    void set(const QByteArray &text, qsizetype caret)
    {
        m_document->setBytes(text);
        m_text->goTo(caret);
    }
    QStringList rows() const
    {
        QStringList result;
        for (int row = 0; row < m_completer->list().model()->rowCount(); ++row)
            result.append(m_completer->list().model()->index(row, 0).data().toString());
        return result;
    }

    std::unique_ptr<JsonTextEdit> m_text;
    JsonDocument *m_document = nullptr;
    JsonCompleter *m_completer = nullptr;
};

void tst_JsonCompleter::init()
{
    m_text = std::make_unique<JsonTextEdit>();
    m_document = new JsonDocument(*m_text, m_text.get());
    m_completer = new JsonCompleter(*m_document);
    const auto schema = JsonSchema::fromText(R"({"type":"object","properties":{
        "Rating":{"type":"number","description":"0 to 5"},
        "Kind":{"enum":["LoRA","Checkpoint"]}}})");
    QVERIFY(schema);
    m_document->setSchema(*schema);
    m_text->resize(600, 300);
    m_text->show();
    QVERIFY(QTest::qWaitForWindowActive(m_text.get()));
    m_text->setFocus();
}

void tst_JsonCompleter::controlSpaceOffersKeys()
{
    set("{}", 1);
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(m_completer->isOpen());
    QVERIFY(m_text->hasFocus());
    QCOMPARE(rows(), (QStringList{u"Rating"_s, u"Kind"_s}));
    const QString spoken =
        m_completer->list().model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith("Rating, "_L1) && spoken.contains("0 to 5"_L1), qPrintable(spoken));
    QCOMPARE(m_document->bytes(), "{}");
}

void tst_JsonCompleter::enterTakesAKeyAndAddsTheColon()
{
    set("{}", 1);
    press(Qt::Key_Space, Qt::ControlModifier);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(m_document->bytes(), "{\"Kind\": }");
    QCOMPARE(m_text->caret(), 9);
    QVERIFY(!m_completer->isOpen());
    m_text->undo();
    QCOMPARE(m_document->bytes(), "{}");
    set("{\"\" : 1}", 2);
    press(Qt::Key_Space, Qt::ControlModifier);
    press(Qt::Key_Return);
    QCOMPARE(m_document->bytes(), "{\"Rating\" : 1}");
}

void tst_JsonCompleter::tabTakesAValue()
{
    set("{\"Kind\": }", 9);
    press(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(rows().size(), 2);
    press(Qt::Key_Tab);
    QCOMPARE(m_document->bytes(), "{\"Kind\": \"LoRA\"}");
}

void tst_JsonCompleter::escapeCloses()
{
    set("{}", 1);
    press(Qt::Key_Space, Qt::ControlModifier);
    press(Qt::Key_Escape);
    QVERIFY(!m_completer->isOpen());
    QVERIFY(m_text->hasFocus());
    QCOMPARE(m_document->bytes(), "{}");
}

void tst_JsonCompleter::typingOpensAndNarrows()
{
    set("{}", 1);
    QTest::keyClicks(m_text.get(), u"\""_s);
    QTRY_VERIFY(m_completer->isOpen());
    QTest::keyClicks(m_text.get(), u"Rat"_s);
    QTRY_COMPARE(rows(), QStringList{u"Rating"_s});
    QVERIFY(m_completer->isOpen());
    QTest::keyClicks(m_text.get(), u"zz"_s);
    QTRY_VERIFY(!m_completer->isOpen());
}

void tst_JsonCompleter::readOnlyTextOffersNothing()
{
    set("{}", 1);
    m_text->setReadOnly(true);
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(!m_completer->isOpen());
}

void tst_JsonCompleter::longTextsAreLookedAtElsewhere()
{
    const QByteArray text = "{\"x\":\"" + QByteArray(2 * JsonCompleter::completeHereLimit, 'x')
                            + "\", }";
    set(text, text.size() - 1);
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(!m_completer->isOpen());
    QTRY_VERIFY(m_completer->isOpen());
    press(Qt::Key_Return);
    QVERIFY(m_document->bytes().endsWith("\"Rating\": }"));
}

MODELSCRIBE_GUI_TEST(tst_JsonCompleter)

} // namespace tst_jsoncompleter

#include "tst_jsoncompleter.moc"
