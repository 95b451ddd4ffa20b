// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rampolicy.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace modelscribe {

QString ramPolicyFor(const QString &action)
{
    static const QRegularExpression name(u"^[A-Za-z0-9-]+:[A-Za-z0-9]+\\z"_s);
    if (!name.match(action).hasMatch()) // it comes from the registry
        return {};
    return u"{\n"
           "  \"Version\": \"1\",\n"
           "  \"Statement\": [\n"
           "    {\n"
           "      \"Effect\": \"Allow\",\n"
           "      \"Action\": \"%1\",\n"
           "      \"Resource\": \"*\"\n"
           "    }\n"
           "  ]\n"
           "}\n"_s.arg(action);
}

} // namespace modelscribe
