// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSocket>
#include <QNetworkReply>

namespace modelscribe {

//! What is the matter with the proxy, as Error::code: "proxy-unreachable", "proxy-needs-password",
//! "proxy-wrong-password", "proxy-refused" (it does not want to go there), "proxy-silent",
//! "proxy-error-answer" (which is what some give to a wrong password) or "proxy-broken"; empty when
//! it is not the proxy's fault. \p words: what Qt says. \p hasLogin: the proxy was sent a user.
QString proxyFault(QAbstractSocket::SocketError error, const QString &words, bool hasLogin);
//! The same of a request.
QString proxyFault(QNetworkReply::NetworkError error, const QString &words, bool hasLogin);

} // namespace modelscribe
