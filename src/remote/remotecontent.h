// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSettings;

namespace modelscribe {

class PictureSource;
class RemoteFiles;
class RemoteHosts;

//! What the window loads from strangers' addresses, always on the person's word: pictures and
//! documents. Made when first needed: nothing of it costs anything at the start.
class RemoteContent : public QObject
{
    Q_OBJECT

public:
    //! \p settings keep the hosts that may be asked always; they outlive this.
    explicit RemoteContent(QSettings *settings, QObject *parent = nullptr);
    ~RemoteContent() override;

    QSettings *settings() const { return m_settings; }
    RemoteFiles &files();
    RemoteHosts &hosts();
    PictureSource &pictures();

signals:
    void settingsChanged();

private:
    QSettings *m_settings;
    std::unique_ptr<RemoteFiles> m_files;
    std::unique_ptr<RemoteHosts> m_hosts;
    std::unique_ptr<PictureSource> m_pictures;
};

} // namespace modelscribe
