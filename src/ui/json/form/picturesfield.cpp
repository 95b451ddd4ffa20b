// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/picturesfield.h"

#include "remote/picturesource.h"
#include "ui/json/form/picturecard.h"
#include "ui/widgets/lineedit.h"

namespace modelscribe {

PicturesField::PicturesField(QWidget *parent)
    : TextListField(parent)
{
}

void PicturesField::setSource(PictureSource *source)
{
    m_source = source;
    for (int row = 0; row < rowCount(); ++row)
        card(row)->setSource(source);
}

void PicturesField::setItemName(const QString &name)
{
    m_itemName = name;
    setItems(items());
}

PictureCard *PicturesField::card(int row) const
{
    const QWidget *edit = line(row);
    return edit ? edit->parentWidget()->findChild<PictureCard *>() : nullptr;
}

QWidget *PicturesField::createHead(int) { return new PictureCard(m_source); }

void PicturesField::refreshHead(QWidget *head, int row, const Item &item)
{
    const QString what = m_itemName.isEmpty() ? tr("Picture") : m_itemName;
    static_cast<PictureCard *>(head)->setPicture(tr("%1 %2").arg(what).arg(row + 1),
                                                 item.editable ? item.text : QString());
}

} // namespace modelscribe

#include "moc_picturesfield.cpp"
