// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mnemonic.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace modelscribe {

QString withoutMnemonic(QString text)
{
    // Languages without Latin letters put the mnemonic behind the text: 编辑(&E).
    static const QRegularExpression behind(u"\\(&\\w\\)"_s);
    const QString ampersand(QChar(0x1));
    text.remove(behind).replace("&&"_L1, ampersand).remove(u'&');
    return text.replace(ampersand, u"&"_s);
}

} // namespace modelscribe
