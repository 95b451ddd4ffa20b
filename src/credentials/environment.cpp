// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/environment.h"

#include <array>
#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr std::array keyNames{"ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
                              "ALIBABA_CLOUD_SECURITY_TOKEN"};

} // namespace

QProcessEnvironment takeEnvironment()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : keyNames) {
        // The system shows the bytes that the process began with, also when nothing names them.
        if (char *value = std::getenv(name))
            std::memset(value, 0, std::strlen(value));
        qunsetenv(name);
    }
    return environment;
}

AccessKey accessKeyOf(const QProcessEnvironment &environment)
{
    const auto value = [&](const char *name) {
        return environment.value(QLatin1StringView(name)).trimmed().toUtf8();
    };
    return {.id = value(keyNames[0]),
            .secret = value(keyNames[1]),
            .securityToken = value(keyNames[2])};
}

QProcessEnvironment environmentWithoutKeys()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *prefix : {"ALIBABA_CLOUD_", "ALIBABACLOUD_", "ALICLOUD_", ""}) {
        for (const char *name :
             {"ACCESS_KEY_ID", "ACCESS_KEY_SECRET", "SECURITY_TOKEN", "BEARER_TOKEN"})
            environment.remove(QString::fromLatin1(prefix) + QLatin1StringView(name));
    }
    return environment;
}

} // namespace modelscribe
