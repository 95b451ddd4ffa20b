// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draft.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

QString Draft::newModelId()
{
    return u"new-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace modelscribe
