// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/deletedialog.h"

#include "core/visibletext.h"
#include "model/modeldiff.h"
#include "ui/widgets/confirmname.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString changedPlaces(const ModelMetadata &seen, const ModelMetadata &after)
{
    const ModelMetadata before = spelledAs(seen, after);
    QStringList names;
    for (const FieldChange &change : fieldChanges(before, after))
        names.append(change.field->labelText());
    const LabelChanges labels = labelChanges(before.labels, after.labels);
    if (!labels.added.isEmpty() || !labels.removed.isEmpty())
        names.append(DeleteDialog::tr("Labels"));
    return names.join(DeleteDialog::tr(", "));
}

//! A button's text in which "&" is no mnemonic.
QString withAmpersands(QString text) { return text.replace(u'&', u"&&"_s); }

} // namespace

DeleteDialog::DeleteDialog(const RegisteredModel &model, const std::optional<ModelMetadata> &seen,
                           const QString &nameToConfirm, QWidget *parent)
    : QMessageBox(parent)
{
    const QString name = visibleText(model.metadata.name, 60);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Delete model"));
    setText(tr("Delete %1?").arg(name));
    if (auto *question = findChild<QLabel *>(u"qt_msgbox_label"_s))
        setLook(question, "role", u"heading"_s);
    const QString versions = model.latestVersionName.isEmpty()
                                 ? tr("This model and its labels are deleted from the registry.")
                                 : tr("This model, its labels and the records of its versions (the "
                                      "latest is %1) are deleted from the registry.")
                                       .arg(visibleText(model.latestVersionName, 40));
    const QString rest = tr("Files in OSS stay where they are. The history keeps what was deleted; "
                            "the model can be created again from it, but not its versions.");
    const QString text = tr("%1 %2", "two sentences").arg(versions, rest);
    setInformativeText(
        seen ? tr("Somebody has changed it in the registry meanwhile: %1. Nothing was deleted.")
                       .arg(changedPlaces(*seen, model.metadata))
                   + u'\n' + text
             : text);
    makePlain(*this);
    // Short enough for large text.
    const QString action = tr("Delete %1").arg(visibleText(model.metadata.name, 32));
    auto *remove = addButton(withAmpersands(action), QMessageBox::AcceptRole);
    setLook(remove, "kind", u"danger"_s);
    remove->setAccessibleName(action);
    auto *cancel = addButton(tr("Cancel"), QMessageBox::RejectRole);
    setDefaultButton(cancel);
    setEscapeButton(cancel);
    if (nameToConfirm.isEmpty())
        return;
    auto *confirm = new ConfirmName(this);
    confirm->ask(nameToConfirm);
    auto *grid = qobject_cast<QGridLayout *>(layout());
    grid->addWidget(confirm, grid->rowCount(), 0, 1, grid->columnCount());
    remove->setEnabled(false);
    connect(confirm, &ConfirmName::changed, remove,
            [confirm, remove] { remove->setEnabled(confirm->isConfirmed()); });
}

} // namespace modelscribe

#include "moc_deletedialog.cpp"
