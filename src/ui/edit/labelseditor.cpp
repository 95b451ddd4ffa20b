// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/labelseditor.h"

#include "core/wording.h"
#include "ui/edit/edithistory.h"
#include "ui/edit/lineedit.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int labelRowHeight = 32;
constexpr auto originalProperty = "modelscribe_original";

//! Draws what happened to a label, and edits a part of it with suggestions.
class LabelDelegate : public QStyledItemDelegate
{
public:
    LabelDelegate(LabelsEditor &owner, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_owner(owner)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        const auto state = LabelsModel::State(index.data(LabelsModel::StateRole).toInt());
        const bool removed = state == LabelsModel::State::Removed;
        const bool changed = state != LabelsModel::State::Same;
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.color(ThemeColor::Selection));
        if (changed && index.column() == LabelsModel::Key)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              theme.color(removed ? ThemeColor::Removed : ThemeColor::Changed));
        QFont font = option.font;
        font.setStrikeOut(removed);
        painter->setFont(font);
        painter->setPen(theme.color(removed ? ThemeColor::Muted : ThemeColor::Text));
        QRect area = option.rect.adjusted(8, 0, -8, 0);
        if (index.column() == LabelsModel::Value && changed)
            area.setRight(paintWord(painter, area, option.font, state));
        const QString text = index.data().toString();
        if (text.isEmpty())
            painter->setPen(theme.color(ThemeColor::Muted));
        painter->drawText(area, Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text.isEmpty() ? u"—"_s : text,
                                                        Qt::ElideRight, area.width()));
        painter->setPen(theme.color(ThemeColor::Border));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->restore();
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                          const QModelIndex &index) const override
    {
        auto *editor = new LineEdit(parent);
        const bool key = index.column() == LabelsModel::Key;
        editor->setAccessibleName(key ? LabelsEditor::tr("Label key")
                                      : LabelsEditor::tr("Label value"));
        editor->setPlaceholderText(key ? LabelsEditor::tr("Key") : LabelsEditor::tr("Value"));
        auto *completer = new QCompleter(m_owner.suggestionsFor(index), editor);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        editor->setCompleter(completer);
        editor->setProperty(originalProperty, index.data(Qt::EditRole));
        // With each key, as all fields do: a shortcut must not overlook what is just typed.
        auto *self = const_cast<LabelDelegate *>(this);
        connect(editor, &LineEdit::valueChanged, self,
                [self, editor] { emit self->commitData(editor); });
        return editor;
    }

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &) const override
    {
        editor->setGeometry(option.rect.adjusted(1, 1, -1, -1));
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool escape = event->type() == QEvent::KeyPress
                            && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
        if (auto *editor = qobject_cast<LineEdit *>(watched); editor && escape)
            editor->setValue(editor->property(originalProperty).toString());
        return QStyledItemDelegate::eventFilter(watched, event);
    }

private:
    //! The state as a word at the right edge; where the text in front of it ends.
    static int paintWord(QPainter *painter, const QRect &area, const QFont &font,
                         LabelsModel::State state)
    {
        const bool removed = state == LabelsModel::State::Removed;
        QString word = LabelsEditor::tr("changed");
        if (removed)
            word = LabelsEditor::tr("removed");
        else if (state != LabelsModel::State::Changed)
            word = LabelsEditor::tr("added");
        const QFont before = painter->font();
        const QPen pen = painter->pen();
        painter->setFont(font);
        painter->setPen(Theme::of().color(removed ? ThemeColor::Removed : ThemeColor::Changed));
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, word);
        painter->setFont(before);
        painter->setPen(pen);
        return area.right() - QFontMetrics(font).horizontalAdvance(word) - 8;
    }

    LabelsEditor &m_owner;
};

} // namespace

LabelsEditor::LabelsEditor(QWidget *parent)
    : QWidget(parent)
    , m_model(new LabelsModel(this))
    , m_table(new QTableView)
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
    m_model->setSession(nullptr);
}

void LabelsEditor::buildLayout()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new LabelDelegate(*this, m_table));
    connect(m_table->itemDelegate(), &QAbstractItemDelegate::closeEditor, this,
            &LabelsEditor::refreshProblems, Qt::QueuedConnection); // when it has gone
    m_table->setProperty("role", u"framed"_s);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
                             | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(labelRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);

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
    m_table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
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
    const QModelIndex cell = m_model->index(m_model->begin(), LabelsModel::Key);
    m_table->setFocus();
    m_table->setCurrentIndex(cell);
    m_table->edit(cell);
    refresh();
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

LineEdit *LabelsEditor::openCell() const
{
    QWidget *focus = QApplication::focusWidget();
    return focus && m_table->viewport()->isAncestorOf(focus) ? qobject_cast<LineEdit *>(focus)
                                                             : nullptr;
}

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
    const QModelIndex cell = m_model->index(std::min(row, m_model->rowCount() - 1), column);
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->setCurrentIndex(cell);
    if (!cell.isValid() || cell != std::exchange(m_closedCell, QPersistentModelIndex())
        || !(m_model->flags(cell) & Qt::ItemIsEditable))
        return;
    m_table->edit(cell);
    if (LineEdit *line = openCell())
        line->setCursorPosition(cursor);
}

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
    m_table->setMaximumHeight(m_table->horizontalHeader()->sizeHint().height()
                              + m_model->rowCount() * labelRowHeight + 2);
    m_empty->setVisible(m_model->rowCount() == 0);

    refreshProblems();
    bool changed = false;
    QString original;
    if (m_session) {
        const QList<Label> &base = m_session->base().metadata.labels;
        changed = !labelChanges(base, m_session->edited().labels).isEmpty();
        QStringList texts;
        for (const Label &label : base)
            texts.append(label.key + u'=' + label.value);
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
