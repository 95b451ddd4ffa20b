// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/form/textlistfield.h"

#include <QPointer>

namespace modelscribe {

class PictureCard;
class PictureSource;

//! A list of addresses with the picture of each above it, once it was asked for.
class PicturesField : public TextListField
{
    Q_OBJECT

public:
    explicit PicturesField(QWidget *parent = nullptr);

    //! nullptr: addresses only.
    void setSource(PictureSource *source);
    //! What one of them is called: "Cover".
    void setItemName(const QString &name);
    PictureCard *card(int row) const;

protected:
    QWidget *createHead(int row) override;
    void refreshHead(QWidget *head, int row, const Item &item) override;

private:
    QPointer<PictureSource> m_source;
    QString m_itemName;
};

} // namespace modelscribe
