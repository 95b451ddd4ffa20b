// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/steadyfocus.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace modelscribe {

namespace {

constexpr auto homeProperty = "modelscribe_focusHome";

bool canTakeFocus(const QWidget *widget)
{
    return widget && widget->isVisible() && widget->isEnabled();
}

} // namespace

SteadyFocus::SteadyFocus(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, &SteadyFocus::follow);
}

void SteadyFocus::setHome(QWidget &pane, QWidget &home)
{
    pane.setProperty(homeProperty, QVariant::fromValue(&home));
}

void SteadyFocus::follow(QWidget *old, QWidget *now)
{
    if (m_bringing)
        return;
    if (const auto *line = qobject_cast<QLineEdit *>(old); line && line == m_place)
        m_cursor = line->cursorPosition();
    if (m_isOnButton && isButtonGone()) {
        bringBack();
    } else if (now) {
        note(*now);
    } else if (m_isOnButton) {
        // Deleted, or the window is not the active one any more; only then is it known which.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_isOnButton && isButtonGone() && !QApplication::focusWidget() && m_around
                    && m_around->isActiveWindow())
                    bringBack();
            },
            Qt::QueuedConnection);
    }
}

void SteadyFocus::note(QWidget &now)
{
    if (now.window()->windowType() == Qt::Popup)
        return;
    m_isOnButton = qobject_cast<QAbstractButton *>(&now) != nullptr;
    if (m_isOnButton) {
        m_button = &now;
        m_around = now.parentWidget();
    } else {
        m_place = &now;
    }
}

bool SteadyFocus::isButtonGone() const { return !canTakeFocus(m_button); }

QWidget *SteadyFocus::target() const
{
    if (!m_around || !m_around->window()->isVisible())
        return nullptr;
    if (canTakeFocus(m_place) && m_place->window() == m_around->window())
        return m_place;
    for (QWidget *pane = m_around; pane; pane = pane->isWindow() ? nullptr : pane->parentWidget()) {
        auto *home = pane->property(homeProperty).value<QWidget *>();
        if (canTakeFocus(home))
            return home;
    }
    return nullptr;
}

void SteadyFocus::bringBack()
{
    m_isOnButton = false;
    QWidget *stray = QApplication::focusWidget();
    const bool isHere = stray && m_around && stray->window() == m_around->window();
    if (auto *line = qobject_cast<QLineEdit *>(stray); line && isHere)
        line->deselect(); // all of it is selected: the next key would replace it
    QWidget *back = target();
    if (!back) {
        if (stray)
            note(*stray);
        return;
    }
    const QScopedValueRollback guard(m_bringing, true);
    back->setFocus(Qt::OtherFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(back); line && back == m_place)
        line->setCursorPosition(m_cursor);
    note(*back);
}

} // namespace modelscribe
