// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QSettings;
class QUrl;

namespace modelscribe {

//! The hosts whose files may be fetched without asking each time. Nobody is on the list unless the
//! person put it there.
class RemoteHosts : public QObject
{
    Q_OBJECT

public:
    //! \p settings outlives this; nullptr: the list lasts as long as this object.
    explicit RemoteHosts(QSettings *settings = nullptr, QObject *parent = nullptr);

    bool isAllowed(const QUrl &url) const;
    void allow(const QUrl &url);
    //! \p host: as list() names it.
    void forget(const QString &host);
    //! Takes over what the settings say; to be called when they were changed elsewhere.
    void read();
    //! In alphabetical order.
    const QStringList &list() const { return m_hosts; }

signals:
    void changed();

private:
    void store();

    QSettings *m_settings;
    QStringList m_hosts;
};

} // namespace modelscribe
