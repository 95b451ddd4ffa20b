// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/profiles/copiedsecret.h"
#include "ui/profiles/secretedit.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QInputMethodQueryEvent>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tst_secretedit {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace std::chrono_literals;

namespace {

const QString secret = u"Xq7+zK9/wJ"_s;

//! What other programs would be told; as Qt wants a plain function, in a plain place.
QString told;

void listen(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::TextInserted)
        told += static_cast<QAccessibleTextInsertEvent *>(event)->textInserted();
    if (event->type() == QAccessible::TextRemoved)
        told += static_cast<QAccessibleTextRemoveEvent *>(event)->textRemoved();
    if (event->type() == QAccessible::TextUpdated) {
        const auto *updated = static_cast<QAccessibleTextUpdateEvent *>(event);
        told += updated->textRemoved() + updated->textInserted();
    }
}

bool hasAnyOf(const QString &text, const QString &characters)
{
    return std::ranges::any_of(characters, [&](QChar c) { return text.contains(c); });
}

} // namespace

class tst_SecretEdit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void isMaskedUntilItIsShown();
    void isMaskedAgain_data();
    void isMaskedAgain();
    void staysShownInItsGroup();
    void nothingCanBeUndone();
    void typingGoesOnWhereTheCursorIs();
    void isCopiedOnlyWhileItIsShown();
    void deletingCopiesNothing_data();
    void deletingCopiesNothing();
    void aCopyGoesAfterAWhile();
    void aCopyGoesWithTheProgram();
    void whatOthersCopyStays();
    void theMenuOffersWhatIsPossible();
    void inputMethodsLearnNothing_data();
    void inputMethodsLearnNothing();
    void screenReadersLearnNothing_data();
    void screenReadersLearnNothing();

private:
    QToolButton *reveal() { return m_edit->findChild<QToolButton *>(); }
    QMimeData *clipboard() const
    {
        return const_cast<QMimeData *>(QApplication::clipboard()->mimeData());
    }
    void type(const QString &text) { QTest::keyClicks(m_edit, text); }

    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_other = nullptr;
    SecretEdit *m_edit = nullptr;
};

void tst_SecretEdit::initTestCase()
{
    QAccessible::installUpdateHandler(listen); // where Qt's own would be
}

void tst_SecretEdit::init()
{
    m_window = std::make_unique<QWidget>();
    m_other = new QLineEdit;
    m_edit = new SecretEdit;
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(m_other);
    column->addWidget(m_edit);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_edit->setFocus();
    QApplication::clipboard()->setText(u"before"_s);
    told.clear();
}

void tst_SecretEdit::cleanup() { m_window.reset(); }

void tst_SecretEdit::isMaskedUntilItIsShown()
{
    type(secret);
    QCOMPARE(m_edit->echoMode(), QLineEdit::Password);
    QVERIFY(!m_edit->dragEnabled());
    m_other->setFocus();
    QTest::mouseClick(reveal(), Qt::LeftButton);
    QCOMPARE(m_edit->displayText(), secret);
    QVERIFY(m_edit->hasFocus());
    QTest::mouseClick(reveal(), Qt::LeftButton);
    QVERIFY(!hasAnyOf(m_edit->displayText(), secret));
    QCOMPARE(m_edit->text(), secret);
}

void tst_SecretEdit::isMaskedAgain_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"focus", "window", "hidden", "disabled", "time"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void tst_SecretEdit::isMaskedAgain()
{
    QFETCH(QString, how);
    type(secret);
    if (how == "time"_L1)
        m_edit->setPatience(20ms, 20ms);
    QTest::mouseClick(reveal(), Qt::LeftButton);
    QVERIFY(m_edit->isRevealed() && reveal()->isChecked());
    QWidget another;
    if (how == "focus"_L1)
        m_other->setFocus();
    if (how == "window"_L1) {
        another.show();
        another.activateWindow();
    }
    if (how == "hidden"_L1)
        m_window->hide();
    if (how == "disabled"_L1)
        m_edit->setEnabled(false);
    QTRY_VERIFY(!m_edit->isRevealed());
    QVERIFY(!reveal()->isChecked());
    QVERIFY(!hasAnyOf(m_edit->displayText(), secret));
}

void tst_SecretEdit::staysShownInItsGroup()
{
    type(secret);
    reveal()->setFocus();
    QTest::keyClick(reveal(), Qt::Key_Space);
    QVERIFY(m_edit->isRevealed());
    m_edit->setFocus();
    QVERIFY(m_edit->isRevealed());
    reveal()->setFocus();
    QVERIFY(m_edit->isRevealed());
}

