// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QMainWindow;

namespace modelscribe {

//! The shortcuts of one menu, or of one place in the window.
struct ShortcutGroup
{
    struct Row
    {
        QString what;
        QString keys; //!< Those of a person: "Ctrl+F".

        friend bool operator==(const Row &, const Row &) = default;
    };

    QString title;
    QList<Row> rows;

    friend bool operator==(const ShortcutGroup &, const ShortcutGroup &) = default;
};

//! All shortcuts of \p window by its menus, in their order, then those of its parts, as far as they
//! have been made. In the language of now.
QList<ShortcutGroup> shortcutsOf(const QMainWindow &window);

//! A page of the help.
QByteArray shortcutsMarkdown(const QList<ShortcutGroup> &groups);

} // namespace modelscribe
