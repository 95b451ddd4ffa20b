// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/probedialog.h"

#include "connect/probereport.h"
#include "connect/serviceprobe.h"
#include "core/whendone.h"
#include "lists/exportfile.h"
#include "model/wording.h"
#include "ui/profiles/proberows.h"
#include "ui/widgets/confirmname.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/exacttextedit.h"
#include "ui/widgets/filesaving.h"
#include "ui/widgets/namedbutton.h"
#include "ui/widgets/panewidgets.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextOption>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QLabel *textLabel(const QString &role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (!role.isEmpty())
        label->setProperty("role", role);
    return label;
}

} // namespace

ProbeDialog::ProbeDialog(ServiceProbe &probe, const QString &where, const QString &nameToConfirm,
                         bool isLocked, QWidget *parent)
    : QDialog(parent)
    , m_probe(&probe)
    , m_where(where)
    , m_isLocked(isLocked)
    , m_asksName(!nameToConfirm.isEmpty())
    , m_heading(textLabel(u"heading"_s))
    , m_subtitle(textLabel(u"muted"_s))
    , m_intro(textLabel({}))
    , m_stack(new QStackedWidget)
    , m_calls(new ExactTextEdit)
    , m_scroll(new SteadyScrollArea)
    , m_rows(new ProbeRows)
    , m_confirm(new ConfirmName)
    , m_status(textLabel(u"muted"_s))
    , m_copy(namedButton(u"copyReportButton"_s))
    , m_save(namedButton(u"saveReportButton"_s))
    , m_close(namedButton(u"closeButton"_s))
    , m_start(namedButton(u"startButton"_s, u"primary"_s))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setUpDialog(*this, {820, 600});
    build();
    m_confirm->ask(nameToConfirm);
    connect(&probe, &ServiceProbe::changed, this, &ProbeDialog::refresh);
    connect(m_confirm, &ConfirmName::changed, this, &ProbeDialog::refresh);
    connect(m_start, &QPushButton::clicked, this, &ProbeDialog::startOrStop);
    connect(m_copy, &QPushButton::clicked, this, &ProbeDialog::copyReport);
    connect(m_save, &QPushButton::clicked, this, &ProbeDialog::saveReport);
    connect(m_close, &QPushButton::clicked, this, &ProbeDialog::reject);
    whenDone(probe.leftEarlier(), this, [this](const Result<QStringList> &names) {
        m_leftEarlier = names.value_or(QStringList()); // a failure is told when the check begins
        refresh();
    });
    refresh();
}

ProbeDialog::~ProbeDialog() = default;

void ProbeDialog::build()
{
    m_calls->setReadOnly(true);
    m_calls->setWordWrapMode(QTextOption::WrapAnywhere);
    m_calls->setFrameShape(QFrame::NoFrame);
    m_calls->setFont(Theme::of(this).fixedFont());
    setSpokenName(*m_calls, [] { return tr("Calls"); });
    m_calls->setTabChangesFocus(true);
    m_scroll->setContent(m_rows);
    m_stack->addWidget(m_calls);
    m_stack->addWidget(m_scroll);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 14, 16, 10);
    head->setSpacing(4);
    head->addWidget(m_heading);
    head->addWidget(m_subtitle);
    head->addSpacing(4);
    head->addWidget(m_intro);
    head->addWidget(m_confirm);
    auto *foot = new QFrame;
    foot->setProperty("role", u"bar"_s);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(8);
    row->addWidget(m_status, 1);
    for (QPushButton *button : {m_copy, m_save, m_close, m_start})
        row->addWidget(button);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(head);
    whole->addWidget(new Separator(this));
    whole->addWidget(m_stack, 1);
    whole->addWidget(new Separator(this));
    whole->addWidget(foot);
}

QString ProbeDialog::introduction() const
{
    return tr(
        "This finds out how the service handles what no document says: how a field is cleared, "
        "whether ExtraInfo is merged, how many models a page has. It creates one model with a "
        "random name and asks for a second of the same name, changes the first several times, "
        "makes it public for a moment, and deletes both. These are the calls:");
}

