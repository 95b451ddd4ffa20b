// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/labelseditor.h"

#include "model/wording.h"
#include "session/edithistory.h"
#include "ui/edit/labelstable.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

LabelsEditor::LabelsEditor(QWidget *parent)
    : QWidget(parent)
    , m_model(new LabelsModel(this))
    , m_table(new LabelsTable(*m_model))
    , m_delegate(new LabelDelegate(*this, m_table))
    , m_body(new QWidget)
    , m_frame(new FieldFrame)
    , m_add(new QPushButton)
    , m_remove(new QPushButton)
    , m_empty(new QLabel)
{
    buildLayout();
    connect(m_add, &QPushButton::clicked, this, &LabelsEditor::addLabel);
    connect(m_remove, &QPushButton::clicked, this, &LabelsEditor::removeOrRestore);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &LabelsEditor::refresh);
    connect(m_frame, &FieldFrame::resetRequested, this, [this] {
        if (!m_session)
            return;
        const EditHistory::Naming naming(*m_session, EditHistory::Kind::Reset);
        m_session->resetLabels();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &LabelsEditor::refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LabelsEditor::refresh);
    connect(m_model, &LabelsModel::replaced, this, &LabelsEditor::endCell);
    connect(m_delegate, &LabelDelegate::left, this, &LabelsEditor::goOn);
    // Behind the table's own handling: the cell is closed by then.
    connect(m_delegate, &QAbstractItemDelegate::closeEditor, this, &LabelsEditor::dropEmpty);
    retranslate();
}

void LabelsEditor::retranslate()
{
    m_add->setText(tr("Add label"));
    m_add->setAccessibleName(m_add->text());
    m_empty->setText(tr("No labels yet."));
    m_frame->setName(tr("Labels"));
    m_body->setAccessibleName({}); // it is the table that has it
    m_table->setAccessibleName(tr("Labels"));
    refresh();
}

LabelsEditor::~LabelsEditor()
{
    // An open cell would write its text while half of this is gone.
    if (m_session)
        m_session->disconnect(this);
    m_model->disconnect(this);
    m_table->selectionModel()->disconnect(this);
    m_delegate->disconnect(this);
    m_model->setSession(nullptr);
}

void LabelsEditor::buildLayout()
{
    m_table->setItemDelegate(m_delegate);
    connect(m_delegate, &QAbstractItemDelegate::closeEditor, this, &LabelsEditor::refreshProblems,
            Qt::QueuedConnection); // when it has gone

    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setProperty("role", u"muted"_s);
    m_remove->setProperty("kind", u"quiet"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(8);
    body->addWidget(m_empty);
    body->addWidget(m_table);
    body->addLayout(buttons);
    body->addStretch(1);
    m_body->setFocusProxy(m_table);
    m_frame->setUp(labelsKey, {}, *m_body);
    m_table->setObjectName("field_"_L1 + labelsKey);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame, 1);
}

void LabelsEditor::setSession(EditSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_lookedUp.clear();
    m_unusual.clear();
    m_model->setSession(session);
    if (m_session)
        connect(m_session, &EditSession::changed, this, &LabelsEditor::refresh);
    refresh();
}

void LabelsEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_model->setReadOnly(readOnly);
    refresh();
}

QStringList LabelsEditor::suggestionsFor(const QModelIndex &cell) const
{
    if (cell.column() == LabelsModel::Key)
        return m_inUse.keys ? m_inUse.keys() : QStringList();
    return m_inUse.values ? m_inUse.values(m_model->label(cell.row()).key) : QStringList();
}

int LabelsEditor::currentRow() const { return m_table->currentIndex().row(); }

void LabelsEditor::addLabel()
{
    if (m_readOnly || !m_session)
        return;
    m_table->setFocus(Qt::OtherFocusReason); // an empty row goes when its cell is left
    editCell(m_model->begin(), LabelsModel::Key);
    refresh();
}

