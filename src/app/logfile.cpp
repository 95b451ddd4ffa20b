// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logfile.h"

#include "api/redaction.h"
#include "core/paths.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QMutex>

#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 maxLogBytes = 1024 * 1024;

class Log
{
public:
    explicit Log(const QString &folder)
        : m_file(folder + u"/modelscribe.log"_s)
    {
        if (!paths::makePrivateFolder(folder) || !open())
            std::fputs("modelscribe: no log file can be written\n", stderr);
    }

    void write(const QByteArray &line)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_file.isOpen())
            return;
        if (m_file.size() + line.size() > maxLogBytes)
            rotate();
        m_file.write(line);
        m_file.flush();
    }

private:
    bool open()
    {
        const QFileInfo info(m_file.fileName());
        if (info.exists() && !info.isFile()) // opening a pipe would wait
            return false;
        return m_file.open(QIODevice::WriteOnly | QIODevice::Append)
               && (info.isSymLink() || paths::makeFilePrivate(m_file.fileName()));
    }

    void rotate()
    {
        const QString name = m_file.fileName();
        m_file.close();
        QFile::remove(name + u".1"_s);
        QFile::rename(name, name + u".1"_s);
        open();
    }

    QMutex m_mutex;
    QFile m_file;
};

//! The message handler is a plain function: it needs one known place. Other threads may be in it
//! when it is taken away, so the log that they write to stays.
std::atomic<Log *> currentLog = nullptr;

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static constexpr const char *names[] = {"debug", "warning", "critical", "fatal", "info"};
    const QString line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' '
                         + QLatin1StringView(names[type]) + u' '
                         + QLatin1StringView(context.category ? context.category : "default") + u' '
                         + logLine(redacted(message, {})) + u'\n';
    const QByteArray utf8 = line.toUtf8();
    if (type != QtInfoMsg && type != QtDebugMsg)
        std::fwrite(utf8.constData(), 1, size_t(utf8.size()), stderr);
    if (Log *log = currentLog)
        log->write(utf8);
}

} // namespace

Logging::Logging(const QString &folder)
{
    delete currentLog.exchange(new Log(folder)); // of one that ended long ago
    qInstallMessageHandler(handleMessage);
}

Logging::~Logging() { qInstallMessageHandler(nullptr); }

} // namespace modelscribe
