// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/toolkeys.h"
#include "ui/widgets/combobox.h"

namespace modelscribe {

//! Where the keys of a profile come from: kept by this program, or read where another tool has
//! them. What gives no key is shown and cannot be chosen.
class KeysFromBox : public ComboBox
{
    Q_OBJECT

public:
    explicit KeysFromBox(QWidget *parent = nullptr);

    //! What was found on this computer. The choice stays.
    void setOffers(const QList<KeyOffer> &offers);
    KeysFrom chosen() const;
    //! Chooses it, also when nothing of it was found.
    void choose(const KeysFrom &from);
    //! nullptr: it is kept here, or nothing of it was found.
    const KeyOffer *offer() const;

signals:
    void chosenChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addHeading(const QString &text);
    void add(const KeysFrom &from, const QString &detail, bool isUsable = true);

    QList<KeyOffer> m_offers;
    KeysFrom m_chosen;
};

} // namespace modelscribe
