// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

//! Where a person is in the form of one model. A small JSON text that is kept with the draft, so
//! that the program comes back to the same spot.
struct EditPlace
{
    bool isOpen = false; //!< The model is the one that is shown.
    int tab = 0;
    QString field;      //!< Key of the field that has the focus; may be empty.
    qint64 cursor = -1; //!< In characters, in an ExtraInfo in bytes.
    int row = -1;       //!< Cell, among labels.
    int column = -1;

    QString toText() const;
    //! What makes no sense is left out.
    static EditPlace fromText(const QString &text);

    friend bool operator==(const EditPlace &, const EditPlace &) = default;
};

} // namespace modelscribe
