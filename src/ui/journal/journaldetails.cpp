// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journaldetails.h"

#include "core/backgroundwork.h"
#include "core/visibletext.h"
#include "lists/relativetime.h"
#include "model/modeldiff.h"
#include "model/wording.h"
#include "ui/journal/requestrow.h"
#include "ui/review/changesview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/panewidgets.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr int sidePadding = 20;
constexpr int ringWidth = 2; //!< Around what scrolls, see theme.qss.
constexpr int compactBelow = 560;
constexpr qsizetype compareHereLimit = 64 * 1024; //!< Longer ExtraInfo is compared aside.

QLabel *detailLabel(const QString &role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", role);
    label->setContentsMargins(sidePadding, 0, sidePadding, 8);
    return label;
}

struct Rows
{
    QList<ChangeRow> changes;
    QList<ChangeRow> held;
};

ModelMetadata beforeOf(const PastChange &entry)
{
    return entry.before() ? entry.before()->metadata : ModelMetadata();
}

Rows rowsOf(const PastChange &entry)
{
    const ModelMetadata after = entry.after().value_or(ModelMetadata());
    Rows rows{.changes = changeRows(beforeOf(entry), after)};
    if (entry.outcome() == PastChange::Outcome::NotTaken && entry.held())
        rows.held = changeRows(spelledAs(after, entry.held()->metadata), entry.held()->metadata);
    return rows;
}

} // namespace

JournalDetails::JournalDetails(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget)
    , m_state(new StatePage)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(buildBody(), 1);
    m_pages->addWidget(m_state);
    m_pages->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    connect(m_copy, &QAbstractButton::clicked, this, &JournalDetails::copyRequested);
    connect(m_revert, &QPushButton::clicked, this, &JournalDetails::revertRequested);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300ms);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_pages->setCurrentWidget(m_state);
        m_state->say(tr("Reading the entry…"));
    });
    retranslate();
}

QWidget *JournalDetails::buildHead()
{
    m_title = new ElidedLabel;
    m_title->setProperty("role", u"heading"_s);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_facts = new ElidedLabel;
    m_facts->setProperty("role", u"muted"_s);
    m_facts->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_copy = new IconButton(u"copy"_s, {});
    m_revert = new QPushButton;
    m_revert->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_title, 1);
    row->addWidget(m_copy);
    row->addWidget(m_revert);
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(sidePadding + ringWidth, 10, 16, 10);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_facts);
    return head;
}

QWidget *JournalDetails::buildBody()
{
    m_message = detailLabel(u"error"_s);
    m_errorFacts = detailLabel(u"muted"_s);
    m_errorFacts->setFont(Theme::of(this).fixedFont());
    m_errorFacts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_changes = new ChangesView;
    m_heldNote = detailLabel(u"changed"_s);
    m_heldNote->setContentsMargins(sidePadding, 4, sidePadding, 4);
    m_held = new ChangesView;
    m_noChanges = detailLabel(u"muted"_s);
    m_requestsTitle = detailLabel(u"heading"_s);
    m_requestsTitle->setContentsMargins(sidePadding, 16, sidePadding, 4);
    m_requests = new QVBoxLayout;
    m_requests->setSpacing(0);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    for (QWidget *part : {static_cast<QWidget *>(m_message), static_cast<QWidget *>(m_errorFacts),
                          static_cast<QWidget *>(m_heldNote), static_cast<QWidget *>(m_held),
                          static_cast<QWidget *>(m_changes), static_cast<QWidget *>(m_noChanges),
                          static_cast<QWidget *>(m_requestsTitle)})
        column->addWidget(part);
    column->addLayout(m_requests);
    column->addStretch(1);
    auto *scroll = new SteadyScrollArea;
    scroll->setProperty("ring", true); // nothing in it takes the focus, and keys scroll it
    scroll->setContent(body);
    scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll = scroll;
    return scroll;
}

void JournalDetails::retranslate()
{
    m_copy->setName(tr("Copy this entry as JSON"));
    m_revert->setText(tr("Revert this change…"));
    m_revert->setAccessibleName(m_revert->text());
    m_heldNote->setText(tr("The registry holds other values:"));
    m_noChanges->setText(tr("No differences."));
    m_requestsTitle->setText(tr("What was sent"));
    m_scroll->setAccessibleName(tr("Details of the entry"));
    showReason();
    if (m_entry)
        show(*m_entry);
    else if (m_error)
        setError(*m_error);
}

