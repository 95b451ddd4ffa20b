// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/draftsmodel.h"

#include "core/visibletext.h"
#include "lists/batchedittext.h"
#include "lists/relativetime.h"
#include "model/querymatcher.h"
#include "model/queryparser.h"
#include "session/readings.h"

#include <QEvent>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto refreshDelay = 150ms; // typing in a draft changes its row with each key

} // namespace

DraftsModel::DraftsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(refreshDelay);
    connect(&m_refreshSoon, &QTimer::timeout, this, &DraftsModel::refresh);
}

void DraftsModel::setWorkbench(Workbench *workbench)
{
    if (m_workbench)
        m_workbench->disconnect(this);
    m_workbench = workbench;
    if (workbench) {
        connect(workbench, &Workbench::draftsChanged, this, &DraftsModel::refresh);
        connect(workbench, &Workbench::connectionChanged, this, &DraftsModel::refresh);
        connect(&workbench->readings(), &Readings::standingChanged, this,
                &DraftsModel::refreshSoon);
    }
    refresh();
}

void DraftsModel::setQuery(const QString &query)
{
    if (std::exchange(m_queryText, query) == query)
        return;
    m_query = parseQuery(query).query;
    refresh();
}

void DraftsModel::refreshSoon()
{
    if (!m_refreshSoon.isActive())
        m_refreshSoon.start();
}

QDateTime DraftsModel::changedAt(const Row &row) const
{
    if (!m_workbench)
        return {};
    return row.session ? m_workbench->drafts().changedAt(row.session)
                       : m_workbench->batchDrafts().changedAt(row.batch);
}

QList<DraftsModel::Row> DraftsModel::wanted()
{
    QList<EditSession *> sessions = m_workbench ? m_workbench->dirtySessions()
                                                : QList<EditSession *>();
    QList<BatchSession *> batches = m_workbench ? m_workbench->batchDrafts().drafts()
                                                : QList<BatchSession *>();
    m_wholeCount = sessions.size() + batches.size();
    if (!m_query.isEmpty()) {
        const auto hasNamesake = [this](const RegisteredModel &model) {
            const QueryNeedle name(model.metadata.name);
            const Catalog *catalog = m_workbench->catalog();
            return catalog && std::ranges::any_of(catalog->models(), [&](const auto &other) {
                       return other.id != model.id && name.isWhole(other.metadata.name);
                   });
        };
        const QueryMatcher matcher(m_query, {.hasDraft = [](const QString &) { return true; },
                                             .hasNamesake = hasNamesake});
        sessions.removeIf([&matcher](const EditSession *session) {
            RegisteredModel model = session->base();
            model.metadata = session->edited();
            return !matcher.matches(model);
        });
        // One of many is there when any of them is.
        batches.removeIf([this, &matcher](const BatchSession *batch) {
            const Catalog *catalog = m_workbench->catalog();
            return !catalog || std::ranges::none_of(batch->modelIds(), [&](const QString &id) {
                const RegisteredModel *model = catalog->find(id);
                return model && matcher.matches(*model);
            });
        });
    }
    QList<Row> rows;
    for (EditSession *session : std::as_const(sessions))
        rows.append({.session = session});
    for (BatchSession *batch : std::as_const(batches))
        rows.append({.batch = batch});
    std::ranges::stable_sort(rows, std::ranges::greater(),
                             [this](const Row &row) { return changedAt(row); });
    return rows;
}

void DraftsModel::refresh()
{
    m_refreshSoon.stop();
    const QList<Row> rows = wanted();
    if (rows == m_rows) {
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    for (const Row &row : std::as_const(m_rows)) {
        if (row.session)
            row.session->disconnect(this);
        else if (row.batch)
            row.batch->disconnect(this);
    }
    m_rows = rows;
    for (const Row &row : rows) {
        if (row.session) {
            connect(row.session, &EditSession::changed, this, &DraftsModel::refreshSoon);
        } else {
            connect(row.batch, &BatchSession::editChanged, this, &DraftsModel::refreshSoon);
            connect(row.batch, &BatchSession::modelsChanged, this, &DraftsModel::refreshSoon);
        }
    }
    endResetModel();
}

void DraftsModel::refreshAges()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, Age), index(rowCount() - 1, Age));
}

EditSession *DraftsModel::sessionAt(int row) const { return m_rows.value(row).session; }

BatchSession *DraftsModel::batchAt(int row) const { return m_rows.value(row).batch; }

