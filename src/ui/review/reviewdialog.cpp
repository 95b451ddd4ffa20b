// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewdialog.h"

#include "core/visibletext.h"
#include "registry/outcomewording.h"
#include "session/workbench.h"
#include "ui/review/conflictdialog.h"
#include "ui/review/reviewwording.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include "review/ui_reviewdialog.h"

#include <QAccessible>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int compactBelow = 600; //!< In pixels: the names of fields stand above the values.

//! Those that give something up or may do something twice never are the button to go on with.
bool isSafe(ReviewOffer offer)
{
    return offer != ReviewOffer::CreateAnother && offer != ReviewOffer::TakeRegistry
           && offer != ReviewOffer::RestoreLabels;
}

QString stripOf(const std::optional<SaveOutcome> &outcome)
{
    using Result = SaveOutcome::Result;
    if (!outcome)
        return u"changed"_s;
    switch (outcome->result) {
    case Result::Failed: return u"error"_s;
    case Result::Saved:
    case Result::Cancelled: return {};
    default: return u"changed"_s;
    }
}

} // namespace

ReviewDialog::ReviewDialog(Workbench &workbench, EditSession &session, SavePlan plan,
                           QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ReviewDialog>())
    , m_workbench(workbench)
    , m_flow(workbench, session, std::move(plan))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    QFont font = m_ui->heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    m_ui->heading->setFont(font);
    for (QFrame *line : {m_ui->headLine, m_ui->footLine})
        Separator::dress(*line);
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->body), m_ui->scroll->viewport()})
        widget->setAutoFillBackground(false);
    m_ui->details->hide();
    m_ui->details->setFont(Theme::of(this).fixedFont());
    connect(m_ui->detailsToggle, &QPushButton::toggled, m_ui->details, &QWidget::setVisible);
    connect(m_ui->save, &QPushButton::clicked, this, &ReviewDialog::save);
    connect(m_ui->confirm, &ConfirmName::changed, this, &ReviewDialog::showButtons);
    connect(m_ui->cancel, &QPushButton::clicked, this, &ReviewDialog::reject);
    for (QPushButton *button : {m_ui->offer, m_ui->second})
        connect(button, &QPushButton::clicked, this, [this, button] { takeOffer(button); });
    m_ui->copyAs->setPlan([this]() -> const SavePlan & { return m_flow.plan(); });
    connectFlow();
    m_ui->scroll->viewport()->installEventFilter(this);
    m_ui->bodyLayout->setStretch(m_ui->bodyLayout->count() - 1, 1);
    m_ui->steps->show(m_flow.plan());
    refresh();
    showStage();
    setUpDialog(*this, {920, 600});
}

ReviewDialog::~ReviewDialog() = default;

void ReviewDialog::connectFlow()
{
    connect(&m_flow, &ReviewFlow::planChanged, this, &ReviewDialog::showPlan);
    connect(&m_flow, &ReviewFlow::planStarted, this, [this](bool isRest) {
        if (isRest)
            m_ui->steps->goOn(m_flow.plan());
        else
            m_ui->steps->startAgain(m_flow.plan());
    });
    connect(&m_flow, &ReviewFlow::stepChanged, this, [this](const SavePlan &plan, int index) {
        m_ui->steps->updateStep(plan, index);
        showCurrentStep();
    });
    connect(&m_flow, &ReviewFlow::stageChanged, this, &ReviewDialog::showStage);
    connect(&m_flow, &ReviewFlow::saved, this, [this](const SaveOutcome &outcome) {
        emit saved(outcome, int(m_flow.agreed().changeCount()));
        done(Accepted);
    });
    connect(&m_flow, &ReviewFlow::valuesTaken, this, [this] { done(Accepted); });
}

void ReviewDialog::showEvent(QShowEvent *event)
{
    if (!event->spontaneous() && isWindow())
        fitHeight();
    QDialog::showEvent(event);
}

void ReviewDialog::resizeEvent(QResizeEvent *event)
{
    m_ui->changes->setCompact(event->size().width() < compactBelow);
    QDialog::resizeEvent(event);
}

//! As high as what it shows, as far as the screen has room.
void ReviewDialog::fitHeight()
{
    layout()->activate();
    const QWidget *viewport = m_ui->scroll->viewport();
    const int around = height() - viewport->height();
    const int body = m_ui->body->layout()->hasHeightForWidth()
                         ? m_ui->body->layout()->totalHeightForWidth(viewport->width())
                         : m_ui->body->layout()->totalSizeHint().height();
    resize(width(), sizeOnScreen({width(), around + body}, roomOnScreen(*this)).height());
}

void ReviewDialog::showCurrentStep()
{
    if (stage() != Stage::Running && stage() != Stage::Over)
        return;
    if (StepRow *row = m_ui->steps->currentRow()) {
        m_ui->body->layout()->activate();
        m_ui->scroll->ensureWidgetVisible(row, 0, 8);
    }
}

