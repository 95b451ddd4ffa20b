// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/secretedit.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

SecretEdit::SecretEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_reveal(new QToolButton(this))
{
    setEchoMode(QLineEdit::Password);
    // Not in the undo history, not in an input method's memory, not in a dropped selection.
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase);
    setDragEnabled(false);
    m_reveal->setProperty("kind", u"small"_s);
    m_reveal->setIcon(Theme::of(this).icon(u"key"_s, ThemeColor::Muted));
    m_reveal->setIconSize({14, 14});
    m_reveal->setCursor(Qt::ArrowCursor);
    m_reveal->setFocusPolicy(Qt::TabFocus);
    setTextMargins(0, 0, 24, 0);
    connect(m_reveal, &QToolButton::pressed, this, [this] { setEchoMode(QLineEdit::Normal); });
    connect(m_reveal, &QToolButton::released, this, &SecretEdit::mask);
    retranslate();
}

void SecretEdit::setRevealName(const QString &accessibleName)
{
    m_reveal->setAccessibleName(accessibleName);
}

void SecretEdit::mask() { setEchoMode(QLineEdit::Password); }

void SecretEdit::retranslate() { m_reveal->setToolTip(tr("Hold to show")); }

void SecretEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    m_reveal->setGeometry(width() - 28, (height() - 22) / 2, 22, 22);
}

void SecretEdit::hideEvent(QHideEvent *event)
{
    mask();
    QLineEdit::hideEvent(event);
}

void SecretEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        mask();
    QLineEdit::changeEvent(event);
}

} // namespace modelscribe

#include "moc_secretedit.cpp"
