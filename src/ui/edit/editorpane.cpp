// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/editorpane.h"

#include "core/visibletext.h"
#include "lists/relativetime.h"
#include "registry/access.h"
#include "registry/accesswording.h"
#include "remote/remotecontent.h"
#include "session/batches.h"
#include "session/workbench.h"
#include "ui/edit/panehistory.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/steadyfocus.h"
#include "ui/widgets/theme.h"

#include "edit/ui_editorpane.h"

#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QEvent>
#include <QPainter>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

EditorPane::EditorPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EditorPane>())
    , m_history(new PaneHistory(*this))
{
    m_ui->setupUi(this);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
    m_tabs = new ModelTabs(*m_ui->tabs, *m_ui->stack, *m_history);
    Separator::dress(*m_ui->tabLine);
    Separator::dress(*m_ui->footerLine);
    m_ui->resumed->setClosable(false);
    m_ui->notYours->setClosable(false);
    SteadyFocus::setHome(*this, *m_ui->tabs);
    connectParts();
    setSession(nullptr);
    retranslate();
}

EditorPane::~EditorPane()
{
    if (m_session)
        m_session->disconnect(this);
}

void EditorPane::connectParts()
{
    connect(m_ui->header, &ModelHeader::backRequested, this, &EditorPane::backRequested);
    connect(m_ui->header, &ModelHeader::previousRequested, this, &EditorPane::previousRequested);
    connect(m_ui->header, &ModelHeader::nextRequested, this, &EditorPane::nextRequested);
    connect(m_ui->header, &ModelHeader::copyIdRequested, this, &EditorPane::copyIdRequested);
    connect(m_ui->header, &ModelHeader::copyJsonRequested, this, &EditorPane::copyJsonRequested);
    connect(m_ui->header, &ModelHeader::deleteRequested, this, &EditorPane::deleteRequested);
    connect(m_tabs, &ModelTabs::wholeWindowRequested, this, &EditorPane::wholeWindowRequested);
    connect(m_tabs, &ModelTabs::revertChangeRequested, this, &EditorPane::revertChangeRequested);
    connect(m_ui->footer, &EditorFooter::revertRequested, this, &EditorPane::revertRequested);
    connect(m_ui->footer, &EditorFooter::discardRequested, this, &EditorPane::discardRequested);
    connect(m_ui->footer, &EditorFooter::keepRequested, this, &EditorPane::keepRequested);
    connect(m_ui->footer, &EditorFooter::reviewRequested, this, &EditorPane::review);
    connect(m_ui->emptyNew, &QPushButton::clicked, this, &EditorPane::newModelRequested);
}

void EditorPane::retranslate()
{
    m_ui->retranslateUi(this);
    if (!m_emptyText.isEmpty())
        m_ui->emptyText->setText(m_emptyText); // the form has only a general one
    m_tabs->retranslate();
    refresh();
}

void EditorPane::setSession(EditSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_history->setSession(session);
    m_knownEmpty.clear();
    m_ui->strip->dismiss();
    m_ui->resumed->dismiss();
    m_tabs->setSession(session);
    if (session) {
        connect(session, &EditSession::changed, this, &EditorPane::refresh);
        connect(session, &QObject::destroyed, this, [this] { setSession(nullptr); });
    }
    leaveReview();
    showPage();
    takeBatched();
    refresh();
}

void EditorPane::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

void EditorPane::setWorkbench(Workbench *workbench)
{
    m_workbench = workbench;
    m_tabs->setWorkbench(workbench);
    if (!workbench)
        return;
    connect(&workbench->batches(), &Batches::rowsChanged, this, [this](const QStringList &ids) {
        if (m_session && (ids.isEmpty() || ids.contains(m_session->modelId())))
            takeBatched();
    });
    connect(workbench, &Workbench::connectionChanged, this, &EditorPane::followAccess);
    followAccess();
}

