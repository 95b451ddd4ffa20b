// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewdialog.h"

#include "core/visibletext.h"
#include "session/workbench.h"
#include "ui/review/plantext.h"
#include "ui/review/reviewwording.h"
#include "ui/theme.h"

#include "review/ui_reviewdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

void makeLine(QFrame *line)
{
    line->setProperty("role", u"separator"_s);
    line->setFixedHeight(1);
}

} // namespace

ReviewDialog::ReviewDialog(Workbench &workbench, EditSession &session, SavePlan plan,
                           QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ReviewDialog>())
    , m_workbench(workbench)
    , m_session(&session)
    , m_plan(std::move(plan))
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Review changes"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    QFont font = m_ui->heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    m_ui->heading->setFont(font);
    QStringList where{visibleText(m_plan.edited.name, 80)};
    if (const Connection *connection = workbench.connection())
        where << visibleText(connection->title(), 60)
              << visibleText(connection->titleOfWorkspace(m_plan.workspaceId), 60);
    m_ui->subtitle->setPlainText(where.join(u" · "_s));
    for (QFrame *line : {m_ui->headLine, m_ui->footLine})
        makeLine(line);
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->body), m_ui->scroll->viewport()})
        widget->setAutoFillBackground(false);
    m_ui->changes->show(changeRows(m_plan.base.metadata, m_plan.edited), tr("Original"), tr("New"));
    m_ui->steps->show(m_plan);
    m_ui->offer->hide();
    m_ui->save->setText(reviewwording::saveButton(m_plan));
    m_ui->save->setAccessibleName(m_ui->save->text());
    m_ui->save->setToolTip(tr("Ctrl+Enter"));
    m_ui->detailsToggle->hide();
    m_ui->details->hide();
    m_ui->details->setFont(Theme::of(this).fixedFont());
    connect(m_ui->detailsToggle, &QPushButton::toggled, m_ui->details, &QWidget::setVisible);
    connect(m_ui->save, &QPushButton::clicked, this, &ReviewDialog::save);
    connect(m_ui->cancel, &QPushButton::clicked, this, &ReviewDialog::reject);
    connect(m_ui->offer, &QPushButton::clicked, this, [this] {
        if (m_offered)
            (this->*m_offered)();
    });
    buildCopyMenu();
    setStage(Stage::Asking);
    m_ui->save->setFocus();
    resize(920, 600);
}

ReviewDialog::~ReviewDialog() = default;

ReviewDialog *ReviewDialog::openFor(Workbench &workbench, EditSession &session, QWidget *parent)
{
    const RegisteredModel &base = session.base();
    QString workspace = base.workspaceId;
    if (workspace.isEmpty() && workbench.connection())
        workspace = workbench.connection()->workspaceId();
    auto plan = SavePlan::make(base, session.edited(), workspace);
    if (!plan)
        return nullptr;
    auto *dialog = new ReviewDialog(workbench, session, *std::move(plan), parent);
    dialog->open();
    return dialog;
}

void ReviewDialog::buildCopyMenu()
{
    auto *menu = new QMenu(m_ui->copyAs);
    connect(menu->addAction(tr("JSON")), &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(planAsJson(m_plan)));
    });
    connect(menu->addAction(tr("HTTP text")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(planAsHttp(m_plan)); });
    m_ui->copyAs->setIcon(Theme::of(this).icon(u"chevron-down"_s, ThemeColor::Muted));
    m_ui->copyAs->setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the text
    connect(m_ui->copyAs, &QPushButton::clicked, this, [this, menu] {
        menu->popup(m_ui->copyAs->mapToGlobal(QPoint(0, m_ui->copyAs->height())));
    });
}

void ReviewDialog::save()
{
    if (m_stage == Stage::Asking)
        start(false);
}

void ReviewDialog::start(bool allowSameName)
{
    if (!m_session || m_stage == Stage::Running)
        return;
    m_ui->steps->show(m_plan);
    m_run = m_workbench.save(m_session, m_plan, allowSameName);
    if (!m_run) {
        setMessage(tr("There is no connection to a registry. Nothing was sent."), true, {});
        setStage(Stage::Over);
        return;
    }
    setStage(Stage::Running);
    setMessage(tr("Saving…"), false, {});
    connect(m_run, &SaveRun::stepChanged, this,
            [this](int index) { m_ui->steps->updateStep(m_run->plan(), index); });
    connect(m_run, &SaveRun::finished, this, &ReviewDialog::showOutcome);
}

