// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/labelswindow.h"

#include "core/backgroundwork.h"
#include "lists/labelusesmodel.h"
#include "lists/providertitle.h"
#include "model/queryedit.h"
#include "registry/catalogsync.h"
#include "registry/connection.h"
#include "registry/valuesinuse.h"
#include "session/labelnotes.h"
#include "session/workbench.h"
#include "ui/labels/cleanuplist.h"
#include "ui/labels/labelrename.h"
#include "ui/labels/labelusestable.h"
#include "ui/labels/renamekeeping.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
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
    , m_keysModel(new LabelUsesModel(LabelUsesModel::Of::Keys, this))
    , m_valuesModel(new LabelUsesModel(LabelUsesModel::Of::Values, this))
    , m_title(new QLabel(this))
    , m_where(new ElidedLabel(this))
    , m_find(new QLineEdit(this))
    , m_keysTitle(new QLabel(this))
    , m_keysAbout(new QLabel(this))
    , m_valuesTitle(new QLabel(this))
    , m_valuesAbout(new QLabel(this))
    , m_cleanupTitle(new QLabel(this))
    , m_cleanupAbout(new QLabel(this))
    , m_keys(new LabelUsesTable(*m_keysModel, this))
    , m_values(new LabelUsesTable(*m_valuesModel, this))
    , m_keyRename(new LabelRename(this))
    , m_valueRename(new LabelRename(this))
    , m_renames(new RenameKeeping({.notes = workbench.labelNotes(),
                                   .keys = *m_keys,
                                   .keysModel = *m_keysModel,
                                   .valuesModel = *m_valuesModel,
                                   .keyRename = *m_keyRename,
                                   .valueRename = *m_valueRename},
                                  this))
    , m_cleanup(new CleanupList(this))
    , m_columns(new QSplitter(this))
    , m_strip(new MessageStrip(this))
    , m_changes(new QLabel(this))
    , m_says(new ElidedLabel(this))
    , m_discard(new QPushButton(this))
    , m_review(new QPushButton(this))
{
    setModal(false);
    m_keys->setAccessibleName(u"Keys"_s);
    m_values->setAccessibleName(u"Values"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(new Separator(this));
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(makeColumn(makeHead(m_keysTitle, m_keysAbout), m_keys, m_keyRename));
    m_columns->addWidget(
        makeColumn(makeHead(m_valuesTitle, m_valuesAbout), m_values, m_valueRename));
    m_columns->addWidget(makeColumn(makeHead(m_cleanupTitle, m_cleanupAbout), m_cleanup, nullptr));
    m_columns->setSizes({375, 520, 385});
    column->addWidget(m_columns, 1);
    column->addWidget(m_strip);
    column->addWidget(new Separator(this));
    column->addWidget(makeFooter());
    m_usesSoon.setSingleShot(true);
    m_usesSoon.setInterval(200);
    connect(&m_usesSoon, &QTimer::timeout, this, &LabelsWindow::takeUses);
    connectTables();
    connect(m_plan, &LabelPlan::changed, this, &LabelsWindow::refreshFooter);
    connect(&workbench, &Workbench::connectionChanged, this, &LabelsWindow::takeConnection);
    retranslate();
    takeConnection();
    setUpDialog(*this, {1280, 800});
    m_keys->setFocus();
}

LabelsWindow::~LabelsWindow() = default;

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
    m_find->setAccessibleName(u"Find a key or value"_s);
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

QWidget *LabelsWindow::makeHead(QLabel *title, QLabel *about, QWidget *more)
{
    auto *head = new QFrame(this);
    head->setProperty("role", u"bar"_s);
    head->setFixedHeight(45);
    title->setProperty("role", u"heading"_s);
    about->setProperty("role", u"muted"_s);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    for (QLabel *label : {title, about}) {
        label->setTextFormat(Qt::PlainText);
        row->addWidget(label);
    }
    row->addStretch(1);
    if (more)
        row->addWidget(more);
    return head;
}

QWidget *LabelsWindow::makeColumn(QWidget *head, QWidget *table, LabelRename *rename)
{
    auto *column = new QFrame(this);
    column->setProperty("role", u"panel"_s);
    auto *inside = new QVBoxLayout(column);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(head);
    inside->addWidget(new Separator(column));
    inside->addWidget(table, 1);
    if (rename)
        inside->addWidget(rename);
    column->setMinimumWidth(200);
    return column;
}

QWidget *LabelsWindow::makeFooter()
{
    auto *bar = new QFrame(this);
    bar->setProperty("role", u"bar"_s);
    bar->setFixedHeight(52);
    m_changes->setProperty("role", u"changed"_s);
    m_changes->setTextFormat(Qt::PlainText);
    m_says->setProperty("role", u"muted"_s);
    m_says->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_review->setProperty("kind", u"primary"_s);
    for (QPushButton *button : {m_discard, m_review})
        button->setAutoDefault(false);
    connect(m_discard, &QPushButton::clicked, m_plan, &LabelPlan::clear);
    connect(m_review, &QPushButton::clicked, this,
            [this] { emit reviewRequested(m_plan->session()); });
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(m_changes);
    row->addWidget(m_says, 1);
    row->addWidget(m_discard);
    row->addWidget(m_review);
    return bar;
}

void LabelsWindow::connectTables()
{
    using Texts = QStringList;
    connect(m_keys, &LabelUsesTable::currentTextChanged, this, &LabelsWindow::showKey);
    connect(m_keys, &LabelUsesTable::modelsRequested, this,
            [this](const QString &key) { showModels(key, std::nullopt); });
    connect(m_values, &LabelUsesTable::modelsRequested, this,
            [this](const QString &value) { showModels(m_valuesModel->key(), value); });
    const auto renameKeys = [this](const Texts &keys) { m_renames->begin(std::nullopt, keys); };
    const auto renameValues = [this](const Texts &values) {
        m_renames->begin(m_valuesModel->key(), values);
    };
    connect(m_keys, &LabelUsesTable::renameRequested, this,
            [renameKeys](const QString &key) { renameKeys({key}); });
    connect(m_keys, &LabelUsesTable::mergeRequested, this, renameKeys);
    connect(m_values, &LabelUsesTable::renameRequested, this,
            [renameValues](const QString &value) { renameValues({value}); });
    connect(m_values, &LabelUsesTable::mergeRequested, this, renameValues);
    connect(m_keys, &LabelUsesTable::removeRequested, this, [this](const Texts &keys) {
        QList<LabelVerb> verbs;
        for (const QString &key : keys)
            verbs.append({.kind = LabelVerb::Kind::TakeAway, .key = key});
        remove(verbs);
    });
    connect(m_values, &LabelUsesTable::removeRequested, this, [this](const Texts &values) {
        QList<LabelVerb> verbs;
        for (const QString &value : values)
            verbs.append(
                {.kind = LabelVerb::Kind::TakeAway, .key = m_valuesModel->key(), .value = value});
        remove(verbs);
    });
    for (LabelRename *rename : {m_keyRename, m_valueRename}) {
        LabelUsesTable *table = rename == m_keyRename ? m_keys : m_values;
        connect(rename, &LabelRename::accepted, this, &LabelsWindow::add);
        connect(rename, &LabelRename::closed, table,
                [table] { table->setFocus(Qt::OtherFocusReason); });
    }
    LabelNotes *notes = &m_workbench.labelNotes();
    connect(m_keys, &LabelUsesTable::colorRequested, notes, &LabelNotes::setColor);
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
        m_keys->setCurrentText(labels.first().key);
        m_values->setCurrentText(labels.first().value);
        m_values->scrollToBottom();
        m_values->setFocus(Qt::OtherFocusReason);
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
    m_keyRename->close();
    m_valueRename->close();
    if (m_plan->isEmpty())
        m_strip->dismiss();
    else
        m_strip->show(MessageStrip::Kind::Info,
                      [] { return tr("The changes gathered so far are kept as a draft."); });
    m_plan->setCatalog(isReadOnly ? nullptr : m_workbench.catalog());
    for (LabelUsesTable *table : {m_keys, m_values})
        table->setReadOnly(isReadOnly);
    showColumns();
    takeUses();
}

void LabelsWindow::takeColors() { m_keysModel->setColors(m_workbench.labelNotes().colors()); }

QString LabelsWindow::provider() const
{
    const Connection *connection = m_workbench.connection();
    return connection ? connection->listScope().provider : QString();
}

void LabelsWindow::showColumns()
{
    m_columns->widget(2)->setVisible(width() >= narrowLabelsBelow && provider().isEmpty());
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
    m_keysModel->setUses(uses);
    m_valuesModel->setUses(uses);
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
            m_keysModel->setOdd(odd);
            m_cleanup->setSuggestions(suggestions);
            showKey();
        });
    if (m_cleanup->shownCount() == 0)
        m_cleanup->setSuggestions(std::nullopt);
    refreshHeads();
    refreshFooter();
    // Later: the tables have yet to find their rows.
    QMetaObject::invokeMethod(m_renames, &RenameKeeping::bringBack, Qt::QueuedConnection);
}

