// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchpage.h"

#include "core/csvtext.h"
#include "core/visibletext.h"
#include "model/wording.h"
#include "registry/connection.h"
#include "settings/settingstable.h"
#include "ui/batch/batchfooter.h"
#include "ui/batch/batchrequests.h"
#include "ui/batch/batchtable.h"
#include "ui/widgets/filtersegments.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/statepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Filter = BatchGrid::Filter;

constexpr int narrowPageBelow = 1000;

QString filterName(Filter filter)
{
    switch (filter) {
    case Filter::All: return BatchPage::tr("All");
    case Filter::ToSave: return BatchPage::tr("To save");
    case Filter::Unchanged: return BatchPage::tr("Unchanged");
    case Filter::Problem: return BatchPage::tr("Problem");
    case Filter::ReadOnly: return BatchPage::tr("Read-only");
    case Filter::LeftOut: return BatchPage::tr("Left out");
    }
    return {};
}

//! "1 min 20 s"; nothing for what nobody waits for.
QString durationText(std::chrono::milliseconds time)
{
    const qint64 seconds = (time.count() + 999) / 1000;
    if (seconds < 2)
        return {};
    if (seconds < 60)
        return BatchPage::tr("about %1 s").arg(seconds);
    if (seconds < 3600)
        return BatchPage::tr("about %1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return BatchPage::tr("about %1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
}

} // namespace

BatchPage::BatchPage(QWidget *parent)
    : QWidget(parent)
    , m_grid(new BatchGrid(this))
    , m_bar(new PageBar(this))
    , m_requestCount(new QLabel(this))
    , m_rate(new QLabel(this))
    , m_filters(new FilterSegments(BatchGrid::filterCount, this))
    , m_find(new QLineEdit(this))
    , m_table(new BatchTable(*m_grid, this))
    , m_empty(new StatePage(this))
    , m_stack(new QStackedLayout)
    , m_requestsLine(new Separator(this))
    , m_requests(new BatchRequests(this))
    , m_strip(new MessageStrip(this))
    , m_footer(new BatchFooter(this))
    , m_requestsSoon(new QTimer(this))
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    fillBar();
    QWidget *filters = makeFilters();
    column->addWidget(m_bar);
    column->addWidget(new Separator(this));
    column->addWidget(filters);
    column->addWidget(new Separator(this));
    column->addLayout(m_stack, 1);
    column->addWidget(m_requestsLine);
    column->addWidget(m_requests);
    column->addWidget(m_strip);
    column->addWidget(new Separator(this));
    column->addWidget(m_footer);
    m_sections = {m_bar, filters, m_table, m_empty, m_requests, m_strip, m_footer};
    m_requestsSoon->setSingleShot(true);
    m_requestsSoon->setInterval(30);
    connect(m_requestsSoon, &QTimer::timeout, this, &BatchPage::refreshRequests);
    connect(m_grid, &BatchGrid::countsChanged, this, &BatchPage::refresh);
    connect(m_grid, &BatchGrid::leftOutChanged, this, &BatchPage::leftOutChanged);
    connect(m_grid, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_table->currentIndex().row();
                if (!m_requests->isHidden() && first.row() <= row && row <= last.row())
                    m_requestsSoon->start();
            });
    connect(m_table, &BatchTable::requestsWanted, this, &BatchPage::showRequests);
    connect(m_table, &BatchTable::openRequested, this, &BatchPage::openRequested);
    connect(m_table, &BatchTable::currentRowChanged, this, [this] {
        if (!m_requests->isHidden())
            m_requestsSoon->start();
    });
    connect(m_footer, &BatchFooter::saveRequested, this, &BatchPage::save);
    connect(m_footer, &BatchFooter::copyRequested, this, &BatchPage::copyAs);
    connect(m_requests, &BatchRequests::closeRequested, this, &BatchPage::closeRequests);
    closeRequests();
    retranslate();
}

BatchPage::~BatchPage() = default;

