// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remotehosts.h"

#include "remote/remotefile.h"

#include <QSettings>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto settingsKey = "remote/hosts"_L1;

//! An entry of the settings file that names a host and nothing else.
bool isHost(const QString &text)
{
    const QUrl url(u"https://"_s + text, QUrl::StrictMode);
    return url.isValid() && !text.isEmpty() && RemoteFiles::hostOf(url) == text;
}

} // namespace

RemoteHosts::RemoteHosts(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    read();
}

void RemoteHosts::read()
{
    if (!m_settings)
        return;
    const QStringList before = std::exchange(m_hosts, {});
    for (const QString &host : m_settings->value(QString(settingsKey)).toStringList()) {
        if (isHost(host))
            m_hosts.append(host);
    }
    m_hosts.removeDuplicates();
    m_hosts.sort();
    if (m_hosts != before)
        emit changed();
}

bool RemoteHosts::isAllowed(const QUrl &url) const
{
    return url.scheme() == "https"_L1 && m_hosts.contains(RemoteFiles::hostOf(url));
}

void RemoteHosts::allow(const QUrl &url)
{
    const QString host = RemoteFiles::hostOf(url);
    if (url.scheme() != "https"_L1 || !isHost(host) || m_hosts.contains(host))
        return;
    m_hosts.insert(std::ranges::lower_bound(m_hosts, host), host);
    store();
}

void RemoteHosts::forget(const QString &host)
{
    if (m_hosts.removeAll(host) > 0)
        store();
}

void RemoteHosts::store()
{
    if (m_settings)
        m_settings->setValue(QString(settingsKey), m_hosts);
    emit changed();
}

} // namespace modelscribe

#include "moc_remotehosts.cpp"