void EditorPane::followAccess()
{
    m_tabs->setAccess(m_workbench->access());
    if (Access *access = m_workbench->access())
        connect(access, &Access::changed, this, &EditorPane::showAccess);
    if (Connection *connection = m_workbench->connection())
        connect(connection, &Connection::lockChanged, this, &EditorPane::refresh);
    refresh();
    showAccess();
}

//! Before anything is typed; it stays possible, as nobody knows better than the registry.
void EditorPane::showAccess()
{
    Access *access = m_workbench ? m_workbench->access() : nullptr;
    QString reason;
    if (m_session && isLocked()) {
        reason = tr("The profile is protected. Unlock it in the menu of the connection to edit.");
    } else if (m_session && !m_session->isNew()) {
        const RegisteredModel &base = m_session->base();
        reason = accesswording::whyNotChanged(access, base);
        if (reason.isEmpty() && base.metadata.accessibility != "PUBLIC"_L1
            && m_session->edited().accessibility == "PUBLIC"_L1)
            reason = accesswording::whyNotPublished(access, base);
    }
    if (reason.isEmpty())
        m_ui->notYours->dismiss();
    else if (reason != m_ui->notYours->text() || m_ui->notYours->isHidden())
        m_ui->notYours->show(MessageStrip::Kind::Info, reason);
}

//! While a run of many is at it nothing is to be typed that it would come in between of.
void EditorPane::takeBatched()
{
    const bool is = m_session && m_workbench && m_workbench->batches().isBusy(m_session->modelId());
    if (std::exchange(m_isBatched, is) != is)
        refresh();
}

void EditorPane::setRemoteContent(RemoteContent *content) { m_tabs->setRemoteContent(content); }

RemoteContent *EditorPane::remoteContent() const { return m_tabs->remoteContent(); }

void EditorPane::readSettings() { m_tabs->readSettings(); }

void EditorPane::setNavigation(bool previous, bool next)
{
    m_ui->header->setNavigation(previous, next);
}

void EditorPane::setBackVisible(bool visible) { m_ui->header->setBackVisible(visible); }

void EditorPane::setEmptyText(const QString &text)
{
    m_emptyText = text;
    m_ui->emptyText->setText(text);
}

void EditorPane::setNewModelPossible(bool isPossible)
{
    m_ui->emptyNew->setEnabled(isPossible);
    m_ui->emptyNew->setToolTip(isPossible ? QString() : tr("Connect to a registry first"));
}

void EditorPane::showResumed(const QDateTime &changedAt)
{
    m_ui->resumed->show(
        MessageStrip::Kind::Changed,
        [changedAt] {
            return changedAt.isValid() ? tr("Started earlier and not finished; last changed: %1.")
                                             .arg(relativeTime(changedAt))
                                       : tr("Started earlier and not finished.");
        },
        [] { return tr("Start another"); }, [this] { emit anotherRequested(); });
}

void EditorPane::hideResumed() { m_ui->resumed->dismiss(); }

MessageStrip &EditorPane::strip() const { return *m_ui->strip; }

QList<QWidget *> EditorPane::sections()
{
    return {this,        m_ui->tabs,  m_ui->resumed, m_ui->notYours,
            m_ui->stack, m_ui->strip, m_ui->footer};
}

EditorPane::Tab EditorPane::currentTab() const { return m_tabs->currentTab(); }

void EditorPane::setCurrentTab(Tab tab) { m_tabs->setCurrentTab(tab); }

bool EditorPane::showFirstProblem() { return m_tabs->showFirstProblem(); }

void EditorPane::focusFirstField() { m_tabs->focusFirstField(); }

void EditorPane::focusField(const QString &key) { m_tabs->focusField(key); }

bool EditorPane::isBeingSaved() const { return m_readOnly || m_isBatched; }

//! The profile is protected.
bool EditorPane::isLocked() const
{
    const Connection *connection = m_workbench ? m_workbench->connection() : nullptr;
    return connection && connection->isLocked();
}