void tst_SecretEdit::nothingCanBeUndone()
{
    type(u"first"_s);
    m_edit->selectAll();
    type(u"second"_s);
    const auto undo = [this] {
        QTest::keySequence(m_edit, QKeySequence::Undo);
        QTest::keySequence(m_edit, QKeySequence::Redo);
    };
    undo();
    QCOMPARE(m_edit->text(), u"second"_s);
    m_edit->setRevealed(true);
    undo();
    m_edit->undo();
    QCOMPARE(m_edit->text(), u"second"_s);
    QVERIFY(!m_edit->isUndoAvailable() && !m_edit->isRedoAvailable());
    m_edit->clear();
    m_edit->undo();
    QCOMPARE(m_edit->text(), QString());
    type(u"third"_s);
    m_edit->wipe();
    m_edit->undo();
    QCOMPARE(m_edit->text(), QString());
}

void tst_SecretEdit::typingGoesOnWhereTheCursorIs()
{
    const QSignalSpy changed(m_edit, &QLineEdit::textChanged);
    type(u"ad"_s);
    m_edit->setCursorPosition(1);
    type(u"bc"_s);
    QCOMPARE(m_edit->text(), u"abcd"_s);
    QCOMPARE(m_edit->cursorPosition(), 3);
    QTest::keyClick(m_edit, Qt::Key_Backspace);
    QCOMPARE(m_edit->text(), u"abd"_s);
    QCOMPARE(changed.size(), 5);
}

