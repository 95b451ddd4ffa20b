// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace modelscribe {

//! Set on a line that is no part of what is edited, such as a search: it keeps its own undo.
inline constexpr auto ownUndoProperty = "ownUndo";

//! Whoever keeps the history of a JSON text that is a part of something larger. The editor tells
//! it where a step begins and ends, and asks it for undo; what a step holds is none of its
//! business.
class JsonHistory : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void undo() = 0;
    virtual void redo() = 0;
    virtual bool canUndo() const = 0;
    virtual bool canRedo() const = 0;
    //! What is edited from here to endStep() is one step, however it comes.
    virtual void beginStep() = 0;
    //! Whatever was edited is through; what comes now is another step.
    virtual void endStep() = 0;

signals:
    void changed(); //!< What can be undone and redone.
};

} // namespace modelscribe
