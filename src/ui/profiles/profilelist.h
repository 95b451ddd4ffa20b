// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/profiles.h"

#include <QListWidget>

namespace modelscribe {

//! The stored profiles: colour, name, where they lead, and which are protected.
class ProfileList : public QListWidget
{
    Q_OBJECT

public:
    explicit ProfileList(QWidget *parent = nullptr);

    //! \p current by its name; empty: none. Tells nobody.
    void setProfiles(const QList<Profile> &profiles, const QString &current);

signals:
    void chosen(const QString &name); //!< By the person.

protected:
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace modelscribe
