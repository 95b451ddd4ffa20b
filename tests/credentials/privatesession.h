// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace modelscribe::testing {

//! A home and a message bus of their own, on which no service starts by itself, with the keyring of
//! GNOME or without.
class PrivateSession
{
public:
    enum class Keyring {
        None,
        Empty,   //!< There, and would ask for a password to begin with.
        Unlocked //!< By a password that nobody has to type.
    };

    PrivateSession()
    {
        QFile bus(m_home.filePath(QStringLiteral("bus.conf")));
        if (!bus.open(QIODevice::WriteOnly))
            return;
        bus.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                  "<auth>EXTERNAL</auth><policy context='default'>"
                  "<allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/>"
                  "<allow own='*'/></policy></busconfig>");
    }

    //! What has to be installed before anything can be tested; empty: nothing.
    static QString missing()
    {
        for (const char *tool : {"dbus-run-session", "gnome-keyring-daemon"}) {
            const QString name = QString::fromLatin1(tool);
            if (QStandardPaths::findExecutable(name).isEmpty())
                return name + QStringLiteral(" is missing; scripts/test installs it");
        }
        return {};
    }

    QString home() const { return m_home.path(); }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(name), home());
        for (const char *name :
             {"DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
              "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            environment.remove(QString::fromLatin1(name));
        return environment;
    }

    //! What starts a keyring in a running session, for a shell.
    static QString keyringCommand(Keyring keyring)
    {
        const QString daemon = QStringLiteral("gnome-keyring-daemon --components=secrets");
        switch (keyring) {
        case Keyring::Empty: return daemon + QStringLiteral(" >/dev/null 2>&1; ");
        case Keyring::Unlocked:
            return QStringLiteral("printf test-pass | ") + daemon
                   + QStringLiteral(" --unlock >/dev/null 2>&1; ");
        case Keyring::None: break;
        }
        return {};
    }

    //! Starts \p command, words for a shell, as the last thing of the session, which ends with it.
    void start(QProcess &process, Keyring keyring, const QString &command) const
    {
        process.start(
            QStringLiteral("dbus-run-session"),
            {QStringLiteral("--config-file=") + m_home.filePath(QStringLiteral("bus.conf")),
             QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
             keyringCommand(keyring) + QStringLiteral("exec ") + command});
    }

private:
    QTemporaryDir m_home;
};

} // namespace modelscribe::testing
