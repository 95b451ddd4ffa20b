// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/outsidefile.h"
#include "json/jsonmerge.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace modelscribe {

class Choosing;
class EditSession;
class Editing;
class KeepingNotices;
class Settings;
class WindowPanes;
class Workbench;

//! ExtraInfo in a program of the person's choice: a private file of it is handed to that program,
//! and what the program writes there is merged into the draft, each time as one step that can be
//! undone. Where the same place was changed here as well, nothing is taken before the person says
//! so.
//!
//! Nobody can tell when such a program has ended (many hand over to one that runs already), so a
//! file is followed until this window closes. It is removed then, unless it has something that
//! could not be taken; the next start tells of it.
class OutsideEditing : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        WindowPanes &panes;
        Editing &editing;
        Choosing &choosing;
        KeepingNotices &notices;
    };

    OutsideEditing(Workbench &workbench, const Settings &settings, const Parts &parts,
                   QObject *parent);
    ~OutsideEditing() override;

    //! With the model in the editor; without a program the settings are shown.
    void start();
    //! What was written until now, before this returns: edits are about to be kept.
    void takeNow();
    QStringList files() const; //!< Those that are followed.

private:
    //! Why what was written is not taken.
    enum class Hindrance { NotOpen, NotEditable, Clash, TooLong, NoText, Unreadable };
    enum class When { Now, Aside };
    struct Told
    {
        Hindrance hindrance;
        OutsideFile::Stamp stamp; //!< Of the file by then.

        friend bool operator==(const Told &, const Told &) = default;
    };
    struct Followed
    {
        std::unique_ptr<OutsideFile> file;
        OutsideFile::Owner owner;
        QPointer<EditSession> session;
        std::optional<Told> told;
    };
    //! What was found in a file, and what becomes of it together with what stands here.
    struct Look
    {
        QByteArray known;
        QByteArray here;
        OutsideFile::Reading reading;
        JsonMerge merge;
    };

    bool run(const QString &path);
    void watch();
    void lookAll(When when);
    void lookAt(const QString &path, When when);
    void take(const QString &path, const Look &look, When when);
    void takeText(Followed &followed, const OutsideFile::Reading &reading, const QByteArray &text);
    void noteKept(const QString &path, const QByteArray &text);
    void takeItsText(const QString &path);
    void tell(Followed &followed, const Told &told);
    void tellFailure(const std::function<QString()> &text);
    void tellLeft(const QList<OutsideFile::Left> &left);
    static QString shownName(const QString &name);
    static QString hindranceText(Hindrance hindrance, const QString &name, const QString &path);
    Followed *find(const QString &path);
    Followed *findFor(const EditSession &session);
    EditSession *sessionOf(Followed &followed) const;

    Workbench &m_workbench;
    const Settings &m_settings;
    Parts m_parts;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
    std::vector<Followed> m_followed;
};

} // namespace modelscribe