bool ReviewDialog::eventFilter(QObject *watched, QEvent *event)
{
    // What came of it is said below the steps and takes room from them.
    if (watched == m_ui->scroll->viewport() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &ReviewDialog::showCurrentStep, Qt::QueuedConnection);
    return QDialog::eventFilter(watched, event);
}

void ReviewDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    QDialog::changeEvent(event);
}

ReviewDialog *ReviewDialog::openFor(Workbench &workbench, EditSession &session, QWidget *parent)
{
    ReviewDialog *dialog = makeFor(workbench, session, parent);
    if (dialog)
        dialog->open();
    return dialog;
}

ReviewDialog *ReviewDialog::makeFor(Workbench &workbench, EditSession &session, QWidget *parent)
{
    session.flush();
    const RegisteredModel &base = session.base();
    QString workspace = base.workspaceId;
    if (workspace.isEmpty() && workbench.connection())
        workspace = workbench.connection()->workspaceId();
    auto plan = SavePlan::make(base, session.edited(), workspace,
                               workbench.connection() ? workbench.connection()->rules()
                                                      : ServiceRules());
    if (!plan)
        return nullptr;
    return new ReviewDialog(workbench, session, *std::move(plan), parent);
}

void ReviewDialog::showPlan()
{
    m_ui->steps->show(m_flow.plan());
    m_ui->scroll->ensureVisible(0, 0);
    refresh();
}