void tst_SecretEdit::isCopiedOnlyWhileItIsShown()
{
    type(secret);
    m_edit->selectAll();
    for (const auto key : {QKeySequence::Copy, QKeySequence::Cut})
        QTest::keySequence(m_edit, key);
    m_edit->copy();
    QCOMPARE(clipboard()->text(), u"before"_s);
    QCOMPARE(m_edit->text(), secret);
    m_edit->setRevealed(true);
    m_edit->deselect();
    QTest::keySequence(m_edit, QKeySequence::Cut);
    QCOMPARE(clipboard()->text(), u"before"_s);
    QTest::keySequence(m_edit, QKeySequence::Copy);
    QCOMPARE(clipboard()->text(), secret);
    QCOMPARE(clipboard()->data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
    m_edit->setSelection(0, 3);
    QTest::keySequence(m_edit, QKeySequence::Cut);
    QCOMPARE(clipboard()->text(), secret.first(3));
    QCOMPARE(m_edit->text(), secret.sliced(3));
}

void tst_SecretEdit::deletingCopiesNothing_data()
{
    QTest::addColumn<QKeySequence::StandardKey>("key");
    QTest::newRow("end of line") << QKeySequence::DeleteEndOfLine;
    QTest::newRow("line") << QKeySequence::DeleteCompleteLine;
}

void tst_SecretEdit::deletingCopiesNothing()
{
    QFETCH(QKeySequence::StandardKey, key);
    if (QKeySequence::keyBindings(key).isEmpty())
        QSKIP("this platform has no such key");
    type(secret);
    m_edit->setRevealed(true);
    m_edit->setCursorPosition(0);
    QTest::keySequence(m_edit, key);
    QCOMPARE(m_edit->text(), QString());
    QVERIFY(m_edit->isRevealed());
    QCOMPARE(clipboard()->text(), u"before"_s);
}

void tst_SecretEdit::aCopyGoesAfterAWhile()
{
    type(secret);
    m_edit->setPatience(SecretEdit::longestRevealed, 20ms);
    m_edit->setRevealed(true);
    QTest::keySequence(m_edit, QKeySequence::Copy);
    QCOMPARE(clipboard()->text(), secret);
    m_window.reset(); // whatever it was copied from
    QTRY_VERIFY(QApplication::clipboard()->text().isEmpty());
}

void tst_SecretEdit::aCopyGoesWithTheProgram()
{
    CopiedSecret::copy(secret, 1h);
    QCOMPARE(clipboard()->text(), secret);
    QVERIFY(QMetaObject::invokeMethod(qApp, "aboutToQuit"));
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

void tst_SecretEdit::whatOthersCopyStays()
{
    CopiedSecret::copy(secret, 20ms);
    QApplication::clipboard()->setText(secret); // the same, but somebody wanted it there
    QTest::qWait(0);
    QVERIFY(qApp->findChildren<CopiedSecret *>().isEmpty());
    QCOMPARE(clipboard()->text(), secret);
    // A second copy has its whole time.
    CopiedSecret::copy(u"first"_s, 20ms);
    CopiedSecret::copy(u"second"_s, 1h);
    QTest::qWait(0);
    QCOMPARE(qApp->findChildren<CopiedSecret *>().size(), 1);
    QCOMPARE(clipboard()->text(), u"second"_s);
}

void tst_SecretEdit::theMenuOffersWhatIsPossible()
{
    const auto possible = [this] {
        const QPoint place(3, 3);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, m_edit->mapToGlobal(place));
        QApplication::sendEvent(m_edit, &event);
        QStringList texts;
        for (QMenu *menu : m_edit->findChildren<QMenu *>()) {
            for (const QAction *action : menu->actions()) {
                if (action->isEnabled() && !action->isSeparator())
                    texts.append(action->text());
            }
            delete menu;
        }
        return texts;
    };
    QCOMPARE(possible(), QStringList{u"Paste"_s});
    type(secret);
    QCOMPARE(possible(), (QStringList{u"Show"_s, u"Paste"_s, u"Select all"_s}));
    m_edit->setRevealed(true);
    QCOMPARE(possible(), (QStringList{u"Hide"_s, u"Copy for 30 s"_s, u"Paste"_s, u"Select all"_s}));
    QVERIFY(m_edit->isRevealed());
}

void tst_SecretEdit::inputMethodsLearnNothing_data()
{
    QTest::addColumn<bool>("isRevealed");
    QTest::newRow("masked") << false;
    QTest::newRow("shown") << true;
}

void tst_SecretEdit::inputMethodsLearnNothing()
{
    QFETCH(bool, isRevealed);
    type(secret);
    m_edit->setRevealed(isRevealed);
    m_edit->setSelection(2, 4);
    const auto hints = Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText;
    QCOMPARE(m_edit->inputMethodHints() & hints, hints);
    for (const auto query : {Qt::ImSurroundingText, Qt::ImCurrentSelection, Qt::ImTextBeforeCursor,
                             Qt::ImTextAfterCursor}) {
        QInputMethodQueryEvent event(query);
        QApplication::sendEvent(m_edit, &event);
        QVERIFY(!hasAnyOf(event.value(query).toString(), secret));
        QVariant named;
        QVERIFY(QMetaObject::invokeMethod(m_edit, "inputMethodQuery", Q_RETURN_ARG(QVariant, named),
                                          Q_ARG(Qt::InputMethodQuery, query),
                                          Q_ARG(QVariant, QVariant())));
        QVERIFY(!hasAnyOf(named.toString(), secret));
    }
    QCOMPARE(m_edit->inputMethodQuery(Qt::ImSurroundingText).toString().size(), secret.size());
    QVERIFY(m_edit->inputMethodQuery(Qt::ImCursorRectangle).isValid());
}

void tst_SecretEdit::screenReadersLearnNothing_data() { inputMethodsLearnNothing_data(); }

void tst_SecretEdit::screenReadersLearnNothing()
{
    QFETCH(bool, isRevealed);
    // Offscreen nobody listens, so that Qt tells nothing; this is what it tells elsewhere.
    const QAccessible::UpdateHandler handler = QAccessible::installUpdateHandler(nullptr);
    QAccessible::installUpdateHandler(handler);
    const auto tellOf = [handler](QObject *edit) {
        told.clear();
        QAccessibleTextInsertEvent inserted(edit, 0, secret);
        QAccessibleTextRemoveEvent removed(edit, 0, secret);
        QAccessibleTextUpdateEvent updated(edit, 0, secret, secret + secret);
        for (QAccessibleEvent *event : QList<QAccessibleEvent *>{&inserted, &removed, &updated})
            handler(event);
        return told;
    };
    QCOMPARE(tellOf(m_other), secret.repeated(5));
    type(secret);
    m_edit->setRevealed(isRevealed);
    const QString ofSecret = tellOf(m_edit);
    QCOMPARE(ofSecret.size(), secret.size() * 5);
    QVERIFY2(!hasAnyOf(ofSecret, secret), qPrintable(ofSecret));

    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(m_edit);
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::EditableText);
    for (int part = QAccessible::Name; part <= QAccessible::DebugDescription; ++part)
        QVERIFY(!hasAnyOf(accessible->text(QAccessible::Text(part)), secret));
    if (auto *text = accessible->textInterface()) {
        QVERIFY(!hasAnyOf(text->text(0, text->characterCount()), secret));
        int start = 0;
        int end = 0;
        QVERIFY(!hasAnyOf(text->textAtOffset(1, QAccessible::WordBoundary, &start, &end), secret));
    }
    m_edit->setRevealed(false);
    QVERIFY2(QAccessible::queryAccessibleInterface(m_edit)->editableTextInterface(),
             "a masked one can be filled in from outside");
}

MODELSCRIBE_GUI_TEST(tst_SecretEdit)

} // namespace tst_secretedit

#include "tst_secretedit.moc"
