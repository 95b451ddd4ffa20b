// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"

#include "core/jsonwriter.h"

#include <QStringConverter>

namespace modelscribe {

QString JsonText::toString() const
{
    // QString::fromUtf8() would drop a leading byte order mark.
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder.decode(m_utf8);
}

JsonText JsonText::fromString(const QString &text) { return JsonText(utf8KeepingSurrogates(text)); }

} // namespace modelscribe
