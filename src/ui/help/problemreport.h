// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/lasterrors.h"

#include <QList>
#include <QString>

#include <utility>

namespace modelscribe {

//! What a report of a problem says. In English for whoever reads it; nothing in it names a model, a
//! workspace, a profile, a host, a person or a folder.
struct ProblemReport
{
    using Facts = QList<std::pair<QString, QString>>;

    Facts program;  //!< Versions, system, screen.
    Facts settings; //!< Those that are not as they come.
    QList<PastError> errors;

    //! What this process knows of program, system and screens.
    static Facts ofProgram();

    //! As a text to be looked at, changed and handed on.
    QString text() const;
};

} // namespace modelscribe
