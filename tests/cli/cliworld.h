// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testpaths.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace modelscribe {

//! What a run of the program left behind.
struct Told
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

//! A home of its own, the key of a served registry, and the program to run in it.
class CliWorld
{
public:
    static QByteArray secret() { return "CanarySecret7x1Zq9Wm3Kd5"; }

    CliWorld()
    {
        environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
            environment.insert(QString::fromLatin1(name),
                               home.filePath(QString::fromLatin1(name).toLower()));
        environment.insert(QStringLiteral("ALIBABA_CLOUD_ACCESS_KEY_ID"),
                           QStringLiteral("LTAICanaryKeyId00001"));
        environment.insert(QStringLiteral("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
                           QString::fromLatin1(secret()));
    }

    ~CliWorld() { stopServing(); }

    static QString program()
    {
        return testing::buildPath(QStringLiteral("src/cli/modelscribe-cli"));
    }

    //! Starts "serve" and points the environment to it.
    bool serve(int samples)
    {
        server = std::make_unique<QProcess>();
        server->setProcessEnvironment(environment);
        server->start(program(),
                      {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"),
                       QStringLiteral("--database"), home.filePath(QStringLiteral("served.db")),
                       QStringLiteral("--sample"), QString::number(samples)});
        while (!server->canReadLine() && server->waitForReadyRead(20'000)) { }
        const QByteArray line = server->readLine().trimmed();
        if (!line.startsWith("listening on http://127.0.0.1:"))
            return false;
        endpoint = QString::fromLatin1(line.mid(13));
        environment.insert(QStringLiteral("MODELSCRIBE_ENDPOINT"), endpoint);
        return true;
    }

    void stopServing()
    {
        if (!server || server->state() == QProcess::NotRunning)
            return;
        server->terminate();
        server->waitForFinished(20'000);
    }

    std::unique_ptr<QProcess> start(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->start(program(), arguments);
        return process;
    }

    Told run(const QStringList &arguments, const QByteArray &input = {})
    {
        auto process = start(arguments);
        process->write(input);
        process->closeWriteChannel();
        if (!process->waitForFinished(60'000)) {
            process->kill();
            process->waitForFinished();
            return {};
        }
        return take(*process);
    }

    Told take(QProcess &process)
    {
        const Told told{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                        process.readAllStandardOutput(), process.readAllStandardError()};
        everything += told.out + told.err;
        return told;
    }

    //! Creates a model and gives its id.
    QString create(const QString &name, const QStringList &more = {})
    {
        const Told told = run(QStringList{QStringLiteral("create"), QStringLiteral("--output"),
                                          QStringLiteral("table"), QStringLiteral("--set"),
                                          QStringLiteral("ModelName=") + name}
                              + more);
        return QString::fromLatin1(told.out).trimmed();
    }

    QString file(const QString &name, const QByteArray &content)
    {
        QFile out(home.filePath(name));
        if (out.open(QIODevice::WriteOnly))
            out.write(content);
        return out.fileName();
    }

    QTemporaryDir home;
    QProcessEnvironment environment;
    std::unique_ptr<QProcess> server;
    QString endpoint;
    QByteArray everything; //!< All that was ever told.
};

} // namespace modelscribe
