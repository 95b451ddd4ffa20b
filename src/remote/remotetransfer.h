// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remotefile.h"

#include <QNetworkReply>
#include <QTimer>

#include <optional>

namespace modelscribe {

//! One fetch of RemoteFiles: looks the name up, asks, follows what may be followed.
class RemoteTransfer : public QObject
{
    Q_OBJECT

public:
    RemoteTransfer(const RemoteFiles &files, QNetworkAccessManager &manager,
                   const RemoteFileOptions &options, RemoteFileRequest request, QObject *parent);
    ~RemoteTransfer() override;

    //! Ends with finished(), never before this has returned.
    void start();
    void cancel();
    //! After finished().
    const Result<RemoteFile> &result() const { return m_result; }

signals:
    void finished();

private:
    void lookUp();
    void ask();
    void readHeaders();
    void readBody();
    void replyFinished();
    void redirect(int status);
    //! A proxy that the system or the program has set stands before this address.
    bool isProxied() const;
    void heardSomething();
    void fail(Error error);
    void finish(Result<RemoteFile> result);
    void dropReply();

    const RemoteFiles &m_files;
    QNetworkAccessManager &m_manager;
    RemoteFileOptions m_options;
    RemoteFileRequest m_request;
    QUrl m_url; //!< Of this hop.
    QNetworkReply *m_reply = nullptr;
    RemoteFile m_file;
    Result<RemoteFile> m_result = failure(Error::Kind::Cancelled);
    QTimer m_connectTimer;
    QTimer m_idleTimer;
    QTimer m_wholeTimer;
    int m_lookup = -1;
    int m_redirects = 0;
    bool m_done = false;
};

} // namespace modelscribe
