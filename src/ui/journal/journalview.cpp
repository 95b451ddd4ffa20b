// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalview.h"

#include "core/jsonformat.h"
#include "core/visibletext.h"
#include "core/whendone.h"
#include "lists/exportfile.h"
#include "model/wording.h"
#include "session/workbench.h"
#include "ui/journal/journaldetails.h"
#include "ui/journal/journalfilterbox.h"
#include "ui/journal/journalgroupbar.h"
#include "ui/journal/journaltableview.h"
#include "ui/journal/reverting.h"
#include "ui/widgets/filesaving.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr int barPadding = 12;

} // namespace

JournalView::JournalView(Scope scope, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_entries(new JournalModel(this))
    , m_strip(new MessageStrip)
    , m_filter(new JournalFilterBox)
    , m_export(new QPushButton)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_pages(new QStackedWidget)
    , m_table(new JournalTableView(*m_entries, scope == Scope::AllModels))
    , m_statePage(new StatePage)
    , m_loading(new LoadingRows)
    , m_details(new JournalDetails)
    , m_group(new JournalGroupBar)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(new Separator);
    column->addWidget(buildLists(), 1);
    column->addWidget(m_group);
    column->addWidget(m_strip);

    connect(m_filter, &JournalFilterBox::filterChanged, this, &JournalView::applyFilter);
    connect(m_filter, &JournalFilterBox::leftDownwards, this, [this] {
        if (m_table->isVisible())
            m_table->setFocus();
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(100ms);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_details->hide();
        m_pages->setCurrentWidget(m_loading);
    });
    connect(m_export, &QPushButton::clicked, this, &JournalView::exportAsJson);
    connect(m_entries, &JournalModel::stateChanged, this, &JournalView::showState);
    connect(m_entries, &QAbstractItemModel::dataChanged, this,
            [this] { showEntry(m_table->currentId()); });
    connect(m_table, &JournalTableView::currentIdChanged, this, &JournalView::showEntry);
    connect(m_table, &JournalTableView::copyRequested, this, &JournalView::copyEntry);
    connect(m_table, &JournalTableView::leftUpwards, this, [this] { m_filter->setFocus(); });
    connect(m_table, &JournalTableView::openRequested, this, [this] {
        if (const int row = m_entries->rowOf(m_table->currentId()); row >= 0)
            emit modelRequested(m_entries->head(row).modelId);
    });
    connect(m_details, &JournalDetails::copyRequested, this, &JournalView::copyEntry);
    connect(m_details, &JournalDetails::revertRequested, this, [this] {
        if (m_details->entry())
            emit revertRequested(*m_details->entry());
    });
    connect(m_group, &JournalGroupBar::showRequested, this, [this](const QUuid &group) {
        m_onlyGroup = group;
        applyFilter();
    });
    connect(m_group, &JournalGroupBar::revertRequested, this, &JournalView::groupRevertRequested);
    retranslate();
    showState();
}

QWidget *JournalView::buildBar()
{
    m_export->setAutoDefault(false);
    m_export->setProperty("kind", u"quiet"_s);
    auto *bar = new QWidget;
    m_bar = new QHBoxLayout(bar);
    m_bar->setContentsMargins(barPadding, 10, barPadding - 4, 10);
    m_bar->setSpacing(8);
    m_bar->addWidget(m_filter, 1);
    m_bar->addWidget(m_export);
    return bar;
}

QWidget *JournalView::buildLists()
{
    for (QWidget *page : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_statePage),
                          static_cast<QWidget *>(m_loading)})
        m_pages->addWidget(page);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({400, 600}); // their share
    m_pages->setMinimumHeight(4 * 30);
    m_details->setMinimumHeight(4 * 30);
    return m_splitter;
}

void JournalView::addToBar(QWidget *widget)
{
    m_bar->insertWidget(1, widget);
    setTabOrder(m_filter, widget);
}

void JournalView::setWorkbench(Workbench *workbench)
{
    if (m_workbench)
        m_workbench->disconnect(this);
    m_workbench = workbench;
    if (workbench)
        connect(workbench, &Workbench::connectionChanged, this, &JournalView::workbenchChanged);
    workbenchChanged();
}

void JournalView::setModelId(const QString &modelId)
{
    if (std::exchange(m_modelId, modelId) == modelId)
        return;
    m_filter->clear();
    m_strip->dismiss();
    applyFilter();
}

void JournalView::workbenchChanged()
{
    m_entries->setJournal(m_workbench ? m_workbench->journal() : nullptr);
    applyFilter();
    showWhyNotRevert();
}

void JournalView::applyFilter()
{
    JournalRowFilter filter{.text = m_filter->filter(), .group = m_onlyGroup};
    if (m_scope == Scope::OneModel) {
        const Connection *connection = m_workbench ? m_workbench->connection() : nullptr;
        filter.modelId = m_modelId;
        filter.registryKey = connection ? connection->registryKey() : QString();
    }
    m_entries->setFilter(filter);
}

void JournalView::refresh() { m_entries->refresh(); }

void JournalView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    showWhyNotRevert();
}

