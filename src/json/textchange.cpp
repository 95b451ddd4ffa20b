// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/textchange.h"

namespace modelscribe {

QByteArray changedText(const QByteArray &text, const TextChanges &changes)
{
    QByteArray result;
    qsizetype from = 0;
    for (const TextChange &change : changes) {
        result += QByteArrayView(text).sliced(from, change.begin - from);
        result += change.text;
        from = change.end;
    }
    return result + text.sliced(from);
}

} // namespace modelscribe