void LabelsWindow::showKey()
{
    const QString key = m_keys->currentText().value_or(QString());
    if (key != m_valuesModel->key()) {
        m_valueRename->close();
        m_valuesModel->setKey(key);
    }
    QSet<QString> odd;
    for (const LabelSuggestion &suggestion : std::as_const(m_suggestions)) {
        if (suggestion.value && suggestion.key == key)
            odd.insert(*suggestion.value);
    }
    m_valuesModel->setOdd(odd);
    refreshHeads();
}

void LabelsWindow::find(const QString &text)
{
    m_keysModel->setNeedle(text);
    m_valuesModel->setNeedle(text);
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
    const QLocale numbers = locale();
    m_keysTitle->setText(tr("Keys"));
    m_keysAbout->setText(numbers.toString(m_keysModel->wholeCount()));
    const QString key = m_valuesModel->key();
    m_valuesTitle->setText(key.isEmpty() ? tr("No labels yet") : visibleLabelText(key));
    const auto values = int(m_valuesModel->wholeCount());
    const int models = m_keysModel->countOf(key);
    // Of a copy that is not whole yet nobody knows how many there are.
    const QString about = tr("%Ln value(s)", nullptr, values) + tr(", ", "between counts")
                          + (isWhole() ? tr("%Ln model(s)", nullptr, models)
                                       : tr("at least %Ln model(s)", nullptr, models));
    m_valuesAbout->setText(key.isEmpty() ? QString() : about);
    m_cleanupTitle->setText(tr("Clean up"));
    m_cleanupAbout->setText(m_cleanup->shownCount() > 0
                                ? tr("%Ln suggestion(s)", nullptr, int(m_cleanup->shownCount()))
                                : QString());
}

void LabelsWindow::refreshFooter()
{
    const QList<LabelVerb> verbs = m_plan->verbs();
    const auto count = int(verbs.size());
    QStringList words;
    for (const LabelVerb &verb : verbs)
        words.append(labelVerbText(verb));
    m_changes->setText(tr("%Ln change(s)", nullptr, count));
    m_changes->setVisible(count > 0);
    if (!provider().isEmpty())
        m_says->setPlainText(
            tr("These models are read-only. To change labels, go back to the models "
               "of your workspace."));
    else if (count > 0)
        m_says->setPlainText(words.join(tr(", ", "between changes")));
    else
        m_says->setPlainText(tr("Rename, merge or take away labels in all models that "
                                "have them. Nothing is sent before you review it."));
    const auto models = int(m_plan->modelCount());
    m_review->setText(tr("Review %Ln model(s)…", nullptr, models));
    m_review->setEnabled(count > 0 && models > 0);
    m_review->setVisible(count > 0);
    m_discard->setVisible(count > 0);
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
    m_discard->setText(tr("Discard"));
    refreshHeads();
    refreshFooter();
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