void BatchPage::fillBar()
{
    m_rate->setProperty("role", u"muted"_s);
    auto *times = new QVBoxLayout;
    times->setSpacing(0);
    times->addStretch();
    for (QLabel *label : {m_requestCount, m_rate}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignRight);
        times->addWidget(label);
    }
    times->addStretch();
    m_bar->addLayout(times);
    connect(m_bar, &PageBar::backRequested, this, &BatchPage::backRequested);
}

QWidget *BatchPage::makeFilters()
{
    auto *bar = new QFrame(this);
    bar->setProperty("role", u"bar"_s);
    bar->setFixedHeight(45);
    connect(m_filters, &FilterSegments::chosen, this,
            [this](int filter) { m_grid->setFilter(Filter(filter)); });
    m_find->setClearButtonEnabled(true);
    m_find->setFixedWidth(200);
    connect(m_find, &QLineEdit::textChanged, m_grid, &BatchGrid::setNeedle);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(m_filters);
    row->addStretch(1);
    row->addWidget(m_find);
    return bar;
}

void BatchPage::review(Connection &connection, std::unique_ptr<BatchReview> review,
                       const QSet<QString> &leftOut, const BatchGrid::Doubts &doubts)
{
    clear();
    m_connection = &connection;
    m_review = std::move(review);
    m_review->start();
    m_grid->setReview(m_review.get(), leftOut, doubts);
    connect(m_review.get(), &BatchReview::finished, this, [this] {
        m_grid->recount();
        emit checked();
    });
    m_footer->begin(connection.nameToConfirm(connection.workspaceId()));
    refresh();
    m_table->setFocus(Qt::OtherFocusReason);
    if (m_grid->rowCount() > 0)
        m_table->setCurrentIndex(m_grid->index(0, 0));
}

void BatchPage::tell(const std::function<QString()> &text)
{
    m_strip->show(MessageStrip::Kind::Info, text);
}

void BatchPage::clear()
{
    m_grid->setReview(nullptr);
    m_review.reset();
    m_connection = nullptr;
    m_strip->dismiss();
    m_footer->begin({});
    closeRequests();
    const QSignalBlocker blocker(m_find);
    m_find->clear();
    chooseAll();
}

void BatchPage::chooseAll()
{
    m_filters->choose(0);
    if (m_grid->filter() != Filter::All)
        m_grid->setFilter(Filter::All);
}

QList<QWidget *> BatchPage::sections() const { return m_sections; }

void BatchPage::retranslate()
{
    m_bar->setBackTip(tr("Back, nothing is sent (Esc)"));
    m_find->setPlaceholderText(tr("Find a model"));
    m_find->setToolTip(tr("Ctrl+F"));
    m_find->setAccessibleName(tr("Find a model"));
    refresh();
}

void BatchPage::refresh()
{
    const auto count = int(m_review ? m_review->size() : 0);
    m_bar->setTitle(tr("Review %Ln model(s)", nullptr, count));
    m_bar->setAbout(m_connection ? m_connection->title() + u" · "_s + m_connection->workspaceTitle()
                                 : QString());
    refreshFilters();
    refreshTime();
    refreshFooter();
    showState();
}

void BatchPage::refreshFilters()
{
    QList<FilterSegments::Segment> segments;
    for (int i = 0; i < BatchGrid::filterCount; ++i) {
        const auto filter = Filter(i);
        // What has none is in nobody's way.
        segments.append({filterName(filter), m_grid->count(filter),
                         filter == Filter::All || filter == Filter::ToSave
                             || m_grid->count(filter) > 0 || m_grid->filter() == filter});
    }
    m_filters->setSegments(segments);
    m_find->setFixedWidth(width() < narrowPageBelow ? 130 : 200);
}

void BatchPage::refreshTime()
{
    const BatchGrid::Totals &totals = m_grid->totals();
    QStringList parts{tr("%Ln request(s)", nullptr, int(totals.requests))};
    if (m_connection) {
        const QString time = durationText(
            m_connection->leastTimeFor(totals.requests - totals.writes, totals.writes));
        if (!time.isEmpty())
            parts.append(time);
    }
    m_requestCount->setText(parts.join(tr(", ", "between requests and time")));
    const double rate = m_connection ? m_connection->writesPerSecond() : 0;
    m_rate->setText(rate <= 0 ? QString()
                              : tr("%1 writes a second; the whole account shares %2")
                                    .arg(locale().toString(rate))
                                    .arg(settingOf(SettingId::WritesPerSecond).most));
    m_rate->setVisible(rate > 0);
}

