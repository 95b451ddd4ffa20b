// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remotefile.h"

#include <QCache>
#include <QImage>
#include <QQueue>
#include <QThreadPool>

#include <memory>

namespace modelscribe {

class RemoteHosts;

//! A picture as small as it is shown.
struct Picture
{
    QImage image;
    QSize size; //!< Of the file, in pixels.
};

//! Small pictures from web addresses: fetched as RemoteFiles does, decoded on another thread, kept
//! in memory.
//!
//! Error codes beside those of RemoteFiles: "NotAsked" (Kind::Invalid: nobody asked for pictures of
//! this host; nothing was sent), "NotAPicture", "TooManyPixels" (detail: "w × h"), "Damaged"
//! (Kind::Decode).
class PictureSource : public QObject
{
    Q_OBJECT

public:
    enum class Asked { ByPerson, ByItself };

    static constexpr QSize thumbnail{480, 120}; //!< In device-independent pixels.
    static constexpr qint64 maxFile = 5 * 1024 * 1024;
    //! Of 32 bits; of deep colours half as many. Qt itself decodes within 128 MiB.
    static constexpr qint64 maxPixels = 32'000'000;
    //! Progressive JPEG is held whole while it is decoded.
    static constexpr qint64 maxProgressivePixels = 16'000'000;

    //! Both outlive this.
    PictureSource(RemoteFiles &files, RemoteHosts &hosts, QObject *parent = nullptr);
    ~PictureSource() override;

    RemoteFiles &files() const { return m_files; }
    RemoteHosts &hosts() const { return m_hosts; }

    //! nullptr: not loaded yet.
    std::shared_ptr<const Picture> cached(const QUrl &url) const;
    //! ByItself works for the hosts that are allowed always. A failure is not remembered.
    QFuture<Result<std::shared_ptr<const Picture>>> load(const QUrl &url, Asked asked);

    //! PNG, JPEG, GIF or WebP (where Qt can), told by its content, scaled down to twice
    //! thumbnail; never larger than it is. Of moving pictures the first.
    static Result<std::shared_ptr<const Picture>> decode(const QByteArray &file);

private:
    struct Job;
    void startNext();
    void fetched(const std::shared_ptr<Job> &job, const Result<RemoteFile> &file);
    void finish(const std::shared_ptr<Job> &job,
                const Result<std::shared_ptr<const Picture>> &picture);

    RemoteFiles &m_files;
    RemoteHosts &m_hosts;
    mutable QCache<QUrl, std::shared_ptr<const Picture>> m_cache; //!< Costs in bytes.
    QQueue<std::shared_ptr<Job>> m_waiting;
    int m_running = 0;
    QThreadPool m_decoder; //!< One at a time: that bounds the memory.
};

} // namespace modelscribe
