// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/renamekeeping.h"

#include "lists/labelusesmodel.h"
#include "session/labelnotes.h"
#include "ui/labels/labelrename.h"
#include "ui/labels/labelusestable.h"

#include <QScopedValueRollback>

namespace modelscribe {

RenameKeeping::RenameKeeping(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    for (const LabelRename *rename : {&parts.keyRename, &parts.valueRename}) {
        connect(rename, &LabelRename::typed, this, [this, rename] { note(*rename); });
        connect(rename, &LabelRename::closed, this, [this, rename] { note(*rename); });
    }
}

LabelRename &RenameKeeping::renameOf(const std::optional<QString> &key) const
{
    return key ? m_parts.valueRename : m_parts.keyRename;
}

bool RenameKeeping::isOpen() const
{
    return m_parts.keyRename.isOpen() || m_parts.valueRename.isOpen();
}

void RenameKeeping::begin(const std::optional<QString> &key, const QStringList &texts)
{
    const LabelUsesModel *model = key ? &m_parts.valuesModel : &m_parts.keysModel;
    renameOf(key).begin(key, texts, [model](const QString &text) { return model->countOf(text); });
}

void RenameKeeping::note(const LabelRename &rename)
{
    if (m_isLeaving)
        return;
    LabelNotes &notes = m_parts.notes;
    if (rename.isOpen() && rename.text() != rename.texts().first())
        notes.setRenaming(
            LabelRenaming{.key = rename.key(), .texts = rename.texts(), .typed = rename.text()});
    else if (notes.renaming() && &renameOf(notes.renaming()->key) == &rename)
        notes.setRenaming(std::nullopt);
}

void RenameKeeping::leave()
{
    const QScopedValueRollback leaving(m_isLeaving, true);
    m_parts.keyRename.close();
    m_parts.valueRename.close();
    m_isBroughtBack = false;
}

void RenameKeeping::bringBack()
{
    if (m_isBroughtBack || m_parts.keysModel.wholeCount() == 0)
        return;
    m_isBroughtBack = true;
    const auto renaming = m_parts.notes.renaming();
    if (!renaming || renaming->texts.isEmpty())
        return;
    if (renaming->key)
        m_parts.keys.setCurrentText(*renaming->key);
    if (renaming->key && m_parts.valuesModel.key() != *renaming->key)
        return; // nobody has it any more
    begin(renaming->key, renaming->texts);
    renameOf(renaming->key).setText(renaming->typed);
    m_parts.notes.setRenaming(renaming);
}

} // namespace modelscribe

#include "moc_renamekeeping.cpp"
