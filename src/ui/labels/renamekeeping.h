// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <optional>

namespace modelscribe {

class LabelColumn;
class LabelNotes;
class LabelRename;

//! New names for keys and values: where they are typed, and that one which was not typed to its end
//! is there again when the program is.
class RenameKeeping : public QObject
{
    Q_OBJECT

public:
    RenameKeeping(LabelNotes &notes, LabelColumn &keys, LabelColumn &values, QObject *parent);

    bool isOpen() const;
    //! Another workspace: what is typed waits in this one.
    void leave();
    //! What waits, once the labels are there.
    void bringBack();

private:
    LabelColumn &columnOf(const std::optional<QString> &key) const;
    void note(const LabelRename &rename);

    LabelNotes &m_notes;
    LabelColumn &m_keys;
    LabelColumn &m_values;
    bool m_isLeaving = false;
    bool m_isBroughtBack = false;
};

} // namespace modelscribe
