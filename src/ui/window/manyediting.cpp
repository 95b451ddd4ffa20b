// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/manyediting.h"

#include "lists/modeltablemodel.h"
#include "registry/connection.h"
#include "session/batchkeeper.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/pasteddialog.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/selectionbar.h"
#include "ui/browse/statusline.h"
#include "ui/many/manypane.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/windowpanes.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int whileDragged = 30; // ms

} // namespace

ManyEditing::ManyEditing(Workbench &workbench, WindowPanes &panes, QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_panes(panes)
    , m_window(window)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ManyEditing::follow);
    m_present.setSingleShot(true);
    m_present.setInterval(0);
    connect(&m_present, &QTimer::timeout, this, &ManyEditing::present);
    window.installEventFilter(this);
    connectTable();
    connect(&workbench, &Workbench::connectionChanged, this, [this] {
        hideForm();
        if (Connection *connection = m_workbench.connection())
            connect(connection, &Connection::listScopeChanged, this, &ManyEditing::hideForm);
    });
    connect(&workbench, &Workbench::draftsChanged, this, [this] {
        if (m_pane)
            m_pane->setDrafts(draftIds());
    });
}

void ManyEditing::connectTable()
{
    BrowsePane &browse = m_panes.browse();
    ModelTable &table = browse.table();
    connect(&table, &ModelTable::selectionCountChanged, this, &ManyEditing::followSoon);
    connect(&browse, &BrowsePane::countsChanged, this, &ManyEditing::followSoon);
    // Another order numbers them otherwise.
    connect(&browse.models(), &QAbstractItemModel::layoutChanged, this, &ManyEditing::followSoon);
    const SelectionBar &bar = browse.selectionBar();
    connect(&bar, &SelectionBar::selectAllRequested, &table, [&table] {
        table.selectAll();
        table.setFocus(Qt::OtherFocusReason);
    });
    connect(&bar, &SelectionBar::clearRequested, this, &ManyEditing::leave);
    connect(&bar, &SelectionBar::editRequested, this, [this] { m_panes.setEditorInFront(true); });
    connect(&table, &ModelTable::pasteRequested, this, &ManyEditing::selectPasted);
    connect(&table, &ModelTable::cellEditRequested, this,
            [this](const QString &, const QString &column) {
                if (m_panes.many())
                    m_pane->focusField(column);
            });
}

ManyPane &ManyEditing::pane()
{
    if (m_pane)
        return *m_pane;
    m_pane = new ManyPane(m_workbench);
    m_panes.takeMany(*m_pane);
    m_pane->setDrafts(draftIds());
    connect(m_pane, &ManyPane::reviewRequested, this, &ManyEditing::reviewRequested);
    connect(m_pane, &ManyPane::leaveRequested, this, &ManyEditing::leave);
    connect(m_pane, &ManyPane::backRequested, this, [this] {
        m_panes.setEditorInFront(false);
        m_panes.browse().focusList();
    });
    connect(m_pane, &ManyPane::countsChanged, this, &ManyEditing::showBar);
    connect(m_pane, &ManyPane::narrowRequested, &m_panes.browse().table(), &ModelTable::selectIds);
    return *m_pane;
}

QSet<QString> ManyEditing::draftIds() const
{
    QSet<QString> ids;
    for (const EditSession *session : m_workbench.dirtySessions()) {
        if (!session->isNew())
            ids.insert(session->modelId());
    }
    return ids;
}

void ManyEditing::followSoon()
{
    if (!m_soon.isActive())
        m_soon.start(0);
}

void ManyEditing::follow()
{
    // What is dragged over stays below the mouse.
    if (QGuiApplication::mouseButtons() != Qt::NoButton)
        return m_soon.start(whileDragged);
    const BrowsePane &browse = m_panes.browse();
    if (browse.showsDrafts() || !m_workbench.catalog() || browse.table().selectedCount() < 2)
        hideForm();
    else if (pane().buildSome())
        m_soon.start(0); // and goes on then
    else
        showForm(chosenIds());
}

//! Those that cannot be changed come last, so that the others are numbered without gaps.
QStringList ManyEditing::chosenIds() const
{
    const ModelTableModel &models = m_panes.browse().models();
    QItemSelection ranges = m_panes.browse().table().selectionModel()->selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    QStringList ids;
    QStringList readOnly;
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); range.left() == 0 && row <= range.bottom(); ++row) {
            const RegisteredModel &model = models.modelAt(row);
            (model.isReadOnly() ? readOnly : ids).append(model.id);
        }
    }
    return ids + readOnly;
}

BatchSession *ManyEditing::sessionFor(const QStringList &ids)
{
    if (m_wanted)
        return std::exchange(m_wanted, nullptr);
    BatchKeeper &drafts = m_workbench.batchDrafts();
    const QSet<QString> chosen(ids.begin(), ids.end());
    for (BatchSession *session : drafts.drafts()) {
        const QStringList &models = session->modelIds();
        if (session->ownEdits().isEmpty() && models.size() == ids.size()
            && QSet<QString>(models.begin(), models.end()) == chosen)
            return session;
    }
    return drafts.create(ids);
}

