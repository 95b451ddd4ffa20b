// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <vector>

namespace modelscribe {

class Choosing;
class EditSession;
class Editing;
class Settings;
class WindowPanes;
class Workbench;

//! ExtraInfo in a program of the person's choice: a private file of it is handed to that program,
//! and what the program writes there becomes the draft, each time as one step that can be undone.
//!
//! Nobody can tell when such a program has ended (many hand over to one that runs already), so a
//! file is followed until this window closes. It is removed then, unless it has something that
//! could not be taken.
class OutsideEditing : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        WindowPanes &panes;
        Editing &editing;
        Choosing &choosing;
    };

    OutsideEditing(Workbench &workbench, const Settings &settings, const Parts &parts,
                   QObject *parent);
    ~OutsideEditing() override;

    //! With the model in the editor; without a program the settings are shown.
    void start();
    QStringList files() const; //!< Those that are followed.

private:
    struct Outside
    {
        QString file;
        QByteArray known; //!< What both sides had last.
        QPointer<EditSession> session;
        QString modelId;
        QString registry;
        QString name;
        bool isTaken = true;
    };

    bool run(const Outside &outside) const;
    void look();
    void take(Outside &outside, const QByteArray &text);
    EditSession *sessionOf(const Outside &outside) const;
    void watch();

    Workbench &m_workbench;
    const Settings &m_settings;
    Parts m_parts;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
    std::vector<Outside> m_outside;
};

} // namespace modelscribe
