// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace modelscribe {

//! A request body that can be read once.
//!
//! QNetworkAccessManager sends a request again by itself when a connection drops before the answer,
//! also a POST. It cannot when the body is sequential and unbuffered: then the reply ends with an
//! error instead.
class SingleSendBody : public QIODevice
{
    Q_OBJECT

public:
    explicit SingleSendBody(QByteArray body, QObject *parent = nullptr);

    //! Bytes that were handed out: the most that can have gone over the wire.
    qint64 handedOut() const { return m_at; }

    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool atEnd() const override { return m_at == m_body.size(); }
    qint64 bytesAvailable() const override { return m_body.size() - m_at; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_at = 0;
};

} // namespace modelscribe
