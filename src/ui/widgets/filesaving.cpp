// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filesaving.h"

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

QFileDialog *newFileDialog(const FileQuestion &question, QWidget *asking, FileChosen chosen)
{
    auto *dialog = new QFileDialog(asking->window(), question.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // A native one can block the event loop for as long as it is open.
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setNameFilters(question.filters);
    QObject::connect(dialog, &QFileDialog::fileSelected, asking, std::move(chosen));
    return dialog;
}

} // namespace

void askForFile(const FileQuestion &question, QWidget *asking, FileChosen chosen)
{
    QFileDialog *dialog = newFileDialog(question, asking, std::move(chosen));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->open();
}

void askForNewFile(const FileQuestion &question, QWidget *asking, FileChosen chosen)
{
    QFileDialog *dialog = newFileDialog(question, asking, std::move(chosen));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(question.suffix);
    if (!question.name.isEmpty())
        dialog->selectFile(fileNameOf(question.name));
    dialog->open();
}

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

void offerToSave(const FileQuestion &question, std::function<QByteArray()> contents,
                 MessageStrip &strip)
{
    askForNewFile(question, &strip, [contents, &strip](const QString &file) {
        runAside(&strip, false, contents, [file, &strip](const QByteArray &bytes) {
            writeFile(file, bytes, &strip, [file, &strip](const Result<std::monostate> &written) {
                tellWritten(strip, file, written);
            });
        });
    });
}

} // namespace modelscribe
