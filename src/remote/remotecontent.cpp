// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remotecontent.h"

#include "remote/picturesource.h"
#include "remote/remotefile.h"
#include "remote/remotehosts.h"

namespace modelscribe {

RemoteContent::RemoteContent(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

RemoteContent::~RemoteContent() = default;

RemoteFiles &RemoteContent::files()
{
    if (!m_files)
        m_files = std::make_unique<RemoteFiles>();
    return *m_files;
}

RemoteHosts &RemoteContent::hosts()
{
    if (!m_hosts) {
        m_hosts = std::make_unique<RemoteHosts>(m_settings);
        connect(m_hosts.get(), &RemoteHosts::changed, this, &RemoteContent::settingsChanged);
    }
    return *m_hosts;
}

PictureSource &RemoteContent::pictures()
{
    if (!m_pictures)
        m_pictures = std::make_unique<PictureSource>(files(), hosts());
    return *m_pictures;
}

} // namespace modelscribe

#include "moc_remotecontent.cpp"
