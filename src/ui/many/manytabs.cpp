// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/manytabs.h"

#include "registry/extrainfovocabulary.h"
#include "registry/valuesinuse.h"
#include "session/workbench.h"
#include "ui/many/manydetails.h"
#include "ui/many/manyextrainfo.h"
#include "ui/many/manylabels.h"
#include "ui/widgets/panewidgets.h"

#include <QElapsedTimer>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int buildSlice = 5; // ms

QScrollArea *scrolledPage(QWidget *content)
{
    auto *area = new SteadyScrollArea;
    area->setContent(content);
    return area;
}

} // namespace

ManyTabs::ManyTabs(Workbench &workbench, QTabBar &bar, QStackedWidget &stack)
    : QObject(&stack)
    , m_workbench(workbench)
    , m_bar(bar)
    , m_stack(stack)
{
    bar.setObjectName("manyTabs"_L1);
    bar.setExpanding(false);
    bar.setDrawBase(false);
    bar.setUsesScrollButtons(false);
    for (int tab = 0; tab < TabCount; ++tab) {
        bar.addTab(QString());
        stack.addWidget(new QWidget); // until the page is first shown
    }
    connect(&bar, &QTabBar::currentChanged, this, &ManyTabs::showTab);
}

ManyPage *ManyTabs::makePage(Tab tab)
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
    connect(details, &ManyDetails::narrowRequested, this, &ManyTabs::narrowRequested);
    return details;
}

//! Members that models have, and those of their objects.
QStringList ManyTabs::extraPlaces() const
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

bool ManyTabs::buildSome()
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
        m_undressed = m_stack.parentWidget()->findChildren<QWidget *>();
    while (!m_undressed.isEmpty()) {
        m_undressed.takeLast()->ensurePolished();
        if (timer.elapsed() >= buildSlice && !m_undressed.isEmpty())
            return true;
    }
    m_isWhole = true;
    return false;
}

ManyPage *ManyTabs::page(Tab tab)
{
    if (m_pages[tab])
        return m_pages[tab];
    ManyPage *made = m_pages[tab] = makePage(tab);
    QWidget *before = m_stack.widget(tab);
    m_stack.insertWidget(tab, scrolledPage(made));
    m_stack.removeWidget(before);
    delete before;
    m_stack.setCurrentIndex(m_bar.currentIndex());
    made->setSession(m_session, m_workbench.catalog());
    made->setValues(*m_values, m_isCounted);
    return made;
}

void ManyTabs::showTab(int tab)
{
    page(Tab(tab));
    m_stack.setCurrentIndex(tab);
}

void ManyTabs::setSession(BatchSession *session)
{
    m_session = session;
    for (ManyPage *page : m_pages) {
        if (page)
            page->setSession(session, m_workbench.catalog());
    }
}

void ManyTabs::setValues(const ManyValues &values, bool isCounted)
{
    m_values = &values;
    m_isCounted = isCounted;
    for (ManyPage *page : m_pages) {
        if (page)
            page->setValues(values, isCounted);
    }
}

void ManyTabs::mark(const BatchEdit &edit)
{
    const auto markOne = [this](Tab tab, const QString &text, bool isChanged) {
        m_bar.setTabText(tab, text);
        const QWidget *dot = m_bar.tabButton(tab, QTabBar::RightSide);
        if (isChanged != (dot != nullptr))
            m_bar.setTabButton(tab, QTabBar::RightSide, isChanged ? new ChangedDot : nullptr);
        m_bar.setTabToolTip(tab, isChanged ? tr("%1, changed").arg(text) : QString());
    };
    m_bar.setAccessibleName(tr("Parts of the models"));
    markOne(DetailsTab, tr("Details"), !edit.fields.isEmpty());
    markOne(ExtraInfoTab, tr("ExtraInfo"), !edit.extraInfo.isEmpty());
    markOne(LabelsTab, tr("Labels"), !edit.labels.isEmpty());
}

ManyTabs::Tab ManyTabs::currentTab() const { return Tab(m_bar.currentIndex()); }

void ManyTabs::setCurrentTab(Tab tab) { m_bar.setCurrentIndex(tab); }

bool ManyTabs::showFirstProblem()
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

void ManyTabs::focusFirst() { page(currentTab())->takeFocus(); }

void ManyTabs::focusField(const QString &key)
{
    const bool isExtraInfo = key.startsWith("extra."_L1);
    setCurrentTab(key == "Labels"_L1 ? LabelsTab : isExtraInfo ? ExtraInfoTab : DetailsTab);
    ManyField *field = currentTab() == DetailsTab ? m_details->fieldOf(key) : nullptr;
    if (field)
        field->takeFocus();
    else
        focusFirst();
}

} // namespace modelscribe

#include "moc_manytabs.cpp"
