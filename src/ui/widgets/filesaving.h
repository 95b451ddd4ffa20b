// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <variant>

class QWidget;

namespace modelscribe {

class MessageStrip;

//! What a person is asked who is to choose a file.
struct FileQuestion
{
    QString title;
    QStringList filters; //!< "PDF files (*.pdf)"; the first one is offered.
    QString suffix;      //!< Of a new file, where none is typed.
    QString name;        //!< Offered for a new file; may be empty.
};

using FileChosen = std::function<void(const QString &file)>;

//! Ask in front of \p asking and call \p chosen, unless \p asking is destroyed first; they do not
//! wait, and nothing is called when the question is closed.
void askForFile(const FileQuestion &question, QWidget *asking, FileChosen chosen);
void askForNewFile(const FileQuestion &question, QWidget *asking, FileChosen chosen);

//! Says whether \p file was written.
void tellWritten(MessageStrip &strip, const QString &file, const Result<std::monostate> &written);

//! Asks where to, writes what \p contents returns, which is called on another thread, and says
//! what came of it.
void offerToSave(const FileQuestion &question, std::function<QByteArray()> contents,
                 MessageStrip &strip);

} // namespace modelscribe