void ReviewDialog::showStage()
{
    m_ui->detailsToggle->setChecked(false);
    refresh();
    if (stage() == Stage::Asking)
        m_ui->save->setFocus();
    else if (!m_ui->offer->isHidden() && m_ui->offer->isEnabled())
        m_ui->offer->setFocus();
    else
        m_ui->cancel->setFocus();
    if (!m_ui->resultStrip->isHidden()) {
        QAccessibleEvent event(m_ui->result, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void ReviewDialog::refresh()
{
    setWindowTitle(tr("Review changes"));
    QStringList where{visibleText(m_flow.plan().edited.name, 80)};
    if (const Connection *connection = m_workbench.connection())
        where << whereTo()
              << visibleText(connection->titleOfWorkspace(m_flow.plan().workspaceId), 60);
    m_ui->subtitle->setPlainText(where.join(u" · "_s));
    m_ui->stepsTitle->setText(stage() == Stage::Running ? tr("What is being sent")
                              : stage() == Stage::Over  ? tr("Result")
                                                        : tr("What will be sent"));
    showChanges();
    showResult();
    showButtons();
}

void ReviewDialog::showChanges()
{
    const auto &outcome = m_flow.outcome();
    QString heading = windowTitle();
    const ModelMetadata &base = m_flow.agreed().base.metadata;
    if (m_flow.now()) {
        heading = tr("Changed in the registry");
        m_ui->changes->show(changeRows(base, m_flow.now()->metadata), tr("When you opened it"),
                            tr("Now in the registry"));
    } else if (outcome && outcome->result == SaveOutcome::Result::NotTaken) {
        heading = tr("Not applied by the registry");
        const ModelMetadata sent = outcome->plan.edited;
        ModelMetadata held = sent;
        for (const NotTaken &one : outcome->notTaken) {
            if (one.field)
                one.field->write(held, one.held);
            else if (outcome->now)
                held.labels = outcome->now->metadata.labels;
        }
        m_ui->changes->show(changeRows(sent, held), tr("Sent"), tr("Now in the registry"));
    } else {
        if (m_flow.isRestoring())
            heading = tr("Restore the old labels");
        m_ui->changes->show(changeRows(base, m_flow.agreed().edited), tr("Original"), tr("New"));
    }
    m_ui->heading->setText(heading);
}

QString ReviewDialog::whereTo() const
{
    const Connection *connection = m_workbench.connection();
    return connection ? visibleText(connection->title(), 60) : tr("a registry");
}

QString ReviewDialog::statusText() const
{
    if (m_flow.isStopping())
        return tr("Stopping after the running request…");
    switch (stage()) {
    case Stage::Asking: {
        const QString nothing = m_flow.hasWritten() ? tr("Nothing more has been sent yet.")
                                                    : tr("Nothing has been sent yet.");
        if (m_flow.takenOver().isEmpty())
            return nothing;
        return tr("Changed in the registry meanwhile and taken over: %1.")
                   .arg(m_flow.takenOver().join(u", "_s))
               + u' ' + nothing;
    }
    case Stage::Connecting: return tr("Connecting to %1…").arg(whereTo());
    case Stage::Running:
        return m_flow.isLooking() ? tr("Checking what the registry holds…") : tr("Saving…");
    case Stage::Offline:
    case Stage::Over: break;
    }
    return {};
}

QString ReviewDialog::resultText() const
{
    if (stage() == Stage::Offline || stage() == Stage::Connecting) {
        const QString nothing = tr("No connection to %1.").arg(whereTo());
        return nothing + u' '
               + tr("Nothing is sent; your %n change(s) are kept as a draft.", nullptr,
                    int(m_flow.plan().changeCount()));
    }
    if (stage() != Stage::Over)
        return {};
    if (const auto &outcome = m_flow.outcome()) {
        const outcomewording::Context context{.isRest = m_flow.hasWritten(),
                                              .isLooked = m_flow.hasLooked()};
        return m_flow.isRestoring() ? outcomewording::restored(*outcome, context)
                                    : outcomewording::outcome(*outcome, context);
    }
    return reviewwording::obstacle(m_flow.obstacle());
}

void ReviewDialog::showResult()
{
    const QString result = resultText();
    m_ui->result->setText(result);
    m_ui->resultStrip->setVisible(!result.isEmpty());
    setLook(m_ui->resultStrip, "strip", stripOf(m_flow.outcome()));
    const QString details = stage() == Stage::Over && m_flow.outcome()
                                ? outcomewording::details(*m_flow.outcome())
                                : QString();
    m_ui->details->setText(details);
    m_ui->details->moveCursor(QTextCursor::Start);
    m_ui->detailsToggle->setVisible(!details.isEmpty());
    m_ui->status->setText(statusText());
    // While a request of the plan runs its own row moves.
    const bool waits = stage() == Stage::Connecting || m_flow.isLooking();
    m_ui->busy->setVisible(waits);
    m_ui->busy->setBusy(waits);
}

void ReviewDialog::showOffer(QPushButton *button, const QString &text)
{
    button->setVisible(!text.isEmpty());
    button->setText(text);
    button->setAccessibleName(text);
}

void ReviewDialog::showButtons()
{
    const bool isOffline = stage() == Stage::Offline || stage() == Stage::Connecting;
    QString main;
    QString second;
    m_main.reset();
    m_second.reset();
    for (const ReviewOffer offer : m_flow.offers())
        (isSafe(offer) && !m_main ? m_main : m_second) = offer;
    if (m_main)
        main = reviewwording::offer(*m_main);
    if (m_second)
        second = reviewwording::offer(*m_second);
    if (isOffline && m_workbench.connection())
        main = tr("Try to connect");
    showOffer(m_ui->offer, main);
    showOffer(m_ui->second, second);
    m_ui->offer->setEnabled(stage() != Stage::Connecting);

    m_ui->save->setText(m_flow.isRestoring() ? tr("Restore the old labels")
                                             : outcomewording::saveButton(m_flow.plan()));
    m_ui->save->setAccessibleName(m_ui->save->text());
    m_ui->save->setVisible(stage() != Stage::Over);
    const bool asks = stage() == Stage::Asking;
    const Connection *connection = m_workbench.connection();
    m_ui->confirm->ask(asks && connection ? connection->nameToConfirm(m_flow.plan().workspaceId)
                                          : QString());
    m_ui->save->setEnabled(asks && m_ui->confirm->isConfirmed());
    m_ui->save->setToolTip(isOffline ? tr("There is no connection to %1").arg(whereTo())
                                     : tr("Ctrl+Enter"));

    const auto &outcome = m_flow.outcome();
    using Result = SaveOutcome::Result;
    QString cancel = tr("Close");
    if (stage() == Stage::Running)
        cancel = tr("Stop");
    else if (stage() != Stage::Over || (outcome && outcome->result == Result::NameTaken))
        cancel = tr("Cancel");
    else if (outcome && outcome->result == Result::NotTaken)
        cancel = tr("Keep editing");
    m_ui->cancel->setText(cancel);
    m_ui->cancel->setAccessibleName(cancel);
    m_ui->cancel->setEnabled(!m_flow.isStopping());
}

void ReviewDialog::takeOffer(const QPushButton *button)
{
    if (stage() == Stage::Offline) {
        m_flow.tryToConnect();
        return;
    }
    const std::optional<ReviewOffer> offer = button == m_ui->offer ? m_main : m_second;
    if (offer == ReviewOffer::ChooseWhatToKeep) {
        decideConflict();
    } else if (offer == ReviewOffer::CopyAsNew) {
        emit copyRequested();
        done(Rejected);
    } else if (offer) {
        m_flow.take(*offer);
    }
}

void ReviewDialog::decideConflict()
{
    if (!m_flow.session() || !m_flow.now() || !m_flow.merge())
        return;
    auto *dialog = new ConflictDialog(*m_flow.merge(), *m_flow.now(), this);
    connect(dialog, &ConflictDialog::decided, &m_flow,
            [this](const RegisteredModel &, const QHash<QString, MergeSide> &decisions) {
                m_flow.decide(decisions);
            });
    dialog->open();
}

void ReviewDialog::save()
{
    if (m_ui->confirm->isConfirmed())
        m_flow.save();
    else
        m_ui->confirm->focusField();
}

void ReviewDialog::reject()
{
    // The run says how it ended; until then the dialog stays.
    if (stage() == Stage::Running)
        m_flow.stop();
    else
        QDialog::reject();
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

#include "moc_reviewdialog.cpp"
