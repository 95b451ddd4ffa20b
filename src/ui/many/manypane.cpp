// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/manypane.h"

#include "registry/extrainfovocabulary.h"
#include "registry/valuesinuse.h"
#include "session/workbench.h"
#include "ui/many/draftquestion.h"
#include "ui/many/manydetails.h"
#include "ui/many/manyextrainfo.h"
#include "ui/many/manyfooter.h"
#include "ui/many/manyheader.h"
#include "ui/many/manylabels.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/panewidgets.h"
#include "ui/widgets/steadyfocus.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QElapsedTimer>
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

namespace {

constexpr int buildSlice = 5; // ms

QFrame *manySeparator()
{
    auto *line = new QFrame;
    line->setProperty("role", u"separator"_s);
    line->setFixedHeight(1);
    return line;
}

QScrollArea *scrolledPage(QWidget *content)
{
    auto *area = new SteadyScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace

ManyPane::ManyPane(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_header(new ManyHeader(this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_question(new DraftQuestion(this))
    , m_strip(new MessageStrip(this))
    , m_footer(new ManyFooter(this))
{
    setAccessibleName(u"Many models"_s);
    build();
    connect(m_header, &ManyHeader::backRequested, this, &ManyPane::backRequested);
    connect(m_header, &ManyHeader::copyIdsRequested, this, [this] { copy(false); });
    connect(m_header, &ManyHeader::copyNamesRequested, this, [this] { copy(true); });
    connect(m_tabs, &QTabBar::currentChanged, this, &ManyPane::showTab);
    connect(m_question, &DraftQuestion::leaveOutChosen, this, [this] { decide(true); });
    connect(m_question, &DraftQuestion::changeSavedChosen, this, [this] { decide(false); });
    connect(m_footer, &ManyFooter::discardRequested, this, &ManyPane::discard);
    connect(m_footer, &ManyFooter::reviewRequested, this, &ManyPane::review);
    connect(&m_counting, &ManyValuesCounting::changed, this, &ManyPane::showCounts);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
    SteadyFocus::setHome(*this, *m_tabs);
    retranslate();
}

void ManyPane::build()
{
    m_tabs->setObjectName("manyTabs"_L1);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    for (int tab = 0; tab < TabCount; ++tab) {
        m_tabs->addTab(QString());
        m_stack->addWidget(new QWidget); // until the page is first shown
    }
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(10, 4, 16, 0);
    tabRow->addWidget(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(tabRow);
    column->addWidget(manySeparator());
    column->addWidget(m_stack, 1);
    column->addWidget(m_question);
    column->addWidget(m_strip);
    column->addWidget(manySeparator());
    column->addWidget(m_footer);
}

ManyPage *ManyPane::makePage(Tab tab)
{
    switch (tab) {
    case ExtraInfoTab: return new ManyExtraInfo([this] { return extraPlaces(); });
    case LabelsTab:
        return new ManyLabels({[this] {
                                   const ValuesInUse *values = m_workbench.valuesInUse();
                                   return values ? values->mostUsedLabelKeys() : QStringList();
                               },
                               [this](const QString &key) {
                                   const ValuesInUse *values = m_workbench.valuesInUse();
                                   return values ? values->mostUsedLabelValues(key) : QStringList();
                               }});
    default: break;
    }
    auto *details = new ManyDetails;
    details->setValuesInUse([this](const ModelField &field) {
        const ValuesInUse *values = m_workbench.valuesInUse();
        return values ? values->mostUsed(field) : QStringList();
    });
    connect(details, &ManyDetails::narrowRequested, this, &ManyPane::narrow);
    return details;
}

//! Members that models have, and those of their objects.
QStringList ManyPane::extraPlaces() const
{
    QStringList places;
    ExtraInfoVocabulary *known = m_workbench.extraInfoVocabulary();
    if (!known)
        return places;
    known->start();
    const auto vocabulary = known->vocabulary();
    for (const JsonVocabulary::Use &outer : vocabulary->keys({})) {
        const JsonPath path{{.key = QString::fromUtf8(outer.raw)}};
        places.append(ExtraVerbRow::placeText(path));
        for (const JsonVocabulary::Use &inner : vocabulary->keys(path))
            places.append(
                ExtraVerbRow::placeText(path + JsonPath{{.key = QString::fromUtf8(inner.raw)}}));
    }
    return places;
}

bool ManyPane::buildSome()
{
    if (m_isWhole)
        return false;
    QElapsedTimer timer;
    timer.start();
    if (!m_details) {
        m_details = qobject_cast<ManyDetails *>(page(DetailsTab));
        return true;
    }
    while (m_details->buildNext()) {
        if (timer.elapsed() >= buildSlice)
            return true;
    }
    if (m_undressed.isEmpty())
        m_undressed = findChildren<QWidget *>();
    while (!m_undressed.isEmpty()) {
        m_undressed.takeLast()->ensurePolished();
        if (timer.elapsed() >= buildSlice && !m_undressed.isEmpty())
            return true;
    }
    m_isWhole = true;
    return false;
}

ManyPage *ManyPane::page(Tab tab)
{
    if (m_pages[tab])
        return m_pages[tab];
    ManyPage *made = m_pages[tab] = makePage(tab);
    QWidget *before = m_stack->widget(tab);
    m_stack->insertWidget(tab, scrolledPage(made));
    m_stack->removeWidget(before);
    delete before;
    made->setSession(m_session, m_workbench.catalog());
    made->setValues(m_counting.values(), m_counting.isCounted());
    return made;
}

void ManyPane::showTab(int tab)
{
    page(Tab(tab));
    m_stack->setCurrentIndex(tab);
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
    for (ManyPage *page : m_pages) {
        if (page)
            page->setSession(session, m_workbench.catalog());
    }
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
    for (ManyPage *page : m_pages) {
        if (page)
            page->setValues(values, isCounted);
    }
    refreshEdit();
    emit countsChanged();
}

void ManyPane::refreshEdit()
{
    const BatchEdit edit = m_session ? m_session->edit() : BatchEdit();
    m_footer->showEdit(int(edit.size()), m_counting.values().changeable());
    const auto mark = [this](Tab tab, const QString &text, bool isChanged) {
        m_tabs->setTabText(tab, text);
        const QWidget *dot = m_tabs->tabButton(tab, QTabBar::RightSide);
        if (isChanged != (dot != nullptr))
            m_tabs->setTabButton(tab, QTabBar::RightSide, isChanged ? new ChangedDot : nullptr);
        m_tabs->setTabToolTip(tab, isChanged ? tr("%1, changed").arg(text) : QString());
    };
    mark(DetailsTab, tr("Details"), !edit.fields.isEmpty());
    mark(ExtraInfoTab, tr("ExtraInfo"), !edit.extraInfo.isEmpty());
    mark(LabelsTab, tr("Labels"), !edit.labels.isEmpty());
}

QList<QWidget *> ManyPane::sections()
{
    return {this, m_header, m_tabs, m_stack, m_question, m_strip, m_footer};
}

ManyPane::Tab ManyPane::currentTab() const { return Tab(m_tabs->currentIndex()); }

void ManyPane::setCurrentTab(Tab tab) { m_tabs->setCurrentIndex(tab); }

void ManyPane::focusFirst() { page(currentTab())->takeFocus(); }

void ManyPane::focusField(const QString &key)
{
    const bool isExtraInfo = key.startsWith("extra."_L1);
    setCurrentTab(key == "Labels"_L1 ? LabelsTab : isExtraInfo ? ExtraInfoTab : DetailsTab);
    auto *details = qobject_cast<ManyDetails *>(page(currentTab()));
    ManyField *field = details ? details->fieldOf(key) : nullptr;
    if (field)
        field->takeFocus();
    else
        focusFirst();
}

bool ManyPane::canReview() const
{
    return m_session && !m_session->edit().isEmpty() && m_counting.values().changeable() > 0;
}

bool ManyPane::showFirstProblem()
{
    for (const Tab tab : {DetailsTab, LabelsTab, ExtraInfoTab}) {
        if (!page(tab)->showFirstProblem())
            continue;
        setCurrentTab(tab);
        page(tab)->showFirstProblem(); // the focus needs it in sight
        return true;
    }
    return false;
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
    if (showFirstProblem())
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
                  [names] { return names ? tr("Names copied.") : tr("Ids copied."); });
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

void ManyPane::retranslate()
{
    m_tabs->setAccessibleName(tr("Parts of the models"));
    refreshEdit();
}

void ManyPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_manypane.cpp"
