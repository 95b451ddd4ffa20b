// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/runtray.h"

#include "session/batchrun.h"
#include "ui/batch/partsbar.h"
#include "ui/batch/runwording.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr int trayHeight = 56;
constexpr int titleWidth = 176;
constexpr int narrowTray = 1000;
constexpr int wordGap = 16;
constexpr int titlesAt = 1;          // in the row
constexpr auto refreshDelay = 100ms; // items end many times a second

QString roleOf(BatchEnd end)
{
    switch (end) {
    case BatchEnd::Saved: return u"added"_s;
    case BatchEnd::Conflict:
    case BatchEnd::Unknown: return u"warning"_s;
    case BatchEnd::Refused: return u"error"_s;
    case BatchEnd::Unchanged:
    case BatchEnd::Skipped:
    case BatchEnd::NotSent: break;
    }
    return u"muted"_s;
}

QLabel *trayLabel(const QString &role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", role);
    label->hide();
    return label;
}

} // namespace

RunTray::RunTray(QWidget *parent)
    : QFrame(parent)
    , m_rows(new QToolButton(this))
    , m_title(new ElidedLabel(this))
    , m_about(new ElidedLabel(this))
    , m_bar(new PartsBar(this))
    , m_done(trayLabel(u"muted"_s, this))
    , m_rate(trayLabel(u"muted"_s, this))
    , m_left(trayLabel(u"muted"_s, this))
    , m_pause(new QPushButton(this))
    , m_goOn(new QPushButton(this))
    , m_stop(new QPushButton(this))
    , m_look(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
{
    setProperty("role", u"bar"_s);
    setSpokenName(*this, [] { return tr("Run of many models"); });
    setFixedHeight(trayHeight);
    for (const BatchEnd end : allBatchEnds)
        m_counts.insert(end, trayLabel(roleOf(end), this));
    build();
    connectButtons();
    m_soon.setSingleShot(true);
    m_soon.setInterval(refreshDelay);
    m_second.setInterval(1s);
    m_life.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &RunTray::refresh);
    connect(&m_second, &QTimer::timeout, this, &RunTray::refresh);
    connect(&m_life, &QTimer::timeout, this, &RunTray::leaveWhenDone);
    retranslate();
    hide();
}

void RunTray::build()
{
    m_rows->setIcon(Theme::of(this).icon(u"chevron-up"_s));
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_about->setProperty("role", u"muted"_s);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addStretch();
    titles->addWidget(m_title);
    titles->addWidget(m_about);
    titles->addStretch();
    auto *words = new QHBoxLayout;
    words->setSpacing(wordGap);
    words->addWidget(m_done);
    for (const BatchEnd end : allBatchEnds)
        words->addWidget(m_counts[end]);
    words->addStretch();
    words->addWidget(m_rate);
    words->addWidget(m_left);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(6);
    middle->addStretch();
    middle->addWidget(m_bar);
    middle->addLayout(words);
    middle->addStretch();
    auto *line = new Separator(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    auto *row = m_row = new QHBoxLayout;
    column->addLayout(row, 1);
    row->setContentsMargins(5, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_rows);
    row->addLayout(titles, 2);
    row->addSpacing(8);
    row->addLayout(middle, 9);
    row->addSpacing(8);
    for (QPushButton *button : {m_pause, m_goOn, m_look, m_stop, m_dismiss})
        row->addWidget(button);
    m_title->setMinimumWidth(titleWidth);
    m_pause->setIcon(Theme::of(this).icon(u"pause"_s));
    m_goOn->setIcon(Theme::of(this).icon(u"play"_s, ThemeColor::OnAccent));
    m_goOn->setProperty("kind", u"primary"_s);
    m_stop->setIcon(Theme::of(this).icon(u"stop"_s));
}

void RunTray::connectButtons()
{
    connect(m_rows, &QToolButton::clicked, this, &RunTray::rowsRequested);
    connect(m_look, &QPushButton::clicked, this, &RunTray::rowsRequested);
    connect(m_dismiss, &QPushButton::clicked, this, &RunTray::dismissRequested);
    const auto tell = [this](QPushButton *button, void (BatchRun::*what)()) {
        connect(button, &QPushButton::clicked, this, [this, what] {
            if (m_run)
                (m_run->*what)();
        });
    };
    tell(m_pause, &BatchRun::pause);
    tell(m_goOn, &BatchRun::goOn);
    tell(m_stop, &BatchRun::stop);
}

BatchRun *RunTray::run() const { return m_run; }

void RunTray::setRun(BatchRun *run)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    m_life.stop();
    if (run) {
        connect(run, &BatchRun::stateChanged, this, &RunTray::refresh);
        connect(run, &BatchRun::itemChanged, this, [this] {
            if (!m_soon.isActive())
                m_soon.start();
        });
        connect(run, &QObject::destroyed, this, [this] { setRun(nullptr); });
        refresh();
    }
    setVisible(run != nullptr);
    if (!run)
        m_second.stop();
}

