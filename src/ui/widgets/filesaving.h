// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace modelscribe {

class MessageStrip;

//! What is offered to be saved as a file.
struct FileOffer
{
    QString title;
    QString filter; //!< "PDF files (*.pdf)"
    QString suffix;
    QString name;
    std::function<QByteArray()> contents; //!< Called on another thread.
};

//! Asks where to, in front of the window of \p strip, which then says what came of it.
void offerToSave(const FileOffer &offer, MessageStrip &strip);

} // namespace modelscribe
