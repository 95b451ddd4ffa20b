// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

class QPixmap;
class QWidget;

//! What a person's hands and eyes do, for the tour: find things by the name they bear, press, type,
//! look.
namespace modelscribe::hands {

//! The visible, enabled widget of \p window with this accessible name or objectName; nullptr if
//! there is none.
QWidget *find(const QWidget *window, const QString &name);
//! The visible top-level window whose title contains \p title.
QWidget *window(const QString &title);

//! Clicks the button of this name, or chooses the action of this name or text.
bool press(const QWidget *window, const QString &name);
//! Puts the focus into the widget of this name, selects what is there and types \p text key by key.
bool type(const QWidget *window, const QString &name, const QString &text);
//! Makes \p row of the table of this name the current one.
bool chooseRow(const QWidget *window, const QString &name, int row);
//! The same for the first row that shows \p text.
bool chooseRow(const QWidget *window, const QString &name, const QString &text);
int tableRows(const QWidget *window, const QString &name);
//! Chooses the tab at \p index of the visible tab bar.
bool chooseTab(const QWidget *window, int index);
//! What the editor of this name shows (its USER property).
QString text(const QWidget *window, const QString &name);
void keys(QWidget *target, const QKeySequence &sequence);

//! \p main as it looks, with the dialogs that stand before it.
QPixmap look(QWidget *main);

} // namespace modelscribe::hands
