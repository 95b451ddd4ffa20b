// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/arguments.h"

#include <QByteArrayView>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

std::optional<QString> argumentProblem(int argc, const char *const *argv,
                                       const QStringList &fileOptions)
{
    QString before; // the option whose value may follow
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        const bool isOption = argument.size() > 2 && argument.startsWith("--");
        const qsizetype equals = isOption ? argument.indexOf('=') : -1;
        const QString own = !isOption
                                ? QString()
                                : QString::fromUtf8(equals < 0 ? argument : argument.first(equals));
        const bool isFile = isOption ? equals > 0 && fileOptions.contains(own)
                                     : fileOptions.contains(before);
        if (!isFile && !argument.isValidUtf8())
            return u"argument %1 is not UTF-8 text"_s.arg(i);
        if (argument.isEmpty() && before.isEmpty())
            return u"argument %1 is empty"_s.arg(i);
        if (argument.isEmpty() || (equals > 0 && equals == argument.size() - 1))
            return u"%1 is given empty; give it a value, or leave it out"_s.arg(isOption ? own
                                                                                         : before);
        before = equals < 0 ? own : QString();
    }
    return {};
}

std::optional<QString> environmentProblem()
{
    static constexpr std::array names{"HOME",
                                      "XDG_CONFIG_HOME",
                                      "XDG_DATA_HOME",
                                      "XDG_STATE_HOME",
                                      "PAI_WORKSPACE_ID",
                                      "MODELSCRIBE_PROFILE",
                                      "MODELSCRIBE_ENDPOINT",
                                      "ALIBABA_CLOUD_REGION_ID"};
    for (const char *name : names) {
        if (!qgetenv(name).isValidUtf8())
            return u"the environment variable %1 is not UTF-8 text"_s.arg(QLatin1StringView(name));
    }
    return {};
}

} // namespace modelscribe
