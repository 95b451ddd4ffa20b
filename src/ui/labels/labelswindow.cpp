// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/labelswindow.h"

#include "core/backgroundwork.h"
#include "lists/providertitle.h"
#include "model/queryedit.h"
#include "registry/catalogsync.h"
#include "registry/connection.h"
#include "registry/valuesinuse.h"
#include "session/labelnotes.h"
#include "session/workbench.h"
#include "ui/labels/cleanuplist.h"
#include "ui/labels/labelcolumn.h"
#include "ui/labels/labelplanbar.h"
#include "ui/labels/labelrename.h"
#include "ui/labels/labelusestable.h"
#include "ui/labels/renamekeeping.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int narrowLabelsBelow = 900;

} // namespace

LabelsWindow::LabelsWindow(Workbench &workbench, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_plan(new LabelPlan(workbench.batchDrafts(), this))
    , m_title(new QLabel(this))
    , m_where(new ElidedLabel(this))
    , m_find(new QLineEdit(this))
    , m_keys(new LabelColumn(LabelUsesModel::Of::Keys, this))
    , m_values(new LabelColumn(LabelUsesModel::Of::Values, this))
    , m_cleaning(new LabelPanel(this))
    , m_cleanup(new CleanupList(this))
    , m_renames(new RenameKeeping(workbench.labelNotes(), *m_keys, *m_values, this))
    , m_columns(new QSplitter(this))
    , m_strip(new MessageStrip(this))
    , m_planBar(new LabelPlanBar(*m_plan, this))
{
    setModal(false);
    setSpokenName(keys(), [] { return tr("Keys"); });
    setSpokenName(values(), [] { return tr("Values"); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(new Separator(this));
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_cleaning->add(m_cleanup, 1);
    for (LabelPanel *panel : std::initializer_list<LabelPanel *>{m_keys, m_values, m_cleaning})
        m_columns->addWidget(panel);
    m_columns->setSizes({375, 520, 385});
    column->addWidget(m_columns, 1);
    column->addWidget(m_strip);
    column->addWidget(new Separator(this));
    column->addWidget(m_planBar);
    m_usesSoon.setSingleShot(true);
    m_usesSoon.setInterval(200);
    connect(&m_usesSoon, &QTimer::timeout, this, &LabelsWindow::takeUses);
    connectColumns();
    connect(m_plan, &LabelPlan::changed, this, &LabelsWindow::showTaken);
    connect(m_planBar, &LabelPlanBar::reviewRequested, this, &LabelsWindow::reviewRequested);
    connect(&workbench, &Workbench::connectionChanged, this, &LabelsWindow::takeConnection);
    retranslate();
    takeConnection();
    setUpDialog(*this, {1280, 800});
    keys().setFocus();
}

LabelsWindow::~LabelsWindow() = default;

LabelUsesTable &LabelsWindow::keys() const { return m_keys->table(); }

LabelUsesTable &LabelsWindow::values() const { return m_values->table(); }

QWidget *LabelsWindow::makeBar()
{
    auto *bar = new QFrame(this);
    bar->setProperty("role", u"bar"_s);
    bar->setFixedHeight(56);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 1.2);
    m_title->setFont(bold);
    m_where->setProperty("role", u"muted"_s);
    m_find->setClearButtonEnabled(true);
    m_find->setFixedWidth(260);
    setSpokenName(*m_find, [] { return tr("Find a key or value"); });
    connect(m_find, &QLineEdit::textChanged, this, &LabelsWindow::find);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addStretch();
    titles->addWidget(m_title);
    titles->addWidget(m_where);
    titles->addStretch();
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addLayout(titles, 1);
    row->addWidget(m_find);
    return bar;
}

void LabelsWindow::connectColumns()
{
    connect(&keys(), &LabelUsesTable::currentTextChanged, this, &LabelsWindow::showKey);
    for (const LabelColumn *column : {m_keys, m_values}) {
        connect(column, &LabelColumn::renamed, this, &LabelsWindow::add);
        connect(column, &LabelColumn::removed, this, &LabelsWindow::remove);
        connect(column, &LabelColumn::modelsRequested, this, &LabelsWindow::showModels);
    }
    LabelNotes *notes = &m_workbench.labelNotes();
    connect(&keys(), &LabelUsesTable::colorRequested, notes, &LabelNotes::setColor);
    connect(notes, &LabelNotes::colorsChanged, this, &LabelsWindow::takeColors);
    takeColors();
    m_cleanup->setIgnored(
        [notes](const LabelSuggestion &suggestion) { return notes->isIgnored(suggestion); });
    connect(m_cleanup, &CleanupList::ignored, notes, &LabelNotes::ignore);
    connect(m_cleanup, &CleanupList::taken, m_plan, &LabelPlan::add);
    connect(m_cleanup, &CleanupList::undone, m_plan, &LabelPlan::remove);
    connect(m_cleanup, &CleanupList::countChanged, this, &LabelsWindow::refreshHeads);
    connect(m_cleanup, &CleanupList::lookRequested, this, [this](const QList<Label> &labels) {
        m_find->clear();
        keys().setCurrentText(labels.first().key);
        values().setCurrentText(labels.first().value);
        values().scrollToBottom();
        values().setFocus(Qt::OtherFocusReason);
    });
}

void LabelsWindow::takeConnection()
{
    m_renames->leave();
    m_valuesInUse = m_workbench.valuesInUse();
    if (m_valuesInUse)
        connect(m_valuesInUse, &ValuesInUse::changed, &m_usesSoon, qOverload<>(&QTimer::start));
    if (const CatalogSync *sync = m_workbench.catalogSync())
        connect(sync, &CatalogSync::stateChanged, this, &LabelsWindow::refreshHeads);
    if (const Connection *connection = m_workbench.connection())
        connect(connection, &Connection::listScopeChanged, this, &LabelsWindow::takeScope);
    takeScope();
}

//! Other models are listed: what was gathered is not about them.
void LabelsWindow::takeScope()
{
    const bool isReadOnly = !provider().isEmpty();
    for (const LabelColumn *column : {m_keys, m_values}) {
        column->rename().close();
        column->table().setReadOnly(isReadOnly);
    }
    if (m_plan->isEmpty())
        m_strip->dismiss();
    else
        m_strip->show(MessageStrip::Kind::Info,
                      [] { return tr("The changes gathered so far are kept as a draft."); });
    m_plan->setCatalog(isReadOnly ? nullptr : m_workbench.catalog());
    m_planBar->setReadOnly(isReadOnly);
    showColumns();
    takeUses();
}

void LabelsWindow::takeColors() { m_keys->labels().setColors(m_workbench.labelNotes().colors()); }

QString LabelsWindow::provider() const
{
    const Connection *connection = m_workbench.connection();
    return connection ? connection->listScope().provider : QString();
}

void LabelsWindow::showColumns()
{
    m_cleaning->setVisible(width() >= narrowLabelsBelow && provider().isEmpty());
}

//! Not while a name is typed: what it is about would move.
void LabelsWindow::takeUses()
{
    if (m_renames->isOpen()) {
        m_usesSoon.start();
        return;
    }
    LabelUses uses;
    if (m_valuesInUse) {
        uses.keys = m_valuesInUse->labelKeys();
        for (auto key = uses.keys.keyBegin(); key != uses.keys.keyEnd(); ++key)
            uses.values.insert(*key, m_valuesInUse->labelValues(*key));
    }
    showUses(uses);
}

void LabelsWindow::showUses(const LabelUses &uses)
{
    m_uses = uses;
    m_keys->labels().setUses(uses);
    m_values->labels().setUses(uses);
    showKey();
    const int round = ++m_round;
    runAside(
        this, false, [uses] { return labelSuggestions(uses); },
        [this, round](const QList<LabelSuggestion> &suggestions) {
            if (round != m_round)
                return;
            m_suggestions = suggestions;
            QSet<QString> odd;
            for (const LabelSuggestion &suggestion : suggestions) {
                if (!suggestion.value && suggestion.verb())
                    odd.insert(suggestion.key);
            }
            m_keys->labels().setOdd(odd);
            m_cleanup->setSuggestions(suggestions);
            showKey();
        });
    if (m_cleanup->shownCount() == 0)
        m_cleanup->setSuggestions(std::nullopt);
    refreshHeads();
    m_planBar->refresh();
    showTaken();
    // Later: the tables have yet to find their rows.
    QMetaObject::invokeMethod(m_renames, &RenameKeeping::bringBack, Qt::QueuedConnection);
}

void LabelsWindow::showKey()
{
    const QString key = keys().currentText().value_or(QString());
    m_values->setKey(key);
    QSet<QString> odd;
    for (const LabelSuggestion &suggestion : std::as_const(m_suggestions)) {
        if (suggestion.value && suggestion.key == key)
            odd.insert(*suggestion.value);
    }
    m_values->labels().setOdd(odd);
    refreshHeads();
}

void LabelsWindow::find(const QString &text)
{
    m_keys->labels().setNeedle(text);
    m_values->labels().setNeedle(text);
}

bool LabelsWindow::isWhole() const
{
    const CatalogSync *sync = m_workbench.catalogSync();
    return sync && sync->state() == CatalogSync::State::Ready;
}

void LabelsWindow::refreshHeads()
{
    const Connection *connection = m_workbench.connection();
    QStringList where;
    if (connection)
        where = {connection->title(), provider().isEmpty() ? connection->workspaceTitle()
                                                           : providerListTitle(provider())};
    where.append(tr("counted in the local copy"));
    m_where->setPlainText(where.join(u" · "_s));
    m_keys->setHead(tr("Keys"), locale().toString(m_keys->labels().wholeCount()));
    const QString key = m_values->labels().key();
    const auto values = int(m_values->labels().wholeCount());
    const int models = m_keys->labels().countOf(key);
    // Of a copy that is not whole yet nobody knows how many there are.
    const QString about = tr("%Ln value(s)", nullptr, values) + tr(", ", "between counts")
                          + (isWhole() ? tr("%Ln model(s)", nullptr, models)
                                       : tr("at least %Ln model(s)", nullptr, models));
    m_values->setHead(key.isEmpty() ? tr("No labels yet") : visibleLabelText(key),
                      key.isEmpty() ? QString() : about);
    const auto suggestions = int(m_cleanup->shownCount());
    m_cleaning->setHead(tr("Clean up"), suggestions > 0
                                            ? tr("%Ln suggestion(s)", nullptr, suggestions)
                                            : QString());
}

void LabelsWindow::showTaken()
{
    m_cleanup->setTaken([this](const LabelVerb &verb) { return m_plan->has(verb); });
}

void LabelsWindow::add(const QList<LabelVerb> &verbs)
{
    for (const LabelVerb &verb : verbs)
        m_plan->add(verb);
}

void LabelsWindow::remove(const QList<LabelVerb> &verbs)
{
    add(verbs);
    m_strip->show(
        MessageStrip::Kind::Info,
        [text = labelVerbText(verbs.first()), more = int(verbs.size()) - 1] {
            return more > 0 ? tr("In the changes: %1, and %Ln more.", nullptr, more).arg(text)
                            : tr("In the changes: %1.").arg(text);
        },
        [] { return tr("Undo"); },
        [this, verbs] {
            for (const LabelVerb &verb : verbs)
                m_plan->remove(verb);
        });
    m_strip->leaveAfter(std::chrono::seconds(10));
}

void LabelsWindow::showModels(const QString &key, const std::optional<QString> &value)
{
    emit searchRequested(queryWithTerm(QString(), u"label"_s, value ? key + u'=' + *value : key));
}

void LabelsWindow::retranslate()
{
    setWindowTitle(tr("Labels"));
    m_title->setText(tr("Labels"));
    m_find->setPlaceholderText(tr("Find a key or value"));
    m_find->setToolTip(tr("Ctrl+F"));
    refreshHeads();
}

void LabelsWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    } else if (event->matches(QKeySequence::Undo)) {
        m_plan->undo();
    } else if (event->key() == Qt::Key_Escape && m_find->hasFocus() && !m_find->text().isEmpty()) {
        m_find->clear();
    } else {
        QDialog::keyPressEvent(event); // Esc closes; what was gathered stays
    }
}

void LabelsWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    showColumns();
}

void LabelsWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace modelscribe

#include "moc_labelswindow.cpp"
