// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/toolkeys.h"
#include "ui/firststart/startpart.h"

class QPushButton;

namespace modelscribe {

//! The keys that other tools have on this computer, a row each, those first that can be used.
class FoundKeysPart : public StartPart
{
    Q_OBJECT

public:
    explicit FoundKeysPart(QWidget *parent = nullptr);

    //! Once.
    void setOffers(const QList<KeyOffer> &offers);
    //! In their order.
    QList<QPushButton *> buttons() const;

signals:
    void chosen(const KeyOffer &offer);
    void moreRequested(); //!< Those that have no row.

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QList<QPushButton *> m_buttons;
    QPushButton *m_more = nullptr;
    int m_left = 0; //!< That have no row.
};

} // namespace modelscribe
