// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/manypane.h"

#include "session/workbench.h"
#include "ui/many/draftquestion.h"
#include "ui/many/manyfooter.h"
#include "ui/many/manyheader.h"
#include "ui/many/manytabs.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/presentation.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/steadyfocus.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

ManyPane::ManyPane(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_header(new ManyHeader(this))
    , m_bar(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_tabs(new ManyTabs(workbench, *m_bar, *m_stack))
    , m_question(new DraftQuestion(this))
    , m_strip(new MessageStrip(this))
    , m_footer(new ManyFooter(this))
{
    setSpokenName(*this, [] { return tr("Many models"); });
    build();
    connect(m_header, &ManyHeader::backRequested, this, &ManyPane::backRequested);
    connect(m_header, &ManyHeader::copyIdsRequested, this, [this] { copy(false); });
    connect(m_header, &ManyHeader::copyNamesRequested, this, [this] { copy(true); });
    connect(m_tabs, &ManyTabs::narrowRequested, this, &ManyPane::narrow);
    connect(m_question, &DraftQuestion::leaveOutChosen, this, [this] { decide(true); });
    connect(m_question, &DraftQuestion::changeSavedChosen, this, [this] { decide(false); });
    connect(m_footer, &ManyFooter::discardRequested, this, &ManyPane::discard);
    connect(m_footer, &ManyFooter::reviewRequested, this, &ManyPane::review);
    connect(&m_counting, &ManyValuesCounting::changed, this, &ManyPane::showCounts);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
    const auto dress = [this] {
        Presentation::instance().dress(*m_stack, Presentation::Part::Form);
    };
    dress();
    connect(&Presentation::instance(), &Presentation::changed, this, dress);
    SteadyFocus::setHome(*this, *m_bar);
    refreshEdit();
}

void ManyPane::build()
{
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(10, 4, 16, 0);
    tabRow->addWidget(m_bar);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(tabRow);
    column->addWidget(new Separator);
    column->addWidget(m_stack, 1);
    column->addWidget(m_question);
    column->addWidget(m_strip);
    column->addWidget(new Separator);
    column->addWidget(m_footer);
}

void ManyPane::setSession(BatchSession *session)
{
    if (session == m_session)
        return;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_decided.clear();
    m_question->hide();
    m_strip->dismiss();
    if (session) {
        connect(session, &BatchSession::editChanged, this, &ManyPane::refreshEdit);
        connect(session, &BatchSession::modelsChanged, this, &ManyPane::takeModels);
        connect(session, &QObject::destroyed, this, [this] { setSession(nullptr); });
    }
    m_tabs->setSession(session);
    takeModels();
}

void ManyPane::takeModels()
{
    m_question->hide();
    m_counting.setModels(m_workbench.catalog(), m_session ? m_session->modelIds() : QStringList());
    showCounts();
}

void ManyPane::setDrafts(const QSet<QString> &ids)
{
    m_drafts = ids;
    m_counting.setDrafts(ids);
}

void ManyPane::setBackVisible(bool visible) { m_header->setBackVisible(visible); }

void ManyPane::showCounts()
{
    const ManyValues &values = m_counting.values();
    const bool isCounted = m_counting.isCounted();
    const qsizetype chosen = m_session ? m_session->modelIds().size() : 0;
    m_header->showModels(chosen, values, isCounted);
    m_tabs->setValues(values, isCounted);
    refreshEdit();
    emit countsChanged();
}

void ManyPane::refreshEdit()
{
    const BatchEdit edit = m_session ? m_session->edit() : BatchEdit();
    m_footer->showEdit(int(edit.size()), m_counting.values().changeable());
    m_tabs->mark(edit);
}

QList<QWidget *> ManyPane::sections()
{
    return {this, m_header, m_bar, m_stack, m_question, m_strip, m_footer};
}

bool ManyPane::buildSome() { return m_tabs->buildSome(); }

ManyPane::Tab ManyPane::currentTab() const { return m_tabs->currentTab(); }

void ManyPane::setCurrentTab(Tab tab) { m_tabs->setCurrentTab(tab); }

void ManyPane::focusFirst() { m_tabs->focusFirst(); }

void ManyPane::focusField(const QString &key) { m_tabs->focusField(key); }

bool ManyPane::canReview() const
{
    return m_session && !m_session->edit().isEmpty() && m_counting.values().changeable() > 0;
}

QStringList ManyPane::draftIds() const
{
    QStringList ids;
    const Catalog *catalog = m_workbench.catalog();
    for (const QString &id : m_drafts) {
        const RegisteredModel *model = catalog ? catalog->find(id) : nullptr;
        if (model && !model->isReadOnly())
            ids.append(id);
    }
    if (ids.isEmpty())
        return ids;
    const QSet<QString> chosen(m_session->modelIds().begin(), m_session->modelIds().end());
    ids.removeIf([&chosen](const QString &id) { return !chosen.contains(id); });
    return ids;
}

void ManyPane::review()
{
    if (!canReview())
        return;
    m_strip->dismiss();
    if (m_tabs->showFirstProblem())
        return;
    const QStringList drafts = draftIds();
    const bool isNew = std::ranges::any_of(
        drafts, [this](const QString &id) { return !m_decided.contains(id); });
    if (isNew)
        return m_question->ask(int(drafts.size()));
    emit reviewRequested(m_session);
}

void ManyPane::decide(bool leavesOut)
{
    for (const QString &id : draftIds()) {
        m_decided.insert(id);
        m_session->leaveOut(id, leavesOut);
    }
    review();
}

void ManyPane::discard()
{
    if (!m_session || m_session->edit().isEmpty())
        return;
    const BatchEdit before = m_session->edit();
    m_session->setEdit({});
    m_strip->show(
        MessageStrip::Kind::Success, [] { return tr("Changes discarded."); },
        [] { return tr("Undo"); },
        [session = m_session, before] {
            if (session)
                session->setEdit(before);
        });
    m_strip->leaveAfter(10s);
}

//! The models of now that have exactly this value.
void ManyPane::narrow(const ModelField *field, const QString &value)
{
    const Catalog *catalog = m_workbench.catalog();
    if (!m_session || !catalog)
        return;
    QStringList ids;
    for (const QString &id : m_session->modelIds()) {
        const RegisteredModel *model = catalog->find(id);
        if (model && !model->isReadOnly() && field->read(model->metadata).text() == value)
            ids.append(id);
    }
    emit narrowRequested(ids);
}

void ManyPane::copy(bool names)
{
    if (!m_session)
        return;
    QStringList lines;
    for (const QString &id : m_session->modelIds()) {
        const RegisteredModel *model = names && m_workbench.catalog()
                                           ? m_workbench.catalog()->find(id)
                                           : nullptr;
        lines.append(model ? model->metadata.name : id);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    m_strip->show(MessageStrip::Kind::Success,
                  [names] { return names ? tr("Names copied.") : tr("IDs copied."); });
}

void ManyPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit leaveRequested();
    else
        QWidget::keyPressEvent(event);
}

void ManyPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this).color(ThemeColor::Surface));
}

void ManyPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refreshEdit();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_manypane.cpp"
