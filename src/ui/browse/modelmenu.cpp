// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/modelmenu.h"

#include "core/visibletext.h"
#include "lists/comparison.h"
#include "lists/modeltablemodel.h"
#include "model/copiedfields.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

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
    QAction *edit = addAction(model.isReadOnly() ? tr("View") : tr("Edit"));
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
    addMany(models, cell, selected);
    if (models.isByOrderNumber())
        addMoves(models, cell.row(), selected);
    addSeparator();
    addFilters(models, cell);
    QAction *remove = addAction(tr("Delete %1…").arg(asMenuText(model.metadata.name)));
    remove->setShortcut(Qt::Key_Delete);
    remove->setEnabled(!model.isReadOnly());
    connect(remove, &QAction::triggered, this, &ModelMenu::deleteRequested);
    for (QAction *action : actions()) // the keys are the table's
        action->setShortcutContext(Qt::WidgetShortcut);
}

void ModelMenu::showEnter(bool isSo)
{
    if (!isSo)
        actions().first()->setShortcut({});
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
    add(tr("ID"), CopyAs::Ids);
    add(tr("JSON"), CopyAs::Json);
    add(tr("Markdown table"), CopyAs::Markdown);
}

//! What one of them holds, for the others.
void ModelMenu::addMany(const ModelTableModel &models, const QModelIndex &cell, qsizetype selected)
{
    addSeparator();
    connect(addAction(tr("Copy fields…")), &QAction::triggered, this,
            &ModelMenu::copyFieldsRequested);
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    QAction *paste = addAction(tr("Paste fields into %Ln model(s)…", nullptr, int(selected)));
    paste->setEnabled(copied && copied->hasFormat(CopiedFields::mimeType));
    connect(paste, &QAction::triggered, this, &ModelMenu::pasteFieldsRequested);
    const QString title = models.columns().at(cell.column()).title();
    QAction *fill = addAction(tr("Fill down %1…").arg(asMenuText(title)));
    fill->setShortcut(Qt::CTRL | Qt::Key_D);
    fill->setEnabled(selected > 1);
    connect(fill, &QAction::triggered, this, &ModelMenu::fillDownRequested);
}

void ModelMenu::addMoves(const ModelTableModel &models, int row, qsizetype selected)
{
    QAction *up = addAction(tr("Move up"));
    up->setShortcut(Qt::ALT | Qt::SHIFT | Qt::Key_Up);
    up->setEnabled(selected > 1 || row > 0);
    connect(up, &QAction::triggered, this, [this] { emit moveRequested(-1); });
    QAction *down = addAction(tr("Move down"));
    down->setShortcut(Qt::ALT | Qt::SHIFT | Qt::Key_Down);
    down->setEnabled(selected > 1 || row + 1 < models.rowCount());
    connect(down, &QAction::triggered, this, [this] { emit moveRequested(1); });
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