void JournalDetails::setLoading() { m_patience.start(); }

void JournalDetails::setError(const Error &error)
{
    m_patience.stop();
    m_entry.reset();
    m_error = error;
    m_state->say(tr("This entry cannot be read"), wording::whatHappened(error), true);
    m_pages->setCurrentWidget(m_state);
}

void JournalDetails::setNote(const QString &sentence, const QString &more)
{
    m_patience.stop();
    m_entry.reset();
    m_error.reset();
    m_state->say(sentence, more);
    m_pages->setCurrentWidget(m_state);
}

void JournalDetails::setEntry(const PastChange &entry)
{
    m_patience.stop();
    m_error.reset();
    m_entry = entry;
    show(entry);
    m_pages->setCurrentIndex(1);
}

void JournalDetails::show(const PastChange &entry)
{
    m_title->setPlainText(tr("%1 · %2").arg(JournalModel::whatText(entry.what(), entry.isRevert()),
                                            JournalModel::outcomeText(entry.outcome())));
    QStringList facts{exactTime(entry.began()), visibleText(entry.profile(), 60)};
    if (entry.finished().isValid()) {
        const double seconds = double(entry.began().msecsTo(entry.finished())) / 1000;
        facts.append(tr("took %1 s").arg(QLocale().toString(seconds, 'f', 1)));
    }
    facts.removeAll(QString());
    m_facts->setPlainText(facts.join(u" · "_s));
    m_message->setVisible(entry.error().has_value());
    m_errorFacts->hide();
    if (entry.error()) {
        QStringList parts{wording::whatHappened(*entry.error()), wording::nextStep(*entry.error())};
        parts.removeAll(QString());
        m_message->setText(parts.join(u'\n'));
        QStringList more{wording::facts(*entry.error()), visibleText(entry.error()->message)};
        more.removeAll(QString());
        m_errorFacts->setText(more.join(u'\n'));
        m_errorFacts->setVisible(!more.isEmpty());
    }
    showChanges(entry);
    showRequests(entry);
}

void JournalDetails::showChanges(const PastChange &entry)
{
    const qsizetype length = beforeOf(entry).extraInfo.utf8().size()
                             + (entry.after() ? entry.after()->extraInfo.utf8().size() : 0);
    const bool isShort = length < compareHereLimit;
    if (!isShort) { // those of the entry before must not stand below this one's title
        for (QWidget *part : {static_cast<QWidget *>(m_changes), static_cast<QWidget *>(m_heldNote),
                              static_cast<QWidget *>(m_held), static_cast<QWidget *>(m_noChanges)})
            part->hide();
    }
    using Outcome = PastChange::Outcome;
    const Outcome outcome = entry.outcome();
    const bool isWritten = outcome == Outcome::Saved || outcome == Outcome::NotTaken
                           || outcome == Outcome::Unverified;
    const QString after = isWritten ? tr("After") : tr("Intended");
    runAside(
        this, isShort, [entry] { return rowsOf(entry); },
        [this, after, comparing = ++m_comparing](const Rows &rows) {
            if (comparing != m_comparing)
                return;
            m_changes->show(rows.changes, tr("Before"), after);
            m_changes->setVisible(!rows.changes.isEmpty());
            m_noChanges->setVisible(rows.changes.isEmpty());
            m_held->show(rows.held, tr("Sent"), tr("In the registry"));
            m_held->setVisible(!rows.held.isEmpty());
            m_heldNote->setVisible(!rows.held.isEmpty());
        });
}

void JournalDetails::showRequests(const PastChange &entry)
{
    while (QLayoutItem *item = m_requests->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QList<PastRequest> requests = entry.requests();
    m_requestsTitle->setVisible(!requests.isEmpty());
    for (const PastRequest &request : requests)
        m_requests->addWidget(new RequestRow(request));
}

void JournalDetails::setWhyNotRevert(const QString &reason)
{
    m_whyNot = reason;
    showReason();
}

void JournalDetails::showReason()
{
    m_revert->setEnabled(m_whyNot.isEmpty());
    m_revert->setToolTip(visibleToolTip(
        m_whyNot.isEmpty() ? tr("Makes a draft with the values from before; nothing is sent yet")
                           : m_whyNot));
    m_revert->setAccessibleDescription(m_whyNot);
}

void JournalDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_changes->setCompact(width() < compactBelow);
    m_held->setCompact(width() < compactBelow);
}

void JournalDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_journaldetails.cpp"
