// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wipe.h"

#include <algorithm>

namespace modelscribe {

namespace {

template<typename Text>
void wipeText(Text &secret)
{
    if (secret.isDetached()) {
        auto *first = reinterpret_cast<volatile char *>(secret.data()); // or it is optimised away
        std::fill_n(first, secret.size() * qsizetype(sizeof(*secret.data())), '\0');
    }
    secret = Text();
}

} // namespace

void wipe(QByteArray &secret) { wipeText(secret); }
void wipe(QString &secret) { wipeText(secret); }

} // namespace modelscribe