void BatchPage::refreshFooter()
{
    if (m_review)
        m_footer->showProgress({.isChecking = m_review->isRunning(),
                                .read = m_review->readCount(),
                                .all = m_review->size(),
                                .totals = m_grid->totals()});
}

void BatchPage::showState()
{
    if (!m_review)
        return;
    const bool isShort = !m_review->isRunning() && m_review->readCount() < m_review->size();
    const bool isFree = m_strip->isHidden() || m_strip->kind() == MessageStrip::Kind::Info;
    if (isShort && isFree) {
        const BatchReview *review = m_review.get();
        std::optional<Error> error;
        for (qsizetype i = 0; i < review->size() && !error; ++i)
            error = review->item(i).state == BatchItem::State::Unread ? review->item(i).error
                                                                      : std::nullopt;
        m_strip->show(
            MessageStrip::Kind::Error,
            [error, left = review->size() - review->readCount()] {
                QStringList sentences{tr("%Ln model(s) could not be checked.", nullptr, int(left))};
                if (error)
                    sentences.append(wording::whole(*error));
                return wording::joined(sentences);
            },
            [] { return tr("Check again"); }, [this] { readAgain(); });
    }
    if (m_grid->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (m_stack->currentWidget() == m_empty)
        return;
    m_empty->say(tr("No model here matches."));
    QPushButton *all = m_empty->addButton(tr("Show all"));
    connect(all, &QPushButton::clicked, this, [this] {
        m_find->clear();
        chooseAll();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    m_stack->setCurrentWidget(m_empty);
}

void BatchPage::readAgain()
{
    m_review->readRest();
    refresh();
}

void BatchPage::showRequests()
{
    m_requests->show();
    m_requestsLine->show();
    refreshRequests();
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        m_table->scrollTo(current);
}

void BatchPage::closeRequests()
{
    const bool hadFocus = m_requests->isAncestorOf(
        QGuiApplication::focusObject() ? qobject_cast<QWidget *>(QGuiApplication::focusObject())
                                       : nullptr);
    m_requests->hide();
    m_requestsLine->hide();
    if (hadFocus)
        m_table->setFocus(Qt::OtherFocusReason);
}

void BatchPage::refreshRequests()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_grid->rowCount() || m_requests->isHidden())
        return;
    const BatchItem &item = m_grid->itemAt(row);
    std::optional<SavePlan> plan;
    if (item.state == BatchItem::State::Changed) {
        auto made = SavePlan::make(item.base, item.edited, item.base.workspaceId,
                                   m_connection->rules());
        if (made)
            plan = *std::move(made);
    }
    m_requests->showPlan(item.base, plan, m_grid->detailText(row));
}

QString BatchPage::changeTitle() const
{
    QStringList titles = m_grid->headerTexts();
    titles = titles.mid(2, titles.size() - 3); // without model, id and state
    return titles.join(tr(", ", "between fields"));
}

void BatchPage::save()
{
    refreshFooter();
    if (m_review && m_footer->maySave())
        emit agreed(m_review->changes(changeTitle(), m_grid->leftOut()));
}

void BatchPage::copyAs(bool isCsv)
{
    const QString text = isCsv ? csvOfRows(QList<QStringList>{m_grid->headerTexts()}
                                           + m_grid->texts())
                               : m_grid->asText();
    QGuiApplication::clipboard()->setText(text);
    m_strip->show(MessageStrip::Kind::Success, [] { return tr("Copied."); });
}

void BatchPage::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        if (!m_requests->isHidden())
            return closeRequests();
        return emit backRequested();
    }
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        return save();
    if (event->matches(QKeySequence::Find))
        return m_find->setFocus(Qt::ShortcutFocusReason);
    QWidget::keyPressEvent(event);
}

void BatchPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshFilters();
    m_rate->setVisible(width() >= narrowPageBelow && !m_rate->text().isEmpty());
}

void BatchPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_batchpage.cpp"
