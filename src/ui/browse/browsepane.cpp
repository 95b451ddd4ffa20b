// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/browsepane.h"

#include "core/visibletext.h"
#include "lists/draftsmodel.h"
#include "lists/draftterm.h"
#include "lists/modeltablemodel.h"
#include "lists/providertitle.h"
#include "model/queryparser.h"
#include "model/querywording.h"
#include "model/wording.h"
#include "registry/connection.h"
#include "registry/extrainfovocabulary.h"
#include "session/labelnotes.h"
#include "session/workbench.h"
#include "ui/browse/columnchooser.h"
#include "ui/browse/draftslist.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/noticestrip.h"
#include "ui/browse/orderbar.h"
#include "ui/browse/rowdragging.h"
#include "ui/browse/selectionbar.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/statepage.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostRemarks = 3;

} // namespace

BrowsePane::BrowsePane(QWidget *parent)
    : QWidget(parent)
    , m_models(new ModelTableModel(this))
    , m_table(new ModelTable(this))
    , m_remarks(new MessageStrip(this))
    , m_selectionBar(new SelectionBar(this))
    , m_orderBar(new OrderBar(this))
    , m_dragging(new RowDragging(*m_table, *m_models))
    , m_notice(new NoticeStrip(this))
    , m_page(new StatePage(this))
    , m_loading(new LoadingRows(this))
    , m_drafts(new DraftsList(this))
    , m_stack(new QStackedLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_remarks);
    column->addWidget(m_selectionBar);
    column->addLayout(m_stack, 1);
    column->addWidget(m_orderBar);
    column->addWidget(m_notice); // below: the rows stay where they are
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_page);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_drafts);
    m_table->setModels(m_models);
    setMinimumWidth(280);
    connect(m_table, &ModelTable::columnsRequested, this, &BrowsePane::chooseColumns);

    // Counts and state follow whatever changes the rows.
    connect(m_models, &QAbstractItemModel::modelReset, this, &BrowsePane::showCounts);
    connect(m_models, &QAbstractItemModel::rowsInserted, this, &BrowsePane::showCounts);
    connect(m_models, &QAbstractItemModel::rowsRemoved, this, &BrowsePane::showCounts);
    connect(m_drafts, &DraftsList::countsChanged, this, &BrowsePane::showCounts);
    showState();
}

void BrowsePane::setWorkbench(Workbench *workbench)
{
    m_workbench = workbench;
    m_drafts->setWorkbench(workbench);
    m_models->marks().setBatches(workbench ? &workbench->batches() : nullptr);
    if (!workbench)
        return;
    const LabelNotes *notes = &workbench->labelNotes();
    const auto showColors = [this, notes] { m_models->marks().setLabelColors(notes->colors()); };
    connect(notes, &LabelNotes::colorsChanged, this, showColors);
    showColors();
}

void BrowsePane::setSelectionBarVisible(bool isVisible)
{
    if (m_selectionBar->isVisibleTo(this) == isVisible)
        return;
    QScrollBar *bar = m_table->verticalScrollBar();
    const int scroll = bar->value();
    const int by = isVisible ? m_selectionBar->height() : -m_selectionBar->height();
    m_selectionBar->setVisible(isVisible);
    layout()->activate(); // the table has its new height, and so the scroll bar its range
    if (scroll > 0)       // else the first rows would be gone
        bar->setValue(scroll + by);
}

void BrowsePane::addStrip(QWidget &strip)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, &strip);
}

QList<QWidget *> BrowsePane::sections() const { return {m_table, m_orderBar, m_notice}; }

bool BrowsePane::isSearched() const { return !m_query.trimmed().isEmpty(); }

void BrowsePane::chooseColumns(const QPoint &corner, const QString &column)
{
    TableColumns *columns = &m_table->columns();
    QStringList shown;
    for (const TableLayout::Column &known : columns->arrangement().columns)
        shown.append(known.id);
    auto *chooser = new ColumnChooser(shown, extraPaths(), this);
    connect(chooser, &ColumnChooser::chosenChanged, columns, &TableColumns::choose);
    connect(chooser, &ColumnChooser::pinnedChanged, columns, &TableColumns::pin);
    connect(chooser, &ColumnChooser::fitRequested, columns, &TableColumns::fitAll);
    connect(chooser, &ColumnChooser::resetRequested, columns, &TableColumns::reset);
    chooser->setPinned(columns->pinned());
    chooser->setCurrent(column.isEmpty() ? shown.value(0) : column);
    chooser->popUp(corner);
}

//! Those that most models have.
QList<ColumnChooser::Path> BrowsePane::extraPaths() const
{
    constexpr qsizetype enough = 40;
    QList<ColumnChooser::Path> paths;
    if (!m_workbench || !m_workbench->extraInfoVocabulary())
        return paths;
    m_workbench->extraInfoVocabulary()->start();
    const auto vocabulary = m_workbench->extraInfoVocabulary()->vocabulary();
    for (const JsonVocabulary::Use &use : vocabulary->keys({})) {
        const QString key = QString::fromUtf8(use.raw);
        if (paths.size() < enough && !key.contains(u'.'))
            paths.append({key, use.count});
    }
    return paths;
}

