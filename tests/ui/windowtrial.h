// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/savefaults.h"
#include "session/workbench.h"
#include "store/draftstore.h"
#include "store/journal.h"
#include "ui/review/reviewdialog.h"
#include "ui/widgets/messagestrip.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTemporaryDir>

#include <memory>

namespace modelscribe::testing {

//! One fault at one step of a save that is made in a real review: what the window shows, what its
//! first button does. Goes on piece by piece, so that many can be under way in one thread.
class WindowTrial
{
public:
    //! \p row gets what came of it.
    explicit WindowTrial(SaveFaultRow &row);
    ~WindowTrial();

    //! Does what can be done now; false when it is over.
    bool advance();
    //! What the person reads, and in brackets what can be pressed.
    const QString &shown() const { return m_shown; }

private:
    enum class Phase { Save, Fault, Restart, Settle, Noted, Press, Pressed, Finish, Over };

    //! A program: what it keeps its work in, and its workbench.
    struct Program;

    void promise(bool kept, const QString &what);
    void next(Phase phase);
    bool advanceOnce();
    bool prepare();
    void save();
    bool isFaultOver();
    void restart();
    void look();
    void checkWords();
    void press();
    void reviewAgain(EditSession *session);
    void finish();
    bool isOpen() const;
    bool isDone(); //!< Closed, or waits for the person.
    QString words() const;
    QString buttons() const;
    QString held();
    bool isWanted();

    SaveFaultRow &m_row;
    QTemporaryDir m_folder;
    RegistryProxy m_registry{0};
    std::unique_ptr<Program> m_program;
    QPointer<EditSession> m_session;
    QPointer<ReviewDialog> m_dialog;
    ModelMetadata m_before;
    ModelMetadata m_wanted;
    Phase m_phase = Phase::Save;
    QElapsedTimer m_inPhase;
    bool m_isThere = false; //!< The step with the fault is running.
    int m_attempts = 0;
    int m_saved = 0;
    int m_presses = 0;
    bool m_copyRequested = false;
    QString m_shown;
    QStringList m_did;
};

} // namespace modelscribe::testing
