// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keycommand.h"

#include "credentials/environment.h"
#include "credentials/keyanswer.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostOutput = 64 * 1024;

tl::unexpected<Error> commandFailed(const QString &why)
{
    return failure(Error::Kind::Unauthorized, u"process_command: "_s + why);
}

//! One run: gathers what is printed, and ends with a key or the reason why there is none.
class KeyCommandRun : public QObject
{
public:
    using Promise = std::shared_ptr<QPromise<Result<AccessKey>>>;

    KeyCommandRun(Promise promise, QObject *context)
        : QObject(context)
        , m_promise(std::move(promise))
    {
        connect(&m_process, &QProcess::readyReadStandardOutput, this, &KeyCommandRun::take);
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end(commandFailed(u"the program cannot be started"_s));
        });
        connect(&m_process, &QProcess::finished, this, &KeyCommandRun::finished);
    }

    ~KeyCommandRun() override
    {
        m_process.disconnect(this);
        m_process.kill();
        m_process.waitForFinished(50); // killed, it ends at once
    }

    void start(const QStringList &words, std::chrono::milliseconds limit)
    {
        m_process.setProcessEnvironment(environmentWithoutKeys());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.setStandardInputFile(QProcess::nullDevice());
        QTimer::singleShot(limit, this, [this, limit] {
            end(commandFailed(u"the program did not end within %1 s"_s.arg(
                QString::number(double(limit.count()) / 1000))));
        });
        m_process.start(words.first(), words.sliced(1));
    }

private:
    void take()
    {
        m_output += m_process.readAllStandardOutput();
        if (m_output.size() > mostOutput)
            end(commandFailed(u"the program prints more than a key"_s));
    }

    void finished(int code, QProcess::ExitStatus status)
    {
        if (status != QProcess::NormalExit || code != 0)
            return end(commandFailed(u"the program failed (exit %1)"_s.arg(code)));
        take();
        Result<AccessKey> key = keyOfAnswer(m_output);
        m_output.fill('\0');
        if (!key)
            return end(commandFailed(key.error().detail));
        end(key);
    }

    void end(const Result<AccessKey> &result)
    {
        if (m_hasEnded)
            return;
        m_hasEnded = true;
        m_promise->addResult(result);
        m_promise->finish();
        deleteLater();
    }

    Promise m_promise;
    QProcess m_process;
    QByteArray m_output;
    bool m_hasEnded = false;
};

} // namespace

std::optional<QStringList> commandWords(const QString &command)
{
    QStringList words;
    QString word;
    bool isInWord = false;
    QChar open; // the quotation mark that is open
    for (qsizetype i = 0; i < command.size(); ++i) {
        const QChar c = command[i];
        const QChar next = i + 1 < command.size() ? command[i + 1] : QChar();
        const bool escapes = c == u'\\'
                             && (open.isNull() || (open == u'"' && u"\"\\$`"_s.contains(next)));
        if (escapes && !next.isNull()) {
            word += next;
            isInWord = true;
            ++i;
        } else if (!open.isNull() ? c == open : (c == u'"' || c == u'\'')) {
            open = open.isNull() ? c : QChar();
            isInWord = true;
        } else if (open.isNull() && c.isSpace()) {
            if (isInWord)
                words.append(std::exchange(word, {}));
            isInWord = false;
        } else {
            word += c;
            isInWord = true;
        }
    }
    if (isInWord)
        words.append(word);
    if (!open.isNull() || words.isEmpty() || words.first().isEmpty())
        return {};
    return words;
}

QString commandFingerprint(const QString &command)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(command.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QFuture<Result<AccessKey>> runKeyCommand(const QString &command, QObject *context,
                                         std::chrono::milliseconds limit)
{
    const auto words = commandWords(command);
    if (!words)
        return readyResult<AccessKey>(commandFailed(u"it is no command"_s));
    auto promise = std::make_shared<QPromise<Result<AccessKey>>>();
    promise->start();
    (new KeyCommandRun(promise, context))->start(*words, limit);
    return promise->future();
}

} // namespace modelscribe
