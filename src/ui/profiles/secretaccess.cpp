// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/secretaccess.h"

#include "ui/profiles/secretedit.h"

#include <QAccessibleWidget>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! While a secret is shown, its field has no text for others; Qt's own interface would give it.
QAccessibleInterface *revealedInterface(const QString &className, QObject *object)
{
    auto *edit = qobject_cast<SecretEdit *>(object);
    if (!edit || !edit->isRevealed() || className != "modelscribe::SecretEdit"_L1)
        return nullptr;
    return new QAccessibleWidget(edit, QAccessible::EditableText);
}

void tell(QAccessibleEvent &event);

//! Stands before what hands events on to the system.
void tellMasked(QAccessibleEvent *event)
{
    QObject *edit = qobject_cast<SecretEdit *>(event->object());
    switch (edit ? event->type() : QAccessible::InvalidEvent) {
    case QAccessible::TextInserted: {
        const auto *inserted = static_cast<QAccessibleTextInsertEvent *>(event);
        QAccessibleTextInsertEvent masked(edit, inserted->changePosition(),
                                          secretaccess::dots(inserted->textInserted()));
        masked.setCursorPosition(inserted->cursorPosition());
        return tell(masked);
    }
    case QAccessible::TextRemoved: {
        const auto *removed = static_cast<QAccessibleTextRemoveEvent *>(event);
        QAccessibleTextRemoveEvent masked(edit, removed->changePosition(),
                                          secretaccess::dots(removed->textRemoved()));
        masked.setCursorPosition(removed->cursorPosition());
        return tell(masked);
    }
    case QAccessible::TextUpdated: {
        const auto *updated = static_cast<QAccessibleTextUpdateEvent *>(event);
        if (updated->textRemoved() == updated->textInserted())
            return; // only the history went
        QAccessibleTextUpdateEvent masked(edit, updated->changePosition(),
                                          secretaccess::dots(updated->textRemoved()),
                                          secretaccess::dots(updated->textInserted()));
        masked.setCursorPosition(updated->cursorPosition());
        return tell(masked);
    }
    default: tell(*event);
    }
}

//! What stood there before, mostly nothing: then Qt asks the system's part of itself.
QAccessible::UpdateHandler handlerBehind()
{
    static const QAccessible::UpdateHandler behind = QAccessible::installUpdateHandler(tellMasked);
    return behind;
}

void tell(QAccessibleEvent &event)
{
    if (const QAccessible::UpdateHandler behind = handlerBehind())
        return behind(&event);
    QAccessible::installUpdateHandler(nullptr);
    QAccessible::updateAccessibility(&event);
    QAccessible::installUpdateHandler(tellMasked);
}

} // namespace

QString secretaccess::dots(const QString &secret)
{
    return QString(secret.size(), QChar(0x25CF)); // as they are drawn
}

void secretaccess::maskSecrets()
{
    handlerBehind();
    QAccessible::removeFactory(revealedInterface); // once is enough
    QAccessible::installFactory(revealedInterface);
}

void secretaccess::revealChanged(SecretEdit &edit)
{
    // The next one who asks gets the right one.
    if (QAccessibleInterface *known = QAccessible::queryAccessibleInterface(&edit))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
}

} // namespace modelscribe
