// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/picturesource.h"

#include "core/whendone.h"
#include "remote/remotehosts.h"

#include <QBuffer>
#include <QImageReader>
#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using PictureResult = Result<std::shared_ptr<const Picture>>;

constexpr int maxAtOnce = 4;
constexpr qsizetype cacheSize = 32 * 1024 * 1024;

tl::unexpected<Error> refusal(Error::Kind kind, const QString &code, const QString &detail = {})
{
    return failure(Error{.kind = kind, .detail = detail, .code = code});
}

//! By the first bytes and not by Qt's guess: that would ask every reader there is, also of SVG.
QByteArray formatOf(const QByteArray &file)
{
    if (file.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (file.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (file.startsWith("GIF87a") || file.startsWith("GIF89a"))
        return "gif";
    if (file.startsWith("RIFF") && file.mid(8, 4) == "WEBP")
        return "webp";
    return {};
}

//! Walks the segments of a JPEG to the one that begins the frame.
bool isProgressive(const QByteArray &jpeg)
{
    const auto byte = [&jpeg](qsizetype at) { return quint8(jpeg[at]); };
    for (qsizetype at = 2; at + 4 <= jpeg.size();) {
        if (byte(at) != 0xFF)
            return true; // damaged; the careful bound holds
        const quint8 marker = byte(at + 1);
        if (marker == 0xFF) { // filling
            ++at;
            continue;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
            return marker != 0xC0 && marker != 0xC1;
        at += 2 + (byte(at + 2) << 8 | byte(at + 3));
    }
    return true;
}

} // namespace

struct PictureSource::Job
{
    QUrl url;
    QPromise<PictureResult> promise;
};

PictureSource::PictureSource(RemoteFiles &files, RemoteHosts &hosts, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_hosts(hosts)
    , m_cache(cacheSize)
{
    m_decoder.setMaxThreadCount(1);
}

PictureSource::~PictureSource() { m_decoder.clear(); }

std::shared_ptr<const Picture> PictureSource::cached(const QUrl &url) const
{
    const auto *picture = m_cache.object(url);
    return picture ? *picture : nullptr;
}

QFuture<PictureResult> PictureSource::load(const QUrl &url, Asked asked)
{
    if (auto picture = cached(url))
        return readyResult(PictureResult(std::move(picture)));
    if (auto refused = m_files.refusal(url))
        return readyResult(PictureResult(failure(std::move(*refused))));
    if (asked == Asked::ByItself && !m_hosts.isAllowed(url))
        return readyResult(PictureResult(refusal(Error::Kind::Invalid, u"NotAsked"_s)));
    const auto job = std::make_shared<Job>();
    job->url = url;
    job->promise.start();
    m_waiting.enqueue(job);
    startNext();
    return job->promise.future();
}

void PictureSource::startNext()
{
    while (m_running < maxAtOnce && !m_waiting.isEmpty()) {
        const std::shared_ptr<Job> job = m_waiting.dequeue();
        if (job->promise.isCanceled()) {
            job->promise.finish();
            continue;
        }
        ++m_running;
        auto transfer = m_files.fetch({.url = job->url, .maxSize = maxFile});
        auto *watcher = new QFutureWatcher<PictureResult>(this);
        connect(watcher, &QFutureWatcherBase::canceled, this,
                [transfer]() mutable { transfer.cancel(); });
        connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(job->promise.future());
        whenDone(transfer, this,
                 [this, job](const Result<RemoteFile> &file) { fetched(job, file); });
    }
}

void PictureSource::fetched(const std::shared_ptr<Job> &job, const Result<RemoteFile> &file)
{
    --m_running;
    startNext();
    if (!file)
        return finish(job, failure(file.error()));
    whenDone(QtConcurrent::run(&m_decoder, decode, file->bytes), this,
             [this, job](const PictureResult &picture) { finish(job, picture); });
}

void PictureSource::finish(const std::shared_ptr<Job> &job, const PictureResult &picture)
{
    if (picture)
        m_cache.insert(job->url, new std::shared_ptr<const Picture>(*picture),
                       (*picture)->image.sizeInBytes());
    job->promise.addResult(picture);
    job->promise.finish();
}

PictureResult PictureSource::decode(const QByteArray &file)
{
    using Kind = Error::Kind;
    const QByteArray format = formatOf(file);
    if (format.isEmpty() || !QImageReader::supportedImageFormats().contains(format))
        return refusal(Kind::Decode, u"NotAPicture"_s, QString::fromLatin1(format));
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size(); // of the header
    if (size.isEmpty())
        return refusal(Kind::Decode, u"Damaged"_s, reader.errorString());
    const bool whole = format == "jpeg" && isProgressive(file);
    const qint64 pixels = qint64(size.width()) * size.height();
    const qint64 bits = std::max(uchar(32),
                                 QImage::toPixelFormat(reader.imageFormat()).bitsPerPixel());
    if (pixels * bits > maxPixels * 32 || (whole && pixels > maxProgressivePixels))
        return refusal(Kind::Decode, u"TooManyPixels"_s,
                       u"%1 × %2"_s.arg(size.width()).arg(size.height()));
    const QSize most = thumbnail * 2;
    if (size.width() > most.width() || size.height() > most.height())
        reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1}));
    QImage image = reader.read();
    if (image.isNull())
        return refusal(Kind::Decode, u"Damaged"_s, reader.errorString());
    return std::make_shared<const Picture>(Picture{std::move(image), size});
}

} // namespace modelscribe

#include "moc_picturesource.cpp"
