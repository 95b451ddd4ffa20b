// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/plaintext.h"

#include "core/visibletext.h"

#include <QLabel>
#include <QMessageBox>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace modelscribe {

QString visibleToolTip(const QString &text)
{
    const QString shown = visibleText(text);
    return Qt::mightBeRichText(shown) ? u"<qt>"_s + shown.toHtmlEscaped() + u"</qt>"_s : shown;
}

void makePlain(QMessageBox &box)
{
    box.setTextFormat(Qt::PlainText);
    for (QLabel *label : box.findChildren<QLabel *>())
        label->setTextFormat(Qt::PlainText);
}

} // namespace modelscribe