void RunTray::refresh()
{
    if (!m_run)
        return;
    const bool isOver = m_run->state() == BatchRun::State::Ended;
    m_title->setPlainText(runwording::title(*m_run));
    m_about->setPlainText(runwording::about(*m_run));
    setLook(m_about, "role", m_run->error() ? u"warning"_s : u"muted"_s);
    m_row->setStretch(titlesAt, m_run->error() ? 9 : 2); // why it waits is what to read now
    setAccessibleDescription(m_title->text());
    m_bar->showRun(*m_run);
    showCounts();
    showButtons();
    if (m_run->state() == BatchRun::State::Running)
        m_second.start();
    else
        m_second.stop();
    if (isOver && m_run->isSettled() && !m_life.isActive())
        m_life.start(m_lifetime);
    else if (!isOver)
        m_life.stop();
}

void RunTray::showCounts()
{
    const QLocale locale;
    m_done->setText(
        tr("%1 of %2").arg(locale.toString(m_run->endedCount()), locale.toString(m_run->size())));
    m_done->show();
    for (auto label = m_counts.begin(); label != m_counts.end(); ++label) {
        const qint64 count = m_run->counts().value(label.key());
        label.value()->setText(runwording::count(label.key(), count));
        label.value()->setVisible(count > 0);
    }
    const bool isRunning = m_run->state() == BatchRun::State::Running;
    m_rate->setText(isRunning ? runwording::rate(*m_run) : QString());
    m_left->setText(isRunning ? runwording::timeLeft(*m_run) : QString());
    m_rate->setVisible(!m_rate->text().isEmpty() && window()->width() >= narrowTray);
    m_left->setVisible(!m_left->text().isEmpty());
    fitWords();
}

//! What there is no room for is not shown, the least important first: the bar has it, too.
void RunTray::fitWords()
{
    QList<QLabel *> words{m_rate,
                          m_left,
                          m_counts[BatchEnd::Unchanged],
                          m_counts[BatchEnd::Skipped],
                          m_counts[BatchEnd::Saved],
                          m_counts[BatchEnd::NotSent],
                          m_counts[BatchEnd::Unknown],
                          m_counts[BatchEnd::Conflict],
                          m_counts[BatchEnd::Refused]};
    const auto wanted = [&] {
        int width = m_done->sizeHint().width();
        for (const QLabel *word : std::as_const(words)) {
            if (word->isVisibleTo(this))
                width += word->sizeHint().width() + wordGap;
        }
        return width;
    };
    for (QLabel *word : std::as_const(words)) {
        if (wanted() <= m_bar->width())
            break;
        word->hide();
    }
}

void RunTray::showButtons()
{
    using State = BatchRun::State;
    const State state = m_run->state();
    const bool isOver = state == State::Ended;
    const bool isPaused = state == State::Paused;
    const bool isEnding = state == State::Pausing || state == State::Stopping;
    m_pause->setVisible(!isOver && !isPaused);
    m_pause->setEnabled(!isEnding);
    m_goOn->setVisible(isPaused);
    m_stop->setVisible(!isOver);
    m_stop->setEnabled(state != State::Stopping);
    m_look->setVisible(isOver && !m_run->isSettled());
    m_dismiss->setVisible(isOver);
}

bool RunTray::isLookedAt() const
{
    const QWidget *focus = QApplication::focusWidget();
    return !isVisible() || underMouse() || (focus && isAncestorOf(focus));
}

void RunTray::leaveWhenDone()
{
    if (!m_run || m_run->state() != BatchRun::State::Ended || !m_run->isSettled())
        return;
    if (isLookedAt())
        m_life.start(m_lifetime);
    else
        emit dismissRequested();
}

void RunTray::retranslate()
{
    const auto name = [](QAbstractButton *button, const QString &text, const QString &accessible) {
        button->setText(text);
        button->setAccessibleName(accessible);
    };
    m_rows->setAccessibleName(tr("Show the models of the run"));
    m_rows->setToolTip(tr("Show the models of the run"));
    name(m_pause, tr("Pause"), tr("Pause the run"));
    name(m_goOn, tr("Go on"), tr("Go on with the run"));
    name(m_stop, tr("Stop"), tr("Stop the run"));
    m_pause->setToolTip(tr("What is in progress finishes first"));
    m_stop->setToolTip(tr("What is in progress finishes; the rest is not sent"));
    name(m_look, tr("View"), tr("View the result of the run"));
    name(m_dismiss, tr("Close"), tr("Close the run"));
    refresh();
}

void RunTray::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (m_run)
        showCounts();
}

void RunTray::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_runtray.cpp"