QString ProbeDialog::status() const
{
    using Stage = ServiceProbe::Stage;
    if (!m_said.isEmpty())
        return m_said;
    switch (m_probe->stage()) {
    case Stage::Ready:
        return m_isLocked ? tr("This profile is protected. Unlock it first.")
                          : tr("Nothing has been sent yet.");
    case Stage::Preparing: return tr("Looking for what an earlier check left…");
    case Stage::Asking:
        return m_probe->isCancelled() ? tr("Stopping after the running request…") : tr("Checking…");
    case Stage::CleaningUp: return tr("Deleting what was made…");
    case Stage::Over: break;
    }
    if (!m_probe->left().isEmpty())
        return tr("Not deleted, and tried again at the next start: %1")
            .arg(m_probe->left().join(u", "_s));
    const auto &error = m_probe->error();
    if (!error || m_probe->isCancelled())
        return m_probe->isCancelled() ? tr("Stopped. What was made is deleted.")
                                      : tr("Done. What was made is deleted, and what was found is "
                                           "used from now on.");
    return wording::whole(*error);
}

void ProbeDialog::showCalls()
{
    const QString calls =
        probeCallLines(*m_probe, m_leftEarlier.value_or(QStringList())).join(u'\n');
    if (m_calls->text() == calls)
        return;
    m_calls->setText(calls);
    m_calls->moveCursor(QTextCursor::Start);
}

void ProbeDialog::refresh()
{
    using Stage = ServiceProbe::Stage;
    setWindowTitle(tr("Check this service"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_copy->setText(tr("Copy report"));
    m_copy->setAccessibleName(tr("Copy report"));
    m_save->setText(tr("Save report…"));
    m_save->setAccessibleName(tr("Save report"));
    m_heading->setText(windowTitle());
    m_subtitle->setText(m_where);
    if (!m_probe)
        return;
    const Stage stage = m_probe->stage();
    const bool isReady = stage == Stage::Ready;
    m_intro->setText(introduction());
    m_intro->setVisible(isReady);
    m_confirm->setVisible(m_asksName && isReady && !m_isLocked);
    if (isReady)
        showCalls();
    else
        m_rows->show(*m_probe);
    m_stack->setCurrentWidget(isReady ? static_cast<QWidget *>(m_calls) : m_scroll);
    if (QWidget *row = m_rows->running())
        m_scroll->ensureWidgetVisible(row, 0, 40);
    m_status->setText(status());
    for (QPushButton *button : {m_copy, m_save})
        button->setVisible(stage == Stage::Over);
    m_start->setVisible(stage != Stage::Over);
    m_start->setText(isReady ? tr("Start") : tr("Stop"));
    m_start->setAccessibleName(isReady ? u"Start"_s : u"Stop"_s);
    m_start->setEnabled(isReady ? !m_isLocked && m_leftEarlier && m_confirm->isConfirmed()
                                : stage != Stage::CleaningUp && !m_probe->isCancelled());
}

void ProbeDialog::startOrStop()
{
    if (!m_probe)
        return;
    if (m_probe->isRunning())
        m_probe->cancel();
    else
        m_probe->start();
}

void ProbeDialog::copyReport()
{
    if (!m_probe)
        return;
    QGuiApplication::clipboard()->setText(probereport::markdown(*m_probe));
    m_said = tr("The report is on the clipboard.");
    refresh();
}

void ProbeDialog::saveReport()
{
    askForNewFile({.title = tr("Save report"),
                   .filters = {tr("Markdown (*.md)"), tr("JSON (*.json)")},
                   .suffix = u"md"_s},
                  this, [this](const QString &file) { writeReport(file); });
}

void ProbeDialog::writeReport(const QString &name)
{
    if (!m_probe)
        return;
    const bool isJson = name.endsWith(".json"_L1, Qt::CaseInsensitive);
    const QByteArray text = isJson ? QJsonDocument(probereport::json(*m_probe)).toJson()
                                   : probereport::markdown(*m_probe).toUtf8();
    writeFile(name, text, this, [this](const Result<std::monostate> &written) {
        m_said = written ? tr("The report is saved.")
                         : tr("The report was not saved. %1").arg(wording::whole(written.error()));
        refresh();
    });
}

void ProbeDialog::done(int result)
{
    if (m_probe)
        m_probe->cancel();
    QDialog::done(result);
}

void ProbeDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QDialog::changeEvent(event);
}

} // namespace modelscribe

#include "moc_probedialog.cpp"
