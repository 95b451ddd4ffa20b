// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tourhands.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMetaProperty>
#include <QPainter>
#include <QPixmap>
#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe::hands {

namespace {

void sendKey(QWidget *target, int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QKeyEvent press(QEvent::KeyPress, key, modifiers, text);
    QCoreApplication::sendEvent(target, &press);
    QKeyEvent release(QEvent::KeyRelease, key, modifiers, text);
    QCoreApplication::sendEvent(target, &release);
}

} // namespace

QWidget *find(const QWidget *window, const QString &name)
{
    if (!window)
        return nullptr;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        const bool named = widget->accessibleName() == name || widget->objectName() == name;
        if (named && widget->isVisible() && widget->isEnabled())
            return widget;
    }
    return nullptr;
}

QWidget *window(const QString &title)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && widget->windowTitle().contains(title))
            return widget;
    }
    return nullptr;
}

bool press(const QWidget *window, const QString &name)
{
    auto *button = qobject_cast<QAbstractButton *>(find(window, name));
    if (button) {
        button->click();
        return true;
    }
    // Where there is no room for a button its action is in a menu.
    if (!window)
        return false;
    for (QAction *action : window->findChildren<QAction *>()) {
        const bool isNamed = action->text() == name || action->objectName() == name;
        if (isNamed && action->isEnabled()) {
            action->trigger();
            return true;
        }
    }
    return false;
}

void keys(QWidget *target, const QKeySequence &sequence)
{
    for (int i = 0; i < sequence.count(); ++i)
        sendKey(target, sequence[uint(i)].key(), sequence[uint(i)].keyboardModifiers(), {});
}

bool type(const QWidget *window, const QString &name, const QString &text)
{
    QWidget *target = find(window, name);
    if (!target)
        return false;
    if (auto *combo = qobject_cast<QComboBox *>(target))
        target = combo->lineEdit();
    target->setFocus(Qt::OtherFocusReason);
    while (target->focusProxy())
        target = target->focusProxy();
    keys(target, QKeySequence::SelectAll);
    if (text.isEmpty())
        sendKey(target, Qt::Key_Delete, {}, {});
    for (const QChar c : text) {
        if (c == u'\n')
            sendKey(target, Qt::Key_Return, {}, u"\r"_s);
        else
            sendKey(target, 0, {}, QString(c));
    }
    return true;
}

bool chooseRow(const QWidget *window, const QString &name, int row)
{
    auto *view = qobject_cast<QAbstractItemView *>(find(window, name));
    if (!view || row >= view->model()->rowCount())
        return false;
    view->setFocus(Qt::OtherFocusReason);
    view->setCurrentIndex(view->model()->index(row, 0));
    return true;
}

bool chooseRow(const QWidget *window, const QString &name, const QString &text)
{
    const auto *view = qobject_cast<QAbstractItemView *>(find(window, name));
    for (int row = 0; view && row < view->model()->rowCount(); ++row) {
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            if (view->model()->index(row, column).data().toString() == text)
                return chooseRow(window, name, row);
        }
    }
    return false;
}

int tableRows(const QWidget *window, const QString &name)
{
    const auto *view = qobject_cast<QAbstractItemView *>(find(window, name));
    return view ? view->model()->rowCount() : 0;
}

bool chooseTab(const QWidget *window, int index)
{
    if (!window)
        return false;
    for (auto *tabs : window->findChildren<QTabBar *>()) {
        if (!tabs->isVisible() || index >= tabs->count())
            continue;
        tabs->setCurrentIndex(index);
        return true;
    }
    return false;
}

QString text(const QWidget *window, const QString &name)
{
    const QWidget *widget = find(window, name);
    return widget ? widget->metaObject()->userProperty().read(widget).toString() : QString();
}

QPixmap look(QWidget *main)
{
    QPixmap picture = main->grab();
    QPainter painter(&picture);
    QList<QWidget *> before;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget != main && widget->isVisible() && widget->windowType() == Qt::Dialog)
            before.append(widget);
    }
    // A dialog stands before the one it was opened from.
    std::ranges::sort(before, {}, [](const QWidget *widget) {
        int depth = 0;
        for (; widget; widget = widget->parentWidget())
            ++depth;
        return depth;
    });
    for (QWidget *dialog : before) {
        // Without a window manager it may be anywhere: show it where it belongs.
        const QPoint at((main->width() - dialog->width()) / 2,
                        (main->height() - dialog->height()) / 2);
        painter.fillRect(main->rect(), QColor(0, 0, 0, 60));
        painter.drawPixmap(at, dialog->grab());
    }
    return picture;
}

} // namespace modelscribe::hands