EditorFooter::Hold EditorPane::hold() const
{
    if (isLocked())
        return EditorFooter::Hold::Locked;
    return isBeingSaved() ? EditorFooter::Hold::Saving : EditorFooter::Hold::None;
}

bool EditorPane::isReadOnly() const
{
    return isBeingSaved() || isLocked() || !m_session || m_session->isReadOnly();
}

void EditorPane::refresh()
{
    m_history->setReadOnly(isReadOnly());
    m_tabs->setReadOnly(isReadOnly());
    if (!m_session)
        return;
    m_ui->header->showModel(*m_session, isReadOnly(), whereNew());
    m_ui->footer->showModel(*m_session, hold());
    m_tabs->refresh();
    showAccess();
}

//! Where a new model will be created.
QString EditorPane::whereNew() const
{
    const Connection *connection = m_workbench ? m_workbench->connection() : nullptr;
    if (!connection || !m_session->isNew())
        return {};
    return tr("in %1 · %2")
        .arg(visibleText(connection->title(), 40),
             visibleText(connection->titleOfWorkspace(m_session->base().workspaceId), 40));
}

void EditorPane::review()
{
    if (m_review)
        return m_review->setFocus(Qt::OtherFocusReason);
    if (m_session)
        m_session->checkNow();
    if (!m_session || !EditorFooter::whyNothingToSave(*m_session, hold()).isEmpty()
        || showFirstProblem() || askAboutEmptyLabels())
        return;
    emit reviewRequested();
}

//! A label without a value is allowed, but seldom what somebody wanted.
bool EditorPane::askAboutEmptyLabels()
{
    const QStringList keys = m_tabs->showEmptyLabels(m_knownEmpty);
    if (keys.isEmpty())
        return false;
    QStringList shown;
    for (const QString &key : keys)
        shown.append(u'“' + visibleText(key, 40) + u'”');
    strip().show(
        MessageStrip::Kind::Changed,
        [names = shown.join(u", "_s), count = int(keys.size())] {
            return tr("%n label(s) without a value: %1. Nothing is sent yet.", nullptr, count)
                .arg(names);
        },
        [] { return tr("Save without a value"); },
        [this, keys, session = m_session] {
            if (!session || session != m_session)
                return;
            m_knownEmpty += keys;
            review();
        });
    return true;
}

void EditorPane::showReview(QDialog &review)
{
    m_review = &review;
    QWidget *first = review.focusWidget(); // forgotten as soon as it is no window any more
    review.setAttribute(Qt::WA_Moved);     // dialogs move themselves to the middle otherwise
    m_ui->pages->addWidget(&review);
    connect(&review, &QDialog::finished, this, [this, shown = &review] {
        if (shown != m_review)
            return;
        m_review.clear();
        m_ui->pages->removeWidget(shown);
        showPage();
        if (m_session)
            m_ui->footer->focusReview();
    });
    showPage();
    review.show();
    (first ? first : &review)->setFocus(Qt::OtherFocusReason);
}

//! A save that runs goes on without it.
void EditorPane::leaveReview()
{
    if (!m_review)
        return;
    QDialog *left = std::exchange(m_review, nullptr);
    m_ui->pages->removeWidget(left);
    left->hide();
    left->deleteLater();
}

void EditorPane::showPage()
{
    const bool withFooter = m_session && !m_review;
    QWidget *page = m_session ? m_ui->modelPage : m_ui->emptyPage;
    m_ui->pages->setCurrentWidget(m_review ? m_review.data() : page);
    m_ui->footerLine->setVisible(withFooter);
    m_ui->footer->setVisible(withFooter);
}

void EditorPane::resetField()
{
    const QWidget *focus = QApplication::focusWidget();
    for (FieldFrame *frame : findChildren<FieldFrame *>()) {
        if (frame->isAncestorOf(focus))
            return frame->reset();
    }
}

void EditorPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this).color(ThemeColor::Surface));
}

void EditorPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace modelscribe

#include "moc_editorpane.cpp"
