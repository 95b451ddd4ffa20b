// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace modelscribe {

class ComparePage;
class FiguresPage;
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
    //! Of the models in the list; the list again when they are shown already.
    void figures();
    bool canShowFigures() const;
    void leave(); //!< Back to the list.

signals:
    void draftsRequested();

private:
    ComparePage *makeComparePage();
    FiguresPage *makeFiguresPage();

    Workbench &m_workbench;
    WindowPanes &m_panes;
    Editing &m_editing;
    Opening &m_opening;
    QWidget &m_window;
    // Each made when it is first opened.
    ComparePage *m_compare = nullptr;
    FiguresPage *m_figures = nullptr;
};

} // namespace modelscribe
