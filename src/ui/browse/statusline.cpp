// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/statusline.h"

#include "core/visibletext.h"
#include "model/wording.h"
#include "registry/connection.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent)
    , m_countLabel(new QLabel(this))
    , m_syncLabel(new QLabel(this))
    , m_cancel(new QPushButton(this))
    , m_draftsLabel(new QLabel(this))
    , m_requestLabel(new QLabel(this))
    , m_request(new QPushButton(this))
    , m_outcome(new QLabel(this))
{
    setProperty("role", u"bar"_s);
    setFixedHeight(28);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(18);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.93);
    for (QLabel *label : {m_countLabel, m_syncLabel, m_draftsLabel, m_requestLabel, m_outcome}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", u"muted"_s);
        label->setFont(small);
    }
    m_cancel->setProperty("kind", u"status"_s);
    m_cancel->setFont(small);
    m_cancel->hide();
    m_request->setProperty("kind", u"status"_s);
    QFont fixed = Theme::of(this).fixedFont();
    fixed.setPointSizeF(small.pointSizeF());
    m_request->setFont(fixed);
    auto *request = new QHBoxLayout;
    request->setSpacing(1);
    request->addWidget(m_requestLabel);
    request->addWidget(m_request);
    request->addWidget(m_outcome);
    row->addWidget(m_countLabel);
    row->addWidget(m_syncLabel);
    row->addWidget(m_cancel);
    row->addWidget(m_draftsLabel);
    row->addStretch();
    row->addLayout(request);

    connect(m_cancel, &QPushButton::clicked, this, &StatusLine::cancelRequested);
    connect(m_request, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_requestId);
        QToolTip::showText(m_request->mapToGlobal(QPoint(0, -30)), tr("RequestId copied"),
                           m_request);
    });
    m_minute.setSingleShot(true);
    m_minute.setTimerType(Qt::VeryCoarseTimer);
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, &StatusLine::showTexts);
    showTexts();
    showLastCall();
}

void StatusLine::setCount(qsizetype shown, qsizetype all)
{
    m_shown = shown;
    m_all = all;
    showTexts();
}

void StatusLine::setSelected(qsizetype count)
{
    if (count == m_selected)
        return;
    m_selected = count;
    showTexts();
}

void StatusLine::setSamples(bool holdsSamples, bool all)
{
    if (m_holdsSamples == holdsSamples && m_areSamples == all)
        return;
    m_holdsSamples = holdsSamples;
    m_areSamples = all;
    showTexts();
}

void StatusLine::setLoading(bool loading, const SyncProgress &progress)
{
    // Pages may come faster than anybody reads.
    constexpr int readable = 100;
    const bool isProgress = std::exchange(m_loading, loading) && loading;
    m_progress = progress;
    if (isProgress && m_sinceProgress.isValid() && m_sinceProgress.elapsed() < readable)
        return;
    m_sinceProgress.start();
    showTexts();
}

void StatusLine::setSyncedAt(const QDateTime &time)
{
    m_syncedAt = time;
    showTexts();
}

void StatusLine::setDrafts(qsizetype count)
{
    m_drafts = count;
    showTexts();
}

void StatusLine::setConnection(Connection *connection)
{
    m_connection = connection;
    if (connection) {
        connect(connection, &Connection::lastCallChanged, this, &StatusLine::showLastCall);
        connect(connection, &Connection::stateChanged, this, &StatusLine::showState);
        connect(connection, &QObject::destroyed, this, [this, connection] {
            if (m_connection == connection)
                m_connection = nullptr;
        });
    }
    showState();
    showLastCall();
}

//! Only the network: a refused key is no reason to wait.
void StatusLine::showState()
{
    const auto call = m_connection ? m_connection->lastCall() : std::nullopt;
    m_offline = m_connection && m_connection->state() == Connection::State::Failing && call
                && call->error
                && (call->error->kind == Error::Kind::Network
                    || call->error->kind == Error::Kind::Timeout);
    showTexts();
}

static QString syncedText(const QDateTime &when)
{
    const qint64 minutes = when.secsTo(QDateTime::currentDateTime()) / 60;
    if (minutes < 1)
        return StatusLine::tr("synced just now");
    if (minutes < 60)
        return StatusLine::tr("synced %1 min ago").arg(minutes);
    const QDateTime local = when.toLocalTime();
    const bool today = local.date() == QDate::currentDate();
    return StatusLine::tr("synced at %1")
        .arg(local.toString(today ? u"HH:mm"_s : u"yyyy-MM-dd HH:mm"_s));
}

