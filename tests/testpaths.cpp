// SPDX-License-Identifier: GPL-3.0-or-later
#include "testpaths.h"

using namespace Qt::StringLiterals;

namespace modelscribe::testing {

QString sourcePath(const QString &below) { return QStringLiteral(SOURCE_DIR) + u'/' + below; }
QString buildPath(const QString &below) { return QStringLiteral(BUILD_DIR) + u'/' + below; }

} // namespace modelscribe::testing
