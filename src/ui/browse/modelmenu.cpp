// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/modelmenu.h"

#include "core/visibletext.h"
#include "lists/comparison.h"
#include "lists/modeltablemodel.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestName = 40;

//! Menus take & as the mark of a key.
QString asMenuText(const QString &text)
{
    return visibleText(text, longestName).replace(u'&', "&&"_L1);
}

} // namespace

ModelMenu::ModelMenu(const ModelTableModel &models, const QModelIndex &cell, qsizetype selected,
                     QWidget *parent)
    : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Model"));
    const RegisteredModel &model = models.modelAt(cell.row());
    QAction *edit = addAction(model.isReadOnly() ? tr("Look at it") : tr("Edit"));
    edit->setShortcut(Qt::Key_Return);
    connect(edit, &QAction::triggered, this, &ModelMenu::openRequested);
    QAction *editCell = addAction(tr("Edit this cell"));
    editCell->setShortcut(Qt::Key_F2);
    editCell->setEnabled(!model.isReadOnly());
    connect(editCell, &QAction::triggered, this, &ModelMenu::cellEditRequested);
    addSeparator();
    addCopies(models, cell.row());
    connect(addAction(tr("New from this one")), &QAction::triggered, this,
            &ModelMenu::copyAsNewRequested);
    QAction *compare = addAction(tr("Compare"));
    compare->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    compare->setEnabled(selected > 1 && selected <= mostCompared);
    connect(compare, &QAction::triggered, this, &ModelMenu::compareRequested);
    addSeparator();
    addFilters(models, cell);
    QAction *remove = addAction(tr("Delete %1…").arg(asMenuText(model.metadata.name)));
    remove->setShortcut(Qt::Key_Delete);
    remove->setEnabled(!model.isReadOnly());
    connect(remove, &QAction::triggered, this, &ModelMenu::deleteRequested);
    for (QAction *action : actions()) // the keys are the table's
        action->setShortcutContext(Qt::WidgetShortcut);
}

void ModelMenu::offerDrafts(int drafts)
{
    auto *review = new QAction(tr("Review %Ln draft(s)…", nullptr, drafts), this);
    insertAction(actions().constLast(), review);
    connect(review, &QAction::triggered, this, &ModelMenu::draftsReviewRequested);
}

void ModelMenu::addCopies(const ModelTableModel &models, int row)
{
    QMenu *copies = addMenu(tr("Copy"));
    const auto add = [&](const QString &text, CopyAs how) {
        QAction *action = copies->addAction(text);
        connect(action, &QAction::triggered, &models, [&models, id = models.modelAt(row).id, how] {
            if (const int now = models.rowOf(id); now >= 0)
                copy(models, now, how);
        });
        return action;
    };
    QAction *table = add(tr("Row as table"), CopyAs::Table);
    table->setShortcut(QKeySequence::Copy);
    table->setShortcutContext(Qt::WidgetShortcut);
    add(tr("Name"), CopyAs::Names);
    add(tr("Id"), CopyAs::Ids);
    add(tr("JSON"), CopyAs::Json);
    add(tr("Markdown table"), CopyAs::Markdown);
}

void ModelMenu::addFilters(const ModelTableModel &models, const QModelIndex &cell)
{
    const ModelColumn &column = models.columns().at(cell.column());
    const QString field = column.queryField();
    const QString value = column.text(models.modelAt(cell.row()));
    using Kind = ModelColumn::Kind;
    if (field.isEmpty() || value.isEmpty() || column.kind() == Kind::Name
        || column.kind() == Kind::Labels)
        return;
    const QString term = asMenuText(field + u':' + value);
    connect(addAction(tr("Only %1").arg(term)), &QAction::triggered, this,
            [this, field, value] { emit filterRequested(field, value, false); });
    connect(addAction(tr("Without %1").arg(term)), &QAction::triggered, this,
            [this, field, value] { emit filterRequested(field, value, true); });
    addSeparator();
}

void ModelMenu::copy(const ModelTableModel &models, int row, CopyAs how)
{
    QGuiApplication::clipboard()->setText(
        copiedText(how, {&models.modelAt(row)}, models.columns()));
}

} // namespace modelscribe

#include "moc_modelmenu.cpp"
