// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace modelscribe {

class ChartMaker;

//! What draws charts: a module of its own, because Qt Charts brings OpenGL with it, which the
//! program would load at each start for a page that is seldom opened.
class ChartModule
{
public:
    //! Where the module is looked for, in this order: beside the program (where it was built),
    //! where it is installed, and where Qt looks for plugins.
    static QStringList folders();

    //! Loads it from the first of \p folders that has it, once. nullptr: there is none that can be
    //! loaded, see problem().
    ChartMaker *load(const QStringList &folders = ChartModule::folders());
    //! What the system said, untranslated.
    const QString &problem() const { return m_problem; }

private:
    ChartMaker *m_maker = nullptr;
    QString m_problem;
};

} // namespace modelscribe