void LabelsEditor::editCell(int row, int column)
{
    const QPersistentModelIndex cell(m_model->index(row, column));
    m_table->setFocus(Qt::OtherFocusReason); // an empty row goes when its cell is left
    if (!cell.isValid())
        return;
    m_table->setCurrentIndex(cell);
    m_table->scrollTo(cell);
    if (m_model->flags(cell) & Qt::ItemIsEditable)
        m_table->edit(cell);
}

//! Key, value, and on to the next label; behind the last of what is just being added, a new one.
void LabelsEditor::goOn(int row, int column, const Label &label, LabelCell::Step step)
{
    const bool isBack = step == LabelCell::Step::Back;
    const bool isKey = column == LabelsModel::Key;
    if (label == Label() || row < 0 || (isBack && isKey && row == 0))
        leaveTable(step);
    else if (isBack)
        editCell(isKey ? row - 1 : row, isKey ? LabelsModel::Value : LabelsModel::Key);
    else if (isKey)
        editCell(row, LabelsModel::Value);
    else
        goToNextLabel(row, step);
}

void LabelsEditor::goToNextLabel(int row, LabelCell::Step step)
{
    const QModelIndex next = m_model->index(row + 1, LabelsModel::Key);
    if (m_model->flags(next) & Qt::ItemIsEditable) {
        // Return says "done": it opens nothing that could be typed over by mistake.
        if (step == LabelCell::Step::Tab)
            editCell(row + 1, LabelsModel::Key);
        else
            m_table->setCurrentIndex(next);
    } else if (m_model->state(row) == LabelsModel::State::Added) {
        addLabel();
    } else {
        leaveTable(step);
    }
}

void LabelsEditor::leaveTable(LabelCell::Step step)
{
    if (step != LabelCell::Step::Back) {
        m_add->setFocus(Qt::TabFocusReason);
        return;
    }
    m_table->setFocus(Qt::BacktabFocusReason);
    focusPreviousChild();
}

//! A label that was begun and left without a word is none.
void LabelsEditor::dropEmpty()
{
    const QPersistentModelIndex current(m_table->currentIndex());
    if (m_table->indexWidget(current))
        return;
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        const LabelsModel::State state = m_model->state(row);
        if (state == LabelsModel::State::Begun
            || (state == LabelsModel::State::Added && m_model->label(row) == Label()))
            m_model->removeRow(row);
    }
}

QStringList LabelsEditor::keysWithoutValue() const
{
    QStringList keys;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const LabelsModel::State state = m_model->state(row);
        const Label label = m_model->label(row);
        const bool isNew = state == LabelsModel::State::Added
                           || state == LabelsModel::State::Changed;
        if (isNew && label.value.isEmpty())
            keys.append(label.key);
    }
    return keys;
}

void LabelsEditor::editValueOf(const QString &key)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->label(row).key == key && m_model->state(row) != LabelsModel::State::Removed)
            return editCell(row, LabelsModel::Value);
    }
}

void LabelsEditor::removeOrRestore()
{
    const int row = currentRow();
    if (row < 0 || m_readOnly)
        return;
    if (m_model->state(row) == LabelsModel::State::Removed)
        m_model->restoreRow(row);
    else
        m_model->removeRow(row);
    refresh();
}

LineEdit *LabelsEditor::openCell() const { return m_delegate->openCell(); }

void LabelsEditor::closeCell()
{
    const bool isOpen = openCell();
    m_closedCell = isOpen ? m_table->currentIndex() : QModelIndex();
    if (isOpen)
        m_table->setFocus(Qt::OtherFocusReason); // the delegate closes what loses the focus
}

void LabelsEditor::endCell(int row)
{
    LineEdit *line = openCell();
    if (!line || currentRow() != row)
        return;
    // Without committing: what stands in it is of a label that is no more.
    emit m_table->itemDelegate()->closeEditor(line, QAbstractItemDelegate::RevertModelCache);
    m_table->setFocus(Qt::OtherFocusReason);
}

