// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connector.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace Ui {
class ProfilesDialog;
}

namespace modelscribe {

//! Makes, tests, changes and forgets profiles. Waits for nothing: keychain and network answer when
//! they do, and what was typed stays whatever they say.
class ProfilesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ProfilesDialog(Connector &connector, QWidget *parent = nullptr);
    ~ProfilesDialog() override;

    //! Shows \p name, or an empty form when there is no such profile.
    void showProfile(const QString &name);

signals:
    //! The person wants to work with \p name; the dialog is closed.
    void useRequested(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void retranslate();
    void fillList();
    void listChanged();
    void startNew();
    void fillForm(const Profile *profile);
    Profile typedProfile() const;
    void showDerivedEndpoint();
    void updateButtons();

    //! The key that was typed, else what is stored.
    void withKey(const std::function<void(const AccessKey &)> &use);
    void test();
    void save(Profiles::Keep keep);
    void saved(const QString &name, Profiles::Keep keep);
    void saveFailed(const Error &error);
    void forget();

    void say(const QString &text, const QString &role = {});
    void sayError(const QString &what, const Error &error);
    bool focusField(const Error &error);
    void sayStrange(const StrangeCharacters &strange);
    void setBusy(const QString &text);

    Connector &m_connector;
    Profiles &m_profiles;
    std::unique_ptr<Ui::ProfilesDialog> m_ui;
    QString m_shown; //!< The stored profile in the form, empty for a new one.
    bool m_busy = false;
};

} // namespace modelscribe
