// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/profiles.h"

#include <QFrame>
#include <QList>

class QPushButton;

namespace modelscribe {

class ProfileList;

//! The stored profiles, and what makes and removes them.
class ProfileSide : public QFrame
{
    Q_OBJECT

public:
    explicit ProfileSide(QWidget *parent = nullptr);

    //! \p current by its name; empty: none. Tells nobody.
    void setProfiles(const QList<Profile> &profiles, const QString &current);
    //! Whether the current one can be duplicated and removed.
    void setActionsPossible(bool possible);

signals:
    void chosen(const QString &name); //!< By the person.
    void addRequested();
    void duplicateRequested();
    void removeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ProfileList *m_list;
    QPushButton *m_add;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
};

} // namespace modelscribe
