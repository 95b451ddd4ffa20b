// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/endpage.h"

#include "lists/exportfile.h"
#include "model/wording.h"
#include "ui/batch/clashview.h"
#include "ui/batch/partsbar.h"
#include "ui/batch/runtable.h"
#include "ui/batch/runwording.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filesaving.h"
#include "ui/widgets/filtersegments.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString timeText(const BatchRun &run)
{
    const QLocale locale;
    //: Day and time, see QLocale::toString()
    const QString began = locale.toString(run.began().toLocalTime(), EndPage::tr("d MMM HH:mm"));
    if (!run.ended().isValid())
        return began;
    return EndPage::tr("%1 to %2", "times")
        .arg(began, run.ended().toLocalTime().toString(u"HH:mm"));
}

} // namespace

EndPage::EndPage(QWidget *parent)
    : QWidget(parent)
    , m_rows(new BatchRunModel(this))
    , m_parts(new PartsBar(this))
    , m_segments(new FilterSegments(BatchRunModel::filterCount, this))
    , m_copyAs(new QPushButton(this))
    , m_table(new RunTable(*m_rows, this))
    , m_details(new ClashView(this))
    , m_strip(new MessageStrip(this))
    , m_revert(new QPushButton(this))
    , m_revertHint(new ElidedLabel(this))
    , m_goOn(new QPushButton(this))
    , m_bar(new PageBar(this))
    , m_choice(makeSegments())
    , m_footer(makeFooter())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_parts->setMaximumWidth(280);
    m_bar->addWidget(m_parts, 1);
    column->addWidget(m_bar);
    column->addWidget(new Separator(this));
    column->addWidget(m_choice);
    column->addWidget(new Separator(this));
    column->addWidget(m_table, 1);
    column->addWidget(new Separator(this));
    column->addWidget(m_details);
    column->addWidget(m_strip);
    column->addWidget(new Separator(this));
    column->addWidget(m_footer);
    makeCopyMenu();
    connectParts();
    retranslate();
}

QWidget *EndPage::makeSegments()
{
    auto *bar = new QFrame(this);
    bar->setProperty("role", u"bar"_s);
    bar->setFixedHeight(46);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(m_segments);
    row->addStretch();
    row->addWidget(m_copyAs);
    return bar;
}

QWidget *EndPage::makeFooter()
{
    auto *footer = new QFrame(this);
    footer->setProperty("role", u"bar"_s);
    footer->setFixedHeight(52);
    m_revert->setIcon(Theme::of(this).icon(u"undo"_s));
    m_revertHint->setProperty("role", u"muted"_s);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(m_revert);
    row->addWidget(m_revertHint, 1);
    row->addWidget(m_goOn);
    return footer;
}

void EndPage::makeCopyMenu()
{
    auto *menu = new QMenu(m_copyAs);
    m_copyAs->setMenu(menu);
    m_copyAs->setIcon(Theme::of(this).icon(u"chevron-down"_s));
    m_copyAs->setLayoutDirection(Qt::RightToLeft); // the arrow behind the words
    connect(menu->addAction(QString()), &QAction::triggered, this,
            [this] { copyAs(m_rows->asText()); });
    connect(menu->addAction(QString()), &QAction::triggered, this,
            [this] { copyAs(m_rows->asCsv()); });
    connect(menu->addAction(QString()), &QAction::triggered, this,
            [this] { copyAs(QString::fromUtf8(m_rows->asJson())); });
    menu->addSeparator();
    connect(menu->addAction(QString()), &QAction::triggered, this, &EndPage::exportFile);
}