static QString remainingText(std::chrono::seconds remaining)
{
    const auto seconds = int(remaining.count());
    if (seconds < 60)
        return StatusLine::tr("%n s left", nullptr, seconds);
    return StatusLine::tr("%n min left", nullptr, (seconds + 59) / 60);
}

QString StatusLine::loadingText() const
{
    const QLocale locale;
    const auto &[listed, expected, perSecond, remaining] = m_progress;
    if (listed == 0)
        return tr("loading");
    QStringList parts = {
        expected > 0
            ? tr("loading %1 of %2").arg(locale.toString(listed), locale.toString(expected))
            : tr("loading, %1 so far").arg(locale.toString(listed))};
    if (perSecond >= 1)
        parts.append(tr("%1 a second").arg(locale.toString(qint64(perSecond))));
    if (remaining)
        parts.append(remainingText(*remaining));
    return parts.join(u" · "_s);
}

QString StatusLine::countText() const
{
    const QLocale locale;
    if (!m_connection)
        return tr("not connected");
    if (m_selected > 1)
        return tr("%1 of %Ln selected", nullptr, int(m_shown)).arg(locale.toString(m_selected));
    if (m_shown != m_all)
        return tr("%1 of %Ln model(s)", nullptr, int(m_all)).arg(locale.toString(m_shown));
    return m_areSamples ? tr("%Ln sample model(s)", nullptr, int(m_all))
                        : tr("%Ln model(s)", nullptr, int(m_all));
}

void StatusLine::showTexts()
{
    m_countLabel->setText(countText());
    if (m_loading) {
        m_syncLabel->setText(loadingText());
    } else if (m_holdsSamples) { // and nowhere else that they could be as old as
        m_syncLabel->setText(tr("kept on this machine only"));
    } else {
        m_syncLabel->setText(m_syncedAt.isValid() ? syncedText(m_syncedAt) : QString());
    }
    m_syncLabel->setVisible(!m_syncLabel->text().isEmpty());
    m_cancel->setText(tr("Cancel loading"));
    m_cancel->setVisible(m_loading);
    if (m_offline)
        m_draftsLabel->setText(m_drafts > 0
                                   ? tr("offline, %Ln draft(s) waiting", nullptr, int(m_drafts))
                                   : tr("offline"));
    else
        m_draftsLabel->setText(tr("%Ln draft(s)", nullptr, int(m_drafts)));
    m_draftsLabel->setVisible(m_offline || m_drafts > 0);
    // The next minute is counted only while somebody can see it.
    if (isVisible() && m_syncedAt.isValid()
        && m_syncedAt.secsTo(QDateTime::currentDateTime()) < 3600)
        m_minute.start();
}

void StatusLine::showLastCall()
{
    const auto call = m_connection ? m_connection->lastCall() : std::nullopt;
    m_requestId = call ? call->requestId : QString();
    const bool known = call.has_value();
    m_requestLabel->setVisible(known || !m_connection);
    m_outcome->setVisible(known);
    m_request->setVisible(known && !m_requestId.isEmpty());
    if (!m_connection)
        m_requestLabel->setText(u"ModelScribe " MODELSCRIBE_VERSION ""_s);
    if (!known)
        return;
    m_requestLabel->setText(tr("last request"));
    m_request->setText(visibleText(m_requestId.section(u'-', 0, 0), 12));
    m_request->setAccessibleName(tr("Copy last RequestId"));
    m_request->setAccessibleDescription(visibleText(m_requestId)); // the tool tip is HTML
    m_request->setToolTip(plainToolTip(tr("Copy RequestId %1").arg(visibleText(m_requestId))));
    const bool failed = call->error.has_value();
    m_outcome->setText(failed ? tr("failed") : tr("ok"));
    m_outcome->setToolTip(failed ? plainToolTip(wording::whatHappened(*call->error)) : QString());
    setLook(m_outcome, "role", failed ? u"error"_s : u"muted"_s);
}

void StatusLine::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    showTexts();
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showTexts();
        showLastCall();
    }
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_statusline.cpp"
