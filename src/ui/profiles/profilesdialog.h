// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connector.h"
#include "connect/toolkeys.h"
#include "ui/profiles/profilesaving.h"
#include "ui/profiles/typedprofiles.h"

#include <QDialog>

#include <memory>

namespace modelscribe {

class CheckPanel;
class ProfileFooter;
class ProfileForm;
class ProfileSide;

//! Makes, tests, changes and forgets profiles. Waits for nothing: keychain and network answer when
//! they do, and what was typed stays whatever they say, also while another profile is looked at.
class ProfilesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ProfilesDialog(Connector &connector, QWidget *parent = nullptr);
    ~ProfilesDialog() override;

    //! Shows \p name, or an empty form when there is no such profile.
    void showProfile(const QString &name);
    //! An empty form that begins with what was \p found on this computer, with the keys of \p
    //! offer.
    void startWith(const FoundKeys &found, const KeyOffer &offer = {});
    //! Says which one the window works with.
    void setInUse(const QString &name);

signals:
    //! The person wants to work with \p name; the dialog is closed.
    void useRequested(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void look();
    void listChanged();
    Profile beginning() const;
    ShownProfile halfTypedOr(const Profile &profile);
    void add();
    void duplicate();
    void turnTo(const ShownProfile &which);
    TypedProfile typed() const;
    QString whyNotSaved(const TypedProfile &all) const;
    void updateButtons();

    void test();
    void save();
    void saved(const SavedProfile &saved);
    void removeOldName(const QString &name);
    void saveFailed(const ShownProfile &from, const Error &error);
    void forget();
    void removalFailed(const Error &error);

    void sayError(const QString &what, const Error &error);
    void setBusy(const QString &text);

    Connector &m_connector;
    Profiles &m_profiles;
    ProfileSide *m_side;
    ProfileForm *m_form;
    CheckPanel *m_checks;
    ProfileFooter *m_footer;
    ProfileSaving *m_saving;

    FoundKeys m_found;
    ShownProfile m_shown;
    TypedProfiles m_typed; //!< Not of m_shown: that is in the form.
    QString m_removing;    //!< The profile that the person wants to be gone.
    QString m_inUse;
    bool m_busy = false;
    int m_testNumber = 0; //!< What came of an earlier test is of no interest.
};

} // namespace modelscribe