void JournalView::showState()
{
    const bool hasRows = m_entries->rowCount() > 0;
    m_export->setEnabled(hasRows && !m_isExporting);
    if (!hasRows && m_entries->state() == JournalModel::State::Loading) {
        if (!m_patience.isActive())
            m_patience.start();
        return; // mostly it takes no time: what is shown stays, so that nothing flickers
    }
    m_patience.stop();
    showGroup();
    if (hasRows && m_entries->error()) // what was read before is still something to look at
        tellUnreadable(*m_entries->error());
    m_details->setVisible(hasRows);
    if (!hasRows)
        showEmpty();
    m_pages->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_table) : m_statePage);
}

void JournalView::tellUnreadable(const Error &error)
{
    m_strip->show(
        MessageStrip::Kind::Error,
        [error] {
            return tr("The history cannot be read") + u": "_s + wording::whatHappened(error);
        },
        [] { return tr("Try again"); }, [this] { refresh(); });
}

void JournalView::showEmpty()
{
    if (m_entries->state() == JournalModel::State::Failed) {
        const Error &error = *m_entries->error();
        m_statePage->say(tr("The history cannot be read"), wording::whatHappened(error), true);
        connect(m_statePage->addButton(tr("Try again")), &QPushButton::clicked, this,
                &JournalView::refresh);
        m_statePage->addDetails(visibleText(error.detail));
    } else if (!m_entries->filter().text.isEmpty()) {
        m_statePage->say(tr("Nothing matches “%1”").arg(visibleText(m_entries->filter().text, 60)));
        connect(m_statePage->addButton(tr("Clear the filter")), &QPushButton::clicked, m_filter,
                &QLineEdit::clear);
    } else {
        m_statePage->say(m_scope == Scope::OneModel ? tr("No saves of this model yet")
                                                    : tr("Nothing has been saved yet"),
                         tr("What ModelScribe writes to a registry is listed here, with the values "
                            "from before."));
    }
}

//! Of one model in the editor there is nothing to say: the others are not there.
void JournalView::showGroup()
{
    const int row = m_entries->rowOf(m_table->currentId());
    const bool isAll = m_scope == Scope::AllModels;
    m_group->setGroup(isAll && row >= 0 ? m_entries->head(row).group : QUuid(),
                      row >= 0 && m_entries->isRun(row));
    m_group->setNarrowed(!m_onlyGroup.isNull(), m_entries->modelCount());
}

void JournalView::showEntry(const QUuid &id)
{
    const int asked = ++m_entryAsked;
    const int row = m_entries->rowOf(id);
    if (row < 0)
        return;
    if (m_entries->isRun(row)) {
        m_details->setNote(m_entries->index(row, JournalModel::Model).data().toString(),
                           m_entries->isUnfolded(row) ? tr("Its models are listed below it.")
                                                      : tr("→ shows each of them."));
        showGroup();
        return;
    }
    m_details->setLoading();
    whenDone(m_entries->entry(id), this, [this, asked](const Result<PastChange> &entry) {
        if (asked != m_entryAsked)
            return;
        if (entry)
            m_details->setEntry(*entry);
        else
            m_details->setError(entry.error());
        showWhyNotRevert();
        showGroup();
    });
}

void JournalView::showWhyNotRevert()
{
    if (m_workbench && m_details->entry())
        m_details->setWhyNotRevert(Reverting::whyNot(*m_details->entry(), *m_workbench));
}

void JournalView::copyEntry()
{
    if (!m_details->entry())
        return;
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(formatJson(m_details->entry()->json())));
    m_strip->show(MessageStrip::Kind::Success, [] { return tr("Copied as JSON."); });
}

void JournalView::exportAsJson()
{
    const QString name = m_scope == Scope::OneModel ? u"history-%1.json"_s.arg(m_modelId)
                                                    : u"activity.json"_s;
    const FileQuestion question{.title = tr("Export as JSON"),
                                .filters = {tr("JSON files (*.json)")},
                                .suffix = u"json"_s,
                                .name = name};
    askForNewFile(question, this, [this](const QString &file) { exportTo(file); });
}

void JournalView::exportTo(const QString &file)
{
    if (std::exchange(m_isExporting, true))
        return;
    showState();
    QTimer::singleShot(300ms, this, [this] {
        if (m_isExporting)
            m_strip->show(MessageStrip::Kind::Info, [] { return tr("Exporting…"); });
    });
    const auto end = [this, file](const Result<std::monostate> &written) {
        m_isExporting = false;
        showState();
        tellWritten(*m_strip, file, written);
    };
    whenDone(m_entries->exportJson(), this, [this, file, end](const Result<QByteArray> &json) {
        if (json)
            writeFile(file, *json, this, end);
        else
            end(failure(json.error()));
    });
}

void JournalView::retranslate()
{
    m_filter->setPlaceholderText(m_scope == Scope::OneModel
                                     ? tr("Filter by value or RequestId")
                                     : tr("Filter by model, value, profile or RequestId"));
    m_export->setText(tr("Export as JSON…"));
    m_export->setAccessibleName(m_export->text());
    m_table->setAccessibleName(tr("History"));
    m_loading->setAccessibleName(tr("Reading the history"));
    showState();
    showEntry(m_table->currentId());
}

void JournalView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && isVisible())
        refresh(); // others may have written meanwhile
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_journalview.cpp"