void EndPage::connectParts()
{
    connect(m_rows, &BatchRunModel::countsChanged, this, &EndPage::refresh);
    connect(m_table, &RunTable::currentItemChanged, this, &EndPage::showDetails);
    connect(m_table, &RunTable::openRequested, this, &EndPage::openRequested);
    connect(m_table, &RunTable::copied, this,
            [this] { m_strip->show(MessageStrip::Kind::Success, [] { return tr("Copied."); }); });
    connect(m_details, &ClashView::takeMineRequested, this, [this](const QList<qsizetype> &which) {
        run()->takeMine(which);
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_details, &ClashView::keepTheirsRequested, this,
            [this](const QList<qsizetype> &which) {
                run()->keepTheirs(which);
                m_table->setFocus(Qt::OtherFocusReason);
            });
    connect(m_bar, &PageBar::backRequested, this, &EndPage::backRequested);
    connect(m_segments, &FilterSegments::chosen, this, [this](int segment) {
        m_rows->setFilter(Filter(segment));
        m_table->selectRow(0);
    });
    connect(m_goOn, &QPushButton::clicked, this, &EndPage::goOn);
    connect(m_revert, &QPushButton::clicked, this,
            [this] { emit revertRequested(run()->set().id); });
}

void EndPage::showRun(BatchRun *run, const QString &where)
{
    m_where = where;
    m_strip->dismiss();
    if (BatchRun *before = m_rows->run())
        before->disconnect(this);
    m_rows->setRun(run);
    if (run) {
        connect(run, &BatchRun::stateChanged, this, &EndPage::refresh);
        // The page is about it and nothing else.
        connect(run, &QObject::destroyed, this, &EndPage::backRequested);
    }
    const bool isToLookAt = m_rows->count(Filter::ToLookAt) > 0
                            && run->state() == BatchRun::State::Ended;
    m_rows->setFilter(isToLookAt ? Filter::ToLookAt : Filter::All);
    m_segments->choose(int(m_rows->filter()));
    refresh();
    m_table->selectRow(0);
    m_table->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> EndPage::sections() const
{
    return {m_bar, m_choice, m_table, m_details, m_strip, m_footer};
}

void EndPage::refresh()
{
    if (!run())
        return;
    m_bar->setTitle(runwording::title(*run()));
    const QString what = run()->error() ? runwording::about(*run()) : runwording::fields(*run(), 6);
    m_bar->setAbout(what + u" · "_s + timeText(*run()) + u" · "_s + m_where);
    m_parts->showRun(*run());
    showCounts();
    showDetails();
    const bool isOver = run()->state() == BatchRun::State::Ended;
    const bool isPaused = run()->state() == BatchRun::State::Paused;
    const auto saved = int(run()->counts().value(BatchEnd::Saved));
    const auto again = int(run()->retryCount());
    const auto refused = int(run()->counts().value(BatchEnd::Refused));
    m_goOn->setVisible(isPaused || (isOver && again > 0));
    m_goOn->setText(isPaused           ? tr("Go on")
                    : again == refused ? tr("Retry the %Ln refused", nullptr, again)
                                       : tr("Retry %Ln model(s)", nullptr, again));
    m_revert->setVisible(saved > 0);
    m_revert->setEnabled(isOver || isPaused);
    m_revertHint->setVisible(saved > 0);
    m_revertHint->setPlainText(tr("%Ln model(s), through the same review", nullptr, saved));
}

void EndPage::showCounts()
{
    QList<FilterSegments::Segment> segments;
    for (int i = 0; i < BatchRunModel::filterCount; ++i) {
        const auto filter = Filter(i);
        const qsizetype count = m_rows->count(filter);
        segments.append({BatchRunModel::filterText(filter), count,
                         count > 0 || filter == Filter::All || filter == m_rows->filter()});
    }
    m_segments->setSegments(segments);
}

void EndPage::showDetails() { m_details->showItem(run(), m_table->currentItem()); }

void EndPage::goOn()
{
    if (run()->state() == BatchRun::State::Paused)
        run()->goOn();
    else
        run()->retry();
}

void EndPage::copyAs(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    m_strip->show(MessageStrip::Kind::Success, [] { return tr("Copied."); });
}

void EndPage::exportFile()
{
    const FileQuestion question{.title = tr("Export"),
                                .filters = {tr("%1 files (*.%2)").arg(u"CSV"_s, u"csv"_s),
                                            tr("%1 files (*.%2)").arg(u"JSON"_s, u"json"_s)},
                                .suffix = u"csv"_s,
                                .name = u"run.csv"_s};
    askForNewFile(question, this, [this](const QString &file) {
        // With a mark, or spreadsheets read Chinese as something else.
        const QByteArray contents = file.endsWith(".json"_L1, Qt::CaseInsensitive)
                                        ? m_rows->asJson()
                                        : "\xEF\xBB\xBF" + m_rows->asCsv().toUtf8();
        writeFile(file, contents, this, [this, file](const Result<std::monostate> &written) {
            tellWritten(*m_strip, file, written);
        });
    });
}

void EndPage::retranslate()
{
    m_copyAs->setText(tr("Copy as"));
    m_copyAs->setAccessibleName(tr("Copy as"));
    const QStringList texts{tr("Text"), tr("CSV"), tr("JSON"), {}, tr("Export…")};
    for (qsizetype i = 0; i < texts.size(); ++i)
        m_copyAs->menu()->actions().at(i)->setText(texts[i]);
    m_revert->setText(tr("Revert this batch…"));
    m_revert->setAccessibleName(tr("Revert this batch"));
    m_goOn->setProperty("kind", u"primary"_s);
    m_goOn->setAccessibleName(tr("Go on or retry"));
    refresh();
}

void EndPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit backRequested();
    QWidget::keyPressEvent(event);
}

void EndPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_endpage.cpp"
