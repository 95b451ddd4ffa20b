// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/renamekeeping.h"

#include "session/labelnotes.h"
#include "ui/labels/labelcolumn.h"
#include "ui/labels/labelrename.h"
#include "ui/labels/labelusestable.h"

#include <QScopedValueRollback>

namespace modelscribe {

RenameKeeping::RenameKeeping(LabelNotes &notes, LabelColumn &keys, LabelColumn &values,
                             QObject *parent)
    : QObject(parent)
    , m_notes(notes)
    , m_keys(keys)
    , m_values(values)
{
    for (const LabelRename *rename : {&keys.rename(), &values.rename()}) {
        connect(rename, &LabelRename::typed, this, [this, rename] { note(*rename); });
        connect(rename, &LabelRename::closed, this, [this, rename] { note(*rename); });
    }
}

LabelColumn &RenameKeeping::columnOf(const std::optional<QString> &key) const
{
    return key ? m_values : m_keys;
}

bool RenameKeeping::isOpen() const
{
    return m_keys.rename().isOpen() || m_values.rename().isOpen();
}

void RenameKeeping::note(const LabelRename &rename)
{
    if (m_isLeaving)
        return;
    if (rename.isOpen() && rename.text() != rename.texts().first())
        m_notes.setRenaming(
            LabelRenaming{.key = rename.key(), .texts = rename.texts(), .typed = rename.text()});
    else if (m_notes.renaming() && &columnOf(m_notes.renaming()->key).rename() == &rename)
        m_notes.setRenaming(std::nullopt);
}

void RenameKeeping::leave()
{
    const QScopedValueRollback leaving(m_isLeaving, true);
    m_keys.rename().close();
    m_values.rename().close();
    m_isBroughtBack = false;
}

void RenameKeeping::bringBack()
{
    if (m_isBroughtBack || m_keys.labels().wholeCount() == 0)
        return;
    m_isBroughtBack = true;
    const auto renaming = m_notes.renaming();
    if (!renaming || renaming->texts.isEmpty())
        return;
    if (renaming->key)
        m_keys.table().setCurrentText(*renaming->key);
    if (renaming->key && m_values.key() != renaming->key)
        return; // nobody has it any more
    LabelColumn &column = columnOf(renaming->key);
    column.beginRename(renaming->texts);
    column.rename().setText(renaming->typed);
    m_notes.setRenaming(renaming);
}

} // namespace modelscribe

#include "moc_renamekeeping.cpp"