void ManyEditing::showForm(const QStringList &ids)
{
    if (!m_session || (m_wanted && m_wanted != m_session)) {
        disconnect(m_edits);
        m_session = sessionFor(ids);
        m_edits = connect(m_session, &BatchSession::editChanged, this,
                          &ManyEditing::sessionChanged);
    }
    m_wanted = nullptr;
    m_session->setModelIds(ids);
    if (m_pane->session() == m_session)
        showBar();
    else
        m_present.start(); // a turn of its own: both together would be felt with many models
}

void ManyEditing::present()
{
    if (!m_session)
        return;
    m_pane->setSession(m_session);
    m_panes.showMany(m_pane);
    offerOther();
    showBar();
    emit sessionChanged();
}

//! What is said of other models waits for the person to come back to it.
void ManyEditing::offerOther()
{
    QList<BatchSession *> others = m_workbench.batchDrafts().drafts();
    others.removeOne(m_session);
    others.removeIf([](const BatchSession *one) { return !one->ownEdits().isEmpty(); });
    if (others.isEmpty())
        return;
    BatchSession *other = others.first();
    const auto models = int(other->modelIds().size());
    m_pane->strip().show(
        MessageStrip::Kind::Info,
        [models] { return tr("What you changed in %Ln other model(s) is kept.", nullptr, models); },
        [] { return tr("Continue with it"); },
        [this, session = QPointer(other)] {
            if (session)
                open(session);
        });
}

void ManyEditing::hideForm()
{
    m_panes.showMany(nullptr);
    showBar();
    m_present.stop();
    m_wanted = nullptr;
    if (!m_session)
        return;
    disconnect(m_edits);
    BatchSession *const last = std::exchange(m_session, nullptr);
    if (m_pane)
        m_pane->setSession(nullptr);
    // One that nothing was said in is none.
    if (last->edit().isEmpty())
        m_workbench.batchDrafts().drop(last);
    emit sessionChanged();
}

void ManyEditing::showBar()
{
    BrowsePane &browse = m_panes.browse();
    const bool isShown = m_panes.many() != nullptr;
    if (isShown) {
        const ManyValuesCounting &counting = m_pane->counting();
        std::optional<SelectionBar::Counts> counts;
        if (counting.isCounted())
            counts = {counting.values().readOnly, counting.values().drafts};
        browse.selectionBar().showSelection(browse.table().selectedCount(), browse.shownCount(),
                                            browse.isSearched(), counts);
        browse.selectionBar().setEditOffered(m_panes.isNarrow());
    }
    browse.setSelectionBarVisible(isShown);
    m_panes.status().setSelected(isShown ? browse.table().selectedCount() : 0);
}

bool ManyEditing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_panes.many())
        followSoon(); // what is beside the list is another
    return QObject::eventFilter(watched, event);
}

void ManyEditing::open(BatchSession *session) { select(session->modelIds(), session); }

//! The search is left when it hides some of them.
void ManyEditing::select(const QStringList &ids, BatchSession *wanted)
{
    ModelTable &table = m_panes.browse().table();
    const auto selectNow = [this, &table, ids, wanted = QPointer(wanted)] {
        m_wanted = wanted;
        table.selectIds(ids);
        followSoon(); // also when they are selected already
    };
    m_panes.showPage(nullptr);
    if (!m_panes.browse().showsDrafts() && table.showsAll(ids))
        return selectNow();
    // Later: the table has yet to find its place among the rows.
    connect(&m_panes.browse().models(), &ModelTableModel::searched, this, selectNow,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    m_panes.header().searchBox().setQuery({});
}

void ManyEditing::selectPasted()
{
    const Catalog *catalog = m_workbench.catalog();
    if (!catalog)
        return;
    auto *dialog = new PastedDialog(*catalog, QGuiApplication::clipboard()->text(), &m_window);
    connect(dialog, &PastedDialog::chosen, this, [this](const QStringList &ids) {
        select(ids);
        m_panes.browse().focusList();
    });
    connect(&m_workbench, &Workbench::connectionChanged, dialog, &QDialog::reject);
    connect(catalog, &QObject::destroyed, dialog, &QObject::deleteLater);
    dialog->open();
}

void ManyEditing::leave()
{
    m_panes.setEditorInFront(false);
    m_panes.browse().table().selectCurrentOnly();
    m_panes.browse().focusList();
}

bool ManyEditing::canReview() const { return m_panes.many() && m_pane->canReview(); }

void ManyEditing::review()
{
    if (m_panes.many())
        m_pane->review();
}

} // namespace modelscribe

#include "moc_manyediting.cpp"