void ReviewDialog::setStage(Stage stage)
{
    m_stage = stage;
    m_ui->save->setVisible(stage != Stage::Over);
    m_ui->save->setEnabled(stage == Stage::Asking);
    const QString cancel = stage == Stage::Asking    ? tr("Cancel")
                           : stage == Stage::Running ? tr("Stop")
                                                     : tr("Close");
    m_ui->cancel->setText(cancel);
    m_ui->cancel->setAccessibleName(cancel);
    m_ui->cancel->setEnabled(true);
    if (stage == Stage::Asking)
        setMessage(tr("Nothing has been sent yet."), false, {});
}

void ReviewDialog::setMessage(const QString &text, bool bad, const QString &details)
{
    setLook(m_ui->status, "role", bad ? u"error"_s : u"muted"_s);
    m_ui->status->setText(text);
    m_ui->details->setPlainText(details);
    m_ui->details->hide();
    m_ui->detailsToggle->setChecked(false);
    m_ui->detailsToggle->setVisible(!details.isEmpty());
}

void ReviewDialog::showOutcome(const SaveOutcome &outcome)
{
    using Result = SaveOutcome::Result;
    for (int i = 0; i < outcome.plan.steps.size(); ++i)
        m_ui->steps->updateStep(outcome.plan, i);
    setStage(Stage::Over);
    if (outcome.result == Result::Saved) {
        setMessage(reviewwording::outcome(outcome), false, {});
        emit saved(outcome);
        done(Accepted);
        return;
    }
    setMessage(reviewwording::outcome(outcome), outcome.result != Result::Cancelled,
               reviewwording::details(outcome));
    switch (outcome.result) {
    case Result::Conflict: showConflict(outcome); break;
    case Result::NameTaken:
        offer(tr("Create another of this name"), &ReviewDialog::createAnother);
        m_ui->cancel->setText(tr("Cancel"));
        m_ui->cancel->setAccessibleName(m_ui->cancel->text());
        break;
    case Result::Failed:
    case Result::Partly:
    case Result::NotTaken:
    case Result::Cancelled: offer(tr("Try again"), &ReviewDialog::retry); break;
    case Result::Unknown: // sending it again could do it twice
    case Result::Unverified:
    case Result::Saved: break;
    }
    m_ui->cancel->setFocus();
}

void ReviewDialog::offer(const QString &text, void (ReviewDialog::*action)())
{
    m_offered = action;
    m_ui->offer->setText(text);
    m_ui->offer->setAccessibleName(text);
    m_ui->offer->show();
}

void ReviewDialog::showConflict(const SaveOutcome &outcome)
{
    m_now = outcome.now;
    if (!m_now)
        return;
    m_ui->heading->setText(tr("Changed in the registry"));
    m_ui->changes->show(changeRows(m_plan.base.metadata, m_now->metadata), tr("When you opened it"),
                        tr("Now in the registry"));
    offer(tr("Take the registry's state"), &ReviewDialog::takeRegistryState);
    m_ui->offer->setToolTip(tr("Your edits of this model are given up"));
}

void ReviewDialog::takeRegistryState()
{
    if (m_session && m_now)
        m_session->replaceBase(*m_now);
    done(Rejected);
}

void ReviewDialog::createAnother()
{
    m_ui->offer->hide();
    start(true);
}

void ReviewDialog::retry()
{
    emit retryRequested();
    done(Rejected);
}

void ReviewDialog::reject()
{
    if (m_stage != Stage::Running) {
        QDialog::reject();
        return;
    }
    // The run says how it ended; until then the dialog stays.
    m_ui->cancel->setEnabled(false);
    m_ui->status->setText(tr("Stopping after the running request…"));
    if (m_run)
        m_run->cancel();
}

void ReviewDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) {
        QDialog::keyPressEvent(event);
        return;
    }
    // A held key repeats: only the first press counts, and plain Enter only on a focused button.
    if (event->isAutoRepeat())
        return;
    if (event->modifiers() & Qt::ControlModifier)
        save();
    else if (auto *button = qobject_cast<QPushButton *>(focusWidget()))
        button->click();
}

} // namespace modelscribe
