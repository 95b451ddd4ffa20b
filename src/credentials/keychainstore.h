// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keystore.h"

#include <chrono>

namespace QKeychain {
class Job;
}

namespace modelscribe {

struct KeychainOptions
{
    QString service = QStringLiteral("modelscribe");
    std::chrono::milliseconds askTimeout{2'000}; //!< For "are you locked?".
    std::chrono::milliseconds jobTimeout{5'000}; //!< For each job.
};

//! The keychain of the system through QtKeychain, one entry a profile, never as plain text.
//!
//! A write is proven by reading back; when that shows something else, the old entry is put back.
class KeychainStore : public KeyStore
{
    Q_OBJECT

public:
    explicit KeychainStore(KeychainOptions options = {}, QObject *parent = nullptr);

    QFuture<Result<AccessKey>> read(const QString &profileName) override;
    QFuture<Result<std::monostate>> write(const QString &profileName,
                                          const AccessKey &key) override;
    QFuture<Result<std::monostate>> remove(const QString &profileName) override;

protected:
    // Where the keychain is reached; tests put one that fails in their place.
    virtual QFuture<Result<std::monostate>> askWhetherUsable();
    virtual QFuture<Result<QString>> readText(const QString &profileName);
    virtual QFuture<Result<QString>> writeText(const QString &profileName, const QString &text);

private:
    //! Starts \p job, which deletes itself; its text when it is a read.
    QFuture<Result<QString>> run(QKeychain::Job *job, const QString &profileName);
    //! \p done, but that nothing is said to be missing because the keychain was locked or went away
    //! since it was asked.
    QFuture<Result<QString>> certain(const QFuture<Result<QString>> &done);
    QFuture<Result<std::monostate>> prove(const QString &profileName, const QString &text,
                                          const QString &before);

    KeychainOptions m_options;
    QString m_service;    //!< Who answered last, by its name on the bus.
    int m_silentJobs = 0; //!< Given up on, but still waiting for the keychain.
};

} // namespace modelscribe
