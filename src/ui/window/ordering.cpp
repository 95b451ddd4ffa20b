// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ordering.h"

#include "core/visibletext.h"
#include "lists/modeltablemodel.h"
#include "lists/movedrows.h"
#include "registry/change.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/orderbar.h"
#include "ui/browse/rowdragging.h"
#include "ui/browse/searchbox.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/batchreviewing.h"
#include "ui/window/batchruns.h"
#include "ui/window/windowpanes.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto takeBackPatience = 10s;
constexpr auto howPatience = 30s;

QList<int> selectedRows(const ModelTable &table)
{
    QList<int> rows;
    for (const QItemSelectionRange &range : table.selectionModel()->selection()) {
        for (int row = range.top(); range.left() == 0 && row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::ranges::sort(rows);
    return rows;
}

} // namespace

Ordering::Ordering(Workbench &workbench, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_parts(parts)
    , m_order(workbench.batchDrafts())
{
    BrowsePane &browse = parts.panes.browse();
    connect(&browse.table(), &ModelTable::moveRequested, this, &Ordering::move);
    connect(&browse.dragging(), &RowDragging::dropped, this, &Ordering::moveBefore);
    connect(&browse, &BrowsePane::countsChanged, this, &Ordering::showBar);
    connect(&browse.orderBar(), &OrderBar::reviewRequested, this, [this] {
        if (BatchSession *session = m_order.session())
            m_parts.reviewing.review(session);
    });
    connect(&browse.orderBar(), &OrderBar::takeBackRequested, this, &Ordering::takeBack);
    connect(&m_order, &HandOrder::changed, this, [this] {
        if (m_order.numbers().isEmpty()) // later: it may just have been agreed to
            QMetaObject::invokeMethod(this, &Ordering::show, Qt::QueuedConnection);
        else
            show();
    });
    connect(&parts.reviewing, &BatchReviewing::agreed, this, &Ordering::takeAgreed);
    connect(&parts.runs, &BatchRuns::batchOpenRequested, this, &Ordering::openDraft);
    connect(&workbench.batches(), &Batches::runChanged, this, &Ordering::takeRun);
    connect(&workbench, &Workbench::connectionChanged, this, [this] {
        m_sent.clear();
        show();
    });
    show();
}

void Ordering::show()
{
    BrowsePane &browse = m_parts.panes.browse();
    m_shown = m_order.numbers().isEmpty() ? m_sent : m_order.numbers();
    browse.models().marks().setOrderNumbers(m_shown);
    showBar();
}

void Ordering::showBar()
{
    BrowsePane &browse = m_parts.panes.browse();
    const qsizetype changed = browse.showsDrafts() ? 0 : m_order.numbers().size();
    browse.orderBar().showOrder(int(changed), browse.isSearched());
}

void Ordering::begin()
{
    BrowsePane &browse = m_parts.panes.browse();
    m_parts.panes.showPage(nullptr);
    m_parts.panes.setEditorInFront(false);
    if (browse.showsDrafts())
        m_parts.panes.header().searchBox().setQuery({});
    const ModelColumn column = *ModelColumn::of(u"OrderNumber"_s);
    ModelTable &table = browse.table();
    if (browse.models().indexOf(column) < 0) {
        // Beside the names, where it is in sight.
        TableLayout layout = table.columns().arrangement();
        const auto name = std::ranges::find(layout.columns, ModelColumn::usualIds().first(),
                                            &TableLayout::Column::id);
        layout.columns.insert(name - layout.columns.begin() + 1, {column.id(), 0});
        table.columns().arrange(layout);
    }
    const int shown = browse.models().indexOf(column);
    table.sortBy(shown, Qt::AscendingOrder);
    table.scrollTo(browse.models().index(std::max(0, table.currentIndex().row()), shown));
    browse.focusList();
    m_parts.panes.strip().show(MessageStrip::Kind::Info, [] {
        return tr(
            "Drag models to another place, or move them with Alt+Shift+↑ and ↓. Nothing is sent "
            "before the review.");
    });
    m_parts.panes.strip().leaveAfter(howPatience);
}

bool Ordering::canMove() const
{
    const BrowsePane &browse = m_parts.panes.browse();
    return m_workbench.catalog() && !m_parts.panes.page() && !browse.showsDrafts()
           && browse.models().isByOrderNumber() && browse.table().selectedCount() > 0;
}

void Ordering::move(int by)
{
    if (!canMove())
        return;
    const QList<int> rows = selectedRows(m_parts.panes.browse().table());
    const int before = by < 0 ? rows.first() + by : rows.last() + 1 + by;
    if (before >= 0 && before <= m_parts.panes.browse().models().rowCount())
        moveBefore(before);
}

void Ordering::moveBefore(int row)
{
    if (!canMove())
        return;
    BrowsePane &browse = m_parts.panes.browse();
    const auto numbers = numbersOfMovedRows(browse.models(), selectedRows(browse.table()), row,
                                            m_order.numbers());
    if (!numbers) {
        const bool isReadOnly = numbers.error().code == "ReadOnly"_L1;
        m_parts.panes.strip().show(
            MessageStrip::Kind::Info, [isReadOnly, name = visibleText(numbers.error().detail, 60)] {
                return isReadOnly ? tr("“%1” is read-only, so this list cannot be ordered by hand. "
                                       "Use a search to leave it out.")
                                        .arg(name)
                                  : tr("The order number of “%1” is not a whole number. Change it "
                                       "first, or use a search to leave it out.")
                                        .arg(name);
            });
        return;
    }
    m_sent.clear();
    m_order.setNumbers(*numbers);
    browse.table().scrollTo(browse.table().currentIndex());
}

void Ordering::openDraft(const QUuid &id)
{
    BatchSession *session = m_workbench.batchDrafts().find(id);
    if (!session || !HandOrder::isOrder(*session))
        return;
    m_workbench.batchDrafts().takeMoved(session);
    begin();
}

void Ordering::takeBack()
{
    const QHash<QString, QString> numbers = m_order.numbers();
    m_order.setNumbers({});
    m_parts.panes.browse().focusList();
    MessageStrip &strip = m_parts.panes.strip();
    strip.show(
        MessageStrip::Kind::Success, [] { return tr("The previous order is back."); },
        [] { return tr("Undo"); }, [this, numbers] { m_order.setNumbers(numbers); });
    strip.leaveAfter(takeBackPatience);
}

//! The draft is gone when a run began.
void Ordering::takeAgreed(const ChangeSet &set, BatchSession *session)
{
    if (!session || !HandOrder::isOrder(*session) || !m_order.numbers().isEmpty())
        return;
    m_sent = m_shown;
    m_run = set.id;
}

void Ordering::takeRun(const BatchRun *run)
{
    if (m_sent.isEmpty() || run->set().id != m_run || run->state() != BatchRun::State::Ended)
        return;
    m_sent.clear();
    show();
}

} // namespace modelscribe

#include "moc_ordering.cpp"
