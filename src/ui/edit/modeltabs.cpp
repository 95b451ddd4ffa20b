// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/modeltabs.h"

#include "registry/access.h"
#include "registry/valuesinuse.h"
#include "remote/picturesource.h"
#include "remote/remotecontent.h"
#include "session/labelnotes.h"
#include "session/workbench.h"
#include "ui/edit/aboutsection.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/edit/panehistory.h"
#include "ui/journal/journalview.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/panewidgets.h"
#include "ui/widgets/presentation.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QScrollArea *scrolled(QWidget *content)
{
    auto *area = new SteadyScrollArea;
    area->setContent(content);
    return area;
}

} // namespace

ModelTabs::ModelTabs(QTabBar &bar, QStackedWidget &stack, PaneHistory &history)
    : QObject(&stack)
    , m_bar(bar)
    , m_stack(stack)
    , m_history(history)
{
    bar.setExpanding(false);
    bar.setDrawBase(false);
    bar.setUsesScrollButtons(false);
    for (const Tab tab : {DetailsTab, ExtraInfoTab, LabelsTab, JournalTab})
        bar.insertTab(tab, QString());
    connect(&bar, &QTabBar::currentChanged, this, &ModelTabs::showTab);
    connect(&bar, &QTabBar::tabBarDoubleClicked, this, &ModelTabs::wholeWindowRequested);
    connect(&history, &PaneHistory::stepped, this, &ModelTabs::showPlace);
    const auto dress = [&stack] {
        Presentation::instance().dress(stack, Presentation::Part::Form);
    };
    dress();
    connect(&Presentation::instance(), &Presentation::changed, this, dress);
}

void ModelTabs::retranslate()
{
    m_bar.setAccessibleName(tr("Parts of the model"));
    m_bar.setTabText(DetailsTab, tr("Details"));
    m_bar.setTabText(ExtraInfoTab, tr("ExtraInfo"));
    m_bar.setTabText(LabelsTab, tr("Labels"));
    m_bar.setTabText(JournalTab, tr("History"));
}

void ModelTabs::buildEditors()
{
    m_form = new ModelForm;
    m_about = new AboutSection;
    m_about->setAccess(m_access);
    m_labels = new LabelsEditor;
    m_form->setValuesInUse([this](const ModelField &field) {
        const ValuesInUse *values = m_workbench ? m_workbench->valuesInUse() : nullptr;
        return values ? values->mostUsed(field) : QStringList();
    });
    m_form->setPreviewSource(m_content ? &m_content->pictures() : nullptr);
    m_labels->setInUse(
        {[this] {
             const ValuesInUse *values = m_workbench ? m_workbench->valuesInUse() : nullptr;
             return values ? values->mostUsedLabelKeys() : QStringList();
         },
         [this](const QString &key) {
             const ValuesInUse *values = m_workbench ? m_workbench->valuesInUse() : nullptr;
             return values ? values->mostUsedLabelValues(key) : QStringList();
         },
         [this](const QString &key) {
             return m_workbench ? m_workbench->labelNotes().colors().value(key) : LabelColor::None;
         }});

    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_form);
    column->addWidget(m_about);
    column->addStretch(1);

    auto *extraPage = new QWidget;
    buildExtraInfo(*extraPage);

    auto *labelsPage = new QWidget;
    auto *labelsColumn = new QVBoxLayout(labelsPage);
    labelsColumn->setContentsMargins(0, 12, 16, 12);
    labelsColumn->addWidget(m_labels);

    connect(&m_history, &PaneHistory::aboutToStep, m_labels, &LabelsEditor::closeCell);
    for (auto *description : m_form->findChildren<DescriptionEdit *>())
        description->setUndoRedoEnabled(false); // nobody reaches it

    m_stack.addWidget(scrolled(details));
    m_stack.addWidget(extraPage);
    m_stack.addWidget(labelsPage);
}

