// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace modelscribe {

class ComparePage;
class Editing;
class Opening;
class WindowPanes;
class Workbench;

//! What takes the place of list and editor for a while: made when it is first wanted, and left as
//! soon as something else is.
class Pages : public QObject
{
    Q_OBJECT

public:
    Pages(Workbench &workbench, WindowPanes &panes, Editing &editing, Opening &opening,
          QWidget &window);

    //! The models that are selected in the list.
    void compare();
    //! Whether as many are selected as can be compared.
    bool canCompare() const;
    void leave(); //!< Back to the list.

signals:
    void draftsRequested();

private:
    ComparePage *makeComparePage();

    Workbench &m_workbench;
    WindowPanes &m_panes;
    Editing &m_editing;
    Opening &m_opening;
    QWidget &m_window;
    ComparePage *m_compare = nullptr; //!< Made when it is first opened.
};

} // namespace modelscribe
