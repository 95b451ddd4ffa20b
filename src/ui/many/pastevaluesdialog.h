// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pastedblock.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace modelscribe {

//! Values from a spreadsheet, and which field each column of them goes to. Nothing is changed here:
//! what was chosen is reviewed like any change of many models.
class PasteValuesDialog : public QDialog
{
    Q_OBJECT

public:
    //! \p block for \p models models; the first column goes to \p first unless it has a title.
    PasteValuesDialog(const PastedBlock &block, qsizetype models, const ModelField *first,
                      QWidget *parent);

signals:
    void chosen(const QList<modelscribe::PastedColumn> &columns, bool isEmptyToo);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(QGridLayout &grid, qsizetype column, const PastedColumn &guess);
    QList<PastedColumn> columns() const;
    void retranslate();
    void refresh();

    PastedBlock m_block;
    qsizetype m_models;
    QLabel *m_says;
    QLabel *m_warning;
    QCheckBox *m_emptyToo;
    QPushButton *m_cancel;
    QPushButton *m_review;
    QList<QComboBox *> m_choices; //!< One a column.
};

} // namespace modelscribe
