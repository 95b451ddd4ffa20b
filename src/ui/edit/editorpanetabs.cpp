// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of the editor: what stands in them, and which one is shown.
#include "core/visibletext.h"
#include "registry/valuesinuse.h"
#include "remote/picturesource.h"
#include "session/workbench.h"
#include "ui/edit/aboutsection.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/edit/panehistory.h"
#include "ui/edit/remotecontent.h"
#include "ui/history/historyview.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/panewidgets.h"

#include "edit/ui_editorpane.h"

#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QScrollArea *scrolled(QWidget *content)
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

void EditorPane::buildEditors()
{
    m_form = new ModelForm;
    m_about = new AboutSection;
    m_extraInfo = new ExtraInfoEditor;
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
         }});

    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_form);
    column->addWidget(m_about);
    column->addStretch(1);

    const ModelField *field = findField(u"ExtraInfo");
    auto *extraPage = new QWidget;
    auto *extraColumn = new QVBoxLayout(extraPage);
    extraColumn->setContentsMargins(0, 12, 16, 12);
    auto *extraFrame = new FieldFrame;
    extraFrame->setObjectName("frame_"_L1 + field->key);
    m_extraInfo->setWorkbench(m_workbench);
    m_extraInfo->setRemoteContent(m_content);
    m_extraInfo->setObjectName("field_"_L1 + field->key);
    extraColumn->addWidget(extraFrame);
    auto *inner = new QVBoxLayout(extraFrame);
    inner->addWidget(m_extraInfo, 1);
    m_extraInfoBinding = bindField(*field, *m_extraInfo, *extraFrame);
    m_extraInfoBinding->revealProblems();
    connect(m_extraInfo, &ExtraInfoEditor::inputCut, this, [this](int limit) {
        m_extraInfoBinding->setNote(
            tr("Too much at once (over %1 bytes): nothing was pasted").arg(limit));
    });
    connect(m_extraInfo, &ExtraInfoEditor::checked, m_extraInfoBinding,
            &FieldBinding::revealProblems);

    auto *labelsPage = new QWidget;
    auto *labelsColumn = new QVBoxLayout(labelsPage);
    labelsColumn->setContentsMargins(0, 12, 16, 12);
    labelsColumn->addWidget(m_labels);

    m_extraInfo->setHistory(m_history);
    connect(m_history, &PaneHistory::aboutToStep, m_labels, &LabelsEditor::closeCell);
    for (auto *description : m_form->findChildren<DescriptionEdit *>())
        description->setUndoRedoEnabled(false); // nobody reaches it

    m_ui->stack->addWidget(scrolled(details));
    m_ui->stack->addWidget(extraPage);
    m_ui->stack->addWidget(labelsPage);
}

void EditorPane::buildTabs()
{
    m_ui->tabs->setExpanding(false);
    m_ui->tabs->setDrawBase(false);
    m_ui->tabs->setUsesScrollButtons(false);
    for (const Tab tab : {DetailsTab, ExtraInfoTab, LabelsTab, HistoryTab})
        m_ui->tabs->insertTab(tab, QString());
    connect(m_ui->tabs, &QTabBar::currentChanged, this, &EditorPane::showTab);
    connect(m_ui->tabs, &QTabBar::tabBarDoubleClicked, this, &EditorPane::wholeWindowRequested);
}

void EditorPane::showTab(int tab)
{
    if (tab == HistoryTab)
        showHistory();
    m_ui->stack->setCurrentIndex(tab);
}

void EditorPane::showHistory()
{
    if (!m_form || !m_session)
        return;
    if (!m_past) {
        m_past = new HistoryView(HistoryView::Scope::OneModel);
        m_past->setModelId(m_session->modelId());
        m_past->setWorkbench(m_workbench);
        m_ui->stack->addWidget(m_past);
        connect(m_past, &HistoryView::revertRequested, this, &EditorPane::revertChangeRequested);
    }
    m_past->setModelId(m_session->modelId());
}

EditorPane::Tab EditorPane::currentTab() const { return Tab(m_ui->tabs->currentIndex()); }

void EditorPane::setCurrentTab(Tab tab) { m_ui->tabs->setCurrentIndex(tab); }

void EditorPane::showPlace(const StepPlace &place)
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
    binding->goTo(place.begin, place.end);
}

void EditorPane::refreshTabs()
{
    const QList<Label> &labels = m_session->edited().labels;
    const bool extraChanged = m_session->isChanged(m_extraInfoBinding->field());
    const bool labelsChanged = !labelChanges(m_session->base().metadata.labels, labels).isEmpty();
    bool formChanged = false;
    for (const FieldBinding *binding : m_form->bindings())
        formChanged = formChanged || m_session->isChanged(binding->field());
    const auto set = [this](Tab tab, const QString &text, bool changed) {
        if (m_ui->tabs->tabText(tab) != text)
            m_ui->tabs->setTabText(tab, text);
        changed = changed && !m_session->isNew();
        const QWidget *dot = m_ui->tabs->tabButton(tab, QTabBar::RightSide);
        if (changed != (dot != nullptr))
            m_ui->tabs->setTabButton(tab, QTabBar::RightSide, changed ? new ChangedDot : nullptr);
        m_ui->tabs->setTabToolTip(tab, changed ? tr("%1, changed").arg(text) : QString());
    };
    m_ui->tabs->setTabVisible(HistoryTab, !m_session->isNew());
    if (currentTab() == HistoryTab)
        showHistory();
    set(DetailsTab, tr("Details"), formChanged);
    set(ExtraInfoTab, tr("ExtraInfo"), extraChanged);
    set(LabelsTab, labels.isEmpty() ? tr("Labels") : tr("Labels %1").arg(labels.size()),
        labelsChanged);
}

bool EditorPane::showFirstProblem()
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
            binding->editor().setFocus(Qt::OtherFocusReason);
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

//! A label without a value is allowed, but seldom what somebody wanted.
bool EditorPane::askAboutEmptyLabels()
{
    QStringList keys = m_labels->keysWithoutValue();
    keys.removeIf([this](const QString &key) { return m_knownEmpty.contains(key); });
    if (keys.isEmpty())
        return false;
    setCurrentTab(LabelsTab);
    m_labels->editValueOf(keys.first());
    QStringList shown;
    for (const QString &key : std::as_const(keys))
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

void EditorPane::focusFirstField()
{
    setCurrentTab(DetailsTab);
    if (m_form && !m_form->bindings().isEmpty())
        m_form->bindings().first()->editor().setFocus(Qt::OtherFocusReason);
}

} // namespace modelscribe
