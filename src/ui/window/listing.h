// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace modelscribe {

class Editing;
class LocalRegistries;
class Opening;
class WindowPanes;
class Workbench;

//! How the list of the connection goes: begins to read it, has what is in sight read first, and
//! shows whether it loads, how old it is and how many models it has.
class Listing : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        WindowPanes &panes;
        Editing &editing;
        Opening &opening;
        LocalRegistries &local;
    };

    Listing(Workbench &workbench, const Parts &parts, QObject *parent);

    //! The workbench's of now, whose models are shown already; there may be none.
    void takeConnection();
    //! There are more models than before, or fewer, or others are looked for.
    void showCounts();

signals:
    void changed(); //!< It loads, or does not any more, or has other models.

private:
    void takeState();
    void takeConnectionState();
    void readFirst();

    Workbench &m_workbench;
    Parts m_parts;
    bool m_wasFailing = false; //!< The connection, when its state was last looked at.
};

} // namespace modelscribe
