// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparetable.h"

#include "core/visibletext.h"
#include "lists/comparisonmodel.h"
#include "ui/compare/comparedelegate.h"
#include "ui/compare/compareheader.h"
#include "ui/compare/comparenames.h"
#include "ui/widgets/spokenname.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int narrowTableBelow = 1000;
constexpr int namesWidth = 205;
constexpr int narrowNamesWidth = 150;
constexpr int leastColumn = 280;
constexpr qsizetype longestInMenu = 40;

//! Menus take & as the mark of a key.
QString menuName(const QString &text)
{
    return visibleText(text, longestInMenu).replace(u'&', "&&"_L1);
}

} // namespace

CompareTable::CompareTable(QWidget *parent)
    : QTableView(parent)
{
    setSpokenName(*this, [] { return tr("Comparison"); });
    auto *header = new CompareHeader(this);
    setHorizontalHeader(header);
    setVerticalHeader(new CompareNames(this));
    setItemDelegate(new CompareDelegate(this));
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalScrollBar()->setSingleStep(30);
    connect(header, &CompareHeader::removeRequested, this,
            [this](int section) { emit removeRequested(idAt(section)); });
}

void CompareTable::setComparison(ComparisonModel *models)
{
    m_models = models;
    connect(models, &QAbstractItemModel::modelAboutToBeReset, this, &CompareTable::keepPlace);
    setModel(models);
    connect(models, &QAbstractItemModel::modelReset, this, &CompareTable::findPlace);
}

QString CompareTable::idAt(int column) const
{
    return m_models->comparison().models.value(column).id();
}

void CompareTable::keepPlace()
{
    m_scroll = verticalScrollBar()->value();
    if (const ComparedRow *row = m_models->rowAt(currentIndex().row())) {
        m_place = row->place;
        m_id = idAt(currentIndex().column());
    }
}

void CompareTable::findPlace()
{
    fitColumns();
    // The view has its own slot for this signal, and which one runs first is not fixed.
    QMetaObject::invokeMethod(
        this,
        [this] {
            const auto &models = m_models->comparison().models;
            auto model = std::ranges::find(models, m_wanted, &ComparedModel::id);
            if (model == models.end())
                model = std::ranges::find(models, m_id, &ComparedModel::id);
            else
                m_wanted.clear();
            const int row = m_models->rowOf(m_place);
            const int column = model == models.end() ? 0 : int(model - models.begin());
            setCurrentIndex(m_models->index(row < 0 ? 1 : row, column));
            verticalScrollBar()->setValue(m_scroll);
        },
        Qt::QueuedConnection);
}

void CompareTable::fitColumns()
{
    const int count = m_models ? m_models->columnCount() : 0;
    const bool isNarrow = width() < narrowTableBelow;
    const int names = isNarrow ? narrowNamesWidth : namesWidth;
    verticalHeader()->setFixedWidth(names);
    if (count == 0)
        return;
    const int room = width() - names - verticalScrollBar()->sizeHint().width();
    int column = std::max(room / count, leastColumn);
    if (isNarrow) // two at a time
        column = std::max(room / std::min(count, 2), 100);
    else if (count <= 3)
        column = room / count;
    horizontalHeader()->setDefaultSectionSize(column);
    for (int i = 0; i < count; ++i)
        horizontalHeader()->resizeSection(i, column);
}

void CompareTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void CompareTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
}

void CompareTable::copyValue(const QModelIndex &cell) const
{
    if (const ComparedRow *row = m_models->rowAt(cell.row()))
        QGuiApplication::clipboard()->setText(row->values[cell.column()].text);
}

void CompareTable::addTargets(QMenu &menu, const QModelIndex &cell)
{
    const ComparedRow *row = m_models->rowAt(cell.row());
    const auto &models = m_models->comparison().models;
    const QString source = idAt(cell.column());
    QStringList all;
    for (const ComparedModel &model : models) {
        if (model.id() == source)
            continue;
        QString text = menuName(model.edited.name);
        if (model.edited != model.registered.metadata)
            text += u'\t' + tr("draft");
        const QString id = model.id();
        connect(
            menu.addAction(text), &QAction::triggered, this,
            [this, place = row->place, source, id] { emit copyRequested(place, source, {id}); });
        if (!model.isGone && !model.registered.isReadOnly())
            all.append(id);
    }
    if (all.size() < 2)
        return;
    connect(menu.addAction(tr("All of them")), &QAction::triggered, this,
            [this, place = row->place, source, all] { emit copyRequested(place, source, all); });
}

//! At once when there is one model that it can only be copied to.
void CompareTable::copyOrAsk(const QModelIndex &cell)
{
    const ComparedRow *row = m_models->rowAt(cell.row());
    if (!row || m_models->columnCount() < 2)
        return;
    if (m_models->columnCount() == 2) {
        emit copyRequested(row->place, idAt(cell.column()), {idAt(1 - cell.column())});
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Copy to"));
    menu->addSection(
        tr("Copy %1 to").arg(menuName(comparedText(row->place, row->values[cell.column()]))));
    addTargets(*menu, cell);
    menu->setActiveAction(menu->actions().value(1));
    const QRect shown = visualRect(cell);
    menu->popup(viewport()->mapToGlobal(
        QPoint(std::max(shown.left(), shown.right() - menu->sizeHint().width()), shown.bottom())));
}

void CompareTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex cell = currentIndex();
    if (cell.isValid() && event->matches(QKeySequence::Copy))
        return copyValue(cell);
    if (cell.isValid() && event->key() == Qt::Key_Right
        && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return copyOrAsk(cell);
    if (cell.isValid() && event->key() == Qt::Key_Delete)
        return emit removeRequested(idAt(cell.column()));
    if (cell.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return emit openRequested(idAt(cell.column()));
    QTableView::keyPressEvent(event);
}

void CompareTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const QModelIndex cell = indexAt(at);
    if (event->button() == Qt::LeftButton && cell.isValid() && cell == currentIndex()
        && CompareDelegate::copyRect(visualRect(cell), fontMetrics()).contains(at))
        copyOrAsk(cell);
}

void CompareTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex cell = isByKey ? currentIndex()
                                     : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!m_models->rowAt(cell.row()))
        return;
    setCurrentIndex(cell);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Value"));
    if (m_models->columnCount() > 1)
        addTargets(*menu->addMenu(tr("Copy to")), cell);
    connect(menu->addAction(tr("Copy the value")), &QAction::triggered, this,
            [this, at = QPersistentModelIndex(cell)] { copyValue(at); });
    menu->addSeparator();
    const QString id = idAt(cell.column());
    const QString name = menuName(m_models->comparison().models[cell.column()].edited.name);
    connect(menu->addAction(tr("Open %1").arg(name)), &QAction::triggered, this,
            [this, id] { emit openRequested(id); });
    connect(menu->addAction(tr("Remove %1 from the comparison").arg(name)), &QAction::triggered,
            this, [this, id] { emit removeRequested(id); });
    const QPoint below = visualRect(cell).bottomLeft() + QPoint(24, 0);
    menu->popup(isByKey ? viewport()->mapToGlobal(below) : event->globalPos());
}

} // namespace modelscribe

#include "moc_comparetable.cpp"