void BrowsePane::setCatalog(Catalog *catalog, CatalogSync *sync)
{
    if (m_catalog)
        m_catalog->disconnect(this);
    if (m_sync)
        m_sync->disconnect(this);
    m_catalog = catalog;
    m_sync = sync;
    m_notice->dismiss();
    m_shownPage.clear();
    m_models->marks().setAccess(m_workbench ? m_workbench->access() : nullptr);
    m_models->setCatalog(catalog, m_workbench ? m_workbench->catalogText() : nullptr);
    if (catalog && sync) {
        connect(sync, &CatalogSync::stateChanged, this, &BrowsePane::showState);
        connect(catalog, &Catalog::removed, this, &BrowsePane::showCounts); // also of hidden rows
    }
    showCounts();
}

void BrowsePane::setQuery(const QString &query)
{
    m_query = query;
    const DraftQuery asked = splitDraftTerm(query);
    const bool changed = std::exchange(m_showsDrafts, asked.onlyDrafts) != asked.onlyDrafts;
    m_drafts->setQuery(asked.rest);
    m_models->setQuery(parseQuery(asked.rest).query);
    if (changed) {
        m_shownPage.clear();
        showCounts();
    }
}

void BrowsePane::showRemarks(const QList<QueryProblem> &problems, const QList<QueryProblem> &notes)
{
    if (problems.isEmpty() && notes.isEmpty()) {
        m_remarks->dismiss();
        return;
    }
    const auto text = [this, problems, notes] {
        QStringList lines;
        for (const QueryProblem &remark : (problems + notes).mid(0, mostRemarks))
            lines.append(queryProblemText(remark));
        if (!problems.isEmpty()) {
            lines.append(m_query.trimmed().isEmpty()
                             ? tr("The list still shows all models.")
                             : tr("The list still shows %1").arg(visibleText(m_query, 100)));
        }
        return lines.join(u'\n');
    };
    const QueryProblem offering = problems.value(0);
    if (offering.offer.isEmpty()) {
        m_remarks->show(problems.isEmpty() ? MessageStrip::Kind::Info : MessageStrip::Kind::Error,
                        text);
        return;
    }
    m_remarks->show(
        MessageStrip::Kind::Error, text,
        [offering] { return tr("Use %1").arg(visibleText(offering.offer, 40)); },
        [this, offering] { emit offerTaken(offering); });
}

void BrowsePane::setDrafts(const QSet<QString> &modelIds)
{
    m_models->marks().setDrafts(modelIds);
    m_table->viewport()->update();
}

qsizetype BrowsePane::shownCount() const
{
    return m_showsDrafts ? m_drafts->drafts().rowCount() : m_models->rowCount();
}

qsizetype BrowsePane::wholeCount() const
{
    return m_showsDrafts ? m_drafts->drafts().wholeCount() : modelCount();
}

qsizetype BrowsePane::modelCount() const { return m_catalog ? m_catalog->size() : 0; }

bool BrowsePane::setCurrent(const QString &modelId)
{
    const bool inTable = m_table->setCurrentId(modelId);
    if (!m_showsDrafts)
        return inTable;
    const EditSession *draft = m_drafts->drafts().sessionAt(m_drafts->drafts().rowOf(modelId));
    m_drafts->setCurrent(draft);
    return draft != nullptr;
}

void BrowsePane::clearCurrent()
{
    m_table->clearCurrent();
    m_drafts->setCurrent(nullptr);
}

void BrowsePane::goOnFromGone()
{
    if (m_showsDrafts)
        clearCurrent();
    else
        m_table->goOnFromGone();
}

void BrowsePane::step(int rows)
{
    if (m_showsDrafts)
        m_drafts->step(rows);
    else
        m_table->step(rows);
}

int BrowsePane::rowOf(const EditSession *session) const
{
    if (!session)
        return -1;
    return m_showsDrafts ? m_drafts->drafts().rowOf(session->draftId())
                         : m_models->rowOf(session->modelId());
}

void BrowsePane::focusList()
{
    QWidget *list = m_showsDrafts ? static_cast<QWidget *>(&m_drafts->table()) : m_table;
    if (list->isVisible())
        list->setFocus(Qt::ShortcutFocusReason);
}

void BrowsePane::showCounts()
{
    emit countsChanged();
    showState();
}

void BrowsePane::showState()
{
    if (!m_sync) {
        showUnconnected();
        return;
    }
    if (m_showsDrafts) {
        showDrafts();
        return;
    }
    using State = CatalogSync::State;
    const bool failed = m_sync->state() == State::Failed && m_sync->error();
    if (wholeCount() > 0) {
        if (failed && m_sync->error()->kind != Error::Kind::Cancelled)
            m_notice->showError([] { return tr("The list could not be refreshed"); },
                                *m_sync->error(), [] { return tr("Retry"); },
                                [this] { emit refreshRequested(); });
        else if (m_sync->state() == State::Loading)
            m_notice->dismiss();
        if (shownCount() > 0) {
            m_shownPage.clear();
            m_stack->setCurrentWidget(m_table);
        } else {
            showNothingFound();
        }
        return;
    }
    switch (m_sync->state()) {
    case State::Idle:
    case State::Loading:
        m_shownPage.clear();
        m_stack->setCurrentWidget(m_loading);
        break;
    case State::Failed: showFailed(m_sync->error().value_or(Error{})); break;
    case State::Ready: showEmpty(); break;
    }
}

