// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/toolkeys.h"

#include "core/backgroundwork.h"
#include "credentials/keycommand.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

QString nameOf(const KeysFrom &from)
{
    switch (from.kind) {
    case KeysFrom::Kind::Keychain:
    case KeysFrom::Kind::KeychainToken: return u"the keychain"_s;
    case KeysFrom::Kind::Session: return u"this session"_s;
    case KeysFrom::Kind::Environment: return u"the environment"_s;
    case KeysFrom::Kind::AliyunProfile:
        return u"~/.aliyun/config.json, profile %1"_s.arg(from.name);
    case KeysFrom::Kind::IniSection:
        return u"~/.alibabacloud/credentials, section %1"_s.arg(from.name);
    case KeysFrom::Kind::Unknown: break;
    }
    return u"“%1”, which this version does not know"_s.arg(from.name);
}

ToolKeys::ToolKeys(QProcessEnvironment environment, KeyResolverOptions options, QString home,
                   QObject *parent)
    : QObject(parent)
    , m_environment(std::move(environment))
    , m_home(std::move(home))
    , m_now(options.client.now)
    , m_resolver(std::move(options))
{
}

QFuture<Result<MachineKeys>> ToolKeys::read()
{
    auto promise = std::make_shared<QPromise<Result<MachineKeys>>>();
    promise->start();
    runAside(
        this, false,
        [home = m_home, environment = m_environment] {
            return MachineKeys::read(home, environment);
        },
        [promise](const MachineKeys &keys) {
            promise->addResult(keys);
            promise->finish();
        });
    return promise->future();
}

QFuture<Result<FoundKeys>> ToolKeys::find()
{
    return andThen<FoundKeys>(read(), this, [this](const MachineKeys &keys) {
        return readyResult<FoundKeys>(FoundKeys{keys.offers(m_now()), keys.paiDefaults()});
    });
}

QString ToolKeys::agreementTo(const QString &command) { return commandFingerprint(command); }

QFuture<Result<AccessKey>> ToolKeys::key(const KeysFrom &from, const QString &agreedCommand,
                                         const NetworkRoute &route)
{
    if (from.kind == KeysFrom::Kind::Unknown)
        return readyResult<AccessKey>(failure(Error::Kind::Unauthorized, nameOf(from)));
    return andThen<AccessKey>(read(), this, [=, this](const MachineKeys &keys) {
        return resolve(keys, from, agreedCommand, route);
    });
}

QFuture<Result<AccessKey>> ToolKeys::resolve(const MachineKeys &keys, const KeysFrom &from,
                                             const QString &agreedCommand,
                                             const NetworkRoute &route)
{
    const auto refuse = [&from](const QString &why) {
        return readyResult<AccessKey>(
            failure(Error::Kind::Unauthorized, u"%1: %2"_s.arg(nameOf(from), why)));
    };
    const auto recipe = keys.recipe(from, m_now());
    if (!recipe)
        return refuse(recipe.error().text());
    if (const QString command = recipe->command();
        !command.isEmpty() && agreementTo(command) != agreedCommand)
        return refuse(u"nobody agreed to run its program"_s);
    return m_resolver.resolve(*recipe, route);
}

} // namespace modelscribe

#include "moc_toolkeys.cpp"