void ModelTabs::buildExtraInfo(QWidget &page)
{
    m_extraInfo = new ExtraInfoEditor;
    const ModelField *field = findField(u"ExtraInfo");
    auto *column = new QVBoxLayout(&page);
    column->setContentsMargins(0, 12, 16, 12);
    auto *frame = new FieldFrame;
    frame->setObjectName("frame_"_L1 + field->key);
    m_extraInfo->setWorkbench(m_workbench);
    m_extraInfo->setRemoteContent(m_content);
    m_extraInfo->setObjectName("field_"_L1 + field->key);
    column->addWidget(frame);
    auto *inner = new QVBoxLayout(frame);
    inner->addWidget(m_extraInfo, 1);
    m_extraInfoBinding = new FieldBinding(*field, *m_extraInfo->fieldEditor(), *frame);
    m_extraInfoBinding->revealProblems();
    m_extraInfo->setHistory(&m_history);
}

void ModelTabs::setSession(EditSession *session)
{
    m_session = session;
    if (session && !m_form)
        buildEditors();
    if (!m_form)
        return;
    if (session)
        refreshExtraInfo();
    m_form->setSession(session);
    m_extraInfoBinding->setSession(session);
    m_extraInfoBinding->revealProblems(); // its errors are marked in the text as well
    m_labels->setSession(session);
}

void ModelTabs::setReadOnly(bool readOnly)
{
    if (!m_form)
        return;
    m_form->setReadOnly(readOnly);
    m_extraInfo->setReadOnly(readOnly);
    m_labels->setReadOnly(readOnly);
    if (!m_session)
        return;
    for (FieldFrame *frame : m_stack.findChildren<FieldFrame *>())
        frame->setResettable(!readOnly);
}

void ModelTabs::setWorkbench(Workbench *workbench)
{
    m_workbench = workbench;
    if (workbench)
        connect(&workbench->labelNotes(), &LabelNotes::colorsChanged, this, [this] {
            if (m_labels)
                m_labels->table().viewport()->update();
        });
    if (m_extraInfo)
        m_extraInfo->setWorkbench(workbench);
    if (m_past)
        m_past->setWorkbench(workbench);
}

void ModelTabs::setAccess(Access *access)
{
    m_access = access;
    if (m_about)
        m_about->setAccess(access);
}

void ModelTabs::setRemoteContent(RemoteContent *content)
{
    m_content = content;
    if (m_form)
        m_form->setPreviewSource(content ? &content->pictures() : nullptr);
    if (m_extraInfo)
        m_extraInfo->setRemoteContent(content);
}

RemoteContent *ModelTabs::remoteContent() const { return m_content; }

void ModelTabs::readSettings()
{
    if (m_extraInfo)
        m_extraInfo->readSettings();
}

void ModelTabs::refresh()
{
    if (!m_form || !m_session)
        return;
    refreshTabs();
    refreshExtraInfo();
    m_about->setModel(m_session->base());
    m_about->setVisible(!m_session->isNew());
}

void ModelTabs::refreshExtraInfo()
{
    m_extraInfo->setModel(m_session->modelId(), m_session->edited().type,
                          m_session->base().metadata.extraInfo.utf8());
}

void ModelTabs::refreshTabs()
{
    const QList<Label> &labels = m_session->edited().labels;
    const bool extraChanged = m_session->isChanged(m_extraInfoBinding->field());
    const bool labelsChanged = !labelChanges(m_session->base().metadata.labels, labels).isEmpty();
    bool formChanged = false;
    for (const FieldBinding *binding : m_form->bindings())
        formChanged = formChanged || m_session->isChanged(binding->field());
    const auto set = [this](Tab tab, const QString &text, bool changed) {
        if (m_bar.tabText(tab) != text)
            m_bar.setTabText(tab, text);
        changed = changed && !m_session->isNew();
        const QWidget *dot = m_bar.tabButton(tab, QTabBar::RightSide);
        if (changed != (dot != nullptr))
            m_bar.setTabButton(tab, QTabBar::RightSide, changed ? new ChangedDot : nullptr);
        m_bar.setTabToolTip(tab, changed ? tr("%1, changed").arg(text) : QString());
    };
    m_bar.setTabVisible(JournalTab, !m_session->isNew());
    if (currentTab() == JournalTab)
        showHistory();
    set(DetailsTab, tr("Details"), formChanged);
    set(ExtraInfoTab, tr("ExtraInfo"), extraChanged);
    set(LabelsTab, labels.isEmpty() ? tr("Labels") : tr("Labels %1").arg(labels.size()),
        labelsChanged);
}

