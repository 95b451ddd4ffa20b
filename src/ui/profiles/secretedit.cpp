// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/secretedit.h"

#include "core/wipe.h"
#include "ui/profiles/copiedsecret.h"
#include "ui/profiles/secretaccess.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr Qt::InputMethodHints secretHints = Qt::ImhHiddenText | Qt::ImhSensitiveData
                                             | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase;

constexpr auto undoKeys = std::array{QKeySequence::Undo, QKeySequence::Redo};
constexpr auto copyKeys = std::array{QKeySequence::Copy, QKeySequence::Cut};
//! These copy what they delete.
constexpr auto deleteKeys = std::array{QKeySequence::DeleteEndOfLine,
                                       QKeySequence::DeleteCompleteLine};

template<size_t Count>
bool isOneOf(const std::array<QKeySequence::StandardKey, Count> &keys, const QKeyEvent &event)
{
    return std::ranges::any_of(keys, [&](auto key) { return event.matches(key); });
}

} // namespace

SecretEdit::SecretEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_reveal(new QToolButton(this))
    , m_copiedFor(CopiedSecret::lifetime)
{
    setEcho(QLineEdit::Password);
    setDragEnabled(false);
    secretaccess::maskSecrets();
    m_reveal->setProperty("kind", u"small"_s);
    m_reveal->setCheckable(true);
    m_reveal->setIcon(Theme::of(this).icon(u"preview"_s, ThemeColor::Muted));
    m_reveal->setIconSize({14, 14});
    m_reveal->setCursor(Qt::ArrowCursor);
    m_reveal->setFocusPolicy(Qt::TabFocus);
    setTextMargins(0, 0, 24, 0);
    m_untilMasked.setSingleShot(true);
    m_untilMasked.setInterval(longestRevealed);
    connect(&m_untilMasked, &QTimer::timeout, this, [this] { setRevealed(false); });
    connect(m_reveal, &QToolButton::toggled, this, &SecretEdit::setRevealed);
    connect(this, &QLineEdit::textChanged, this, &SecretEdit::forgetUndo);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (now != this && now != m_reveal)
            setRevealed(false);
    });
    retranslate();
}

SecretEdit::~SecretEdit()
{
    disconnect(qApp, nullptr, this, nullptr); // the focus goes on while parts of this are gone
    const QSignalBlocker blocker(this);
    wipe();
}

void SecretEdit::setRevealName(const QString &accessibleName)
{
    m_reveal->setAccessibleName(accessibleName);
}

void SecretEdit::setPatience(std::chrono::milliseconds shown, std::chrono::milliseconds copied)
{
    m_untilMasked.setInterval(shown);
    m_copiedFor = copied;
}

void SecretEdit::setRevealed(bool isRevealed)
{
    if (isRevealed == this->isRevealed())
        return;
    if (isRevealed) {
        // Somewhere else the focus would not leave it.
        if (!hasFocus() && !m_reveal->hasFocus())
            setFocus();
        m_untilMasked.start();
    } else {
        m_untilMasked.stop();
    }
    setEcho(isRevealed ? QLineEdit::Normal : QLineEdit::Password);
    secretaccess::revealChanged(*this);
    m_reveal->setChecked(isRevealed);
    retranslate();
}

//! setEchoMode() takes the hints away from a line that is not masked.
void SecretEdit::setEcho(EchoMode mode)
{
    setEchoMode(mode);
    setInputMethodHints(secretHints);
}

void SecretEdit::wipe()
{
    QString held = text();
    setText({}); // not clear(), which can be undone
    modelscribe::wipe(held);
}

//! Undo would bring back what was deleted, and keeps each character that was ever typed.
void SecretEdit::forgetUndo()
{
    const int cursor = cursorPosition();
    setText(text()); // begins a new history
    setCursorPosition(cursor);
}

void SecretEdit::copyForAWhile()
{
    if (isRevealed() && !text().isEmpty())
        CopiedSecret::copy(hasSelectedText() ? selectedText() : text(), m_copiedFor);
}

QVariant SecretEdit::inputMethodQuery(Qt::InputMethodQuery query) const
{
    return inputMethodQuery(query, {});
}

//! Called by its name too, so it stands in place of QLineEdit's.
QVariant SecretEdit::inputMethodQuery(Qt::InputMethodQuery query, QVariant argument) const
{
    const QVariant told = QLineEdit::inputMethodQuery(query, std::move(argument));
    switch (query) {
    case Qt::ImSurroundingText:
    case Qt::ImCurrentSelection:
    case Qt::ImTextBeforeCursor:
    case Qt::ImTextAfterCursor: return secretaccess::dots(told.toString());
    default: return told;
    }
}

void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    if (isOneOf(undoKeys, *event))
        return; // in a masked line it would delete all, for good
    if (isOneOf(copyKeys, *event)) {
        const bool isCut = event->matches(QKeySequence::Cut);
        if (!isCut || hasSelectedText())
            copyForAWhile();
        if (isCut && isRevealed() && hasSelectedText())
            del();
        return;
    }
    if (isRevealed() && isOneOf(deleteKeys, *event)) {
        setEcho(QLineEdit::Password);
        QLineEdit::keyPressEvent(event);
        setEcho(QLineEdit::Normal);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

//! Where the middle button pastes what is selected, nothing is selected for it.
void SecretEdit::mouseReleaseEvent(QMouseEvent *event)
{
    const bool wasRevealed = isRevealed();
    setEcho(QLineEdit::Password);
    QLineEdit::mouseReleaseEvent(event);
    if (wasRevealed)
        setEcho(QLineEdit::Normal);
}

void SecretEdit::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, bool isPossible, auto handler) {
        QAction *action = menu->addAction(text);
        action->setEnabled(isPossible);
        connect(action, &QAction::triggered, this, handler);
    };
    const bool isTyped = !text().isEmpty();
    add(isRevealed() ? tr("Hide") : tr("Show"), isTyped, [this] { setRevealed(!isRevealed()); });
    add(tr("Copy for 30 s"), isRevealed() && isTyped, &SecretEdit::copyForAWhile);
    add(tr("Paste"), !isReadOnly(), &QLineEdit::paste);
    menu->addSeparator();
    add(tr("Select all"), isTyped, &QLineEdit::selectAll);
    menu->popup(event->globalPos());
}

void SecretEdit::retranslate() { m_reveal->setToolTip(isRevealed() ? tr("Hide") : tr("Show")); }

void SecretEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    m_reveal->setGeometry(width() - 28, (height() - 22) / 2, 22, 22);
}

void SecretEdit::hideEvent(QHideEvent *event)
{
    setRevealed(false);
    QLineEdit::hideEvent(event);
}

void SecretEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if ((event->type() == QEvent::ActivationChange && !isActiveWindow())
        || (event->type() == QEvent::EnabledChange && !isEnabled()))
        setRevealed(false);
    QLineEdit::changeEvent(event);
}

} // namespace modelscribe

#include "moc_secretedit.cpp"
