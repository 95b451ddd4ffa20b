// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/labelusestable.h"

#include "lists/labelusesmodel.h"
#include "ui/labels/labelusesdelegate.h"
#include "ui/widgets/labelmark.h"
#include "ui/widgets/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int labelRowHeight = 30;
constexpr int countWidth = 96;

} // namespace

LabelUsesTable::LabelUsesTable(LabelUsesModel &labels, QWidget *parent)
    : QTableView(parent)
    , m_labels(labels)
{
    setItemDelegate(new LabelUsesDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(labelRowHeight);
    horizontalHeader()->setFixedHeight(labelRowHeight + 1);
    horizontalHeader()->setObjectName(u"labelUsesHeader"_s);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(40);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&labels, &QAbstractItemModel::modelAboutToBeReset, this, &LabelUsesTable::keepPlace);
    setModel(&labels);
    connect(&labels, &QAbstractItemModel::modelReset, this, &LabelUsesTable::findPlace);
    fitColumns();
}

std::optional<QString> LabelUsesTable::currentText() const
{
    const int row = currentIndex().row();
    if (row < 0 || row >= m_labels.rowCount())
        return std::nullopt;
    return m_labels.textAt(row);
}

QStringList LabelUsesTable::chosenTexts() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    if (rows.isEmpty() && currentText())
        rows.append(currentIndex().row());
    std::ranges::sort(rows);
    QStringList texts;
    for (const int row : rows)
        texts.append(m_labels.textAt(row));
    return texts;
}

void LabelUsesTable::setCurrentText(const QString &text)
{
    if (const int row = m_labels.rowOf(text); row >= 0)
        setCurrentIndex(m_labels.index(row, 0));
}

void LabelUsesTable::keepPlace()
{
    m_row = std::max(0, currentIndex().row());
    m_place = currentText();
}

void LabelUsesTable::findPlace()
{
    fitColumns();
    // The view has its own slot for this signal, and which one runs first is not fixed.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (currentIndex().isValid() || m_labels.rowCount() == 0)
                return emit currentTextChanged();
            const int known = m_place ? m_labels.rowOf(*m_place) : 0;
            const int row = known >= 0 ? known : std::min(m_row, m_labels.rowCount() - 1);
            setCurrentIndex(m_labels.index(row, 0));
        },
        Qt::QueuedConnection);
}

void LabelUsesTable::fitColumns()
{
    QHeaderView &header = *horizontalHeader();
    const int count = header.count();
    if (count == 0)
        return;
    for (int column = 1; column < count; ++column)
        header.resizeSection(column, countWidth);
    header.resizeSection(0, std::max(100, viewport()->width() - (count - 1) * countWidth));
}

void LabelUsesTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void LabelUsesTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        emit currentTextChanged();
}

void LabelUsesTable::keyPressEvent(QKeyEvent *event)
{
    const QStringList texts = chosenTexts();
    const bool isShow = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!texts.isEmpty() && (isShow || !m_isReadOnly)) {
        switch (event->key()) {
        case Qt::Key_F2: return emit renameRequested(*currentText());
        case Qt::Key_Delete: return emit removeRequested(texts);
        case Qt::Key_Return:
        case Qt::Key_Enter: return emit modelsRequested(*currentText());
        case Qt::Key_M:
            if (event->modifiers() == Qt::ControlModifier && texts.size() > 1)
                return emit mergeRequested(texts);
            break;
        default: break;
        }
    }
    QTableView::keyPressEvent(event);
}

void LabelUsesTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex cell = indexAt(event->position().toPoint());
    if (cell.isValid() && currentText())
        emit m_isReadOnly ? modelsRequested(*currentText()) : renameRequested(*currentText());
}

void LabelUsesTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex cell = isByKey ? currentIndex()
                                     : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!cell.isValid())
        return;
    if (!selectionModel()->isRowSelected(cell.row()))
        setCurrentIndex(cell);
    const QPoint below = visualRect(cell).bottomLeft() + QPoint(24, 0);
    showMenu(isByKey ? viewport()->mapToGlobal(below) : event->globalPos());
}

void LabelUsesTable::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Labels"));
    if (!m_isReadOnly)
        addChanges(*menu);
    const QString current = *currentText();
    QAction *models = menu->addAction(tr("Show the models"));
    models->setShortcut(Qt::Key_Return);
    connect(models, &QAction::triggered, this, [this, current] { emit modelsRequested(current); });
    menu->popup(at);
}

void LabelUsesTable::addColors(QMenu &menu, const QString &text)
{
    QMenu *colors = menu.addMenu(tr("Colour"));
    const auto current =
        m_labels.index(m_labels.rowOf(text), 0).data(LabelUsesModel::ColorRole).value<LabelColor>();
    for (const LabelColor color :
         {LabelColor::None, LabelColor::Blue, LabelColor::Teal, LabelColor::Green,
          LabelColor::Yellow, LabelColor::Red, LabelColor::Purple}) {
        QAction *action = colors->addAction(labelMarkIcon(color, Theme::of(this)),
                                            labelColorText(color));
        action->setCheckable(true);
        action->setChecked(color == current);
        connect(action, &QAction::triggered, this,
                [this, text, color] { emit colorRequested(text, color); });
    }
}

void LabelUsesTable::addChanges(QMenu &menu)
{
    const QStringList texts = chosenTexts();
    const QString current = *currentText();
    QAction *rename = menu.addAction(tr("Rename…"));
    rename->setShortcut(Qt::Key_F2);
    connect(rename, &QAction::triggered, this, [this, current] { emit renameRequested(current); });
    QAction *merge = menu.addAction(tr("Merge %Ln…", nullptr, int(texts.size())));
    merge->setShortcut(Qt::CTRL | Qt::Key_M);
    merge->setEnabled(texts.size() > 1);
    connect(merge, &QAction::triggered, this, [this, texts] { emit mergeRequested(texts); });
    QAction *remove = menu.addAction(tr("Take away from all models"));
    remove->setShortcut(Qt::Key_Delete);
    connect(remove, &QAction::triggered, this, [this, texts] { emit removeRequested(texts); });
    if (m_labels.of() == LabelUsesModel::Of::Keys)
        addColors(menu, current);
    menu.addSeparator();
}

} // namespace modelscribe

#include "moc_labelusestable.cpp"
