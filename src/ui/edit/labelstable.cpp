// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/labelstable.h"

#include <QHeaderView>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int labelRowHeight = 32;

class CellFieldEditor : public FieldEditor
{
public:
    explicit CellFieldEditor(LabelsTable &table)
        : FieldEditor(table)
        , m_table(table)
    {
        connect(table.selectionModel(), &QItemSelectionModel::currentChanged, this,
                &FieldEditor::spotChanged);
    }

    void setReadOnly(bool readOnly) override { m_table.labels().setReadOnly(readOnly); }
    FieldSpot spot() const override
    {
        const QModelIndex cell = m_table.currentIndex();
        return {.row = cell.row(), .column = cell.column()};
    }
    void setSpot(const FieldSpot &spot) override
    {
        m_table.setCurrentIndex(m_table.labels().index(spot.row, spot.column));
    }

private:
    LabelsTable &m_table;
};

} // namespace

LabelsTable::LabelsTable(LabelsModel &model, QWidget *parent)
    : QTableView(parent)
    , m_labels(model)
{
    setModel(&model);
    setProperty("role", u"framed"_s);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | SelectedClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(labelRowHeight);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    setSizeAdjustPolicy(AdjustToContents);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

FieldEditor *LabelsTable::fieldEditor()
{
    if (!m_fieldEditor)
        m_fieldEditor = new CellFieldEditor(*this);
    return m_fieldEditor;
}

void LabelsTable::fitHeight()
{
    setMaximumHeight(horizontalHeader()->sizeHint().height() + m_labels.rowCount() * labelRowHeight
                     + 2);
}

bool LabelsTable::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool isKey = index.column() == LabelsModel::Key;
    return (trigger != AnyKeyPressed || !isKey) && QTableView::edit(index, trigger, event);
}

void LabelsTable::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() == Qt::NoModifier && state() != EditingState
        && QTableView::edit(currentIndex(), EditKeyPressed, event))
        return event->accept();
    QTableView::keyPressEvent(event);
}

} // namespace modelscribe

#include "moc_labelstable.cpp"
