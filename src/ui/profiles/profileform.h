// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/toolkeys.h"
#include "model/registeredmodel.h"
#include "ui/profiles/typedprofiles.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLineEdit;

namespace Ui {
class ProfileForm;
}

namespace modelscribe {

//! The fields of one profile. Knows what is typed and nothing of what is stored.
class ProfileForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileForm(QWidget *parent = nullptr);
    ~ProfileForm() override;

    //! \p stored: whose key and password may stay; nullptr: none. A field that says the same
    //! already is left alone: somebody may be typing into it.
    void fill(const TypedProfile &typed, const Profile *stored);
    Profile profile() const;
    //! What was typed of a key that is to be kept by this program; nullopt: nothing.
    std::optional<AccessKey> typedKey() const;
    //! What was typed of the password of the proxy; empty: nothing.
    QByteArray typedProxyPassword() const;
    //! What is typed may be stored as far as this form can tell; else why not, for people.
    QString whyNot() const;

    //! What was found on this computer.
    void setOffers(const QList<KeyOffer> &offers);
    //! To choose from; what is chosen or typed stays.
    void setWorkspaces(const QList<Workspace> &workspaces);
    //! What \p error is about gets the focus; false when that is no field of this form.
    bool focusField(const Error &error);
    void focusPart(StrangeCharacters::Part part);
    void focusName();
    void focusKeysFrom();

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillWorkspace(const QString &id);
    void retranslate();
    void showHost();
    void showKeys();
    void showNetwork();
    QList<QLineEdit *> keyFields() const;

    std::unique_ptr<Ui::ProfileForm> m_ui;
    Profile m_profile;                  //!< As it was set: what has no field stays.
    std::optional<KeysFrom> m_keptFrom; //!< Where there is a key already.
};

} // namespace modelscribe