void BrowsePane::showFailed(const Error &error)
{
    m_shownPage.clear(); // each failure has its own facts
    m_stack->setCurrentWidget(m_page);
    if (error.kind == Error::Kind::Cancelled) {
        m_page->say(tr("Loading was cancelled."));
    } else {
        m_page->say(tr("The models could not be loaded."), wording::whole(error), true);
    }
    QPushButton *retry = m_page->addButton(tr("Retry"));
    retry->setAccessibleName(tr("Retry"));
    connect(retry, &QPushButton::clicked, this, &BrowsePane::refreshRequested);
    if (error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Network) {
        QPushButton *profiles = m_page->addButton(tr("Profiles…"));
        profiles->setAccessibleName(tr("Profiles…"));
        connect(profiles, &QPushButton::clicked, this, &BrowsePane::profilesRequested);
    }
    QString details = wording::facts(error);
    if (!error.detail.isEmpty())
        details += (details.isEmpty() ? QString() : u"\n"_s) + error.detail;
    m_page->addDetails(details);
}

void BrowsePane::showEmpty()
{
    m_stack->setCurrentWidget(m_page);
    Connection *connection = m_workbench ? m_workbench->connection() : nullptr;
    const QString provider = connection ? connection->listScope().provider : QString();
    const QString page = u"empty "_s + provider;
    if (std::exchange(m_shownPage, page) == page)
        return;
    if (!provider.isEmpty()) {
        m_page->say(tr("No public models of %1 here.").arg(providerTitle(provider)),
                    tr("Their provider publishes them; not every region has them."));
        QPushButton *own = m_page->addButton(tr("Show the workspace’s models"));
        own->setAccessibleName(tr("Show the workspace’s models"));
        connect(own, &QPushButton::clicked, connection,
                [connection] { connection->listProvider({}); });
        return;
    }
    m_page->say(tr("No models yet."),
                tr("A model is a name with its metadata, labels and versions."));
    QPushButton *create = m_page->addButton(tr("New model"));
    create->setAccessibleName(tr("New model"));
    connect(create, &QPushButton::clicked, this, &BrowsePane::newModelRequested);
    QPushButton *connectTo = m_page->addButton(tr("Connect to PAI…"));
    connectTo->setAccessibleName(tr("Connect to PAI…"));
    connect(connectTo, &QPushButton::clicked, this, &BrowsePane::profilesRequested);
}

//! Whatever the list of models is doing: drafts are on this computer.
void BrowsePane::showDrafts()
{
    if (shownCount() > 0) {
        m_shownPage.clear();
        m_stack->setCurrentWidget(m_drafts);
        return;
    }
    if (wholeCount() > 0) {
        showNothingFound();
        return;
    }
    m_stack->setCurrentWidget(m_page);
    if (std::exchange(m_shownPage, u"drafts"_s) == u"drafts"_s)
        return;
    m_page->say(tr("No drafts."),
                tr("What you change is kept here until it is saved or discarded."));
    QPushButton *all = m_page->addButton(tr("Show all models"));
    all->setAccessibleName(tr("Show all models"));
    connect(all, &QPushButton::clicked, this, &BrowsePane::clearSearchRequested);
}

void BrowsePane::showNothingFound()
{
    m_stack->setCurrentWidget(m_page);
    if (std::exchange(m_shownPage, u"nothing"_s) == u"nothing"_s)
        return;
    m_page->say(m_showsDrafts ? tr("No draft matches the search.")
                              : tr("No model matches the search."));
    QPushButton *clear = m_page->addButton(tr("Clear search"));
    clear->setAccessibleName(tr("Clear search"));
    connect(clear, &QPushButton::clicked, this, &BrowsePane::clearSearchRequested);
}

void BrowsePane::showUnconnected()
{
    m_stack->setCurrentWidget(m_page);
    if (std::exchange(m_shownPage, u"unconnected"_s) == u"unconnected"_s)
        return;
    m_page->say(tr("Not connected."),
                tr("The local registry needs no account and keeps its models on this computer."));
    QPushButton *local = m_page->addButton(tr("Use the local registry"));
    local->setAccessibleName(tr("Use the local registry"));
    connect(local, &QPushButton::clicked, this, &BrowsePane::localRegistryRequested);
    QPushButton *connectTo = m_page->addButton(tr("Connect to PAI…"));
    connectTo->setAccessibleName(tr("Connect to PAI…"));
    connect(connectTo, &QPushButton::clicked, this, &BrowsePane::profilesRequested);
}

void BrowsePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_shownPage.clear();
        showState();
    }
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_browsepane.cpp"