void LabelsEditor::showCell(int row, int column, int cursor)
{
    const QPersistentModelIndex cell(
        m_model->index(std::min(row, m_model->rowCount() - 1), column));
    m_table->setFocus(Qt::OtherFocusReason); // an empty row goes when its cell is left
    m_table->setCurrentIndex(cell);
    if (!cell.isValid() || cell != std::exchange(m_closedCell, QPersistentModelIndex())
        || !(m_model->flags(cell) & Qt::ItemIsEditable))
        return;
    m_table->edit(cell);
    if (LineEdit *line = openCell())
        line->setCursorPosition(cursor);
}

QTableView &LabelsEditor::table() const { return *m_table; }

QString LabelsEditor::problemText() const { return m_frame->problemText(); }

void LabelsEditor::refresh()
{
    const int row = currentRow();
    const bool chosen = row >= 0 && row < m_model->rowCount();
    const bool removed = chosen && m_model->state(row) == LabelsModel::State::Removed;
    const QString action = removed ? tr("Restore label") : tr("Remove label");
    m_remove->setText(action);
    m_remove->setAccessibleName(action);
    m_remove->setEnabled(chosen);
    m_remove->setToolTip(chosen ? QString() : tr("Choose a label first"));
    m_remove->setVisible(!m_readOnly);
    m_add->setVisible(!m_readOnly);
    m_add->setEnabled(m_session);
    m_table->setVisible(m_model->rowCount() > 0);
    m_table->fitHeight();
    m_empty->setVisible(m_model->rowCount() == 0);

    refreshProblems();
    bool changed = false;
    QString original;
    if (m_session) {
        const QList<Label> &base = m_session->base().metadata.labels;
        changed = !labelChanges(base, m_session->edited().labels).isEmpty();
        QStringList texts;
        for (const Label &label : base)
            texts.append(keyValueText(label));
        original = texts.join(u", "_s);
    }
    m_frame->setChanged(changed, changed ? original : QString());
}

//! What goes away by itself with more typing, such as the blank between two words.
bool LabelsEditor::isStillTyped(const Problem &problem) const
{
    using Code = Problem::Code;
    const bool mayPass = problem.code == Code::OuterSpace || problem.code == Code::OtherCase
                         || problem.code == Code::LooksTheSame;
    return mayPass && openCell() && m_model->label(currentRow()).key == problem.text;
}

void LabelsEditor::refreshProblems()
{
    QStringList lines;
    bool onlyWarnings = true;
    const auto add = [&](const Problem &problem) {
        const QString line = wording::problem(problem);
        if (problem.key != labelsKey || lines.contains(line) || isStillTyped(problem))
            return;
        lines.append(line);
        onlyWarnings = onlyWarnings && problem.warning;
    };
    findUnusualKeys();
    for (const Problem &problem : m_session ? m_session->problems() + m_unusual : QList<Problem>())
        add(problem);
    m_frame->setProblem(lines.join(u'\n'),
                        onlyWarnings ? FieldFrame::Severity::Warning : FieldFrame::Severity::Error);
}

//! New keys that other models write otherwise. Asks all models, so not with each key pressed.
void LabelsEditor::findUnusualKeys()
{
    QList<Label> added;
    if (m_session)
        added = labelChanges(m_session->base().metadata.labels, m_session->edited().labels).added;
    if (openCell() || added == m_lookedUp)
        return;
    m_lookedUp = added;
    m_unusual.clear();
    const QStringList inUse = m_inUse.keys && !added.isEmpty() ? m_inUse.keys() : QStringList();
    for (const Label &label : added) {
        if (const auto other = keyInOtherCase(label.key, inUse))
            m_unusual.append({.key = labelsKey,
                              .code = Problem::Code::OtherCase,
                              .warning = true,
                              .text = label.key,
                              .detail = *other});
    }
}

void LabelsEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_labelseditor.cpp"
