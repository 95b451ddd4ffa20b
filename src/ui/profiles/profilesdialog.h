// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connector.h"
#include "connect/toolkeys.h"
#include "ui/profiles/profilesaving.h"

#include <QDialog>

#include <map>
#include <memory>

class QPushButton;

namespace modelscribe {

class CheckPanel;
class ProfileFooter;
class ProfileForm;
class ProfileList;

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
    QWidget *makeSide();
    void retranslate();
    void look();
    void listChanged();
    Profile beginning() const;
    void startNew(const Profile &profile);
    void duplicate();
    void fillForm();
    void keepTyped();
    Profile stored() const;
    TypedProfile typed() const;
    void updateButtons();

    void test();
    void save();
    void saved(const QString &name);
    void saveFailed(const Error &error);
    void forget();

    void sayError(const QString &what, const Error &error);
    void setBusy(const QString &text);

    Connector &m_connector;
    Profiles &m_profiles;
    ProfileList *m_list;
    ProfileForm *m_form;
    CheckPanel *m_checks;
    QPushButton *m_add;
    QPushButton *m_duplicate;
    QPushButton *m_forget;
    ProfileFooter *m_footer;
    ProfileSaving *m_saving;

    FoundKeys m_found;
    QString m_shown; //!< The stored profile in the form, empty for a new one.
    Profile m_new;   //!< What a new one begins with.
    std::map<QString, TypedProfile> m_typed; //!< By m_shown.
    QString m_inUse;
    bool m_busy = false;
    int m_testNumber = 0; //!< What came of an earlier test is of no interest.
};

} // namespace modelscribe
