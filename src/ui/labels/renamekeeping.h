// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <optional>

namespace modelscribe {

class LabelNotes;
class LabelRename;
class LabelUsesModel;
class LabelUsesTable;

//! New names for keys and values: where they are typed, and that one which was not typed to its end
//! is there again when the program is.
class RenameKeeping : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        LabelNotes &notes;
        LabelUsesTable &keys;
        LabelUsesModel &keysModel;
        LabelUsesModel &valuesModel;
        LabelRename &keyRename;
        LabelRename &valueRename;
    };

    RenameKeeping(const Parts &parts, QObject *parent);

    //! Of \p texts: keys, or values of \p key.
    void begin(const std::optional<QString> &key, const QStringList &texts);
    bool isOpen() const;
    //! Another workspace: what is typed waits in this one.
    void leave();
    //! What waits, once the labels are there.
    void bringBack();

private:
    LabelRename &renameOf(const std::optional<QString> &key) const;
    void note(const LabelRename &rename);

    Parts m_parts;
    bool m_isLeaving = false;
    bool m_isBroughtBack = false;
};

} // namespace modelscribe