void ModelTabs::showTab(int tab)
{
    if (tab == JournalTab)
        showHistory();
    m_stack.setCurrentIndex(tab);
}

void ModelTabs::showHistory()
{
    if (!m_form || !m_session)
        return;
    if (!m_past) {
        m_past = new JournalView(JournalView::Scope::OneModel);
        m_past->setModelId(m_session->modelId());
        m_past->setWorkbench(m_workbench);
        m_stack.addWidget(m_past);
        connect(m_past, &JournalView::revertRequested, this, &ModelTabs::revertChangeRequested);
    }
    m_past->setModelId(m_session->modelId());
}

ModelTabs::Tab ModelTabs::currentTab() const { return Tab(m_bar.currentIndex()); }

void ModelTabs::setCurrentTab(Tab tab) { m_bar.setCurrentIndex(tab); }

void ModelTabs::showPlace(const StepPlace &place)
{
    if (!place.field) {
        setCurrentTab(LabelsTab);
        m_labels->showCell(place.row, place.column, int(place.end));
        return;
    }
    const bool isExtraInfo = place.field == &m_extraInfoBinding->field();
    setCurrentTab(isExtraInfo ? ExtraInfoTab : DetailsTab);
    FieldBinding *binding = m_extraInfoBinding;
    for (FieldBinding *other : m_form->bindings())
        binding = &other->field() == place.field ? other : binding;
    binding->editor().goToChange(place.begin, place.end);
}

bool ModelTabs::showFirstProblem()
{
    if (!m_session || maySave(m_session->problems()))
        return false;
    const QList<Problem> problems = m_session->problems();
    for (FieldBinding *binding : m_form->bindings())
        binding->revealProblems();
    // In the order of the form, which is not the table's.
    for (FieldBinding *binding : m_form->bindings()) {
        const bool wrong = std::ranges::any_of(problems, [binding](const Problem &problem) {
            return !problem.warning && problem.key == binding->field().key;
        });
        if (wrong) {
            setCurrentTab(DetailsTab);
            binding->editor().takeFocus();
            return true;
        }
    }
    const bool inLabels = std::ranges::none_of(problems, [](const Problem &problem) {
        return !problem.warning && problem.key == "ExtraInfo"_L1;
    });
    setCurrentTab(inLabels ? LabelsTab : ExtraInfoTab);
    if (inLabels)
        m_labels->table().setFocus(Qt::OtherFocusReason);
    else
        m_extraInfo->goToProblem();
    return true;
}

QStringList ModelTabs::showEmptyLabels(const QStringList &known)
{
    QStringList keys = m_labels->keysWithoutValue();
    keys.removeIf([&known](const QString &key) { return known.contains(key); });
    if (!keys.isEmpty()) {
        setCurrentTab(LabelsTab);
        m_labels->editValueOf(keys.first());
    }
    return keys;
}

void ModelTabs::focusFirstField()
{
    setCurrentTab(DetailsTab);
    if (m_form && !m_form->bindings().isEmpty())
        m_form->bindings().first()->editor().takeFocus();
}

void ModelTabs::focusField(const QString &key)
{
    if (key == "Labels"_L1 || key.startsWith("extra."_L1)) {
        setCurrentTab(key == "Labels"_L1 ? LabelsTab : ExtraInfoTab);
        m_stack.currentWidget()->setFocus(Qt::ShortcutFocusReason);
        if (QWidget *inside = m_stack.currentWidget()->nextInFocusChain();
            m_stack.currentWidget()->isAncestorOf(inside))
            inside->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    focusFirstField();
    for (FieldBinding *binding : m_form ? m_form->bindings() : QList<FieldBinding *>()) {
        if (binding->field().key == key)
            binding->editor().takeFocus();
    }
}

} // namespace modelscribe

#include "moc_modeltabs.cpp"
