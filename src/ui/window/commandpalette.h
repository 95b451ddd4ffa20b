// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;

namespace modelscribe {

//! Searches the actions of a window by name and runs the chosen one. Lies over the window.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    //! Offers the enabled ones among \p actions. Esc and leaving give the focus back.
    void open(const QList<QAction *> &actions);
    void close();

    //! How well \p typed fits \p name: 0 not at all, else more is better. Letters may be left out,
    //! but not swapped.
    static int fit(const QString &typed, const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void run();
    void place();

    QLineEdit *m_edit;
    QListWidget *m_list;
    QList<QPointer<QAction>> m_actions;
    QPointer<QWidget> m_before;
};

} // namespace modelscribe
