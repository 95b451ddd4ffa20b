// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/edit/editorpane.h"
#include "ui/widgets/steadyfocus.h"
#include "uitest.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

namespace tst_steadyfocus {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! The focus never lands by itself where the next key does something.
class tst_SteadyFocus : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void buttonThatGoesAway_data();
    void buttonThatGoesAway();
    void cursorStaysWhereItWas();
    void withoutAPlaceBeforeTheHomeHasIt();
    void whoeverSetsTheFocusIsRight();
    void tabNeverMeetsAResetButton();
    void aKeyResetsTheField();

private:
    std::unique_ptr<QWidget> m_window;
    QListWidget *m_list = nullptr;
    QLineEdit *m_line = nullptr;
    QPushButton *m_button = nullptr;
    QLineEdit *m_next = nullptr; //!< What Qt goes on to.
};

void tst_SteadyFocus::init()
{
    m_window = std::make_unique<QWidget>();
    new SteadyFocus(m_window.get());
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(m_list = new QListWidget);
    column->addWidget(m_line = new QLineEdit(u"before"_s));
    column->addWidget(m_button = new QPushButton(u"Cancel loading"_s));
    column->addWidget(m_next = new QLineEdit(u"bert-zh-news"_s));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_SteadyFocus::cleanup() { m_window.reset(); }

void tst_SteadyFocus::buttonThatGoesAway_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("hidden") << 0;
    QTest::newRow("disabled") << 1;
    QTest::newRow("hidden with what is around it") << 2;
    QTest::newRow("deleted") << 3;
}

void tst_SteadyFocus::buttonThatGoesAway()
{
    QFETCH(int, how);
    auto *strip = new QWidget;
    auto *row = new QVBoxLayout(strip);
    auto *button = new QPushButton(u"Undo"_s);
    row->addWidget(button);
    qobject_cast<QVBoxLayout *>(m_window->layout())->insertWidget(2, strip);
    connect(button, &QPushButton::clicked, this, [&] {
        switch (how) {
        case 0: return button->hide();
        case 1: return button->setEnabled(false);
        case 2: return strip->hide();
        default: return button->deleteLater();
        }
    });
    QApplication::processEvents();
    m_list->setFocus();
    button->setFocus(Qt::TabFocusReason);
    uitest::pressKey(*m_window, Qt::Key_Space);
    QTRY_COMPARE(QApplication::focusWidget(), m_list);
    uitest::typeKeys(*m_window, u"x"_s);
    QCOMPARE(m_next->text(), u"bert-zh-news"_s);
    QCOMPARE(m_line->text(), u"before"_s);
}

void tst_SteadyFocus::cursorStaysWhereItWas()
{
    connect(m_button, &QPushButton::clicked, m_button, &QWidget::hide);
    m_line->setFocus();
    m_line->setCursorPosition(2);
    m_button->setFocus(Qt::TabFocusReason);
    uitest::pressKey(*m_window, Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), m_line);
    uitest::typeKeys(*m_window, u"X"_s);
    QCOMPARE(m_line->text(), u"beXfore"_s);
    QCOMPARE(m_next->selectedText(), QString());
}

void tst_SteadyFocus::withoutAPlaceBeforeTheHomeHasIt()
{
    SteadyFocus::setHome(*m_window, *m_list);
    connect(m_button, &QPushButton::clicked, m_button, [this] {
        m_line->hide();
        m_button->hide();
    });
    m_line->setFocus();
    m_button->setFocus(Qt::TabFocusReason);
    uitest::pressKey(*m_window, Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), m_list);
}

void tst_SteadyFocus::whoeverSetsTheFocusIsRight()
{
    connect(m_button, &QPushButton::clicked, m_button, [this] {
        m_button->hide();
        m_next->setFocus();
    });
    m_list->setFocus();
    m_button->setFocus(Qt::TabFocusReason);
    uitest::pressKey(*m_window, Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), m_next);
}

void tst_SteadyFocus::tabNeverMeetsAResetButton()
{
    EditSession session(uitest::sampleModel());
    EditorPane pane;
    pane.resize(424, 720);
    pane.setSession(&session);
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    ModelMetadata changed = session.edited();
    changed.name = u"a"_s;
    changed.description = u"b"_s;
    changed.domain = u"c"_s;
    changed.task = u"d"_s;
    changed.parameterSize = u"7"_s;
    changed.labels.clear();
    session.apply(changed);
    for (int tab = 0; tab < 3; ++tab) {
        pane.setCurrentTab(EditorPane::Tab(tab));
        pane.findChild<QWidget *>(u"tabs"_s)->setFocus();
        const QWidget *first = QApplication::focusWidget();
        for (int step = 0; step < 60; ++step) {
            uitest::pressKey(pane, Qt::Key_Tab);
            const QWidget *focus = QApplication::focusWidget();
            QVERIFY2(!focus->objectName().startsWith("reset_"_L1), qPrintable(focus->objectName()));
            if (focus == first)
                break;
        }
    }
}

void tst_SteadyFocus::aKeyResetsTheField()
{
    EditSession session(uitest::sampleModel());
    EditorPane pane;
    pane.setSession(&session);
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    auto *name = pane.findChild<QLineEdit *>(u"field_ModelName"_s);
    name->setFocus();
    uitest::typeKeys(pane, u"abc"_s);
    pane.findChild<QLineEdit *>(u"field_Domain"_s)->setFocus();
    pane.resetField(); // of a field that is not changed: nothing
    QVERIFY(session.isDirty());
    name->setFocus();
    pane.resetField();
    QVERIFY(!session.isDirty());
    QVERIFY(name->hasFocus());
}

MODELSCRIBE_GUI_TEST(tst_SteadyFocus)

} // namespace tst_steadyfocus

#include "tst_steadyfocus.moc"
