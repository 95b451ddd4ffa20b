// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/filesaving.h"

#include "core/backgroundwork.h"
#include "core/visibletext.h"
#include "lists/exportfile.h"
#include "model/wording.h"
#include "ui/widgets/messagestrip.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace modelscribe {

namespace {

void tellWritten(MessageStrip &strip, const QString &file, const Result<std::monostate> &written)
{
    const QString name = visibleText(QFileInfo(file).fileName(), 60);
    if (written)
        return strip.show(MessageStrip::Kind::Success, [name] {
            return QCoreApplication::translate("FileSaving", "Saved as %1.").arg(name);
        });
    strip.show(MessageStrip::Kind::Error, [name, error = written.error()] {
        return QCoreApplication::translate("FileSaving", "%1 was not written: %2. %3")
            .arg(name, wording::whatHappened(error), visibleText(error.detail));
    });
}

} // namespace

void offerToSave(const FileOffer &offer, MessageStrip &strip)
{
    auto *dialog = new QFileDialog(strip.window(), offer.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(offer.filter);
    dialog->setDefaultSuffix(offer.suffix);
    dialog->selectFile(fileNameOf(offer.name));
    QObject::connect(dialog, &QFileDialog::fileSelected, &strip,
                     [contents = offer.contents, &strip](const QString &file) {
                         runAside(&strip, false, contents, [file, &strip](const QByteArray &bytes) {
                             writeFile(file, bytes, &strip,
                                       [file, &strip](const Result<std::monostate> &written) {
                                           tellWritten(strip, file, written);
                                       });
                         });
                     });
    dialog->open();
}

} // namespace modelscribe
