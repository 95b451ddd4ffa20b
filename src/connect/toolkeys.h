// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/keyresolver.h"
#include "core/whendone.h"
#include "credentials/machinekeys.h"

#include <QDir>
#include <QObject>
#include <QProcessEnvironment>

namespace modelscribe {

//! What other tools and the environment have on this computer, for a person to choose from.
struct FoundKeys
{
    QList<KeyOffer> offers;
    PaiDefaults pai; //!< Where the PAI SDK works: a region and workspace to begin with.

    friend bool operator==(const FoundKeys &, const FoundKeys &) = default;
};

//! Keys that other tools keep on this computer. Their files are read anew each time somebody asks,
//! on another thread; nothing is sent, and no program is run, before a key is asked for.
class ToolKeys : public QObject
{
    Q_OBJECT

public:
    //! \p environment: what this program was started with, keys included.
    explicit ToolKeys(QProcessEnvironment environment = {}, KeyResolverOptions options = {},
                      QString home = QDir::homePath(), QObject *parent = nullptr);

    const QProcessEnvironment &environment() const { return m_environment; }

    QFuture<Result<FoundKeys>> find();
    //! What Profile::agreedCommand is once a person has seen \p command and said yes.
    static QString agreementTo(const QString &command);
    //! A key from \p from, which is none that this program keeps. A program is run for it only when
    //! \p agreedCommand is the agreement to just its command. What has to be asked elsewhere is
    //! asked by \p route.
    QFuture<Result<AccessKey>> key(const KeysFrom &from, const QString &agreedCommand,
                                   const NetworkRoute &route = {});

private:
    QFuture<Result<MachineKeys>> read();
    QFuture<Result<AccessKey>> resolve(const MachineKeys &keys, const KeysFrom &from,
                                       const QString &agreedCommand, const NetworkRoute &route);

    QProcessEnvironment m_environment;
    QString m_home;
    std::function<QDateTime()> m_now;
    KeyResolver m_resolver;
};

//! "~/.aliyun/config.json, profile train": untranslated, for errors.
QString nameOf(const KeysFrom &from);

} // namespace modelscribe
