// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewdialog.h"

#include "core/visibletext.h"
#include "session/workbench.h"
#include "ui/review/conflictdialog.h"
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

//! Merge places as a person reads them.
QStringList placesOf(const QStringList &keys)
{
    QStringList places;
    for (const QString &key : keys) {
        const ModelField *field = findField(key);
        places.append(visibleText(field ? field->labelText() : key, 60));
    }
    return places;
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
    m_ui->steps->show(m_plan);
    m_ui->offer->hide();
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
    retranslate();
    setStage(Stage::Asking);
    m_ui->save->setFocus();
    resize(920, 600);
}

ReviewDialog::~ReviewDialog() = default;

void ReviewDialog::retranslate()
{
    m_ui->retranslateUi(this);
    setWindowTitle(tr("Review changes"));
    m_ui->save->setText(reviewwording::saveButton(m_plan));
    m_ui->save->setAccessibleName(m_ui->save->text());
    m_ui->save->setToolTip(tr("Ctrl+Enter"));
    m_copyHttp->setText(tr("HTTP text"));
    showChanges();
    showCancel();
    if (m_stage == Stage::Asking)
        m_ui->status->setText(notSentYet());
    else if (m_stage == Stage::Running)
        m_ui->status->setText(tr("Saving…"));
    else if (m_outcome)
        m_ui->status->setText(reviewwording::outcome(*m_outcome));
    if (m_offered)
        offer(m_offered);
}

void ReviewDialog::showChanges()
{
    if (m_now) {
        m_ui->heading->setText(tr("Changed in the registry"));
        m_ui->changes->show(changeRows(m_plan.base.metadata, m_now->metadata),
                            tr("When you opened it"), tr("Now in the registry"));
    } else {
        m_ui->changes->show(changeRows(m_plan.base.metadata, m_plan.edited), tr("Original"),
                            tr("New"));
    }
}

void ReviewDialog::showCancel()
{
    const bool asks = m_outcome && m_outcome->result == SaveOutcome::Result::NameTaken;
    QString text = tr("Stop");
    if (m_stage == Stage::Asking || (m_stage == Stage::Over && asks))
        text = tr("Cancel");
    else if (m_stage == Stage::Over)
        text = tr("Close");
    m_ui->cancel->setText(text);
    m_ui->cancel->setAccessibleName(text);
}

void ReviewDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

ReviewDialog *ReviewDialog::openFor(Workbench &workbench, EditSession &session, QWidget *parent)
{
    session.flush();
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
    connect(menu->addAction(u"JSON"_s), &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(planAsJson(m_plan)));
    });
    m_copyHttp = menu->addAction(QString());
    connect(m_copyHttp, &QAction::triggered, this,
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
    m_outcome.reset();
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
    showCancel();
    m_ui->cancel->setEnabled(true);
    if (stage == Stage::Asking)
        setMessage(notSentYet(), false, {});
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
    m_outcome = outcome;
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
    case Result::NameTaken: offer(&ReviewDialog::createAnother); break;
    case Result::Failed:
    case Result::Partly:
    case Result::NotTaken:
    case Result::Cancelled: offer(&ReviewDialog::retry); break;
    case Result::Unknown: // sending it again could do it twice
    case Result::Unverified:
    case Result::Saved: break;
    }
    m_ui->cancel->setFocus();
}

void ReviewDialog::offer(void (ReviewDialog::*action)())
{
    m_offered = action;
    QString text = tr("Try again");
    if (action == &ReviewDialog::createAnother)
        text = tr("Create another of this name");
    else if (action == &ReviewDialog::decideConflict)
        text = tr("Choose what to keep…");
    m_ui->offer->setText(text);
    m_ui->offer->setAccessibleName(text);
    m_ui->offer->show();
}

void ReviewDialog::showConflict(const SaveOutcome &outcome)
{
    m_now = outcome.now;
    if (!m_now || !m_session)
        return;
    const ModelMerge merge = mergeModels(m_session->base().metadata, m_session->edited(),
                                         m_now->metadata);
    if (merge.clashes.isEmpty()) {
        mergeAndPlan({});
        return;
    }
    showChanges();
    offer(&ReviewDialog::decideConflict);
}

void ReviewDialog::decideConflict()
{
    if (!m_session || !m_now)
        return;
    auto *dialog = new ConflictDialog(m_session->base().metadata, m_session->edited(), *m_now,
                                      this);
    connect(dialog, &ConflictDialog::decided, this,
            [this](const RegisteredModel &, const QHash<QString, MergeSide> &decisions) {
                mergeAndPlan(decisions);
            });
    dialog->open();
}

void ReviewDialog::mergeAndPlan(const QHash<QString, MergeSide> &decisions)
{
    if (!m_session || !m_now)
        return;
    m_takenOver = placesOf(
        mergeModels(m_session->base().metadata, m_session->edited(), m_now->metadata).fromTheirs);
    m_session->merge(*m_now, decisions);
    m_now.reset();
    m_outcome.reset();
    m_offered = nullptr;
    m_ui->offer->hide();
    auto plan = SavePlan::make(m_session->base(), m_session->edited(), m_plan.workspaceId);
    if (!plan) {
        setStage(Stage::Over);
        setMessage(m_session->isDirty() ? tr("It cannot be saved like this; the editor says why.")
                                        : tr("Nothing is left to save: the registry holds what "
                                             "you chose."),
                   false, {});
        return;
    }
    m_plan = *std::move(plan);
    m_ui->steps->show(m_plan);
    setStage(Stage::Asking);
    retranslate();
    m_ui->save->setFocus();
}

QString ReviewDialog::notSentYet() const
{
    const QString nothing = tr("Nothing has been sent yet.");
    if (m_takenOver.isEmpty())
        return nothing;
    return tr("Changed in the registry meanwhile and taken over: %1.")
               .arg(m_takenOver.join(u", "_s))
           + u' ' + nothing;
}

void ReviewDialog::createAnother()
{
    m_offered = nullptr;
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
