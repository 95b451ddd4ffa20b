// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/labelsmodel.h"
#include "ui/widgets/fieldeditor.h"

#include <QTableView>

namespace modelscribe {

//! The table of labels. Typing on a chosen key would replace it; Return opens a cell as F2 does.
class LabelsTable : public QTableView
{
    Q_OBJECT
    Q_PROPERTY(modelscribe::FieldEditor *fieldEditor READ fieldEditor)

public:
    explicit LabelsTable(LabelsModel &model, QWidget *parent = nullptr);

    using QTableView::edit;
    LabelsModel &labels() const { return m_labels; }
    //! Knows cells but no value: labels are no field of the table of fields.
    FieldEditor *fieldEditor();
    //! As high as its rows at most.
    void fitHeight();

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    LabelsModel &m_labels;
    FieldEditor *m_fieldEditor = nullptr;
};

} // namespace modelscribe