int DraftsModel::rowOf(const QString &draftId) const
{
    const auto row = std::ranges::find_if(m_rows, [&draftId](const Row &one) {
        return one.session ? one.session->draftId() == draftId
                           : one.batch && one.batch->id().toString() == draftId;
    });
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

int DraftsModel::savedTogetherCount() const
{
    return int(std::ranges::count_if(
        m_rows, [](const Row &row) { return row.session && !row.session->isNew(); }));
}

int DraftsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DraftsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

DraftsModel::State DraftsModel::stateOf(const EditSession &session) const
{
    if (session.isNew())
        return State::NotCreated;
    switch (m_workbench ? m_workbench->readings().standing(&session) : DraftStanding::Unknown) {
    case DraftStanding::Unknown: break;
    case DraftStanding::Applies: return State::Applies;
    case DraftStanding::Clashes: return State::Clashes;
    case DraftStanding::Gone: return State::Gone;
    }
    return State::NotChecked;
}

QString DraftsModel::stateText(State state)
{
    switch (state) {
    case State::NotChecked: return tr("not checked");
    case State::Applies: return tr("can be saved");
    case State::Clashes: return tr("conflicts with the registry");
    case State::Gone: return tr("model was deleted");
    case State::NotCreated: return tr("not yet created");
    case State::Moved: return tr("models changed since");
    }
    return {};
}

QString DraftsModel::ageText(const QDateTime &changed, const QDateTime &now)
{
    if (!changed.isValid())
        return u"—"_s;
    const qint64 minutes = changed.secsTo(now) / 60;
    if (minutes < 1)
        return tr("just now");
    if (minutes < 60)
        return tr("%1 min ago").arg(minutes);
    if (minutes < 24 * 60)
        return tr("%1 h ago").arg(minutes / 60);
    return tr("%n day(s) ago", nullptr, int(minutes / (24 * 60)));
}

QString DraftsModel::text(const EditSession &session, int column) const
{
    switch (column) {
    case Name: {
        const QString &name = session.edited().name;
        if (name.isEmpty())
            return session.isNew() ? tr("(new model)") : visibleText(session.modelId(), 200);
        return visibleText(name, 200);
    }
    case Changes: return tr("%Ln change(s)", nullptr, int(session.changeCount()));
    case Age: return ageText(m_workbench ? m_workbench->drafts().changedAt(&session) : QDateTime());
    case Standing: return stateText(stateOf(session));
    default: return {};
    }
}

QString DraftsModel::toolTip(const EditSession &session, int column) const
{
    switch (column) {
    case Name: return session.isNew() ? text(session, Name) : visibleText(session.modelId());
    case Age:
        return exactTime(m_workbench ? m_workbench->drafts().changedAt(&session) : QDateTime());
    case Standing:
        switch (stateOf(session)) {
        case State::NotChecked: return tr("The registry was not asked yet, or did not answer.");
        case State::Applies: return tr("Nobody changed the same thing in the registry.");
        case State::Clashes:
            return tr("The same thing was changed in the registry: choose what to keep.");
        case State::Gone: return tr("The model is no longer in the registry.");
        case State::NotCreated: return tr("Nothing of it is in the registry yet.");
        case State::Moved: break; // of many
        }
        return {};
    default: return {};
    }
}

QString DraftsModel::batchText(const BatchSession &batch, int column) const
{
    switch (column) {
    case Name:
        return tr("%Ln model(s): %1", nullptr, int(batch.modelIds().size()))
            .arg(batchEditText(batch));
    case Changes:
        return tr("%Ln change(s)", nullptr,
                  int(batch.edit().size() + batch.ownEdits().places().size()));
    case Age: return ageText(m_workbench->batchDrafts().changedAt(&batch));
    case Standing:
        return stateText(m_workbench->batchDrafts().movedSince(&batch).isEmpty() ? State::Applies
                                                                                 : State::Moved);
    default: return {};
    }
}

QString DraftsModel::batchToolTip(const BatchSession &batch, int column) const
{
    if (column == Age)
        return exactTime(m_workbench->batchDrafts().changedAt(&batch));
    if (column == Standing)
        return movedText(m_workbench->batchDrafts().movedSince(&batch));
    return column == Name ? batchText(batch, column) : QString();
}

QVariant DraftsModel::batchData(const BatchSession &batch, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return batchText(batch, column);
    case Qt::ToolTipRole: {
        const QString plain = batchToolTip(batch, column);
        return plain.isEmpty() ? QVariant()
                               : QVariant(u"<span>%1</span>"_s.arg(plain.toHtmlEscaped()));
    }
    case Qt::TextAlignmentRole: return int(Qt::AlignLeft | Qt::AlignVCenter);
    case DraftIdRole: return batch.id().toString();
    case StateRole:
        return QVariant::fromValue(m_workbench->batchDrafts().movedSince(&batch).isEmpty()
                                       ? State::Applies
                                       : State::Moved);
    default: return {};
    }
}

QVariant DraftsModel::data(const QModelIndex &index, int role) const
{
    const BatchSession *batch = index.isValid() && m_workbench ? batchAt(index.row()) : nullptr;
    if (batch)
        return batchData(*batch, index.column(), role);
    const EditSession *session = index.isValid() ? sessionAt(index.row()) : nullptr;
    if (!session)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*session, index.column());
    case Qt::ToolTipRole: {
        // A tool tip guesses whether it got HTML.
        const QString plain = toolTip(*session, index.column());
        return plain.isEmpty() ? QVariant()
                               : QVariant(u"<span>%1</span>"_s.arg(plain.toHtmlEscaped()));
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    case DraftIdRole: return session->draftId();
    case StateRole: return QVariant::fromValue(stateOf(*session));
    default: return {};
    }
}

QVariant DraftsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Draft");
    case Changes: return tr("Changes");
    case Age: return tr("Changed");
    case Standing: return tr("Status");
    default: return {};
    }
}

bool DraftsModel::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        refresh();
    }
    return QAbstractTableModel::event(event);
}

} // namespace modelscribe

#include "moc_draftsmodel.cpp"
