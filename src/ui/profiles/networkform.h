// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/profiles.h"

#include <QWidget>

#include <memory>

namespace Ui {
class NetworkForm;
}

namespace modelscribe {

//! How a profile gets to its registry: the proxy with its user and password, and a file of
//! authorities. Part of the form of a profile.
class NetworkForm : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkForm(QWidget *parent = nullptr);
    ~NetworkForm() override;

    //! Fills the fields that say something else. \p stored: whose password may stay.
    void setNetwork(const ProxyChoice &proxy, const QByteArray &typedPassword,
                    const QString &caFile, const ProxyChoice &stored);
    ProxyChoice proxy() const;
    QString caFile() const;
    QByteArray typedPassword() const;

    //! What is typed may be stored as far as this form can tell; else why not, for people.
    QString whyNot() const;
    //! What is not as usual, in a few words; empty: nothing.
    QString summary() const;
    void focusCaFile();

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showFields();
    void chooseFile();
    ProxyChoice::Kind kind() const;
    //! Without the password.
    Result<ProxyChoice> typedProxy() const;

    std::unique_ptr<Ui::NetworkForm> m_ui;
    ProxyChoice m_stored;
    ProxyChoice m_unknown; //!< A newer version's, which stays until another is chosen.
};

} // namespace modelscribe
